"""Contacts that need the child there, told in words that no pattern knows.

The kinds of contact and the words that agencies use for them are those of `same_event`.
"""

import re
from dataclasses import dataclass
from itertools import islice

from chronology.same_event.kinds import features, kind_model
from chronology.seen.ages import is_of_a_child
from chronology.seen.contacts import HEALTH, MEETING, SENTENCE
from chronology.seen.names import ADULT, SUBJECT
from chronology.seen.told_by import SECOND_HAND, is_out_of_sight
from chronology.seen.visits import VISITORS

TAUGHT = {
    "school_late": "a late arrival at school",
    "school_concern": "what school staff noticed about a child",
    "school_bruise": "a mark or injury seen at school",
    "disclosure": "what a child disclosed",
    "not_collected": "a child not collected from school",
}
NEEDS_THE_CHILD: dict[str, tuple[str, dict[str, str]]] = {
    "hospital": (
        "AE",
        {
            "ae_illness": "a child's illness seen at hospital",
            "ae_injury": "a child's injury seen at hospital",
            "ingestion": "a child treated after swallowing something harmful",
            "cp_medical": "a child protection medical",
            "dog_bite": "a dog bite treated at hospital",
            "self_harm": "a child's self-harm treated at hospital",
            "house_fire": "a child treated after a fire at home",
        },
    ),
    "gp": (
        "GP",
        {"gp_child": "a child seen at the surgery", "imms": "a child immunised at the surgery"},
    ),
    "health_visitor": (
        "HV",
        {"hv_clinic": "a child weighed at clinic", "hv_dev": "a developmental check"},
    ),
    "school": ("SCH", TAUGHT),
    "nursery": ("SCH", TAUGHT),
    "police": (
        "POL",
        {
            "disclosure": "police hearing what a child disclosed",
            "drunk_in_charge": "police finding a child with a drunken adult",
        },
    ),
    "camhs": ("CAMHS", {"camhs_session": "a session with child mental health services"}),
    "social_care": ("CSC", {"cp_medical": "a child protection medical attended by the worker"}),
}
"""For each kind of agency its code, and the kinds of contact it cannot have without the child."""

OF_GROWN_UPS = frozenset(
    {
        "ae_adult", "gp_mother", "gp_father", "overdose", "s136", "antenatal_missed",
        "mw_antenatal", "mw_postnatal", "birth", "drug_test", "sub_key", "sub_dna", "amh_visit",
        "amh_dna", "prob_appt", "prob_missed", "prob_visit", "yot_appt", "yot_missed",
        "yot_offence", "release", "refuge", "arrears", "hou_rent", "hou_asb", "pol_asb",
        "pol_street",
    }
)  # fmt: skip
"""Kinds of contact with somebody else: ruled out where an entry opens with the child's name."""

GROWN_UPS = (f"{ADULT}", "mum", "mother", "father", "dad", "parent", "partner", "nan ", "boyfriend")
NOT_YET = re.compile(
    r"\b(?:due|overdue|outstanding|up to date|booked|rebooked|rescheduled|rearranged|arranged|"
    r"to be (?:seen|brought|arranged)|awaiting|awaited|waiting list|invit\w+|offered|reminder|"
    r"planned|should|would|will be|appointment (?:sent|made|given|for)|"
    r"(?:call|t/c|phone call) (?:to|from)|update|rang|phoned|telephoned|texted|e-?mail\w*|"
    r"letter|referral|discuss(?:ed|ion)|talked about|reviewed by|chased|declined|refused|requested|"
    r"cancelled|missed|left (?:at home|with)|not|never|nothing|has had no|"
    r"no (?:further )?(?:contact|record|attendance|visit|appointment|show|session|immunisation|"
    r"imm|jab|check)s?|records?|reports?|flagged|coded|"
    r"subject to|register(?:ed|s) (?:with|at|as)|removed from|moved to|"
    r"transferred (?:from|in|out))\b|n't\b|\d%"
)
"""In the words that name the child: what is hoped for or told from afar, not what took place."""

LEAST, LEAST_AFTER_A_GROWN_UP, LEAST_UNNAMED = 0.3, 0.6, 0.7
OPENING = 3
WHEREABOUTS = 30
"""Letters from a name within which words on a place are that child's."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How likely it is that the child was there, the likeliest such contact, and the words."""

    chance: float
    kind: str
    where: tuple[int, int]


def needs_the_child(marked: str, agency: str) -> Likeness | None:
    """The contact the entry tells of in its opening, if it likely is one that needs the child."""
    if agency not in NEEDS_THE_CHILD or is_told_from_afar(marked):
        return None
    if SUBJECT not in marked and agency not in HEALTH:
        return None
    where = _named_in(marked)
    if where is None or NOT_YET.search(marked, *where) or _is_elsewhere(marked, agency):
        return None
    chance, kind = _likeliest(marked, agency)
    return Likeness(chance, kind, where) if chance >= _least(marked) else None


def _is_elsewhere(marked: str, agency: str) -> bool:
    """Whether the words on the child place them where a visitor was not."""
    start = max(marked.find(SUBJECT), 0)
    return agency in VISITORS and is_out_of_sight(marked[: start + WHEREABOUTS], start)


def is_told_from_afar(marked: str) -> bool:
    """Whether the entry opens as a message or a meeting: nobody in it was with the child."""
    return bool(SECOND_HAND.search(marked[:120]) or MEETING.search(marked[:80]))


def _least(marked: str) -> float:
    if SUBJECT not in marked:
        return LEAST_UNNAMED
    return LEAST if opens_with_the_child(marked) else LEAST_AFTER_A_GROWN_UP


def _named_in(marked: str) -> tuple[int, int] | None:
    """The place of the first sentence that names the child, or tells of an unnamed one."""
    if SUBJECT not in marked and not is_of_a_child(marked):
        return None
    for sentence in islice(SENTENCE.finditer(marked), OPENING):
        if SUBJECT in sentence[0] or SUBJECT not in marked:
            return sentence.span()
    return None


def _likeliest(marked: str, agency: str) -> tuple[float, str]:
    code, kinds = NEEDS_THE_CHILD[agency]
    model = kind_model()
    told = model.probabilities([features(marked, "", code, frozenset())])[0]
    chances = dict(zip(model.kinds, map(float, told), strict=True))
    others = sum(chances[one] for one in OF_GROWN_UPS) if opens_with_the_child(marked) else 0.0
    chance = sum(chances[one] for one in kinds) / max(1 - others, 1e-6)
    return chance, kinds[max(kinds, key=lambda one: chances[one])]


def opens_with_the_child(marked: str) -> bool:
    """Whether the child is named before any grown-up is spoken of."""
    before, found, _ = marked.partition(SUBJECT)
    return bool(found) and not any(one in before for one in GROWN_UPS)
