"""Planning beside the bare INSERT … SELECT that puts the same rows in the ledger."""

import resource
import sys
import time
import tracemalloc
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from statistics import median

from django.db import connection, transaction
from django.utils import timezone

from boards.models import Membership
from notifications.models import Reminder
from notifications.planning import plan
from reviews.models import Deadline, Review
from tests.benchmarks.filling import AT
from tests.benchmarks.multiplying import days_after, multiply
from tests.factories import BoardFactory, UserFactory, a_review

Figures = dict[str, str | int | float]
ONE_IN = 20  # deadlines are due: 5 %
DUE_IN = 28  # days at the most
BOARDS = 148
SHORT = 20  # times as many runs of what takes less than a millisecond


class Undone(Exception):
    """Ends a transaction so that the next run finds what this one found."""


def measure(*, deadlines: int, runs: int) -> Iterator[Figures]:
    """Yield the figures for `deadlines` open ones, of which 5 % are due, and with none due.

    The database must be migrated and empty. Every run is undone, so that all do the same.
    """
    today = timezone.localdate()
    fill(deadlines, today)
    due = deadlines // ONE_IN
    yield beside("planning", due, lambda: planned(today), lambda: inserted(today), runs)
    early = today - timedelta(days=400)
    none_due = (lambda: planned(early), lambda: asked(early))
    yield beside("planning_nothing_due", deadlines, *none_due, runs * SHORT)
    say_memory(deadlines, lambda: planned(today))
    meet_as_many_again(deadlines)
    yield beside("planning_among_met", due, lambda: planned(today), lambda: inserted(today), runs)


def fill(deadlines: int, today: date) -> None:
    """One board's review with its open deadline is made, and then so many like it."""
    boards = [BoardFactory() for _ in range(BOARDS)]
    owners = [UserFactory() for _ in boards]
    for board, owner in zip(boards, owners, strict=True):
        Membership.objects.create(
            user=owner, board=board, role="coordinator", since_on=date(2006, 4, 1)
        )
    review = a_review(boards[0], at=AT, owner=owners[0], dates={"decided": date(2010, 1, 4)})
    incident = multiply(review.incident, deadlines)
    first = multiply(
        review,
        deadlines,
        incident_id=f"{incident} + n",
        board_id=f"{boards[0].pk} + n % {BOARDS}",
        owner_id=f"{owners[0].pk} + n % {BOARDS}",
        year="1990",
        number="n",
        reference="'B-' || n",
    )
    days = f"CASE WHEN n % {ONE_IN} = 0 THEN 1 + n / {ONE_IN} % {DUE_IN} ELSE 60 + n % 300 END"
    day = days_after(today, days)
    facts = dict.fromkeys(("original_due_on", "computed_on", "due_on", "act_by"), day)
    multiply(review.deadlines.get(), deadlines, review_id=f"{first} + n", **facts)
    Deadline.objects.filter(review=review).delete()
    refresh_statistics()


def meet_as_many_again(deadlines: int) -> None:
    """There are as many met deadlines as open ones."""
    one = Deadline.objects.order_by("id").first()
    assert one is not None
    multiply(
        one,
        deadlines,
        review_id=f"{one.review_id} + n - 1",
        kind="'decide'",
        is_open="false" if connection.vendor == "postgresql" else "0",
        met_on="t.due_on",
    )
    refresh_statistics()


def refresh_statistics() -> None:
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def planned(on: date) -> int:
    return plan(on=on, at=timezone.now()).reminders


def inserted(on: date) -> int:
    """The same rows, by one statement that knows what to look for; return how many."""
    now = "now()" if connection.vendor == "postgresql" else "datetime('now')"
    left = "julianday(d.due_on) - julianday(%s)"
    if connection.vendor == "postgresql":
        left = "d.due_on - %s::date"
    steps = " ".join(f"WHEN {left} <= {stage} THEN {stage}" for stage in (1, 7, 14))
    stages = f"CASE {steps} ELSE 28 END"
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {Reminder._meta.db_table} (kind, review_id, deadline_id, due_version, "
            "due_on, stage, recipient_id, tier, planned_at) "
            f"SELECT 'reminder', d.review_id, d.id, d.version, d.due_on, {stages}, r.owner_id, "
            f"'owner', {now} FROM {Deadline._meta.db_table} d "
            f"JOIN {Review._meta.db_table} r ON r.id = d.review_id "
            f"JOIN {Membership._meta.db_table} m ON m.board_id = r.board_id "
            "AND m.user_id = r.owner_id AND m.until_on IS NULL "
            "WHERE d.is_open AND d.due_on BETWEEN %s AND %s",
            [on, on, on, on, on + timedelta(days=DUE_IN)],
        )
        return cursor.rowcount


def asked(on: date) -> int:
    """Ask which deadlines are due, by one bare statement; return how many."""
    with connection.cursor() as cursor:
        cursor.execute(
            f"SELECT id FROM {Deadline._meta.db_table} WHERE is_open AND due_on <= %s",
            [on + timedelta(days=DUE_IN)],
        )
        return len(cursor.fetchall())


def beside(
    case: str, n: int, ours: Callable[[], int], bare: Callable[[], int], runs: int
) -> Figures:
    """Return the medians of interleaved runs that are undone; both must do as much."""
    taken: dict[str, list[float]] = {"ours": [], "bare": []}
    for _ in range(runs):
        for name, work in (("bare", bare), ("ours", ours)):
            done, seconds = undone(work)
            if done:
                sweep_up()
            taken[name].append(seconds)
            if done != (n if case != "planning_nothing_due" else 0):
                raise AssertionError(f"{case}: {name} made {done} rows of {n}")
    seconds, baseline = median(taken["ours"]), median(taken["bare"])
    return {
        "case": f"{case}/{connection.vendor}",
        "n": n,
        "seconds": round(seconds, 6),
        "per_item_us": round(seconds / n * 1e6, 3),
        "baseline_seconds": round(baseline, 6),
        "ratio": round(seconds / baseline, 2),
    }


def say_memory(deadlines: int, work: Callable[[], int]) -> None:
    """Standard error has by how much the process grew at its largest, and what Python took."""
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    tracemalloc.start()
    undone(work)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    print(
        f"memory of planning over {deadlines} on {connection.vendor}: "
        f"{peak // 1024} KiB of Python's, process larger by {grown} KiB",
        file=sys.stderr,
    )


def sweep_up() -> None:
    """What was undone leaves dead rows on PostgreSQL that no real sweep would meet."""
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute(f"VACUUM ANALYZE {Reminder._meta.db_table}")


def undone(work: Callable[[], int]) -> tuple[int, float]:
    done, seconds = 0, 0.0
    try:
        with transaction.atomic():
            start = time.perf_counter()
            done = work()
            seconds = time.perf_counter() - start
            raise Undone
    except Undone:
        return done, seconds
