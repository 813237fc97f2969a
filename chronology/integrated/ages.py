"""How old each child was at an entry, in words."""

from collections.abc import Iterable

from chronology.ages import Days, age_at
from chronology.models import Entry
from reviews.models import Child


def ages_in_words(children: Iterable[Child], entry: Entry) -> list[tuple[str, str]]:
    """Return (label, age) of each child whose birth is known, however roughly."""
    when = Days(entry.date_start, entry.date_end)
    return [
        (child.label, str(age_at(child.born, when))) for child in children if child.born is not None
    ]
