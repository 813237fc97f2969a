"""The page of a board's reminders in a real browser: on a telephone's width, without script."""

import pytest
from playwright.sync_api import Page, expect

from boards.roles import Manager
from tests.browser.pages import check, go, press, sign_in
from tests.factories import person
from tests.notifications.scenes import a_case

pytestmark = pytest.mark.django_db(transaction=True)


def test_reminders_are_previewed_and_published(narrow: Page):
    review = a_case()
    user = person(Manager, review.board)
    sign_in(narrow, user.email)
    narrow.goto("/reminders/ladder/")
    check(narrow)
    go(narrow.get_by_role("link", name="Change reminders: every kind of deadline"))
    check(narrow)
    narrow.get_by_label("How many days before").fill("40, 10")
    narrow.get_by_label("Show what this would mean").select_option(label=review.reference)
    press(narrow, "Show who would be told")
    expect(narrow.get_by_text("Who would get what, when")).to_be_visible()
    check(narrow)
    press(narrow, "Publish")
    expect(narrow.get_by_role("link", name="Enter why the reminders change")).to_be_visible()
    check(narrow)
    narrow.get_by_label("Why do the reminders change?").fill("Agreed in May")
    press(narrow, "Publish")
    expect(narrow.get_by_text("Version 1")).to_be_visible()
    check(narrow)
