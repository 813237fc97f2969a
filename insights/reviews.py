"""The list of reviews."""

from datetime import date

from django.db.models import Exists, F, OuterRef, QuerySet, Subquery

from boards.listing import Cell, Choice, Column, Listing, Row, Year, link
from boards.models import User
from boards.templatetags.portal import contextual_date, due_date
from insights.filters import (
    ANY,
    board_column,
    board_filter,
    boards_seen,
    owner_column,
    owner_filter,
    reference_filter,
    sees_owners,
    stage_column,
    state_filter,
    theme_filter,
)
from reviews.models import Deadline, Review

CURRENT = "current"
PAST = (
    (CURRENT, "Reviews in the portal"),
    ("past", "Past reviews, brought in from records"),
    ("all", "Both"),
)


def reviews_for(user: User) -> QuerySet[Review]:
    """Return the reviews that the user may see, each with its `stage` and its `next_due` day."""
    owed = Deadline.objects.open().filter(review=OuterRef("pk")).order_by("due_on")
    return Review.objects.visible_to(user).annotate(
        stage=F("state"), next_due=Subquery(owed.values("due_on")[:1])
    )


def _reference(row: Row, _: date) -> Cell:
    return link(f"/reviews/{row['reference']}/", row["reference"])


def _next_due(row: Row, on: date) -> Cell:
    if row["next_due"] is None:
        return contextual_date(None, "Nothing owed")
    return due_date(row["next_due"], on)


REFERENCE = Column(
    "reference",
    "Reference",
    ("reference",),
    lambda row: row["reference"],
    _reference,
    ("board__code", "year", "number"),
)
NEXT_DUE = Column(
    "due", "Next deadline", ("next_due",), lambda row: row["next_due"], _next_due, ("next_due",)
)


def _past(rows: QuerySet, which: str) -> QuerySet:
    return rows if which == "all" else rows.filter(is_past=which != CURRENT)


def review_list(user: User, *, on: date) -> Listing:
    """Return the list of reviews as it is for this user on the day `on`."""
    boards = boards_seen(user)
    overdue = Exists(Deadline.objects.overdue(on).filter(review=OuterRef("pk")))
    return Listing(
        name="reviews",
        noun="review",
        sort="due",
        keys=("pk", "board_id"),
        columns=(
            REFERENCE,
            *board_column(boards, "board"),
            stage_column(),
            NEXT_DUE,
            *([owner_column("owner")] if sees_owners(user) else []),
        ),
        filters=(
            state_filter(),
            *([owner_filter(user, "owner")] if sees_owners(user) else []),
            Choice(
                "overdue",
                "Overdue",
                lambda rows, _: rows.filter(overdue),
                options=[ANY, ("yes", "Something is overdue")],
            ),
            Year("year", "Year", lambda rows, year: rows.filter(year=year)),
            reference_filter("reference"),
            theme_filter(boards),
            Choice("past", "Past or current", _past, default=CURRENT, options=PAST),
            *board_filter(boards, "board"),
        ),
    )
