"""Rows of a file as their agency puts them right on line, in tests."""

from chronology.filed import Filed
from chronology.models import AgencyChronology, Entry, Integration
from tests.chronology.sending import entries_of

RIGHT = "Mother rang: no electricity since Monday."


def row_of(chronology, event: str) -> Entry:
    return entries_of(chronology).standing().get(event=event)


def page(client, entry: Entry) -> str:
    return client.get(address(entry)).content.decode()


def address(entry: Entry) -> str:
    chronology = AgencyChronology.objects.get(review=entry.review, agency=entry.agency)
    return f"/chronologies/{chronology.pk}/rows/{entry.pk}/"


def put(client, entry: Entry, *, version: int | None = None, follow=True, **cells: str):
    """Put the row right as its page does: every cell is sent."""
    filed = Filed.of(entry, Integration.of(entry.review))
    facts = {f"cell:{name}": text for name, text in (filed.cells | cells).items()}
    facts["version"] = entry.version if version is None else version
    return client.post(address(entry), facts, follow=follow)
