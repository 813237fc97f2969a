"""The pack for one recipient: made when it is asked for, from what is sealed on the file."""

import hashlib
import io
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Max
from pypdf import PdfReader, PdfWriter

from boards.govuk.words import counted, moment_on_paper
from boards.models import User
from records.downloads import require_released
from reviews.meetings.actions import actions_before
from reviews.meetings.blocks import typeset
from reviews.meetings.marking import marking_on
from reviews.meetings.pack.papers import Pages, pages_of
from reviews.meetings.pack.stamping import Stamp, stamp
from reviews.models import AgendaItem, AgendaPaper, Meeting, PackCopy
from reviews.noting import log_about

HANDLING = (
    "This copy is for the person named above alone. Their name and its number stand on every page.",
    "Keep it locked away or encrypted, do not copy or forward it, and return or destroy it after "
    "the meeting.",
)


@dataclass(frozen=True)
class Paper:
    """A paper with its number and the pages that it takes up in the pack."""

    number: int
    paper: AgendaPaper
    pages: Pages
    first: int = 0

    @property
    def title(self) -> str:
        return f"Paper {self.number}: {self.paper.version.document.title}"

    @property
    def line(self) -> str:
        last = self.first + self.pages.count - 1
        where = f"page {self.first}" if last == self.first else f"pages {self.first} to {last}"
        slip = ", enclosed separately" if self.pages.is_slip else ""
        return f"{self.title} (version {self.paper.version.number}), {where}{slip}"


def make_copy(
    meeting: Meeting, recipient: str, *, by: User, at: datetime
) -> tuple[PackCopy, bytes]:
    """A numbered copy was made for the recipient; its content is returned and not kept.

    Whose copy a paper is can be told by its watermark, and a file by its checksum.
    """
    with transaction.atomic():
        Meeting.objects.select_for_update(no_key=True).get(pk=meeting.pk)
        number = (meeting.copies.aggregate(n=Max("number"))["n"] or 0) + 1
        pages, pdf = bind(meeting, recipient, number, at=at)
        copy = PackCopy.objects.create(
            meeting=meeting,
            number=number,
            recipient=recipient,
            pages=pages,
            sha256=hashlib.sha256(pdf).hexdigest(),
            by=by,
            at=at,
        )
        sentence = f"{copy} was made ({counted(pages, 'page')})."
        log_about(meeting.review, "export", sentence, by=by, at=at, copy=number, to=recipient)
    return copy, pdf


def bind(meeting: Meeting, recipient: str, number: int, *, at: datetime) -> tuple[int, bytes]:
    """Return how many pages the pack has, and the pack."""
    items = meeting.agenda_items()
    papers = _read(items)
    front = _front(meeting, items, papers, recipient, number, at=at)
    # Where the papers begin follows from the length of the agenda, which names their pages.
    papers = _placed(papers, _length(front))
    front = _front(meeting, items, papers, recipient, number, at=at)
    writer = PdfWriter()
    writer.append(PdfReader(io.BytesIO(front)), import_outline=False)
    writer.add_outline_item(title="Cover", page_number=0)
    writer.add_outline_item(title="Agenda", page_number=1)
    for paper in papers:
        writer.append(PdfReader(io.BytesIO(paper.pages.pdf)), import_outline=False)
        writer.add_outline_item(title=paper.title, page_number=paper.first - 1)
    reference = meeting.review.reference
    watermark = f"{recipient} – copy {number}"
    stamp(writer, Stamp(marking_on(meeting.on), watermark, f"{reference}, {meeting}"))
    writer.add_metadata({"/Title": f"Papers of {meeting}, {reference}, copy {number}"})
    out = io.BytesIO()
    writer.write(out)
    return len(writer.pages), out.getvalue()


def _read(items: list[AgendaItem]) -> list[Paper]:
    tabled = [paper for item in items for paper in item.papers.all()]
    return [
        Paper(number, paper, _pages(number, paper), first=0)
        for number, paper in enumerate(tabled, 1)
    ]


def _pages(number: int, paper: AgendaPaper) -> Pages:
    version = paper.version
    require_released(version.file)
    title = f"Paper {number}: {version.document.title}"
    return pages_of(title, version.file.name, version.file.read())


def _placed(papers: list[Paper], front: int) -> list[Paper]:
    placed, first = [], front + 1
    for paper in papers:
        placed.append(Paper(paper.number, paper.paper, paper.pages, first))
        first += paper.pages.count
    return placed


def _front(
    meeting: Meeting,
    items: list[AgendaItem],
    papers: list[Paper],
    recipient: str,
    number: int,
    *,
    at: datetime,
) -> bytes:
    """Return the cover and the agenda as a PDF."""
    review = meeting.review
    actions = [f"{a.number}. {a.what} – {a.who}" for a in actions_before(meeting)]
    content = {
        "title": f"Papers for {meeting}",
        "board": review.board.name,
        "reference": review.reference,
        "marking": marking_on(meeting.on),
        "facts": [
            ["Meeting", meeting.when],
            ["Place", meeting.where],
            ["Chair", meeting.chair],
            ["Recipient", recipient],
            ["Copy", str(number)],
            ["Made", moment_on_paper(at)],
        ],
        "handling": HANDLING,
        "items": [
            {
                "number": position,
                "title": item.title,
                "lead": item.lead,
                "minutes": str(item.minutes or ""),
                "papers": [paper.line for paper in papers if paper.paper.item_id == item.pk],
                "actions": actions if item.is_actions else [],
            }
            for position, item in enumerate(items, 1)
        ],
    }
    return typeset("front.typ", content)


def _length(pdf: bytes) -> int:
    return len(PdfReader(io.BytesIO(pdf)).pages)
