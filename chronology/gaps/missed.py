"""Runs of missed appointments at one agency, broken by the next contact that took place."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from chronology.gaps.contacts import Contact, Scope
from chronology.gaps.spans import countable


@dataclass(frozen=True, slots=True)
class MissedRun:
    """`count` appointments missed one after the other, from `first` to `last`."""

    agency: str
    first: date
    last: date
    count: int
    contacts: tuple[Contact, ...]


def missed_runs(
    contacts: Iterable[Contact], *, scope: Scope | None = None, at_least: int = 2
) -> list[MissedRun]:
    """Runs of `at_least` missed appointments, the longest first, the earlier of equals first.

    Only contacts whose days are known count, so that a run's order is certain.
    """
    rows = sorted(countable(contacts, scope), key=lambda one: one.agency)
    runs = []
    for (agency, is_missed), group in groupby(rows, key=lambda one: (one.agency, one.is_missed)):
        missed = tuple(group)
        if is_missed and len(missed) >= at_least:
            runs.append(MissedRun(agency, missed[0].start, missed[-1].start, len(missed), missed))
    return sorted(runs, key=lambda run: (-run.count, run.first, run.agency))
