"""Whose eyes an agency sees with: its perspective, told from its name or else from its rows."""

import re
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

PERSPECTIVES = (
    (
        "CAMHS",
        r"camhs|cypmhs|cyp mental|child and adolescent|child(?:ren)?.{0,30}mental health"
        r"|young people.{0,20}mental health|tier [34]|child psych",
    ),
    ("CAF", r"caf\b|cafcass|family court|court advisory|guardian|ciras\b"),
    ("YOT", r"yots?\b|yos\b|yjs\b|yois\b|youth offending|youth justice|youth crime"),
    ("PROB", r"prob\b|probation|nps\b|noms\b|crc\b|rehabilitation compan|offender manag"),
    ("FRS", r"[a-z]?frs\b|fire\b|firefight"),
    ("AMB", r"amb\b|ambulance|paramedic"),
    ("FOS", r"foster|looked after children'?s? home|residential child"),
    (
        "AMH",
        r"amh\b|mental health|psychiatr|cmht\b|psychological|iapt\b|crisis team"
        r"|home treatment",
    ),
    ("SUB", r"sub\b|substance|drugs?\b|alcohol|addiction|cdat\b|recovery|turning point|addaction"),
    ("MW", r"mw\b|midwi|maternity|antenatal|obstetric|women's health"),
    (
        "HV",
        r"hvs?\b|health visit|school nurs|school health|community (?:health|nursing)"
        r"|0 ?(?:to )?(?:5|19)\b|child health|public health nurs|family nurse"
        r"|universal children|healthy child",
    ),
    (
        "GP",
        r"gps?\b|general pract|surgery|medical (?:centre|practice|group)|primary care|family doctor"
        r"|health centre|doctors?\b|drs?\b|ccg\b",
    ),
    (
        "AE",
        r"a ?e\b|a&e|a and e|ed$|hospital|acute|emergency (?:dep|care|med)|infirmary"
        r"|paediatric|casualty|walk in centre|urgent care|minor injur"
        r"|(?:foundation|nhs|hospitals?|healthcare) (?:trust|ft)\b",
    ),
    ("POL", r"pol\b|police|constabulary|ppi?u\b|public protection|caiu\b|cait\b|pvp\b"),
    (
        "CSC",
        r"csc\b|children(?:'s)?,?(?: schools| young people)?,? (?:and|&) famil(?:y|ies)"
        r"|children'?s directorate|social (?:care|services|work)"
        r"|(?:children|family|families).{0,25} services?\b"
        r"|ssd\b|cyps?s?\b|duty and assessment|mash\b|early help|emergency duty|edt\b"
        r"|safeguarding (?:hub|team|unit)"
        r"|local authority|children in need|family support|cypd\b|dcs\b|first response",
    ),
    ("HOU", r"hou\b|housing|landlord|homes\b|tenancy|almo\b|homeless|estates?\b|floating support"),
    ("NUR", r"nursery|early years|children'?s centre|pre ?school|playgroup|sure start|childmind"),
    (
        "SCH",
        r"sch\b|school|academy|education|college|primary\b|infants?\b|juniors?\b|secondary"
        r"|attendance service|pru\b|pupil|senco\b|ewo\b|ews\b",
    ),
)  # fmt: skip
OTHER = "OTHER"
ENOUGH = 5  # rows, before what an agency tells says who it is
SURE = 3.0  # how much likelier, in logarithms, the best perspective must be than the next
DOUBT = 0.03  # what the least likely perspective is still given of a row


def perspective(agency: str) -> str:
    """A short code for what kind of agency this is, or OTHER."""
    name = re.sub(r"[-_/]+", " ", agency.lower().replace("’", "'"))
    for code, pattern in PERSPECTIVES:
        if re.search(rf"\b(?:{pattern})", name):
            return code
    return OTHER


def perspective_of_rows(chances: NDArray, codes: Sequence[str]) -> str:
    """The perspective from which rows are told, given how likely each is of each code; or OTHER."""
    if len(chances) < ENOUGH:
        return OTHER
    likely = np.log(chances + DOUBT).sum(axis=0)
    second, best = np.argsort(likely)[-2:]
    return codes[best] if likely[best] - likely[second] > SURE else OTHER
