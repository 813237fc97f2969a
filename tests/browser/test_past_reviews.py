"""The past reviews' pages in a real browser: on a telephone's width and without script."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from boards.roles import Manager
from tests.browser.pages import check, press, sign_in
from tests.factories import BoardFactory, person
from tests.reviews.past_files import a_file, a_row

pytestmark = pytest.mark.django_db(transaction=True)


def test_a_file_is_chosen_checked_and_brought_in(narrow: Page, tmp_path: Path):
    board = BoardFactory(name="East Sussex LSCB", slug="east-sussex", code="ESX")
    user = person(Manager, board)
    file = tmp_path / "our-past-reviews.csv"
    long = "a" * 90
    rows = a_row(incident_on="2008"), a_row(review_name="Child S", children=long)
    file.write_bytes(a_file(*rows))

    sign_in(narrow, user.email)
    narrow.goto("/past-reviews/")
    check(narrow)
    press(narrow, "Check the file")
    expect(narrow.get_by_role("link", name="Choose the CSV file")).to_be_visible()
    check(narrow)
    narrow.get_by_label("File of past reviews").set_input_files(file)
    press(narrow, "Check the file")
    expect(narrow.get_by_text("1 accepted, 0 unchanged, 1 refused")).to_be_visible()
    check(narrow)
    press(narrow, "Bring in what is accepted")
    expect(narrow.get_by_role("heading", name="What was brought in")).to_be_visible()
    check(narrow)
