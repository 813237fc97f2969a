"""Names of the children, guessed from the entries alone while there is no cast."""

import re
from collections import Counter
from collections.abc import Iterable

from chronology.seen.names import Names, is_slip

SUBJECT_LINE = re.compile(
    r"\b(?i:subject(?: child)?|index child|name of child|child(?:'s name)?|re)\s*[:-]\s*"
    r"(?P<name>[A-Z][a-z'-]+(?: [A-Z][A-Za-z'-]+){1,3})"
)
"""A line above an agency's entries that says whose chronology it is."""

NAME = r"(?P<first>[A-Z][a-z'-]{2,})(?: (?P<last>[A-Z][A-Za-z'-]{2,}))?"
TITLE = r"(?<!Mr )(?<!Mrs )(?<!Miss )(?<!Ms )(?<!Dr )(?<!PC )(?<!DC )(?<!SW )(?<!HV )(?<!Nurse )"
OF_A_CHILD = re.compile(
    rf"{TITLE}\b{NAME} (?:was |is )?(?:brought (?:in )?by|brought to|not brought|to clinic|"
    r"late \(|late,? \d|"
    r"arrived \d+|arrived late|in (?:school|class|nursery)|weighed|immunised|assessed with|"
    r"attended for (?:vacc|imm)|told (?:worker|teacher|staff|class)|in nappy|in cot|in pyjamas|"
    r"not collected|absent from|excluded|conveyed|asleep|swallowed|examined)\b"
)
NOT_NAMES = frozenset(
    (
        "Mum", "Mother", "Dad", "Father", "Child", "Children", "Baby", "Partner", "Nan", "Both",
        "She", "They", "Was", "Not", "Sibling", "Sibs", "Parents", "Pupil", "Letter", "Report",
        "Head", "Mr", "Mrs", "Miss", "Meeting", "The", "And", "But", "Social", "Worker",
        "Teacher", "Staff",
    )
)  # fmt: skip
LEAST_OFTEN = 2


def guessed(texts: Iterable[str], headings: Iterable[str] = ()) -> Names:
    """The child of the subject lines, or the one told of most; others told of are siblings."""
    often = Counter[str]()
    full: dict[str, Counter[str]] = {}
    for text in texts:
        for found in OF_A_CHILD.finditer(text):
            first, last = found["first"], found["last"]
            if first in NOT_NAMES:
                continue
            often[first] += 1
            full.setdefault(first, Counter())[f"{first} {last}" if last else first] += 1
    named = _of_subject_lines(headings)
    children = [first for first, many in often.most_common() if many >= LEAST_OFTEN]
    subject = named.split()[0] if named else next(iter(children), "")
    siblings = [
        one for one in children if one != subject and not is_slip(one.lower(), subject.lower())
    ]
    return Names(
        subject=tuple(dict.fromkeys(filter(None, (named, subject, *_initials(named))))),
        siblings=tuple(name for first in siblings for name in {first, *full[first]}),
        may_have_others=True,
    )


def _of_subject_lines(headings: Iterable[str]) -> str:
    told = Counter(found["name"] for line in headings for found in SUBJECT_LINE.finditer(line))
    return told.most_common(1)[0][0] if told else ""


def _initials(name: str) -> tuple[str, ...]:
    letters = [part[0].upper() for part in name.split()]
    return ("".join(letters), ".".join(letters) + ".") if len(letters) > 1 else ()
