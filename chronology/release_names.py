"""Names that are left in a redacted copy: a hint to whoever checks it, never a promise."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from lxml import etree

from chronology.anonymised import Anonymised
from records.kinds import CSV, DOCX, TEXT
from records.models import Document
from records.sealing import Tampered
from reviews.models import ReleaseCopy, Review

LARGEST = 10 * 1024 * 1024
LISTED = 30
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PARTS = {"comments": "a comment", "header": "a header", "footer": "a footer", "core": "properties"}


@dataclass(frozen=True)
class Names:
    """What was found in one copy; `unread` says why nothing could be looked for."""

    copy: ReleaseCopy
    leaks: list[dict[str, str]]
    unread: str = ""


def names_in(review: Review, copies: list[ReleaseCopy]) -> list[Names]:
    """Return what is left in each copy that still waits to be checked."""
    waiting = [copy for copy in copies if not copy.is_checked and copy.file.is_released]
    view = Anonymised.of(review) if waiting else None
    return [_in_one(view, copy) for copy in waiting] if view else []


def _in_one(view: Anonymised, copy: ReleaseCopy) -> Names:
    kind = copy.file.media_type
    if kind not in {DOCX.media_type, TEXT.media_type, CSV.media_type}:
        return Names(copy, [], "Names can be looked for in Word and text files alone: read it.")
    if copy.file.size > LARGEST:
        return Names(copy, [], "The file is too large to look for names in it: read it.")
    try:
        return Names(copy, view.leaks_in_texts(list(texts_of(copy.file)))[:LISTED])
    except (Tampered, zipfile.BadZipFile, etree.XMLSyntaxError, KeyError):
        return Names(copy, [], "The file cannot be read: ask for it again.")


def texts_of(document: Document) -> Iterator[tuple[str, str]]:
    """Yield (where, text) of a Word or text file: also what was deleted, noted or is hidden."""
    with document.open() as content:
        if document.media_type != DOCX.media_type:
            text = content.read().decode("utf-8", errors="replace")
            yield from ((f"line {n}", line) for n, line in enumerate(text.splitlines(), 1))
            return
        with zipfile.ZipFile(content) as package:
            for part in package.infolist():
                is_words = part.filename.startswith(("word/", "docProps/"))
                if is_words and part.filename.endswith(".xml") and part.file_size <= LARGEST:
                    with package.open(part) as words:
                        yield from _words_of(part.filename, words)


def _words_of(name: str, words: IO[bytes]) -> Iterator[tuple[str, str]]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    root = etree.parse(words, parser).getroot()
    where = next((said for part, said in PARTS.items() if part in name), "the text")
    if name.startswith("docProps/"):
        yield from ((where, element.text) for element in root.iter() if element.text)
        return
    written = {f"{W}t", f"{W}delText"}
    for number, paragraph in enumerate(root.iter(f"{W}p"), 1):
        text = "".join(e.text or "" for e in paragraph.iter() if e.tag in written)
        if text:
            yield f"{where}, paragraph {number}", text
    authors = {e.get(f"{W}author") for e in root.iter() if e.get(f"{W}author")}
    yield from (("the author of a change", author) for author in sorted(authors))
