"""What a line of a copy says besides its own row: of other accounts, of contact, of the agency."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q, QuerySet

from boards.models import Agency
from chronology.agency_marks import Mark, marks_of
from chronology.born import children_of
from chronology.dates import Precision
from chronology.gaps.contacts import COUNTED
from chronology.handed_in import HandedIn
from chronology.models import Abbreviation, Entry, SameEvent
from chronology.wording import Wording
from reviews.models import Child, Review

Day = tuple[int, date, date, str]  # id, first and last day, how precisely they are known


@dataclass(frozen=True, slots=True)
class Around:
    """By id of an entry: the accounts confirmed of the same event, and days since the contact
    before it; the children whose ages are said, which agencies have handed in, and how each is
    marked.
    """

    same_as: Mapping[int, list[int]] = field(default_factory=dict)
    since: Mapping[int, int] = field(default_factory=dict)
    children: tuple[Child, ...] = ()
    handed_in: HandedIn | None = None
    glossary: tuple[Abbreviation, ...] = ()
    marks: Mapping[int, Mark] = field(default_factory=dict)
    is_for_the_panel: bool = True  # who alone reads what entries were linked to

    @classmethod
    def of(cls, review: Review, rows: QuerySet[Entry], *, agency: Agency | None = None) -> "Around":
        """Return it for copies made of `rows`, before any filter by what they say.

        A copy for one agency alone says nothing of what the panel made of its rows.
        """
        days = rows.in_order().values_list("pk", "date_start", "date_end", "precision")
        return cls(
            SameEvent.confirmed_of(review) if agency is None else {},
            days_since(days.iterator(chunk_size=5000)),
            tuple(children_of(review)),
            HandedIn.of(review),
            tuple(_glossary(review, agency)),
            marks_of(rows.order_by().values_list("agency_id", "agency__name").distinct()),
            agency is None,
        )


def _glossary(review: Review, agency: Agency | None) -> QuerySet[Abbreviation]:
    kept = Abbreviation.objects.filter(review=review).select_related("agency")
    return kept.filter(Q(agency=None) | Q(agency=agency)) if agency else kept


def explained_in(around: "Around", wording: Wording) -> tuple[str, ...]:
    """Return what each abbreviation stands for, a line each, as the copy words it."""
    return tuple(
        wording.words(f"{one.short}: {one.meaning}") + (f" ({one.agency})" if one.agency else "")
        for one in around.glossary
    )


def days_since(rows: Iterable[Day]) -> dict[int, int]:
    """Return {id: days since the contact before} of rows in order whose days are known."""
    found: dict[int, int] = {}
    last: date | None = None
    for pk, start, end, precision in rows:
        if Precision(precision) not in COUNTED:
            continue
        if last is not None:
            found[pk] = max((start - last).days, 0)
        last = max(last or end, end)
    return found
