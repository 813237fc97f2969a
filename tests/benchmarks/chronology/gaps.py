"""How well silence and the child's being seen are told, beside a set whose truth is known.

    python -m tests.benchmarks.chronology.gaps FOLDER...

Each folder holds a set's truth.json and people.csv. Prints one JSON object a line.
"""

import csv
import json
import sys
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from chronology.ages import Days, age_at
from chronology.dates import Precision
from chronology.gaps import Contact, Gap, Silence, silence
from chronology.kinds import kind_of
from chronology.seen import Names, Seen, seen

Truth = Mapping[str, Any]
Figures = dict[str, str | int | float | bool]
NAMED_BY = frozenset(
    [
        "full",
        "first",
        "nickname",
        "initials",
        "initials_dotted",
        "full_upper",
        "misspelt_first",
        "misspelt_full",
        "maiden_full",
        "title_surname",
        "maiden_title_surname",
    ]
)

WITHOUT_THE_CHILD = frozenset({"core_group", "strategy", "school_parents"})


def measure(name: str, truth: Truth, people: Iterable[Mapping[str, str]]) -> Figures:
    """The figures of one set: `people` are rows of its people.csv."""
    names = names_of(truth["case"]["subject"], people)
    began = time.perf_counter()
    verdicts = {entry["id"]: verdict(entry, truth, names) for entry in truth["entries"]}
    seconds = time.perf_counter() - began
    known = silence(map(as_known, truth["entries"]), scope=scope_of(truth))
    told = silence(
        (as_told(entry, verdicts[entry["id"]]) for entry in truth["entries"]),
        scope=scope_of(truth),
    )
    return {
        "case": "chronology_gaps",
        "set": name,
        "n": len(verdicts),
        **exactness(truth["gaps"], known),
        **from_words(truth["gaps"]["child_not_seen"], told.not_seen),
        "not_seen_from_named": from_words(
            truth["gaps"]["child_not_seen"], silence(named(truth), scope=scope_of(truth)).not_seen
        )["not_seen_from_words"],
        **as_defined(truth, told),
        **rows(truth["entries"], verdicts),
        "seconds": round(seconds, 3),
        "per_item_us": round(1e6 * seconds / max(len(verdicts), 1), 1),
    }


def names_of(subject: str, people: Iterable[Mapping[str, str]]) -> Names:
    """The family's names. A bare surname is everybody's and tells nobody from another."""
    family = [
        row for row in people if row["category"] == "family" and row["identifier_type"] in NAMED_BY
    ]
    groups: dict[str, set[str]] = {"subject": set(), "sibling": set(), "adult": set()}
    for row in family:
        child = "subject" if row["person_id"] == subject else "sibling"
        groups[child if row["role"] == "C" else "adult"].add(row["identifier"])
    subjects = groups["subject"]
    siblings = groups["sibling"] - subjects
    return Names(tuple(subjects), tuple(siblings), tuple(groups["adult"] - subjects - siblings))


def verdict(entry: Mapping[str, Any], truth: Truth, names: Names) -> Seen:
    """What the entry's words say, the agency's "child seen" cell being hidden."""
    agency = next(one for one in truth["agencies"] if one["code"] == entry["agency"])
    born = Days.on(date.fromisoformat(truth["case"]["subject_dob"]))
    return seen(
        entry["event"],
        names=names,
        agency=kind_of(agency["name"]),
        age=age_at(born, Days(*days_of(entry))).months,
        is_left_blank=any(column["role"] == "seen" for column in agency["columns"]),
    )


def as_known(entry: Mapping[str, Any]) -> Contact:
    return Contact(
        entry["id"],
        entry["agency"],
        *days_of(entry),
        Precision(entry["precision"]),
        child_seen=entry.get("child_seen"),
        seen_from=entry.get("child_seen_from", ""),
        child_heard=bool(entry.get("child_voice")),
    )


def as_told(entry: Mapping[str, Any], words: Seen) -> Contact:
    """The entry as an importer has it: its own column first, else what the words say."""
    known = as_known(entry)
    if known.seen_from == "column":
        return known
    return Contact(
        known.id,
        known.agency,
        known.start,
        known.end,
        known.precision,
        child_seen=words.verdict,
        seen_from=words.basis.value,
    )


