"""What is written like somebody's name, number or place, whoever it is: for the scan alone."""

import re
from collections.abc import Iterator

from chronology.masking.vocabulary import (
    COURTESIES,
    RANKS,
    is_acronym,
    is_english,
    is_ordinary,
    is_proper_noun,
    listed,
)

COURTESY = "Mr|Mrs|Ms|Miss|MR|MRS|MS|MISS"
RANK = (
    "Dr|PC|WPC|PCSO|DC|DS|PS|DI|Sgt|SW|SSW|HV|MW|PO|CPN|HO|EWO|IRO|TM|CM|S/N|SN|Sister|Nurse|Prof"
    "|Revd|Cllr|FSW"
)
TITLED = re.compile(
    rf"\b(?:(?P<courtesy>{COURTESY})|{RANK})\b\.?\s{{1,2}}"
    r"(?P<name>[A-Z]['’a-z][\w'’-]+|(?<!\.\s)[A-Z][\w'’-]{2,})"
)
LETTER = re.compile(rf"\b(?:(?P<courtesy>{COURTESY}|mrs?|ms)\.?|Dr\.?|{RANK})\s$")
SMALL = re.compile(r"\b(?:mrs?|ms)\s(?P<name>[a-z])\b")
TITLE = re.compile(r"\b(?:[Mm](?:rs?|s|iss)|MRS?|MS|MISS)\.?\s$")
DOES_MISS = re.compile(
    r"\b(?:(?<!spoke )(?<!spoken )(?<!speak )(?<!visit )(?<!letter )to|will|would|may|might|could"
    r"|can|should|must|not|n't|did|never|often|he|she|they|we|you|i|children)\smiss\s$"
)
SIGNER = re.compile(r"\w(?:ed|en|ned)\sby\s(?P<who>[A-Z]{2,3})\b(?![/&-])")
LONE = re.compile(r" [A-Z](?![\w'’&/-])")  # quick to look for
TURNED = re.compile(
    r"(?P<last>[A-Z][^\W\d_]+),\s(?P<letter>[B-HJ-Z])\b(?!\.[A-Z])(?=[.;),]|\s?$|\s[a-z(])"
)
SPACED = re.compile(r"(?<![\w&/.])(?<!\b[A-Z]\s)[B-HJ-Z]\s[A-Z]\b(?!['’&/-]|\s[A-Z]\b)")
PASSWORD = re.compile(r"\bpass(?:word|code)\W{1,4}[\"“'‘](?P<word>[^\"”'’\n\x00]+)", re.IGNORECASE)
HALF = re.compile(r"[/&+]\s?[A-Z](?![\w])")  # the letter goes on: `H/V`, `A&E`
PLACE_ENDS = listed("place_ends")
PLACE = re.compile(r"(?P<own>(?:St\.\s)?[A-Z][\w'’-]*(?:\s[A-Z][\w'’-]*){0,3})\s$")
GENERIC = listed("place_words_of_no_place")
STREETS = (
    "(?:Road|Rd|Street|St|Close|Avenue|Ave|Drive|Lane|La|Crescent|Terrace|Gardens|Grove|Parade|Mews|Walk|Rise"
    "|Hill|Row|Way|Court|Square|Place|View|Maltings|Wharf|Quay|Yard|Cottages?|Villas|Buildings|House|Heights)"
)
NHS = r"(?<![\d£.])(?:\d{3}[\s.\-]{1,3}\d{3}[\s.\-]{1,3}\d{4}|\d{10})(?!\d)"
BORN = r"(?:d\.?o\.?b\.?|birth|born)\W{0,6}\d{1,2}\W\w{1,9}\W\d{2,4}"
CUE = (
    r"\b(?:urn|mrn|upn|collar|sort code|a/c|acct|account|crime (?:ref|no|num|report)\w*|ref|reg"
    r"|cpoms|pnc ?id|custody (?:no|record)|(?:hosp\w*\.?|pas|patient|unit) (?:no|num|id)\w*"
    r"|(?:care\s?first|ics|lcs|case|client|file|claim|tenancy|police) (?:no|ref|id|num)\w*)"
)
CUED = re.compile(
    rf"{CUE}[^\w£]{{0,3}}(?:(?:no|ref|num|number)\b[^\w£]{{0,3}})?(?P<n>(?=[\w/-]*\d[/-]?\d)[\w/-]{{4,}})",
    re.IGNORECASE,
)
NUMBERS = (
    ("telephone number", re.compile(r"(?<![\d£.])(?:\+?44|0)(?:[\s().\-/]{0,3}\d){9,10}(?!\d)")),
    ("NHS number", re.compile(NHS)),
    ("postcode", re.compile(r"\b[A-Z]{1,2}\d[A-Z\d]?\s{0,3}\d[A-Z]{2}\b", re.IGNORECASE)),
    ("e-mail", re.compile(r"[\w.+-]+@[\w-]+\.\w+")),
    ("date of birth", re.compile(BORN, re.IGNORECASE)),
    ("address", re.compile(rf"\b\d{{1,4}}[a-z]?,? (?:[A-Z][\w'’]+ ){{1,3}}{STREETS}\b")),
    ("National Insurance number", re.compile(r"\b[A-Z]{2}\s?(?:\d\d\s?){3}[A-D]\b")),
    ("vehicle registration", re.compile(r"\b(?:[A-Z]{2}\d\d|[A-Z]\d{3})\s?[A-Z]{3}\b")),
    ("reference", re.compile(r"(?<![\w£])(?<!NHS )(?<=[A-Z]{3} )\d{6,8}\b(?![.:]\d)")),
    ("reference", re.compile(r"\b\d\d\s?[A-Z]{2}\s\d{3,5}/\d\d\b|\b[A-Z]{2}\d\d[A-Z]\d{5}\b")),
    ("officer's number", re.compile(r"\bcollar\W{0,3}(?:no\W{0,2})?\d{2,5}\b", re.IGNORECASE)),
    ("pupil number", re.compile(r"\b[A-Z]\d{11}[A-Z\d]\b")),
    ("account number", re.compile(r"sort code\W{0,3}\d\d-\d\d-\d\d\b", re.IGNORECASE)),
)  # fmt: skip
ON_LINE = re.compile(r"(?<!\w)@[A-Za-z]\w{3,}|(?<!\w)[A-Za-z]+_\w*[A-Za-z\d]|\bfacebook\.com/\S+")
TIME = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}|\d{3,4}(?:hrs?|h)|(?:19|20)\d\d", re.IGNORECASE)
Spot = tuple[int, int, str]


