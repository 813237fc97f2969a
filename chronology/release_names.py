"""Names that are left in a redacted copy: a hint to whoever checks it, never a promise."""

from dataclasses import dataclass

from chronology.anonymised import Anonymised
from chronology.models import Identifier
from chronology.release_texts import texts_of
from records.models import Document
from reviews.models import ReleaseCopy, Review
from reviews.names import FoundName, Names

LISTED = 30
NOBODY_KNOWN = "No cast is recorded, so the portal knows no names to look for: read it yourself."


@dataclass(frozen=True)
class NamesLeft:
    """What was found in one copy; `unread` says why nothing, or not everything, was looked at."""

    copy: ReleaseCopy
    leaks: tuple[FoundName, ...]
    unread: str = ""


def names_in(review: Review, document: Document) -> Names | None:
    """Return what of the review's cast is left in the document; None where there is no cast."""
    if not Identifier.objects.filter(person__review=review).exists():
        return None
    texts, unread = texts_of(document)
    leaks = Anonymised.of(review).leaks_in_texts(texts)
    found = (FoundName(leak["surface"], leak["where"], leak["kind"], leak["why"]) for leak in leaks)
    return Names(tuple(found), unread)


def names_left(review: Review, copies: list[ReleaseCopy]) -> list[NamesLeft]:
    """Return what is left in each copy that still waits to be checked."""
    waiting = [copy for copy in copies if not copy.is_checked and copy.file.is_released]
    return [_in_one(review, copy) for copy in waiting]


def _in_one(review: Review, copy: ReleaseCopy) -> NamesLeft:
    names = names_in(review, copy.file)
    if names is None:
        return NamesLeft(copy, (), NOBODY_KNOWN)
    return NamesLeft(copy, names.found[:LISTED], names.unread)
