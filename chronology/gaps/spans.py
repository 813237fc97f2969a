"""The longest spans between two contacts, in days from the end of one to the start of the next."""

from collections import defaultdict
from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from chronology.gaps.contacts import Contact, Scope

Key = TypeVar("Key", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Gap:
    """Nothing is recorded between `start`, the last day of one contact, and `end`, the next.

    `before` and `after` are the ids of those contacts: of several on one day, the first given.
    None is the beginning or the end of what is looked into, where no contact ends the span.
    """

    start: date
    end: date
    days: int
    before: Hashable | None
    after: Hashable | None


def countable(contacts: Iterable[Contact], scope: Scope | None = None) -> list[Contact]:
    """The contacts whose days are known and within the scope, in order of their first day."""
    return sorted((one for one in contacts if one.is_counted(scope)), key=lambda one: one.start)


def spans(
    contacts: Iterable[Contact],
    *,
    scope: Scope | None = None,
    at_least: int = 1,
    longest: int | None = None,
) -> list[Gap]:
    """Gaps of `at_least` days, longest first, the earlier of equals first.

    A contact that lasts several days leaves no gap until the last of them. `longest` cuts the list.
    """
    found = []
    last: Contact | None = None
    for one in countable(contacts, scope):
        if last and (days := (one.start - last.end).days) >= max(at_least, 1):
            found.append(Gap(last.end, one.start, days, last.id, one.id))
        if last is None or one.end > last.end:
            last = one
    found.sort(key=lambda gap: (-gap.days, gap.start))
    return found[:longest]


def open_spans(contacts: Iterable[Contact], within: tuple[date, date]) -> list[Gap]:
    """The span until the first contact and the one since the last, or the whole where none is.

    Of at least a day; contacts beyond the first and last day of `within` are not counted.
    """
    rows = countable(contacts, within)
    first, last = within
    if not rows:
        found = [Gap(first, last, (last - first).days, None, None)]
    else:
        newest = max(rows, key=lambda one: one.end)
        found = [
            Gap(first, rows[0].start, (rows[0].start - first).days, None, rows[0].id),
            Gap(newest.end, last, (last - newest.end).days, newest.id, None),
        ]
    return [gap for gap in found if gap.days > 0]


def spans_by_agency(
    contacts: Iterable[Contact],
    *,
    scope: Scope | None = None,
    at_least: int = 1,
    longest: int | None = None,
) -> dict[str, list[Gap]]:
    """The spans of each agency on its own, agencies in order of their first contact given."""
    groups = _grouped((one.agency, one) for one in contacts)
    return {
        agency: spans(group, scope=scope, at_least=at_least, longest=longest)
        for agency, group in groups.items()
    }


def spans_by_person(
    contacts: Iterable[Contact], *, scope: Scope | None = None, at_least: int = 1
) -> dict[Hashable, list[Gap]]:
    """The spans in which no entry is about that person, for each of the contacts' `people`."""
    groups = _grouped((person, one) for one in contacts for person in dict.fromkeys(one.people))
    return {
        person: spans(group, scope=scope, at_least=at_least) for person, group in groups.items()
    }


def _grouped(pairs: Iterable[tuple[Key, Contact]]) -> dict[Key, list[Contact]]:
    groups: dict[Key, list[Contact]] = defaultdict(list)
    for key, one in pairs:
        groups[key].append(one)
    return groups
