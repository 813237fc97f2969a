"""Whom a text speaks of: the child under review, another child or a grown-up, marked in place.

Every mention becomes marks of the same length, so that positions still point into the text as it
was written.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from functools import lru_cache

SUBJECT, SIBLING, ADULT = "\ue001", "\ue002", "\ue003"
ORDINARY = frozenset(
    (
        "april",
        "art",
        "august",
        "autumn",
        "bill",
        "carol",
        "chase",
        "dale",
        "dawn",
        "dean",
        "drew",
        "faith",
        "frank",
        "grace",
        "grant",
        "guy",
        "hope",
        "ivy",
        "jay",
        "jet",
        "joy",
        "june",
        "lace",
        "lacey",
        "mark",
        "max",
        "may",
        "melody",
        "miles",
        "pat",
        "rich",
        "robin",
        "rose",
        "ruby",
        "sky",
        "summer",
        "sunny",
        "sue",
        "will",
    )
)
"""Names that are words as well: they count as names only with a capital."""

QUOTES = str.maketrans("“”‘’´`–—\u00a0", "\"\"''''-- ")
AFTER_A_NAME = (
    r"(?:(?<!\.)\s+(?!(?:Seen|Not|Was|Is|Did|Said|Present|In|At)\b)"
    r"(?:[A-Z][a-z][\w'-]*|[A-Z]{5,}))?"
)
UNDER_REVIEW = re.compile(r"\b(?:[Ss]ubject child|[Ii]ndex child|[Cc]hild A)\b")
OTHER_CHILD = re.compile(r"\b[Ss]ibling \d+\b|\b[Cc]hild [B-H]\b")
CAPITALISED = re.compile(r"\b[A-Z][A-Za-z]{3,}\b")


@dataclass(frozen=True)
class Names:
    """Names by which the child, other children and grown-ups go in the entries, in any case.

    With `may_have_others` the family may have children whose names are not known.
    """

    subject: Collection[str] = ()
    siblings: Collection[str] = ()
    adults: Collection[str] = ()
    may_have_others: bool = False
    _cached: dict[str, str] = field(default_factory=dict, compare=False, repr=False)

    def mark(self, text: str) -> str:
        """The text with plain quotes and every name in it as marks, letter for letter."""
        plain = text.translate(QUOTES)
        for pattern, mark in self._patterns():
            plain = pattern.sub(lambda found, mark=mark: mark * len(found[0]), plain)
        plain = UNDER_REVIEW.sub(lambda found: SUBJECT * len(found[0]), plain)
        plain = OTHER_CHILD.sub(lambda found: SIBLING * len(found[0]), plain)
        return CAPITALISED.sub(self._misspelt, plain)

    def _patterns(self) -> list[tuple[re.Pattern[str], str]]:
        groups = ((self.subject, SUBJECT), (self.siblings, SIBLING), (self.adults, ADULT))
        return [
            (_any_of(frozenset(names), followed=mark != ADULT), mark)
            for names, mark in groups
            if names
        ]

    def _misspelt(self, found: re.Match[str]) -> str:
        word = found[0]
        if word not in self._cached:
            self._cached[word] = self._nearest(word.lower())
        return self._cached[word] * len(word) if self._cached[word] else word

    def _nearest(self, word: str) -> str:
        for names, mark in ((self.subject, SUBJECT), (self.siblings, SIBLING)):
            if any(is_slip(word, name.lower()) for name in names if " " not in name):
                return mark
        return ""


def is_slip(word: str, name: str) -> bool:
    """Whether one letter left out, added, changed or swapped makes the word of the name."""
    if len(name) < 5 or len(word) < 4 or word[0] != name[0] or abs(len(word) - len(name)) > 1:
        return False
    start = 0
    while start < min(len(word), len(name)) and word[start] == name[start]:
        start += 1
    one, other = word[start:], name[start:]
    swapped = one[:2] == other[:2][::-1] and one[2:] == other[2:]
    return swapped or one[1:] == other[1:] or one[1:] == other or one == other[1:]


@lru_cache(maxsize=256)
def _any_of(names: frozenset[str], *, followed: bool) -> re.Pattern[str]:
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    parts = [_spelling(name.translate(QUOTES)) for name in longest_first if name.strip()]
    tail = AFTER_A_NAME if followed else ""
    return re.compile(rf"(?<!\w)(?:{'|'.join(parts)})(?!\w){tail}")


def _spelling(name: str) -> str:
    """The name in any case, unless that would read an ordinary word or a pair of letters as one."""
    pattern = re.escape(name).replace(r"\ ", r"\s+")
    if name.isupper() and len(name) <= 4:
        return pattern
    if name.lower() in ORDINARY:
        return f"(?:{re.escape(name.capitalize())}|{re.escape(name.upper())})"
    return f"(?i:{pattern})"
