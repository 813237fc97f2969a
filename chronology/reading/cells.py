"""What short cells say: whether the child was seen, how much an entry matters, nothing at all."""

import re
from functools import lru_cache

_NOTHING = re.compile(
    r"[\s\-–—−.,;:…?*_/\\|]*|nil|n/?a|none|not applicable|null|blank", re.IGNORECASE
)
_LONGEST_NOTHING = len("not applicable")
_LEFT_BY_PROGRAMS = frozenset(
    ("null", "(null)", "<null>", "nan", "none", "nil", "n/a", "na", "blank", "(blank)", "undefined")
)
LONGEST_LEFT = 12
_BLANK = re.compile(r"[\s\-–—−.,;:…*_/\\|]*")
_UNTOLD = re.compile(
    r"^(?:n ?[/.]? ?a\b|not (?:app|known|rec|stat|clear|rel|spec|doc)|n ?/? ?k\b|unk|unclear|"
    r"unborn|no (?:info|details|mention)|none recorded|"
    r"not (?:noted|indicated|mentioned|evident|yet)|"
    r"yes ?\?|"
    r"y(?:es)? ?/ ?no?\b|pre[- ]?birth|antenatal|\?|tbc|no record|not born|n ?/? ?r\b)",
    re.IGNORECASE,
)
_SEEN_NOT = re.compile(
    r"^(?:no(?:pe|body)?\b|n\b|did not attend|failed|refused|unable|wnb\b|away$|"
    r"(?:only )?(?:mother|mum|mam|father|dad|parents?)(?: only)?(?: seen)?$|"
    r"false|0$|✗|✘|☐|❌|none\b|neither|absent|asleep$|dna\b|never|not\b)|"
    r"\bnot? (?:seen|present|sighted|visible|observed|there|in\b)|\bunseen\b|\bwasn['’]?t seen|"
    r"\bdid(?:n['’]?t| not) see\b|"
    r"\bnot (?:been )?(?:seen|present)|\babsent\b|^(?!yes|seen).*\bout$",
    re.IGNORECASE,
)
_SEEN = re.compile(
    r"^(?:y|ye|yes|yep|yeah|true|1$|✓|✔|☑|☒|√|seen|present|alone|sighted|x$)\b|^[✓✔☑☒√✅]|^x$|"
    r"\b(?:seen|present|sighted|visible|observed)\b",
    re.IGNORECASE,
)
_CROSS = re.compile(r"^[x×]$", re.IGNORECASE)


def is_blank(text: str) -> bool:
    """Whether a cell holds no letter and no figure."""
    return not text or (not text[0].isalnum() and _BLANK.fullmatch(text) is not None)


def says_nothing(text: str) -> bool:
    """Whether a cell only says that there is nothing to say."""
    if len(text) > _LONGEST_NOTHING and text[0].isalnum():
        return False
    return not text or _NOTHING.fullmatch(text) is not None


def is_untold(text: str) -> bool:
    """Whether a cell has no words of its own, but at most what a program leaves in its place."""
    return is_blank(text) or text.lower() in _LEFT_BY_PROGRAMS


@lru_cache(maxsize=4096)
def child_seen(text: str, *, is_cross_no: bool = False) -> bool | None:
    """Yes, no, or nothing said; a cross is a no only in a column that has ticks as well."""
    text = text.strip().strip("()[]'\".")
    if not text or _UNTOLD.match(text):
        return None
    if _CROSS.match(text):
        return not is_cross_no
    if _SEEN_NOT.search(text):
        return False
    return True if _SEEN.search(text) else None


def leaves_open(text: str) -> bool:
    """Whether a cell says that nothing is known or that nothing can be said."""
    text = text.strip().strip("()[]'\".")
    return _UNTOLD.match(text) is not None and text[:1] not in ("y", "Y")


def crosses_are_no(column: list[str]) -> bool:
    """Whether a column ticks what is so and crosses what is not."""
    return any(text[:1] in ("✓", "✔", "√", "Y", "y") for text in column if text)


_WEIGHTS = (
    (
        3,
        r"^(?:3|h|high\w*|y|yes|key|major|crit\w*|red|r|signif\w*|x|✓|✔|☒|☑|√|\*+|true|very.*|severe|s|k)\b|^[✓✔☒☑√*✅]",
    ),
    (2, r"^(?:2|m|med\w*|mod\w*|amber|a|some)\b"),
    (1, r"^(?:1|l|low\w*|n|no|minor|green|g|routine|none|false|info\w*|not .*)\b"),
)
_COMPILED = tuple((weight, re.compile(words, re.IGNORECASE)) for weight, words in _WEIGHTS)


@lru_cache(maxsize=4096)
def significance(text: str) -> int | None:
    """3 is high, 2 medium, 1 low; None where the column says nothing."""
    for weight, pattern in _COMPILED:
        if pattern.search(text.strip()):
            return weight
    return None
