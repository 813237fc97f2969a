"""From terms of reference to Ofsted: a review as its people carry it, each in a browser."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import time_machine
from playwright.sync_api import Browser

from reviews.models import Review
from reviews.states import State
from tests.browser.carried_case import NOW, Case
from tests.browser.contribution_steps import (
    agency_is_sent_back_and_accepted,
    agency_is_waived,
    agency_returns,
)
from tests.browser.final_set_steps import (
    evaluator_sees_the_set_alone,
    family_is_heard,
    set_is_put,
    set_is_sent_back,
    set_is_signed,
    set_is_submitted,
)
from tests.browser.meeting_steps import meeting_is_called, papers_are_taken
from tests.browser.report_steps import (
    facts_are_checked,
    reports_are_completed,
    reports_are_issued,
    two_write_at_once,
)
from tests.browser.scoping_steps import (
    a_conflict_closes_the_case,
    agencies_are_asked,
    people_are_appointed,
    terms_are_agreed,
    the_chair_accepts_the_conflict,
)

pytestmark = pytest.mark.django_db(transaction=True)


WAYS = [
    pytest.param(True, id="scripted"),
    pytest.param(False, id="plain", marks=pytest.mark.slow),
]


@pytest.fixture(params=WAYS)
def case(request, browser: Browser, live_server, settings, tmp_path: Path) -> Iterator[Case]:
    """A review at its scope, with everybody's browser; once with scripts and once without."""
    settings.DOCUMENTS = tmp_path / "documents"
    with time_machine.travel(NOW, tick=True):
        case = Case(browser, live_server.url, scripted=request.param)
        yield case
        for desk in case.desks.values():
            assert not desk.faults
            desk.page.context.close()


def test_a_review_goes_from_its_scope_to_ofsted(case: Case, tmp_path: Path):
    terms_are_agreed(case)
    people_are_appointed(case)
    agencies_are_asked(case)
    a_conflict_closes_the_case(case)
    agency_is_sent_back_and_accepted(case)
    agency_is_waived(case)
    agency_returns(case)
    the_chair_accepts_the_conflict(case)
    meeting_is_called(case)
    papers_are_taken(case, tmp_path / "papers.pdf")
    reports_are_issued(case)
    two_write_at_once(case)
    facts_are_checked(case)
    reports_are_completed(case)
    family_is_heard(case)
    set_is_put(case)
    set_is_sent_back(case)
    set_is_put(case)
    set_is_signed(case)
    set_is_submitted(case, tmp_path / "set.zip")
    evaluator_sees_the_set_alone(case)
    assert Review.objects.get(pk=case.review.pk).state == State.SUBMITTED
