"""Rows of chronologies, with as little said as a test has to say."""

from datetime import UTC, date, datetime, time
from typing import Any

from boards.models import Agency, User
from boards.roles import ROLES
from chronology.models import AgencyChronology, Entry, Integration, SameEvent, Submission
from reviews.models import Review
from tests.factories import AgencyFactory, a_review, appointed, everybody, person

AT = datetime(2010, 6, 1, 10, 0, tzinfo=UTC)
APPOINTED = ("panel_chair", "panel_member", "overview_author")


def an_entry(
    review: Review, agency: Agency, on: date, event: str = "Home visit.", **fields: Any
) -> Entry:
    """Return a standing row of the agency, of one day unless `date_end` is given."""
    AgencyChronology.of(review, agency)
    at = fields.pop("at", None) or fields.get("time")
    if isinstance(at, time):
        fields |= {"time": at, "time_precision": "exact", "minute": at.hour * 60 + at.minute}
    number = Entry.objects.filter(review=review).count() + 1
    return Entry.objects.create(
        review=review,
        agency=agency,
        **{
            "key": f"rows.csv#R{number}",
            "row": number,
            "date_start": on,
            "date_end": on,
            "precision": "day",
            "date_raw": f"{on:%d/%m/%Y}",
            "event": event,
            "recorded_at": AT,
            **fields,
        },
    )


def agencies(review: Review, *names: str) -> list[Agency]:
    return [AgencyFactory(board=review.board, name=name) for name in names]


def a_panel(review: Review) -> dict[str, User]:
    """Return everybody of the board, appointed to the review where they can be."""
    people = everybody(review.board)
    for post in APPOINTED:
        appointed(review, people[post], post, by=people["manager"])
    return people


def an_author(agency: Agency) -> User:
    return person(ROLES["agency_author"], agency.board, agency=agency)


def released(review: Review, by: User) -> None:
    Integration.objects.get_or_create(review=review)[0].release(by=by, at=AT)


def handed_in(
    review: Review, agency: Agency, *, by: User, sent_back_by: User | None = None
) -> Submission:
    """Return the round in which the agency handed its rows in, sent back if somebody did."""
    chronology = AgencyChronology.of(review, agency)
    back = {"sent_back_by": sent_back_by, "sent_back_at": AT, "sent_back_because": "Dates."}
    return chronology.submissions.create(
        number=chronology.submissions.count() + 1, by=by, at=AT, **(back if sent_back_by else {})
    )


def same_event(first: Entry, second: Entry, **fields: Any) -> SameEvent:
    first, second = sorted((first, second), key=lambda entry: entry.pk)
    return SameEvent.objects.create(
        review=first.review, first=first, second=second, at=AT, **{"score": 0.9, **fields}
    )


__all__ = [
    "a_panel",
    "a_review",
    "agencies",
    "an_author",
    "an_entry",
    "handed_in",
    "released",
    "same_event",
]
