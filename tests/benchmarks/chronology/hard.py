"""Sentences written to be hard, filled with names that are ordinary words, in every form.

One half of the sentences was read while mending; the other was opened when that was done, and
the kinds `unseen` were written after both. A word between asterisks must stay. `{m}` is the mother
in any form; `{m.full}`, `{sw.pre}` and so on are a form; `{x}` is in no cast; `{phone}` is in it,
`{phone.x}` is not. Run as a module, it prints the figures.
"""

import json
import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from chronology.masking import Cast, Context, mask, scan
from chronology.masking.vocabulary import is_ordinary
from tests.benchmarks.chronology.hard_cast import HardCast, Someone
from tests.benchmarks.chronology.hard_numbers import REFERENCES, Numbers

FRAMES = Path(__file__).parent / "frames"
KINDS = ("people", "words", "numbers", "people_unseen", "words_unseen")
SLOT = re.compile(r"\{(?P<who>[a-z]+2?)(?:\.(?P<form>[a-z]+))?\}")
STARRED = re.compile(r"\*([^*\s][^*]*)\*")
NUMBERS = ("phone", "nhs", "pc", "dob", "addr", "email", *REFERENCES)
FAMILY = "mfpcsg"
ANY = (
    "first",
    "first",
    "first",
    "full",
    "surfirst",
    "upper",
    "lower",
    "typo",
    "init",
    "nick",
    "fullupper",
)
SEEDS = range(1, 11)


@dataclass(frozen=True)
class Sentence:
    """A filled sentence: its text, what must go, what must stay and what else is written."""

    frame: str
    kind: str
    text: str
    context: Context
    gone: tuple[tuple[str, str], ...]
    kept: tuple[str, ...]
    literal: str


def frames(kind: str, half: int | None) -> list[tuple[int, str]]:
    """The sentences of a kind, every second one of which is sealed (`half` 1)."""
    lines = (FRAMES / f"{kind}.txt").read_text(encoding="utf-8").splitlines()
    return [(n, line) for n, line in enumerate(lines) if half is None or n % 2 == half]


def filled(kind: str, line: str, cast: HardCast, numbers: Numbers, dice: random.Random) -> Sentence:
    """The sentence with people and numbers in it."""
    head, _, body = line.partition(" ")
    agency, _, cell = head.partition(":")
    gone: list[tuple[str, str]] = []
    met = {"first": dice.choice(cast.strangers[0]), "last": dice.choice(cast.strangers[1])}

    def fill(match: re.Match) -> str:
        who, form = match["who"], match["form"] or "any"
        if who in NUMBERS:
            made, name = numbers.written(who, listed=form != "x"), who
        elif who.startswith("x"):
            made, name = stranger(form, met, cast, dice, who), f"stranger {form}"
        else:
            form = chosen(cast.people[who], form, dice)
            made, name = written(cast.people[who], form, cast), form
        gone.append((made, name))
        return made

    kept = tuple(STARRED.findall(body))
    literal = STARRED.sub(r"\1", SLOT.sub("\x00", body))
    text = SLOT.sub(fill, STARRED.sub(r"\1", body))
    context = Context(agency, cell or "event")
    return Sentence(body, kind, text, context, tuple(gone), kept, literal)


def chosen(who: Someone, form: str, dice: random.Random) -> str:
    """The form to write: any, of those that this name has without being only a word."""
    if form == "any":
        form = dice.choice(ANY)
    form = {"surfirst": "sf"}.get(form, form)
    if form == "nick" and not who.nick:
        return "first"
    small = form in ("lower", "typo") and (is_ordinary(who.first.lower()) or len(who.first) < 4)
    return "first" if small else form


def written(who: Someone, form: str, cast: HardCast) -> str:
    """A name in a form."""
    forms = {
        "first": who.first,
        "full": who.full,
        "surname": who.last,
        "upper": who.first.upper(),
        "surupper": who.last.upper(),
        "lower": who.first.lower(),
        "fullupper": who.full.upper(),
        "sf": f"{who.last.upper() if cast.random.random() < 0.5 else who.last}, {who.first}",
        "init": who.first[0] + who.last[0],
        "dotted": f"{who.first[0]}.{who.last[0]}.",
        "nick": who.nick or who.first,
        "isur": f"{who.first[0]} {who.last}",
        "title": f"{who.title} {who.last}",
        "pre": f"{who.prefix} {who.last}",
    }
    if form in forms:
        return forms[form]
    if form == "typopre":
        return f"{who.prefix} {cast.misspelt(who.last)}"
    if form == "typofull":
        slip = cast.random.random() < 0.5
        first, last = (
            (cast.misspelt(who.first), who.last) if slip else (who.first, cast.misspelt(who.last))
        )
        return f"{first} {last}"
    return cast.misspelt(who.first)


