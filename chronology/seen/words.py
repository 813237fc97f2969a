"""Words of the field for a child, for seeing one, and for not seeing one."""

SUBJECT_NAME = "\ue001+"
SOME_CHILD = (
    r"(?:(?<!a )(?<!an )(?<!one )(?<!two )(?<!another )(?<!any )(?<!some )(?<!other )(?<!of )"
    r"(?:the |this |both |all |all three |all four |older |younger |eldest |youngest )*"
    r"(?:child(?:ren)?(?: [a-d]\b)?|chn|baby|babies|infant|toddler|newborn|neonate|"
    r"subject child|index child|pupil|young person|yp|kids?|boys?|girls?|"
    r"little (?:one|boy|girl)|son|daughter|twins?)(?!['’]s?\b)(?!\s+(?:protection|in need|"
    r"benefit|care|"
    r"services|minding|minder|clinic|seat|bed|gate|line|bath)))"
)
CHILD = rf"(?:{SUBJECT_NAME}|\b{SOME_CHILD}\b)"
"""A child who may be the one under review. A child of another name is never meant."""

SIGHT = (
    r"(?:seen|sighted|observed|viewed|spoken (?:to|with)|interviewed|met|examined|weighed|measured|"
    r"assessed|visited|sight of|checked on|woken|present|presented|engaged)"
)
TO_SEE = (
    r"(?:see|sight|observe|view|meet|speak (?:to|with)|talk (?:to|with)|examine|weigh|assess|"
    r"check on|set eyes on|gain sight of|get sight of|have sight of|establish contact with)"
)
SAW = (
    r"(?:saw|seen|sighted|observed|viewed|met(?: with)?|spoke(?:n)? (?:to|with)|"
    r"talked (?:to|with)|chatted (?:to|with)|played with|examined|weighed|measured|reviewed|"
    r"assessed|interviewed|checked on|looked in on|set eyes on|laid eyes on|"
    r"individual time with|had sight of|sight of|sighting of|"
    r"direct work with|spent (?:\w+ ){0,3}(?:time|hours?|minutes|session) with|watched|"
    r"individual work with|1[:-]1 with|held|cuddled|visited)"
)
NEVER = (
    r"(?:not|never|n't|nt|unable to|cannot|could not|failed to|without|no opportunity to|"
    r"no chance to|refused to let \w+|refused|declined to let \w+|declined|prevented from|"
    r"would not (?:let|allow)|not allowed to|not able to|was unable to|too late to)"
)
RESCUERS = (
    r"(?:the )?(?:officers?|police|pcs?|dcs?|crews?|fire\w*|paramedics?|ambulance|workers?|sw|"
    r"social workers?|staff|me\b|us\b)"
)
"""Whoever fetches or checks a child and writes of it as their own sight."""

RELATIVE = (
    r"(?:friends?|pal|mate|classmate|neighbour|nan(?:na|a|ny)?|gran(?:ny|dma|dmother|dparents?|dad|ny)?|mgm|pgm|mgf|"
    r"pgf|aunt(?:y|ie)?|uncle|cousin|relative|father|dad(?:dy)?|mother|sister|childminder|"
    r"birth father|step-?father|step-?dad|foster carers?|family member)"
)
PLACE = (
    r"(?:school|nursery|pre-?school|playgroup|college|holiday club|breakfast club|after ?school "
    r"club|a party|a sleepover|contact(?! cent)|church|respite|"
    r"(?:the )?park|(?:the )?shops?|(?:the )?pool|(?:the )?cinema|"
    r"football|swimming|dancing|gymnastics|brownies|cubs|rainbows|beavers|youth club|"
    r"hospital)"
)

BEFORE_ONE = (
    r"(?:in|on) (?:a |an |the |her |his |their |mum'?s? |mother'?s? )?"
    r"(?:moses|pram|buggy|pushchair|"
    r"sling|arms?|lap|knee|sofa|settee|couch|lounge|living room|front room|chair|bouncer|swing|"
    r"car seat|carrycot|play ?pen|floor|mat)\b"
)
"""Where a sleeping child is before whoever writes of it."""
