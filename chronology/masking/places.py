"""Addresses, schools, surgeries and other places: the cast's, and any that are written like one."""

import re
from collections.abc import Iterator

from chronology.masking.cast import Cast, is_title
from chronology.masking.lexicon import Word
from chronology.masking.numbers import Found
from chronology.masking.passage import Passage
from chronology.masking.vocabulary import fold, is_first_name, is_ordinary, listed

STREET = (
    "Road|Rd|Street|Close|Avenue|Ave|Drive|Lane|Crescent|Cres|Terrace|Gardens|Gdns|Grove|Parade|Mews"
    "|Walk|Rise|Hill|Green|Row|Way|Court|Square|Place|Fold|View|Brow|Mount|Bank|Croft"
)
AFTER_A_NUMBER = (
    "Maltings|Wharf|Quay|Yard|Cottages?|Villas|Buildings|Bldgs|Mansions|Heights|Towers?|Meadows?|Garth"
    "|Wynd|Ginnel|Drove|La"
)
SHORT_STREET = f"{STREET}|St|Cl|Dr|Ct|Ln|Pl|Sq|Terr|Av|{AFTER_A_NUMBER}"
SURNAMES_TOO = listed("place_ends_also_surnames")
AT = listed("before_a_place")
KINDS = (
    ("[school]", "School|Academy|College|Infants|Juniors|Primary|High"),
    ("[nursery]", "Nursery|Playgroup|Pre-?[Ss]chool|Day Nursery"),
    ("[GP practice]", "Surgery|Medical Centre|Health Centre|(?:Medical |Group )?Practice"),
    ("[hospital]", "Hospital|Infirmary|Hospice"),
    ("[place]", "Children['’]s Centre|Family Centre|Community Centre|House|Lodge|Ward|Hostel|Refuge"
     "|Park|Church|Mosque|Temple|Estate|Hotel|Inn|Arms"),
    ("[local authority]", "Borough Council|County Council|City Council|Council|Constabulary"),
    ("[address]", STREET),
)  # fmt: skip
SUFFIX = re.compile("|".join(rf"(?P<k{n}>\b(?:{words})\b)" for n, (_, words) in enumerate(KINDS)))
NAMED = re.compile(
    r"(?:(?:Flat|Apt|Apartment|Unit|Room)\s+\w{1,3},?\s+)?(?:\d{1,4}[A-Za-z]?,?\s+)?"
    r"(?:(?:St\.|(?:[A-Z]\.){2}|[A-Z][\w'’-]*)\s+){1,4}$"
)
NUMBERED = re.compile(
    r"(?<!\w)(?:(?:Flat|Apt|Unit)\s+\w{1,3},?\s+)?\d{1,4}[A-Za-z]?,?\s+"
    r"(?:(?:St\.|[A-Z][\w'’-]*)\s+){1,3}"
    rf"(?:{SHORT_STREET})(?!\w)"
)
A_STREET = re.compile(SHORT_STREET, re.IGNORECASE)
HOUSE = re.compile(
    r"(?<![\w/.:£])(?:(?:Flat|Apt|Unit)\s\w{1,3}|[1-9]\d{0,2}[A-Za-z]?)"
    r"(?:,?\s+\d{1,3}[A-Za-z]?)?,?\s+$"
)
GENERIC = listed("place_words_of_no_place")
OWN = {"SCH": "SCHOOL", "AE": "HOSP", "MW": "HOSP", "GP": "SURGERY", "NUR": "NURSERY"}
JOIN = re.compile(r"(?:['’‘`]s)?[\s,.]{1,4}|\s?[-–]\s?|\s?&\s?")


def places_in(passage: Passage, cast: Cast) -> Iterator[Found]:
    """Yield start, end, person, replacement and reason of each place."""
    yield from _listed(passage, cast)
    if any(word.ends_place for word in passage.words):
        for found in _unlisted(passage.text):
            named = " ".join(map(fold, passage.text[found[0] : found[1]].split()))
            if named not in cast.phrases:  # somebody is called Dean Street
                yield found


def _listed(passage: Passage, cast: Cast) -> Iterator[Found]:
    at = 0
    while at < len(passage.words):
        length, orders = _match(passage, cast, at) if passage.words[at].starts_place else (0, [])
        if length:
            label = _choose(passage, cast, orders, at + length)
            person = cast.people[orders[0]].id if len(orders) == 1 else ""
            start, end = _with_house(passage, at, length), passage.ends[at + length - 1]
            end += 2 if passage.is_owner(at + length - 1) else 0
            yield start, end, person, label, "a place of the cast"
        at += length or 1


