"""What people were asked for by a day, all that a review has of it: each is a deadline."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from django.db.models import Model
from django.utils.timezone import localdate

from reviews.models.agency_question import AgencyQuestion
from reviews.models.commission import Commission
from reviews.models.deadline import AGENCY_QUESTION, AGENCY_RETURN, MEETING_ACTION
from reviews.models.minutes import MeetingAction

if TYPE_CHECKING:
    from reviews.models.review import Review

CANCELLED = "The meeting was cancelled."


@dataclass(frozen=True)
class Asked:
    """What its deadline follows: `of` is the row, kept in the deadline's field of that name.

    `ended_because` is empty while it is owed.
    """

    kind: str
    field: str
    of: Model
    name: str
    round: int
    asked_on: date
    due_on: date
    met_on: date | None
    ended_because: str


def all_asked(review: "Review") -> Iterator[Asked]:
    """Yield what agencies return, do and answer, by three queries however much there is."""
    for commission in review.commissions.select_related("agency"):
        yield _return(commission)
    actions = MeetingAction.objects.filter(meeting__review=review.pk)
    for action in actions.select_related("meeting"):
        yield _action(action, review.round)
    questions = AgencyQuestion.objects.filter(commission__review=review.pk)
    for question in questions.select_related("commission__agency"):
        yield _question(question)


def _return(commission: Commission) -> Asked:
    return Asked(
        AGENCY_RETURN,
        "commission",
        commission,
        name=str(commission),
        round=commission.round,
        asked_on=commission.asked_on,
        due_on=commission.due_on,
        met_on=commission.returned_on,
        ended_because=_waiver(commission),
    )


def _action(action: MeetingAction, number: int) -> Asked:
    return Asked(
        MEETING_ACTION,
        "action",
        action,
        name=action.name,
        round=number,
        asked_on=action.meeting.on,
        due_on=action.due_on,
        met_on=action.done_on,
        ended_because=CANCELLED if action.meeting.is_cancelled else "",
    )


def _question(question: AgencyQuestion) -> Asked:
    return Asked(
        AGENCY_QUESTION,
        "question",
        question,
        name=str(question),
        round=question.commission.round,
        asked_on=localdate(question.asked_at),
        due_on=question.due_on,
        met_on=question.answered_at and localdate(question.answered_at),
        ended_because=_waiver(question.commission),
    )


def _waiver(commission: Commission) -> str:
    return commission.waived_because if commission.waived_on else ""
