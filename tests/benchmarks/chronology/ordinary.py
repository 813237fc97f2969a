"""Sentences of the field in which a word that is somebody's name is a name, or only a word.

The frames `ordinary_names` and `ordinary_words` were read while mending; a hundred of them were
written to lead astray. Those that end in `_held` were written before the mending and those in
`_late` near its end; neither was opened, only scored. `{Rose}` must go, `*Rose*` must stay, and so
must every word without a mark. Everybody is in one cast, so that each word is somebody's name
wherever it stands, and most stand where a sentence begins: no share of a real file is as bad. Run
as a module, it prints the figures; with `-v` also what went wrong.
"""

import json
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from chronology.masking import Cast, Context, Identifier, mask

FRAMES = Path(__file__).parent / "frames"
SETS = ("names", "words", "names_held", "words_held", "names_late", "words_late")
MARKED = re.compile(r"\{(?P<name>[^}]+)\}|\*(?P<word>[^*]+)\*")
TITLES = frozenset(["Mr", "Mrs", "Ms", "Dr", "SW", "PC", "DC", "DS", "HV"])
RELATIVES = (
    "M Rose West|F Mark Brown|P Will Young|C Grace Brown|MGF Bill Marsh|MGM May Marsh|C Hope West"
    "|U Art Wood|N Frank Long|A Dawn Love|PGM Joy Black|X Rich Little|C Miles Brown"
    "|C Chance Young|X April Small|X June Good|C Summer West|X Daisy Green|X Ruby Waters"
    "|X Amber Rivers|X Violet Banks|N Ivy Hill|X Holly Day|X Heather Best|X Sky Street"
    "|X Faith Lane"
)
WORKERS = (
    "SW Pat Read|HV Sue Field|HV Jane Price|PC Tom King|SW Ann Hunter|DC Paul Mason"
    "|Mrs Lucy Carter|HO Neil Baker|Dr Mary Bishop|MW Karen White|DS Ian Sharp|SN Claire Swift"
    "|PO Omar Strong|Ms Beth Burns|Mrs Gail Church"
)


@dataclass(frozen=True)
class Marked:
    """A sentence and where in it names and words stand."""

    text: str
    context: Context
    names: tuple[tuple[int, int], ...]
    words: tuple[tuple[int, int], ...]


@cache
def everybody() -> Cast:
    """The cast of all sentences: thirty surnames and as many first names that are words."""
    rows = [*_people(RELATIVES, "family"), *_people(WORKERS, "professional")]
    return Cast.of(rows)


def _people(listed: str, category: str) -> Iterator[Identifier]:
    for n, line in enumerate(listed.split("|"), start=1):
        role, first, last = line.split()
        forms = [(f"{first} {last}", "full"), (first, "first"), (last, "surname")]
        if category == "professional":
            forms += [
                (f"{role} {last}", "prefix_surname"),
                (f"{first[0]} {last}", "initial_surname"),
            ]
        label = f"{category.title()} {n}"
        for text, kind in forms:
            yield Identifier(f"{category}{n}", text, kind, label, 1, category, role, label)


def sentences(called: str) -> Iterator[Marked]:
    """The sentences of a set."""
    lines = (FRAMES / f"ordinary_{called}.txt").read_text(encoding="utf-8").splitlines()
    return (_marked(*line.split(" ", 1)) for line in lines)


def _marked(agency: str, body: str) -> Marked:
    text, names, words, at = "", [], [], 0
    for match in MARKED.finditer(body):
        text += body[at : match.start()]
        start = len(text)
        text += match["name"] or match["word"]
        if match["word"]:
            words.append((start, len(text)))
        else:
            names += _without_titles(text, start)
        at = match.end()
    return Marked(text + body[at:], Context(agency, "event"), tuple(names), tuple(words))


def _without_titles(text: str, start: int) -> list[tuple[int, int]]:
    """Return where each word of the name that ends the text stands."""
    return [m.span() for m in re.compile(r"\w+").finditer(text, start) if m[0] not in TITLES]


@dataclass(frozen=True)
class Score:
    """What became of a set: names and words in it, and those that it went wrong with."""

    names: int
    left: tuple[str, ...]
    words: int
    lost: tuple[str, ...]
    others_lost: tuple[str, ...]


def scored(called: str) -> Score:
    """Return how the set was masked; each sentence that went wrong once for each thing wrong."""
    names = words = 0
    left, lost, others = [], [], []
    for each in sentences(called):
        spans = [(s.start, s.end) for s in mask(each.text, everybody(), context=each.context).spans]
        names, words = names + len(each.names), words + len(each.words)
        left += [each.text for at in each.names if not _touches(at, spans)]
        lost += [each.text for at in each.words if _touches(at, spans)]
        others += [each.text for at in spans if not _touches(at, (*each.names, *each.words))]
    return Score(names, tuple(left), words, tuple(lost), tuple(others))


def _touches(at: tuple[int, int], spans: tuple | list) -> bool:
    return any(at[0] < end and start < at[1] for start, end in spans)


def main(arguments: list[str]) -> None:
    for called in SETS:
        score = scored(called)
        wrong = {"left": score.left, "lost": score.lost, "others_lost": score.others_lost}
        counts = {key: len(each) for key, each in wrong.items()}
        print(json.dumps({"set": called, "names": score.names, "words": score.words, **counts}))
        if "-v" in arguments and called in ("names", "words"):
            for key, each in wrong.items():
                print(*(f"  {key}: {text}" for text in each), sep="\n")


if __name__ == "__main__":
    main(sys.argv[1:])
