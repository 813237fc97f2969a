"""The sets whose truth is known are read as the truth says."""

import pytest

from tests.benchmarks.chronology.__main__ import main
from tests.benchmarks.chronology.reading import figures
from tests.benchmarks.chronology.sets import NAMES, unpacked


@pytest.mark.parametrize("name", NAMES)
def test_a_set_is_read_as_its_truth_says(name):
    with unpacked() as folders:
        told, roles, _ = figures(next(folder for folder in folders if folder.name == name))
    assert told["rows_f1"] >= 0.99
    assert told["dates_f1"] >= 0.99
    assert told["times_f1"] >= 0.99
    assert told["seen_f1"] >= 0.99
    assert told["rejected_f1"] >= 0.98
    assert (told["good_rows_refused"], told["rows_lost"]) == (0, 0)
    assert roles["right"] == roles["n"]


def test_the_benchmark_reads_sets_from_another_folder(capsys):
    with unpacked() as folders:
        assert main(["--only", "reading", "--data", str(folders[0])]) == 0
    assert capsys.readouterr().out.count('"set": "small"') == 3
