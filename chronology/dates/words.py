"""The words records use for days, and the plain spelling they are brought to before reading."""

import re

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan janaury januray jan'y",
            "february feb febuary feburary febr",
            "march mar mrch",
            "april apr apl aprl",
            "may",
            "june jun jne",
            "july jul jly",
            "august aug augst",
            "september sept sep setp septmber sepember",
            "october oct octber",
            "november nov novemeber novmber",
            "december dec decmber decembr",
        ),
        start=1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon",
            "tuesday tues tue",
            "wednesday weds wed wednes",
            "thursday thurs thur thu",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}
ROMAN = {
    name: number
    for number, name in enumerate("i ii iii iv v vi vii viii ix x xi xii".split(), start=1)  # noqa: SIM905 - shorter to read
}

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("‘’‚‛´`′", "'"),
        **dict.fromkeys("“”„‟″〃", '"'),
        **dict.fromkeys("：﹕∶", ":"),
        "·": ".",
        **dict.fromkeys("\u00a0\u2000\u2002\u2003\u2007\u2009\u202f\t\n\r\v\f", " "),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\ufeff\u2060", ""),
        "⁄": "/",
        "∕": "/",
        "\\": "/",
        "½": " 1/2 ",
    }
)
_MERIDIEM = re.compile(r"(?<![a-z])([ap])\.? ?m(?:\.|\b)")
_SPACES = re.compile(r"\s+")
_OCR = (
    (re.compile(r"(?<![a-z])o(?=o?\d)|(?<=\d)o(?!(?!o)[a-z'])|(?<=\do)o(?=\d)"), "0"),
    (re.compile(r"(?<![a-z])[il|](?=\d)|(?<=\d)[il|](?![a-z'])"), "1"),
)


def plain(text: str) -> str:
    """One spelling for dashes, quotes, spaces, case and a.m. / p.m."""
    text = _SPACES.sub(" ", text.translate(_PLAIN).lower()).strip()
    return _MERIDIEM.sub(r"\1m", text)


def without_slips(text: str) -> str:
    """Letters that a scanner or a tired hand put for the figures 0 and 1 are figures again."""
    for pattern, figure in _OCR:
        text = pattern.sub(figure, text)
    return text


def any_of(words: dict[str, int]) -> str:
    """A pattern for any of the words, the longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


# What a program writes beside a day alone; people who mean midnight leave the seconds out.
_MIDNIGHT = re.compile(r"(?<=\d)[ t](?:0?0:00:00(?:\.0+)?z?|12:00:00 am)(?=$|[ /,-]+\d)")
_WHOLE = r"(\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4})"
_TWO_LINES = re.compile(rf"^\s*{_WHOLE}[ \t]*\r?\n\s*{_WHOLE}\s*$")
_MONTH = rf"(?:{any_of(MONTHS)})(?![a-z])"
_DOUBTED_PART = re.compile(
    rf"(?<!\S)(\d{{1,2}}(?:st|nd|rd|th)?)(?: ?\(\?\)|\?)(?=[/.-]\d| ?{_MONTH})"
)
_DOUBTED_MONTH = re.compile(rf"^(.*{_MONTH})(?: ?\(\?\)|\?| \?) ?(?='?\d{{2,4}}(?!\d))")
_NUMBERED = re.compile(r"^\(?\d{1,3}[.)] +(?=\d{1,2}[/.-]\d{1,2}[/.-]\d)")
# What programs write: Fri May 22 14:30:00 BST 2009.
_PRINTED = re.compile(
    rf"^(?:[a-z]{{3}} )?({_MONTH}) (\d{{1,2}}) (\d\d:\d\d:\d\d) (?:[a-z]{{3,4}} )?(\d{{4}})$"
)


_CLOCK = (
    r"(?:\d{1,2}[.:;h]\d\d ?(?:am|pm|hrs?\.?|hours)?|\d{1,2}(?:-\d\d)? ?(?:am|pm)|"
    r"\d{4} ?(?:hrs?\.?|hours|h)?)"
)
_TIME_FIRST = re.compile(
    rf"^((?:at |approx\w*\.? ?|c(?:irca|a)?\.? ?|about |around |~ ?|\? ?)?{_CLOCK}"
    rf"(?: ?(?:-|to) ?{_CLOCK})?),? on (?=\d|[a-z])(.*)$"
)


# A day between strokes and figures with a dot are a day and a time, not two days.
_DOTTED_TIME = re.compile(
    rf"^(.*(?:\d[/-]\d{{2,4}}|{_MONTH}[ -]\d{{2,4}})) ?- ?([01]?\d|2[0-3])\.([0-5]\d)$"
)


def written(raw: str) -> str:
    """A date's words in plain spelling: doubts before what they doubt, nothing that only fills."""
    text = plain(_TWO_LINES.sub(r"\1 - \2", raw) if "\n" in raw else raw)
    if "?" in text:
        text = _DOUBTED_MONTH.sub(r"? \1 ", _DOUBTED_PART.sub(r"?\1", text))
    if " on " in text:
        text = _TIME_FIRST.sub(r"\2 \1", text)
    if text[:1].isalpha() and ":" in text:
        text = _PRINTED.sub(r"\2 \1 \4 \3", text)
    if ". " in text[:5] or ") " in text[:5]:
        text = _NUMBERED.sub("", text)
    if text[-3:-2] == ".":
        text = _DOTTED_TIME.sub(r"\1 \2:\3", text)
    return _MIDNIGHT.sub("", text) if "00:00" in text else text
