"""Whose eyes an agency sees with: its perspective, told from its name."""

import re

PERSPECTIVES = (
    ("CAMHS", r"camhs|child and adolescent|child.{0,20}mental health"),
    ("CAF", r"caf\b|cafcass|family court|guardian"),
    ("YOT", r"\byot\b|\byos\b|youth offending|youth justice"),
    ("PROB", r"prob\b|probation|nps|crc\b"),
    ("FRS", r"frs\b|\bfire\b"),
    ("AMH", r"amh\b|mental health|psychiatr|cmht"),
    ("SUB", r"sub\b|substance|drug|alcohol|addiction"),
    ("MW", r"mw\b|midwi|maternity"),
    ("HV", r"hv\b|health visit|school nurs|community health|0-19|child health"),
    ("GP", r"gp\b|general pract|surgery|medical centre|primary care"),
    ("AE", r"ae\b|a&e|hospital|acute|emergency|infirmary|foundation trust|nhs trust"),
    ("POL", r"pol\b|police|constabulary"),
    ("CSC", r"csc\b|social care|social services|children'?s services|ssd\b|duty and assessment"),
    ("HOU", r"hou\b|housing|landlord|homes"),
    ("NUR", r"nursery|early years|children'?s centre|pre-?school"),
    ("SCH", r"sch\b|school|academy|education|college|primary"),
)
OTHER = "OTHER"


def perspective(agency: str) -> str:
    """A short code for what kind of agency this is, or OTHER."""
    name = agency.lower().replace("’", "'").replace("-", " ").replace("0 19", "0-19")
    for code, pattern in PERSPECTIVES:
        if re.search(rf"\b(?:{pattern})", name):
            return code
    return OTHER
