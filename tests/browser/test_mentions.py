"""Somebody rules on mentions by the keyboard alone, in a narrow window, and without a script."""

from collections.abc import Iterator

import pytest
from django.urls import reverse
from playwright.sync_api import Browser, Page, expect

from boards.roles import Manager
from chronology.models import Entry, Ruling
from tests.browser.pages import WIDTH, check, go, sign_in
from tests.chronology.mentioning import two_marks
from tests.factories import BoardFactory, person

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture(params=[(1280, True), (WIDTH, True), (WIDTH, False)])
def page(request, browser: Browser, live_server) -> Iterator[Page]:
    """A page in a wide and a narrow window, with scripts and without."""
    width, has_scripts = request.param
    context = browser.new_context(
        viewport={"width": width, "height": 900},
        base_url=live_server.url,
        bypass_csp=True,
        java_script_enabled=has_scripts,
    )
    yield context.new_page()
    context.close()


@pytest.fixture
def looks(page, request):
    """Look for what a program can see to be wrong; it is itself a script."""
    has_scripts = request.node.callspec.params["page"][1]
    return check if has_scripts else lambda page: None


def test_a_masked_word_is_left_by_the_keyboard_alone(page: Page, looks):
    board = BoardFactory()
    manager = person(Manager, board)
    review = two_marks(board, manager)
    entry = Entry.of(review)[0]
    sign_in(page, manager.email)
    page.goto(reverse("chronology-entry", args=[entry.pk]))
    go(page.get_by_role("button", name="Hide names"))
    looks(page)
    go(page.get_by_role("link", name="Father or Lodger").first)
    looks(page)

    page.get_by_role("checkbox", name="Mark rang").first.focus()
    page.keyboard.press("Space")
    page.get_by_role("radio", name="Nobody: leave the words as they stand").focus()
    page.keyboard.press("Space")
    page.get_by_label("Why may they stay?").focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="There is a problem")).to_be_visible()
    expect(page.get_by_role("checkbox", name="Mark rang").first).to_be_checked()
    looks(page)

    page.get_by_label("Why may they stay?").focus()
    page.keyboard.type("A mark on the skin.")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    expect(page.get_by_text("1 mention ruled on.")).to_be_visible()
    assert Ruling.objects.get().surface == "Mark"
    page.goto(reverse("mentions", args=[review.reference, review.cast.first().pk]) + "?show=all")
    looks(page)
    page.goto(reverse("rulings", args=[review.reference]))
    looks(page)
    expect(page.get_by_text("Left as it stands: “A mark on the skin.”")).to_be_visible()
