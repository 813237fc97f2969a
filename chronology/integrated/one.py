"""Everything about one entry, for its own page."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.db.models import Q
from django.urls import reverse
from django.utils.html import escape, format_html, format_html_join
from django.utils.safestring import SafeString

from boards.models import User
from chronology.accounts import Said, in_words
from chronology.agency_marks import Mark
from chronology.anonymised import Anonymised
from chronology.exports.lines import spoken_day, spoken_time
from chronology.integrated.rows import Row, rows_of
from chronology.mention_page import anchor
from chronology.models import Entry, LinkStatus, SameEvent
from chronology.reader import Reader
from chronology.receiving.readings import as_the_file_had_it
from chronology.wording import TEXTS, Told, quoting
from records.models import AuditEvent

MOST_NEIGHBOURS = 20
LINK = '<a class="govuk-link" href="{}">{}</a>'
BASES = {
    "implied": "Implied: the words do not say it, but the contact needs the child.",
    "unnamed": "A child was seen whom the words do not tell from brothers and sisters.",
}


@dataclass(frozen=True, slots=True)
class Account:
    """Another account of the event beside this one."""

    entry: Entry
    mark: Mark
    day: str
    time: str
    written: str
    told: Told
    status: str
    reasons: list[str]
    differences: list[Said]
    standing: str


@dataclass(frozen=True, slots=True)
class Happening:
    """A line of the entry's history."""

    title: str
    at: datetime
    by: User | None = None


class OneEntry:
    """An entry as its reader sees it, with what stands around it."""

    def __init__(self, entry: Entry, reader: Reader) -> None:
        self.entry, self.reader = entry, reader

    @property
    def marks(self) -> Mapping[int, Mark]:
        return self.reader.marks

    @cached_property
    def row(self) -> Row:
        return rows_of([self.entry], self.reader, self.marks, words=[], silences={})[0]

    @cached_property
    def told(self) -> Told:
        return self.reader.wording.tell(self.entry)

    @cached_property
    def shown(self) -> Told:
        """Its words as HTML; what stands for somebody leads those who may rule to the mention."""
        wording = self.reader.wording
        if not isinstance(wording, Anonymised) or not self.reader.may_rule:
            return self.told
        return Told(*(self._linked(name, wording) for name in TEXTS))

    def _linked(self, name: str, wording: Anonymised) -> SafeString:
        text, spans = getattr(self.entry, name), wording.spans_in(self.entry, name)
        page = reverse("entry-mentions", args=[self.entry.pk])
        pieces, at = [], 0
        for span in spans:
            address = f"{page}#{anchor(name, span.start)}-{self.entry.pk}"
            instead = format_html(LINK, address, span.replacement)
            pieces += [escape(text[at : span.start]), instead]
            at = span.end
        return format_html_join("", "{}", ((piece,) for piece in [*pieces, escape(text[at:])]))

    @property
    def because(self) -> str:
        """The words from which it was read whether the child was seen."""
        return self.reader.wording.words(self.entry.child_seen_because, self.entry)

    @property
    def basis(self) -> str:
        """What there is to know of the words about the child, where they do not say it outright."""
        return BASES.get(self.entry.child_seen_from, "")

    @property
    def shows_words(self) -> bool:
        return self.reader.shows_words(self.entry)

    @cached_property
    def raw(self) -> list[tuple[str, str]]:
        """(heading, text) of what the row held besides; nothing where names are hidden."""
        if not self.shows_words:
            return []
        held = [("Date as written", self.entry.date_raw), ("Time as written", self.entry.time_raw)]
        held += [("Reference", self.entry.ref)]
        held += [(str(head), str(text)) for head, text in self.entry.other.items()]
        return [(head, text) for head, text in held if text]

    @property
    def filed(self) -> list[tuple[str, str]]:
        """(column, text) of what its file says, where it was put right since; as `raw`."""
        return as_the_file_had_it(self.entry) if self.shows_words else []

    @cached_property
    def accounts(self) -> list[Account]:
        """Other agencies' accounts of the event, those confirmed first."""
        if not self.reader.reads_all:
            return []
        pairs = (
            SameEvent.objects.filter(review=self.reader.review)
            .filter(Q(first=self.entry) | Q(second=self.entry))
            .exclude(status=LinkStatus.REJECTED)
            .standing()
            .select_related("first", "second")
            .order_by("status", "id")
        )
        return [self._account(pair) for pair in pairs]

    def _account(self, pair: SameEvent) -> Account:
        other = pair.second if pair.first_id == self.entry.pk else pair.first
        wording = self.reader.wording
        words = quoting(wording, pair)
        return Account(
            entry=other,
            mark=self.marks[other.agency_id],
            day=spoken_day(other),
            time=spoken_time(other, wording.time_raw(other)),
            written=wording.date_raw(other),
            told=wording.tell(other),
            status=pair.get_status_display(),
            reasons=[words(reason) for reason in pair.reasons],
            differences=[in_words(one, words) for one in pair.differences],
            standing=pair.get_standing_display() if pair.standing else "",
        )

    @cached_property
    def neighbours(self) -> list[Row]:
        """What other agencies wrote of the same days."""
        beside = (
            self.reader.entries()
            .filter(date_start__lte=self.entry.date_end, date_end__gte=self.entry.date_start)
            .exclude(agency=self.entry.agency_id)
            .in_order()[:MOST_NEIGHBOURS]
        )
        return rows_of(beside, self.reader, self.marks, words=[], silences={})

    @cached_property
    def history(self) -> list[Happening]:
        """What became of the entry, newest first."""
        entry = self.entry
        steps = [
            Happening("It was taken into the chronology", entry.recorded_at, entry.written_by),
            *(Happening(event.sentence, event.at, event.by) for event in self._logged()),
        ]
        if entry.put_right_at:
            words = "It was put right on line, other than in its file"
            steps.append(Happening(words, entry.put_right_at, entry.put_right_by))
        if entry.changed_at and entry.changed_at != entry.put_right_at:
            steps.append(Happening(f"It was changed: version {entry.version}", entry.changed_at))
        if entry.withdrawn_at:
            words = "It was taken out" if entry.same_as_id else "A later file left it out"
            steps.append(Happening(words, entry.withdrawn_at))
        return sorted(steps, key=lambda step: step.at, reverse=True)

    def _logged(self) -> list[AuditEvent]:
        events = AuditEvent.objects.about(self.entry).exclude(verb="view")
        return list(events.select_related("by")[:50])
