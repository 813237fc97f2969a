"""The statistics of 30,000 reviews and 60,000 children beside bare SQL that counts the same."""

import time
from collections.abc import Callable, Iterator
from datetime import date
from statistics import median

from django.db import connection

from insights.statistics.choosing import Period
from insights.statistics.whole import Statistics
from reviews.models import Child, Evaluation, Event, Review
from reviews.models.child import Outcome
from tests.benchmarks.filling import AT
from tests.benchmarks.multiplying import days_after, multiply
from tests.factories import BoardFactory, a_review

Figures = dict[str, str | int | float]
BOARDS = 148
PERIOD = Period(date(2000, 1, 1), date(2100, 1, 1))
DAYS = {"learned": 0, "decided": 20, "ratified": 200, "submitted": 210, "evaluated": 400}
ANSWERS = "CASE n % 3 WHEN 0 THEN 'yes' WHEN 1 THEN 'no' ELSE '' END"


def measure(*, reviews: int, runs: int) -> Iterator[Figures]:
    """Yield the figures; the database must be migrated and empty."""
    fill(reviews)
    taken: dict[str, list[float]] = {"ours": [], "bare": []}
    for _ in range(runs):
        taken["bare"].append(timed(counted_bare, reviews))
        taken["ours"].append(timed(counted, reviews))
    seconds, baseline = median(taken["ours"]), median(taken["bare"])
    yield {
        "case": f"statistics/{connection.vendor}",
        "n": reviews,
        "seconds": round(seconds, 3),
        "per_item_us": round(seconds / reviews * 1e6, 2),
        "baseline_seconds": round(baseline, 3),
        "ratio": round(seconds / baseline, 2),
    }


def fill(reviews: int) -> None:
    """There are so many reviews, evaluated and completed, each about two children."""
    boards = [BoardFactory() for _ in range(BOARDS)]
    first = a_review(boards[0], at=AT, dates={"happened": date(2008, 1, 1)}, children=1)
    first.deadlines.all().delete()
    incident = multiply(first.incident, reviews)
    review = multiply(
        first,
        reviews,
        incident_id=f"{incident} + n",
        board_id=f"{boards[0].pk} + n % {BOARDS}",
        year="1990",
        number="n",
        reference="'B-' || n",
        state="'closed'",
    )
    happened = Event.objects.get()
    for name, days in DAYS.items():
        day = days_after(date(2007, 1, 1), f"{days} + n % 1000 + n * 7 % 300 * {int(days > 20)}")
        text = f"CAST({day} AS varchar(24))"
        multiply(happened, reviews, review_id=f"{review} + n", name=f"'{name}'", on=text)
    grade = "CASE n % 4 WHEN 0 THEN 'good' WHEN 1 THEN 'adequate' ELSE 'inadequate' END"
    one = Evaluation.objects.create(review=first, number=1, grade="good", at=AT)
    multiply(one, reviews, review_id=f"{review} + n", grade=grade)
    child = Child.objects.get()
    outcome = f"CASE n % 2 WHEN 0 THEN '{Outcome.DIED}' ELSE '{Outcome.HARMED}' END"
    said = dict.fromkeys(("known_to_social_care", "in_need", "on_plan", "looked_after"), ANSWERS)
    for position in (1, 2):
        at = {"incident_id": f"{incident} + n", "position": str(position), "born": "'2006-05-01'"}
        multiply(child, reviews, outcome=outcome, **at, **said)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def timed(work: Callable[[], int], expected: int) -> float:
    start = time.perf_counter()
    found = work()
    if found != expected:
        raise AssertionError(f"{work.__name__} counted {found} reviews of {expected}")
    return time.perf_counter() - start


def counted() -> int:
    """Count every table; return how many reviews were evaluated."""
    tables = {table.slug: table for table in Statistics(Review.objects.all(), PERIOD).tables}
    return tables["grades"].n


def counted_bare() -> int:
    """Count the same by SQL that knows what to look for: each table is one statement."""
    pivot = (
        "SELECT r.id, r.board_id, e.grade, "
        + ", ".join(
            f"max(CASE WHEN v.name = '{name}' THEN v.\"on\" END) AS {name}" for name in DAYS
        )
        + " FROM reviews_review r JOIN reviews_evaluation e ON e.review_id = r.id AND e.number = 1"
        " JOIN reviews_event v ON v.review_id = r.id AND v.replaced_at IS NULL"
        " GROUP BY r.id, r.board_id, e.grade"
    )
    late = "CAST(substr(ratified, 1, 4) AS int) * 12 + CAST(substr(ratified, 6, 2) AS int)"
    early = "CAST(substr(decided, 1, 4) AS int) * 12 + CAST(substr(decided, 6, 2) AS int)"
    months = f"{late} - ({early})"
    band = f"CASE WHEN {months} <= 6 THEN 0 WHEN {months} <= 12 THEN 1 ELSE 2 END"
    groups = ["grade", "board_id, grade", "substr(evaluated, 1, 7), grade", band]
    groups += [f"{band}, decided <= learned", "decided <= learned", "substr(decided, 1, 4)"]
    children = ("known_to_social_care", "in_need", "on_plan", "looked_after", "ethnicity", "born")
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS bare_facts")
        cursor.execute(f"CREATE TEMPORARY TABLE bare_facts AS {pivot}")
        cursor.execute("SELECT count(*) FROM bare_facts WHERE evaluated IS NOT NULL")
        (number,) = cursor.fetchone()
        for group in groups:
            cursor.execute(f"SELECT {group}, count(*) FROM bare_facts GROUP BY {group}")
            cursor.fetchall()
        for column in children:
            cursor.execute(
                f"SELECT c.{column}, c.outcome, count(*) FROM reviews_child c "
                "JOIN reviews_review r ON r.incident_id = c.incident_id "
                f"JOIN bare_facts f ON f.id = r.id GROUP BY c.{column}, c.outcome"
            )
            cursor.fetchall()
    return number
