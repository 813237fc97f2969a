"""Ages in a text: whether it can be the child under review, and whether it is a child at all."""

import re

MONTHS = {
    "year": 12,
    "yr": 12,
    "y": 12,
    "month": 1,
    "mth": 1,
    "mo": 1,
    "week": 0,
    "wk": 0,
    "day": 0,
}
AGE = re.compile(
    r"\b(\d{1,2})[ -]?(year|yr|month|mth|week|wk|day|y|mo)s?[ -]?(?:olds?|o\b|/o\b)(?!\s+sister)"
    r"|\b(\d{1,2})[ -](yr|year|month|mth)s?\s+(?:old\s+)?(?:child|boy|girl|male|female)"
    r"|\b(\d{1,2})[ -](month)s? (?:old|review|check)|\baged? (\d{1,2})(?: (year|month)s?)?\b"
)
WEIGHT = re.compile(r"\b(\d{1,2}(?:\.\d+)?) ?kg\b")
WITH_A_CARER = re.compile(
    r"\b(?:with|w/|by|accompanied by|brought (?:in )?by) (?:(?:his|her|their|the) )?(?:birth |"
    r"maternal |"
    r"paternal |step-?)*(?:mum(?:my)?|mother|dad(?:dy)?|father|parents?|partner|carers?|nan\w*|"
    r"gran\w*|m\.?g\.?m|p\.?g\.?m|aunt\w*|foster \w+|family|m(?:r|rs|iss|s)\b|\ue003)"
    r"|\b(?:mum|mother|dad|father|partner|carer|parents?|\ue003+) (?:states?|stated|said|says|"
    r"reports?|reported|found|unsure|consented|noticed|worried|concerned)"
)
OF_CHILDHOOD = re.compile(
    r"\b(?:child|baby|infant|toddler|paed\w*|nappy|red book|otitis media|ear ?ache|impetigo|eczema|"
    r"threadworms?|movicol|chicken ?pox|croup|bronchiolitis|conjunctivitis|sticky eye|teeth\w*|"
    r"colic|"
    r"head lice|nits|molluscum|viral (?:rash|wheeze|induced wheeze)|tummy ache|scabies|tonsillitis|"
    r"gastroenteritis|febrile|urti|asthma review|rsv|mmr|booster|bed[- ]?wetting|enuresis|reflux|"
    r"pulled elbow|buckle fracture|greenstick|accidental (?:ingestion|poisoning)|cough and cold|"
    r"itchy at night|sore throat|milk|weaning|growth|speech delay)\b"
)
GROWN_UP = re.compile(
    r"\b(?:overdose|o/d|od|dsh|self[- ]harm\w*|mixed ingestion|psychiatry|gcs|sertraline|"
    r"fluoxetine|"
    r"citalopram|methadone script|codeine|diazepam repeat|antidepressants?|postnatal|antenatal|"
    r"bad back|back pain|"
    r"alcohol withdrawal|panicky|postpartum|smear|contracepti\w+|\d\d/40)\b"
    r"|(?:^|[.;:]\s*|\btriage: )\W*(?:birth |step[- ]?)?(?:mum|mother|father|dad|partner|boyfriend|"
    r"m(?:r|rs|iss|s)\b\.?(?: [a-z][\w'-]+)+|\ue003+)"
    r"(?: \ue003+)?,?\s(?:at+(?:ended)?|accompanied|brought by|seen|present(?:ed|s)|consult\w*|"
    r"came|"
    r"requested|took|ingested|mixed|reports feeling|low|tearful|self)\b"
)
HEAVIEST = ((0, 6.0), (3, 9.5), (6, 11.5), (12, 14.5), (24, 19.5), (36, 24.0), (48, 30.0))
LIGHTEST = ((0, 1.0), (3, 3.0), (6, 5.0), (12, 6.5), (24, 7.5), (36, 9.0), (48, 10.0))
"""Kilograms at an age in months, far beyond the centiles of the growth charts on either side."""


def contradicts(marked: str, age: tuple[int, int]) -> bool:
    """Whether the text gives an age or a weight that the child under review cannot have had."""
    return any(not _fits(found, age) for found in AGE.finditer(marked[:160])) or any(
        not _is_weight_at(float(found[1]), age) for found in WEIGHT.finditer(marked)
    )


def is_of_a_child(marked: str) -> bool:
    """Whether the patient is a child: an age, a childhood complaint or a carer beside them."""
    opening = marked[:140]
    if GROWN_UP.search(opening):
        return False
    return any(one.search(opening) for one in (AGE, OF_CHILDHOOD, WITH_A_CARER))


def _fits(found: re.Match[str], age: tuple[int, int]) -> bool:
    number, unit = _parts(found)
    low = number * MONTHS[unit]
    high = low + (12 if MONTHS[unit] == 12 else 2 + number // 4)
    slack = 4 if found[6] else 1 if MONTHS[unit] != 12 else 2  # a review is not held to the day
    return low - slack <= age[1] and age[0] <= high + slack


def _parts(found: re.Match[str]) -> tuple[int, str]:
    groups = [one for one in found.groups() if one]
    return int(groups[0]), groups[1].lower() if len(groups) > 1 else "year"


def _is_weight_at(kilograms: float, age: tuple[int, int]) -> bool:
    if age[0] > 60:
        return kilograms >= 12
    lightest = _at(LIGHTEST, age[0])
    return lightest <= kilograms <= _at(HEAVIEST, age[1] + 1)


def _at(table: tuple[tuple[int, float], ...], months: int) -> float:
    below = [kilograms for since, kilograms in table if since <= months]
    above = [kilograms for since, kilograms in table if since > months]
    return (above or below[-1:])[0] if table is HEAVIEST else (below or [table[0][1]])[-1]
