"""The words of a document that is to leave, also those that its readers do not see at once."""

import zipfile
from collections.abc import Callable, Iterator
from typing import IO, Any

from lxml import etree
from pypdf import PdfReader
from pypdf.errors import PyPdfError
from pypdf.generic import IndirectObject

from records.kinds import CSV, DOCX, PDF, TEXT
from records.models import Document
from records.sealing import Tampered

LARGEST = 10 * 1024 * 1024
PAGES = 500
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PARTS = {"comments": "a comment", "header": "a header", "footer": "a footer", "core": "properties"}
READ_IT = "cannot be read by the portal: read it yourself"
BROKEN = (
    Tampered,
    zipfile.BadZipFile,
    etree.XMLSyntaxError,
    PyPdfError,
    RecursionError,
    KeyError,
    ValueError,
    TypeError,
    AttributeError,
)
"""What a file that is not what it says to be makes its reader raise; pypdf raises many kinds."""

Text = tuple[str, str]


class Unread(Exception):
    """Part of the document cannot be read; the text says which."""


def texts_of(document: Document) -> tuple[list[Text], str]:
    """Return its (where, text) and a sentence of what of it cannot be read, if anything."""
    read = READERS.get(document.media_type)
    if read is None:
        return [], f"This kind of file {READ_IT}."
    if document.size > LARGEST:
        return [], f"A file of more than 10 MB {READ_IT}."
    texts: list[Text] = []
    try:
        with document.open() as content:
            texts.extend(read(content))
    except Unread as unread:
        return unread.args[1], unread.args[0]
    except BROKEN:
        return [], f"The file is damaged or protected, and {READ_IT}."
    if not any(text.strip() for _where, text in texts):
        return [], f"The file holds no text, and {READ_IT}."
    return texts, ""


def _plain(content: IO[bytes]) -> list[Text]:
    text = content.read().decode("utf-8", errors="replace")
    return [(f"line {n}", line) for n, line in enumerate(text.splitlines(), 1)]


def _word(content: IO[bytes]) -> list[Text]:
    """Read every part, also what was deleted, noted or is hidden."""
    texts: list[Text] = []
    unread = ""
    with zipfile.ZipFile(content) as package:
        for part in package.infolist():
            if part.filename.startswith("word/embeddings/"):
                unread = f"Another file is inside this one, which {READ_IT}."
            is_words = part.filename.startswith(("word/", "docProps/"))
            if not is_words or not part.filename.endswith(".xml"):
                continue
            if part.file_size > LARGEST:
                unread = f"A part of the file is too large, and {READ_IT}."
                continue
            with package.open(part) as words:
                texts += _words_of(part.filename, words)
    if unread:
        raise Unread(unread, texts)
    return texts


def _words_of(name: str, words: IO[bytes]) -> Iterator[Text]:
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


def _pdf(content: IO[bytes]) -> list[Text]:
    """Read the text layer, the notes, the bookmarks and the properties."""
    reader = PdfReader(content)
    if len(reader.pages) > PAGES:
        raise Unread(f"A file of more than {PAGES} pages {READ_IT}.", [])
    texts = [("properties", str(value)) for value in (reader.metadata or {}).values()]
    texts += [("a bookmark", title) for title in _bookmarks(reader.outline)]
    blank = []
    for number, page in enumerate(reader.pages, 1):
        lines = page.extract_text().splitlines()
        texts += [(f"page {number}, line {n}", line) for n, line in enumerate(lines, 1)]
        texts += [(f"a note on page {number}", note) for note in _notes(page)]
        if not any(line.strip() for line in lines):
            blank.append(str(number))
    if blank:
        which = f"Page {blank[0]} holds" if len(blank) == 1 else f"Pages {_several(blank)} hold"
        raise Unread(f"{which} no text that the portal can see, and {READ_IT}.", texts)
    if reader.attachments:
        raise Unread(f"Another file is inside this one, which {READ_IT}.", texts)
    return texts


def _several(pages: list[str]) -> str:
    shown = pages[:10]
    more = " and more" if len(pages) > len(shown) else ""
    return f"{', '.join(shown)}{more}"


def _bookmarks(outline: list[Any]) -> Iterator[str]:
    for each in outline:
        if isinstance(each, list):
            yield from _bookmarks(each)
        else:
            yield str(each.title)


def _notes(page: Any) -> Iterator[str]:
    for each in page.get("/Annots") or ():
        note = each.get_object() if isinstance(each, IndirectObject) else each
        yield from (str(note[key]) for key in ("/T", "/Contents", "/V") if key in note)


READERS: dict[str, Callable[[IO[bytes]], list[Text]]] = {
    DOCX.media_type: _word,
    TEXT.media_type: _plain,
    CSV.media_type: _plain,
    PDF.media_type: _pdf,
}
