"""The date of a publication, its copies and the publication itself, in a browser."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from playwright.sync_api import Browser

from reviews.models import PublicationState
from tests.browser.case_steps import Desk
from tests.reviews.publishing import ADDRESS, ready

pytestmark = pytest.mark.django_db(transaction=True)
SET_ON = datetime(2014, 7, 21, 9, 0, tzinfo=UTC)  # copies go out before a publication then
PUBLISHED_ON = (SET_ON + timedelta(days=10)).date()


@pytest.mark.parametrize("scripted", [True, False], ids=["scripted", "plain"])
def test_a_date_is_set_copies_go_out_and_the_review_is_published(
    browser: Browser, live_server, scripted: bool
):
    case = ready()
    home = f"/reviews/{case.review.reference}/publication/"
    with time_machine.travel(SET_ON, tick=True):
        desk = Desk(browser, live_server.url, case.manager, scripted=scripted)
        desk.sign_in()
        desk.open(home)
        desk.follow("Set the date of publication")
        desk.day("When shall it be published?", PUBLISHED_ON)
        desk.press("Save")
        desk.sees("24 July 2014")  # five working days before
        desk.press("Apply the change")
        assert case.review.day_of("publishing") == PUBLISHED_ON
        for recipient in ("Ofsted", "Department for Education"):
            desk.open(home)
            desk.follow(f"record that a copy was sent to {recipient}")
            desk.choose("How was it sent?", "Other secure mail")
            desk.press("Record it")
        desk.page.context.close()
    with time_machine.travel(SET_ON + timedelta(days=10), tick=True):
        desk = Desk(browser, live_server.url, case.manager, scripted=scripted)
        desk.sign_in()
        desk.open(home)
        desk.sees("Nothing stands in the way of publication today.")
        desk.follow("Record that it was published")
        desk.fill("Where was it published?", ADDRESS)
        desk.press("Save")
        desk.sees("since 31 July 2014")
        assert not desk.faults
        desk.page.context.close()
    assert case.review.publications.get().state == PublicationState.PUBLISHED
