"""Names left in a redacted copy are shown to whoever checks it."""

import io
import zipfile
from datetime import timedelta

import pytest
from django.utils import timezone
from docx import Document as WordDocument
from pypdf import PdfWriter

from chronology.models import Identifier, Person
from lscb_portal.demo.documents import pdf
from tests.factories import BoardFactory, everybody
from tests.records import files
from tests.reviews.documents import a_case, filed, said, send, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _elsewhere(settings, tmp_path):
    settings.DOCUMENTS = tmp_path


@pytest.fixture
def people():
    return everybody(BoardFactory())


@pytest.fixture
def version(people):
    review = a_case(people["manager"].memberships.get().board, people)
    mother = Person.objects.create(
        review=review, code="p1", pseudonym="Mother", category="family", at=timezone.now()
    )
    Identifier.objects.create(person=mother, text="Agnieszka", kind="first", replacement="Mother")
    return filed(review, files.docx())


def page_with(people, version, content: bytes, name: str) -> str:
    until = timezone.localdate() + timedelta(days=9)
    send(
        people["coordinator"],
        f"/documents/versions/{version.pk}/release/",
        content,
        name,
        recipient="The family",
        reason="They asked.",
        expires_on_day=str(until.day),
        expires_on_month=str(until.month),
        expires_on_year=str(until.year),
    )
    return said(signed_in(people["manager"]).get(f"/documents/{version.document_id}/"))


def test_a_name_that_was_left_in_the_text_is_shown(people, version):
    page = page_with(people, version, files.docx("On Monday Agnieszka rang."), "copy.docx")
    assert "Names found in copies to be checked" in page
    assert "Agnieszka</strong> in the text, paragraph 1" in page


def test_a_name_in_the_properties_of_the_file_is_shown(people, version):
    paper, content = WordDocument(), io.BytesIO()
    paper.core_properties.author = "Agnieszka"
    paper.save(content)
    page = page_with(people, version, content.getvalue(), "copy.docx")
    assert "Agnieszka</strong> in properties" in page


def test_a_text_without_names_says_that_nothing_was_found(people, version):
    assert "Nothing was found." in page_with(people, version, b"the mother rang.", "copy.txt")


def test_a_name_in_the_text_layer_of_a_pdf_is_shown(people, version):
    page = page_with(people, version, pdf("On Monday Agnieszka rang."), "copy.pdf")
    assert "Agnieszka</strong> in page 1, line 1" in page


def test_a_pdf_without_a_text_layer_says_that_somebody_has_to_read_it(people, version):
    page = page_with(people, version, pdf(""), "copy.pdf")
    assert "cannot be read by the portal: read it yourself" in page
    assert "Nothing was found." not in page


def test_a_broken_pdf_says_that_somebody_has_to_read_it(people, version):
    page = page_with(people, version, files.PDF, "copy.pdf")
    assert "cannot be read by the portal: read it yourself" in page


def test_a_name_among_the_properties_of_a_pdf_is_shown(people, version):
    writer, content = PdfWriter(clone_from=io.BytesIO(pdf("The mother rang."))), io.BytesIO()
    writer.add_metadata({"/Author": "Agnieszka"})
    writer.write(content)
    page = page_with(people, version, content.getvalue(), "copy.pdf")
    assert "Agnieszka</strong> in properties" in page


def test_a_file_inside_a_word_file_is_not_passed_over_in_silence(people, version):
    content = io.BytesIO(files.docx("The mother rang."))
    with zipfile.ZipFile(content, "a") as package:
        package.writestr("word/embeddings/sheet.xlsx", b"Agnieszka")
    page = page_with(people, version, content.getvalue(), "copy.docx")
    assert "Another file is inside this one, which cannot be read by the portal" in page


def test_without_a_cast_nothing_is_said_to_be_free_of_names(people, version):
    Identifier.objects.all().delete()
    page = page_with(people, version, b"Agnieszka rang.", "copy.txt")
    assert "No cast is recorded" in page
    assert "Nothing was found." not in page
