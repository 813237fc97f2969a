"""The minutes on paper, as Word and as PDF. People are named by job title and employer."""

from typing import IO

from boards.govuk.words import on_paper
from reviews.meetings.blocks import Block, bullet, heading, set_blocks, table, text
from reviews.meetings.marking import marking_on
from reviews.models import Attendance, Invitee, Meeting, Minutes


def title_of(minutes: Minutes) -> str:
    return f"Minutes of {minutes.meeting}, {minutes.meeting.review.reference}"


def state_of(minutes: Minutes) -> str:
    """Return "Agreed at Panel meeting 3 on 1 May 2010", or which draft it is."""
    if minutes.agreed_at is None:
        return f"Draft, version {minutes.version}: not yet agreed"
    return f"Agreed at {minutes.agreed_at} on {on_paper(minutes.agreed_at.on)}"


def blocks_of(minutes: Minutes) -> list[Block]:
    """Return all that the minutes say: who came, each item, decisions and actions."""
    meeting = minutes.meeting
    said: list[Block] = [
        text(f"{meeting.when}. {meeting.place or meeting.link}. Chair: {meeting.chair}."),
        text(f"{state_of(minutes)}."),
        heading("Who came", 2),
        *_attendance(meeting),
    ]
    for number, minute in enumerate(minutes.texts, 1):
        said.append(heading(f"{number}. {minute['title']}", 2))
        said += [text(part) for part in minute["text"].splitlines() if part.strip()]
    decisions = list(meeting.decisions.all())
    if decisions:
        said += [heading("Decisions", 2), *(bullet(f"{d.number}. {d.text}") for d in decisions)]
    if actions := list(meeting.actions.order_by("number")):
        rows = [["", "Action", "Who", "By", "Done"]]
        rows += [
            [str(a.number), a.what, a.who, on_paper(a.due_on), on_paper(a.done_on)] for a in actions
        ]
        said += [heading("Actions", 2), table(rows)]
    return said


def _attendance(meeting: Meeting) -> list[Block]:
    people = list(meeting.invitees.open())
    rows = [[i.as_what, _came(i)] for i in people if i.attendance]
    said = [table([["Who", "Attendance"], *rows])] if rows else [text("Not recorded yet.")]
    return [*said, text(meeting.quoracy)] if meeting.quoracy else said


def _came(invitee: Invitee) -> str:
    if invitee.attendance == Attendance.DEPUTY:
        return f"Deputy: {invitee.deputy}"
    return invitee.get_attendance_display()


def as_pdf(minutes: Minutes) -> bytes:
    return set_blocks(
        title_of(minutes),
        blocks_of(minutes),
        head=marking_on(minutes.meeting.on),
        foot=minutes.meeting.review.reference,
    )


def write_word(minutes: Minutes, to: IO[bytes]) -> None:
    """The minutes stand in `to`, with headings and tables of Word's own."""
    from docx import Document

    document = Document()
    section = document.sections[0]
    section.header.paragraphs[0].text = marking_on(minutes.meeting.on)
    section.footer.paragraphs[0].text = minutes.meeting.review.reference
    document.core_properties.title = title_of(minutes)
    document.core_properties.author = minutes.meeting.review.board.name
    document.core_properties.language = "en-GB"
    document.add_heading(title_of(minutes), 0)
    for block in blocks_of(minutes):
        _write(document, block)
    document.save(to)


def _write(document: object, block: Block) -> None:
    if block["kind"] == "heading":
        document.add_heading(_printable(block["text"]), block["level"])
    elif block["kind"] == "table":
        rows = block["rows"]
        made = document.add_table(len(rows), len(rows[0]), style="Table Grid")
        for row, cells in zip(made.rows, rows, strict=True):
            for cell, words in zip(row.cells, cells, strict=True):
                cell.text = _printable(words)
    else:
        style = "List Bullet" if block["kind"] == "bullet" else None
        document.add_paragraph(_printable(block["text"]), style)


def _printable(words: str) -> str:
    """Return the words without what XML cannot hold."""
    return "".join(c for c in words if c.isprintable() or c in "\n\t")
