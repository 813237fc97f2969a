"""Kinds of agency, by the names they go by in chronologies."""

import re
from functools import lru_cache

KINDS: dict[str, tuple[str, str]] = {
    "social_care": (
        "Children's social care",
        r"social (?:care|services|work\w*)|children'?s services|"
        r"(?:children|young people)(?:'s)?,?(?: schools| young people)?,? (?:and|&) famil(?:y|ies)|"
        r"children'?s directorate|ssd|csc|\bics\b|duty sw|\bedt\b|"
        r"emergency duty team|mash\b|first response|\bsw\b",
    ),
    "camhs": (
        "Child and adolescent mental health service",
        r"camhs|child (?:and|&) adolescent mental health|child psychiatr\w+|"
        r"child and family clinic|cypmhs",
    ),
    "drug_service": (
        "Drug and alcohol service",
        r"drugs? (?:and alcohol|& alcohol|service|worker|team|agency|clinic)s?|"
        r"substance (?:mis)?use|"
        r"alcohol (?:service|team|worker)s?|methadone clinic|needle exchange|\bcdt\b|addaction|"
        r"turning point",
    ),
    "adult_mental_health": (
        "Adult mental health service",
        r"(?:adult |community )?mental health|cmht|\bcpn\b|care co-?ordinator|"
        r"crisis (?:resolution )?team|psychiatr\w+|"
        r"perinatal team|\bahm\b|home treatment team",
    ),
    "hospital": (
        "Hospital",
        r"\bhosp(?:ital)?\b|a ?& ?e\b|a and e\b|accident (?:and|&) emergency|casualty|"
        r"emergency dep\w+|"
        r"infirmary|acute trust|\bpaeds\b|paediatric\w*|\bed\b(?= attend)|minor injur\w+|"
        r"walk[- ]in centre",
    ),
    "midwife": (
        "Midwifery",
        r"midwi(?:fe|ves|fery)|maternity|antenatal (?:clinic|team)|\bmw\b|obstetric\w*",
    ),
    "health_visitor": (
        "Health visiting",
        r"health visit\w+|\bhv\b|child health clinic|baby clinic|family nurse|\bfnp\b",
    ),
    "school_nurse": ("School nursing", r"school nurs\w+"),
    "gp": (
        "General practice",
        r"\bgps?\b|g\.p\.|general practi\w+|surgery|doctor'?s surgery|family doctors?|"
        r"medical (?:centre|practice)|practice nurse",
    ),
    "probation": (
        "Probation",
        r"probation|offender manag\w+|\bnoms\b|community rehabilitation company|\bcrc\b",
    ),
    "youth_offending": (
        "Youth offending team",
        r"youth offending|youth justice|\byo[ts]\b|\byot worker",
    ),
    "police": (
        "Police",
        r"police|\bpolsa\b|\bcaiu\b|\bcait\b|\bpvpu?\b|public protection unit|constabulary|"
        r"\bpc \d|\bdc \d|\bpnc\b",
    ),
    "ambulance": ("Ambulance service", r"ambulance|paramedics?|\b999 crew|first responder"),
    "fire": (
        "Fire and rescue",
        r"fire (?:service|brigade|and rescue|& rescue|safety|officer|station)|brigade|\bfrs\b",
    ),
    "cafcass": ("Cafcass", r"cafcass|family court advis\w+|children'?s guardian|guardian ad litem"),
    "housing": (
        "Housing",
        r"housing(?! benefit)|landlord|homes (?:association|trust|group|ltd)|"
        r"tenancy (?:officer|support)|homeless\w* (?:team|unit|officer)|"
        r"neighbourhood office|\balmo\b|\brsl\b",
    ),
    "nursery": (
        "Nursery or early years",
        r"nurser(?:y|ies)|early years|pre-?school(?! booster)|playgroup|childmind\w+|day ?care",
    ),
    "school": (
        "School",
        r"\b(?<!pre-)schools?\b(?! holidays?| nurs| run)|academy|college|head ?teacher|"
        r"class teacher|"
        r"education (?:dep\w+|service)|\bpru\b",
    ),
    "education_welfare": (
        "Education welfare",
        r"education welfare|\bewo\b|\bews\b|attendance officer",
    ),
    "childrens_centre": (
        "Children's centre",
        r"(?:children'?s|family) centre|sure ?start|home-?start",
    ),
    "domestic_abuse": (
        "Domestic abuse service",
        r"refuge\b|women'?s aid|\bidva\b|domestic (?:abuse|violence) (?:service|advocate|worker|"
        r"project)|freedom programme",
    ),
    "court": ("Courts", r"magistrates'? court|county court|family court(?! advis)|crown court"),
    "benefits": (
        "Benefits and employment",
        r"job ?centre|\bdwp\b|benefits? agency|housing benefit",
    ),
    "immigration": (
        "Immigration",
        r"\bukba\b|border agency|\bnass\b|immigration (?:service|officer)|home office",
    ),
    "prison": ("Prison", r"\bhmp\b|prisons?\b|young offender institution|\byoi\b"),
    "dentist": ("Dentistry", r"dentists?|dental (?:clinic|practice|service)|orthodont\w+"),
    "therapies": (
        "Therapies",
        r"speech (?:and language )?therap\w+|\bsalt\b|physiotherap\w+|occupational therap\w+|"
        r"orthoptic\w+|audiology",
    ),
    "foster_care": (
        "Foster or residential care",
        r"fostering (?:agency|service|team|provider)|foster care(?:rs?)? (?:agency|service|team)|"
        r"children'?s (?:residential )?home\b|residential (?:child|children'?s) (?:care|unit)",
    ),
    "charity": (
        "Voluntary sector",
        r"nspcc|barnardo'?s|childline|samaritans|food ?bank|citizens'? advice|young carers",
    ),
}
_COMPILED = {kind: re.compile(pattern) for kind, (_, pattern) in KINDS.items()}


@lru_cache(maxsize=1024)
def kind_of(agency: str) -> str:
    """The kind of agency that goes by this name; "" where the name does not say."""
    plain = _plain(agency)
    return next((kind for kind, pattern in _COMPILED.items() if pattern.search(plain)), "")


def mentions(text: str) -> dict[str, str]:
    """Each kind of agency that a text speaks of, with the first words that do."""
    plain = _plain(text)
    return {
        kind: text[found.start() : found.end()]
        for kind, pattern in _COMPILED.items()
        if (found := pattern.search(plain))
    }


def _plain(text: str) -> str:
    """In small letters with plain apostrophes, letter for letter: quicker than ignoring case."""
    small = text.lower()
    return (small if len(small) == len(text) else text).replace("\u2019", "'")