def _with_house(passage: Passage, at: int, length: int) -> int:
    """Return where the address begins: at the number of a house in a street that the cast has."""
    start = passage.starts[at]
    if length < 2 or passage.words[at].key[0].isdigit():
        return start
    if not any(map(str.isdigit, passage.text[max(0, start - 6) : start])):
        return start
    street = A_STREET.fullmatch(passage.words[at + length - 1].text)
    house = HOUSE.search(passage.text[max(0, start - 24) : start]) if street else None
    return start - len(house.group()) if house else start


def _match(passage: Passage, cast: Cast, at: int) -> tuple[int, list[int]]:
    """Return how many words the longest place from here has, and which places it may be."""
    same = cast.places[passage.words[at].key]
    for keys, _ in same:
        words = passage.words[at : at + len(keys)]
        fits = len(words) == len(keys) and all(map(_is_key, words, keys))
        fits = fits and _joined(passage, at, len(keys))
        if fits and _is_written_as_name(passage, at, len(keys)):
            return len(keys), sorted({order for each, order in same if each == keys})
    return 0, []


def _is_key(word: Word, key: str) -> bool:
    return word.key == key or word.key == key + "s"


def _joined(passage: Passage, at: int, length: int) -> bool:
    return all(JOIN.fullmatch(passage.gap(n)) for n in range(at + 1, at + length))


def _is_written_as_name(passage: Passage, at: int, length: int) -> bool:
    words = passage.words[at : at + length]
    if length == 1 and words[0].is_ordinary:
        return words[0].is_capital and not passage.begins(at)
    if length == 1 and len(words[0].key) < 4:
        return words[0].shape == "upper"
    return length > 2 or any(w.is_capital or w.key[0].isdigit() or not w.is_ordinary for w in words)


def _choose(passage: Passage, cast: Cast, orders: list[int], after: int) -> str:
    """Return the label; of places with one name that of the agency's own kind, or both."""
    if len(orders) > 1:
        agency = passage.context.agency
        wanted = {
            "SCH": "SCHOOL",
            "AE": "HOSP",
            "MW": "HOSP",
            "GP": "SURGERY",
            "NUR": "NURSERY",
        }.get(agency)
        own = [order for order in orders if wanted and cast.people[order].role.startswith(wanted)]
        orders = own or orders
    return " or ".join(cast.people[order].label for order in orders[:3])


def _unlisted(text: str) -> Iterator[Found]:
    for match in NUMBERED.finditer(text):
        yield match.start(), match.end(), "", "[address]", "written like an address"
    for match in SUFFIX.finditer(text):
        named = NAMED.search(text[max(0, match.start() - 80) : match.start()])
        if not named:
            continue
        start = _name_starts(text, match.start() - len(named.group()), match.start())
        if start is not None and not _is_somebody(text, start, match):
            label = KINDS[int((match.lastgroup or "k4").removeprefix("k"))][0]
            yield start, match.end(), "", label, "written like a place"


def _is_somebody(text: str, start: int, match: re.Match) -> bool:
    """Return whether what looks like a place is a first name and a surname (`Jade Ward`)."""
    words = text[start : match.start()].split()
    if match.group().lower() not in SURNAMES_TOO or words[0][0].isdigit():
        return False
    if any(is_title(fold(word)) for word in words):
        return True
    before = text[:start].split()
    at = bool(before) and before[-1].lower() in AT
    return is_first_name(fold(words[-1])) or len(words[-1]) == 1 or not (at or len(words) > 1)


def _name_starts(text: str, start: int, end: int) -> int | None:
    """Return where the name of the place begins, or nothing when it is only words of its kind."""
    words = [(m.start() + start, m.group()) for m in re.finditer(r"\S+", text[start:end])]
    begins = not text[:start].rstrip() or text[:start].rstrip()[-1] in ".?!:;"
    while words and (_is_lead(words[0][1]) or is_title(fold(words[0][1]))):
        words.pop(0)
    if begins and len(words) > 1 and is_ordinary(fold(words[0][1])) and _is_own(words[1:]):
        words.pop(0)
    own = [fold(word) for _, word in words if fold(word) not in GENERIC and not word[0].isdigit()]
    if not own or (
        begins and len(own) == 1 and is_ordinary(own[0]) and not words[0][1][0].isdigit()
    ):
        return None
    return words[0][0]


def _is_own(words: list[tuple[int, str]]) -> bool:
    """Return whether words hold one that only a name explains."""
    return any(fold(word) not in GENERIC and not is_ordinary(fold(word)) for _, word in words)


def _is_lead(word: str) -> bool:
    """Return whether a capital word before a name is only how the sentence begins."""
    key = fold(word)
    leads = (
        "at",
        "from",
        "in",
        "to",
        "re",
        "the",
        "and",
        "of",
        "by",
        "with",
        "near",
        "visit",
        "call",
        "on",
    )
    return key in leads or (is_ordinary(key) and key.endswith(("ed", "ing"))) or not key
