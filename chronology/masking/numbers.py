"""Numbers that point at somebody: telephone, NHS, postcode, date of birth, e-mail, vehicle."""

import re
from collections.abc import Iterator
from datetime import date

from chronology.masking.cast import Cast
from chronology.masking.references import names_on_line, references_in

MONTHS = {
    name: at
    for at, name in enumerate(
        ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
        start=1,
    )
}
NUMERIC_DAY = (
    r"(?<!\d)(?P<d>\d{1,2})\s?(?P<s>[/.\-\s])\s?(?P<m>\d{1,2})\s?(?P=s)\s?(?P<y>\d{4}|\d{2})(?!\d)"
)
ISO_DAY = r"(?<!\d)(?P<y>\d{4})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})(?!\d)"
WORDED_DAY = (
    r"(?<!\d)(?P<d>\d{1,2})(?:st|nd|rd|th)?[\s\-]+(?:of\s+)?"
    r"(?P<m>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?[\s\-,]+(?P<y>\d{4}|'?\d{2})(?!\d)"
)
DAYS = tuple(re.compile(each, re.IGNORECASE) for each in (NUMERIC_DAY, ISO_DAY, WORDED_DAY))
SLASHED_DAY = re.compile(r"(?<!\d)\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})(?!\d)")
BORN = re.compile(
    r"(?:d\.?\s?o\.?\s?b\b\.?|dates? of birth|birth\s?(?:day|date)|born(?: on)?)"
    r"[\s:=\-(]*(?:is|was)?\s*$",
    re.IGNORECASE,
)
EMAIL = re.compile(r"[\w.+'-]+\s?@\s?[\w-]+(?:\.[\w-]+)+")
POSTCODE = re.compile(
    r"(?<![A-Za-z0-9])[A-Z]{1,2}\d[A-Z\d]?[\s\-]{0,3}\d[ABD-HJLNP-UW-Z]{2}(?![A-Za-z0-9])",
    re.IGNORECASE,
)
INSURANCE = re.compile(r"(?<!\w)[A-Z]{2}(?:[\s-]?\d{2}){3}[\s-]?[A-D](?!\w)", re.IGNORECASE)
VEHICLE = re.compile(r"(?<!\w)[A-Z]{2}\d{2}\s?[A-Z]{3}(?!\w)")
DIGITS = re.compile(r"(?<![\w£.])(?:\+|\(|\b)?\d(?:[\s.()\-–/]{0,3}\d){5,15}(?!\w)")
PHONE = re.compile(r"(?<!\d)(?:\+44[\s(0)]*|0)\d(?:[\s.()\-]{0,2}\d){8,9}(?!\d)")
CALLED = re.compile(
    r"(?:(?<!\w)(?:tel|telephone|phone|phoned|mobile|mob|contact|call|called|ring|rang|text|texted|fax"
    r"|landline|(?:her|his|their|my|mum['’]?s|dad['’]?s)\s+(?:new\s+|old\s+)?(?:no|number))"
    r"\W{0,3}(?:(?:no|num|number)\W{0,3})?(?:\w+\W{1,2})?)$",
    re.IGNORECASE,
)
NHS = re.compile(r"(?:nhs|hospital|unit)\W{0,2}(?:no|num|number|ref)?\W{0,4}$", re.IGNORECASE)
A_DIGIT = re.compile(r"\d")
Found = tuple[int, int, str, str, str]


def numbers_in(text: str, cast: Cast) -> Iterator[Found]:
    """Yield start, end, person, replacement and reason of each number that points at somebody."""
    if "@" in text:
        yield from _plain(EMAIL, text, cast, "[e-mail]", "an e-mail address")
    if "@" in text or "_" in text or ".com/" in text:
        yield from names_on_line(text)
    if not A_DIGIT.search(text):
        return
    yield from _births(text, cast)
    yield from _own(text, cast)
    yield from _plain(POSTCODE, text, cast, "[postcode]", "a postcode")
    yield from _plain(
        INSURANCE, text, cast, "[National Insurance number]", "a National Insurance number"
    )
    yield from _plain(VEHICLE, text, cast, "[vehicle registration]", "a number plate")
    yield from _digit_runs(text, cast)
    yield from references_in(text)


def _plain(pattern: re.Pattern, text: str, cast: Cast, label: str, why: str) -> Iterator[Found]:
    for match in pattern.finditer(text):
        key = "".join(c for c in match.group().casefold() if c.isalnum())
        person, replacement = cast.numbers.get(key, ("", label))
        yield match.start(), match.end(), person, replacement, why


