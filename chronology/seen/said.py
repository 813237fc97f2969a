"""What a text says outright: the child was seen, or was not."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from chronology.seen.told_by import OF_THE_PUBLIC
from chronology.seen.words import (
    BEFORE_ONE,
    CHILD,
    NEVER,
    PLACE,
    RELATIVE,
    RESCUERS,
    SAW,
    SIGHT,
    TO_SEE,
)

CLAUSES = re.compile(r"(?<=[;!?\n])\s+|(?<=[a-z0-9)\"'\ue001-\ue003]\.)\s+|, and |\n")
FILLER = (
    r"(?:\s(?!(?:and|but|about|re|regarding|concerning|for|with|by|at|to|that|because|in|on)\b"
    r"|(?:dragg|hitt|smack|slapp|shak|shout|pull|push|kick|grabb|hurt|chas|beat|strik|yell|leav|"
    r"throw|lock)ing\b)"
    r"[\w,'\ue002\ue003-]+){0,3}"
)
NOT_OF_THEIR_BODY = (
    r"(?!(?:bruis|mark|injur|face|skin|rash|burn|arm|leg|head|eye|hand|back|body|wound|drawing)\w*)"
)
BEING = (
    r"(?:\s(?:was|were|is|are|has|had|have|been|also|then|both|all|still|again|each|only|already|now|"
    r"currently|just|apparently|reportedly))*"
)


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words at `start` to `end` of a text that speak for (`is_seen`) or against the child's
    being seen. Words for seeing are stronger (2) than a whereabouts (1)."""

    is_seen: bool
    strength: int
    start: int
    end: int


def _compiled(*patterns: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in patterns)


