"""Kinds of contact that cannot happen without the child: weighed, examined, late for school …"""

import re
from dataclasses import dataclass

from chronology.seen.words import CHILD, SUBJECT_NAME

YEARS = 12
ADULT = 18 * YEARS

HEALTH = frozenset(
    {"gp", "health_visitor", "hospital", "midwife", "school_nurse", "camhs", "clinic"}
)
TEACHES = frozenset({"school", "nursery"})


@dataclass(frozen=True, slots=True)
class Kind:
    """A contact at which the child is there, at `agencies` (any, if empty), within these ages.

    Ages in months. `is_of_a_child` contacts are always with a child; others need one named.
    """

    name: str
    pattern: re.Pattern[str]
    agencies: frozenset[str] = frozenset()
    youngest: int = 0
    oldest: int = ADULT
    is_of_a_child: bool = True


def _kind(
    name: str,
    pattern: str,
    agencies: frozenset[str] = frozenset(),
    ages: tuple[int, int] = (0, ADULT),
    *,
    of_a_child: bool = True,
) -> Kind:
    return Kind(name, re.compile(pattern), agencies, *ages, of_a_child)


ADULTS = r"mum|mother|dad|father|female|male|partner|adult|gran\w*|nan"
HOSPITAL, GP = frozenset({"hospital"}), frozenset({"gp"})
KINDS = (
    _kind(
        "weighed",
        r"\b(?:baby|well[- ]baby|weigh(?:ing)?|child health|hv|health visitor) clinic\b"
        r"|\b(?:weighed|clinic attendance|weigh[- ]?in|weight taken|on (?:the )?scales)\b|"
        r"\bto clinic\b|\bwell[- ]baby session\b|"
        r"\b(?:came|brought|attended|here|in)\b[^.\n]{0,30} to be (?:weighed|measured)\b|"
        r"\b(?:clinic|drop[- ]?in|baby group|stay and play|hub|children'?s centre)\b"
        r"(?:[^\n]{0,25}\b\d{1,2}(?:\.\d+)? ?kg|[^.\n]{0,12}\bweight (?:gain|loss|static|up|down))|"
        rf"{CHILD} (?:was |were )?(?:weighed|measured)\b|"
        r"\bnaked weight\b|\bwe?i?gh?t (?:static |today |now )?"
        r"\d+(?:\.\d+)? ?kg",
        ages=(0, 60),
    ),
    _kind(
        "immunised",
        r"\b(?:imm(?:unisation)?s?|jabs?|vaccin\w+|vaccs?|injections?|booster|mmr|"
        r"primar(?:y|ies)|bcg|men ?c|"
        r"hib|dtap\w*)\b[^.;\n]{0,40}\b(?<!not )(?<!not been )"
        r"(?:given|administered|done|completed)\b"
        r"|\b(?:given|(?<!has )(?<!have )had|received) (?!no\b|not\b)(?:[\w-]+ )?"
        r"(?:mmr|imm\w+|jabs?|booster|"
        r"injections?|vaccin\w+)|\b(?:attended|came|brought|"
        r"seen|in|here) (?:\w+ ){0,2}for (?:\w+ ){0,3}(?:vaccin\w+|imm\w+|"
        r"jabs?|"
        r"booster|mmr)|\b(?:immunised|vaccinated)\b",
        ages=(0, 18 * YEARS),
    ),
    _kind(
        "developmental check",
        r"\b(?:developmental|development|health|hearing|vision|new ?birth|six week|6[- ]week|"
        r"8[- ]week|"
        r"(?:\d+|one|two|three|four)[- ](?:month|week|year|mth|yr)s?) "
        r"(?:check|review|assessment|examination|exam)\b"
        r"(?! (?:is |was )?(?:due|overdue|booked|missed|not|offered|declined|outstanding))"
        rf"|{CHILD} assessed\b|\b(?:integrated|progress) (?:review|check) (?:with|of|at|done)\b",
        HEALTH,
        (0, 66),
    ),
    _kind(
        "medical",
        r"\b(?:cp|child protection|s\.?47|section 47|forensic|safeguarding|paediatric|paed) "
        r"(?:medical|examination|assessment|exam)s?\b"
        r"(?![^.;\n]{0,25}\b(?:arranged|booked|requested|needed|awaited|to be|planned|report|"
        r"agreed))"
        rf"|\bmedical (?:was )?(?:completed|undertaken|done|carried out|took place|held)\b"
        rf"|{CHILD} (?:was )?(?:medically )?examined\b|\bbody map (?:done|completed)\b"
        r"|\bexamined (?:in|at|by)\b",
    ),
    _kind(
        "attended hospital",
        r"\b(?:attended|att|attendance|brought to|taken to|presented|presenting|brought in|bib|"
        r"came|arrived|conveyed|"
        r"admitted|triaged?|reviewed in|seen (?:in|by)|pc|p/c|impression|dx|o/e|on examination|"
        r"observed|monitored|treated|x-?ray\w*|sutured|plaster(?:ed| applied)|skeletal survey|"
        r"brought by|bloods (?:fine|normal|taken|nad)|ct (?:clear|nad|normal|head)|glued|"
        r"steri-?strips|plaster (?:removed|changed)|(?:fracture|burns|dressings?|plaster) clinic|"
        r"accompanied by|checked (?:for|in)|booked in|registered at|bought in|carried in|biba|"
        r"(?:presenting )?(?:complaint|problem)|complain(?:s|ed|ing) of)\b|\bc/o\b",
        HOSPITAL,
        of_a_child=False,
    ),
    _kind(
        "attended by an ambulance",
        rf"^(?:(?!\b(?:{ADULTS})\b)[^\n])*?{CHILD}[^\n]{{0,120}}\b(?:gcs|sats|obs|conveyed|"
        r"on scene|blue light|postictal|handover|handed over|spinal|entonox|monitored|treated|o2|"
        r"oxygen|to (?:hospital|ed|a&e|resus))\b",
        frozenset({"ambulance"}),
        of_a_child=False,
    ),
    _kind(
        "lived with",
        rf"{CHILD}(?:'s)? (?:\w+ly )?(?!(?:is|was|has|had|will|to|due|review|contact|school) "
        rf"(?:to|been|due|meeting|cancelled|not)\b)(?:had|has|lost|ate|slept|settled|woke|cried|"
        rf"came|arrived|went|enjoyed|wet|played|asked|refused|told|said|was|seemed|helped|watched|"
        rf"wanted|got|fell|drew|talked|hit|wouldn't|would not|home|back)\b"
        rf"|\b(?:took|dropped|collected|bathed|fed|put|cuddled|brought|haircut for) {CHILD}",
        frozenset({"foster_care"}),
        of_a_child=False,
    ),
    _kind(
        "attended the surgery",
        rf"\b(?:came|attended|att|in|here) with {CHILD}|"
        r"\b(?:brought (?:in |along )?(?:by|re|with|for|as|because)|accompanied by|"
        r"seen (?:by )?(?:dr|gp|the gp|the doctor|doctor|nurse|"
        r"[a-z\ue003]\w+)"
        r"|o/e|on examination|attended|att|surgery (?:at )?\d+(?:hrs)?|consultation|rx given|"
        r"came in|face to face|in surgery|prescribed)"
        rf"|^\W*{SUBJECT_NAME} (?:here |in )?with (?:mum|mother|dad|father|nan|gran|\ue003)"
        rf"|^\W*{CHILD}[,:;-]+ (?!dna\b|not\b|letter\b|no\b)[^.\n]{{0,60}}\b(?:cough|fever|temp\w*|"
        r"rash|ears?|throat|vomit\w*|diarrhoea|d&v|wheez\w*|cold|spots|eczema|asthma|tummy|abdo\w*|"
        r"constipat\w*|conjunctivitis|chest|infection|lumps?|bruis\w*|weight)\b",
        GP,
        of_a_child=False,
    ),
    _kind(
        "visited elsewhere than at home",
        rf"\bvisit(?:ed)? (?:to )?(?:school|nursery|placement|hospital|the ward) to "
        rf"(?:see|speak (?:to|with)|meet) {CHILD}"
        r"(?![^\n]{0,30}\b(?:not in|not at|absent|off sick|not there)\b)",
        frozenset({"social_care", "cafcass", "school_nurse", "health_visitor", "police"}),
    ),
    _kind(
        "brought to the worker",
        rf"\b(?:brought|(?:came|arrived|attended|here)(?: in| today)? with) {CHILD}"
        r"(?= to\b| in\b| into\b| along\b|[.,])",
        frozenset({"social_care", "health_visitor", "substance_misuse", "probation", "housing"}),
    ),
    _kind(
        "newborn checked at home",
        r"\bpost[- ]?natal (?:visit|check|contact|clinic)\b"
        r"(?! (?:was )?(?:declined|cancelled|not|refused|missed|booked|due|arranged|"
        r"planned|by))|\bp/?n (?:visit|check)\b|"
        r"\bday \d+ (?:visit|check)\b|\bheel prick\b|\bguthrie\b|\bnbbs\b|\bnipe\b|"
        r"\bnewborn (?:blood|exam|hearing|screen)\w*",
        frozenset({"midwife"}),
        (0, 3),
    ),
    _kind(
        "taken to be examined",
        rf"\b(?:took|accompanied|escorted|brought) (?:\w+ and )?{CHILD}(?: and \w+)?"
        r" (?:to|for) (?:be )?(?:examin|a (?:cp |child protection )?medical|the medical|hospital|"
        r"a&e|ed\b|casualty)",
        frozenset({"social_care", "police"}),
    ),
    _kind(
        "taken into safety",
        rf"{CHILD}(?:\s(?:was|were|then))* (?:conveyed|taken|handed|removed|carried|returned|"
        rf"escorted|"
        rf"placed|accommodated) (?:over )?(?:to|from|into|with|by|home|under)\b"
        rf"|\b(?:conveyed|removed|escorted|transported|drove) {CHILD}|"
        rf"(?:^|[.;\n]\s*)[^\w\ue001-\ue003]*(?:took|taken|collected|brought|moved) {CHILD} "
        rf"(?:to|from|into)\b"
        rf"|{CHILD} (?:cold|wet|cold but|tired but|"
        rf"frightened|"
        r"unharmed|safe and well|distressed but)|\b(?:police protection|ppo|epo) (?:taken|"
        r"executed)",
        frozenset({"police", "social_care", "hospital", "ambulance"}),
        of_a_child=False,
    ),
    _kind(
        "found with",
        r"\b(?:found|arrested|stopped|located) [^.;\n]{0,60}\b(?:with|in charge of|beside|"
        r"carrying) "
        rf"(?:a (?:young )?child|{CHILD})|\barrested drunk in charge"
        rf"|{CHILD} (?:was )?(?:(?:unrestrained|unbelted|strapped|standing|sitting|loose|asleep) )?"
        rf"(?:in it|inside it|in (?:the |a )?(?:back|rear|front|buggy|"
        rf"pram|pushchair|car|vehicle|passenger)|"
        rf"strapped in)\b",
        frozenset({"police"}),
    ),
    _kind(
        "at school",
        r"\blate mark\b|\bsigned in (?:at|by|late)\b|\blast (?:child )?to (?:go|leave|be)\b|"
        r"\barrived (?:\w+ ){0,3}(?:late|after)\b|\blate \(|\bafter regist\w+|"
        r"\bmissed registration\b|\b\d+ ?(?:m|mins?|minutes?|hours?|hrs?) (?:late|after)\b|"
        r"\blate again\b|"
        r"\bnot in (?:for|at) registration\b|\bl code\b|\bcoded? l\b|"
        r"\bafter (?:the )?bell\b|\buncollected\b|"
        r"\bnot fetched\b|\bleft at school\b|\bstill (?:here|with us|in (?:the )?office)\b|"
        r"\b(?:late|uncollected) (?:collection|pick[- ]?up)\b|\bnot (?:been )?(?:picked up|"
        r"collected)\b|"
        rf"\b(?:nobody|no one|no[- ]adult) (?:has )?(?:came|come|arrived|here) (?:for|to collect)|"
        rf"\bwait(?:ed|ing) with\b|\bcame (?:in)?to (?:school|nursery|class)|\barrived "
        r"(?:at|in) (?:school|"
        r"nursery|class)|\barrived with\b|\bat registration\b|\bfor pe\b|\bspare (?:uniform|"
        r"clothes)|"
        r"\b(?:asked for|taking|stealing|took) food\b|\bhungry\b|\bconcern form\b|\bwelfare log\b|"
        r"\blunch ?time staff\b|\bin class\b|\bexcluded for\b|\bsent home\b|"
        rf"\b(?:noted|noticed)\b[^.;\n]*{CHILD}|\bcircle time\b|\bduring reading\b|"
        rf"{CHILD}[^.;\n]{{0,60}}\bplayground\b|\bplayground\b[^.;\n]{{0,40}}{CHILD}|"
        rf"\bbrought (?:in )?(?:late )?by\b|\b(?:noticed|seen) [^.;\n]{{0,60}} on {CHILD}|"
        r"\bno (?:pe |swimming |games )?kit\b|\bkit (?:was )?(?:not brought|missing|forgotten)\b|"
        r"\b(?:at|on) drop[- ]?off\b|\bpre-?existing injury\b|"
        rf"\bstaff kept {CHILD}|\b(?:999|ambulance) called\b|{CHILD} got (?:a |her |his )?(?:star|"
        r"sticker|certificate|award)\b|"
        rf"\b(?:in pe\b|first aid(?:er)?\b)[^;\n]{{0,40}}{CHILD}|"
        rf"{CHILD}[^.;\n]{{0,60}}\b(?:in pe\b|first aid(?:er)?\b)|"
        rf"\bdisclos\w+|{CHILD} (?:dental|smel\w+|dirty|tired|unkempt|hungry|wore|wearing|upset)",
        TEACHES,
        (24, ADULT),
    ),
    _kind(
        "session",
        r"\b(?:individual|1[:-]1|one[- ]to[- ]one|direct|play|therapy|art|family) "
        r"(?:work|session|therapy)\b|^\W*session\b|"
        rf"{CHILD}[^.;\n]{{0,40}} attended\b|\bworker saw\b|\bchoice appointment attended",
        frozenset({"camhs"}),
        (4 * YEARS, ADULT),
    ),
    _kind(
        "born",
        r"\b(?:normal|vaginal|forceps|ventouse|caesarean|breech|water) (?:delivery|birth|section)\b"
        r"|\b(?:live infant|born alive|born at \d)",
        frozenset({"midwife", "hospital"}),
        (0, 1),
    ),
)