def _own(text: str, cast: Cast) -> Iterator[Found]:
    """Yield what the cast lists with letters in it: a postcode, a plate, a hospital number."""
    if "lettered" not in cast.memory:
        told = (POSTCODE, INSURANCE, EMAIL)  # found anyway
        keys = [key for key in cast.numbers if len(key) > 4 and not key.isdigit()]
        keys = [key for key in keys if not any(each.fullmatch(key) for each in told)]
        spelt = (r"[\s./-]{0,3}".join(key) for key in keys if key.isalnum() and key.isascii())
        spelt = sorted((each for each in spelt if A_DIGIT.search(each)), key=len, reverse=True)
        own = re.compile(rf"(?<!\w)(?:{'|'.join(spelt)})(?!\w)", re.IGNORECASE)
        cast.memory["lettered"] = own if spelt else None
    own = cast.memory["lettered"]
    for match in own.finditer(text) if own else ():
        key = "".join(c for c in match.group().casefold() if c.isalnum())
        yield *match.span(), *cast.numbers[key], "a number of the cast"


def _births(text: str, cast: Cast) -> Iterator[Found]:
    births = birthdays(cast)
    for pattern in DAYS:
        for match in pattern.finditer(text):
            person = next((births[day] for day in days_of(match) if day in births), "")
            if person or BORN.search(text[max(0, match.start() - 40) : match.start()]):
                yield match.start(), match.end(), person, "[date of birth]", "a date of birth"


def birthdays(cast: Cast) -> dict[date, str]:
    """Return the person born on each day that the cast gives."""
    if "births" not in cast.memory:
        found = {}
        for each in cast.identifiers:
            if each.kind.startswith("dob"):
                for pattern in DAYS:
                    found |= {
                        day: each.person for m in pattern.finditer(each.text) for day in days_of(m)
                    }
        cast.memory["births"] = found
    return cast.memory["births"]


def days_of(match: re.Match) -> list[date]:
    """Return the day that is written, in both centuries when the year has two digits."""
    month = match["m"].lower()
    number = MONTHS.get(month[:3]) or (int(month) if month.isdigit() else 0)
    year = match["y"].lstrip("'")
    years = [int(year)] if len(year) == 4 else [1900 + int(year), 2000 + int(year)]
    try:
        return [date(each, number, int(match["d"])) for each in years]
    except ValueError:
        return []


def _digit_runs(text: str, cast: Cast) -> Iterator[Found]:
    for match in DIGITS.finditer(text):
        places = [at for at in range(match.start(), match.end()) if text[at].isdigit()]
        digits = "".join(text[at] for at in places)
        known = next((key for key in _long(cast) if key in digits), "")
        if known:
            at = digits.index(known)
            yield (
                places[at],
                places[at + len(known) - 1] + 1,
                *cast.numbers[known],
                "a number of the cast",
            )
            continue
        label = _unlisted(match.group(), digits, text[max(0, match.start() - 30) : match.start()])
        inner = PHONE.search(match.group())
        if label:
            yield match.start(), match.end(), "", label, "a number that points at somebody"
        elif inner:
            yield (
                match.start() + inner.start(), match.start() + inner.end(), "",
                "[telephone number]", "a telephone number",
            )  # fmt: skip


def _long(cast: Cast) -> list[str]:
    """Return the digits of the cast's own telephone and NHS numbers."""
    if "digits" not in cast.memory:
        long = [key for key in cast.numbers if key.isdigit() and len(key) >= 9]
        cast.memory["digits"] = long
    return cast.memory["digits"]


def _unlisted(written: str, digits: str, before: str) -> str:
    """Return what an unlisted run of digits is, or nothing when it is a date, a sum or a time."""
    if SLASHED_DAY.search(written) or any(pattern.fullmatch(written) for pattern in DAYS):
        return ""
    if NHS.search(before) and len(digits) >= 6:
        return "[NHS number]"
    international = written.lstrip("(").startswith(("+44", "0044", "44"))
    if (digits[0] == "0" and len(digits) in (10, 11)) or (
        international and len(digits) in (12, 14)
    ):
        return "[telephone number]"
    dotted = "." in written and not re.fullmatch(r"\d{3}\.\d{3}\.\d{4}", written)
    if len(digits) == 10 and "/" not in written and not dotted:
        return "[NHS number]"
    if CALLED.search(before) and 6 <= len(digits) <= 12 and "/" not in written:
        return "[telephone number]"
    return ""
