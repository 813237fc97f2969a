"""A database of the size that a nation's boards would make."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from typing import Any

from django.contrib.auth.hashers import make_password
from django.db import connection, models

from boards.models import Board, Membership, User
from reviews.models import Deadline, Incident, Review
from reviews.states import State

BATCH = 4000  # rows
OVERDUE = 50  # rows of each board that are owed and late
AHEAD = 100  # rows of each board that are owed later
OWNERS = 4  # people of each board
AT = datetime(2010, 1, 4, 9, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Filled:
    """What was made: the board to measure, its manager and a superuser for the admin."""

    board: Board
    manager: User
    superuser: User


def fill(*, reviews: int, boards: int, on: date) -> Filled:
    """The database holds so many reviews of so many boards, two deadlines each."""
    made = Board.objects.bulk_create(
        Board(name=f"Board {n}", slug=f"board-{n}", code=code(n), region="-") for n in range(boards)
    )
    people = _people(made)
    _in_batches(Incident, _incidents(reviews, made, people))
    incidents = Incident.objects.order_by("id").values_list("id", flat=True)
    _in_batches(Review, _reviews(list(incidents), made, people))
    ids = Review.objects.order_by("id").values_list("id", flat=True)
    _in_batches(Deadline, _deadlines(list(ids), boards, on))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    measured = made[boards // 2]
    superuser = User.objects.create_superuser("admin@bench.example", "x" * 20, full_name="Admin")
    return Filled(measured, people[measured.pk][0], superuser)


def code(number: int) -> str:
    """Return AAA, AAB, …"""
    return "".join(chr(ord("A") + number // 26**place % 26) for place in (2, 1, 0))


def _people(boards: list[Board]) -> dict[int, list[User]]:
    """Return the people of each board by its id, the manager first."""
    password = make_password(None)
    users = User.objects.bulk_create(
        User(email=f"p{n}@{board.slug}.example", full_name=f"Person {n}", password=password)
        for board in boards
        for n in range(OWNERS)
    )
    people = {b.pk: users[i * OWNERS : (i + 1) * OWNERS] for i, b in enumerate(boards)}
    Membership.objects.bulk_create(
        Membership(
            user=user,
            board_id=board,
            role="coordinator" if place else "manager",
            since_on=AT.date(),
        )
        for board, users in people.items()
        for place, user in enumerate(users)
    )
    return people


def _incidents(
    number: int, boards: list[Board], people: dict[int, list[User]]
) -> Iterator[Incident]:
    for n in range(number):
        board = boards[n % len(boards)]
        yield Incident(board=board, harm="death", logged_at=AT, logged_by=people[board.pk][0])


def _reviews(
    incidents: list[int], boards: list[Board], people: dict[int, list[User]]
) -> Iterator[Review]:
    for n, incident in enumerate(incidents):
        place, board = n // len(boards), boards[n % len(boards)]
        year, number = 2006 + place % 10, place // 10 + 1
        yield Review(
            board=board,
            incident_id=incident,
            year=year,
            number=number,
            reference=f"{board.code}-{year}-{number:03}",
            state=State.CHRONOLOGY if place < OVERDUE + AHEAD else State.CLOSED,
            owner=people[board.pk][place % OWNERS],
            opened_at=AT,
        )


def _deadlines(reviews: list[int], boards: int, on: date) -> Iterator[Deadline]:
    for n, review in enumerate(reviews):
        place = n // boards
        yield _deadline(review, "decide", "Decide whether to hold a review", on, 400)
        is_open = place < OVERDUE + AHEAD
        days = 1 + place if place < OVERDUE else OVERDUE - place - 1
        yield _deadline(review, "complete", "Complete the review", on, days, is_open=is_open)


def _deadline(
    review: int, kind: str, name: str, on: date, days_ago: int, *, is_open: bool = False
) -> Deadline:
    due = on - timedelta(days=days_ago)
    return Deadline(
        review_id=review,
        round=1,
        kind=kind,
        name=name,
        guidance="wt2010",
        trigger="decided",
        trigger_on=due - timedelta(days=180),
        original_due_on=due,
        computed_on=due,
        due_on=due,
        act_by=due,
        is_open=is_open,
        met_on=None if is_open else due,
    )


def _in_batches(model: type[models.Model], rows: Iterator[Any]) -> None:
    while batch := list(islice(rows, BATCH)):
        model.objects.bulk_create(batch)
