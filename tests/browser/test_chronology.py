"""A chronology in a real browser, from its columns to an anonymised copy."""

from collections.abc import Iterator
from pathlib import Path

import docx
import pytest
from django.utils import timezone
from playwright.sync_api import Browser, Page, expect

from boards.models import User
from boards.roles import AgencyAuthor
from chronology.models import AgencyChronology, Category, LinkStatus, Person, SameEvent
from chronology.tasks import carry_out
from chronology.working import take_up
from tests.browser.pages import go, obeys_the_rules, press, sign_in
from tests.chronology.documents import word_document, word_table
from tests.chronology.making import Scene
from tests.factories import AgencyFactory, person

pytestmark = pytest.mark.django_db(transaction=True)

TOLD = (
    "Police notification received of a domestic incident on 12/05/09; Stacey Unsworth had a cut "
    "lip and would make no statement."
)
ATTENDED = (
    "Officers attended following report of a domestic incident. Stacey Unsworth had a cut lip and "
    "would make no statement."
)
ROWS = (
    ("13/05/2009", "HV diary", TOLD),
    ("31/02/2009", "HV diary", "Letter sent about the missed clinic."),
    ("20/06/2009", "Clinic notes", "Weighed at clinic: 4.2 kg."),
)


@pytest.fixture
def page(browser: Browser, live_server) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, base_url=live_server.url, bypass_csp=True
    )
    page = context.new_page()
    page.set_default_timeout(15000)
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    yield page
    assert not faults
    context.close()


def be(page: Page, user: User, address: str) -> None:
    """Sign in as somebody and open an address."""
    page.context.clear_cookies()
    sign_in(page, user.email)
    page.goto(address)


def follow(page: Page, link: str) -> None:
    links, buttons = (page.get_by_role(role, name=link, exact=True) for role in ("link", "button"))
    go(links.or_(buttons).first)
    obeys_the_rules(page)


def the_worker_works() -> None:
    for pk in take_up(at=timezone.now()):
        carry_out(pk)


def hand_in(page: Page) -> None:
    follow(page, "Check and hand in")
    page.get_by_role("checkbox").check()
    press(page, "Hand it in")
    expect(page.get_by_text("The chronology was handed in")).to_be_visible()


def columns_are_saved(page: Page, scene: Scene) -> None:
    be(page, scene.coordinator, f"/reviews/{scene.review.reference}/chronology/columns/")
    obeys_the_rules(page)
    go(page.get_by_role("button", name="Save", exact=True).last)
    expect(page.get_by_role("heading", name="What agencies get")).to_be_visible()
    obeys_the_rules(page)


def a_file_of_the_template(page: Page, into: Path) -> Path:
    """Return a Word file with the headings of the template that the agency downloads."""
    follow(page, "What to write, and templates")
    with page.expect_download() as download:
        page.get_by_role("link", name="Template for Word (.docx)").click()
    template = docx.Document(str(download.value.path()))
    headings = [cell.text.strip() for cell in template.tables[-1].rows[0].cells]
    wanted = [
        next(h for h in headings if h.startswith(word)) for word in ("Date", "Source", "Event")
    ]
    file = into / "health-visiting.docx"
    file.write_bytes(word_document([word_table([wanted, *map(list, ROWS)])]))
    return file


def a_file_is_taken_in(page: Page, file: Path) -> None:
    follow(page, "Send a file")
    page.get_by_label("Chronology file").set_input_files(file)
    press(page, "Send and check the file")
    expect(page.get_by_role("heading", name="Reading the file")).to_be_visible()
    the_worker_works()
    expect(page.get_by_role("heading", name="Check the file before")).to_be_visible(timeout=15000)
    obeys_the_rules(page)
    page.get_by_text("Put it right").click()
    page.get_by_label("Start date").fill("28/02/2009")
    go(page.get_by_role("button", name="Put the row right"))
    press(page, "Take the rows in")
    the_worker_works()
    expect(page.get_by_role("heading", name="What came of the file")).to_be_visible(timeout=15000)


