"""What somebody who went to the family writes of the child as their own sight."""

import re

from chronology.seen.contacts import TO_COME
from chronology.seen.told_by import is_hearsay, is_out_of_sight
from chronology.seen.words import CHILD, SUBJECT_NAME

VISITORS = frozenset(
    {"social_care", "health_visitor", "police", "cafcass", "fire", "housing", "probation"}
)
VISIT = re.compile(
    r"^[^.;\n]*?(?<!would )(?<!will )(?<!to )(?<!office )(?<!missed )(?<!cancelled )\b"
    r"(?:visit(?:ed)?|"
    r"h/?v|v/|s/v|j/v|unannounced|inspect(?:ion|ed)|safety check|welfare check|warrant|"
    r"home contact|contact at home|called (?:in|at)\b|(?:un)?(?:planned|announced) call|"
    r"popped (?:in|round)|observ(?:ed|ation)|met|went to|premises|attended (?:at |the )?"
    r"(?:\w+ ){0,3}(?:fire|address|home|house|flat|property|scene)|attended(?=\.)|on arrival)\b"
)
"""An entry whose first sentence tells of going to the family."""

BEARERS = (
    r"(?:mum|mother|dad|father|nan|gran\w*|parents?|partner|"
    r"carer|officer|pc|\ue003+)"
)
BORNE = re.compile(
    rf"\b{BEARERS}(?: \ue003+| \w+)? (?:was |were |is )?(?:holding|carrying|feeding|changing|"
    rf"bathing|dressing|cuddling|comforting|playing with|sat with|sitting with|walking) "
    rf"{CHILD}(?!'s)"
)
AT_HAND = re.compile(
    rf"(?:^|[.;:,]\s+|\band |[&+-] |\bboth ){SUBJECT_NAME}(?! and)"
    rf"(?:,? (?:and|&) (?:\w+|[\ue002\ue003]+)"
    rf"(?: [\ue002\ue003]+)?(?: both)?)?,?\s(?:(?:was|were|is|are|very|quite|also|both|still|"
    r"all)\s)*"
    r"(?!(?:to|will|would|should|must|could|can|may|might|has|had|have|been|be|not|never|at|"
    r"with|away|out|round|spending|resting|visiting|sleeping|gone|went|left|goes|absent|missing|elsewhere|stay\w*|due|attends?|attended|"
    r"attending|lives?|living|likes?|wants?|needs?|does|did|do|being|having|also|then|who|whose|"
    r"re|plans?|over|off|as|by|for|from|in|of|on|under|upstairs|about|dna|wnb|aged|dob|doing|"
    r"school|nursery|remain\w*|become|becomes|said|reported|believed|thought|reportedly|"
    r"apparently|born|subject|known|open|closed|regist\w+|referred|discussed|placed|made|moved|"
    r"transferred|started|starts?|and|or|but|if|when|while|while|until|since|after|before|"
    r"because|that|which|today|now|unseen|unavailable|likely|progress\w*|ready|allocated|case|"
    r"visit\w*|seen|collected|sleeps?|eats?|mum|mother|dad|father|returned|heard|asleep|"
    r"declined|poorly|ill|unwell|safeguard\w*|protect\w*|child|children|plan|order|contact|"
    r"named|added|removed|report|meeting|review|conference|home|down|the|his|her|their|a|an)\b)"
    r"[a-z]{3,}"
)
"""The child as the one who does or is something, in the writer's own words."""


def at_hand(opening: str, agency: str) -> re.Match[str] | None:
    """The words on the child that nobody is said to have told the visitor."""
    if agency not in VISITORS or not VISIT.search(opening):
        return None
    for pattern in (BORNE, AT_HAND):
        for found in pattern.finditer(opening):
            before = opening[: found.start()]
            is_told = is_hearsay(before) or is_out_of_sight(opening, found.start())
            if not is_told and not TO_COME.search(before):
                return found
    return None
