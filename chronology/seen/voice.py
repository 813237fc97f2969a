"""Whether a text holds what the child said or wished, and whether they were seen alone."""

import re

from chronology.seen.words import CHILD

SAYS = (
    r"(?:told|tells|said|says|saying|stated|states|disclosed|disclosing|alleged|alleges|reported|"
    r"reports|"
    r"asked|explained|whispered|wrote|drew|shared|described|repeated|confided|mentioned|"
    r"expressed|added|answered|replied)"
)
QUOTED = r"[\"'](?=\w)[^\"]{2,200}?[\"']"
QUOTES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{CHILD}\s[^.;\n]{{0,40}}?{SAYS}[^.;\"\n]{{0,40}}[:,]?\s*{QUOTED}",
        rf"\"[^\"]{{2,200}}\"\s*[-,(]\s*{CHILD}",
        rf"\b(?:child|baby|pupil|{CHILD})(?:'s|s')? (?:own )?(?:words?|voice|comment|quote)\b\W*"
        rf"{QUOTED}",
        rf"\b(?:in )?(?:his|her|their) own words\b\W*{QUOTED}",
        rf"\bdisclos\w+ [^.;\n]{{0,50}}{QUOTED}",
    )
)
TOLD = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{CHILD}\s(?:then |also |has |had |later )?{SAYS}\b(?! (?:by|to have|missing))",
        rf"\bwhat {CHILD} (?:had )?said",
        rf"\b(?:wishes and feelings|views)\s(?:of {CHILD} )?(?:obtained|sought|recorded|gathered|"
        rf"shared|were|was|explored|ascertained|work (?:done|completed))",
        rf"{CHILD}(?:'s)? (?:wishes and feelings|views)(?! (?:are|were|was|is)?\s*not)",
    )
)
UNHEARD = re.compile(
    r"\b(?:views?|voice|wishes and feelings|wishes)[^.;\n]{0,20}\b(?:not|never)\b[^.;\n]{0,20}"
    r"(?:recorded|sought|obtained|known|asked|heard|captured)"
    r"|\bno record of (?:what|the child)|\bnot (?:asked|spoken to|heard)\b"
)
ALONE = re.compile(
    rf"{CHILD}[^.;\n]{{0,50}}?\b(?<!not )(?:alone|on (?:his|her|their) own|without (?:mother|mum|"
    r"father|dad|parents?|carers?|family)|by (?:himself|herself|themselves)|1[:-]1|one[- ]to[- ]one"
    r"|in private|individually)\b"
    rf"|\b(?:alone|privately|in private|one[- ]to[- ]one|1[:-]1) with {CHILD}"
    rf"|\b(?:individual (?:work|session)|1[:-]1 session|wishes and feelings session)"
)
NOT_ALONE = re.compile(
    r"\b(?:not|never|n't|unable to|could not|without being|refused to be)\b[^.;\n]{0,30}\balone\b"
    r"|\bleft alone\b|\bhome alone\b|\balone in\b|\bunattended\b"
    r"|\b(?:mother|mum|father|dad|parent|carer)\w* (?:present|remained|stayed)(?: throughout)?"
)


# Words without which none of the patterns fits. Looking for them is cheap, and most entries have
# none of them.
MARKS_OF_SPEECH = ("'", '"')
WISHES = ("views", "wishes and feelings")
DENIALS = ("not", "never", "no record of")
BY_THEMSELVES = (
    "alone", " own", "without ", "mself", "rself", "mselves", "1:1", "1-1", "one to one",
    "one-to-one", "one to-one", "one-to one", "private", "individual", "wishes and feelings",
)  # fmt: skip


def has_any(text: str, words: tuple[str, ...]) -> bool:
    """Whether any of the words is in the text."""
    return any(word in text for word in words)


def quote(marked: str) -> re.Match[str] | None:
    """The child's own words."""
    if not has_any(marked, MARKS_OF_SPEECH):
        return None
    return next((found for one in QUOTES if (found := one.search(marked))), None)


def told(marked: str) -> re.Match[str] | None:
    """Words that report what the child said or wished, without quoting it."""
    patterns = TOLD if has_any(marked, WISHES) else TOLD[:2]
    return next((found for one in patterns if (found := one.search(marked))), None)


def unheard(marked: str) -> re.Match[str] | None:
    """Words that say the child was not asked, or that nothing is recorded of it."""
    return UNHEARD.search(marked) if has_any(marked, DENIALS) else None


def alone(marked: str) -> re.Match[str] | None:
    """Words that say the child was seen without their carers."""
    if not has_any(marked, BY_THEMSELVES) or NOT_ALONE.search(marked):
        return None
    return ALONE.search(marked)
