"""What was submitted to Ofsted, across boards: what waits for its letter, and what has had it."""

from datetime import date

from django.db.models import Q, QuerySet

from boards.govuk.words import counted
from boards.listing import Cell, Choice, Column, Listing, Row, link
from boards.models import User
from insights.evaluations import GRADES
from insights.filters import board_filter, boards_seen, reference_filter
from reviews.models import Evaluation, Review
from reviews.states import State

AWAITED, JUDGED = "awaited", "judged"
STANDINGS = (
    (AWAITED, "Letter awaited"),
    (JUDGED, "Letter recorded"),
    ("all", "Both"),
)
IS_AWAITED = Q(grade="", review__state=State.SUBMITTED)


def submissions_for(user: User) -> QuerySet[Evaluation]:
    """Return the submissions that the user may see: not those brought in from old records."""
    seen = Review.objects.visible_to(user)
    return Evaluation.objects.current().filter(review__in=seen, review__is_past=False)


def awaited(user: User) -> QuerySet[Evaluation]:
    """Return those without a letter, the longest waiting first."""
    return submissions_for(user).filter(IS_AWAITED).order_by("submitted_on", "pk")


def judged(user: User) -> QuerySet[Evaluation]:
    """Return those with a letter, the latest first."""
    return submissions_for(user).exclude(grade="").order_by("-evaluated_on", "-pk")


def days_waiting(submitted_on: date | None, evaluated_on: date | None, on: date) -> int | None:
    """Return how many days it waited for its letter, or waits on the day `on`."""
    return ((evaluated_on or on) - submitted_on).days if submitted_on else None


def _standing(rows: QuerySet, which: str) -> QuerySet:
    if which == "all":
        return rows
    return rows.filter(IS_AWAITED) if which == AWAITED else rows.exclude(grade="")


def _reference(row: Row, _: date) -> Cell:
    return link(f"/reviews/{row['review__reference']}/", row["review__reference"])


def submission_list(user: User, *, on: date) -> Listing:
    """Return the list of submissions, the longest waiting first."""

    def waited(row: Row) -> int | None:
        return days_waiting(row["submitted_on"], row["evaluated_on"], on)

    def waited_words(row: Row, _: date) -> Cell:
        return "" if (days := waited(row)) is None else counted(days, "day")

    reference, board = "review__reference", "review__board__name"
    return Listing(
        name="submissions",
        noun="submission",
        sort="submitted",
        keys=("pk", "review__board_id"),
        columns=(
            Column(
                "reference",
                "Reference",
                (reference,),
                lambda row: row[reference],
                _reference,
                ("review__board__code", "review__year", "review__number"),
            ),
            Column("board", "Board", (board,), lambda row: row[board], order=(board,)),
            Column("set", "Set", ("final_set__number",), lambda row: row["final_set__number"]),
            Column("round", "Round", ("number",), lambda row: row["number"], order=("number",)),
            Column(
                "submitted",
                "Submitted on",
                ("submitted_on",),
                lambda row: row["submitted_on"],
                order=("submitted_on",),
            ),
            Column(
                "waited", "Days waiting", ("submitted_on", "evaluated_on"), waited, waited_words
            ),
            Column(
                "grade",
                "Grade",
                ("grade",),
                lambda row: GRADES.get(row["grade"], "Awaited"),
                order=("grade",),
            ),
        ),
        filters=(
            Choice("standing", "Letter", _standing, default=AWAITED, options=STANDINGS),
            reference_filter("review__reference"),
            *board_filter(boards_seen(user), "review__board"),
        ),
    )