def named(truth: Truth) -> Iterator[Contact]:
    """What a perfect reader can know: an implied sight counts only where the entry has the child.

    Where no child is spoken of, only the event behind the entry says which child it was.
    """
    for entry in truth["entries"]:
        known = as_known(entry)
        is_named = truth["case"]["subject"] in entry["people"]
        yield known if is_named or known.seen_from != "implied" else replace(known, child_seen=None)


def exactness(truth: Truth, found: Silence) -> Figures:
    """Whether each list's longest gaps are the true ones, to the day and the entry."""
    last = (found.last_seen, found.last_heard)
    true_last = (truth["child_last_seen"], truth["child_last_heard"])
    return {
        "all_agencies_exact": is_exact(truth["all_agencies"], found.all_agencies),
        "by_agency_exact": all(
            is_exact(gaps, found.by_agency[agency]) for agency, gaps in truth["by_agency"].items()
        ),
        "not_seen_exact": is_exact(truth["child_not_seen"], found.not_seen),
        "not_seen_by_column_exact": is_exact(
            truth["child_not_seen_column_only"], found.not_seen_by_column
        ),
        "last_exact": tuple(one.id if one else None for one in last) == true_last,
    }


def is_exact(true: list[Mapping[str, Any]], found: list[Gap]) -> bool:
    return [tuple(map(gap.get, ("days", "from_entry", "to_entry"))) for gap in true] == [
        (gap.days, gap.before, gap.after) for gap in found[: len(true)]
    ]


def from_words(true: list[Mapping[str, Any]], found: list[Gap]) -> Figures:
    """How many of the longest spans not seen are right where no cell said so."""
    wanted = {(gap["start"], gap["end"]) for gap in true}
    longest = {(str(gap.start), str(gap.end)) for gap in found[: len(true)]}
    return {"not_seen_from_words": len(wanted & longest), "not_seen_of": len(wanted)}


def as_defined(truth: Truth, told: Silence) -> Figures:
    """The same, where a contact that staff or parents can have without the child implies nothing.

    The sets call a child seen whenever a school writes of a meeting or a call about that child,
    although they define "implied" as a contact that cannot happen otherwise.
    """
    needed = (withdrawn(entry) for entry in truth["entries"])
    wanted = silence(needed, scope=scope_of(truth)).not_seen[: len(truth["gaps"]["child_not_seen"])]
    spans = [{"start": str(gap.start), "end": str(gap.end)} for gap in wanted]
    return {"not_seen_as_defined": from_words(spans, told.not_seen)["not_seen_from_words"]}


def withdrawn(entry: Mapping[str, Any]) -> Contact:
    """The entry as known, but for a sight implied by what took place without the child."""
    known = as_known(entry)
    can_be_without = known.seen_from == "implied" and entry["event_type"] in WITHOUT_THE_CHILD
    return replace(known, child_seen=None) if can_be_without else known


def rows(entries: Iterable[Mapping[str, Any]], verdicts: Mapping[str, Seen]) -> Figures:
    """Rows whose cell does not say: seen or not, as far as the words go."""
    pairs = [
        (bool(entry.get("child_seen")), bool(verdicts[entry["id"]].verdict))
        for entry in entries
        if entry.get("child_seen_from") != "column"
    ]
    both = sum(true and told for true, told in pairs)
    return {
        "seen_precision": round(both / max(sum(told for _, told in pairs), 1), 3),
        "seen_recall": round(both / max(sum(true for true, _ in pairs), 1), 3),
        "seen_accuracy": round(sum(true == told for true, told in pairs) / max(len(pairs), 1), 3),
    }


def days_of(entry: Mapping[str, Any]) -> tuple[date, date]:
    return date.fromisoformat(entry["date_start"]), date.fromisoformat(entry["date_end"])


def scope_of(truth: Truth) -> tuple[date, date]:
    case = truth["case"]
    return date.fromisoformat(case["scope_start"]), date.fromisoformat(case["scope_end"])


def figures(folder: Path) -> Iterator[Figures]:
    """Return the figures of one set."""
    return measured([folder])


def measured(folders: Iterable[Path]) -> Iterator[Figures]:
    for folder in folders:
        truth = json.loads((folder / "truth.json").read_text(encoding="utf-8"))
        with (folder / "people.csv").open(encoding="utf-8", newline="") as people:
            yield measure(folder.name, truth, list(csv.DictReader(people)))


if __name__ == "__main__":
    for figures in measured(map(Path, sys.argv[1:])):
        print(json.dumps(figures))
