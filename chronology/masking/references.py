"""Numbers that a file, an account, a vehicle or an officer is known by, and names on line.

The shape of such a number says little: the cue before it (`crime ref`, `rent a/c`, `collar`) makes
it one. A sum, a time, a day and what is short stay.
"""

import re
from collections.abc import Iterator

from chronology.masking.vocabulary import listed

NO = r"(?:\s?(?:nos?|nr|num|number|ref|reference|id|#)\b\.?)"
CUES = (  # what the number is, the fewest digits that it has, the words before it
    ("[police reference]", 3, rf"urn{NO}?|pnc\s?id|(?:nspis|niche){NO}{{0,2}}"),
    ("[police reference]", 3,
     rf"(?:crime(?:\sreport)?|custody(?:\srecord)?|incident|occurrence|intel|police|storm){NO}{{1,2}}"),
    ("[police reference]", 5, rf"(?:cad|log){NO}?"),  # a shorter one begins anew each day
    ("[hospital number]", 4,
     rf"(?:hosp|hospital|patient|unit|pas|a&e|emis|rio|systmone|maternity)\.?{NO}{{1,2}}|mrn{NO}?"),
    ("[account number]", 5,
     rf"(?:a/c|acct?|account){NO}?|sort\s?code|iban|(?:tenancy|tenant|payroll){NO}{{1,2}}"),
    ("[pupil number]", 4, rf"(?:upn|uln){NO}?"),
    ("[number]", 2, rf"(?:collar|shoulder|opr){NO}?|(?:warrant|badge|officer|operator){NO}"),
    ("[number]", 2,
     r"\b(?-i:W?PC|PCSO|W?DC|PS|DS|DI|S[Gg][Tt])\s(?:[^\W\d_][\w'’-]*\s){1,3}\("),
    ("[vehicle registration]", 1,
     rf"(?:vrm|index|regn?|registration|plate|veh|vehicle|car){NO}?"),
    ("[reference number]", 4,
     rf"(?:carefirst|ics|lcs|ccm|icis|mosaic|swift|irs|case|client|file|claim|passport|licence"
     rf"|application|office|hsg|housing|court|our|your|pupil|service\suser){NO}{{1,2}}"
     rf"|ref\b\.?{NO}?|(?:reference|cpoms|nass){NO}?"),
)  # fmt: skip
CUE = re.compile(
    "(?<![a-z])(?:"
    + "|".join(f"(?P<c{n}>{cue})" for n, (_, _, cue) in enumerate(CUES))
    + r")[\s:=.\-–(]{0,4}(?:is|was)?\s?$",
    re.IGNORECASE,
)
LEAD = listed("cues")  # the last word, or the last but one, of every cue
WORDS = re.compile(r"[a-z#]+")
NEAR, FAR = 20, 40  # letters before a number in which its cue stands
DIGITED = re.compile(r"\d[A-Za-z\d]*(?:[/-][A-Za-z\d]+)*(?:\s[A-Z]{2,3}\s\d+(?:/\d+)*)?(?!\w)")
DAY_OR_TIME = re.compile(
    r"\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})|\d{3,4}(?:hrs?|h|pm|am)", re.IGNORECASE
)
MORE_DIGITS = re.compile(r"(?:[ -]\d{2,8})+(?!\w)")
PLATE = re.compile(
    r"(?:[A-Z]{2}\d{2}[\s-]?[A-Z]{3}|[A-Z]\d{1,3}[\s-]?[A-Z]{3}|[A-Z]{3}[\s-]?\d{1,3}[A-Z])(?!\w)",
    re.IGNORECASE,
)
SHAPES = (
    ("[pupil number]", re.compile(r"[A-HJ-NP-RT-Z]\d{11}[\dA-Z]")),
    ("[court case number]", re.compile(r"[A-Z]{2}\d{2}[A-Z]\d{5}")),
    ("[vehicle registration]", re.compile(r"[A-HJ-NPR-TV-Y]\d{3}(?:[A-HJ-PR-Z]{3})?")),
    ("[reference number]", re.compile(r"[A-Z]{2}[A-Z9]{3}\d{6}[A-Z][A-Z9]\d[A-Z]{2}")),
    ("[number]", re.compile(r"(?:PC|DC|PS|DS)\d{2,5}")),
)
SHORTEST = 4
BESIDE_LETTERS = re.compile(r"(?<![\w£])(?!NHS|TEL|FAX|MOB)[A-Z]{3,5}\s$")
SORT_CODE_LENGTH = 8
SORT_CODE = re.compile(r"\d\d-\d\d-\d\d")
ACCOUNT_AFTER = re.compile(r"[\s/]{1,3}\d{8}(?!\w)")
INSIDE = frozenset("£/.-_")  # before what goes on from something else
HANDLE = re.compile(
    r"(?<![\w.])@[A-Za-z_][\w.]{2,30}(?<!\.)(?![\w(])|(?<![\w.@])[A-Za-z]\w*_\w*[A-Za-z\d](?!\w|\.\w|@)"
)
PROFILE = re.compile(
    r"(?:https?://)?(?:www\.)?(?:facebook|instagram|twitter|bebo|myspace|tiktok)\.com/[\w./?=-]+",
    re.IGNORECASE,
)
ONLINE = re.compile(
    r"(?<!\w)(?:snap\s?chat|snap|insta(?:gram)?|facebook|fb|twitter|bebo|myspace|msn|bbm|kik|tik\s?tok|skype|xbox"
    r"|psn|gamer\s?tag|user\s?name)(?:\s(?:name|user|user\s?name|id|account|page|profile|handle|tag))*"
    r"\W{1,4}(?P<name>[A-Za-z][\w.-]{2,29}(?<![.-]))",
    re.IGNORECASE,
)  # fmt: skip
Spot = tuple[int, int, str, str, str]


