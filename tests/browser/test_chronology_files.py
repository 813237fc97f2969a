"""An agency's file in a real browser: sent, mended and taken in, narrow and without script."""

from pathlib import Path

import pytest
from django.utils import timezone
from playwright.sync_api import Page, expect

from boards.roles import AgencyAuthor
from chronology.tasks import carry_out
from chronology.working import take_up
from tests.browser.pages import check, go, press, sign_in
from tests.chronology.sending import CALL, CLINIC, VISIT, WRONG, a_chronology, a_file
from tests.factories import person

pytestmark = pytest.mark.django_db(transaction=True)


def the_worker_works() -> None:
    for pk in take_up(at=timezone.now()):
        carry_out(pk)


def test_a_file_is_sent_mended_and_taken_in(narrow: Page, tmp_path: Path, settings):
    settings.DOCUMENTS = tmp_path / "documents"
    chronology = a_chronology()
    user = person(AgencyAuthor, chronology.review.board, agency=chronology.agency)
    file = tmp_path / f"{'long-name-' * 9}.csv"
    file.write_bytes(a_file(VISIT, WRONG, CALL, (*CLINIC[:3], "x" * 300)))

    sign_in(narrow, user.email)
    narrow.goto(f"/chronologies/{chronology.pk}/files/")
    check(narrow)
    narrow.get_by_label("Chronology file").set_input_files(file)
    press(narrow, "Send and check the file")
    expect(narrow.get_by_role("heading", name="Reading the file")).to_be_visible()
    check(narrow)
    the_worker_works()
    expect(narrow.get_by_role("heading", name="Check the file before")).to_be_visible(timeout=15000)
    narrow.get_by_text("Put it right").click()
    check(narrow)
    narrow.get_by_label("Start date").fill("28/02/2009")
    go(narrow.get_by_role("button", name="Put the row right"))
    expect(narrow.get_by_text("This is right now: row 3.")).to_be_visible()
    for show in ("rows", "headings", "passed"):
        narrow.goto(f"{narrow.url.split('?')[0]}?show={show}")
        check(narrow)
    press(narrow, "Take the rows in")
    the_worker_works()
    expect(narrow.get_by_role("heading", name="What came of the file")).to_be_visible(timeout=15000)
    check(narrow)
