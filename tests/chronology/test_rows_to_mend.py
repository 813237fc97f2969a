"""How many rows of an agency are to be mended, and which they are."""

import pytest

from chronology.models import Entry, RowProblem
from chronology.progress import how_far, open_problems
from tests.chronology.file_visits import at, author_of
from tests.chronology.putting_right import address, put
from tests.chronology.sending import CALL, VISIT, WRONG, taken
from tests.factories import AT

pytestmark = pytest.mark.django_db

WITH_A_FORMULA = ("15/01/2009", "", "HV diary", '=HYPERLINK("https://example.org","Minutes")')
TWICE_WRONG = ("16/01/1989", "99:99", "", "Letter to the GP.")


def to_mend(chronology) -> int:
    number = open_problems(chronology.review).get(chronology.agency_id, 0)
    assert how_far(chronology.review)["problems"] == number
    return number


def test_rows_of_a_file_that_was_replaced_are_to_be_mended_no_more(chronology):
    taken(chronology, VISIT, WRONG)
    assert to_mend(chronology) == 1
    taken(chronology, VISIT, ("28/02/2009", *WRONG[1:]))
    assert to_mend(chronology) == 0
    assert not RowProblem.objects.filter(settled_at=None).exists()


def test_what_stands_as_plain_text_or_was_left_out_is_nothing_to_mend(chronology):
    taken(chronology, VISIT, VISIT, WITH_A_FORMULA)
    assert RowProblem.objects.count() == 2
    assert to_mend(chronology) == 0


def test_a_row_with_two_things_to_mend_is_one_row(chronology):
    taken(chronology, VISIT, CALL, TWICE_WRONG)
    assert RowProblem.objects.count() > 1
    assert to_mend(chronology) == 1


def test_the_agency_s_page_lists_the_rows_to_mend(author, chronology):
    file = taken(chronology, VISIT, WRONG)
    page = author.get(f"/chronologies/{chronology.pk}/").content.decode()
    assert "hv.csv</a>, row 3" in page and "Refused" in page
    assert at("chronology-file", chronology, file) in page


def test_the_page_of_a_file_leads_to_its_rows_that_stand_until_they_are_handed_in(
    author, chronology
):
    file = taken(chronology, VISIT, TWICE_WRONG, WRONG)
    entry = Entry.objects.get(event=TWICE_WRONG[3])
    here, row = at("chronology-file", chronology, file), address(entry)
    page = author.get(here).content.decode()
    assert f'href="{row}">Put it right<' in page and page.count(">Put it right<") == 2
    put(author, entry, date="16/01/2009", time="", source="HV diary")
    assert row not in author.get(here).content.decode()
    RowProblem.objects.update(settled_at=None)
    chronology.hand_in(by=author_of(chronology), at=AT)
    assert row not in author.get(here).content.decode()
