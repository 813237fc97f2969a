"""What the page of a case costs: a ceiling, and the same for a large case as for a small one."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from boards.models import Board, User
from boards.roles import PanelMember
from notifications.models import Acknowledgement
from reviews.conditions import missing_for
from reviews.known import Known
from reviews.models import AgencyQuestion, Review
from reviews.models.clock import bring_up_to_date
from tests.factories import (
    AgencyFactory,
    BoardFactory,
    a_relative,
    a_trial,
    appointed,
    everybody,
    person,
)
from tests.reviews.documents import filed
from tests.reviews.meeting_scenes import a_meeting, an_action
from tests.reviews.reporting import at_panel, issued, open_to
from tests.reviews.test_case_page import signed_in
from tests.terms import agreed_terms

pytestmark = pytest.mark.django_db

CEILING = 35  # statements, those that write the log among them
READERS = ("manager", "coordinator", "chair", "panel_chair", "overview_author", "panel_member")


def grown(board: Board, people: dict[str, User], size: int) -> Review:
    """Return a review at the panel with `size` of everything that its page looks at."""
    review, manager = at_panel(board, people), people["manager"]
    now, today = timezone.now(), timezone.localdate()
    agreed_terms(review, by=manager, questions=[f"Question {n}" for n in range(size)])
    for number in range(1, size + 1):
        asked(review, by=manager)
        an_action(a_meeting(review, by=manager, on=today), by=manager, due_on=today)
        a_relative(review, by=manager, name=f"Relative {number}")
        a_trial(review, by=manager, holds=("publication",), body=f"Court {number}")
        appointed(review, person(PanelMember, board), "panel_member", at=now)
        filed(review)
    open_to(issued(review, by=people["overview_author"]), [], by=people["overview_author"])
    bring_up_to_date(review)
    for deadline in review.deadlines.open():
        Acknowledgement.objects.create(
            deadline=deadline, due_version=deadline.version, by=manager, at=now
        )
    return review


def asked(review: Review, *, by: User) -> None:
    """An agency was asked for its report, and a question about it."""
    now, today = timezone.now(), timezone.localdate()
    due = {"asked_on": today, "due_on": today + timedelta(days=30)}
    agency = AgencyFactory(board=review.board)
    commission = review.commissions.create(agency=agency, kind="imr", by=by, at=now, **due)
    AgencyQuestion.objects.create(
        commission=commission, number=1, text="When?", due_on=today, asked_by=by, asked_at=now
    )


def statements(review: Review, user: User) -> int:
    client = signed_in(user)
    assert client.get(review.get_absolute_url()).status_code == 200
    with CaptureQueriesContext(connection) as asked_of:
        client.get(review.get_absolute_url())
    return len(asked_of)


def test_the_page_costs_the_same_however_large_the_case_and_little_for_everybody():
    board = BoardFactory()
    people = everybody(board)
    small, large = (grown(board, people, size) for size in (1, 7))
    assert large.deadlines.count() >= small.deadlines.count() + 18
    of_small = {reader: statements(small, people[reader]) for reader in READERS}
    of_large = {reader: statements(large, people[reader]) for reader in READERS}
    assert of_large == of_small
    assert max(of_large.values()) <= CEILING, of_large


def test_what_is_known_is_read_once_and_anew_for_each_check():
    board = BoardFactory()
    people = everybody(board)
    review = grown(board, people, 1)
    known = Known(review)
    missing = missing_for(review, "put_to_board", known)
    with CaptureQueriesContext(connection) as asked_of:
        assert missing_for(review, "put_to_board", known) == missing
    assert len(asked_of) == 0
    author = people["overview_author"]
    facts = {"author": "Orla", "on": timezone.localdate()}
    draft = review.report_drafts.last()
    review.record("close_round", by=author, at=timezone.now(), draft=draft)
    review.record("record_report", by=author, at=timezone.now(), draft=draft, **facts)
    sentence = "Record that the overview report is complete."
    assert sentence in map(str, missing)
    assert sentence not in map(str, missing_for(review, "put_to_board"))