def it_is_sent_back_and_accepted(page: Page, scene: Scene, home: str) -> None:
    be(page, scene.coordinator, home)
    obeys_the_rules(page)
    follow(page, "Send it back")
    page.get_by_label("What has to be mended?").fill("Search the clinic’s records again.")
    press(page, "Send it back")
    expect(page.get_by_text("The chronology was sent back")).to_be_visible()
    be(page, scene.author, home)
    expect(page.get_by_text("Search the clinic’s records again.").first).to_be_visible()
    hand_in(page)
    be(page, scene.coordinator, home)
    follow(page, "Accept it")
    press(page, "Accept it")
    expect(page.get_by_text("Round 2 was accepted.")).to_be_visible()


def another_agency_types(page: Page, scene: Scene) -> None:
    police = AgencyFactory(board=scene.board, name="Downland Police")
    author = person(AgencyAuthor, scene.board, agency=police)
    begun = AgencyChronology.of(scene.review, police)
    be(page, author, f"/chronologies/{begun.pk}/write/")
    obeys_the_rules(page)
    for place, text in ((1, "12/05/2009"), (5, "Incident log"), (6, ATTENDED)):
        page.locator(f"#new-{place}").fill(text)
    page.locator("#new-6").press("Control+Enter")
    expect(page.locator("#grid-state")).to_contain_text("Everything is saved")


def a_pair_is_confirmed_by_keyboard(page: Page, scene: Scene) -> None:
    be(page, scene.coordinator, f"/reviews/{scene.review.reference}/")
    follow(page, "The integrated chronology")
    expect(page.get_by_text(ATTENDED).first).to_be_visible()
    follow(page, "Same event")
    if page.get_by_role("button", name="Look again for pairs").is_visible():
        press(page, "Look again for pairs")
    the_worker_works()
    page.goto(page.url)
    expect(page.locator(".portal-pairs__pair")).to_have_count(1)
    obeys_the_rules(page)
    page.keyboard.press("j")
    expect(page.locator(".portal-pairs__pair")).to_be_focused()
    page.keyboard.press("x")
    page.keyboard.press("s")
    expect(page.get_by_text("1 pair: said to tell of the same event.")).to_be_visible()
    assert SameEvent.objects.get().status == LinkStatus.CONFIRMED


def an_anonymised_copy_leaves(page: Page, scene: Scene) -> str:
    """Return the text of the copy."""
    follow(page, "All entries")
    press(page, "Hide names")
    expect(page.get_by_text("Names are hidden.")).to_be_visible()
    expect(page.get_by_text("Unsworth")).to_have_count(0)
    obeys_the_rules(page)
    press(page, "Show names")
    follow(page, "Copies")
    page.get_by_role("radio", name="CSV").check()
    press(page, "Prepare the copy")
    the_worker_works()
    expect(page.get_by_role("button", name="Download")).to_be_visible(timeout=15000)
    obeys_the_rules(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="Download").click()
    return Path(download.value.path()).read_text("utf-8-sig")


def test_from_columns_to_an_anonymised_copy(page: Page, tmp_path: Path, settings):
    settings.DOCUMENTS = tmp_path / "documents"
    scene = Scene()
    mother = Person.add(
        scene.review,
        by=scene.coordinator,
        at=scene.at,
        pseudonym="Mother",
        category=Category.FAMILY,
    )
    mother.is_also_written("Stacey Unsworth", "full")
    home = f"/chronologies/{scene.chronology.pk}/"
    columns_are_saved(page, scene)
    be(page, scene.author, home)
    obeys_the_rules(page)
    file = a_file_of_the_template(page, tmp_path)
    page.goto(home)
    a_file_is_taken_in(page, file)
    page.goto(home)
    hand_in(page)
    it_is_sent_back_and_accepted(page, scene, home)
    another_agency_types(page, scene)
    a_pair_is_confirmed_by_keyboard(page, scene)
    copy = an_anonymised_copy_leaves(page, scene)
    assert "Mother had a cut lip" in copy
    assert "Unsworth" not in copy
    assert "Stacey" not in copy
