"""Turns the lines of a cast into tables: names, phrases, places, numbers by folded form."""

import re
from collections import defaultdict

from chronology.masking.cast import (
    FIRST,
    INITIALS,
    LETTERS,
    SURNAME,
    WORD,
    Identifier,
    Person,
    is_title,
    words_of,
)
from chronology.masking.vocabulary import (
    COURTESIES,
    PARTICLES,
    fold,
    is_english,
    is_ordinary,
    listed,
)  # fmt: skip

STREETS = {
    "road": "rd", "street": "st", "close": "cl", "court": "ct", "avenue": "ave", "drive": "dr",
    "lane": "ln", "crescent": "cres", "place": "pl", "terrace": "terr", "gardens": "gdns",
    "square": "sq", "parade": "pde", "grove": "gr",
}  # fmt: skip
LONG = {short: full for full, short in STREETS.items()}
LONG |= {"av": "avenue", "cr": "crescent", "la": "lane"}
KINDS_OF_PLACE = listed("place_words") | {"royal", "general", "district"}
DIGITS = re.compile(r"\d")
Names = dict[str, dict[int, int]]


def compile_cast(rows: tuple[Identifier, ...]) -> tuple:
    """Return people, names, numbers, phrases and places."""
    people: dict[str, Person] = {}
    for row in rows:
        if row.person not in people:
            label = row.pseudonym or row.replacement
            people[row.person] = Person(
                row.person, len(people), row.category, row.role, row.agency, label
            )
        _learn(people[row.person], row)
    everybody = tuple(people.values())
    return (
        everybody,
        _names(everybody, rows),
        _letters(everybody, rows),
        _numbers(rows),
        _phrases(everybody),
        _places(rows, people),
        _misspelt(rows),
    )


def _misspelt(rows: tuple[Identifier, ...]) -> frozenset[str]:
    """Return the words that only misspellings of the cast hold."""
    wrong: set[str] = set()
    right: set[str] = set()
    for row in rows:
        (wrong if row.kind.startswith("misspelt") else right).update(words_of(row.text))
    return frozenset(wrong - right)


def is_number(row: Identifier) -> bool:
    """Return whether the replacement says what kind of number it was, not whose."""
    return row.replacement.startswith("[")


def _learn(person: Person, row: Identifier) -> None:
    words = words_of(row.text)
    if not words or person.is_place or is_number(row):
        return
    person.phrases.add(" ".join(words))
    if row.kind.startswith(("initials", "collar")):
        return
    if is_title(words[0]) and len(words) > 1 and not row.kind.endswith("full"):
        person.titles.add(words[0])
        person.sexes |= {COURTESIES.get(words[0], "")} - {""}
        _surname(person, words[1:])
    else:
        _by_kind(person, row.kind, words[1:] if is_title(words[0]) and len(words) > 1 else words)


def _by_kind(person: Person, kind: str, words: list[str]) -> None:
    if "initial_surname" in kind:
        _surname(person, words[1:])
    elif kind.startswith(("surname", "maiden_surname", "misspelt_surname")):
        _surname(person, words)
    elif "first" in kind or "nick" in kind or "known_as" in kind or len(words) == 1:
        person.firsts.update(words, {"".join(words)})
    else:
        person.firsts.add(words[0])
        _surname(person, words[1:])


def _surname(person: Person, words: list[str]) -> None:
    person.surnames |= {"".join(words)} | {w for w in words if len(w) > 2 and w not in PARTICLES}


def _names(people: tuple[Person, ...], rows: tuple[Identifier, ...]) -> Names:
    names: Names = defaultdict(dict)
    for person in people:
        for part, keys in ((FIRST, person.firsts), (SURNAME, person.surnames)):
            for key in keys - {""}:
                if not key.isdigit() and len(key) > 1:
                    names[key][person.order] = names[key].get(person.order, 0) | part
    order = {person.id: person.order for person in people}
    for row in rows:
        if row.kind.startswith("initials") and row.category != "place":
            known = names[fold(row.text)]
            known[order[row.person]] = known.get(order[row.person], 0) | INITIALS
        for piece in _pieces(row):
            names[piece].setdefault(order[row.person], SURNAME)
    return dict(names)