def names_on_line(text: str) -> Iterator[str]:
    """Yield what is written like a name on line: `@megs09`, `dean_w`; not `action_plan`."""
    if "@" in text or "_" in text or ".com/" in text:
        for match in ON_LINE.finditer(text):
            parts = [part.lower() for part in match[0].split("_") if not part.isdigit()]
            if not all(map(is_ordinary, parts)):
                yield match[0]


def has_title(text: str, start: int) -> bool:
    """Return whether a title stands before a word in small letters: `Mrs best`."""
    before = text[max(0, start - 24) : start]
    return bool(TITLE.search(before)) and not DOES_MISS.search(before)


def signers_in(text: str) -> Iterator[Spot]:
    """Yield start, end and reason of capitals that sign and of passwords."""
    for match in SIGNER.finditer(text) if " by " in text else ():
        if not (is_ordinary(match["who"].lower()) or is_known_in_capitals(match["who"].lower())):
            yield *match.span("who"), "letters that sign"
    for match in PASSWORD.finditer(text) if "assw" in text or "assc" in text else ():
        yield *match.span("word"), "a password"


def is_known_in_capitals(key: str) -> bool:
    return is_acronym(key) or is_proper_noun(key) or key in RANKS or key in COURTESIES


def numbers_in(text: str) -> Iterator[Spot]:
    """Yield start, end and kind of what is written like a number that points at somebody."""
    for kind, pattern in NUMBERS:
        for match in pattern.finditer(text):
            yield *match.span(), kind
    for match in CUED.finditer(text):
        if not TIME.fullmatch(match["n"]):
            yield *match.span("n"), "reference"


def is_titled_letter(text: str, start: int, end: int) -> bool:
    """Return whether a single letter is all that is written of a name after its title."""
    title = LETTER.search(text[max(0, start - 8) : start])
    if not title or HALF.match(text, end):
        return False
    return bool(title["courtesy"]) or text[start:end] != "I"


def ends_place(text: str, start: int, end: int) -> bool:
    """Return whether a word such as `School` has a name before it that no dictionary has."""
    if text[start:end] == "Dr" and text[end : end + 2] == " \x00":  # a doctor, and no drive
        return False
    named = PLACE.search(text[max(0, start - 60) : start])
    own = [word.lower().strip("'’.") for word in named["own"].split()] if named else []
    return any(_is_strange(word) for word in own)


def _is_strange(word: str) -> bool:
    plain = is_ordinary(word) or is_english(word) or word in GENERIC
    return len(word) > 2 and not (plain or word in COURTESIES or word in RANKS)
