"""A record's text as words: short forms written out, endings cut off, sentences kept apart."""

import re
from functools import lru_cache

SHORT_FORMS = {
    "t/c": "telephone call", "tc": "telephone call", "tel'd": "telephoned", "tel": "telephone",
    "h/v": "home visit", "j/v": "joint visit", "s/w": "social worker", "sw": "social worker",
    "hv": "health visitor", "h.v": "health visitor", "ssd": "social services",
    "csc": "social services", "hosp": "hospital", "a&e": "hospital emergency",
    "ed": "hospital emergency", "casualty": "hospital emergency", "att": "attended",
    "apt": "appointment", "appt": "appointment", "appts": "appointments", "f/u": "follow up",
    "w/": "with", "chn": "children", "kids": "children", "mum": "mother", "mums": "mother",
    "dad": "father", "mgm": "grandmother", "pgm": "grandmother", "nan": "grandmother",
    "gran": "grandmother", "info": "information", "ref": "referral", "mtg": "meeting",
    "grp": "group", "cg": "core group", "strat": "strategy", "s47": "section 47",
    "s136": "section 136", "s.136": "section 136", "conf": "conference",
    "icpc": "initial child protection conference", "rcpc": "review child protection conference",
    "cpc": "child protection conference", "cp": "child protection", "cin": "child in need",
    "tac": "team around child", "dv": "domestic violence", "da": "domestic abuse",
    "misper": "missing person", "od": "overdose", "dsh": "deliberate self harm",
    "dna": "did not attend", "fta": "failed to attend", "ftr": "failed to report",
    "imms": "immunisations", "rx": "prescribed", "dx": "diagnosis", "nfa": "no further action",
    "edt": "emergency duty team", "po": "probation officer", "cpn": "psychiatric nurse",
    "fca": "family court adviser", "mw": "midwife", "anc": "antenatal clinic",
    "ho": "housing officer", "ewo": "education welfare officer", "dsl": "safeguarding lead",
    "rptd": "reported", "disc": "discussed", "wt": "weight", "yo": "year old",
    "hfsc": "home fire safety check", "aa": "appropriate adult", "gp": "doctor", "dr": "doctor",
    "wk": "week", "wks": "weeks", "hrs": "hours", "yot": "youth offending team",
    "pc": "police constable", "dc": "detective constable", "nos": "numbers",
    "ds": "detective sergeant", "di": "detective inspector", "ppn": "police notification",
    "ppu": "public protection unit", "caiu": "child abuse investigation unit",
    "c/o": "complains of", "d/w": "discussed with", "s/b": "seen by", "b/f": "boyfriend",
    "nav": "no access visit", "wnb": "was not brought", "bib": "brought in by",
    "biba": "brought in by ambulance", "r/v": "review", "rv": "review", "opd": "outpatients",
    "opa": "outpatient appointment", "poss": "possible", "rec'd": "received", "recd": "received",
    "rcvd": "received", "ltr": "letter", "msg": "message", "convo": "conversation",
    "sv": "statutory visit", "jv": "joint visit", "hvs": "health visitors", "sws": "social workers",
    "fte": "fixed term exclusion", "cmw": "community midwife", "mfh": "missing from home",
    "uds": "urine drug screen", "htt": "home treatment team",
    "cmht": "community mental health team",
    "amhp": "approved mental health professional", "frs": "fire service",
    "cpp": "child protection plan", "t/m": "team manager",
    "tm": "team manager", "om": "offender manager", "hx": "history", "tx": "treatment",
    "paed": "paediatric", "paeds": "paediatric", "anon": "anonymous",
    "vol": "voluntary", "juv": "juvenile", "yp": "young person", "ax": "assessment",
    "ia": "initial assessment", "mh": "mental health",
    "w/c": "week commencing", "b/w": "between", "nb": "new birth", "nbv": "new birth visit",
    "nosp": "notice seeking possession", "nsp": "notice seeking possession",
    "nop": "notice possession",
    "xr": "x-ray", "xray": "x-ray", "lac": "laceration", "lacs": "lacerations",
    "twoc": "taken without consent", "abh": "assault abh",
    "gbh": "assault gbh", "bop": "breach of peace", "d&d": "drunk and disorderly",
    "pwits": "possession with intent to supply", "lic": "licence", "hmp": "prison",
    "hmyoi": "prison", "hdc": "home detention curfew", "ico": "interim care order",
    "sgo": "special guardianship order", "hol": "holiday", "attd": "attended", "pt": "patient",
    "cons": "consultant", "sen": "special needs",
    "ht": "head teacher", "dht": "deputy head teacher", "ta": "teaching assistant",
    "taf": "team around family", "sob": "short of breath", "rtc": "road traffic collision",
    "rta": "road traffic accident", "ntq": "notice to quit", "pn": "practice nurse",
    "preg": "pregnant", "abx": "antibiotics", "cfc": "cause for concern",
    "ppo": "police protection", "epo": "emergency protection order",
    "iha": "initial health assessment", "pcso": "police officer", "marf": "referral form",
    "vacc": "vaccination", "vaccs": "vaccinations", "b&b": "bed and breakfast",
    "ga": "general anaesthetic", "neb": "nebuliser", "nebs": "nebuliser",
    "adm": "admitted", "disch": "discharged", "d/c": "discharged", "dc'd": "discharged",
}  # fmt: skip

TOKEN = re.compile(r"[£]?\d[\d,]*(?:\.\d+)?%?|[a-z](?:[a-z]|['/.&](?=[a-z]))*/?|\+\+")
SENTENCE = re.compile(r"(?<=[.?!;])\s+|\n+|\s[-–]\s|, and ")
MARKUP = re.compile(r"<[^>]{0,200}>")
QUOTES = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "–": "-", "—": "-"})
ENDINGS = (
    "ations", "ation", "ings", "ing", "ies", "ied", "ments", "ment", "edly", "ed", "ers", "er",
    "es", "ly", "s", "y", "e",
)  # fmt: skip
SHORTEST = 4


def plain(text: str) -> str:
    """Typographic quotes and dashes as typed ones, markup left out."""
    return MARKUP.sub(" ", text).translate(QUOTES)


@lru_cache(maxsize=256)
def sentences(text: str) -> tuple[str, ...]:
    """The parts an author set apart: sentences, lines, clauses joined late with ", and"."""
    return tuple([part for part in SENTENCE.split(text) if part.strip(" .-")])


@lru_cache(maxsize=100_000)
def written_out(token: str) -> tuple[str, ...]:
    """The words a short form stands for; any other word alone."""
    token = token.removesuffix("'s")
    return tuple(SHORT_FORMS.get(token, token.replace("/", " ").replace(".", " ")).split())


@lru_cache(maxsize=256)
def words(text: str) -> tuple[str, ...]:
    """Words and numbers in lower case, short forms written out: they are asked for twice."""
    said = [word for token in TOKEN.findall(text.lower()) for word in written_out(token)]
    return tuple(said)


@lru_cache(maxsize=100_000)
def stem(word: str) -> str:
    """The word without its ending, where at least four letters are left."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            return stem(word[: -len(ending)]) if ending == "s" else word[: -len(ending)]
    return word
