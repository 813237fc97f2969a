"""What a row is, before its date is read: blank, heading, banner, footer, more of the row above."""

import re
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache

from chronology.reading.cells import is_blank, says_nothing
from chronology.reading.headings import plain_heading
from chronology.reading.layout import Layout
from chronology.reading.roles import is_date, is_time
from chronology.reading.rows import Role


class Line(StrEnum):
    """What a row is."""

    BLANK = "blank"
    HEADING = "repeated_header"
    BANNER = "banner"
    FOOTER = "footer"
    CONTINUATION = "continuation"
    ENTRY = "entry"


_FOOTER = re.compile(
    r"^\W*(?:end of|end\W*$|total|page \d|p\. ?\d+ of|sign(?:ed|ature)|prepared (?:by|on)|"
    r"completed by|compiled (?:by|on)|produced (?:by|on) |author:|"
    r"printed|(?:report )?run (?:on|at|by|date|\d)|report run|"
    r"(?:checked|approved|reviewed|authorised) by|author$|"
    r"date (?:printed|completed|of report)|no further (?:entries|records|contact|information)|"
    r"chronology (?:ends|complete|end)|last (?:entry|record|updated)|number of (?:entries|"
    r"rows|records)|count\b|"
    r"this (?:document|chronology|report)|restricted|confidential|official|\d+ (?:entries|"
    r"rows|records)|"
    r"name of (?:author|person)|key:|note:|notes:|continued (?:on|over)|\*+|=+|-{3,}|"
    r"nothing follows|e\.?g\.? |example\b|-- )",
    re.IGNORECASE,
)
_BANNER = re.compile(
    r"^\W*(?:(?:calendar )?years? (?:of )?(?:\d{4}|one|two|three|\d)|events? (?:of|in|during|"
    r"for|from)|"
    r"(?:19|20)\d\d(?:\W*(?:cont\w*\.?|\(cont.*\)|/\d\d(?:\d\d)?|- ?(?:19|20)?\d\d|onwards|"
    r"chronology|events?|entries))?\W*$|"
    r"(?:section|part|period|volume|vol|phase|chapter|stage|file)\b.{0,60}$|(?:entries|records|contacts|chronology|history|background|"
    r"summary) (?:for|of|in|from|during|prior|before|after|relating)|"
    r"(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\.? ?,?'?(?:(?:19|20)\d\d|"
    r"\d\d)\W*$|"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)\W*$|"
    r"(?:spring|summer|autumn|winter)(?: term)? (?:19|20)\d\d\W*$|in scope|out of scope|"
    r"review period|background|from here)",
    re.IGNORECASE,
)
_MORE = re.compile(
    r"^\W{0,3}(?:\.\.\.|…|\(?\[?cont(?:inue[sd]|inuing|inuation|\.|'?d|’d|\))\b|\.\. )",
    re.IGNORECASE,
)
_MORE_MARK = re.compile(
    r"^\W{0,2}(?:(?:\.{2,}|…)\s*|[(\[]?cont(?:inue[sd]|inuing|inuation|inued from above|'?d|"
    r"’d)?(?: from above)?\.?[)\]]?[:.\s\-–]+)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_TITLE = re.compile(
    r"(?!unk|not |no |undated|date|illeg|unclear|various|same|ditto|as |see )"
    r"[a-z][^\d?]{5,}(?:(?:19|20)\d\d)?$",
    re.IGNORECASE,
)
_CONT = re.compile(r".{0,2}cont", re.IGNORECASE)
_FIGURE = re.compile(r"\W*\d{1,5}\W*")
_PAGE = re.compile(r"page \d{1,4}(?: (?:of|/) ?\d{1,4})?\.?", re.IGNORECASE)
_COUNT = re.compile(r"\d+ (?:entries|events|contacts|records|rows)\W*", re.IGNORECASE)
_SIGNED = re.compile(
    r"print|prepared|compiled|completed|checked|signed|run |report|date |e\.?g\b|example",
    re.IGNORECASE,
)
_SILENCE = re.compile(r"no (?:entries|records?|contacts?|involvement)\b", re.IGNORECASE)
_MARK, _SHORT, _LONG = 15, 60, 120  # letters of “(continued)” alone, of short words, of a text
_NOTE_MARKS = frozenset("#^¬~")
_NOTE = re.compile(r"^[#^¬~]\s*\S")
_MARK_ALONE = re.compile(r"[#^¬~]+")


def banner_year(text: str) -> int | None:
    """The one year that a banner names."""
    years = set(_YEAR.findall(text))
    return int(years.pop()) if len(years) == 1 else None


def is_footer(text: str) -> bool:
    """Whether words close a chronology rather than tell an event."""
    return len(text) < 200 and _FOOTER.match(text) is not None


def is_banner(text: str) -> bool:
    """Whether words head the rows under them."""
    return len(text) < 90 and _BANNER.match(text) is not None


def is_more(text: str) -> bool:
    """Whether words say that they carry on."""
    return _MORE.match(text) is not None


def without_more(text: str) -> str:
    """Text without the mark that it carries on."""
    return _MORE_MARK.sub("", text, count=1).lstrip()


