"""Whether the writer saw what they tell of, or had it from somebody else."""

import re

from chronology.seen.words import BEFORE_ONE

SAYS = (
    r"(?:say(?:s|ing)?|said|stat(?:es?|ed|ing)|report(?:s|ed|ing|edly)?|tells?|told|claim(?:s|ed)|"
    r"alleg(?:es?|ed)|believ(?:es?|ed)|think(?:s)?|thought|feels?|felt|hopes?|worr(?:ies|ied)|concern(?:s|ed)?|"
    r"explain(?:s|ed)|describ(?:es?|ed)|mention(?:s|ed)|inform(?:s|ed)|advis(?:es?|ed)|"
    r"ask(?:s|ed)|want(?:s|ed)?|rang|phoned|according to|apparently|heard that|aware|whether|if|"
    r"that|because|when|while|re|about|regarding|discussed|plan(?:s|ned)?|agreed|passed on)"
)
HEARSAY = re.compile(rf"\b{SAYS}\b")
"""Before the words on the child in one clause: somebody told it."""

AT_HOME = (
    r"(?:the |a |his |her |their |dining |kitchen )*(?:home|house|flat|address|property|tables?|"
    r"doors?|doorstep|windows?|top|bottom|foot|front|back|side|sink|times?|workers?|first|present|"
    r"ease|risk|arrival|once|all|floor|tv|television|toys?|books?|breast|breakfast|tea|lunch|"
    r"dinner|me|us|him|them|end|start|same|contact|centre|office|clinic|scene|mum|mother|dad|"
    r"father|gran|nan)\b"
)
"""What a child can be "at" before a visitor's eyes."""
OUT_OF_SIGHT = re.compile(
    r"\b(?:according to|apparently|reportedly|allegedly|elsewhere|upstairs|door (?:closed|shut)|"
    rf"(?:resting|lying|asleep|sleeping|stayed|remained) (?!{BEFORE_ONE})in|"
    r"in (?:town|respite|care|bed)\b|"
    r"round the corner|on holiday|(?:for )?the (?:day|night|weekend|evening|week)\b|"
    r"with (?:a |his |her |their |some )*(?:friends?|pals?|mates?|cousins?|childminder|relatives?)|"
    rf"at (?!{AT_HOME}|\d)\w)"
)
"""Words in a clause on the child that a visitor writes of a child who was not before them."""

SECOND_HAND = re.compile(
    r"^[^\w\ue001-\ue003]*(?:(?:hospital|paeds|discharge|ed|a&e|clinic) )?(?:letter|"
    r"correspondence|notification|"
    r"notified|informed|copy|green form|form (?:\d+|received|from)|report\b(?! from (?:public|"
    r"member))|result|referral\b|(?:lateral |background |agency )?checks?|liaison|"
    r"noted on (?:the )?(?:system|records?|notes|file)|(?:seen|viewed) on (?:the )?system|"
    r"print-?out|told (?:that )?[\ue001-\ue003]|phone|tele|"
    r"t/?c\b|call(?!ed (?:to|out|in|at|round)\b)|rang|message|text (?:from|message|received)|"
    r"e-?mail|fax|duty|update|summary|discharge (?:letter|summary)|"
    r"a&e summary|received|aware|told by|info\w*|advised by|minutes|log\b)"
    r"|^\W*(?:[\w-]+ ){1,4}(?:report|summary|letter):"
    r"|^\W*(?:the )?[\w\ue003]+(?: [\w\ue003]+)? (?:reported|reports|rang|phoned|telephoned|"
    r"e-?mailed|texted)\b"
    r"|\b(?:nurse|teacher|head|staff|school|doctor|gp|officer|police|neighbour|nan|mum|mother|"
    r"father|dad) (?:told|informed|advised) (?:the )?(?:hv|health visitor|sw|social worker|"
    r"worker|duty|gp|school|nursery|midwife|officers?|police|me|us)\b|\bpassed on that\b"
    r"|\b(?:notified of|letter from|letter received|report (?:received|re|from)|received from|"
    r"notification (?:of|from)|informed (?:by|of|that)|tells|relayed|advised that|"
    r"hosp(?:ital)? rang|rang (?:at|to)|police had to|correspondence)\b"
)
"""How an entry opens, or what it says, that passes on another's words or papers."""

OF_THE_PUBLIC = re.compile(
    r"\b(?:neighbours?|callers?|anonymous(?:ly)?|member of (?:the )?public|passer[- ]?by|"
    r"referrer|complain(?:t|s|ed|ant)|shopkeeper|report of concern)\b"
)
"""Whoever else saw the child and told of it."""


def is_hearsay(before: str) -> bool:
    """Whether the clause that these words end in says that somebody told what follows."""
    return bool(HEARSAY.search(re.split(r"[.;\n]", before)[-1]))


def is_out_of_sight(text: str, start: int) -> bool:
    """Whether the clause from `start` on places the child where the writer did not see them."""
    return bool(OUT_OF_SIGHT.search(re.split(r"[.;\n]", text[start:], maxsplit=1)[0]))
