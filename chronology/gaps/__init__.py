"""Silence: spans without contact, without the child being seen, alone or heard; missed runs."""

from chronology.gaps.contacts import Contact, Scope
from chronology.gaps.missed import MissedRun, missed_runs
from chronology.gaps.silence import (
    Silence,
    last_heard,
    last_seen,
    silence,
    spans_not_heard,
    spans_not_seen,
    spans_not_seen_alone,
)
from chronology.gaps.spans import (
    Gap,
    countable,
    open_spans,
    spans,
    spans_by_agency,
    spans_by_person,
)

__all__ = [
    "Contact",
    "Gap",
    "MissedRun",
    "Scope",
    "Silence",
    "countable",
    "last_heard",
    "last_seen",
    "missed_runs",
    "open_spans",
    "silence",
    "spans",
    "spans_by_agency",
    "spans_by_person",
    "spans_not_heard",
    "spans_not_seen",
    "spans_not_seen_alone",
]
