"""The documents of the demo's final sets: small, real files that say that they are fictional."""

from collections.abc import Callable
from datetime import timedelta
from functools import cache
from io import BytesIO

from boards.models import Agency
from boards.roles import Chair, Coordinator, Manager, PanelChair
from lscb_portal.demo.reports import complete_report
from lscb_portal.demo.story import Story
from reviews.models import CaseDocument, CommissionKind, DocumentKind, Grade, ReportKind
from reviews.statutory import HEADINGS

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
FICTIONAL = "Fictional: made for trying the portal. No child, family or agency is described."
Maker = Callable[[str, str], bytes]


@cache
def as_word(title: str, text: str) -> bytes:
    """Return a Word document of a title and a paragraph."""
    from docx import Document

    document, made = Document(), BytesIO()
    document.add_heading(title, level=1)
    document.add_paragraph(FICTIONAL)
    document.add_paragraph(text)
    document.save(made)
    return made.getvalue()


@cache
def as_pdf(title: str, text: str) -> bytes:
    """Return a PDF of a title and a paragraph, given as data and never read as markup."""
    import typst

    page = (
        '#set document(title: sys.inputs.title)\n#set text(lang: "en")\n'
        "#heading(sys.inputs.title)\n\n#sys.inputs.fictional\n\n#sys.inputs.text\n"
    )
    said = {"title": title, "text": text, "fictional": FICTIONAL}
    return typst.compile(page.encode(), sys_inputs=said, pdf_standards="ua-1")


FILES: dict[str, tuple[Maker, str, str]] = {
    DocumentKind.SUMMARY: (as_pdf, ".pdf", "application/pdf"),
}
IN_WORD = (as_word, ".docx", DOCX)


def file_contributions(story: Story) -> None:
    """What each agency wrote is on file."""
    asked = story.review.commissions.filter(kind=CommissionKind.IMR, returned_on__isnull=False)
    for commission in asked.select_related("agency"):
        _file(story, DocumentKind.IMR, "What our records say, and why.", commission.agency)


def assess(story: Story) -> None:
    """The panel chair says beforehand which grade an inspector would give."""
    headings = {
        heading.code: (Grade.GOOD, "The questions under this heading can be answered with yes.")
        for heading in HEADINGS
    }
    headings["family"] = (Grade.ADEQUATE, "The family was asked late, and one parent declined.")
    story.record(
        "assess_readiness",
        PanelChair,
        Manager,
        on=story.day,
        grade=Grade.GOOD,
        reasons="Two headings could be stronger; none is weak.",
        headings=headings,
    )


def sign(story: Story) -> None:
    """The Chair signs for the board what it has before it."""
    before = story.review.final_sets.get(standing="open")
    statement = "The board agreed the set at its meeting, without a dissenting voice."
    facts = {"on": story.day, "digest": before.digest, "statement": statement}
    story.move("ratify", Chair, **facts)


def send_back_and_put_again(story: Story) -> None:
    """The board wanted a better summary and has it now."""
    story.day += timedelta(days=5)
    summary = story.review.final_sets.get().items.get(kind=DocumentKind.SUMMARY)
    about = {str(summary.position): "It does not say how the family took part."}
    story.move("send_back", Manager, reasons="Close, but not yet.", about=about)
    story.day += timedelta(days=4)
    complete_report(story, ReportKind.SUMMARY, "As the chronologies show, and the family said.")
    story.move("put_to_board", Coordinator)


def _file(story: Story, kind: DocumentKind, text: str, agency: Agency | None = None) -> None:
    make, ending, media_type = FILES.get(kind, IN_WORD)
    title = f"{kind.label}, {agency}" if agency else kind.label
    CaseDocument.file_next(
        story.review,
        BytesIO(make(title, text)),
        kind=kind,
        agency=agency,
        name=f"{kind.label}{ending}",
        media_type=media_type,
        by=story.who(Coordinator),
        at=story.at,
    )
