"""When overview report, summary and action plan are ready for the board."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from boards.govuk.words import counted
from reviews.models.report import Report, ReportKind

if TYPE_CHECKING:
    from reviews.models import Review


def _latest(review: "Review") -> dict[str, Report]:
    """Return the last complete version of each report."""
    return {report.kind: report for report in review.reports.select_related("draft")}


def final_set_is_complete(review: "Review") -> Iterator[str]:
    done = _latest(review)
    drafts = {draft.kind: draft for draft in review.report_drafts.all()}
    for kind in ReportKind:
        report, draft = done.get(kind), drafts.get(kind)
        if report is None:
            yield f"Record that the {kind.label.lower()} is complete."
        elif draft is not None and report.draft_id != draft.pk:
            yield (
                f"Draft {draft.number} of the {kind.label.lower()} was issued after version "
                f"{report.version} was completed: record that it is complete."
            )


def final_set_is_signed_off(review: "Review") -> Iterator[str]:
    done = _latest(review)
    for kind in ReportKind:
        if kind in done and done[kind].signed_off_at is None:
            yield f"The panel chair has not signed off the {kind.label.lower()}."


def comments_are_settled(review: "Review") -> Iterator[str]:
    opened = review.report_drafts.filter(round__isnull=False, round__closed_at=None)
    for draft in opened.select_related("round"):
        unresolved = draft.round.comments.unresolved().count()
        what = f"draft {draft.number} of the {draft.get_kind_display().lower()}"
        if unresolved:
            verb = "is" if unresolved == 1 else "are"
            yield f"{counted(unresolved, 'comment')} on {what} {verb} not resolved."
        else:
            yield f"Close the comments on {what}."