def stranger(form: str, met: dict, cast: HardCast, dice: random.Random, who: str) -> str:
    """Somebody of no cast."""
    first = met["first"] if who == "x" else dice.choice(cast.strangers[0])
    last = met["last"]
    titles = {"pol": "PC", "hv": "HV", "dr": "Dr", "pro": "SW"}
    return {"first": first, "full": f"{first} {last}"}.get(form, f"{titles.get(form, 'Mr')} {last}")


def sentences(kind: str, half: int | None, seed: int) -> tuple[Cast, list[Sentence]]:
    """The cast and the sentences of a seed; words are written in capitals and titles too."""
    dice, people = random.Random(seed * 77 + len(kind)), HardCast(seed)
    numbers = Numbers(seed)
    cast = Cast.of([*people.identifiers, *numbers.identifiers()])
    made = [filled(kind, line, people, numbers, dice) for _, line in frames(kind, half)]
    if kind.startswith("words"):
        made += [
            replace(
                each,
                text=each.text.upper(),
                literal=each.literal.upper(),
                kept=tuple(map(str.upper, each.kept)),
            )
            for each in made
        ]
    return cast, made


def figures(half: int | None, seeds: range = SEEDS) -> Iterator[dict]:
    """For each kind: what is left of names, and which words are lost."""
    for kind in KINDS:
        found: Counter[str] = Counter()
        for seed in seeds:
            cast, made = sentences(kind, half, seed)
            for each in made:
                found.update(judged(each, cast))
        named = {k: found[k] for k in ("n", "left", "left_in_part", "friends", "friends_lost")}
        others = (
            "sentences",
            "words",
            "words_lost",
            "false_alarms",
            "real_alarms",
            "unmasked_caught",
            "naming",
        )
        yield {"kind": kind, "half": half, **named, **{k: found[k] for k in others}}


def judged(each: Sentence, cast: Cast) -> Counter[str]:
    """What became of one sentence."""
    found: Counter[str] = Counter(sentences=1, n=len(each.gone))
    text = mask(each.text, cast, context=each.context).text
    left = [remains(surface, text, each.literal) for surface, _ in each.gone]
    found["left"], found["left_in_part"] = left.count("left"), left.count("left in part")
    names = {row.text.casefold() for row in cast.identifiers}
    friends = [word for word in each.kept if word.casefold() in names]
    found["friends"] = len(friends)
    found["friends_lost"] = sum(is_lost(word, text) for word in friends)
    lost = lost_words(each, text)
    found["words"], found["words_lost"] = len(words(each.literal)), len(lost)
    alarms = len(scan([("event", text)], cast))
    found["real_alarms" if any(each != "gone" for each in left) else "false_alarms"] = alarms
    found["naming"] = bool(each.gone)
    found["unmasked_caught"] = bool(each.gone) and bool(scan([("event", each.text)], cast))
    return found


def remains(surface: str, text: str, literal: str) -> str:
    """Whether a name can still be read."""
    if times(surface, text) > times(surface, literal):
        return "left"
    said = {"Ms", "Mrs", "Mr", "Dr", "Flat", "mail"}
    parts = [w for w in re.findall(r"[^\W\d_]{3,}|\d{5,}", surface) if w not in said]
    return "left in part" if any(times(w, text) > times(w, literal) for w in parts) else "gone"


def times(word: str, text: str) -> int:
    return len(re.findall(rf"(?<!\w){re.escape(word)}(?!\w)", text))


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"(?<!['’\w])[\w£]+(?:['’.,/:%][\w]+)*", text))


def lost_words(each: Sentence, text: str) -> list[str]:
    """The words of the sentence itself that are masked, each as often as it is missing."""
    return list((words(each.literal) - words(text)).elements())


def is_lost(word: str, text: str) -> bool:
    return not times(word, text)


if __name__ == "__main__":
    for part in (0, 1):
        for line in figures(part):
            print(json.dumps(line), flush=True)
