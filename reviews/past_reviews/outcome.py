"""What an import came to, as the command prints it and the page shows it."""

from collections.abc import Sequence
from typing import Any

from reviews.past_reviews.plan import Verdict
from reviews.past_reviews.reading import Sheet
from reviews.past_reviews.stage import furthest
from reviews.states import State

Outcome = dict[str, Any]
"""accepted, unchanged: counts; rejected: [{row, review_name, reasons}];
warnings: [{row, review_name, column, warning}], those of the file as a whole with row None;
reviews: [{row, review_name, board, state, because, until, reference}], the reference None in a
preview and `until` the day to which completion was extended, in words;
extended: [{row, review_name, reference, until}], of those brought in before.
Rows are counted as a spreadsheet does: the headings are row 1."""


def outcome_of(
    sheet: Sheet, verdicts: Sequence[Verdict], references: dict[int, str] | None = None
) -> Outcome:
    """Return the outcome of verdicts; `references` has the review made of each row, by number."""
    new = [verdict for verdict in verdicts if verdict.is_new]
    return {
        "accepted": len(new),
        "unchanged": sum(1 for verdict in verdicts if verdict.kept and not verdict.extends),
        "extended": [
            _named(verdict) | {"reference": verdict.kept, "until": _until(verdict)}
            for verdict in verdicts
            if verdict.extends and not verdict.is_refused
        ],
        "rejected": [
            _named(verdict) | {"reasons": list(verdict.reasons)}
            for verdict in verdicts
            if verdict.is_refused
        ],
        "warnings": [
            {"row": None, "review_name": "", "column": None, "warning": warning}
            for warning in sheet.warnings
        ]
        + [
            _named(verdict) | {"column": column, "warning": warning}
            for verdict in verdicts
            if verdict.is_new or (verdict.extends and not verdict.is_refused)
            for column, warning in verdict.doubts
        ],
        "reviews": [_review(verdict, references or {}) for verdict in new],
    }


def _named(verdict: Verdict) -> Outcome:
    return {"row": verdict.row.number, "review_name": verdict.name}


def _review(verdict: Verdict, references: dict[int, str]) -> Outcome:
    state, because = furthest(verdict.facts)
    return _named(verdict) | {
        "board": str(verdict.board),
        "state": state.value,
        "because": because,
        "until": _until(verdict),
        "reference": references.get(verdict.row.number),
    }


def _until(verdict: Verdict) -> str:
    extended_to = verdict.facts.extended_to
    return extended_to.spoken if extended_to else ""


def summary(outcome: Outcome) -> str:
    """Return "31 accepted, 1 unchanged, 2 refused", and how many were extended if any were."""
    refused, extended = len(outcome["rejected"]), len(outcome.get("extended", ()))
    said = f"{outcome['accepted']} accepted, {outcome['unchanged']} unchanged, {refused} refused"
    return f"{said}, {extended} given an extension" if extended else said


def by_row(outcome: Outcome) -> list[Outcome]:
    """Return the accepted reviews, each with its state in words and its own warnings."""
    warnings: dict[int, list[Outcome]] = {}
    for warning in outcome["warnings"]:
        warnings.setdefault(warning["row"], []).append(warning)
    return [
        review
        | {"state": State(review["state"]).label, "warnings": warnings.get(review["row"], [])}
        for review in outcome["reviews"]
    ]
