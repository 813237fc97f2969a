"""What only somebody beside the child can have noticed: how they looked and what they did."""

import re

from chronology.seen import told_by, visits
from chronology.seen.contacts import (
    MEETING,
    SENTENCE,
    TO_COME,
)
from chronology.seen.names import SUBJECT
from chronology.seen.words import CHILD

IN_PERSON = re.compile(
    r"\b(?:visit(?:ed|s)?|h/?v|v/|s/?v|jv|nbv|accompanied (?!by\b)|went with|"
    r"home contact|attended|called (?:at|round|to|in)|(?:un)?(?:planned|announced) call|"
    r"popped (?:in|round)|keywork|"
    r"(?:gas|boiler|electric\w*|repairs?|tenancy) (?:check|visit|service)|supervised contact|"
    r"to \d+[a-z]? \w+ (?:road|street|close|row|"
    r"avenue|lane|drive|court|way|place|terrace)|on arrival|arrived|"
    r"went to|officers?|crew|inspect\w*|safety check|drop[- ]?in|clinic|surgery|sessions?|"
    r"placement|"
    r"interview\w*|assessment|observed|met|eyes on|home fire|located|found|presented|"
    r"at home|doorstep|face to face|hfs[cv]|premises|rooms? checked|searched|walked in|went in|"
    r"entered|let (?:in|me in)|on the door|forced entry|unannounced|welfare check|search warrant|"
    r"warrant)\b|\b(?:v/|h/v|j/v|s/v)(?=\s)"
)
"""An entry opening so tells of somebody there. At school, clinic or ward somebody always is."""