def names_on_line(text: str) -> Iterator[Spot]:
    """Yield each name that somebody has on line: start, end, no person, replacement, reason."""
    for pattern in (HANDLE, PROFILE):
        for match in pattern.finditer(text):
            yield match.start(), match.end(), "", "[name on line]", "a name on line"
    yield from _on_line(text)


def references_in(text: str) -> Iterator[Spot]:
    """Yield each number that a cue or a shape tells: start, end, nobody, replacement, reason."""
    mixed = False
    for match in DIGITED.finditer(text):
        mixed = mixed or text[match.start() - 1 : match.start()].islower()
        start, end = _start(text, match.start()), match.end()
        if end - start < 2 or (start and text[start - 1] in INSIDE):
            continue
        found = _shaped(text, start, end) or _told(text, start, end)
        if found:
            yield start, found[0], "", found[1], "a reference"
    if mixed:
        yield from _on_line(text)


def _on_line(text: str) -> Iterator[Spot]:
    for match in ONLINE.finditer(text):
        if any(c.isdigit() or c == "_" for c in match["name"]):
            yield *match.span("name"), "", "[name on line]", "a name on line"


def _start(text: str, at: int) -> int:
    """Return where the letters begin that stand at once before the digits: `K0482913`, `T/009`."""
    begin = at - (text[at - 1 : at] in ("/", "-"))
    first = begin
    while first and text[first - 1].isalpha():
        first -= 1
    return first if 0 < begin - first < 6 else at


def _shaped(text: str, start: int, end: int) -> tuple[int, str] | None:
    """Return where a number ends and what it is when its shape alone tells."""
    if text[start].isdigit():
        if end - start != SORT_CODE_LENGTH or text[start + 2] != "-":
            return None
        account = ACCOUNT_AFTER.match(text, end) if SORT_CODE.fullmatch(text, start, end) else None
        return (account.end(), "[account number]") if account else None
    for label, shape in SHAPES if end - start >= SHORTEST else ():
        if shape.fullmatch(text, start, end):
            if label != "[vehicle registration]":
                return end, label
            plate = PLATE.match(text, start)
            return (plate.end(), label) if plate and text[start : plate.end()].isupper() else None
    return None


def _told(text: str, start: int, end: int) -> tuple[int, str] | None:
    """Return where a number ends and what it is when the words before it tell."""
    near = text[max(0, start - NEAR) : start]
    if not near.endswith("(") and LEAD.isdisjoint(WORDS.findall(near.lower())[-2:]):
        return _beside_letters(near, text[start:end], end)
    cue = CUE.search(text[max(0, start - FAR) : start])
    if not cue:
        return None
    label, least, _ = CUES[int((cue.lastgroup or "c0")[1:])]
    if label == "[vehicle registration]":
        plate = PLATE.match(text, start)
        return (plate.end(), label) if plate else None
    if label == "[account number]":
        more = MORE_DIGITS.match(text, end)
        end = more.end() if more else end
    elif DAY_OR_TIME.fullmatch(text, start, end):
        return None
    return (end, label) if sum(map(str.isdigit, text[start:end])) >= least else None


def _beside_letters(near: str, written: str, end: int) -> tuple[int, str] | None:
    """Return that it is a reference when an abbreviation is before it: `WGH 772301`."""
    if not (5 < len(written) < 9 and written.isdigit() and BESIDE_LETTERS.search(near)):
        return None
    return end, "[reference number]"
