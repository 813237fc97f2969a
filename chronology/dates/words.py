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
    for number, name in enumerate(
        ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"], start=1
    )
}

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("‐‑‒–—―−", "-"),
        **dict.fromkeys("‘’‚‛´`′", "'"),
        **dict.fromkeys("“”„‟″〃", '"'),
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
    (re.compile(r"(?<![a-z])o(?=\d)|(?<=\d)o(?![a-z'])"), "0"),
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
