"""A set under other names: what was learnt from its own names is of no help there.

First names and surnames are drawn from many origins; short names, initials and misspellings are
made anew. Places and numbers stay.
"""

import copy
import random
import re
from collections import defaultdict
from typing import Any

from rapidfuzz.distance import OSA

from chronology.masking import Identifier

Truth = dict[str, Any]


def names_of(text: str) -> list[str]:
    """The names in a line of them."""
    return text.split()


FIRST = names_of(
    "Agnieszka Zbigniew Oliwia Kacper Fadumo Abdirahman Hodan Liban Shahida Rafiqul Tahmina Rubel"
    " Rhiannon Gethin Angharad Iestyn Siobhan Padraig Caoimhe Tadhg Zoë Precious Tyrone Kelly-Anne"
    " Thistle Zephyr Kezia Torquil Chanel Jermaine Blessing Dwayne Elowen Quillan Mitali Sahra"
)
LAST = names_of(
    "Kowalczyk Zielinski Wozniak Grabowski Hersi Egal Samatar Duale Chowdhury Talukder Bhuiyan"
    " Begum Prosser Cadwallader Probert Gwynne O'Brien McGrath MacNamara O'Dowd Smith-Jones Okonkwo"
    " Nguyen Papadopoulos Grimthorpe Quibell Pobjoy Snodgrass Clutterbuck Gathercole Featherstone"
)
ENDINGS = ("ley", "wick", "sen", "ova", "ton", "ski")
TITLES = frozenset(names_of("mr mrs ms miss dr pc dc ps sw hv mw cpn s/n"))
WORD = re.compile(r"S/N|[^\W\d_]+(?:['’-][^\W\d_]+)*")
VOWELS = "aeiou"
AS_WORDS = re.compile(
    r"\d+ (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\b|Bill (?:of|reduced)|Mark on"
    r"|Grace said at|Frank discussion|(?:Young|Black) (?:person|eye)"
)
CELLS = ("event", "source", "present", "action", "comment", "child_voice")


class Renaming:
    """Old words of names and what they become; the same in the cast and in the texts."""

    def __init__(self, rows: list[Identifier], seed: int) -> None:
        self.random = random.Random(seed)
        self.words: dict[str, str] = {}
        self.full = {row.person: row.text for row in rows if row.kind == "full"}
        firsts = {full.split()[0].casefold() for full in self.full.values()}
        lasts = {
            row.text.split()[-1].casefold() for row in rows if row.kind in ("full", "maiden_full")
        }
        self._draw(sorted(firsts), FIRST)
        self._draw(sorted(lasts - firsts), LAST)

    def _draw(self, old: list[str], pool: list[str]) -> None:
        names = self.random.sample(pool, len(pool))
        for at, word in enumerate(old):
            ending = ENDINGS[at // len(names) % len(ENDINGS)] if at >= len(names) else ""
            self.words[word] = names[at % len(names)] + ending

    def text(self, person: str, text: str, kind: str) -> str:
        """The identifier under its new name."""
        full = [self._word(word) for word in WORD.findall(self.full.get(person, text))]
        if kind.startswith("initials"):
            letters = [full[0][0].upper(), full[-1][0].upper()]
            return "".join(f"{each}." for each in letters) if "." in text else "".join(letters)
        if kind.startswith("nickname"):
            return _cased(full[0][:4] if len(full[0]) > 5 else full[0][:3], text)
        if kind == "initial_surname":
            return f"{full[0][0]} {full[-1]}"
        return WORD.sub(lambda match: self._word(match.group()), text)

    def _word(self, word: str) -> str:
        key = word.casefold()
        if key in TITLES:
            return word
        if key not in self.words:
            near = min(self.words, key=lambda old: OSA.distance(old, key))
            if OSA.distance(near, key) > 2:
                return word
            self.words[key] = self._misspelt(self.words[near])
        return _cased(self.words[key], word)

    def _misspelt(self, name: str) -> str:
        places = [at for at, letter in enumerate(name) if at and letter in VOWELS]
        at = self.random.choice(places or [len(name) - 1])
        other = self.random.choice([v for v in VOWELS if v != name[at]])
        made = (
            name[:at] + other + name[at + 1 :], name[:at] + name[at] + name[at:],
            name[:at] + name[at + 1 :] if len(name) > 4 else name + name[-1],
        )  # fmt: skip
        return self.random.choice(made)


def _cased(new: str, old: str) -> str:
    if old.isupper() and len(old) > 1:
        return new.upper()
    return new.lower() if old.islower() else new


def renamed(truth: Truth, rows: list[Identifier], seed: int = 1) -> tuple[Truth, list[Identifier]]:
    """The truth and the cast of a set under other names, with no words that must stay."""
    truth = copy.deepcopy(truth)
    names = Renaming(rows, seed)
    people = {row.person for row in rows if row.category != "place" and row.kind != "dob"}
    changes: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for named in truth["identifiers"]:
        if named["person"] in people and not named["replacement"].startswith("["):
            new = names.text(named["person"], named["surface"], named["kind"])
            for entry in named["entries"]:
                changes[entry].append((named["surface"], new))
            named["surface"] = new
    for entry in truth["entries"]:
        for cell in CELLS:
            if entry.get(cell):
                entry[cell] = _rewritten(entry[cell], dict(changes[entry["id"]]))
    truth["false_friends"] = []
    return truth, [_renamed_row(row, names) for row in rows]


def _renamed_row(row: Identifier, names: Renaming) -> Identifier:
    if row.category == "place" or row.replacement.startswith("["):
        return row
    new = names.text(row.person, row.text, row.kind)
    return Identifier(
        row.person, new, row.kind, row.replacement, row.shared_by, row.category, row.role,
        row.pseudonym, row.agency,
    )  # fmt: skip


def _rewritten(text: str, changes: dict[str, str]) -> str:
    """The text with each name changed once, the longest first, and words left as words."""
    if not changes:
        return text
    names = "|".join(re.escape(name) for name in sorted(changes, key=len, reverse=True))
    either = re.compile(rf"{AS_WORDS.pattern}|(?<!\w)(?:{names})(?!\w)")
    return either.sub(lambda match: changes.get(match.group(), match.group()), text)
