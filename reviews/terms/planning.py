"""The timetable of a review beside its statutory date."""

from dataclasses import dataclass
from datetime import date

from boards.govuk.words import counted, on_paper
from reviews.models import BankHoliday, Deadline, Review, TermsOfReference
from reviews.models.terms import Content
from reviews.statutory import NoTimeLeft, UnknownHolidays, doubts, timetable


def completion_of(review: Review) -> Deadline | None:
    """Return the date by which the review has to be complete, None where it is owed no more."""
    return review.deadlines.open().filter(kind="complete", round=review.round).first()


def planned(review: Review, *, on: date) -> Content:
    """Return the timetable worked out backwards from the statutory date, as of the day `on`.

    Raises NoTimeLeft, UnknownHolidays.
    """
    complete = completion_of(review)
    if complete is None:
        raise NoTimeLeft("No statutory date of completion is open, so no day can be worked out.")
    found = timetable(on, complete.due_on, BankHoliday.objects.calendar())
    rows = [{"kind": each.kind, "number": each.number, "on": each.on} for each in found]
    return {"planned_to": complete.due_on, "milestones": rows}


def refusal_to_plan(review: Review, *, on: date) -> str:
    """Return why no timetable can be worked out, "" where one can."""
    try:
        planned(review, on=on)
    except (NoTimeLeft, UnknownHolidays) as reason:
        return str(reason)
    return ""


@dataclass(frozen=True)
class Watch:
    """What is to be said of the timetable of a version: has the date moved, do days disagree?"""

    complete: Deadline | None
    moved: str
    doubts: list[str]

    @classmethod
    def over(cls, terms: TermsOfReference) -> "Watch":
        complete = completion_of(terms.review)
        due_on = complete.due_on if complete else None
        milestones = [each.plainly for each in terms.milestones.all()]
        calendar = BankHoliday.objects.calendar()
        moved = _moved(terms.planned_to, due_on) if milestones else ""
        return cls(complete, moved, list(doubts(milestones, due_on, calendar)))


def _moved(planned_to: date | None, due_on: date | None) -> str:
    """Return by how much the statutory date has moved, "" where it has not."""
    if planned_to is None or due_on is None or planned_to == due_on:
        return ""
    days = (due_on - planned_to).days
    way = "later" if days > 0 else "earlier"
    return (
        f"The statutory date is now {on_paper(due_on)}, {counted(abs(days), 'day')} {way} than "
        f"{on_paper(planned_to)}, to which this timetable was worked out."
    )
