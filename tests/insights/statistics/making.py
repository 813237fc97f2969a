"""Makes reviews by the hundred, with the days, grades and children of a published figure."""

from collections.abc import Iterable, Mapping
from datetime import date

from django.db.models import Max

from boards.models import Board
from insights.statistics.facts import facts_of
from insights.statistics.measures import InPeriod
from reviews.fields import exactly
from reviews.models import Child, Evaluation, Event, Incident, Review
from reviews.statutory import PartialDate
from tests.factories import AT, UserFactory


def many(
    board: Board,
    number: int,
    days: Mapping[str, date | str],
    *,
    grades: Iterable[str] = (),
    children: Iterable[Mapping[str, str]] = (),
    **fields: object,
) -> list[Review]:
    """Return so many reviews that are all alike."""
    by, harm = UserFactory(), fields.pop("harm", "death")
    incidents = Incident.objects.bulk_create(
        Incident(board=board, harm=harm, logged_at=AT, logged_by=by) for _ in range(number)
    )
    last = Review.objects.filter(board=board).aggregate(n=Max("number"))["n"] or 0
    reviews = Review.objects.bulk_create(
        Review(
            board=board,
            incident=incident,
            year=2010,
            number=last + n,
            reference=f"{board.code}-2010-{last + n:03}",
            opened_at=AT,
            **{"state": "closed", **fields},
        )
        for n, incident in enumerate(incidents, 1)
    )
    said = {
        name: PartialDate.parse(on) if isinstance(on, str) else exactly(on)
        for name, on in days.items()
    }
    Event.objects.bulk_create(
        Event(review=review, round=1, name=name, on=on, by=by, at=AT)
        for review in reviews
        for name, on in said.items()
    )
    Evaluation.objects.bulk_create(
        Evaluation(review=review, number=n, grade=grade, by=by, at=AT)
        for review in reviews
        for n, grade in enumerate(grades, 1)
    )
    Child.objects.bulk_create(
        Child(incident=incident, position=n, **child)
        for incident in incidents
        for n, child in enumerate(children, 1)
    )
    return reviews


def graded(
    board: Board, on: date, *, good: int = 0, adequate: int = 0, inadequate: int = 0
) -> None:
    """So many reviews have a letter of the day, with these grades."""
    counts = {"good": good, "adequate": adequate, "inadequate": inadequate}
    for grade, number in counts.items():
        many(board, number, {"evaluated": on}, grades=[grade])


def in_period(first: date, last: date, **of: object) -> InPeriod:
    """Return the reviews that there are, or some of them, in a period for the tables."""
    return InPeriod(facts_of(Review.objects.filter(**of)), first, last)
