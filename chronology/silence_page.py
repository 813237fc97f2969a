"""What the page of silence shows: every span too long without something, longest first."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from urllib.parse import urlencode

from django.urls import reverse

from boards.models import Agency
from chronology.contacts import contacts_of, of_each_child
from chronology.gaps import Contact, Gap, Silence, countable, open_spans, silence, spans
from chronology.reader import Reader
from chronology.unasked import Unasked, unasked
from reviews.permissions import refusal

MOST = 10  # spans of one table
READ_AT_ONCE = 3000  # rows whose every word is read without being asked to: about a second


@dataclass(frozen=True, slots=True)
class Stretch:
    """A span of days without something, and the address of the rows around it.

    Open before or after: nothing of the kind is recorded from the first day on, or to the last.
    Of spans without sight of the child: whether the sight before or after it is only implied, and
    in how many rows within it a child was seen who is not named.
    """

    start: date
    end: date
    days: int
    href: str
    whose: str = ""
    is_open_before: bool = False
    is_open_after: bool = False
    is_implied_before: bool = False
    is_implied_after: bool = False
    unnamed: int = 0


@dataclass(frozen=True, slots=True)
class Table:
    """The longest spans of one kind; `more` are those left out."""

    heading: str
    none: str
    stretches: list[Stretch]
    more: int = 0
    of: str = ""  # what begins and ends with the first and the last day

    @property
    def is_in_doubt(self) -> bool:
        """Whether any of the spans rests on a sight that is implied, or holds one unnamed."""
        return any(
            one.is_implied_before or one.is_implied_after or one.unnamed for one in self.stretches
        )

    @property
    def caption(self) -> str:
        return f"{self.heading}, longest first"


class SilencePage:
    """Silence among the rows that the reader may see."""

    def __init__(self, reader: Reader, *, on: date, reads_words: bool = False) -> None:
        self.reader, self.on, self._reads_words = reader, on, reads_words
        self.list_address = reverse("chronology", args=[reader.review.reference])

    @cached_property
    def contacts(self) -> list[Contact]:
        return contacts_of(self.reader.counted_entries())

    @cached_property
    def scope(self) -> tuple[date, date] | None:
        return self.reader.scope

    @cached_property
    def names(self) -> dict[str, str]:
        """{id as text: name} of the agencies that wrote."""
        wrote = {int(contact.agency) for contact in self.contacts}
        return {
            str(pk): name
            for pk, name in Agency.objects.filter(pk__in=wrote).values_list("pk", "name")
        }

    @cached_property
    def silence(self) -> Silence:
        return silence(self.contacts, scope=self.scope)

    @cached_property
    def within(self) -> tuple[date, date] | None:
        """The first and last day that are looked into, up to today; None where nothing is."""
        if self.scope:
            first, last = self.scope[0], min(self.scope[1], self.on)
            return (first, last) if first < last else None
        rows = countable(self.contacts)
        return (rows[0].start, max(one.end for one in rows)) if rows else None

    @property
    def _whom(self) -> str:
        """Return of whose rows it is said: an agency's author reads no others."""
        return "any agency" if self.reader.reads_all else "your agency"

    @cached_property
    def tables(self) -> list[Table]:
        """What was missing for longer than the thresholds."""
        too_long = self.reader.thresholds
        contact, seen = too_long.no_contact_days, too_long.not_seen_days
        found = self.silence
        return [
            self._table(f"No contact with {self._whom}", self._all(found.all_agencies), contact),
            *self._of_children(contact),
            self._not_seen(seen),
            self._table(
                "Child not seen alone",
                self._all(found.not_seen_alone, lambda one: one.seen_alone),
                seen,
            ),
            self._table(
                "Child not heard",
                self._all(found.not_heard, lambda one: one.child_heard),
                seen,
            ),
        ]

    def _all(
        self, between: list[Gap], ends_it: Callable[[Contact], bool | None] = lambda _: True
    ) -> list[Gap]:
        """Return the spans between contacts and those open at an end, longest first."""
        if not self.contacts or self.within is None:
            return between
        found = between + open_spans(filter(ends_it, self.contacts), self.within)
        return sorted(found, key=lambda gap: (-gap.days, gap.start))

    def _of_children(self, at_least: int) -> list[Table]:
        """Return a table for each child, where there are several."""
        if len(self.reader.children) < 2 or not self.reader.reads_all:
            return []
        each = of_each_child(self.reader, self.contacts)
        return [
            self._table(f"No contact that names {label}", spans(named, scope=self.scope), at_least)
            for label, named in each.items()
        ]

    @cached_property
    def by_agency(self) -> list[Stretch]:
        """The longest silence of each agency, the longest first; none of one with one contact."""
        longest = [
            self._stretch(gaps[0], whose=self.names[agency], agency=agency)
            for agency, gaps in self.silence.by_agency.items()
            if gaps
        ]
        return sorted(longest, key=lambda stretch: -stretch.days)

    @cached_property
    def missed(self) -> list[dict[str, object]]:
        return [
            {
                "agency": self.names[run.agency],
                "count": run.count,
                "first": run.first,
                "last": run.last,
                "href": self._href(run.first, run.last, agency=run.agency),
            }
            for run in self.silence.missed[:MOST]
        ]

    @property
    def is_too_long_to_read(self) -> bool:
        """Whether the words of so many rows wait until somebody asks."""
        return len(self.contacts) > READ_AT_ONCE and not self._reads_words

    @cached_property
    def unasked(self) -> list[Unasked]:
        """Agencies that entries speak of and that were never asked, for whoever reads all."""
        if not (self.reader.reads_all and self.reader.sees_names) or self.is_too_long_to_read:
            return []
        entries = self.reader.counted_entries()
        rows = entries.values_list("pk", "agency__name", "event")
        sources = entries.order_by().values_list("agency__name", "source")
        commissions = self.reader.review.commissions.contributions()
        asked = {*commissions.values_list("agency__name", flat=True), *self.names.values()}
        return unasked(rows.iterator(chunk_size=5000), asked=asked, sources=sources)

    @cached_property
    def ask_href(self) -> str:
        """Where the agencies can be asked, for whoever may ask them now."""
        review = self.reader.review
        is_open = review.has_room_for("ask_agencies")
        if not is_open or refusal(self.reader.user, "ask_agencies", review) is not None:
            return ""
        return reverse("record", args=[review.reference, "ask_agencies"])

    def _table(self, heading: str, gaps: Iterable[Gap], at_least: int) -> Table:
        long = [gap for gap in gaps if gap.days >= at_least]
        stretches = [self._stretch(gap) for gap in long[:MOST]]
        none = f"No span of {at_least} days or more."
        of = "scope" if self.scope else "chronology"
        return Table(heading, none, stretches, more=max(len(long) - MOST, 0), of=of)

    def _not_seen(self, at_least: int) -> Table:
        """Spans without sight of the child, and what a reader should know of each."""
        gaps = self._all(self.silence.not_seen, lambda one: one.child_seen)
        table = self._table("Child not seen", gaps, at_least)
        implied = {one.id for one in self.contacts if one.is_only_implied}
        unnamed = [
            one.start for one in self.contacts if one.may_be_seen and one.is_counted(self.scope)
        ]
        weighed = [
            replace(
                stretch,
                is_implied_before=gap.before in implied,
                is_implied_after=gap.after in implied,
                unnamed=sum(gap.start < day < gap.end for day in unnamed),
            )
            for stretch, gap in zip(table.stretches, gaps, strict=False)
        ]
        return replace(table, stretches=weighed)

    def _stretch(self, gap: Gap, *, whose: str = "", agency: str = "") -> Stretch:
        return Stretch(
            gap.start,
            gap.end,
            gap.days,
            self._href(gap.start, gap.end, agency),
            whose,
            is_open_before=gap.before is None,
            is_open_after=gap.after is None,
        )

    def _href(self, start: date, end: date, agency: str = "") -> str:
        asked = {"from": start.isoformat(), "to": end.isoformat()}
        return f"{self.list_address}?{urlencode({'agency': agency, **asked} if agency else asked)}"
