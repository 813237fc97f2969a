"""What two children or two incidents have in common, in points and in words."""

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler

from reviews.statutory import PartialDate, Precision

NAMES_ALIKE, NAMES_NEARLY_ALIKE = 88, 80  # of 100
PLACES_ALIKE = 85  # of 100
SHORT_PLACE = 4  # letters
NEARBY = timedelta(days=7)
UNNAMED = frozenset({"", "not known", "unknown", "unnamed", "baby", "nk"})
# Letters that no decomposition turns into plain ones.
PLAIN = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i"}
    | dict.fromkeys("'’‘`´ʼ", "")
)


@dataclass(frozen=True)
class Resemblance:
    """Points for one likeness, and the likeness in words."""

    points: int
    reason: str


def plain_name(name: str) -> str:
    """Return the name in plain small letters: no accents, apostrophes or hyphens."""
    letters = unicodedata.normalize("NFKD", name.casefold().translate(PLAIN))
    kept = "".join(each for each in letters if not unicodedata.combining(each))
    words = "".join(each if each.isalnum() else " " for each in kept).split()
    text = " ".join(words)
    return "" if text in UNNAMED else text


def likeness(one: str, other: str) -> float:
    """Return 0 to 100 for two plain names, whatever the order and the spaces of their words."""
    if not one or not other:
        return 0
    whole = max(fuzz.token_sort_ratio(one, other), fuzz.ratio(_joined(one), _joined(other)))
    return max(whole, _word_by_word(one.split(), other.split()))


def of_names(one: str, other: str, raw: str, its_raw: str) -> Iterable[Resemblance]:
    score = likeness(one, other)
    if score >= NAMES_NEARLY_ALIKE:
        # A first name alone is shared by many.
        is_full = " " in one and " " in other
        points = 40 if is_full and score >= NAMES_ALIKE else 25
        yield Resemblance(points, f"Names alike: {raw} and {its_raw}")


def of_births(one: PartialDate | None, other: PartialDate | None) -> Iterable[Resemblance]:
    if one is None or other is None:
        return
    days = f"{one.spoken} and {other.spoken}"
    is_full = one.precision is other.precision is Precision.DAY
    if is_full and one.earliest == other.earliest:
        yield Resemblance(40, f"Same date of birth: {one.spoken}")
    elif is_full and _is_swapped(one, other):
        yield Resemblance(30, f"Dates of birth with day and month swapped: {days}")
    elif is_full and _differing_digits(one, other) == 1:
        yield Resemblance(30, f"Dates of birth one digit apart: {days}")
    elif not is_full and _overlap(one, other):
        yield Resemblance(15, f"Dates of birth that may be the same: {days}")


def of_incident(
    happened: PartialDate | None, place: str, its_day: PartialDate | None, its_place: str
) -> Iterable[Resemblance]:
    if happened and its_day:
        apart = abs(happened.earliest - its_day.earliest)
        is_full = happened.precision is its_day.precision is Precision.DAY
        if is_full and not apart:
            yield Resemblance(30, f"Same date of the incident: {happened.spoken}")
        elif is_full and apart <= NEARBY:
            days = f"{its_day.spoken} and {happened.spoken}"
            yield Resemblance(15, f"Incidents within a week of each other: {days}")
        elif not is_full and _overlap(happened, its_day):
            days = f"{happened.spoken} and {its_day.spoken}"
            yield Resemblance(10, f"Dates of the incident that may be the same: {days}")
    one, other = plain_name(place), plain_name(its_place)
    if (
        min(len(one), len(other)) >= SHORT_PLACE
        and fuzz.token_set_ratio(one, other) >= PLACES_ALIKE
    ):
        yield Resemblance(15, f"Places alike: {place} and {its_place}")


def _joined(name: str) -> str:
    return "".join(sorted(name.split()))


def _word_by_word(one: list[str], other: list[str]) -> float:
    """Return how well each word of the shorter name is found in the longer, for two or more."""
    short, long = sorted((one, other), key=len)
    if len(short) < 2:
        return 0
    best = [max(JaroWinkler.similarity(word, each) for each in long) for word in short]
    return 100 * min(best) if min(best) >= NAMES_NEARLY_ALIKE / 100 else 0


def _is_swapped(one: PartialDate, other: PartialDate) -> bool:
    first, second = one.earliest, other.earliest
    return (first.year, first.day, first.month) == (second.year, second.month, second.day)


def _differing_digits(one: PartialDate, other: PartialDate) -> int:
    pairs = zip(one.earliest.isoformat(), other.earliest.isoformat(), strict=True)
    return sum(a != b for a, b in pairs)


def _overlap(one: PartialDate, other: PartialDate) -> bool:
    return one.earliest <= other.latest and other.earliest <= one.latest
