"""The past durations that a forecast rests on: of the board, or where it has too few, of all."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from insights.forecast.survival import FEWEST, Course, Curve
from insights.statistics.facts import Facts, exact, facts_of, span
from reviews.models import Deadline, Review, StateChange
from reviews.states import UNDER_WAY

COMPLETE = "complete"


@dataclass(frozen=True, slots=True)
class Forecast:
    """The chance in whole per cent, and what it rests on. `whose` is "board" or "all"."""

    chance: int
    completed: int
    under_way: int
    whose: str
    days_gone: int
    days_left: int
    due_on: date
    since: str  # what the days are counted from, in words


def forecast(review: Review, *, on: date) -> Forecast | None:
    """Return the forecast of a review under way; None where the record is too small to say.

    By stage where the board has enough that came through this stage, otherwise from the decision.
    """
    deadline = review.deadlines.open().filter(kind=COMPLETE).first()
    if review.state not in UNDER_WAY or deadline is None:
        return None
    entered = _entered(review)
    for whose, reviews in (("board", {"board": review.board_id}), ("all", {})):
        if entered and (found := _by_stage(review, entered, deadline, whose, reviews, on=on)):
            return found
        if found := _from_decision(review, deadline, whose, reviews, on=on):
            return found
    return None


def _from_decision(
    review: Review, deadline: Deadline, whose: str, of: dict, *, on: date
) -> Forecast | None:
    begun = review.day_of("decided")
    if begun is None:
        return None
    others = Review.objects.filter(**of).exclude(pk=review.pk)
    curve = Curve.of(courses(facts_of(others), on=on))
    return _said(curve, begun, deadline, whose, "the decision", on=on)


def courses(reviews: Iterable[Facts], *, on: date) -> Iterable[Course]:
    """Yield the course of each review from its decision, whose days are known exactly."""
    for facts in reviews:
        begun = exact(facts.decided)
        if begun is None or (facts.completed and exact(facts.completed) is None):
            continue
        if facts.completed:
            taken = (span(facts.completed)[0] - begun).days
            if taken >= 0:
                yield Course(taken, is_completed=True)
        elif facts.state in UNDER_WAY and begun <= on and not facts.is_past:
            yield Course((on - begun).days, is_completed=False)


def _entered(review: Review) -> date | None:
    """Return the day on which the review came to its stage, where the portal saw it."""
    change = review.changes.filter(after=review.state).order_by("-id").first()
    return change.at.date() if change else None


def _by_stage(
    review: Review, entered: date, deadline: Deadline, whose: str, of: dict, *, on: date
) -> Forecast | None:
    """Return the forecast from the reviews that the portal saw enter this stage."""
    curve = Curve.of(_stage_courses(review, of, on=on))
    stage = f"it came to the stage “{review.get_state_display()}”"
    return _said(curve, entered, deadline, whose, stage, on=on)


def _stage_courses(review: Review, of: dict, *, on: date) -> Iterable[Course]:
    came = StateChange.objects.filter(
        after=review.state, **{f"review__{name}": value for name, value in of.items()}
    ).exclude(review=review.pk)
    entered = dict(came.order_by("pk").values_list("review_id", "at"))
    for facts in facts_of(Review.objects.filter(pk__in=entered)):
        begun, ended = entered[facts.pk].date(), exact(facts.completed)
        if ended and ended >= begun:
            yield Course((ended - begun).days, is_completed=True)
        elif not facts.completed and facts.state in UNDER_WAY:
            yield Course((on - begun).days, is_completed=False)


def _said(
    curve: Curve, begun: date, deadline: Deadline, whose: str, since: str, *, on: date
) -> Forecast | None:
    gone, allowed = (on - begun).days, (deadline.due_on - begun).days
    chance = curve.chance(since=max(gone, 0), until=allowed)
    if chance is None or curve.completed < FEWEST:
        return None
    return Forecast(
        round(chance * 100),
        curve.completed,
        curve.under_way,
        whose,
        gone,
        (deadline.due_on - on).days,
        deadline.due_on,
        since,
    )
