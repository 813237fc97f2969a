"""Which rows a file changes, withdraws or repeats is listed before it is taken in, and after."""

import pytest

from tests.chronology.file_visits import shown
from tests.chronology.sending import CALL, CLINIC, MISSED, VISIT, sent, taken

pytestmark = pytest.mark.django_db

LONGER = (*CALL[:3], "Mother rang to say that she had no electricity since Monday.")


def listed(author, chronology, file, part="") -> str:
    return shown(author, chronology, file, part)


def test_one_row_of_three_that_stands_by_another_file_is_remarked_on(author, chronology):
    taken(chronology, VISIT, CALL, CLINIC)
    file = sent(
        chronology, CALL, MISSED, ("28/01/2009", "", "Letter", "GP told."), name="hv.docm.csv"
    )
    assert (file.outcome["new"], file.outcome["repeated"]) == (3, 1)
    page = listed(author, chronology, file)
    assert "word for word in another file" in page and "would stand twice" in page
    assert f"hv.csv#R3: {CALL[0]}: {CALL[3]}" in listed(author, chronology, file, "?show=changes")


def test_rows_that_a_correction_changes_or_withdraws_are_listed_before_and_after(
    author, chronology
):
    taken(chronology, VISIT, CALL, CLINIC)
    file = sent(chronology, VISIT, LONGER)
    before = listed(author, chronology, file, "?show=changes")
    assert all(words in before for words in (CALL[3], LONGER[3], CLINIC[3], "Withdrawn"))
    assert VISIT[3] not in before
    after = listed(author, chronology, taken(chronology, VISIT, LONGER))
    assert all(words in after for words in (LONGER[3], CLINIC[3], "Withdrawn", "Changed"))


def test_a_file_that_was_replaced_and_comes_again_says_so(author, chronology):
    taken(chronology, VISIT, CALL)
    taken(chronology, VISIT, LONGER)
    page = listed(author, chronology, sent(chronology, VISIT, CALL))
    assert "Exactly this file was taken in on" in page and "and replaced on" in page
