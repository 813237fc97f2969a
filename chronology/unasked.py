"""Agencies that the entries speak of and that were never asked for a chronology."""

from collections import Counter
from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from chronology.kinds import KINDS, kind_of, mentions

KIN = {
    "nursery": {"school"},
    "school_nurse": {"health_visitor"},
    "education_welfare": {"school"},
}
"""Agencies whose records another one often holds: they still count as unasked, but later."""
OFTEN = 2  # rows with such a source: one alone may be a copy of what another agency wrote


@dataclass(frozen=True, slots=True)
class Unasked:
    """A kind of agency, how many entries name it, whose they are, and the words of the first."""

    kind: str
    name: str
    count: int
    named_by: tuple[str, ...]
    entries: tuple[Hashable, ...]
    words: str
    may_be_held_by: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        entries = "1 entry" if self.count == 1 else f"{self.count} entries"
        return f"{self.name} is named in {entries} but has not been asked for a chronology."


def unasked(
    rows: Iterable[tuple[Hashable, str, str]],
    *,
    asked: Iterable[str],
    sources: Iterable[tuple[str, str]] = (),
    shown: int = 20,
) -> list[Unasked]:
    """Kinds of agency named in rows of (id, agency, text) and not among the names asked.

    Those first whose records nobody seems to hold, the most often named first. `sources` are
    (agency, source) of the rows: an agency that copies from a health visitor's diary again and
    again holds it. `shown` limits the entries listed for each, not the count.
    """
    asked_kinds = {kind for name in asked if (kind := kind_of(name))}
    found: dict[str, list[tuple[Hashable, str, str]]] = {}
    for id_, agency, text in rows:
        for kind, words in mentions(text).items():
            if kind not in asked_kinds:
                found.setdefault(kind, []).append((id_, agency, words))
    held = _held(sources, set(found))
    every = [
        _of(kind, named, [*_kin(kind, asked_kinds), *held.get(kind, ())], shown)
        for kind, named in found.items()
    ]
    return sorted(every, key=lambda one: (bool(one.may_be_held_by), -one.count, one.name))


def _held(sources: Iterable[tuple[str, str]], kinds: set[str]) -> dict[str, list[str]]:
    """Return, for each of these kinds, the agencies with several rows that copy its records."""
    counts = Counter(sources)
    rows: Counter[tuple[str, str]] = Counter()
    for (agency, source), count in counts.items():
        for kind in mentions(source).keys() & kinds:
            rows[kind, agency] += count
    held: dict[str, list[str]] = {}
    for (kind, agency), count in sorted(rows.items()):
        if count >= OFTEN:
            held.setdefault(kind, []).append(agency)
    return held


def _kin(kind: str, asked: set[str]) -> list[str]:
    return [KINDS[one][0] for one in sorted(KIN.get(kind, set()) & asked)]


def _of(
    kind: str, named: list[tuple[Hashable, str, str]], held_by: list[str], shown: int
) -> Unasked:
    return Unasked(
        kind=kind,
        name=KINDS[kind][0],
        count=len(named),
        named_by=tuple(dict.fromkeys(agency for _, agency, _ in named)),
        entries=tuple(id_ for id_, _, _ in named[:shown]),
        words=named[0][2],
        may_be_held_by=tuple(held_by),
    )
