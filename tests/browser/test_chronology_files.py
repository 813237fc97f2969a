"""An agency's file in a real browser: sent, mended and taken in, narrow and without script."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from boards.roles import AgencyAuthor
from chronology.tasks import carry_out
from chronology.working import take_up
from tests.chronology.sending import CALL, CLINIC, VISIT, WRONG, a_chronology, a_file
from tests.factories import person

pytestmark = pytest.mark.django_db(transaction=True)

PASSWORD = "a long enough password"


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def narrow(request: pytest.FixtureRequest, browser: Browser, live_server) -> Iterator[Page]:
    """A page 320 px wide, where axe still runs when the portal's own script does not."""
    context = browser.new_context(
        viewport={"width": 320, "height": 640}, base_url=live_server.url, bypass_csp=True
    )
    page = context.new_page()
    if not request.param:
        page.route("**/*.js", lambda route: route.abort())
    yield page
    context.close()


def check(page: Page) -> None:
    found = Axe().run(page)
    assert not found.response["violations"], f"{page.url}\n{found.generate_report()}"
    assert page.evaluate("document.documentElement.scrollWidth") <= 320, page.url


def the_worker_works() -> None:
    for pk in take_up(at=timezone.now()):
        carry_out(pk)


def test_a_file_is_sent_mended_and_taken_in(narrow: Page, tmp_path: Path, settings):
    settings.DOCUMENTS = tmp_path / "documents"
    chronology = a_chronology()
    user = person(AgencyAuthor, chronology.review.board, agency=chronology.agency)
    file = tmp_path / f"{'long-name-' * 9}.csv"
    file.write_bytes(a_file(VISIT, WRONG, CALL, (*CLINIC[:3], "x" * 300)))

    narrow.goto("/sign-in/")
    narrow.get_by_label("Email address").fill(user.email)
    narrow.get_by_label("Password", exact=True).fill(PASSWORD)
    narrow.get_by_role("button", name="Sign in").click()
    narrow.goto(f"/chronologies/{chronology.pk}/files/")
    check(narrow)
    narrow.get_by_label("Chronology file").set_input_files(file)
    narrow.get_by_role("button", name="Send and check the file").click()
    expect(narrow.get_by_role("heading", name="Reading the file")).to_be_visible()
    check(narrow)
    the_worker_works()
    expect(narrow.get_by_role("heading", name="Check the file before")).to_be_visible(timeout=15000)
    narrow.get_by_text("Put it right").click()
    check(narrow)
    narrow.get_by_label("Start date").fill("28/02/2009")
    narrow.get_by_role("button", name="Put the row right").click()
    expect(narrow.get_by_text("This is right now: row 3.")).to_be_visible()
    for show in ("rows", "headings", "passed"):
        narrow.goto(f"{narrow.url.split('?')[0]}?show={show}")
        check(narrow)
    narrow.get_by_role("button", name="Take the rows in").click()
    the_worker_works()
    expect(narrow.get_by_role("heading", name="What came of the file")).to_be_visible(timeout=15000)
    check(narrow)
