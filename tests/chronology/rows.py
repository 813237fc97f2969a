"""Rows of a chronology, with as little said as a test has to say."""

from datetime import date, time
from itertools import count
from typing import Any

from boards.models import Agency
from chronology.models import Entry
from reviews.models import Review
from tests.factories import AT

_rows = count(2)


def an_entry(review: Review, agency: Agency, on: date, event: str, **facts: Any) -> Entry:
    """Return a row of the agency that stands on the day; the raw words follow from the facts."""
    row = facts.pop("row", None) or next(_rows)
    at: time | None = facts.get("time")
    facts = {
        "key": f"{agency.pk}.csv#R{row}",
        "row": row,
        "date_end": on,
        "precision": "day",
        "date_raw": f"{on:%d/%m/%Y}",
        "time_precision": "exact" if at else "",
        "time_raw": f"{at:%H:%M}" if at else "",
        "minute": at.hour * 60 + at.minute if at else 24 * 60,
        "recorded_at": AT,
    } | facts
    return Entry.objects.create(review=review, agency=agency, date_start=on, event=event, **facts)
