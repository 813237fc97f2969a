"""Names that are words go and words that are names stay, as far as they have been brought."""

import pytest

from tests.benchmarks.chronology.ordinary import SETS, scored

# the most that may go wrong in each set: names left, words masked
FLOOR = {
    "names": (20, 0),
    "words": (0, 37),
    "names_held": (0, 0),
    "words_held": (0, 15),
    "names_late": (1, 0),
    "words_late": (0, 9),
}


@pytest.mark.parametrize("called", SETS)
def test_no_more_goes_wrong_than_did(called: str) -> None:
    score, (left, lost) = scored(called), FLOOR[called]
    assert len(score.left) <= left, score.left
    assert len(score.lost) <= lost, score.lost
