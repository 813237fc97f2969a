"""The protective marking of what is written for a day (Government Security Classifications)."""

from datetime import date

CLASSIFICATIONS_CHANGED_ON = date(2014, 4, 2)


def marking_on(day: date) -> str:
    """Return RESTRICTED until 2 April 2014, OFFICIAL-SENSITIVE from then on."""
    return "RESTRICTED" if day < CLASSIFICATIONS_CHANGED_ON else "OFFICIAL-SENSITIVE"
