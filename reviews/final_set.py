"""When overview report, summary and action plan are ready for the board."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from boards.govuk.words import counted
from reviews.models.report import ReportKind

if TYPE_CHECKING:
    from reviews.known import Known


def final_set_is_complete(known: "Known") -> Iterator[str]:
    for kind in ReportKind:
        report, draft = known.complete.get(kind), known.last_drafts.get(kind)
        if report is None:
            yield f"Record that the {kind.label.lower()} is complete."
        elif draft is not None and report.draft_id != draft.pk:
            yield (
                f"Draft {draft.number} of the {kind.label.lower()} was issued after version "
                f"{report.version} was completed: record that it is complete."
            )


def final_set_is_signed_off(known: "Known") -> Iterator[str]:
    done = known.complete
    for kind in ReportKind:
        if kind in done and done[kind].signed_off_at is None:
            yield f"The panel chair has not signed off the {kind.label.lower()}."


def comments_are_settled(known: "Known") -> Iterator[str]:
    for draft in known.drafts:
        if not draft.is_open_for_comments:
            continue
        what = f"draft {draft.number} of the {draft.get_kind_display().lower()}"
        if draft.unresolved:
            verb = "is" if draft.unresolved == 1 else "are"
            yield f"{counted(draft.unresolved, 'comment')} on {what} {verb} not resolved."
        else:
            yield f"Close the comments on {what}."