def is_note(event: str, ref: str, source: str) -> bool:
    """Whether a row is a note that an author put among the entries, marked # ^ ¬ or ~."""
    if not (
        event[:1] in _NOTE_MARKS or ref[:1] in _NOTE_MARKS or source[:1] in _NOTE_MARKS
    ):  # most rows
        return False
    return any(map(_NOTE.match, (event, ref, source))) or bool(_MARK_ALONE.fullmatch(source))


def repeats_heading(row: Sequence[str], layout: Layout) -> bool:
    """Whether a row is the heading once more, if with “(cont.)”."""
    told = [(i, cell) for i, cell in enumerate(row) if cell]
    if len(told) < 2 or not layout.heading_rows:
        return False
    if not any(cell[:3].lower() in layout.starts for _, cell in told):
        return False
    names = layout.plain
    same = 0
    for i, cell in told:
        if i >= len(names) or _is_far_from(cell, names[i]):
            continue
        plain = _plain_cell(cell)
        heading = names[i]
        same += bool(heading) and (plain == heading or (len(plain) > 2 and plain in heading))
    return same >= 2 and same * 10 >= len(told) * 6


def _is_far_from(cell: str, heading: str) -> bool:
    """Whether the first letters of a cell already tell that it is no part of a heading."""
    start = cell[:3].lower()
    return start.isalpha() and start.isascii() and start not in heading and not _CONT.match(cell)


@lru_cache(maxsize=1024)
def _plain_cell(cell: str) -> str:
    """A cell as a heading would be spelt, without “(cont.)”."""
    return re.sub(r"\W*\(?cont\w*\.?\)?$", "", plain_heading(cell)).strip()


def _lone(row: Sequence[str], column: int, layout: Layout, *, is_spanned: bool) -> Line:
    """A row that says something in one cell only."""
    text = row[column]
    if is_footer(text) and not (text[0] in "*=" and is_banner(text)):
        return Line.FOOTER
    if is_banner(text):
        return Line.BANNER
    if is_spanned:
        return Line.CONTINUATION if is_more(text) and len(text) > _MARK else Line.BANNER
    if layout.has_days_above and column == layout.column(Role.TIME):
        return Line.ENTRY if is_time(text) and not is_date(text) else Line.BANNER
    if column == layout.column(Role.EVENT):
        return Line.CONTINUATION
    if column == layout.column(Role.DATE):
        is_title = (len(text) >= 16 or _TITLE.match(text)) and not is_date(text)
        return Line.BANNER if is_title or _SILENCE.match(text) else Line.ENTRY
    if column == layout.column(Role.REF):
        return Line.BLANK
    return Line.BANNER if column == 0 else Line.CONTINUATION


def is_plainly_entry(day: str, event: str, starts: frozenset[str]) -> bool:
    """Most rows: both cells are told, and neither begins like a heading or the foot of a page."""
    first = day[:1]
    return (
        (
            first.isdigit()
            or (len(event) > _SHORT and first.isalnum() and day[:3].lower() not in starts)
        )
        and event[:1].isalnum()
        and event[:3].lower() not in starts
        and day != event
    )


def line_of(row: Sequence[str], layout: Layout, *, is_spanned: bool) -> Line:
    """What a row is."""
    date, event = layout.date_at, layout.event_at
    if not is_spanned and is_plainly_entry(row[date], row[event], layout.starts):
        return Line.ENTRY
    if not is_spanned and row[date] and len(row[event]) > _LONG:
        return (
            Line.ENTRY if not is_blank(row[date]) or not is_more(row[event]) else Line.CONTINUATION
        )
    told = [i for i, cell in enumerate(row) if cell]
    if not told or all(is_blank(row[i]) for i in told):
        return Line.BLANK
    if len(told) == 1 or (len(told) > 2 and len({row[i] for i in told}) == 1):
        return _lone(row, told[0], layout, is_spanned=is_spanned or len(told) > 1)
    if repeats_heading(row, layout):
        return Line.HEADING
    if _closes(row, told, date, event):
        return Line.FOOTER
    if not is_blank(row[date]):
        return Line.ENTRY
    return _undated(row, layout, [i for i in told if i not in (date, event)])


def _closes(row: Sequence[str], told: Sequence[int], date: int, event: int) -> bool:
    """Whether a row of several cells is the foot of a page or of the file."""
    first, said = row[told[0]], row[event]
    if len(said) > _SHORT:
        return False
    if _PAGE.fullmatch(said) or not is_footer(first):
        return bool(_PAGE.fullmatch(said))
    if all(_FIGURE.fullmatch(row[i]) for i in told[1:]):
        return True
    if told[0] == date:
        return first[0].isalpha() and (not is_date(first) or _SIGNED.match(first) is not None)
    is_empty = not said or _COUNT.fullmatch(said) is not None
    return told[0] != event and is_empty and not is_date(row[date])


def _undated(row: Sequence[str], layout: Layout, others: Sequence[int]) -> Line:
    """A row without a date is the same day as above, or more of the row above."""
    event, time = row[layout.event_at], layout.column(Role.TIME)
    if time is not None and layout.has_days_above and not is_blank(row[time]):
        return Line.ENTRY
    telling = [i for i in others if not says_nothing(row[i])]
    if is_more(event) or (not telling and not is_blank(event)):
        return Line.CONTINUATION
    if not is_blank(event):
        return Line.ENTRY
    ref = layout.column(Role.REF)
    return Line.CONTINUATION if any(i != ref for i in telling) else Line.BLANK
