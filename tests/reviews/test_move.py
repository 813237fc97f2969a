"""The one door: who first, then when, then everything at once."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from boards.roles import Chair, Coordinator, SubCommitteeMember
from records.models import AuditEvent, first_broken_link
from reviews.conditions import NotYet
from reviews.models import Review
from reviews.states import State
from reviews.statutory import CriterionKind
from tests.factories import AT, BoardFactory, a_review, person

pytestmark = pytest.mark.django_db


def answer_everything(review: Review, by) -> None:
    findings = {
        criterion.code: ("yes", "Seen in the referral.")
        for criterion in review.guidance().criteria
        if criterion.kind is not CriterionKind.PROMPT
    }
    review.record("answer_criteria", by=by, at=AT, findings=findings)


def test_a_review_goes_from_referral_to_decision_with_its_clock():
    board = BoardFactory()
    staff, chair = person(Coordinator, board), person(Chair, board)
    advisor = person(SubCommitteeMember, board)
    review = a_review(board)
    decide = review.deadlines.get(kind="decide")
    assert decide.due_on == date(2010, 4, 1)

    review.move("screen", by=staff, at=AT)
    with pytest.raises(NotYet) as refused:
        review.move("recommend", by=advisor, at=AT, on=AT.date(), outcome="scr", reasons="x")
    assert "8.9" in refused.value.reasons[0]
    answer_everything(review, advisor)
    review.move("recommend", by=advisor, at=AT, on=date(2010, 3, 20), outcome="scr", reasons="x")
    with pytest.raises(PermissionDenied):
        review.move("decide_scr", by=staff, at=AT, on=AT.date(), reasons="x")
    review.move("decide_scr", by=chair, at=AT, on=date(2010, 3, 29), reasons="It meets 8.9.")

    assert review.state == State.SCOPING
    decide.refresh_from_db()
    assert decide.met_on == date(2010, 3, 29)
    assert not decide.is_open
    complete = review.deadlines.get(kind="complete")
    assert (complete.due_on, complete.is_open) == (date(2010, 9, 29), True)
    assert AuditEvent.objects.count() >= 5
    assert first_broken_link() is None


def test_whoever_recommends_does_not_decide():
    board = BoardFactory()
    both = person(SubCommitteeMember, board)
    both.memberships.create(board=board, role="chair", since_on=date(2006, 4, 1))
    review = a_review(board)
    review.move("screen", by=person(Coordinator, board), at=AT)
    answer_everything(review, both)
    review.move("recommend", by=both, at=AT, on=AT.date(), outcome="none", reasons="x")
    with pytest.raises(PermissionDenied, match="somebody else has to decide"):
        review.move("decide_no_review", by=both, at=AT, on=AT.date(), reasons="x")


def test_a_decision_before_the_incident_changes_nothing():
    board = BoardFactory()
    staff = person(Coordinator, board)
    review = a_review(board)
    review.move("screen", by=staff, at=AT)
    answer_everything(review, staff)
    review.move("recommend", by=staff, at=AT, on=date(2010, 3, 20), outcome="scr", reasons="x")
    with pytest.raises(ValidationError, match="cannot be before"):
        review.move("decide_scr", by=person(Chair, board), at=AT, on=date(2009, 1, 1), reasons="x")
    assert Review.objects.get(pk=review.pk).state == State.RECOMMENDED


def test_reopening_starts_a_new_round_with_its_own_clock():
    board = BoardFactory()
    staff, chair = person(Coordinator, board), person(Chair, board)
    review = a_review(board)
    review.move("screen", by=staff, at=AT)
    answer_everything(review, staff)
    review.move("recommend", by=staff, at=AT, on=date(2010, 3, 10), outcome="none", reasons="x")
    review.move("decide_no_review", by=chair, at=AT, on=date(2010, 3, 12), reasons="x")
    review.move("reopen", by=chair, at=AT, on=date(2010, 3, 25), reasons="The post-mortem.")
    assert (review.round, review.state) == (2, State.SCREENING)
    first, second = review.deadlines.filter(kind="decide").order_by("round")
    assert (first.met_on, second.due_on) == (date(2010, 3, 12), date(2010, 4, 25))
