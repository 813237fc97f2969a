"""The whole chronology as one JSON document: entries, links, conflicts, refusals and silence.

`child_seen` is what an agency put in its column; `child_seen_in_words` what its text says where it
has put nothing there, `child_seen_from` whether they say it, imply it or leave a child unnamed.
Spans in which the child was not seen count both, but no child who is not named.
"""

from collections.abc import Iterable
from typing import Any

from django.core.serializers.json import DjangoJSONEncoder

from chronology.contacts import contact_of
from chronology.gaps import Gap, silence
from chronology.handed_in import HandedIn
from chronology.models import Entry, LinkStatus, RowProblem, SameEvent
from chronology.scope import OUT_OF_SCOPE, Period, scope_of
from chronology.wording import TEXTS, Wording, quoting
from reviews.models import Review

COLUMN = "column"
DOUBT = "doubt"
Facts = dict[str, Any]


def as_json(review: Review, entries: list[Entry], wording: Wording) -> str:
    """Return the document of design's command line, in the order of the chronology."""
    told = whole(review, entries, wording)
    return (
        "{\n" + ",\n".join(f"{_json(name)}: {_lines(said)}" for name, said in told.items()) + "\n}"
    )


def _lines(said: Any) -> str:
    """A list has a line for each of its things: quick to write, and to read and compare."""
    if not isinstance(said, list) or not said:
        return _json(said)
    return "[\n" + ",\n".join(map(_json, said)) + "\n]"


_json = DjangoJSONEncoder(ensure_ascii=False).encode


def whole(review: Review, entries: list[Entry], wording: Wording) -> Facts:
    """Return all there is to say of these entries; links to others are left out."""
    scope = scope_of(review)
    handed_in = HandedIn.of(review).agencies
    pairs = _pairs(review, {entry.pk: entry for entry in entries})
    silent = silence([contact_of(entry, wording.agency(entry)) for entry in entries], scope=scope)
    return {
        "review": review.reference,
        "anonymised": wording.is_anonymised,
        "scope": list(scope) if scope else None,
        "entries": [
            _entry(entry, wording) | {"handed_in": entry.agency_id in handed_in}
            for entry in entries
        ],
        "same_event": [_pair(pair, wording) for pair in pairs],
        "conflicts": [
            {"entries": [pair.first_id, pair.second_id], "standing": pair.standing}
            | {name: words(str(said)) for name, said in difference.items()}
            for pair in pairs
            for words in [quoting(wording, pair)]
            for difference in pair.differences
        ],
        "rejected": [*_problems(review, wording), *_beyond(entries, scope, wording)],
        "gaps": {
            "all": _spans(silent.all_agencies),
            "by_agency": {name: _spans(gaps) for name, gaps in silent.by_agency.items()},
            "child_not_seen": _spans(silent.not_seen),
            "child_not_seen_by_column": _spans(silent.not_seen_by_column),
            "child_not_seen_alone": _spans(silent.not_seen_alone),
            "child_not_heard": _spans(silent.not_heard),
        },
    }


def _entry(entry: Entry, wording: Wording) -> Facts:
    told = wording.tell(entry)
    return {
        "id": entry.pk,
        "key": wording.place(entry.key),
        "agency": wording.agency(entry),
        "file": wording.place(entry.key).split("#", 1)[0],
        "table": int(entry.table) if entry.table.isdecimal() else entry.table or None,
        "row": entry.row,
        "date_start": entry.date_start,
        "date_end": entry.date_end,
        "precision": entry.precision,
        "date_raw": wording.date_raw(entry),
        "time": f"{entry.time:%H:%M}" if entry.time else None,
        "time_end": f"{entry.time_end:%H:%M}" if entry.time_end else None,
        "time_precision": entry.time_precision or None,
        "time_raw": wording.time_raw(entry),
        **{name: getattr(told, name) for name in TEXTS},
        "child_seen": entry.child_seen if entry.child_seen_from == COLUMN else None,
        "child_seen_in_words": None if entry.child_seen_from == COLUMN else entry.child_seen,
        "child_seen_from": entry.child_seen_from or None,
        "seen_alone": entry.seen_alone,
        "child_heard": entry.child_heard,
        "missed": entry.is_missed,
        "significance": entry.significance,
        "same_as_above": entry.is_same_as_above,
        "year_inferred": entry.is_year_inferred,
        "flags": entry.flags,
    }


def _pairs(review: Review, shown: dict[int, Entry]) -> list[SameEvent]:
    """Return the links proposed or confirmed between entries that are shown."""
    links = SameEvent.objects.filter(review=review).exclude(status=LinkStatus.REJECTED).standing()
    pairs = [link for link in links if {link.first_id, link.second_id} <= shown.keys()]
    for pair in pairs:
        pair.first, pair.second = shown[pair.first_id], shown[pair.second_id]
    return pairs


def _pair(link: SameEvent, wording: Wording) -> Facts:
    words = quoting(wording, link)
    return {
        "entries": [link.first_id, link.second_id],
        "score": link.score,
        "reasons": [words(reason) for reason in link.reasons],
        "status": link.status,
    }


def _problems(review: Review, wording: Wording) -> list[Facts]:
    """Return the rows of the files in force that were refused or flagged, once each."""
    rows: dict[str, Facts] = {}
    problems = RowProblem.objects.in_force(review).exclude(reason=OUT_OF_SCOPE)
    for problem in problems.exclude(fate=DOUBT):
        place = rows.setdefault(
            problem.key, _refusal(wording.place(problem.key), problem.row, problem.fate)
        )
        place["reasons"].append(problem.reason)
        if not wording.is_anonymised:
            place["raw"] = problem.raw
    return list(rows.values())


def _beyond(entries: Iterable[Entry], scope: Period | None, wording: Wording) -> list[Facts]:
    """Return the entries outside the scope as it is now: it may be agreed after they came."""
    if scope is None:
        return []
    first, last = scope
    return [
        _refusal(wording.place(entry.key), entry.row, "flag") | {"reasons": [OUT_OF_SCOPE]}
        for entry in entries
        if entry.date_end < first or entry.date_start > last
    ]


def _refusal(key: str, row: int | None, fate: str) -> Facts:
    return {"key": key, "file": key.split("#", 1)[0], "row": row, "expected": fate, "reasons": []}


def _spans(gaps: Iterable[Gap]) -> list[Facts]:
    return [{"start": gap.start, "end": gap.end, "days": gap.days} for gap in gaps]
