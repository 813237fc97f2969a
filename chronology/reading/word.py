"""Word documents: the tables of the body, in order, straight from the XML."""

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
_VAL = f"{_W}val"
_WRAPPERS = {
    f"{_W}{name}" for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")
}
_BREAKS = {
    _P: "\n",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}tab": "\t",
    f"{_W}ptab": "\t",
    f"{_W}noBreakHyphen": "-",
}
_SYM = f"{_W}sym"
_TICKS = {"F0FC": "✓", "F0FB": "✗", "F0FE": "☒", "F0A8": "☐", "F052": "☒", "F054": "☒", "F050": "✓"}
_READ = (_T, _SYM, *_BREAKS)
_GONE = (
    f"{_W}del",
    f"{_W}moveFrom",
    f"{_W}instrText",
    f"{_W}delText",
    f"{_MC}Fallback",
    f"{_W}pPr",
    f"{_W}rPr",
)
_GONE_WORDS = (b"<w:del ", b"moveFrom", b"Fallback", b"<w:tabs")


def grids(archive: ZipFile, name: str) -> list[Grid]:
    """Every table of the document; the first is table 1."""
    body = _body(part(archive, name))
    found = [_grid(table, str(number)) for number, table in enumerate(_inside(body, _TBL), start=1)]
    for grid, table in zip(tuple(found), _inside(body, _TBL), strict=True):
        found.extend(_within(grid, table))
    return found


def _body(xml: bytes) -> etree._Element:
    refuse_definitions(xml[:10_000])
    if _STRICT.encode() in xml[:10_000]:
        xml = xml.replace(_STRICT.encode(), _W.strip("{}").encode())
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
    parts: list[str] = []
    for element in cell.iter(_READ):
        tag = element.tag
        if tag == _T:
            if element.text:
                parts.append(element.text)
        elif tag == _SYM:
            parts.append(_TICKS.get(element.get(f"{_W}char", "").upper(), ""))
        else:
            parts.append(_BREAKS[tag])
    return cleaned("".join(parts))


def _number(parent: etree._Element | None, tag: str, default: int) -> int:
    found = None if parent is None else parent.find(f"{_W}{tag}")
    value = "" if found is None else found.get(_VAL, "")
    return min(int(value), 64) if value.isdigit() else default


def _cells(row: etree._Element) -> Iterator[tuple[str, int, bool]]:
    """Text, width in grid columns, and whether it carries on the cell above."""
    before = row.find(f"{_W}trPr")
    if before is not None and (skipped := _number(before, "gridBefore", 0)):
        yield "", skipped, False
    for cell in _inside(row, _TC):
        layout = cell.find(f"{_W}tcPr")
        span, is_merged = 1, False
        if layout is not None and len(layout) > 1:
            span = _number(layout, "gridSpan", 1)
            merge = layout.find(f"{_W}vMerge")
            is_merged = merge is not None and merge.get(_VAL, "continue") != "restart"
        yield _text(cell), span, is_merged


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
