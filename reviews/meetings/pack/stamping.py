"""Every page of a PDF is stamped: marking, watermark, name of the pack and its own number.

The stamp is laid over the page as a form of its own; what the page says is not read, so that a
page of any make is stamped in the same time and cannot upset it.
"""

import io
from dataclasses import dataclass

from pypdf import PageObject, PdfReader, PdfWriter
from pypdf.generic import (
    ArrayObject,
    DecodedStreamObject,
    DictionaryObject,
    FloatObject,
    IndirectObject,
    NameObject,
    StreamObject,
)

from reviews.meetings.blocks import typeset

STAMP = NameObject("/PortalStamp")


@dataclass(frozen=True)
class Stamp:
    """What is the same on every page; watermark and marking are told apart by where they stand."""

    marking: str
    watermark: str
    name: str


def stamp(writer: PdfWriter, says: Stamp) -> None:
    """Every page of the writer has the stamp and "Page n of N", the right way up."""
    pages = list(writer.pages)
    content = {
        "marking": says.marking,
        "watermark": says.watermark,
        "pages": [[*_seen_size(page), says.name] for page in pages],
    }
    stamps = PdfReader(io.BytesIO(typeset("stamps.typ", content)))
    before = writer._add_object(_stream(b"q\n"))
    for page, over in zip(pages, stamps.pages, strict=True):
        _lay_over(writer, page, over, before)


def _seen_size(page: PageObject) -> tuple[float, float]:
    """Return the width and height of the page as it is looked at, in points."""
    box = page.cropbox
    width, height = float(box.width), float(box.height)
    return (height, width) if page.rotation % 180 else (width, height)


def _lay_over(
    writer: PdfWriter, page: PageObject, over: PageObject, before: IndirectObject
) -> None:
    form = DecodedStreamObject()
    form.set_data(over.get_contents().get_data())
    form[NameObject("/Type")], form[NameObject("/Subtype")] = (
        NameObject("/XObject"),
        NameObject("/Form"),
    )
    form[NameObject("/BBox")] = ArrayObject(FloatObject(side) for side in over.mediabox)
    form[NameObject("/Resources")] = over["/Resources"].clone(writer)
    resources = page.get("/Resources", DictionaryObject()).get_object()
    # Pages may share what they draw with; each has its own stamp.
    own = DictionaryObject(resources)
    drawn = DictionaryObject(resources.get("/XObject", DictionaryObject()).get_object())
    drawn[STAMP] = writer._add_object(form)
    own[NameObject("/XObject")] = drawn
    page[NameObject("/Resources")] = own
    matrix = " ".join(f"{number:.4f}" for number in _upright(page))
    after = writer._add_object(_stream(f"\nQ q {matrix} cm {STAMP} Do Q\n".encode()))
    page[NameObject("/Contents")] = ArrayObject([before, *_contents(page), after])


def _contents(page: PageObject) -> list[object]:
    raw = page.get("/Contents")
    if raw is None:
        return []
    found = raw.get_object()
    return list(found) if isinstance(found, ArrayObject) else [page.raw_get("/Contents")]


def _upright(page: PageObject) -> tuple[float, ...]:
    """Return the matrix that lays the stamp on the page as it is looked at, turned or not."""
    box = page.cropbox
    left, bottom = float(box.left), float(box.bottom)
    right, top = float(box.right), float(box.top)
    return {
        0: (1, 0, 0, 1, left, bottom),
        90: (0, 1, -1, 0, right, bottom),
        180: (-1, 0, 0, -1, right, top),
        270: (0, -1, 1, 0, left, top),
    }[page.rotation % 360]


def _stream(data: bytes) -> StreamObject:
    made = DecodedStreamObject()
    made.set_data(data)
    return made
