"""Where the cast is mentioned: kept by row, so that a page need not read the whole chronology."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import QuerySet

from chronology.anonymised import CELLS, Anonymised
from chronology.masking import Doubt
from chronology.models import Entry, Mention, Person
from chronology.models.mention import compared
from reviews.models import Review

AT_ONCE = 1000
Place = tuple[int, int, str, int, int]  # person, entry, cell, first character, end
Facts = tuple[str, str]  # as it is compared, what is doubtful


class Mentioned:
    """Who of the cast is mentioned where in rows, and who is named in each by now."""

    def __init__(self, review: Review, wording: Anonymised) -> None:
        self.review, self.wording = review, wording
        self.people: dict[str, int] = dict(review.cast.values_list("code", "pk"))
        self.mentions: dict[Place, Facts] = {}
        self.named: set[tuple[int, int]] = set()

    def read(self, entry: Entry) -> None:
        """The row's mentions are known, and who is named in it when rulings have their say."""
        for cell in CELLS:
            if getattr(entry, cell):
                self._read(entry, cell)

    def _read(self, entry: Entry, cell: str) -> None:
        text, found = getattr(entry, cell), self.wording.found_in(entry, cell)
        for each in self.wording.mentions_in(entry, cell, found):
            facts = (compared(text[each.start : each.end]), each.doubt.value)
            for code in each.people:
                self._add(code, (entry.pk, cell, each.start, each.end), facts)
        for ruling in self.wording.said_of(entry, cell):
            if ruling.person:
                facts = (compared(ruling.surface), Doubt.NONE.value)
                self._add(ruling.person.code, ruling.place, facts)
        spans = self.wording.settled(entry, cell, found)
        self.named |= {(self.people[s.person], entry.pk) for s in spans if s.person in self.people}

    def _add(self, code: str, place: tuple[int, str, int, int], facts: Facts) -> None:
        if code in self.people:
            self.mentions.setdefault((self.people[code], *place), facts)

    def keep(self, entries: Iterable[int] | None = None) -> None:
        """What is kept is what was read: of these entries, or of the whole review."""
        links = Person.entries.through.objects.filter(person__review=self.review)
        kept = Mention.objects.filter(person__review=self.review)
        if entries is not None:
            links, kept = links.filter(entry__in=entries), kept.filter(entry__in=entries)
        with transaction.atomic():
            self._link(links)
            self._settle(kept)

    def _link(self, links: QuerySet) -> None:
        links.delete()
        made = [links.model(person_id=who, entry_id=entry) for who, entry in sorted(self.named)]
        links.model.objects.bulk_create(made, batch_size=AT_ONCE)

    def _settle(self, kept: QuerySet[Mention]) -> None:
        """Most mentions are where they were: only what changed is written."""
        names = ("pk", "person_id", "entry_id", "cell", "start", "end", "written", "doubt")
        known = {tuple(row[1:]): row[0] for row in kept.values_list(*names)}
        now = {(*place, *facts) for place, facts in self.mentions.items()}
        gone = [pk for row, pk in known.items() if row not in now]
        for start in range(0, len(gone), AT_ONCE):
            Mention.objects.filter(pk__in=gone[start : start + AT_ONCE]).delete()
        new = (dict(zip(names[1:], row, strict=True)) for row in sorted(now - known.keys()))
        Mention.objects.bulk_create((Mention(**row) for row in new), batch_size=AT_ONCE)


def read_again(review: Review, entries: Iterable[Entry]) -> None:
    """The mentions in these entries are kept as they are now, because somebody ruled on some."""
    mentioned = Mentioned(review, Anonymised.of(review))
    rows = list(entries)
    for entry in rows:
        mentioned.read(entry)
    mentioned.keep([entry.pk for entry in rows])
