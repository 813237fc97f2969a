"""The contacts of an entry that cannot happen without the child, by the words that tell of them."""

import re
from collections.abc import Iterator

from chronology.seen import told_by
from chronology.seen.contact_kinds import HEALTH, KINDS, TEACHES, Kind
from chronology.seen.names import SUBJECT
from chronology.seen.words import SUBJECT_NAME

YEARS = 12

WHOLE_FAMILY = frozenset({"school", "nursery", "gp", "camhs"})
FACE_TO_FACE = HEALTH | {"school", "nursery", "police", "social_care", "cafcass"}
OF_THE_CHILD = re.compile(
    r"(?:^|[.;\n]\s*)\W*(?:the |subject )?(?:child|pupil|young person)\s(?=[a-z])"
)
"""A sentence on "the child": in the chronology of one child, it is that child."""


BROUGHT_WITH = re.compile(rf"\W*{SUBJECT_NAME},? (?:here |in )?with\b")
"""How an entry opens where children are brought: not where the child was instead."""
BROUGHT_TO = frozenset({"gp", "hospital", "camhs"})

SENTENCE = re.compile(r"(?:[^.\n]|\.(?=\d))*(?:[.\n]\s*|$)")
A_GROWN_UP = re.compile(
    r"(?:^|[.;,]\s+|\band )\W*(?:mum|mother|father|dad|partner|m(?:r|rs|iss|"
    r"s)\b\.?(?: [a-z][\w'-]+)+|"
    r"\ue003+)(?: \ue003+)?(?: has| had| was| then)? ?$"
)
"""A grown-up who does what the words after them tell: it is not the child who arrived late."""
TO_COME = re.compile(r"\b(?:to be|to have|will be|should be|due|due for|needs?|for|to) $")
COMES = re.compile(
    r"(?:arrived|attend|att|came|brought|seen|present|admitted|conveyed|disclos|accompan|booked|"
    r"checked|registered|complain|c/o)"
)
MEETING = re.compile(
    r"(?<!discuss in )(?<!discuss in peer )(?<!discuss at )(?<!raise in )(?<!raise at )(?<!next )"
    r"\b(?:strategy|strat|core group|cg\b|conference|icpc|rcpc|tac\b|cin review|panel|marac|"
    r"professionals'? meeting|multi[- ]?agency (?:meeting|discussion)|"
    r"discussion (?:about|re)\b|network meeting|attendance meeting|supervision)\b"
)


def kinds(
    text: str, agency: str, age: tuple[int, int] | None
) -> Iterator[tuple[Kind, re.Match[str]]]:
    """The kinds of contact the text tells of that fit the agency and, if known, the age."""
    opening = "".join(SENTENCE.findall(text)[:4])
    if told_by.SECOND_HAND.search(opening[:120]) or MEETING.search(opening[:80]):
        return
    for kind in KINDS:
        if kind.agencies and agency not in kind.agencies:
            continue
        if age and not (kind.youngest <= age[1] and age[0] <= kind.oldest):
            continue
        found = kind.pattern.search(opening)
        if (
            found
            and not _is_of_a_grown_up(opening, found)
            and not (_is_yet_to_come(opening, found))
        ):
            yield kind, found


CRIMINAL_RESPONSIBILITY = 10 * YEARS


def is_too_young(agency: str, age: tuple[int, int]) -> bool:
    """Whether the agency works only with older children than this one."""
    return agency == "youth_offending" and age[1] < CRIMINAL_RESPONSIBILITY


def _is_of_a_grown_up(opening: str, found: re.Match[str]) -> bool:
    if found[0].endswith(tuple(SUBJECT)):
        return False
    return bool(COMES.match(found[0]) and A_GROWN_UP.search(opening[: found.start()]))


def _is_yet_to_come(opening: str, found: re.Match[str]) -> bool:
    return bool(TO_COME.search(opening[: found.start()]))


NAMED = (
    (
        TEACHES,
        re.compile(
            rf"{SUBJECT_NAME}[^.;\n]{{0,12}} (?:is |was )?(?:in (?:school|class|nursery|today)|"
            r"here\b|on site)"
            rf"|\b(?:rung|rang|called|phoned|asked|came|sent for|telephoned)\b[^.;\n]{{0,20}} to "
            rf"(?:fetch|collect|pick up) {SUBJECT_NAME}"
            rf"|\bwhen \w+ (?:came|arrived) for {SUBJECT_NAME}"
        ),
    ),
    (
        frozenset({"police"}),
        re.compile(
            rf"{SUBJECT_NAME} (?:was )?(?:conveyed|taken|handed|removed|escorted) (?:to|into|by|"
            rf"with)\b"
        ),
    ),
)
"""Whereabouts that only somebody beside the child can give, whatever the entry opens with."""


def named(text: str, agency: str) -> re.Match[str] | None:
    """The words by which the agency has the child, named, with it."""
    matches = (pattern.search(text) for agencies, pattern in NAMED if agency in agencies)
    return next((found for found in matches if found), None)
