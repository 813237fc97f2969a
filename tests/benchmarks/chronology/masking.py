"""How well and how fast people are masked, beside sets that say who is named where.

The speed is set beside one regular expression that has every text of the cast in it, run over the
same cells: it knows neither case, order nor misspellings.
"""

import csv
import re
import time
import tracemalloc
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from chronology.masking import Cast, Context, Identifier, mask, scan
from tests.benchmarks.chronology.renamed import renamed
from tests.benchmarks.chronology.sets import truth_of

Truth = dict[str, Any]
CELLS = ("event", "source", "present", "action", "comment", "child_voice")
FEWER = ("nickname", "short_name", "dob", "phone", "nhs_number", "postcode")
SAID_ANYWAY = {"Mrs", "Miss", "The", "and", "House", "School"}  # in names and in labels
RUNS = 3


def figures(folder: Path) -> Iterator[dict]:
    """The figures of one set: what is left, what is masked by mistake, then how long it takes."""
    truth = truth_of(folder)
    identifiers = people_of(folder)
    cast = Cast.of(identifiers)
    whole = list(masked(truth, cast))
    yield {"case": "chronology_masking", "set": folder.name, **exactness(truth, whole)}
    few = Cast.of(row for row in identifiers if not is_left_out(row))
    unlisted = exactness(truth, list(masked(truth, few)))
    del unlisted["labelled_right"]
    yield {"case": "chronology_masking_unlisted", "set": folder.name, **unlisted}
    other, others = renamed(truth, identifiers)
    strangers = exactness(other, list(masked(other, Cast.of(others))))
    del strangers["words"], strangers["words_lost"]
    yield {"case": "chronology_masking_renamed", "set": folder.name, **strangers}
    yield {"case": "chronology_masking_scan", "set": folder.name, **scanned(truth, cast, whole)}
    yield {"case": "chronology_masking_speed", "set": folder.name, **speed(truth, identifiers)}


def people_of(folder: Path) -> list[Identifier]:
    with (folder / "people.csv").open(encoding="utf-8", newline="") as file:
        return [Identifier.of(row) for row in csv.DictReader(file)]


def is_left_out(row: Identifier) -> bool:
    """Whether a cast that is hardly begun would lack it: workers, short names, numbers."""
    return row.category == "professional" or row.kind in FEWER


def cells_of(truth: Truth) -> Iterator[tuple[str, str, Context]]:
    """The entry, the text and the context of every cell."""
    for entry in truth["entries"]:
        for cell in CELLS:
            if entry.get(cell):
                yield entry["id"], entry[cell], Context(entry["agency"], cell)


def masked(truth: Truth, cast: Cast) -> Iterator[tuple[str, str]]:
    """The entry and the masked text of every cell."""
    for entry, text, context in cells_of(truth):
        yield entry, mask(text, cast, context=context).text


def exactness(truth: Truth, cells: Iterable[tuple[str, str]]) -> dict[str, float]:
    """Names that are left, whole or in part, labels that are right and words that are lost."""
    texts: dict[str, str] = defaultdict(str)
    for entry, text in cells:
        texts[entry] += f"{text}\n"
    friends = words_that_stay(truth)
    found: Counter[str] = Counter()
    for named in truth["identifiers"]:
        for entry in named["entries"]:
            found["mentions"] += 1
            found[remains(named, texts[entry], friends[entry])] += 1
            found["labelled"] += named["replacement"].lower() in texts[entry].lower()
    lost = sum(not times(word, texts[entry]) for entry, of in friends.items() for word in of)
    return {
        "n": found["mentions"],
        "left": found["left"],
        "left_in_part": found["left in part"],
        "labelled_right": round(found["labelled"] / found["mentions"], 4),
        "words": sum(len(of) for of in friends.values()),
        "words_lost": lost,
    }


def words_that_stay(truth: Truth) -> dict[str, Counter[str]]:
    """The words of each entry that are also names and are none there."""
    friends: dict[str, Counter[str]] = defaultdict(Counter)
    for friend in truth["false_friends"]:
        for entry in friend["entries"]:
            friends[entry][friend["word"]] += 1
    return friends


def remains(named: Truth, text: str, friends: Counter[str]) -> str:
    """What is left of a name in the masked text of its entry."""
    surface, kind = named["surface"], named["kind"]
    if times(surface, text) > friends[surface]:
        return "left"
    if kind.startswith(("initials", "address")):
        return "gone"
    said = set(re.findall(r"[\w'’-]+", named["replacement"])) | SAID_ANYWAY
    parts = [w for w in re.findall(r"[A-Za-z'’-]+", surface) if len(w) > 2 and w not in said]
    return "left in part" if any(times(w, text) > friends[w] for w in parts) else "gone"


def times(word: str, text: str) -> int:
    return len(re.findall(rf"(?<!\w){re.escape(word)}(?!\w)", text))


def scanned(truth: Truth, cast: Cast, whole: list[tuple[str, str]]) -> dict[str, float]:
    """What the leak scan finds in masked texts, and how many entries it stops when nothing is."""
    naming = {entry for named in truth["identifiers"] for entry in named["entries"]}
    stored = [(entry, text) for entry, text, _ in cells_of(truth)]
    caught = {leak.where for leak in scan(stored, cast)}
    return {
        "n": len(naming),
        "caught_unmasked": len(naming & caught),
        "found_in_masked": len(scan(whole, cast)),
        "seconds": round(best(lambda: scan(whole, cast)), 3),
    }


def speed(truth: Truth, identifiers: list[Identifier]) -> dict[str, float]:
    """The best of several runs of each, the cast read anew each time, as processor time."""
    cells = list(cells_of(truth))

    def ours() -> None:
        cast = Cast.of(identifiers)
        for _, text, context in cells:
            mask(text, cast, context=context)

    def bare() -> None:
        words = sorted({row.text for row in identifiers}, key=len, reverse=True)
        labels = {row.text: row.replacement for row in identifiers}
        names = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, words))})(?!\w)")
        for _, text, _ in cells:
            names.sub(lambda match: labels[match.group()], text)

    seconds, baseline = best(ours), best(bare)
    return {
        "n": len(truth["entries"]),
        "seconds": round(seconds, 3),
        "per_item_us": round(seconds / len(truth["entries"]) * 1e6, 1),
        "baseline_seconds": round(baseline, 3),
        "ratio": round(seconds / baseline, 2),
        "peak_mb": round(peak(ours) / 1e6, 1),
    }


def best(work: Callable[[], object]) -> float:
    """The least processor time of several runs."""
    taken = []
    for _ in range(RUNS):
        begun = time.process_time()
        work()
        taken.append(time.process_time() - begun)
    return min(taken)


def peak(work: Callable[[], object]) -> int:
    """The most bytes that a run held at once."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
