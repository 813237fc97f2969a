"""The abbreviations of a review as one reader has them: those explained, and those to explain."""

from collections import Counter

from django.db.models import Q, QuerySet

from boards.models import Agency
from chronology.models import Abbreviation, AgencyChronology
from chronology.permissions import refusal
from chronology.reader import Reader
from chronology.return_words import explained, unexplained

READ_AT_ONCE = 3000  # rows whose words are looked through for abbreviations
OFFERED = 20


def abbreviations_for(reader: Reader) -> QuerySet[Abbreviation]:
    """Return the board's and, for whoever reads their rows, the agencies'."""
    kept = Abbreviation.objects.filter(review=reader.review).select_related("agency", "by")
    return kept if reader.reads_all else kept.filter(Q(agency=None) | Q(agency__in=reader.own))


def told_by(reader: Reader) -> list[tuple[str, str, str]]:
    """Return (letters, meaning, whose) in the words that the reader is shown."""
    words = reader.wording.words
    return [
        (words(one.short), words(one.meaning), str(one.agency or ""))
        for one in abbreviations_for(reader)
    ]


def writes_as(reader: Reader) -> Agency | None:
    """Return the agency for which the reader explains; None for the board's people."""
    if refusal(reader.user, "explain", reader.review) is None:
        return None
    own = AgencyChronology.objects.filter(review=reader.review, agency__in=reader.own)
    first = own.select_related("agency").first()
    return first.agency if first else None


def may_explain(reader: Reader) -> bool:
    agency = writes_as(reader)
    return refusal(reader.user, "explain", reader.review, agency) is None


def to_explain(reader: Reader) -> list[tuple[str, int]]:
    """Return (letters, rows with them) that nobody explains, the most frequent first."""
    texts = list(reader.entries().in_order().values_list("event", flat=True)[:READ_AT_ONCE])
    shorts = abbreviations_for(reader).values_list("short", flat=True)
    known = frozenset(shorts) | explained(texts)
    found = Counter(word for text in texts for word in set(unexplained(text, known)))
    return found.most_common(OFFERED)
