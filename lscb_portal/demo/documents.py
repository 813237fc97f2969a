"""A few documents on the demo's cases: small, and of several kinds."""

import io
from datetime import timedelta

from docx import Document as WordDocument

from boards.roles import Coordinator, Manager, OverviewAuthor, PanelChair
from lscb_portal.demo.story import Story
from records.kinds import DOCX, PDF, TEXT, FileKind
from records.models import Document
from reviews.models import CaseDocument, DocumentKind, ReleaseCopy
from reviews.models.case_document import DocumentVersion
from reviews.places import WITHOUT_FILE

MINUTES = """Present: the panel chair, the overview author, three agencies.

1. The panel went through the chronology to the end of the first year.
2. The health overview report is to come by the next meeting.
3. Next meeting: in four weeks.
"""


def tell_documents(story: Story) -> None:
    """A case that has a file has minutes of two versions, a letter, and a copy for release."""
    if story.review.state in WITHOUT_FILE or story.case.until == "open":
        return
    _file(story, DocumentKind.MINUTES, "Minutes of the first panel meeting", "minutes.txt", TEXT)
    minutes = _file(
        story, DocumentKind.PAPER, "Draft of the questions for agencies", "questions.docx", DOCX
    )
    second = minutes.document.add_version(
        io.BytesIO(word("Questions for agencies", "What did each agency know? Who saw the child?")),
        name="questions-2.docx",
        media_type=DOCX.media_type,
        note="As the panel changed them",
        by=story.who(PanelChair, Coordinator),
        at=story.at,
    )
    _file(story, DocumentKind.LETTER, "Letter that opened the review", "letter.pdf", PDF)
    _release(story, second)


def word(heading: str, text: str) -> bytes:
    paper, content = WordDocument(), io.BytesIO()
    paper.add_heading(heading)
    paper.add_paragraph(text)
    paper.save(content)
    return content.getvalue()


def pdf(text: str) -> bytes:
    """Return a PDF of one page with one line."""
    line = f"BT /F1 14 Tf 72 760 Td ({text}) Tj ET".encode()
    parts = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
        b"/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>",
        b"<</Length %d>>stream\n%b\nendstream" % (len(line), line),
    ]
    content, starts = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        starts.append(len(content))
        content += b"%d 0 obj%b\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    end = (
        b"xref\n0 5\n0000000000 65535 f \n%btrailer<</Size 5/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n"
    )
    return content + end % (table, len(content))


CONTENTS = {
    "minutes.txt": MINUTES.encode,
    "questions.docx": lambda: word("Questions for agencies", "What did each agency know?"),
    "letter.pdf": lambda: pdf("The board has begun a Serious Case Review."),
}


def _file(story: Story, kind: str, title: str, name: str, is_a: FileKind) -> DocumentVersion:
    return CaseDocument.file(
        story.review,
        io.BytesIO(CONTENTS[name]()),
        kind=kind,
        title=title,
        name=name,
        media_type=is_a.media_type,
        by=story.who(Coordinator),
        at=story.at,
    )


def _release(story: Story, version: DocumentVersion) -> None:
    """A redacted copy of the version is checked, and may go out for a while."""
    by = story.who(OverviewAuthor, Coordinator)
    kept = Document.keep(
        io.BytesIO(pdf("Questions for agencies, without names")),
        name="questions-redacted.pdf",
        media_type=PDF.media_type,
        board=story.board,
        by=by,
        at=story.at,
    )
    copy = ReleaseCopy.objects.create(
        source=version,
        file=kept,
        recipient="The family",
        reason="The family asked what the agencies are being asked.",
        expires_on=story.today + timedelta(days=60),
        by=by,
        at=story.at,
    )
    copy.check_by(story.who(Manager), at=story.at)
