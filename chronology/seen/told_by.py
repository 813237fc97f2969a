"""Whether the writer saw what they tell of, or had it from somebody else."""

import re

SAYS = (
    r"(?:say(?:s|ing)?|said|stat(?:es?|ed|ing)|report(?:s|ed|ing|edly)?|tells?|told|claim(?:s|ed)|"
    r"alleg(?:es?|ed)|believ(?:es?|ed)|think(?:s)?|thought|feels?|felt|hopes?|worr(?:ies|ied)|concern(?:s|ed)?|"
    r"explain(?:s|ed)|describ(?:es?|ed)|mention(?:s|ed)|inform(?:s|ed)|advis(?:es?|ed)|"
    r"ask(?:s|ed)|want(?:s|ed)?|rang|phoned|according to|apparently|heard that|aware|whether|if|"
    r"that|because|when|while|re|about|regarding|discussed|plan(?:s|ned)?|agreed|passed on)"
)
HEARSAY = re.compile(rf"\b{SAYS}\b")
"""Before the words on the child in one clause: somebody told it."""

OF_THE_PUBLIC = re.compile(
    r"\b(?:neighbours?|callers?|anonymous(?:ly)?|member of (?:the )?public|passer[- ]?by|"
    r"referrer|complain(?:t|s|ed|ant)|shopkeeper|report of concern)\b"
)
"""Whoever else saw the child and told of it."""


def is_hearsay(before: str) -> bool:
    """Whether the clause that these words end in says that somebody told what follows."""
    return bool(HEARSAY.search(re.split(r"[.;\n]", before)[-1]))
