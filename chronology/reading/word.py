"""Word documents: the tables of the body, in order, straight from the XML."""

import re
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from chronology.reading.grids import Grid, cleaned
from chronology.reading.packages import part, refuse_definitions
from chronology.reading.rows import Unreadable

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_TBL, _TR, _TC, _P, _T = (f"{_W}{name}" for name in ("tbl", "tr", "tc", "p", "t"))
_TRPR, _TCPR = f"{_W}trPr", f"{_W}tcPr"
_VAL = f"{_W}val"
_WRAPPERS = {
    f"{_W}{name}" for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")
}
_BREAK = re.compile(
    rb"<w:(br|cr|tab|ptab|noBreakHyphen)(?: w:(?:type|clear|relativeTo|alignment|leader)=[^>]*)?/>"
)
_AS_TEXT = {b"br": b"\n", b"cr": b"\n", b"tab": b"\t", b"ptab": b"\t", b"noBreakHyphen": b"-"}
_SYM = re.compile(rb"<w:sym\b[^>]*w:char=.([0-9A-Fa-f]{4})[^>]*/>")
_TICKS = {
    code.encode(): sign.encode()
    for sign, codes in (("✓", "F0FC F050"), ("✗", "F0FB"), ("☒", "F0FE F052 F054"), ("☐", "F0A8"))
    for code in codes.split()
}
_READ = (_T, _P)
_GONE = (
    f"{_W}del",
    f"{_W}moveFrom",
    f"{_W}instrText",
    f"{_W}delText",
    f"{_MC}Fallback",
)
_GONE_WORDS = (b"<w:del ", b"moveFrom", b"Fallback")


def grids(archive: ZipFile, name: str) -> list[Grid]:
    """Every table of the document; the first is table 1."""
    body = _body(part(archive, name))
    found = [_grid(table, str(number)) for number, table in enumerate(_inside(body, _TBL), start=1)]
    for grid, table in zip(tuple(found), _inside(body, _TBL), strict=True):
        found.extend(_within(grid, table))
    return found


def _body(xml: bytes) -> etree._Element:
    refuse_definitions(xml)
    if _STRICT.encode() in xml[:10_000]:
        xml = xml.replace(_STRICT.encode(), _W.strip("{}").encode())
    xml = _BREAK.sub(lambda match: b"<w:t>" + _AS_TEXT[match[1]] + b"</w:t>", xml)
    xml = _SYM.sub(lambda match: b"<w:t>" + _TICKS.get(match[1].upper(), b"") + b"</w:t>", xml)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True
    )
    try:
        root = etree.parse(BytesIO(xml), parser).getroot()
    except etree.XMLSyntaxError as broken:
        raise Unreadable(
            "The document is damaged. Open it in Word, save it again and send the new copy."
        ) from broken
    if root.getroottree().docinfo.doctype:
        refuse_definitions(b"<!DOCTYPE")
    if any(word in xml for word in _GONE_WORDS):
        etree.strip_elements(root, *_GONE, with_tail=False)
    body = root.find(f"{_W}body")
    return root if body is None else body


def _inside(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Children with a tag, also where content controls or tracked changes wrap them."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in _WRAPPERS:
            yield from _inside(child, tag)


def _text(cell: etree._Element) -> str:
    if len(cell) < 3 and (not len(cell) or cell[-1].tag == _P):
        return cleaned("".join(cell.itertext(_T, with_tail=False)))
    return _slow_text(cell)


def _slow_text(cell: etree._Element) -> str:
    """The text of a cell of several paragraphs."""
    parts = [(element.text or "") if element.tag == _T else "\n" for element in cell.iter(_READ)]
    return cleaned("".join(parts))


def _number(parent: etree._Element | None, tag: str, default: int) -> int:
    found = None if parent is None else parent.find(f"{_W}{tag}")
    value = "" if found is None else found.get(_VAL, "")
    return min(int(value), 64) if value.isdigit() else default


def _cells(row: etree._Element) -> Iterator[tuple[str, int, bool]]:
    """Text, width in grid columns, and whether it carries on the cell above."""
    before = row.find(_TRPR)
    if before is not None and (skipped := _number(before, "gridBefore", 0)):
        yield "", skipped, False
    for cell in _inside(row, _TC):
        layout = cell[0] if len(cell) else None
        if layout is None or layout.tag != _TCPR or len(layout) < 2:
            yield _text(cell), 1, False
            continue
        merge = layout.find(f"{_W}vMerge")
        is_merged = merge is not None and merge.get(_VAL, "continue") != "restart"
        yield _text(cell), _number(layout, "gridSpan", 1), is_merged


def _grid(table: etree._Element, label: str) -> Grid:
    grid = Grid(label, [], "T{table}R{row}")
    for number, row in enumerate(_inside(table, _TR)):
        texts: list[str] = []
        count = 0
        for text, span, is_merged in _cells(row):
            if is_merged:
                grid.merged.add((number, len(texts)))
            texts.append(text)
            texts.extend([""] * (span - 1))
            count += 1
        if count == 1:
            grid.spanned.add(number)
        grid.rows.append(texts)
    return grid


def _within(grid: Grid, table: etree._Element) -> list[Grid]:
    """Tables inside the cells of a table that is only there to place them on the page."""
    if len(grid.rows) > 3:
        return []
    inner = [found for cell in table.iter(_TC) for found in _inside(cell, _TBL)]
    return [
        _grid(found, f"{grid.table}.{number}")
        for number, found in enumerate(inner, start=1)
        if sum(1 for _ in _inside(found, _TR)) > 2
    ]