ALWAYS_THERE = frozenset({"school", "nursery", "hospital", "gp", "camhs", "health_visitor"})
LOOKED = (
    r"(?:up\b|dressed|undressed|awake|alert|well\b(?! known)|unwell|poorly in|pale|tired|"
    r"sleepy|drowsy|"
    r"shy|quiet|chatty|talkative|happy|settled|unsettled|content|calm|clean|dirty|grubby|thin|"
    r"smelly|upset|tearful|distressed|frightened|scared|anxious|withdrawn|subdued|cheerful|late\b|"
    r"naked|barefoot|hungry|wet|soaked|soiled|unkempt|clingy|lively|boisterous|bruised|limping|"
    r"hot\b|cold\b|listless|lethargic|floppy|flushed|feverish|wheezy|jaundiced|snotty|chesty|"
    r"mottled|"
    r"safe\b|unharmed|uninjured|unhurt|smiley|friendly|cuddly|grizzly|bubbly|wriggly|"
    r"(?!\w*(?:ly|nursery|injury|any|surgery|very|history|study|therapy|country|party|city|"
    r"body|duty|army|county|story|library|lorry|carry|try|query|enquiry|library)\b)"
    r"[a-z]{3,}(?:[^aeiou]y|ful|some)\b(?! (?:not|absent|missing|school|club)))"
)
FURNITURE = (
    r"(?:rug|mat|floor|carpet|sofa|settee|couch|chair|bouncer|walker|door swing|swing|playpen|"
    r"play ?mat|table|doorway|door|window|stairs|landing|high ?chair|cot|buggy|pram|pushchair|"
    r"car seat|moses basket|carrycot|"
    r"lap|knee|hip|arms|bath|nappy|vest|pyjamas|dressing gown|onesie|uniform|sling|"
    r"paddling pool|sandpit|garden|yard|hall(?:way)?|lounge|kitchen|front room|playroom)"
)
DID = (
    r"(?:introduced (?:him|her)self|said (?:hello|hi|goodbye|bye)|spoke (?:of|about|to (?:me|us))|"
    r"showed|answered|opened the door|drew|painted|turned|"
    r"fell asleep|sent (?:to|home)\b|wet (?:him|her)self|soiled|vomited|was sick|"
    r"peeped|waved|hid\b|hiding|ran\b|climbed|sat\b|stood|smiled|laughed|giggled|cried|screamed|"
    r"played|engaged|interacted|responded|babbled|crawled|walked (?:in|over|to|up)|hugged|"
    r"looks?\b|looked\b|looking|reviewed\b|(?:hit|bit|kicked|pushed) (?:another|a |staff|other)|"
    r"had (?:an? |some |several |small |large |multiple )*(?:scratch|bruis|mark|injur|burn|cut|"
    r"graze|black eye|runny nose|nappy rash|rash|cough|cold\b|sticky eye|"
    r"chicken ?pox|nits|head ?lice|"
    r"dirty face|"
    r"bite|scald|swelling|lump)\w*|(?:\d+ ?(?:yrs?|years|months)?[ ,]+)?found\b|"
    r"'s (?:growth|height|weight) (?:was )?(?:measured|taken|checked)|"
    r"appear(?:s|ed)\b|seem(?:s|ed)\b|c/o|"
    r"complained of|came (?:in|to|into|down|over)|arrived|"
    r"dropped off|here with|in tears|on (?:his|her|their|\w+'s) (?:knee|lap|hip|shoulder)|"
    r"in (?:his|her|their|\w+'s) arms|in (?:the )?(?:same|dirty|thin|soiled|wet|full|"
    r"clean) [a-z ]{0,12}"
    r"(?:clothes|clothing|pyjamas|dress|nappy|uniform)|(?:and (?:\w+|\ue003+) )?in the (?:lounge|"
    r"living room|kitchen|garden|bedroom|hall|flat|room|bath)|in (?:cot|buggy|pram|bath|"
    r"high ?chair|moses basket)|"
    r"with (?:mum|mother|dad|father|\ue003+) on arrival)"
)
DOING = (
    r"(?!(?:missing|staying|sleeping|visiting|living|being|going|having|awaiting|attending|receiving|returning|"
    r"moving|"
    r"starting|according|regarding|during|nothing|something|anything|morning|evening|sibling|"
    r"following|including|concerning|leaving|making|losing|gaining)\b)[a-z]{2,}ing\b"
)
HANDLED = (
    r"(?:bathed|changed|cuddled|comforted|fed|dressed|undressed|treated|located|rescued|carried|"
    r"picked up|lifted|cleaned|restrained|sutured|discharged|admitted|brought|checked|"
    r"(?:time|work|session|therapy|interview(?: conducted)?|contact|conversation|chat|activity|"
    r"assessment|review) "
    r"(?:spent )?(?:with|of)|eyes on|asked|listened to|reassured|praised|explained to|"
    r"advice given to|performed on|done on|carried out on|"
    r"nap{1,2}y change for)"
)
BEGINS_WITH_A_CHILD = re.compile(CHILD)
NOTICED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{CHILD}(?:,? who)?"
        rf"(?:\s(?:was|were|is|very|quite|both|also|again|still|looking|a bit|rather))*"
        rf"(?:[\s,]+|(?=\'s (?:growth|height|weight)))(?:\w+ly )?(?:{LOOKED}|{DID}|{DOING})",
        rf"{CHILD}(?:\s(?:was|were|is|are|and \w+|and [\ue002\ue003]+(?: [\ue002\ue003]+)?|both|"
        rf"all|asleep|awake|still|sat|only))*\s(?:in|on|at|under|by|inside|behind)\s"
        rf"(?:(?:the|her|his|their|a|an|mum's|mother's|dad's|front|back|same|only|just|wet|dirty)"
        rf"\s)*(?:[\ue003]+'s )?{FURNITURE}\b",
        rf"{CHILD}(?:\s(?:was|were|both|all|and \w+|and [\ue002\ue003]+))*\s(?:at home|home|there|"
        rf"up and about|downstairs|indoors)(?:,|\sand|\s-|:)\s(?!not|mum|mother|dad|father|but)",
        rf"{CHILD}\s(?:was |were )?(?:located|discovered|viewed)\b",
        rf"\b{HANDLED}\s(?:and \w+ )?{CHILD}(?!'s|[\ue001])",
        rf"{CHILD}\s(?:were |was )?(?:checked|bathed|changed|fed|treated|sutured|comforted)\b",
        rf"\b(?:noticed|noted|saw|observed)\b[^.;\n]{{0,60}}\b(?:on|to|by|under|behind) {CHILD}",
    )
)


def noticed(marked: str, agency: str) -> re.Match[str] | None:
    """Words of somebody beside the child, in the opening of an entry that tells of being there."""
    opening = "".join(SENTENCE.findall(marked)[: 5 if agency in visits.VISITORS else 3])
    if not is_in_person(opening, agency):
        return None
    for pattern in NOTICED:
        found = _of_the_named(pattern, opening)
        if found and not TO_COME.search(opening[: found.start()]):
            if agency in visits.VISITORS and _is_hearsay(opening, found):
                continue
            return found
    return visits.at_hand(opening, agency)


def _is_hearsay(opening: str, found: re.Match[str]) -> bool:
    """Whether somebody told it, or the child does it where the visitor was not."""
    is_about = BEGINS_WITH_A_CHILD.match(found[0]) is not None
    is_away = is_about and told_by.is_out_of_sight(opening, found.start())
    return is_away or told_by.is_hearsay(opening[: found.start()])


def _of_the_named(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    """The first such words; where the text names the child, not those on "the children"."""
    every = pattern.finditer(text)
    return next((one for one in every if SUBJECT in one[0] or SUBJECT not in text), None)


def is_in_person(opening: str, agency: str) -> bool:
    if told_by.SECOND_HAND.search(opening[:120]) or MEETING.search(opening[:80]):
        return False
    return agency in ALWAYS_THERE or bool(IN_PERSON.search(opening[:110]))
