"""Word documents: the tables of the body, in order, straight from the XML."""

from collections.abc import Iterator
from zipfile import ZipFile

from lxml import etree

from chronology.reading.grids import Grid, without_unseen
from chronology.reading.packages import part, refuse_definitions
from chronology.reading.rows import Unreadable
from chronology.reading.word_runs import text_by_runs
from chronology.reading.word_text import (
    CELL,
    LINE,
    MERGED,
    ROW,
    TABLE,
    TAKEN_ON,
    WIDER,
    W,
    text_of,
)

_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TBL, _TR, _TC = (f"{{{W}}}{name}" for name in ("tbl", "tr", "tc"))
_WRAPPERS = {f"{{{W}}}{name}" for name in TAKEN_ON}
LINES_ABOVE = 60  # lines of text outside tables that are looked at
_DAMAGED = "The document is damaged. Open it in Word, save it again and send the new copy."


def grids(archive: ZipFile, name: str) -> list[Grid]:
    """Every table of the document; the first is table 1."""
    xml = _sound(part(archive, name))
    said = text_by_runs(xml)
    root = _root(xml) if said is None else None
    above, *tables = (_told(root) if said is None else without_unseen(said)).split(TABLE)
    found = [_grid(told, str(number)) for number, told in enumerate(tables, start=1)]
    for grid, between in zip(found, (above, *tables), strict=False):
        grid.title = next(filter(None, map(str.strip, reversed(between.split(LINE)[1:]))), "")
    if root is not None and any(len(grid.rows) <= _LAID_OUT for grid in found):
        body = root.find(f"{{{W}}}body")
        elements = _inside(root if body is None else body, _TBL)
        for grid, table in zip(tuple(found), elements, strict=False):
            found.extend(_within(grid, table))
    if found:
        found[0].before = [line.strip() for line in _lines(above, tables)][:LINES_ABOVE]
    return found


def _lines(above: str, tables: list[str]) -> Iterator[str]:
    """Lines of text before, between and after the tables."""
    for told in (above, *tables):
        yield from told.split(LINE)[1:]


def _sound(xml: bytes) -> bytes:
    """The document without definitions, its names those of the usual kind of document."""
    refuse_definitions(xml)
    return xml.replace(_STRICT, W.encode()) if _STRICT in xml[:10_000] else xml


def _root(xml: bytes) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        collect_ids=False,
    )
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as broken:
        raise Unreadable(_DAMAGED) from broken
    if root.getroottree().docinfo.doctype:
        refuse_definitions(b"<!DOCTYPE")
    return root


def _told(element: etree._Element) -> str:
    try:
        return without_unseen(text_of(element))
    except etree.XSLTError as broken:
        raise Unreadable(_DAMAGED) from broken


def _inside(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Children with a tag, also where content controls or tracked changes wrap them."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _inside(child, tag)


def _grid(told: str, label: str) -> Grid:
    grid = Grid(label, [], "T{table}R{row}")
    for number, row in enumerate(told.partition(LINE)[0].split(ROW)[1:]):
        texts = row.split(CELL)[1:]
        if len(texts) == 1:
            grid.spanned.add(number)
        if MERGED in row or WIDER in row:
            texts = [*_in_place(texts)]
            grid.merged.update((number, i) for i, text in enumerate(texts) if MERGED in text)
            texts = [text.replace(MERGED, "") for text in texts]
        grid.rows.append([*map(str.strip, texts)])
    return grid


def _in_place(texts: list[str]) -> Iterator[str]:
    """Cells with blank ones after those that run over several columns."""
    for text in texts:
        yield text.replace(WIDER, "")
        yield from [""] * text.count(WIDER)


_LAID_OUT = 3  # a table that only places others on the page has no more rows


def _within(grid: Grid, table: etree._Element) -> list[Grid]:
    """Tables inside the cells of a table that is only there to place them on the page."""
    if len(grid.rows) > _LAID_OUT:
        return []
    inner = [found for cell in table.iter(_TC) for found in _inside(cell, _TBL)]
    return [
        _grid(_told(found).partition(TABLE)[2], f"{grid.table}.{number}")
        for number, found in enumerate(inner, start=1)
        if sum(1 for _ in _inside(found, _TR)) > 2
    ]
