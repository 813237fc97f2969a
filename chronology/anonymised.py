"""Entries with pseudonyms for names: a view of the text, made when it is looked at."""

from collections.abc import Iterable

from chronology.exports.lines import Line
from chronology.masking import Cast, Context, Identifier, mask, scan, suggest_people
from chronology.masking.suggesting import Suggestion
from chronology.models import Answer, Entry, Unlisted
from chronology.models import Identifier as Kept
from chronology.wording import TEXTS, Told
from reviews.models import Review

SCANNED = ("when_raw", "time", "source", "event", "present", "voice", "action", "comment", "key")


class Anonymised:
    """The words of a review's entries without names, addresses and numbers."""

    is_anonymised = True

    def __init__(self, cast: Cast) -> None:
        self.cast = cast

    @classmethod
    def of(cls, review: Review) -> "Anonymised":
        """Return the view that the review's cast gives, with what was said to be ordinary."""
        ordinary = Unlisted.objects.filter(review=review, answer=Answer.ORDINARY)
        return cls(
            Cast.of(identifiers_of(review), ordinary=ordinary.values_list("text", flat=True))
        )

    def tell(self, entry: Entry) -> Told:
        texts = [getattr(entry, name) for name in TEXTS]
        return Told(
            *(
                mask(text, self.cast, context=_context(entry, name, texts)).text
                for name, text in zip(TEXTS, texts, strict=True)
            )
        )

    def date_raw(self, entry: Entry) -> str:
        return mask(entry.date_raw, self.cast, context=Context(cell="date")).text

    def people_in(self, entry: Entry) -> set[str]:
        """Return the codes of those whom the entry names."""
        texts = [getattr(entry, name) for name in TEXTS]
        return {
            span.person
            for name, text in zip(TEXTS, texts, strict=True)
            for span in mask(text, self.cast, context=_context(entry, name, texts)).spans
            if span.person
        }

    def unlisted_in(self, entries: Iterable[Entry]) -> list[Suggestion]:
        """Return the names and numbers in the entries that nobody in the cast answers to."""
        return suggest_people(
            [(entry.key, [getattr(entry, name) for name in TEXTS]) for entry in entries], self.cast
        )

    def leaks_in(self, lines: Iterable[Line]) -> list[dict[str, str]]:
        """Return what the scan over finished lines found: {"where", "surface", "kind", "why"}."""
        texts = [
            (f"No. {line.number}", "\n".join(str(getattr(line, name)) for name in SCANNED))
            for line in lines
        ]
        return [
            {"where": leak.where, "surface": leak.surface, "kind": leak.kind, "why": leak.why}
            for leak in scan(texts, self.cast)
        ]


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


def _context(entry: Entry, cell: str, texts: list[str]) -> Context:
    return Context(agency=entry.agency.name, cell=cell, alongside=tuple(t for t in texts if t))