def _letters(people: tuple[Person, ...], rows: tuple[Identifier, ...]) -> Names:
    """Return the initials of whole names, listed or not: two letters, or all when it has more."""
    found: Names = defaultdict(dict)
    order = {person.id: person.order for person in people}
    for row in rows:
        if row.category == "place" or is_number(row) or not row.kind.endswith("full"):
            continue
        words = [word for word in words_of(row.text.replace("-", " ")) if word not in PARTICLES]
        words = words[1:] if words and is_title(words[0]) else words
        if len(words) > 1:
            pairs = {words[0][0] + other[0] for other in words[1:]}
            for key in pairs | {"".join(word[0] for word in words)}:
                found[key][order[row.person]] = LETTERS
    return dict(found)


def _pieces(row: Identifier) -> list[str]:
    """Return the halves of double-barrelled names, so that either is known alone."""
    if row.category == "place" or is_number(row):
        return []
    hyphened = [word for word in WORD.findall(row.text) if "-" in word]
    return [fold(half) for word in hyphened for half in word.split("-") if len(half) > 2]


def _phrases(people: tuple[Person, ...]) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for person in people:
        for phrase in person.phrases:
            found[phrase].add(person.order)
    return {phrase: frozenset(orders) for phrase, orders in found.items()}


def _numbers(rows: tuple[Identifier, ...]) -> dict[str, tuple[str, str]]:
    """Return person and replacement by the bare letters and digits."""
    return {fold(row.text): (row.person, row.replacement) for row in rows if is_number(row)}


def _places(
    rows: tuple[Identifier, ...], people: dict[str, Person]
) -> dict[str, tuple[tuple[tuple[str, ...], int], ...]]:
    """Return the word sequences of places by their first word, the longest first."""
    found: dict[str, set[tuple[tuple[str, ...], int]]] = defaultdict(set)
    for row in rows:
        if row.category == "place" and not is_number(row):
            words = tuple(words_of(row.text))
            for keys in _spellings(words) | _short_names(words):
                found[keys[0]].add((keys, people[row.person].order))
    return {key: tuple(sorted(each, key=lambda e: (-len(e[0]), e))) for key, each in found.items()}


def _short_names(keys: tuple[str, ...]) -> set[tuple[str, ...]]:
    """Return the name of a school or a hospital without the words for what it is."""
    made: set[tuple[str, ...]] = set()
    while len(keys) > 1 and keys[-1] in KINDS_OF_PLACE and not DIGITS.search("".join(keys)):
        keys = keys[:-1]
        plain = is_ordinary(keys[0]) or is_english(keys[0]) or keys[0] in KINDS_OF_PLACE
        if len(keys) > 2 or not (plain or is_title(keys[0])):
            made.add(keys)
    return made


def _spellings(keys: tuple[str, ...]) -> set[tuple[str, ...]]:
    """Return the address with its street long and short, and without its town or flat."""
    made = {keys}
    for at, key in enumerate(keys):
        other = STREETS.get(key) or LONG.get(key)
        if other and at:
            made |= {(*keys[:at], other, *keys[at + 1 :])}
            made |= {keys[: at + 1], (*keys[:at], other)} if DIGITS.search("".join(keys)) else set()
    for each in tuple(made):
        house = max((n for n, key in enumerate(each) if key[0].isdigit()), default=0)
        streets = each[-1] in STREETS or each[-1] in LONG
        made |= {each[house:]} | ({each[-2:]} if streets and len(each) == house + 3 else set())
        if DIGITS.search(each[house]) and len(each) - house > 2:
            made.add(each[house + 1 :])
            if streets and not is_ordinary(each[-2]):  # `14 Wheelwright`
                made.add(each[house:-1])
    return {each for each in made if each}
