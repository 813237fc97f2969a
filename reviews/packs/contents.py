"""Which files go to a recipient, under which names."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from django.utils.text import slugify

from boards.govuk.words import counted
from records.downloads import require_released
from records.models import Document
from reviews.conditions import NotYet
from reviews.models import FinalSet, FinalSetItem
from reviews.publishing import released_without_names
from reviews.statutory import Recipient

SAFE_ENDING = re.compile(r"\.[a-z0-9]{1,5}")
LONGEST = 60  # characters of a name, so that the path fits wherever it is unpacked


@dataclass(frozen=True)
class Entry:
    """One document of a pack, and the name that it has in it."""

    name: str
    item: FinalSetItem
    document: Document


class Pack:
    """What one recipient is given of an agreed set; without a recipient, the whole set.

    Raises NotYet where a file is not what the board agreed, or where a copy without names is to
    be given and none may leave on that day; NotReleased where one is not scanned, or was infected.
    """

    def __init__(
        self, final_set: FinalSet, recipient: Recipient | None = None, *, on: date
    ) -> None:
        self.final_set, self.recipient, self.on = final_set, recipient, on
        final_set.require_untouched()
        self.entries = list(self._entries())

    def _entries(self) -> list[Entry]:
        items = self.final_set.items.select_related("version__file", "version__document")
        wanted = self.recipient.what if self.recipient else None
        chosen = [item for item in items if wanted is None or item.kind in wanted]
        documents = {item: self._document(item) for item in chosen}
        for document in filter(None, documents.values()):
            require_released(document)
        if missing := [item.label for item, document in documents.items() if document is None]:
            raise NotYet(
                [
                    f"{self.recipient.name} is given copies without names. No such copy is on file "
                    f"of: {label}. It is made for publication, checked, and looked through."
                    for label in missing
                ]
            )
        return [
            Entry(safe_name(place, item, document), item, document)
            for place, (item, document) in enumerate(documents.items(), 1)
        ]

    def _document(self, item: FinalSetItem) -> Document | None:
        if self.recipient and self.recipient.is_anonymised:
            return released_without_names(item.version, self.on)
        return item.version.file

    @property
    def folder(self) -> str:
        to = f"-{slugify(self.recipient.code)}" if self.recipient else ""
        return f"{self.final_set.review.reference}-set-{self.final_set.number}{to}"

    @property
    def described(self) -> str:
        """Return "7 files of set 1 (A1B2-…) for Ofsted", as the log says it."""
        to = f" for {self.recipient.name}" if self.recipient else ""
        count = counted(len(self.entries), "file")
        return f"{count} of {self.final_set.of_the_review} ({self.final_set.fingerprint}){to}"


def safe_name(place: int, item: FinalSetItem, document: Document) -> str:
    """Return "04-individual-management-review-downland-police.docx": no title, no path."""
    ending = PurePath(document.name).suffix.lower()
    ending = ending if SAFE_ENDING.fullmatch(ending) else ".bin"
    return f"{place:02}-{slugify(item.label)[:LONGEST].strip('-')}{ending}"
