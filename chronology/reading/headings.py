"""What the words of a heading say a column is for."""

import re
from functools import lru_cache

from chronology.reading.rows import Role

# (role, words, weight): the weights of all patterns that fit are added up, role by role.
_PATTERNS: tuple[tuple[Role, str, float], ...] = (
    (Role.DATE, r"\bdates?\b|\bdated\b|^dt\b|\bwhen\b|\bdd ?/|\bd/m/y|^day$", 6),
    (
        Role.DATE,
        r"^(?:event |contact |entry |incident )?dates?$|\bdate of (?:the )?(?:event|contact|"
        r"incident|entry|occurrence|visit)|^day$|^on$|\bday and date|start|commenc|\bfrom\b",
        3,
    ),
    (
        Role.DATE,
        r"birth|\bdob\b|printed|review date|date (?:recorded|entered|of record|of entry|"
        r"received|logged|written|typed|closed|completed|due|for completion)|next|due\b|"
        r"target|deadline",
        -8,
    ),
    (Role.DATE, r"\bdate (?:recorded|entered|of entry|logged)", 5),
    (
        Role.DATE,
        r"\bdate (?:is |was )?(?:illegible|unclear|unknown|uncertain|missing|not|to be|n/?k|tbc)\b|"
        r"^no date",
        -12,
    ),
    (Role.DATE, r"\byear\b|\bperiod\b", 2),
    (
        Role.END_DATE,
        r"\b(?:end|finish|close[ds]?|last|final) ?(?:ed|ing)? ?(?:date|day)|date (?:end|"
        r"finish|to\b|until|close|\(?to\)?)|\bdate of end|^(?:to|until|till|ended|end|"
        r"finish(?:ed)?)$|\bto date\b|\bto \(date",
        10,
    ),
    (Role.TIME, r"\btimes?\b|\bhrs?\b|\bhours?\b|24 ?h|\bclock\b|^at$|\bhh|^tm$", 7),
    (Role.TIME, r"timeli?ne|time ?scale|spent|duration|time taken|full.?time|timely", -8),
    (
        Role.END_TIME,
        r"\b(?:end|finish|to|until) ?(?:ed|ing)? ?time|time (?:end|finish|to\b|until|left|out)",
        12,
    ),
    (
        Role.REF,
        r"^(?:no|nr|num|number|ref|reference|id|#|s/?n|seq|sequence|item|row|line|(?:entry|"
        r"event)(?= )|serial|index|para|paragraph)(?: ?(?:no|number|id|ref|#))?$",
        9,
    ),
    (
        Role.REF,
        r"\b(?:ref|entry|row|item|line|serial|event|seq|unique|log)\b.*\b(?:no|number|id|#)\b|\b(?:no|id)$|^ref\b",
        6,
    ),
    (
        Role.SOURCE,
        r"\bsources?\b|\brecorded\b|\brecords?\b|\bevidence\b|\bdocuments?\b|\bfiles?\b|"
        r"\borigin|provenance|\bsystem\b|\btaken from|\bobtained|\bdatabase|\bbasis\b|"
        r"\bevidenced\b|\belectronic\b|^notes from|^how (?:known|do (?:we|you) know)|^came from|"
        r"\bdocumentation\b|\bcitation|\bextracted|\bheld\b|\bwhere (?:from|found|noted|"
        r"it is)|\blocation of|\bfound in\b|\bnoted in\b",
        6,
    ),
    (Role.SOURCE, r"\breference\b|\binfo(?:rmation)? from|\bfrom (?:what|which|where)|page", 4),
    (Role.SOURCE, r"recorded by|what is recorded|event recorded|date recorded|action", -4),
    (
        Role.EVENT,
        r"\bevents?\b|\bcontacts?\b|\bdetails?\b|\bdescri|\bnarrative|\bincidents?\b|"
        r"\bsummary|\boccurr|\bhappened|\baccount\b|\bentry\b|\bentries\b|\binvolvement|"
        r"\bepisode|\binformation\b|\binfo\b|\bchronology\b|\bactivity\b|\bintervention|"
        r"\bservice provided|\bnature of|\bfacts?\b|\bconcern|\bsynopsis|\bcontent|"
        r"\bpresenting|\bconsultation|\bcircumstances|\brecordings?$|\bfindings?\b|\breason for|"
        r"\bissues raised|\bhappening|\bdiscuss|"
        r"\bkey points|\bcase history|\bhistory\b|\bnotes?\b|\bnarration|\bparticulars|"
        r"\bcommunication|\btext\b|\bevt\b|\bstory\b|\btook place",
        6,
    ),
    (
        Role.EVENT,
        r"significant event|detail|descri|what happened|what (?:took|has|occ)|"
        r"event ?/ ?contact|contact ?/ ?event|summary of|narrative",
        3,
    ),
    (
        Role.EVENT,
        r"^(?:responses?|outcomes?|results?|reactions?|actions?|decisions?)\b|"
        r"key event\??$|\?$|\btype\b|category|\bdates?\b|\btimes?\b|source|number|\bno\b",
        -4,
    ),
    (
        Role.EVENT,
        r"happened next|as a result|^(?:further|additional|other|editor's)\b|^critical",
        -7,
    ),
    (
        Role.PRESENT,
        r"\bpresent\b|\bpersons?\b|\bpeople\b|\bwho\b|\bwhom\b|\battend(?:ee|ance|ed|ing)|"
        r"\bparticipants?|\bprofessionals?\b|\bparties\b|\bnames?\b|\bpersonnel\b|\bstaff\b|"
        r"\bworkers?\b|\bfamily members?|\bindividuals?\b|\bpractitioners?\b|\bthose\b|"
        r"^with$|\bclinicians?$|\bsubjects?\b|\baccompanied|\bplayers?\b|\badults\b|"
        r"\bbetween\b|\bofficers?\b|\binvolving\b|\binvolved\b|\bcompany\b",
        6,
    ),
    (
        Role.PRESENT,
        r"author|\bcomments?\b|\banalysis\b|^actions?\b|^decisions?\b|opinion|"
        r"^child(?:ren)? (?:seen|present)|was (?:the )?child|present(?:ing|ation)",
        -6,
    ),
    (
        Role.SEEN,
        r"\bseen\b|\bsighted\b|\bsee child|\bsaw\b|\bvisible\b|child(?:ren)? present|"
        r"child (?:observed|met\b|there)|\bsighting|\bviewed\b|\bin sight|eyes on",
        9,
    ),
    (Role.SEEN, r"child|y ?/ ?n|yes|\balone\b|\?", 2),
    (
        Role.VOICE,
        r"\bvoice|\bwish|\bfeeling|\bsaid\b|\bsay|\bviews?\b|\bown words|lived experience|"
        r"\bperspective|\bheard\b|\bspoke|\blisten|\bquot|\bexpressed|\btold\b|\btell\b|"
        r"\bchild's (?:account|words|experience|presentation)",
        8,
    ),
    (
        Role.VOICE,
        r"^v\.?o\.?c\b|^w ?(?:and|/) ?f$|\bdaily life|\bday in the life|\blife (?:was )?like|"
        r"^words of|^direct words|^verbatim|"
        r"child(?:ren)?(?:'s)? (?:comment|opinion|contribut|focus)|"
        r"what (?:was )?said$",
        8,
    ),
    (Role.VOICE, r"child|young person|\byp\b", 3),
    (Role.VOICE, r"\brecords?\b|\bfiles?\b|\bdocuments?\b", -6),
    (Role.EVENT, r"records? (?:say|show|tell|state)", 6),
    (
        Role.SEEN,
        r"\bsee (?:the )?(?:child|yp|young)|\bsight of|\bin view\b|^attended\?|anyone see",
        8,
    ),
    (
        Role.ACTION,
        r"^f ?/? ?u$|\b(?:did|does) (?:the )?(?:agency|service|you|they|we|staff) do|^closure|"
        r"^advice\b|^tasks?\b|^to do$|^services? provided",
        6,
    ),
    (Role.ACTION, r"disposition|sanction|\bintervened|\bmanagement\b", 6),
    (Role.COMMENT, r"complian|procedure|\bthinks?\b|\bstandards?\b|\bwas this\b", 6),
    (Role.VOICE, r"author|agency|reviewer|panel|professional|spoken (?:to|with)|seen", -6),
    (
        Role.PRESENT,
        r"^(?:seen|met|visited) (?:by|with)|^adults and|^seen$|"
        r"^who saw|spoken (?:to|with)|contact with|"
        r"with whom|who was seen",
        8,
    ),
    (
        Role.ACTION,
        r"\bactions?\b|\boutcomes?\b|\bdecisions?\b|\bresponses?\b|\bresults?\b|\bdone\b|"
        r"\bsteps?\b|\bfollow|\bdisposal|\bplan\b|\bplanned|\bresolution|\bnext\b|\btreatment|"
        r"\bmeasures|\breferrals?\b|\bagreed\b|\bconclusion|\bconsequence|\bupshot|"
        r"\bwhat was done",
        7,
    ),
    (
        Role.COMMENT,
        r"\bcomment|\banaly|\breflect|\bobservations?\b|\bauthor|\bremarks?\b|\bcritique|"
        r"\breview(?:er)?'?s?\b|\blearning|\bpractice\b|\bapprais|\bevaluat|\bcritical\b|"
        r"\bopinion|\bthoughts?\b|\bimr\b|\bissues?\b|\bquality|\bcommentary|\bassessment of|"
        r"\bquer(?:y|ies)\b|\benquiry\b|^kloe|\bthemes?\b|\bpolicy\b|\bshould have\b|"
        r"\bexplanation|\bclarif|\bhypothes|\binterpret|\beditor|^nb$|^context$|^assessment$|"
        r"^(?:further|additional|other) (?:info|notes)|"
        r"\bjudg|\blessons?|\bappropriate|\bmissed|\bannotation|\bimpact\b|\bquestions?\b|"
        r"\brationale|\bpanel\b",
        7,
    ),
    (
        Role.SIGNIFICANCE,
        r"significance|\bimportan|\bkey\b|\bpriority|\bweight|\brating\b|\brag\b|\bgrad(?:e|"
        r"ing)\b|\brank|\bscore\b|\bseverity|\blevel\b|\bsignificant\b(?!.*event)|"
        r"\br ?/ ?a ?/ ?g\b|^hml$|^kpe\b|\brelevance|^value$|\bscale\b|"
        r"^critical (?:event|incident)|^risks?(?: level| rating)?$|"
        r"\bcritical\?|\bh ?/ ?m ?/ ?l",
        7,
    ),
    (Role.SIGNIFICANCE, r"key (?:event|incident|episode|date)|significant\?|\?|\(?h/m/l|high", 3),
    (Role.COMMENT, r"^(?:other |further |any )?notes?$|\bto note\b", 5),
    (
        Role.PRESENT,
        r"\bcrews?\b|^also (?:there|present|seen)|(?:members?|adults|people|persons) seen",
        9,
    ),
    (Role.SOURCE, r"^(?:screen|(?:log|day|duty|record) ?book|book|ledger|register)$", 6),
    (Role.VOICE, r"presentation of (?:the )?child", 6),
    (Role.REF, r"^(?:entry|urn|seq|serial)$", 4),
    (Role.REF, r"^(?:ser|sr|uid|nº|№|nos|order|count|(?:chron\w*|imr|unique) ref\w*)$", 8),
    (Role.SOURCE, r"^docs?\b", 6),
    (Role.SIGNIFICANCE, r"^sig$|critical (?:event|incident)\?", 6),
    (Role.ACTION, r"^interventions?\b", 5),
    (
        Role.OTHER,
        r"\bagency\b|\borganisation\b|\bteam\b|\bdepartment\b|\bservice\b(?! provided)|"
        r"\baddress\b|\btype\b|\bcategory|\blocation\b|\bplace\b|\bvenue\b|"
        r"\bwhere\b(?! (?:recorded|from|noted|found))|\bmethod\b|\bmode\b|\bage\b|"
        r"\bcompleted by|\binputt?ed by|\binitials|\bauthorised|\bsigned",
        5,
    ),
)
_COMPILED = tuple((role, re.compile(words), weight) for role, words, weight in _PATTERNS)
_LONGEST = 70
# In a heading that explains itself the first word says more than the explanation.
_EXPLAINED, _FIRST_WORD = 36, 3


def plain_heading(heading: str) -> str:
    """A heading in one spelling."""
    text = heading.lower().replace("’", "'").replace("&", " and ").replace("_", " ")
    return re.sub(r"\s+", " ", text.replace("*", "")).strip(" :.-").strip()


@lru_cache(maxsize=4096)
def heading_scores(heading: str) -> dict[Role, float]:
    """How much the words speak for each role; roles they say nothing of are left out."""
    text = plain_heading(heading)
    if not text or len(text) > _LONGEST * 2:
        return {}
    scores: dict[Role, float] = {}
    for role, words, weight in _COMPILED:
        if match := words.search(text):
            is_first = weight > 0 and match.start() == 0 and len(text) > _EXPLAINED
            scores[role] = scores.get(role, 0.0) + weight + _FIRST_WORD * is_first
    return {role: score for role, score in scores.items() if score > 2}


@lru_cache(maxsize=4096)
def is_like_heading(text: str) -> bool:
    """Whether a cell could head a column: short, and with words that headings have."""
    if not text or len(text) > _LONGEST or text.endswith((".", ",")):
        return False
    return bool(heading_scores(text))
