"""What must be filled in is looked for in files as it is in rows that are typed."""

import pytest

from chronology.columns import Column
from chronology.models import Integration
from chronology.receiving.doubts import cells_of, sentences_of
from tests.chronology.sending import CALL, CLINIC, HEADINGS, VISIT, mended, sent

pytestmark = pytest.mark.django_db


def test_what_must_be_filled_in_is_looked_for_in_files_and_never_refused(chronology):
    file = sent(chronology, VISIT, (*CALL[:2], "", CALL[3]), (*CLINIC[:2], "", "# A note"))
    assert sentences_of(file, "R3") == [
        "“Source of information” must be filled in, and is empty in this row."
    ]
    assert not sentences_of(file, "R4")
    assert len(file.reading["entries"]) == 3 and file.outcome["refused"] == 0
    assert mended(file, "R3", {"source": "HV diary"}) == []


def test_a_column_that_must_be_filled_in_and_is_missing_is_said_once(chronology):
    file = sent(
        chronology, ("12/01/2009", CALL[3]), ("13/01/2009", VISIT[3]), headings=("Date", "Event")
    )
    assert [one["reason"] for one in file.reading["problems"]] == ["missing_column"]
    assert file.outcome["new"] == 2


def test_a_column_of_the_board_s_own_is_put_right_by_its_heading(chronology):
    own = Column("other", "Ward", is_compulsory=True)
    integration = Integration.of(chronology.review)
    integration.ask_for([*integration.asked, own], detail="time", preamble="", version=1)
    file = sent(chronology, (*VISIT, ""), headings=(*HEADINGS, "ward"))
    assert cells_of(file, "R2")["other-Ward"] == ""
    assert mended(file, "R2", {"other-Ward": "Four"}) == []
    assert file.reading["entries"][0]["other"] == {"ward": "Four"}
