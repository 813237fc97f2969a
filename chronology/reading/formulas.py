"""Formulas of a workbook's cells, kept as text: what a cell would set off is not lost."""

import re
from zipfile import ZipFile

from lxml import etree

from chronology.reading.packages import checked_parts, part
from chronology.reading.rows import Unreadable

_MAIN = "{*}"
_CELL = re.compile(
    rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3})(\d+)"[^>]*>\s*<(?:\w+:)?f\b[^>]*>([^<]*)</', re.DOTALL
)
_FORMULA_MARKS = (b"<f>", b"<f ", b":f>", b":f ")
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


Formulas = dict[tuple[int, int], str]


def formulas(archive: ZipFile) -> dict[str, Formulas]:
    """By sheet, the formula at each row and column, counted from 0; every part was looked over."""
    by_path: dict[str, Formulas] = {}
    for name, xml in checked_parts(archive):
        if name.startswith("xl/"):
            by_path[name] = _formulas_in(xml)
    found = {
        name: by_path[path] if path in by_path else _formulas_in(part(archive, path))
        for name, path in _sheets(archive).items()
    }
    return {name: told for name, told in found.items() if told}


def _formulas_in(xml: bytes) -> Formulas:
    if (b"<f" not in xml and b":f" not in xml) or not any(m in xml for m in _FORMULA_MARKS):
        return {}
    return {
        (int(row) - 1, _column(letters)): _text(formula)
        for letters, row, formula in _CELL.findall(xml)
        if formula
    }


def _sheets(archive: ZipFile) -> dict[str, str]:
    """The path of each sheet, by its name."""
    names = set(archive.namelist())
    if not {"xl/workbook.xml", "xl/_rels/workbook.xml.rels"} <= names:
        return {}
    targets = {
        relation.get("Id"): relation.get("Target", "")
        for relation in _parsed(part(archive, "xl/_rels/workbook.xml.rels"))
    }
    paths: dict[str, str] = {}
    for sheet in _parsed(part(archive, "xl/workbook.xml")).iter(f"{_MAIN}sheet"):
        target = targets.get(sheet.get(_RELATION), "").lstrip("/")
        path = target if target.startswith("xl/") else f"xl/{target}"
        if path in names:
            paths[sheet.get("name", "")] = path
    return paths


def _parsed(xml: bytes) -> etree._Element:
    try:
        return etree.fromstring(xml, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as broken:
        raise Unreadable(
            "The workbook is damaged. Open it in Excel, save it again and send the new copy."
        ) from broken


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number - 1


def _text(formula: bytes) -> str:
    text = formula.decode("utf-8", "replace")
    for entity, letter in (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'")):
        text = text.replace(entity, letter)
    return "=" + text.replace("&amp;", "&").strip()
