"""Agencies that the entries speak of and that were never asked for a chronology."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from chronology.kinds import KINDS, kind_of, mentions

KIN = {
    "nursery": {"school"},
    "school_nurse": {"health_visitor"},
    "education_welfare": {"school"},
}
"""Agencies whose records another one often holds: they still count as unasked, but later."""


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
    shown: int = 20,
) -> list[Unasked]:
    """Kinds of agency named in rows of (id, agency, text) and not among the names asked.

    Most often named first. `shown` limits the entries listed for each, not the count.
    """
    asked_kinds = {kind for name in asked if (kind := kind_of(name))}
    found: dict[str, list[tuple[Hashable, str, str]]] = {}
    for id_, agency, text in rows:
        for kind, words in mentions(text).items():
            if kind not in asked_kinds:
                found.setdefault(kind, []).append((id_, agency, words))
    every = [_of(kind, named, asked_kinds, shown) for kind, named in found.items()]
    return sorted(every, key=lambda one: (-one.count, one.name))


def _of(kind: str, named: list[tuple[Hashable, str, str]], asked: set[str], shown: int) -> Unasked:
    return Unasked(
        kind=kind,
        name=KINDS[kind][0],
        count=len(named),
        named_by=tuple(dict.fromkeys(agency for _, agency, _ in named)),
        entries=tuple(id_ for id_, _, _ in named[:shown]),
        words=named[0][2],
        may_be_held_by=tuple(KINDS[one][0] for one in sorted(KIN.get(kind, set()) & asked)),
    )
