"""Ofsted's list of evaluations, as it published it each quarter: board, date and judgement."""

from datetime import date
from typing import IO

from django.db.models import Case, CharField, OuterRef, QuerySet, Subquery, Value, When
from django.db.models.functions import Cast, Coalesce
from django.utils import timezone

from boards.govuk.words import moment_on_paper, on_paper
from boards.listing import Cell, Choice, Column, Day, Listing, Row, link
from boards.listing import Value as Written
from boards.models import User
from insights.filters import ANY, board_filter, boards_seen
from insights.papers import Grid, Paper, write_pdf
from records.exports import Heads, Lines
from reviews.models import Evaluation, Event, Grade, Review
from reviews.statutory import PartialDate

MARKING, PORTAL = "OFFICIAL", "Serious case review portal"
GRADES: dict[str, str] = dict(Grade.choices)


def evaluations_for(user: User) -> QuerySet[Evaluation]:
    """Return the grades given on the reviews that the user may see, each with its `day` as text."""
    known = Case(
        When(number=1, then=_event("evaluated")),
        default=_event("reevaluated"),
        output_field=CharField(),
    )
    day = Coalesce(Cast("evaluated_on", CharField()), known, Value(""))
    seen = Review.objects.visible_to(user)
    graded = Evaluation.objects.current().exclude(grade="")
    return graded.filter(review__in=seen).annotate(day=day)


def _event(name: str) -> Subquery:
    events = Event.objects.current().filter(review=OuterRef("review"), name=name)
    return Subquery(events.annotate(text=Cast("on", CharField())).values("text")[:1])


def _day(row: Row) -> date | str:
    """Return the day, or as much of it as is known in words."""
    day = PartialDate.parse(row["day"]) if row["day"] else None
    return day.exact or day.spoken if day else "Not known"


def _judgement(row: Row) -> str:
    again = "" if row["number"] == 1 else f" (evaluation {row['number']})"
    return f"{GRADES[row['grade']]}{again}"


def _reference(row: Row, _: date) -> Cell:
    return link(f"/reviews/{row['review__reference']}/", row["review__reference"])


def evaluation_list(user: User) -> Listing:
    """Return the list: one line for each grade, a second evaluation on a line of its own."""
    name = "review__board__name"
    return Listing(
        name="evaluations",
        noun="evaluation",
        sort="-day",
        keys=("pk", "review__board_id"),
        columns=(
            Column("board", "LSCB", (name,), lambda row: row[name], order=(name, "day")),
            Column("day", "Date of evaluation", ("day",), _day, order=("day",)),
            Column("judgement", "Judgement", ("grade", "number"), _judgement, order=("grade",)),
            Column(
                "reference",
                "Review",
                ("review__reference",),
                lambda row: row["review__reference"],
                _reference,
                ("review__reference",),
            ),
        ),
        filters=(
            Day("from", "From", lambda rows, day: rows.filter(day__gte=day.isoformat())),
            Day("to", "To", lambda rows, day: rows.filter(day__lte=day.isoformat())),
            Choice(
                "grade",
                "Judgement",
                lambda rows, grade: rows.filter(grade=grade),
                options=[ANY, *Grade.choices],
            ),
            *board_filter(boards_seen(user), "review__board"),
        ),
    )


def _on_paper(value: Written) -> str:
    return on_paper(value) if isinstance(value, date) else str(value)


def write_list(heads: Heads, lines: Lines, to: IO[bytes]) -> None:
    """The list stands in `to` as PDF."""
    rows = tuple(tuple(_on_paper(value) for value in line) for line in lines)
    notes = (f"As the portal had them on {moment_on_paper(timezone.now())}.",)
    grid = Grid("Evaluations", tuple(heads), rows)
    write_pdf(Paper("Evaluations of serious case reviews", PORTAL, MARKING, notes, (grid,)), to)
