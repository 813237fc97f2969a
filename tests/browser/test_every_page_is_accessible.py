"""The case file as its users walk it: every kind of page that is linked, wide and narrow."""

import re
from collections.abc import Iterator

import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page

from boards.models import User
from lscb_portal.demo.loading import load
from lscb_portal.demo.people import PASSWORD
from lscb_portal.demo.reports import CASE
from reviews.models import Commission, Review
from tests.browser.pages import check, sign_in

pytestmark = pytest.mark.django_db(transaction=True)

WIDTHS = (1280, 320)  # pixels
LINKS = "links => links.map(link => link.getAttribute('href').split('#')[0])"
DOUBLE = """() => [...document.querySelectorAll('[id]')].map(element => element.id)
    .filter((id, place, all) => all.indexOf(id) !== place)"""


@pytest.fixture
def page(browser: Browser, live_server, tmp_path, settings) -> Iterator[Page]:
    """A page on the demo, which complains of whatever its console says."""
    settings.DOCUMENTS = tmp_path / "documents"
    load(timezone.localdate())
    context = browser.new_context(base_url=live_server.url, bypass_csp=True)
    page, said = context.new_page(), []
    page.on("console", lambda line: said.append(line.text) if line.type == "error" else None)
    page.on("pageerror", lambda fault: said.append(str(fault)))
    yield page
    assert not said
    context.close()


def be(page: Page, email: str) -> None:
    sign_in(page, email, PASSWORD)


def look(page: Page) -> None:
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        check(page)
    assert page.evaluate(DOUBLE) == [], page.url


def walk(page: Page, *starts: str, links: str, steps: int) -> int:
    """Open what is linked, one page of each kind; return how many kinds there were."""
    kinds: set[str] = set()
    here = list(starts)
    for step in range(steps + 1):
        found: list[str] = []
        for path in here:
            kind = re.sub(r"\d+", "1", path.partition("?")[0])
            if step and kind in kinds:
                continue
            kinds.add(kind)
            answer = page.request.get(path)
            assert answer.ok, f"{path}: {answer.status}"
            if answer.headers["content-type"].startswith("text/html"):
                page.goto(path)
                look(page)
                found += page.eval_on_selector_all(links if step == 0 else "main a[href]", LINKS)
        here = [path for path in found if path.startswith("/")]
    return len(kinds)


def case_page() -> str:
    return Review.objects.get(source__demo=CASE).get_absolute_url()


def test_coordinator_opens_each_part_of_the_case_file(page: Page) -> None:
    be(page, "coordinator@east-sussex.example")
    parts = walk(page, case_page(), links="#case-file + ul a", steps=1)
    assert parts > 12


@pytest.mark.slow
def test_coordinator_opens_whatever_the_case_file_leads_to(page: Page) -> None:
    be(page, "coordinator@east-sussex.example")
    assert walk(page, case_page(), links="main a[href]", steps=3) > 60


@pytest.mark.slow
def test_agency_author_opens_whatever_their_agency_is_asked_for(page: Page) -> None:
    be(page, "agency@east-sussex.example")
    author = User.objects.get(email="agency@east-sussex.example")
    asked = Commission.objects.visible_to(author).outstanding()
    starts = [f"/commissions/{each.pk}/" for each in asked]
    assert walk(page, "/", *starts, links="main a[href]", steps=4) > 20
