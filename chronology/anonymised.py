"""Entries with pseudonyms for names: a view of the text, made when it is looked at."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from chronology.exports.lines import COLUMNS, Line
from chronology.masking import (
    LEFT,
    Cast,
    Context,
    Identifier,
    Mention,
    Span,
    Suggestion,
    mask,
    mentions,
    ruled,
    scan,
    shown,
    suggest_people,
)
from chronology.models import Answer, Entry, Ruling, Unlisted
from chronology.models import Identifier as Kept
from chronology.models.ruling import by_place
from chronology.moments import is_time_alone
from chronology.ruled_words import LeftWord, in_quotes, without
from chronology.wording import TEXTS, Told
from reviews.models import Review

MOMENTS = {"date_raw": "date", "time_raw": "time"}  # and what the mask calls their columns
CELLS = (*TEXTS, *MOMENTS)
OF_LINE = {"when_raw": "date_raw", "time": "time_raw", "voice": "child_voice"}  # cells of an entry
SCANNED = (
    "when_raw",
    "time",
    "agency",
    "source",
    "ref",
    "event",
    "present",
    "voice",
    "action",
    "comment",
    "questions",
    "themes",
    "key",
)


class Anonymised:
    """The words of a review's entries without names, addresses and numbers.

    `ordinary` are words that somebody said are nobody's name; they stay as they are.
    `also_hidden` is {words that a scan found in a finished copy: what stands in their place}.
    `rulings` are what somebody said of single mentions; they go before all else.
    """

    is_anonymised = True

    def __init__(
        self,
        cast: Cast,
        ordinary: Iterable[str] = (),
        also_hidden: Mapping[str, str] | None = None,
        rulings: Iterable[Ruling] = (),
    ) -> None:
        self.cast, self.also_hidden = cast, dict(also_hidden or {})
        self.rulings = by_place(rulings)
        self.ordinary = frozenset(text.casefold() for text in ordinary)
        self._agencies: dict[int, str] = {}
        self._files: dict[str, str] = {}

    @classmethod
    def of(cls, review: Review) -> "Anonymised":
        """Return the view that the review's cast gives."""
        said = Unlisted.objects.filter(review=review, answer=Answer.ORDINARY)
        return cls(
            Cast.of(identifiers_of(review)),
            said.values_list("text", flat=True),
            rulings=Ruling.objects.of(review),
        )

    def hiding(self, leaks: Iterable[Mapping[str, str]]) -> "Anonymised":
        """Return the view that hides what a scan found as well."""
        found = {leak["surface"]: f"[{leak['kind']}]" for leak in leaks if leak["surface"].strip()}
        rulings = (each for told in self.rulings.values() for each in told)
        return Anonymised(self.cast, self.ordinary, self.also_hidden | found, rulings)

    def tell(self, entry: Entry) -> Told:
        return Told(*(self._cell(entry, name) for name in TEXTS))

    def date_raw(self, entry: Entry) -> str:
        return self._cell(entry, "date_raw")

    def time_raw(self, entry: Entry) -> str:
        return self._cell(entry, "time_raw")

    def _cell(self, entry: Entry, name: str) -> str:
        return self._shown(getattr(entry, name), self.spans_in(entry, name))[0]

    def spans_in(self, entry: Entry, name: str) -> tuple[Span, ...]:
        """Return what is replaced in a cell, and what a ruling leaves there as it stands."""
        return self.settled(entry, name, self.found_in(entry, name))

    def settled(self, entry: Entry, name: str, found: tuple[Span, ...]) -> tuple[Span, ...]:
        """Return what was found in a cell as rulings on it have it."""
        said = self.said_of(entry, name)
        return ruled(getattr(entry, name), found, (each.ruled for each in said)) if said else found

    def found_in(self, entry: Entry, name: str) -> tuple[Span, ...]:
        """Return what the portal finds in a cell. One that only says when names nobody."""
        text = getattr(entry, name)
        return () if name in MOMENTS and is_time_alone(text) else self._found(text, entry, name)

    def mentions_in(self, entry: Entry, name: str, found: tuple[Span, ...]) -> list[Mention]:
        """Return where somebody of the cast may be meant in a cell, hidden there or not."""
        text = getattr(entry, name)
        if name in MOMENTS and is_time_alone(text):
            return []
        return mentions(text, found, self.cast)

    def said_of(self, entry: Entry, name: str) -> list[Ruling]:
        """Return the rulings on a cell, but for those on a text that it no longer has."""
        rulings = self.rulings.get((entry.pk, name), ())
        return [each for each in rulings if each.is_about(getattr(entry, name))]

    def _found(self, text: str, entry: Entry, name: str) -> tuple[Span, ...]:
        context = Context(agency=entry.agency.name, cell=MOMENTS.get(name, name))
        return self._masked(text, context)

    def place(self, key: str) -> str:
        """Return where a row stands; a file can be named after somebody."""
        file, mark, row = key.partition("#")
        return self._hidden(f"{self._file(file)}{mark}{row}")

    def _file(self, name: str) -> str:
        """Return the file's name, or a number in its place where it would give somebody away."""
        known = self._files.get(name)
        if known is None:
            is_telling = name and bool(self.leaks_in_texts([("the name of a file", name)]))
            ending = name.rpartition(".")[2] if "." in name else ""
            known = f"file-{len(self._files) + 1}.{ending}" if is_telling else name
            self._files[name] = known
        return known

    def words(self, text: str, *entries: Entry) -> str:
        """Return words drawn from these entries, masked as far as may be like the entries."""
        found = self._masked(text, Context())
        said = [each for entry in entries for name in CELLS for each in self.said_of(entry, name)]
        quoted = in_quotes(text, found, said, entries) if said else ()
        return self._shown(text, ruled(text, found, quoted))[0]

    def agency(self, entry: Entry) -> str:
        """Return the agency's name, or what stands for it: a school can give a child away.

        Two agencies never have the same words in their place.
        """
        known = self._agencies.get(entry.agency_id)
        if known is None:
            words, number = self.words(entry.agency.name), 2
            known = words
            while known in self._agencies.values():
                known, number = f"{words} {number}", number + 1
            self._agencies[entry.agency_id] = known
        return known

    def _masked(self, text: str, context: Context) -> tuple[Span, ...]:
        """Return what the cast and the shapes of names and numbers have hidden."""
        found = mask(text, self.cast, context=context).spans
        if not self.ordinary:
            return found
        return tuple(span for span in found if not self._is_ordinary(text[span.start : span.end]))

    def _shown(self, text: str, spans: Sequence[Span]) -> tuple[str, list[tuple[int, int]]]:
        """Return the text as it is shown, and where in it the words left by a ruling are."""
        told, left = shown(text, spans)
        if not self.also_hidden:
            return told, left
        pieces, places, at = [], [], 0
        for start, end in left:
            pieces += [self._hidden(told[at:start]), told[start:end]]
            length = sum(map(len, pieces))
            places.append((length - (end - start), length))
            at = end
        return "".join([*pieces, self._hidden(told[at:])]), places

    def _hidden(self, text: str) -> str:
        for words, instead in self.also_hidden.items():
            text = re.sub(rf"(?<!\w){re.escape(words)}(?!\w)", lambda _, to=instead: to, text)
        return text

    def unlisted_in(self, entries: Iterable[Entry]) -> list[Suggestion]:
        """Return the names and numbers in the entries that nobody in the cast answers to."""
        return suggest_people(
            (
                (entry.key, getattr(entry, name), Context(agency=entry.agency.name, cell=name))
                for entry in entries
                for name in TEXTS
            ),
            self.cast,
        )

    def leaks_in_copy(
        self, lines: Iterable[Line], glossary: Iterable[str], entries: Sequence[Entry] = ()
    ) -> list[dict[str, str]]:
        """Return what the scan over finished lines found: {"where", "surface", "kind", "why"}.

        The abbreviations explained beside them are scanned too. The lines are of `entries`, in
        their order: words of these that a ruling left as they stand are no leaks.
        """
        beside = ((f"Abbreviation {number}", text) for number, text in enumerate(glossary, 1))
        return self.leaks_in_texts([*self._texts_of(lines, entries), *beside])

    def _texts_of(
        self, lines: Iterable[Line], entries: Sequence[Entry]
    ) -> Iterator[tuple[str, str]]:
        for line in lines:
            left = self._left_in(line, entries)
            for cell in SCANNED:
                text = str(getattr(line, cell))
                if OF_LINE.get(cell) in MOMENTS and is_time_alone(text):
                    continue
                yield (
                    _where(line, cell),
                    without(text, (word for word in left if word.cell == cell)),
                )

    def left_in_copy(self, lines: Iterable[Line], entries: Sequence[Entry]) -> list[dict[str, str]]:
        """Return the words in finished lines that a ruling left as they stand, by whom and why."""
        return [
            {"where": _where(line, each.cell), **each.said}
            for line in lines
            for each in self._left_in(line, entries)
        ]

    def _left_in(self, line: Line, entries: Sequence[Entry]) -> list[LeftWord]:
        if not (entries and self.rulings):
            return []
        entry = entries[line.number - 1]
        cells = ((cell, OF_LINE.get(cell, cell)) for cell in SCANNED)
        return [
            LeftWord(cell, *place, ruling)
            for cell, name in cells
            for place, ruling in self._left_cell(entry, name, getattr(line, cell))
        ]

    def _left_cell(
        self, entry: Entry, name: str, told: str
    ) -> Iterable[tuple[tuple[int, int], Ruling]]:
        """Return where words left by a ruling are in a cell as it is told, and the rulings."""
        said = {(each.start, each.end): each for each in self.said_of(entry, name)}
        spans = self.spans_in(entry, name) if said else ()
        text, places = self._shown(getattr(entry, name), spans) if said else ("", [])
        left = [said[span.start, span.end] for span in spans if span.kind == LEFT]
        return zip(places, left, strict=True) if text == told else ()

    def leaks_in_texts(self, texts: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
        """Return the same of (where it stands, text)."""
        return [
            {"where": leak.where, "surface": leak.surface, "kind": leak.kind, "why": leak.why}
            for leak in scan(texts, self.cast)
            if not self._is_ordinary(leak.surface)
        ]

    def _is_ordinary(self, text: str) -> bool:
        return " ".join(text.split()).casefold() in self.ordinary


def identifiers_of(review: Review) -> list[Identifier]:
    """Return every way in which somebody of the case is written."""
    kept = Kept.objects.filter(person__review=review).select_related("person").order_by("id")
    return [
        Identifier(
            person=one.person.code,
            text=one.text,
            kind=one.kind,
            replacement=one.replacement,
            shared_by=one.shared_by,
            category=one.person.category,
            role=one.person.role,
            pseudonym=one.person.pseudonym,
            agency=one.person.agency_name,
        )
        for one in kept
    ]


def _where(line: Line, cell: str) -> str:
    return f"No. {line.number}, {COLUMNS[cell].lower()}"
