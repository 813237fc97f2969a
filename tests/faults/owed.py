"""Many people who are each owed one reminder today."""

from datetime import UTC, date, datetime

from django.contrib.auth.hashers import make_password
from django.db import connection

from boards.models import Board, Membership, User
from reviews.models import Deadline, Incident, Review

AT = datetime(2010, 1, 4, 9, 0, tzinfo=UTC)
BATCH = 2000


def owe(people: int, *, on: date, wave: int = 0) -> set[str]:
    """So many people have one deadline due on the day; return their addresses.

    It is the last day, so that each has a mail of their own and no sending window holds it back.
    """
    board, _ = Board.objects.get_or_create(
        code="FLT", defaults={"name": "Faulty LSCB", "slug": "faulty", "region": "-"}
    )
    password = make_password(None)
    users = User.objects.bulk_create(
        [
            User(email=f"w{wave}p{n}@faults.example", full_name=f"Person {n}", password=password)
            for n in range(people)
        ],
        batch_size=BATCH,
    )
    Membership.objects.bulk_create(
        [
            Membership(user=user, board=board, role="coordinator", since_on=AT.date())
            for user in users
        ],
        batch_size=BATCH,
    )
    incidents = Incident.objects.bulk_create(
        [Incident(board=board, harm="death", logged_at=AT, logged_by=user) for user in users],
        batch_size=BATCH,
    )
    year = 2006 + wave
    reviews = Review.objects.bulk_create(
        [
            Review(
                board=board,
                incident=incident,
                year=year,
                number=n,
                reference=f"FLT-{year}-{n:05}",
                state="scoping",
                owner=user,
                opened_at=AT,
            )
            for n, (user, incident) in enumerate(zip(users, incidents, strict=True), start=1)
        ],
        batch_size=BATCH,
    )
    Deadline.objects.bulk_create([_due(review, on) for review in reviews], batch_size=BATCH)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")  # as a server does by itself, within a minute
    return {user.email for user in users}


def _due(review: Review, on: date) -> Deadline:
    return Deadline(
        review=review,
        round=1,
        kind="complete",
        name="Complete the serious case review",
        guidance="wt2010",
        trigger="decided",
        trigger_on=AT.date(),
        original_due_on=on,
        computed_on=on,
        due_on=on,
        act_by=on,
    )
