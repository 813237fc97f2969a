"""An issued draft as a file to take away: Word from the board's template, or PDF."""

from datetime import date
from pathlib import Path

from boards.govuk.words import on_paper
from boards.models import Agency
from records.pdf import set_pages
from reviews.models import ReportDraft, Review, WordTemplate
from reviews.word.context import fields_of, fields_of_draft
from reviews.word.filling import fill
from reviews.word.kinds import MARKING, PaperKind, portals_own

PAGE = Path(__file__).with_name("draft.typ")


def template_of(review: Review, kind: str) -> bytes:
    """Return the board's template in use, or the portal's own."""
    used = WordTemplate.objects.filter(board=review.board_id, kind=kind).in_use().first()
    return used.file.read() if used else portals_own(kind)


def paper_of(review: Review, kind: str, *, on: date, agency: Agency | None = None) -> bytes:
    """Return a letter or form about the case; raises WrongTemplate."""
    return fill(template_of(review, kind), fields_of(review, on=on, agency=agency))


def word_of(draft: ReportDraft, *, on: date) -> bytes:
    """Return the draft as a Word document; raises WrongTemplate."""
    fields = fields_of(draft.review, on=on) | fields_of_draft(draft)
    return fill(template_of(draft.review, PaperKind.REPORT), fields)


def pdf_of(draft: ReportDraft) -> bytes:
    """Return the draft as a tagged PDF."""
    review = draft.review
    content = {
        "title": f"{draft.get_kind_display()}, draft {draft.number}",
        "board": review.board.name,
        "reference": review.reference,
        "marking": MARKING,
        "notes": [
            f"{review.board.name}. Review {review.reference}.",
            f"Issued on {on_paper(draft.at)}.",
        ],
        "sections": [
            {"title": heading.title, "lines": version.lines} for heading, version in draft.written()
        ],
    }
    return set_pages(PAGE, content)
