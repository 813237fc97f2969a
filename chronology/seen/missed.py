"""Appointments and visits that did not take place: not brought, no access, cancelled."""

import re
from functools import lru_cache

NO_THING = "".join(
    rf"(?<!{thing} )(?<!{thing} was )(?<!{thing} were )"
    for thing in (
        "kit", "money", "form", "forms", "slip", "book", "books", "bag", "uniform", "homework",
        "inhaler", "lunch", "letter", "coat", "shoes", "glasses", "clothes", "medication",
    )
)  # fmt: skip
"""What a pupil forgets: it was not brought, and they were."""
MISSED = tuple(
    re.compile(pattern)
    for pattern in (
        r"\b(?:dna'?d?|d\.n\.a\.?|fta|wnb)\b(?! x ?\d+ (?:prior|previous))",
        rf"{NO_THING}\b(?:was |were )?not brought\b|\bwas(?:n't| not) taken to\b",
        r"\b(?:did not|didn't|failed to|fails to|(?<!do )not) (?:attend(?:ed)?|keep|show(?: up)?|"
        r"turn up|"
        r"arrive)\b"
        r"(?! (?:who|whether|what|any|how|that|the|signs|to))",
        r"\b(?:missed|non[- ]attendance|no[- ]show|non[- ]attended|failed|defaulted|cancelled|"
        r"abortive|"
        r"unsuccessful|attempted) (?:\w+ ){0,3}?(?:appointments?|apts?|appts?|visits?|v/|h/v|"
        r"session|clinic|contact|"
        r"attendance|call)\b",
        r"\b(?:appointment|apt|appt|visit|session|contact)s? (?:was |were )?(?:missed|cancelled|"
        r"not kept|refused|declined|rearranged)",
        r"\b(?:no reply|no answer|no access|no response|not at home|"
        r"(?:nobody|no[ -]?one) (?:home|answered|in|came to (?:the )?door)|"
        r"unable to gain (?:access|entry)|access (?:refused|denied|declined)|"
        r"refused (?:entry|access)|door not answered|did not answer (?:the )?door|"
        r"curtains closed)\b",
        r"\bcancelled by\b|\bno show\b|\bvisits? attempted\b|\b(?:calling )?card left\b|"
        r"\bleft (?:a |an? appointment )?(?:calling )?card\b",
    )
)
SENTENCE = re.compile(r"[^.;\n]+")
EARLIER = re.compile(
    r"\b(?:previous|prior|before this|in the past|had missed|history of|several|re missed|"
    r"about missed|reported (?:\w+ )?(?:attendance|missed|and)|x ?\d+ prior)\b"
)
CALL = re.compile(
    r"\b(?:(?:tele)?phoned|rang|rung|ringing|e-?mail(?:ed|s)?|texted|text messages?|faxe?d?|"
    r"(?:left (?:an? )?)?(?:answerphone )?messages? left|wrote to|letters? (?:sent )?to|"
    r"calls? (?:made |placed )?(?:to|through to) "
    r"(?![\w' ]{0,20}\b(?:house|home|address|flat|property|door)\b))"
)
UNANSWERED = re.compile(r"no (?:reply|answer|response)|.* (?:call|contact)")
PHONE = re.compile(r"\b(?:phone|mobile|tel(?:ephone)?|call(?:ed)? back|voicemail|number)\b")


WORDS = (
    "dna", "d.n.a", "fta", "wnb", "not", "n't", "fail", "missed", "non", "show", "default",
    "cancel", "abortive", "unsuccessful", "attempt", "card", "refused", "declined", "rearranged",
    "no ", "nobody", "no-", "noone", "unable", "access", "door", "curtains",
)  # fmt: skip
"""Without one of these no pattern fits: looking for them is cheap."""


@lru_cache(maxsize=16)
def missed(marked: str) -> re.Match[str] | None:
    """Words that say this contact was missed: not those that tell of earlier ones, or of calls.

    A call, e-mail or letter that nobody answers is no appointment that was missed.
    """
    opening = marked[:160]
    if not any(word in opening for word in WORDS):
        return None
    for sentence in SENTENCE.finditer(opening):
        for pattern in MISSED:
            found = pattern.search(marked, sentence.start(), sentence.end())
            if found and not _is_other(found[0], sentence[0]):
                return found
    return None


def _is_other(words: str, sentence: str) -> bool:
    """Whether the words are of earlier contacts, or of a call that nobody answered."""
    is_call = UNANSWERED.fullmatch(words) and CALL.search(sentence)
    return bool(EARLIER.search(sentence) or PHONE.search(sentence) or is_call)
