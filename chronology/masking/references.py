"""Numbers that a file, an account, a vehicle or an officer is known by, and names on line.

The shape of such a number says little: the cue before it (`crime ref`, `rent a/c`, `collar`) makes
it one. A sum, a time, a day and what is short stay.
"""

import re
from collections.abc import Iterator

NO = r"(?:\s?(?:nos?|nr|num|number|ref|reference|id|#)\b\.?)"
CUES = (  # what the number is, the fewest digits that it has, the words before it
    ("[police reference]", 3, rf"urn{NO}?|(?:nspis|niche){NO}{{0,2}}"),
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
LEAD = frozenset(  # the last word, or the last but one, of every cue
    {"acc", "account", "acct", "c", "cad", "car", "code", "collar", "cpoms", "crime", "iban", "id"}
    | {"index", "log", "mrn", "nass", "niche", "no", "nos", "nr", "nspis", "num", "number", "opr"}
    | {"plate", "ref", "reference", "reg", "registration", "regn", "shoulder", "uln", "upn", "urn"}
    | {"veh", "vehicle", "vrm"}
)
WORDS = re.compile(r"[a-z#]+")
FAR = 40  # letters before a number in which its cue stands
TOKEN = re.compile(
    r"(?<![\w£/.-])(?:[A-Za-z]{1,4}[/-]?)?\d[A-Za-z\d]*(?:[/-][A-Za-z\d]+)*"
    r"(?:\s[A-Z]{2,3}\s\d+(?:/\d+)*)?(?!\w)"
)
DAY_OR_TIME = re.compile(
    r"\d{1,2}[/.-]\d{1,2}[/.-](?:\d{4}|\d{2})|\d{3,4}(?:hrs?|h|pm|am)", re.IGNORECASE
)
MORE_DIGITS = re.compile(r"(?:[ -]\d{2,8})+(?!\w)")
PLATE = re.compile(
    r"(?:[A-Z]{2}\d{2}[\s-]?[A-Z]{3}|[A-Z]\d{1,3}[\s-]?[A-Z]{3}|[A-Z]{3}[\s-]?\d{1,3}[A-Z])(?!\w)",
    re.IGNORECASE,
)
SHAPES = (
    ("[pupil number]", re.compile(r"(?<!\w)[A-HJ-NP-RT-Z]\d{11}[\dA-Z](?!\w)")),
    ("[court case number]", re.compile(r"(?<!\w)[A-Z]{2}\d{2}[A-Z]\d{5}(?!\w)")),
    ("[account number]", re.compile(r"(?<![\w-])\d\d-\d\d-\d\d[\s/]{1,3}\d{8}(?!\w)")),
    ("[reference number]", re.compile(r"(?<!\w)[A-Z]{2}[A-Z9]{3}\d{6}[A-Z][A-Z9]\d[A-Z]{2}(?!\w)")),
    ("[number]", re.compile(r"(?<=\bPC|\bDC|\bPS|\bDS)\d{2,5}(?!\w)")),
    ("[vehicle registration]", re.compile(r"(?<!\w)[A-HJ-NPR-TV-Y]\d{3}\s?[A-HJ-PR-Z]{3}(?!\w)")),
)
LONG_OR_MIXED = re.compile(r"\d{2}|[A-Za-z]\d")
HANDLE = re.compile(r"(?<![\w.])@[A-Za-z_][\w.]{2,30}(?<!\.)(?![\w(])")
PROFILE = re.compile(
    r"(?:https?://)?(?:www\.)?(?:facebook|instagram|twitter|bebo|myspace|tiktok)\.com/[\w./?=-]+",
    re.IGNORECASE,
)
ONLINE = re.compile(
    r"(?<!\w)(?:snap\s?chat|snap|insta(?:gram)?|facebook|fb|twitter|bebo|myspace|msn|bbm|kik|tik\s?tok|skype|xbox"
    r"|psn|gamer\s?tag|user\s?name)(?:\s(?:name|user|user\s?name|id|account|page|profile|handle|tag))*"
    r"\W{1,4}(?P<name>[A-Za-z][\w.-]{2,29})",
    re.IGNORECASE,
)  # fmt: skip
Spot = tuple[int, int, str, str]


def names_on_line(text: str) -> Iterator[Spot]:
    """Yield start, end, replacement and reason of each name that somebody has on line."""
    if "@" in text or ".com/" in text:
        for pattern in (HANDLE, PROFILE):
            for match in pattern.finditer(text):
                yield match.start(), match.end(), "[name on line]", "a name on line"
    if LONG_OR_MIXED.search(text) or "_" in text:
        for match in ONLINE.finditer(text):
            if any(c.isdigit() or c == "_" for c in match["name"]):
                yield match.start("name"), match.end("name"), "[name on line]", "a name on line"


def references_in(text: str) -> Iterator[Spot]:
    """Yield start, end, replacement and reason of each number that a cue or its shape tells."""
    for label, pattern in SHAPES:
        for match in pattern.finditer(text):
            yield match.start(), match.end(), label, "written like a reference"
    for match in TOKEN.finditer(text):
        written = match.group()
        if len(written) < 2 or (DAY_OR_TIME.fullmatch(written) and "-" not in written):
            continue
        label, least = _told(text[max(0, match.start() - FAR) : match.start()])
        if label == "[vehicle registration]":
            plate = PLATE.match(text, match.start())
            if plate:
                yield *plate.span(), label, "a number plate"
        elif label and _is_reference(written, label, least):
            more = MORE_DIGITS.match(text, match.end()) if label == "[account number]" else None
            yield match.start(), (more or match).end(), label, "a reference"


def _told(before: str) -> tuple[str, int]:
    """Return what kind of number the words before it make it, and how many digits those have."""
    if not before.endswith("(") and LEAD.isdisjoint(WORDS.findall(before.lower())[-2:]):
        return "", 0
    cue = CUE.search(before)
    label, least, _ = CUES[int((cue.lastgroup or "c0")[1:])] if cue else ("", 0, "")
    return label, least


def _is_reference(written: str, label: str, least: int) -> bool:
    """Return whether it is long enough for its kind, and no day or time."""
    if DAY_OR_TIME.fullmatch(written) and label != "[account number]":
        return False
    return sum(map(str.isdigit, written)) >= least
