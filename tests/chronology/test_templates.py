"""What agencies are handed, and that it is read back without one correction."""

import io

import docx
import openpyxl
import pytest
from docx.oxml.ns import qn

from chronology.asking import asked_of
from chronology.columns import Column, to_stored
from chronology.library import LIBRARY
from chronology.models import Integration
from chronology.papers import excel_template, word_papers
from chronology.papers.wording import e_mail
from chronology.reading import read
from reviews.models import Child
from tests.chronology.making import Scene, signed_in

pytestmark = pytest.mark.django_db

WRITTEN = {
    "ref": "12",
    "date": "?22 may 2009",
    "time": "2.30pm",
    "end_date": "",
    "end_time": "",
    "source": "HV diary",
    "event": "Home visit. The child was asleep upstairs.",
    "present": "HV1, mother",
    "seen": "Yes",
    "voice": "“I want to stay with nan.”",
    "action": "Referred to social care.",
    "comment": "Good practice.",
    "significance": "High",
    "other": "Home",
}
ANOTHER = WRITTEN | {"date": "June 2009", "event": "Letter from school.", "seen": "No", "time": ""}


def asked(scene: Scene, model: str, columns: list[Column] | None = None):
    chosen = LIBRARY[model]
    Integration.objects.update_or_create(
        review=scene.review,
        defaults={"columns": to_stored(columns or chosen.asked), "preamble": chosen.preamble},
    )
    return asked_of(scene.chronology)


def filled_word(content: bytes, columns) -> bytes:
    paper = docx.Document(io.BytesIO(content))
    table = paper.tables[-1]
    for number, written in enumerate((WRITTEN, ANOTHER), start=1):
        for cell, column in zip(table.rows[number].cells, columns, strict=True):
            cell.text = written[column.role]
    return word_papers.word.as_bytes(paper)


def filled_excel(content: bytes, columns) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(content))
    for written in (WRITTEN, ANOTHER):
        book["Chronology"].append([written[column.role] for column in columns])
    saved = io.BytesIO()
    book.save(saved)
    return saved.getvalue()


FILLED = {
    "chronology.docx": (word_papers.template, filled_word),
    "chronology.xlsx": (excel_template.template, filled_excel),
}


@pytest.mark.parametrize("model", LIBRARY)
@pytest.mark.parametrize("name", FILLED)
def test_a_filled_template_is_read_without_one_correction(name, model):
    wanted = asked(Scene(), model)
    made, filled = FILLED[name]
    reading = read(filled(made(wanted), wanted.columns), name)
    assert not reading.problems
    assert len(reading.tables) == 1
    assert [c.role for c in reading.tables[0].columns] == [c.role for c in wanted.columns]
    first, second = reading.entries
    assert first.when.raw == "?22 may 2009" and first.when.is_uncertain
    assert (first.event, first.source, first.child_seen) == (
        WRITTEN["event"],
        WRITTEN["source"],
        True,
    )
    assert second.when.raw == "June 2009" and second.child_seen is False


@pytest.mark.parametrize("name", FILLED)
def test_an_empty_template_has_no_entry_and_no_problem(name):
    wanted = asked(Scene(), "full")
    reading = read(FILLED[name][0](wanted), name)
    assert reading.entries == () and reading.problems == ()


@pytest.mark.parametrize("name", FILLED)
def test_the_board_s_own_words_are_read_with_what_the_portal_knows_of_them(name):
    scene = Scene()
    own = [
        Column("date", "When on earth", True),
        Column("source", "Where from", True),
        Column("event", "Tell us", True),
        Column("seen", "Bairn there?"),
    ]
    wanted = asked(scene, "full", own)
    made, filled = FILLED[name]
    scene.chronology.refresh_from_db()
    known = scene.chronology.known_roles
    reading = read(filled(made(wanted), wanted.columns), name, mapping=known)
    assert [c.role for c in reading.tables[0].columns] == ["date", "source", "event", "seen"]
    assert not reading.problems and len(reading.entries) == 2


def test_the_word_template_is_read_aloud_well():
    scene = Scene()
    paper = docx.Document(io.BytesIO(word_papers.template(asked(scene, "full"))))
    table = paper.tables[-1]
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
    assert paper.core_properties.language == "en-GB"
    assert scene.review.reference in paper.core_properties.title
    section = paper.sections[0]
    assert section.page_width > section.page_height
    assert "OFFICIAL-SENSITIVE" in section.header.paragraphs[0].text
    languages = {e.get(qn("w:val")) for e in paper.styles.element.iter(qn("w:lang"))}
    assert languages == {"en-GB"}


def test_the_excel_template_keeps_dates_as_text_and_its_heading_in_sight():
    book = openpyxl.load_workbook(io.BytesIO(excel_template.template(asked(Scene(), "full"))))
    sheet = book["Chronology"]
    assert sheet.freeze_panes == "A3"
    assert sheet.column_dimensions["B"].number_format == "@"
    lists = {v.formula1 for v in sheet.data_validations.dataValidation}
    assert lists == {'"Yes,No"', '"High,Medium,Low"'}
    assert book.sheetnames == ["Chronology", "Instructions"]


def test_a_heading_that_looks_like_a_formula_stays_text():
    scene = Scene()
    own = [Column("date", "Date"), Column("source", "Source"), Column("event", '=cmd|"x"')]
    book = openpyxl.load_workbook(io.BytesIO(excel_template.template(asked(scene, "full", own))))
    assert book["Chronology"].cell(2, 3).data_type == "s"


def test_no_paper_and_no_mail_names_the_child():
    scene = Scene()
    Child.objects.filter(incident=scene.review.incident).update(name="Zebedee Quux")
    wanted = asked(scene, "full")
    for content in (word_papers.template(wanted), word_papers.instructions(wanted)):
        paper = docx.Document(io.BytesIO(content))
        text = "\n".join(p.text for p in paper.paragraphs)
        assert "Zebedee" not in text and scene.review.reference in text
    mail = "\n".join(e_mail(wanted))
    assert "Zebedee" not in mail and scene.agency.name not in mail
    assert scene.review.reference in mail


@pytest.mark.parametrize(
    ("paper", "ending"), [("word", ".docx"), ("excel", ".xlsx"), ("instructions", ".docx")]
)
def test_the_author_and_staff_download_each_paper(paper, ending):
    scene = Scene()
    for user in (scene.author, scene.coordinator, scene.panel_chair):
        answer = signed_in(user).get(f"/chronologies/{scene.chronology.pk}/papers/{paper}/")
        assert answer.status_code == 200 and answer.content[:2] == b"PK"
        assert answer["Content-Disposition"].endswith(f'{ending}"')
    unknown = signed_in(scene.author).get(f"/chronologies/{scene.chronology.pk}/papers/pdf/")
    assert unknown.status_code == 404