ANY_CHILD = rf"(?:(?:any|either|both|any of the|all) child(?:ren)?|{CHILD})"
NOT_SEEN = _compiled(
    rf"{CHILD}[^.;:\n]{{0,60}}?(?:\bnot|\bnever|n't)\b(?:\s\w+){{0,3}}?\s{SIGHT}\b",
    rf"{CHILD}[^.;:\n]{{0,60}}?\bun(?:seen|sighted|observed|met)\b",
    rf"{CHILD}{BEING}\s(?:un(?:seen|sighted|available)|not (?:at home|there|produced|"
    rf"around|about|visible|found|"
    rf"available|here\b(?! (?:yet|un?till?))|in\b(?! (?:for|at) registration)))\b",
    rf"\b{NEVER}(?:\s\w+){{0,3}}?\s{TO_SEE}\b"
    rf"(?:\s[\w,\ue003]+){{0,2}}?\s{ANY_CHILD}",
    rf"\w+n't {TO_SEE}\b(?:\s[\w,\ue003]+){{0,2}}?\s{ANY_CHILD}",
    rf"\brefus\w+ to (?:bring|let|wake|fetch|get|rouse)\b[^.;\n]{{0,20}}{CHILD}",
    rf"{CHILD}{BEING}\s(?:not (?:been )?(?:in (?:since|for(?! registration)|all)|at the "
    rf"(?:property|address|house|flat))|(?:has |had )?not been in\b)",
    rf"\brefus\w+ (?:\w+ ){{0,5}}?{TO_SEE}\s{ANY_CHILD}",
    rf"\bwithout (?:seeing|sighting|speaking to|checking on) (?:her|him|them|{CHILD})\b",
    rf"\b(?:none|neither) of {CHILD} (?:were|was) (?:at|in|there|present|home)\b",
    r"\bnone of the children (?:were|was) (?:at|in|there|present|home)\b",
    rf"\bno (?:sight(?:ing)?|sign|view) of\s{CHILD}",
    rf"\b(?:not|never|n't) (?:seen|sighted|observed|met|spoken (?:to|with)|woken)\s{CHILD}",
    rf"\b(?:neither|none|no) (?:of )?{CHILD}[^.;\n]{{0,20}}\b{SIGHT}\b",
    rf"{CHILD}(?:/young person)? seen(?: alone)?\s*\??\s*[:=-]\s*(?:no?\b|not\b)",
    r"^[^\w\ue001-\ue003]*(?:asleep[^.;]{0,20}, )?not (?:seen|sighted)(?: today|"
    r" on this occasion)?\W*$",
    rf"{CHILD}[^.;:\n]{{0,40}}\bnot (?:disturbed|woken|roused)\b(?! up)",
    rf"{CHILD}[^.;:\n]{{0,40}}\bnot to (?:be )?(?:disturb(?:ed)?|wake|woken|rouse[d]?)\b",
    rf"\bwithout having (?:\w+ )?(?:seen|sighted|met|spoken to)\s{CHILD}",
    rf"\brefused (?:\w+ )?(?:access|sight)[^.;\n]{{0,30}}{CHILD}",
)
SIGHTED = re.compile(rf"\b(?:{SIGHT}|saw|met)\b")
ELSEWHERE = _compiled(
    rf"{CHILD}{BEING}(?:\s\w+ing){{1,2}}(?:\s(?:round|over|out|today|currently))?\sat\s"
    rf"(?:a |an |his |her |their |the |maternal |paternal )*(?:{RELATIVE}(?:'s?)?(?!\w)|"
    rf"[\w .\ue003]{{2,30}}'s(?!\w))",
    rf"{CHILD}{BEING}\s(?:visiting|playing out(?! loud)|"
    rf"sleeping (?:over|elsewhere)|stopping (?:over|with))\b",
)
"""What the child was doing, at a place where the writer is not likely to have been."""
AWAY = _compiled(
    rf"{CHILD}{BEING}(?:\s(?:said|reported|believed|thought|understood|reportedly|apparently|"
    rf"currently|staying|now|over|being cared for|cared for|looked after|to be))*"
    rf"\s(?:at|with|by|to)\s(?:a |an |his |her |their |the |maternal |paternal |mum's |mother's "
    rf"|dad's |family )*(?:{RELATIVE}(?:'s?)?(?=\W|$)(?<!with mother)(?<!with father)(?<!with dad)"
    rf"(?<!by mother)(?<!by father)(?<!by dad)(?<!to mother)(?<!to father)|{PLACE}\b"
    rf"|[\w .\ue003]{{2,30}}'s\b)(?!\s+(?:present|there|in attendance))",
    rf"{CHILD}{BEING}\s(?:out\b|away\b|elsewhere|absent|off site|missing|abroad|not back|"
    r"gone to|stay(?:ing|ed) (?:with|at)|upstairs|in bed|(?:fast )?asleep upstairs|asleep in bed|"
    rf"asleep\b(?![^.;]*\bseen)(?! {BEFORE_ONE})|"
    r"napping|having a nap|said to be|not in (?:school|nursery|class)|"
    r"(?:had |has |have )?(?:already |just )?(?:left (?:with|for)\b|gone (?:out|with|to))|"
    r"not (?:yet )?(?:returned|back|home)|"
    r"did not come in|poorly in bed|ill in bed|declined to (?:meet|speak|see|come|talk)|"
    r"(?:round|over|stopping|off) (?:at|with|to)\b|"
    r"(?:had |has )?gone (?:off|away|over|round|home|\w+ing)\b|"
    rf"taken (?:out|off|away|swimming|shopping) (?:by|with) (?!{RESCUERS}))",
    rf"{CHILD}{BEING}\s(?:having a sleepover|on (?:a |an )?(?:holiday|sleepover|play ?date|school "
    rf"trip|outing))\b",
    rf"{CHILD}[^.;\n]{{0,24}}\b(?:upstairs|according to|door (?:closed|shut))\b",
    rf"{CHILD}{BEING}\s(?:resting|spending (?:the|a|this) (?:day|night|week\w*|evening|\w+noon))\b",
    rf"{CHILD}'s absence\b",
    rf"\bno {CHILD} (?:today|again|this (?:morning|afternoon|week)|yet|"
    r"(?:in|at|for) (?:class|school|nursery|regist\w+))\b",
    r"\b(?:coded (?:i|m|o|n|u|c)\b|absence\b.*\bsessions?|unauthorised absence|absent (?:today|"
    r"from))",
)
SEEN = _compiled(
    rf"{CHILD}{BEING}(?:\s(?:in|asleep|awake|upstairs|cot|bed|her|his|the|own|room|bedroom)){{0,6}},?"
    r"\s(?:was |were )?checked(?=,| and |\.|\W*$)",
    rf"{CHILD}{BEING}(?:\s(?!(?:not|never|last|next|"
    rf"if)\b)[\w,'()\ue002\ue003-]+){{0,8}}?[\s,]+(?:and )?"
    rf"(?<!last )(?<!be )(?<!when )(?<!if )(?<!not )(?<!bedroom )(?<!bedrooms )(?<!book )"
    rf"(?<!had been )"
    rf"(?:seen|sighted|observed|viewed|spoken (?:to|with)|looked in on|"
    rf"checked(?: on)? by {RESCUERS})\b(?! (?:by|since) (?:his|her|another))",
    rf"{CHILD}{BEING}\s(?:present|in attendance|in the room|in sight|visible|awake|playing|"
    r"asleep (?:in|on) [^.;]{0,25}\bseen|smiling|sat (?:on|with|beside|at)|sitting|"
    r"ran to|came (?:to|into) (?:the )?(?:room|door|worker|me)|greeted|showed (?:me|worker)|"
    r"on (?:mum|mother|dad|father|gran\w*)'?s (?:lap|knee|hip)|in (?:mum|mother)'?s arms|"
    r"looked (?:well|clean|tired|thin|pale|happy|healthy)|appeared|presented (?:as|well)|"
    r"engaged|interacted|interacting|met with|examined|weighed|undressed|"
    r"interviewed(?! by)|up(?: and|,) (?:dressed|about)|in room|met(?=\W*$))",
    rf"{CHILD}[^.;\n]{{0,40}}\b(?:when seen(?! by)|face to face)\b",
    rf"\b(?<!not )(?<!to )(?:saw|met(?: with)?|visited|observed|spoke (?:to|with)) "
    rf"(?:(?!\b(?:re|about|regarding)\b)[^.;\n]){{2,40}}(?:\b(?:with|and)|&|\+) {CHILD}(?!'s)",
    rf"(?<!not )(?<!n't )(?<!to have )(?<!never )(?<!last )(?<!not been )"
    rf"\b{SAW}\b{FILLER}\s{CHILD}(?!\ue001|'s {NOT_OF_THEIR_BODY})",
    rf"{CHILD}(?:/young person)? seen(?: alone)?\s*\??\s*[:=-]\s*y(?:es)?\b",
)
SPEAKS_OF_A_CHILD = re.compile(
    r"\ue001|\b(?:child|chn|bab|infant|toddler|newborn|neonate|pupil|young|yp\b|kid|sibling|boy|"
    r"girl|"
    r"little|son\b|daughter|twin|not s|none|without|coded|absen|unauthorised)"
)
"""Clauses without any of these are passed over unread: it only saves time."""
SEEN_ELSEWHERE = re.compile(
    r"^\W*(?:\w+ ){0,3}(?:notification|slip|report(?=:)|(?:ed|hospital|emergency|electronic|"
    r"discharge|inpatient|attendance) (?:\w+ )?summary|letter|correspondence|green form)\b"
    r"|^\W*(?:t/?c|call|phone call|e-?mail|message|info\w*)\b.*\b(?:has|have|had) been (?:seen|"
    r"examined)",
)
"""What another agency wrote or said of its own sight of the child."""
IN_A_CROWD = re.compile(
    r"\b(?:assembly|school (?:\w+ ){0,3}talk|class talk|group talk|open (?:day|evening)|"
    r"leaflet drop|"
    r"whole[- ]school)\b"
)
"""Where being present is not being seen: nobody there was looking at this child."""
NOT_YET = re.compile(
    r"\b(?:to|ensure|ensuring|so that|make sure|will|would|should|must|needs?|agreed|plans?|"
    r"hopes?|if|asked|requested|wants?|"
    r"whether) "
    r"(?:\w+ ){0,3}$|\bwho (?:had |has )$|\b(?:last|next|before|until|since) (?:\w+ )?$"
)


