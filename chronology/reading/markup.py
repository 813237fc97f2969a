"""Cells that would do something if a program took them for more than text."""

import re
from collections.abc import Sequence

_SCRIPT = re.compile(
    r"<\s*/?\s*(?:script|iframe|svg)\b|<\s*style\s*>|"
    r"<\s*(?:object|embed|meta|link|base|style|form)\b[^<>]{0,400}=",
    re.IGNORECASE,
)
_HANDLER = re.compile(
    r"<[^<>]{0,400}\son\w+\s*=|<[^<>]{0,400}(?:javascript|vbscript|data)\s*:|(?:javascript|vbscript)\s*:\s*\w+\s*\(|"
    r"<\s*(?:img|a|body|input|video|audio|details|marquee|div|button|b)\b[^<>]{0,400}(?:src|href|style)\s*=",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"^['\"]?[=+\-@]\s*[\w.(+\-@\"& ]*(?:HYPERLINK|IMPORTXML|IMPORTDATA|"
    r"IMPORTHTML|IMPORTFEED|IMPORTRANGE|WEBSERVICE|IMAGE)\s*\(",
    re.IGNORECASE,
)
_COMMAND = re.compile(
    r"^['\"]?[=+\-@].*(?:\|\s*'|\bcmd\b.*[|!]|\bDDE(?:AUTO)?\b|\bMSEXCEL\b|\bpowershell\b|\brundll32\b|\b(?:EXEC|CALL|REGISTER(?:\.ID)?)\s*\(\s*[\"'])|"
    r"^['\"]?=\s*[A-Z][A-Z.]*\s*\(.*\)|^['\"]?@[A-Z][A-Z.]*\(|^['\"]?[+\-](?-i:[A-Z]{3,}\((?:\$?[A-Z]{1,3}\$?\d|[\d\"']))",
    re.IGNORECASE | re.DOTALL,
)
_SHORTEST = 3  # letters without which no formula sets anything off
_FORMULA_STARTS = frozenset("=+-@'\"\t\r")


def suspects(rows: Sequence[Sequence[str]]) -> frozenset[int]:
    """The rows, counted from 1, that are worth a closer look: few are, in most tables none."""
    starts = _FORMULA_STARTS
    found = {
        number
        for number, row in enumerate(rows, start=1)
        for cell in row
        if cell < "A" and cell[:1] in starts and len(cell) >= _SHORTEST  # all come before letters
    }
    lines = enumerate(map("\n".join, rows), start=1)
    found.update(number for number, line in lines if "<" in line or "cript:" in line)
    return frozenset(found)


def _may_be_markup(text: str) -> bool:
    return "<" in text or "cript:" in text


def suspicion(text: str) -> str:
    """The slug of what a cell could set off, or nothing; dashes, pluses and “<” alone are words."""
    if not text:
        return ""
    if _may_be_markup(text):
        if _SCRIPT.search(text):
            return "html_script"
        if _HANDLER.search(text):
            return "html_event_handler"
    if text[0] in _FORMULA_STARTS and len(text) >= _SHORTEST:
        bare = text.strip()
        if _LINK.match(bare):
            return "formula_hyperlink"
        if _COMMAND.match(bare):
            return "formula_command"
    return ""


SENTENCES = {
    "html_script": "A cell holds a script. It is kept as plain text and can do nothing here.",
    "html_event_handler": (
        "A cell holds web code that would run something. It is kept as plain text and can do "
        "nothing here."
    ),
    "formula_hyperlink": (
        "A cell holds a formula that opens an address. It is kept as plain text and can do nothing "
        "here."
    ),
    "formula_command": (
        "A cell holds a formula that would run a command. It is kept as plain text and can do "
        "nothing here."
    ),
}
