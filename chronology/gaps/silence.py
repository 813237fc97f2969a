"""When the child was not seen, not seen alone and not heard, and all silence in one answer."""

from collections.abc import Iterable
from dataclasses import dataclass

from chronology.gaps.contacts import Contact, Scope
from chronology.gaps.missed import MissedRun, missed_runs
from chronology.gaps.spans import Gap, countable, spans, spans_by_agency

COLUMN = "column"


@dataclass(frozen=True, slots=True)
class Silence:
    """Each list longest first; the last two are the last contacts at which it is recorded."""

    all_agencies: list[Gap]
    by_agency: dict[str, list[Gap]]
    not_seen: list[Gap]
    not_seen_by_column: list[Gap]
    not_seen_alone: list[Gap]
    not_heard: list[Gap]
    missed: list[MissedRun]
    last_seen: Contact | None
    last_heard: Contact | None


def silence(
    contacts: Iterable[Contact], *, scope: Scope | None = None, at_least: int = 1
) -> Silence:
    """Everything that is asked about silence, from one pass over the entries."""
    rows = countable(contacts, scope)
    return Silence(
        all_agencies=spans(rows, at_least=at_least),
        by_agency=spans_by_agency(rows, at_least=at_least),
        not_seen=spans_not_seen(rows, at_least=at_least),
        not_seen_by_column=spans_not_seen(rows, at_least=at_least, by_column_only=True),
        not_seen_alone=spans_not_seen_alone(rows, at_least=at_least),
        not_heard=spans_not_heard(rows, at_least=at_least),
        missed=missed_runs(rows),
        last_seen=last_seen(rows),
        last_heard=last_heard(rows),
    )


def spans_not_seen(
    contacts: Iterable[Contact],
    *,
    scope: Scope | None = None,
    at_least: int = 1,
    by_column_only: bool = False,
) -> list[Gap]:
    """Spans between two contacts at which the child was seen, whoever saw them.

    With `by_column_only`, only what an agency put in its "child seen" column counts.
    """
    seen = (
        one
        for one in contacts
        if one.child_seen and (one.seen_from == COLUMN or not by_column_only)
    )
    return spans(seen, scope=scope, at_least=at_least)


def spans_not_seen_alone(
    contacts: Iterable[Contact], *, scope: Scope | None = None, at_least: int = 1
) -> list[Gap]:
    """Spans between two contacts at which the child was seen without their carers."""
    return spans((one for one in contacts if one.seen_alone), scope=scope, at_least=at_least)


def spans_not_heard(
    contacts: Iterable[Contact], *, scope: Scope | None = None, at_least: int = 1
) -> list[Gap]:
    """Spans between two contacts that record what the child said or wished."""
    return spans((one for one in contacts if one.child_heard), scope=scope, at_least=at_least)


def last_seen(contacts: Iterable[Contact], scope: Scope | None = None) -> Contact | None:
    """The last contact at which the child was seen: the first given of those on one day."""
    return _last((one for one in contacts if one.child_seen), scope)


def last_heard(contacts: Iterable[Contact], scope: Scope | None = None) -> Contact | None:
    """The last contact that records what the child said or wished."""
    return _last((one for one in contacts if one.child_heard), scope)


def _last(contacts: Iterable[Contact], scope: Scope | None) -> Contact | None:
    return max(countable(contacts, scope), key=lambda one: one.start, default=None)