def evidence(marked: str) -> list[Evidence]:
    """What the marked text says outright, in the order of its clauses."""
    return [found for start, clause in clauses(marked) for found in _in_clause(start, clause)]


def clauses(marked: str) -> Iterator[tuple[int, str]]:
    """Each clause with its position."""
    start = 0
    for cut in CLAUSES.finditer(marked):
        yield start, marked[start : cut.start()]
        start = cut.end()
    yield start, marked[start:]


def _in_clause(start: int, clause: str) -> Iterator[Evidence]:
    if not SPEAKS_OF_A_CHILD.search(clause):
        return
    against = _first(NOT_SEEN, clause)
    if against:
        yield Evidence(False, 2, start + against.start(), start + against.end())
        return
    if (elsewhere := _first(ELSEWHERE, clause)) and not SIGHTED.search(clause):
        yield Evidence(False, 1, start + elsewhere.start(), start + elsewhere.end())
        return
    for_it = None if SEEN_ELSEWHERE.search(clause) else _first(SEEN, clause)
    if for_it and OF_THE_PUBLIC.search(clause[: for_it.start()]):
        return
    if for_it and not NOT_YET.search(clause[: for_it.start()]) and not IN_A_CROWD.search(clause):
        yield Evidence(True, 2, start + for_it.start(), start + for_it.end())
        return
    away = _first(AWAY, clause)
    if away:
        yield Evidence(False, 1, start + away.start(), start + away.end())


def _first(patterns: tuple[re.Pattern[str], ...], clause: str) -> re.Match[str] | None:
    return next((found for one in patterns if (found := one.search(clause))), None)
