"""The papers of a meeting as one PDF, read back as a PDF reader reads it."""

import io
import time as clock
from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from boards.roles import Coordinator
from reviews.meetings.blocks import set_blocks, text
from reviews.meetings.marking import marking_on
from reviews.meetings.pack.papers import pages_of
from reviews.models import Meeting
from tests.factories import a_review, person
from tests.reviews.meeting_scenes import a_meeting, a_paper, minutes_of
from tests.reviews.test_case_page import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff():
    return person(Coordinator, user={"full_name": "Carla Quill"})


@pytest.fixture
def meeting(staff) -> Meeting:
    return a_meeting(a_review(staff.seats()[0].board, owner=staff), by=staff)


def a_pdf(pages: int, *, turned: int = 0, password: str = "") -> bytes:
    writer = PdfWriter()
    writer.append(io.BytesIO(set_blocks("Report", [text("word " * 900)] * pages)))
    while len(writer.pages) > pages:
        del writer.pages[len(writer.pages) - 1]
    for page in writer.pages:
        page.rotate(turned)
    if password:
        writer.encrypt(password)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def a_word_file() -> bytes:
    document, out = Document(), io.BytesIO()
    document.add_heading("What the surgery knew", 1)
    document.add_paragraph("Seen twice in May.")
    table = document.add_table(1, 2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "3 May", "Immunised"
    document.save(out)
    return out.getvalue()


def pack_of(meeting: Meeting, user, **sent: object) -> PdfReader:
    answer = signed_in(user).post(f"/meetings/{meeting.pk}/pack/", sent)
    assert answer["Content-Type"] == "application/pdf"
    return PdfReader(io.BytesIO(answer.content))


def words_of(page) -> str:
    return " ".join(page.extract_text().split())


def test_the_pack_is_numbered_through_marked_and_watermarked(staff, meeting):
    first, *_, last = meeting.agenda.all()
    a_paper(first, by=staff, content=a_pdf(3), title="Chronology")
    a_paper(first, by=staff, content=a_pdf(1, turned=90), title="Genogram")
    a_paper(last, by=staff, content=a_word_file(), title="From the surgery")
    pack = pack_of(meeting, staff)
    pages = [words_of(page) for page in pack.pages]
    assert len(pages) == 2 + 3 + 1 + 1
    for number, words in enumerate(pages, 1):
        assert f"Page {number} of 7" in words
        assert "Carla Quill – copy 1" in words
        assert "RESTRICTED" in words and "OFFICIAL" not in words
    assert meeting.review.reference in pages[0] and "Carla Quill" in pages[0]
    assert "Paper 1: Chronology (version 1), pages 3 to 5" in pages[1]
    assert "Paper 2: Genogram (version 1), page 6" in pages[1]
    assert "Paper 3: From the surgery (version 1), page 7" in pages[1]
    assert "Seen twice in May." in pages[6] and "Immunised" in pages[6]
    assert "without its layout" in pages[6]
    marks = [(mark.title, pack.get_destination_page_number(mark) + 1) for mark in pack.outline]
    assert marks == [
        ("Cover", 1),
        ("Agenda", 2),
        ("Paper 1: Chronology", 3),
        ("Paper 2: Genogram", 6),
        ("Paper 3: From the surgery", 7),
    ]


def test_each_copy_has_a_number_of_its_own_and_is_in_the_log(staff, meeting):
    ann = meeting.invitees.create(name="Ann Lee", by=staff, at=meeting.at)
    pack_of(meeting, staff)
    second = pack_of(meeting, staff, **{"for": ann.pk})
    assert "Ann Lee – copy 2" in words_of(second.pages[1])
    assert [(c.number, c.recipient) for c in meeting.copies.order_by("number")] == [
        (1, "Carla Quill"),
        (2, "Ann Lee"),
    ]
    listed = signed_in(staff).get(f"/reviews/{meeting.review.reference}/history/")
    assert "Copy 2 of the papers of Panel meeting 1 was made" in listed.content.decode()


@pytest.mark.parametrize(
    "content",
    [a_pdf(1, password="secret"), b"%PDF-1.7 and then nothing", b"PK\x03\x04 no package", b"\0\1"],
)
def test_a_paper_that_cannot_be_set_has_a_slip_that_says_so(staff, meeting, content):
    a_paper(meeting.agenda.first(), by=staff, content=content, title="Sealed", name="sealed.bin")
    pack = pack_of(meeting, staff)
    assert "enclosed separately" in words_of(pack.pages[1])
    assert "This paper is enclosed separately" in words_of(pack.pages[2])


def test_nothing_in_a_paper_runs_by_itself():
    writer = PdfWriter()
    page = writer.add_blank_page(400, 500)
    script = DictionaryObject(
        {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("x()")}
    )
    page[NameObject("/AA")] = DictionaryObject({NameObject("/O"): script})
    writer.root_object[NameObject("/OpenAction")] = script
    out = io.BytesIO()
    writer.write(out)
    assert b"JavaScript" in out.getvalue()
    quiet = PdfReader(io.BytesIO(pages_of("x", "x.pdf", out.getvalue()).pdf))
    assert "/AA" not in quiet.pages[0]
    assert {"/OpenAction", "/Names", "/AA"}.isdisjoint(quiet.trailer["/Root"])


def test_two_hundred_pages_are_bound_while_one_waits(staff, meeting):
    for item in meeting.agenda.all()[:4]:
        a_paper(item, by=staff, content=a_pdf(50))
    started = clock.perf_counter()
    pack = pack_of(meeting, staff)
    assert len(pack.pages) == 202
    assert clock.perf_counter() - started < 15  # a second or two; slack for a busy machine


def test_the_marking_is_that_of_the_day_of_the_meeting():
    assert marking_on(date(2014, 4, 1)) == "RESTRICTED"
    assert marking_on(date(2014, 4, 2)) == "OFFICIAL-SENSITIVE"


def test_a_paper_is_uploaded_and_comes_back_as_it_was(staff, meeting):
    item = meeting.agenda.first()
    client, path = signed_in(staff), f"/agenda-items/{item.pk}/papers/"
    bare = client.post(path, {"title": "A letter"})
    assert "Choose a document on the file or a file" in bare.content.decode()
    file = SimpleUploadedFile("letter.pdf", a_pdf(1))
    assert client.post(path, {"title": "A letter", "file": file}).status_code == 302
    paper = item.papers.get()
    back = client.get(f"/agenda-papers/{paper.pk}/")
    assert b"".join(back.streaming_content).startswith(b"%PDF")
    assert "attachment" in back["Content-Disposition"]


def test_minutes_open_as_word_and_as_pdf(staff, meeting):
    minutes_of(meeting, "Agencies were <b>asked</b> #again.\nAll agreed.", by=staff)
    client = signed_in(staff)
    pdf = PdfReader(io.BytesIO(client.get(f"/meetings/{meeting.pk}/minutes.pdf").content))
    assert "Agencies were <b>asked</b> #again." in words_of(pdf.pages[0])
    assert "Draft, version 1: not yet agreed" in words_of(pdf.pages[0])
    word = Document(io.BytesIO(client.get(f"/meetings/{meeting.pk}/minutes.docx").content))
    assert "All agreed." in [paragraph.text for paragraph in word.paragraphs]
