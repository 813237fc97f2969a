"""What a record says happened before or after a day is shown so, and not as about that day."""

import pytest

from chronology.dates import edge_of, read_when
from chronology.exports.lines import spoken_day
from chronology.models import Entry
from chronology.receiving.stored import entry_fields, revived
from chronology.receiving.words import as_read
from tests.chronology.tables_read import STORY, of_csv

KEPT = ("date_start", "date_end", "precision", "date_raw", "is_uncertain")


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("before 1 May 2025", "before 1 May 2025"),
        ("Prior to 01/05/2025", "before 1 May 2025"),
        ("before May 2025", "before 1 May 2025"),
        ("by 1 May 2025", "by 1 May 2025"),
        ("on or before 01/05/2025", "by 1 May 2025"),
        ("after May 2025", "after 31 May 2025"),
        ("since 1 May 2025", "from 1 May 2025"),
        ("1 May 2025 onwards", "from 1 May 2025"),
        ("about 1 May 2025", "about 1 May 2025 (in doubt)"),
        ("before ?1 May 2025", "about 1 May 2025 (in doubt)"),
    ],
)
def test_an_edge_is_shown_as_one(raw, shown):
    entry = of_csv([["Date", "Event"], [raw, STORY]]).entries[0]
    fields = entry_fields(entry, 1, [])
    assert as_read(fields) == shown
    kept = {name: revived(fields)[name] for name in KEPT}
    assert spoken_day(Entry(**kept)) == shown.removesuffix(" (in doubt)")


@pytest.mark.parametrize("raw", ["1 May 2025", "1 to 3 May 2025", "after 1 May to 3 May 2025"])
def test_what_has_no_edge_or_two_has_none(raw):
    when = read_when(raw)
    assert edge_of(raw, when.start, when.end) is None
