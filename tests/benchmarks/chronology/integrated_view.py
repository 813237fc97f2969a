"""The integrated chronology of a large case: its first page, its last and its filters."""

import time
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice
from statistics import median
from typing import Any

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from boards.models import Agency
from boards.roles import Manager
from chronology.models import AgencyChronology, Entry, SameEvent
from reviews.models import Review
from tests.factories import a_review, person

Figures = dict[str, str | int | float]
BATCH = 2000  # rows
FIRST_DAY = date(2004, 1, 1)
WORDS = (
    "Home visit by the health visitor; mother tired, child seen in the cot and handled well.",
    "Telephone call from the neighbour about shouting and a child crying late in the evening.",
    "Did not attend the appointment at the clinic. Letter sent, second appointment offered.",
    "Attended with a bruise on the forearm, explanation given by father noted as consistent.",
    "Strategy discussion held between agencies; single agency enquiry agreed, no further action.",
)


def measure(*, entries: int = 50_000, agencies: int = 20, runs: int = 7) -> list[Figures]:
    """Return one row of figures for each page, from the median of `runs` requests.

    The database must be migrated and empty.
    """
    review, client = fill(entries=entries, agencies=agencies)
    address = f"/reviews/{review.reference}/chronology/"
    agency = Entry.objects.filter(review=review).values_list("agency", flat=True).first()
    pages = {
        "first_page": "",
        "last_page": f"?page={(entries + 99) // 100}",
        "one_agency": f"?agency={agency}",
        "one_year": "?from=2008-01-01&to=2008-12-31",
        "words": "?words=bruise+forearm",
        "child_not_seen": "?contact=not-seen",
        "confirmed": "?linked=confirmed",
        "flagged": "?flag=out_of_scope",
    }
    return [_figures(name, client, address + query, entries, runs) for name, query in pages.items()]


def fill(*, entries: int, agencies: int) -> tuple[Review, Client]:
    """The database holds one review with so many entries, and somebody signed in to read it."""
    review = a_review()
    named = Agency.objects.bulk_create(
        Agency(board=review.board, name=f"Agency {n:02}", kind="other") for n in range(agencies)
    )
    AgencyChronology.objects.bulk_create(AgencyChronology(review=review, agency=a) for a in named)
    rows = _entries(review, named, entries)
    while batch := list(islice(rows, BATCH)):
        Entry.objects.bulk_create(batch)
    _link(review)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    client = Client(headers={"Host": "localhost"})
    reader = person(Manager, review.board)
    client.force_login(reader, "django.contrib.auth.backends.ModelBackend")
    return review, client


def _entries(review: Review, agencies: list[Agency], number: int) -> Iterator[Entry]:
    now = timezone.now()
    for n in range(number):
        day = FIRST_DAY + timedelta(days=n * 7919 % 3650)
        yield Entry(
            review=review,
            agency=agencies[n % len(agencies)],
            key=f"agency.docx#T1R{n}",
            table="1",
            row=n,
            date_start=day,
            date_end=day,
            precision="day",
            date_raw=f"{day:%d/%m/%y}",
            minute=n % 1440,
            source=f"Record {n % 17}",
            event=f"{WORDS[n % len(WORDS)]} {WORDS[n * 3 % len(WORDS)]} Entry {n}.",
            present="Mother, health visitor",
            action="Case notes updated",
            child_seen=(True, False, None)[n % 3],
            flags=["out_of_scope"] if n % 50 == 0 else [],
            recorded_at=now,
        )


def _link(review: Review) -> None:
    """One entry in ten is linked to the one after it."""
    ids = list(Entry.objects.filter(review=review).order_by("pk").values_list("pk", flat=True))
    pairs: list[Any] = [
        SameEvent(review=review, first_id=first, second_id=second, score=0.9, at=timezone.now())
        for first, second in zip(ids[::10], ids[1::10], strict=False)
    ]
    SameEvent.objects.bulk_create(pairs, batch_size=BATCH)


def _figures(name: str, client: Client, address: str, entries: int, runs: int) -> Figures:
    taken = []
    for _ in range(runs + 1):
        start = time.perf_counter()
        response = client.get(address)
        taken.append(time.perf_counter() - start)
        if response.status_code != 200:
            raise AssertionError(f"{address} answers {response.status_code}")
    with CaptureQueriesContext(connection) as queries:
        rows = client.get(address).content.count(b'id="entry-')
    return {
        "case": f"integrated_view/{name}/{connection.vendor}",
        "n": entries,
        "rows": rows,
        "queries": len(queries),
        "seconds": round(median(taken[1:]), 4),
    }
