"""Names that are left in a document, as the app above that knows the names finds them."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from records.models import Document
from reviews.signals import scan_for_names

if TYPE_CHECKING:
    from reviews.models import Review


@dataclass(frozen=True)
class FoundName:
    """A name, number or address, where it stands in the document, and why it was taken for one."""

    words: str
    where: str
    kind: str
    why: str


@dataclass(frozen=True)
class Names:
    """What was found, every place of it; `unread` says what of the document nobody could read."""

    found: tuple[FoundName, ...] = ()
    unread: str = ""


def names_in(review: "Review", document: Document) -> Names | None:
    """Return what is left in the document, or None where nobody knows names to look for."""
    answers = scan_for_names.send(sender=Document, review=review, document=document)
    return next((names for _receiver, names in answers if names is not None), None)
