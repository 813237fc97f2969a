"""When a review moves: what is ended, and whose turn it is."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
import time_machine

from boards.roles import (
    Chair,
    Coordinator,
    Manager,
    OverviewAuthor,
    PanelChair,
    PanelMember,
    SubCommitteeMember,
)
from notifications import rechecks
from notifications.models import Kind, Reminder
from notifications.planning import NOT_OWED
from notifications.turns import TURNS, TURNS_BY_ACTION
from reviews.models import Appointment, Review, StateChange
from reviews.permissions import ACTS
from reviews.states import State
from reviews.statutory import CriterionKind
from tests.factories import BoardFactory, appointed, person
from tests.notifications.scenes import a_case, days_before, noon, plan_on, remind_on

pytestmark = pytest.mark.django_db

ON = date(2010, 3, 20)


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    """It is the day on which the moves are made."""
    with time_machine.travel(noon(ON), tick=False) as clock:
        yield clock


def recommended(board=None) -> Review:
    review = a_case(board)
    by = person(SubCommitteeMember, review.board)
    review.move("screen", by=review.owner, at=noon(ON))
    findings = {
        criterion.code: ("yes", "Seen.")
        for criterion in review.guidance().criteria
        if criterion.kind is not CriterionKind.PROMPT
    }
    review.record("answer_criteria", by=by, at=noon(ON), findings=findings)
    review.move("recommend", by=by, at=noon(ON), on=ON, outcome="scr", reasons="It meets 8.9.")
    return review


def test_the_chair_is_told_that_a_decision_waits(post):
    board = BoardFactory()
    chair = person(Chair, board)
    review = recommended(board)
    row = Reminder.objects.get()
    assert (row.kind, row.recipient, row.change) == (Kind.TURN, chair, review.changes.last())
    remind_on(ON)
    (message,) = [m for m in post.messages if m["To"] == chair.email and "by" not in m["Subject"]]
    assert message["Subject"] == f"Action needed: review {review.reference}"
    assert (
        "Decide on the sub-committee's recommendation."
        in message.get_body(("plain",)).get_content()
    )


def test_a_move_entered_long_after_it_was_made_is_no_news(clock):
    clock.shift(timedelta(days=8))
    board = BoardFactory()
    person(Chair, board)
    recommended(board)
    assert not Reminder.objects.exists()


def test_the_owner_is_told_when_the_chair_has_decided_for_a_review():
    board = BoardFactory()
    chair = person(Chair, board)
    review = recommended(board)
    review.move("decide_scr", by=chair, at=noon(ON), on=ON, reasons="It meets 8.9.")
    assert Reminder.objects.get(recipient=review.owner).about.startswith("Settle the terms")


def test_whoever_moved_the_review_is_not_told_of_it():
    board = BoardFactory()
    chair = person(Chair, board)
    review = recommended(board)
    Review.objects.filter(pk=review.pk).update(owner=chair)
    review.move("decide_scr", by=chair, at=noon(ON), on=ON, reasons="It meets 8.9.")
    assert not Reminder.objects.filter(change__action="decide_scr").exists()


def test_news_of_a_turn_that_has_passed_is_not_sent(post):
    board = BoardFactory()
    chair = person(Chair, board)
    review = recommended(board)
    review.move("decide_scr", by=chair, at=noon(ON), on=ON, reasons="It meets 8.9.")
    remind_on(ON)
    assert chair.email not in post.recipients()
    assert Reminder.objects.get(recipient=chair).superseded_because == rechecks.MOVED_ON


def test_a_move_that_meets_a_deadline_ends_its_reminders_at_once():
    board = BoardFactory()
    chair = person(Chair, board)
    review = recommended(board)
    plan_on(days_before(7))
    review.move("decide_scr", by=chair, at=noon(ON), on=ON, reasons="It meets 8.9.")
    ended = Reminder.objects.filter(deadline__kind="decide")
    assert {row.superseded_because for row in ended} == {NOT_OWED}


def test_a_turn_is_told_once_however_often_the_news_comes():
    board = BoardFactory()
    person(Chair, board)
    review = recommended(board)
    Reminder.tell(review.changes.last(), at=noon(ON))
    assert Reminder.objects.count() == 1


def test_the_panel_is_told_through_those_who_are_appointed_and_have_declared():
    review = a_case()
    for role in (PanelChair, OverviewAuthor):
        appointed(review, person(role, review.board), role.slug, at=noon(ON))
    Appointment.objects.create(
        review=review,
        post="panel_member",
        name="Has not declared",
        job_title="Head teacher",
        employer="A school",
        user=person(PanelMember, review.board),
        appointed_on=ON,
        by=review.owner,
        at=noon(ON),
    )
    change = StateChange.objects.create(
        review=review,
        round=1,
        action="begin_panel",
        after=State.PANEL,
        at=noon(ON),
        by=review.owner,
    )
    Reminder.tell(change, at=noon(ON))
    assert Reminder.objects.filter(tier="panel").count() == 2


def test_a_set_put_again_is_told_to_the_chair_though_the_review_stays_where_it_is():
    review = a_case()
    chair = person(Chair, review.board)
    Review.objects.filter(pk=review.pk).update(state=State.RECONSIDERATION)
    review = Review.objects.get(pk=review.pk)
    StateChange.tell(review, "put_again", {}, by=review.owner, at=noon(ON))
    told = Reminder.objects.get(kind=Kind.TURN, recipient=chair)
    assert told.about == "Put the final set before the board"


def test_every_turn_belongs_to_a_state_or_move_that_exists():
    moves = {move.name for move in Review._meta.get_field("state").get_all_transitions(Review)}
    assert set(TURNS_BY_ACTION) <= moves | set(ACTS)
    assert set(TURNS) <= set(State)


def test_nobody_is_told_where_a_restricted_review_is_closed_to_them():
    review = a_case()
    person(Manager, review.board)
    Review.objects.filter(pk=review.pk).update(is_restricted=True, owner=None)
    change = StateChange.objects.create(
        review=review,
        round=1,
        action="decide_scr",
        after=State.SCOPING,
        at=noon(ON),
        by=person(Coordinator, review.board),
    )
    assert Reminder.tell(change, at=noon(ON)) == 0
