"""Entries with pseudonyms for names: a view of the text, made when it is looked at."""

import re
from collections.abc import Iterable, Mapping

from chronology.exports.lines import COLUMNS, Line
from chronology.masking import (
    Cast,
    Context,
    Identifier,
    Suggestion,
    mask,
    scan,
    suggest_people,
)
from chronology.models import Answer, Entry, Unlisted
from chronology.models import Identifier as Kept
from chronology.wording import TEXTS, Told
from reviews.models import Review

# A word for a time. In a cell of nothing else May and June are months, and nobody's names.
WORD_FOR_A_TIME = re.compile(
    r"st|nd|rd|th|am|pm|hrs?|hours?|to|and|of|the|or|about|approx\w*|circa|c|ca|early|mid|late|on|"
    r"before|after|between|as|above|same|day|week|w|commencing|beginning|ending|start|end|month|"
    r"term|year|half|spring|summer|autumn|winter|christmas|easter|jan\w*|feb\w*|mar|march|apr|"
    r"april|may|june?|july?|aug|august|sept?\w*|oct|october|nov\w*|dec\w*|"
    r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?|morning|afternoon|evening|"
    r"night|noon|midnight|midday|onwards|since|until|ditto|date|unknown|not|known|overnight",
    re.IGNORECASE,
)
LETTERS = re.compile(r"[^\W\d_]+")
MOMENTS = frozenset({"when_raw", "time"})
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


def is_time_alone(text: str) -> bool:
    """Return whether the text says when, and nothing else."""
    return all(WORD_FOR_A_TIME.fullmatch(word) for word in LETTERS.findall(text))


class Anonymised:
    """The words of a review's entries without names, addresses and numbers.

    `ordinary` are words that somebody said are nobody's name; they stay as they are.
    `also_hidden` is {words that a scan found in a finished copy: what stands in their place}.
    """

    is_anonymised = True

    def __init__(
        self,
        cast: Cast,
        ordinary: Iterable[str] = (),
        also_hidden: Mapping[str, str] | None = None,
    ) -> None:
        self.cast, self.also_hidden = cast, dict(also_hidden or {})
        self.ordinary = frozenset(text.casefold() for text in ordinary)
        self._agencies: dict[int, str] = {}
        self._files: dict[str, str] = {}

    @classmethod
    def of(cls, review: Review) -> "Anonymised":
        """Return the view that the review's cast gives."""
        said = Unlisted.objects.filter(review=review, answer=Answer.ORDINARY)
        return cls(Cast.of(identifiers_of(review)), said.values_list("text", flat=True))

    def hiding(self, leaks: Iterable[Mapping[str, str]]) -> "Anonymised":
        """Return the view that hides what a scan found as well."""
        found = {leak["surface"]: f"[{leak['kind']}]" for leak in leaks if leak["surface"].strip()}
        return Anonymised(self.cast, self.ordinary, self.also_hidden | found)

    def tell(self, entry: Entry) -> Told:
        return Told(*(self.masked(getattr(entry, name), _context(entry, name)) for name in TEXTS))

    def date_raw(self, entry: Entry) -> str:
        return self._moment(entry.date_raw, "date")

    def time_raw(self, entry: Entry) -> str:
        return self._moment(entry.time_raw, "time")

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

    def words(self, text: str) -> str:
        """Return words drawn from entries, masked like the entries themselves."""
        return self.masked(text, Context())

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

    def _moment(self, text: str, cell: str) -> str:
        """Return a cell that says when; it can hold more, and then it is masked like any other."""
        return text if is_time_alone(text) else self.masked(text, Context(cell=cell))

    def masked(self, text: str, context: Context) -> str:
        """Return the text with what stands for people in their place."""
        return self._hidden(self._by_cast(text, context))

    def _hidden(self, text: str) -> str:
        for words, instead in self.also_hidden.items():
            text = re.sub(rf"(?<!\w){re.escape(words)}(?!\w)", lambda _, to=instead: to, text)
        return text

    def _by_cast(self, text: str, context: Context) -> str:
        found = mask(text, self.cast, context=context)
        if not self.ordinary:
            return found.text
        pieces, at = [], 0
        for span in found.spans:
            if not self._is_ordinary(text[span.start : span.end]):
                pieces += [text[at : span.start], span.replacement]
                at = span.end
        return "".join([*pieces, text[at:]])

    def people_in(self, entry: Entry) -> set[str]:
        """Return the codes of those whom the entry names."""
        found = (
            mask(getattr(entry, name), self.cast, context=_context(entry, name)) for name in TEXTS
        )
        return {span.person for masked in found for span in masked.spans if span.person}

    def unlisted_in(self, entries: Iterable[Entry]) -> list[Suggestion]:
        """Return the names and numbers in the entries that nobody in the cast answers to."""
        return suggest_people(
            (
                (entry.key, getattr(entry, name), _context(entry, name))
                for entry in entries
                for name in TEXTS
            ),
            self.cast,
        )

    def leaks_in(self, lines: Iterable[Line]) -> list[dict[str, str]]:
        """Return what the scan over finished lines found: {"where", "surface", "kind", "why"}."""
        return self.leaks_in_texts(
            (f"No. {line.number}, {COLUMNS[cell].lower()}", str(getattr(line, cell)))
            for line in lines
            for cell in SCANNED
            if not (cell in MOMENTS and is_time_alone(getattr(line, cell)))
        )

    def leaks_in_copy(self, lines: Iterable[Line], glossary: Iterable[str]) -> list[dict[str, str]]:
        """Return the same of finished lines and of the abbreviations explained beside them."""
        beside = ((f"Abbreviation {number}", text) for number, text in enumerate(glossary, 1))
        return [*self.leaks_in(lines), *self.leaks_in_texts(beside)]

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


def _context(entry: Entry, cell: str) -> Context:
    return Context(agency=entry.agency.name, cell=cell)
