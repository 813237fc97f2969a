"""Typing on line in a real browser: by keyboard alone, over a bad line, and without script."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from chronology.models import Entry, TypedRow
from tests.browser.pages import check, sign_in
from tests.chronology.making import TYPED, Scene

pytestmark = pytest.mark.django_db(transaction=True)

COLUMNS = {"date": 1, "source": 5, "event": 6}  # their places in the full set


@pytest.fixture
def wide(browser: Browser, live_server) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 1280, "height": 900}, base_url=live_server.url, bypass_csp=True
    )
    page = context.new_page()
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    yield page
    assert not faults
    context.close()


def opened(page: Page, scene: Scene) -> None:
    sign_in(page, scene.author.email)
    page.goto(f"/chronologies/{scene.chronology.pk}/write/")


def says(page: Page, text: str) -> None:
    expect(page.locator("#grid-state")).to_contain_text(text)


def focused(page: Page) -> tuple[int, str]:
    """Return the place of the row and the name of the cell that has the focus."""
    return tuple(
        page.evaluate(
            """() => {
                const cell = document.activeElement
                const rows = [...document.querySelectorAll('.portal-grid__row')]
                return [rows.indexOf(cell.closest('.portal-grid__row')), cell.name]
            }"""
        )
    )


def test_rows_are_written_by_keyboard_alone(wide: Page):
    scene = Scene()
    opened(wide, scene)
    wide.locator("#new-1").focus()
    wide.keyboard.type("?22 may 2009")
    for _ in range(4):
        wide.keyboard.press("Tab")
    wide.keyboard.type("HV diary")
    wide.keyboard.press("Tab")
    wide.keyboard.type("Home visit.")
    wide.keyboard.press("Control+Enter")
    says(wide, "Everything is saved")
    assert Entry.objects.get().date_raw == "?22 may 2009"
    assert focused(wide) == (1, "cell:ref")
    wide.keyboard.press("ArrowUp")
    assert focused(wide) == (0, "cell:ref")
    wide.keyboard.press("Enter")
    assert focused(wide) == (1, "cell:ref")
    wide.keyboard.press("Tab")
    wide.keyboard.type("31/02/2009")
    wide.keyboard.press("ArrowUp")  # the caret is at the end, not at the beginning
    wide.keyboard.press("Home")
    wide.keyboard.press("ArrowUp")
    assert focused(wide) == (0, "cell:date")
    says(wide, "not a day of the calendar")
    wide.keyboard.press("End")
    wide.keyboard.type(" or so")
    wide.keyboard.press("Escape")
    expect(wide.locator("#new-1")).to_have_value("?22 may 2009")
    assert TypedRow.objects.count() == 2 and Entry.objects.count() == 1


def test_order_and_removal_by_keyboard(wide: Page):
    scene = Scene()
    for event in ("First.", "Second."):
        scene.type_row(event=event)
    opened(wide, scene)
    down = wide.locator("#r1").get_by_role("button", name="Down")
    down.focus()
    wide.keyboard.press("Enter")
    says(wide, "moved down")
    expect(down).to_be_focused()
    assert [e.event for e in Entry.objects.standing().in_order()] == ["Second.", "First."]
    wide.on("dialog", lambda dialog: dialog.accept())
    wide.locator("#r1").get_by_role("button", name="Remove").press("Enter")
    says(wide, "removed")
    assert [e.event for e in Entry.objects.standing()] == ["Second."]


def test_without_a_connection_the_text_stays_and_is_sent_again(wide: Page):
    scene = Scene()
    scene.type_row()
    opened(wide, scene)
    wide.context.set_offline(True)
    event = wide.locator(f"#r1-{COLUMNS['event']}")
    event.fill("Written on a train.")
    event.press("Enter")
    says(wide, "no connection")
    assert Entry.objects.get().event == TYPED["event"]
    wide.context.set_offline(False)
    says(wide, "Everything is saved")
    assert Entry.objects.get().event == "Written on a train."


def test_of_two_texts_both_are_shown_and_a_person_chooses(wide: Page):
    scene = Scene()
    row = scene.type_row()
    opened(wide, scene)
    row.change(TYPED | {"event": "Theirs."}, version=1, by=scene.coordinator, at=scene.at)
    event = wide.locator(f"#r1-{COLUMNS['event']}")
    event.fill("Mine.")
    event.press("Enter")
    says(wide, "Both texts are shown")
    expect(wide.locator("#r1")).to_contain_text(f"{scene.coordinator} wrote: Theirs.")
    expect(event).to_have_value("Mine.")
    assert Entry.objects.get().event == "Theirs."
    wide.locator("#r1").get_by_role("button", name="Save").click()
    says(wide, "Everything is saved")
    assert Entry.objects.get().event == "Mine."


PASTE = """([element, text]) => {
    const copied = new DataTransfer()
    copied.setData('text/plain', text)
    const facts = {clipboardData: copied, bubbles: true, cancelable: true}
    element.dispatchEvent(new ClipboardEvent('paste', facts))
}"""


def test_cells_copied_from_a_spreadsheet_become_rows(wide: Page):
    scene = Scene()
    opened(wide, scene)
    cell = wide.locator("#new-1")
    cell.focus()
    rows = ('"Two\nlines"', "Second.", "", "Third.")
    lines = [f"{n}/5/2009\t\t\t\tDiary\t{row}" if row else "" for n, row in enumerate(rows, 1)]
    copied = "\n".join(lines)
    cell.evaluate(f"(element) => ({PASTE})([element, {copied!r}])")
    says(wide, "Everything is saved")
    assert [e.event for e in Entry.objects.in_order()] == ["Two\nlines", "Second.", "Third."]


def test_a_row_is_typed_on_a_telephone_with_and_without_script(narrow: Page):
    scene = Scene()
    opened(narrow, scene)
    check(narrow)
    for name, place in COLUMNS.items():
        narrow.locator(f"#new-{place}").fill(TYPED[name])
    narrow.locator("#new").get_by_role("button", name="Add").click()
    expect(narrow.locator(".portal-grid__number").first).to_have_text("1")
    assert Entry.objects.get().event == TYPED["event"]
    check(narrow)
