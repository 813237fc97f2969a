"""Rows of files put right, ordered and told apart by their agency, in a real and narrow browser."""

from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from chronology.models import Entry
from chronology.receiving.afterwards import put_right
from chronology.receiving.reading_in import choose_replaced
from chronology.receiving.taking import take
from tests.browser.pages import check, go, press, sign_in
from tests.chronology.file_visits import author_of
from tests.chronology.sending import CALL, CLINIC, MISSED, VISIT, a_chronology, sent, taken
from tests.factories import AT, UserFactory

pytestmark = pytest.mark.django_db(transaction=True)

LETTERS = [("14/01/2009", "", "Team log", f"Letter {name} sent.") for name in "AB"]
AGAIN = (*VISIT[:2], "Team log", "Home visit: baby was seen, feeding well.")


def test_a_row_is_put_right_while_somebody_else_does_so_and_a_file_comes_after(
    narrow: Page, tmp_path: Path, settings
):
    settings.DOCUMENTS = tmp_path / "documents"
    chronology = a_chronology()
    taken(chronology, VISIT, CALL, CLINIC)
    entry = Entry.objects.get(event=CALL[3])
    sign_in(narrow, author_of(chronology).email)
    narrow.goto(f"/chronology/entries/{entry.pk}/")
    check(narrow)
    go(narrow.get_by_role("link", name="Put this row right"))
    narrow.get_by_label("Date", exact=True).fill("31/02/2009")
    press(narrow, "Put it right")
    expect(narrow.get_by_role("heading", name="There is a problem")).to_be_visible()
    check(narrow)
    other = author_of(chronology)
    put_right(entry, {"event": "x" * 300}, version=1, by=other, at=timezone.now())
    narrow.get_by_label("Date", exact=True).fill("15/01/2009")
    press(narrow, "Put it right")
    expect(narrow.get_by_role("heading", name="Somebody else changed this row")).to_be_visible()
    check(narrow)
    press(narrow, "Save yours")
    expect(narrow.get_by_role("heading", name="As the file had it")).to_be_visible()
    check(narrow)
    file = sent(chronology, VISIT, CALL, CLINIC, MISSED)
    narrow.goto(f"/chronologies/{chronology.pk}/files/{file.pk}/?show=changes")
    check(narrow)
    narrow.get_by_label("Take the file’s").check()
    press(narrow, "Keep these choices")
    expect(narrow.get_by_label("Take the file’s")).to_be_checked()
    take(file, by=UserFactory(), at=AT)
    assert not Entry.objects.get(pk=entry.pk).is_put_right


def test_rows_of_a_day_are_ordered_and_rows_of_two_teams_told_apart(
    narrow: Page, tmp_path: Path, settings
):
    settings.DOCUMENTS = tmp_path / "documents"
    chronology = a_chronology()
    taken(chronology, VISIT, CALL)
    second = sent(chronology, AGAIN, *LETTERS, name="team-two.csv")
    choose_replaced(second, None)
    take(second, by=UserFactory(), at=AT)
    sign_in(narrow, author_of(chronology).email)
    narrow.goto(f"/chronologies/{chronology.pk}/order/")
    check(narrow)
    number = narrow.get_by_label("Number of row 3").last
    number.fill("1.5")
    with narrow.expect_navigation():
        number.press("Enter")
    last = Entry.objects.filter(date_start="2009-01-14").in_order().last()
    assert last.event == LETTERS[0][3]
    narrow.goto(f"/chronologies/{chronology.pk}/told-twice/")
    check(narrow)
    go(narrow.get_by_role("button", name="Take this one out").last)
    expect(narrow.get_by_role("heading", name="Rows that were taken out")).to_be_visible()
    check(narrow)
    go(narrow.get_by_role("button", name="Put it back"))
    assert Entry.objects.standing().count() == 5
