"""Abbreviations: explained once as records, shown with the chronology, and in its copies."""

import io
from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from docx import Document as WordDocument
from openpyxl import load_workbook

from boards.roles import Chair, Manager
from chronology.anonymised import Anonymised
from chronology.exports import WRITERS, Around, Paper
from chronology.exports.around import explained_in
from chronology.feedback import feedback_on
from chronology.models import Abbreviation, AgencyChronology, Entry, Person
from chronology.wording import AsWritten
from records.models import AuditEvent
from tests.chronology.rows import AT, agencies, an_author, an_entry
from tests.factories import BoardFactory, a_review, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def review():
    return a_review()


@pytest.fixture
def manager(review):
    return person(Manager, review.board)


@pytest.fixture
def health(review):
    (health,) = agencies(review, "Health")
    an_entry(review, health, date(2009, 5, 12), "The IHA was missed. CONI visit.")
    return health


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def address(review, rest: str = "") -> str:
    return f"/reviews/{review.reference}/chronology/glossary/{rest}"


def explain(user, review, short="IHA", meaning="Initial health assessment"):
    return signed_in(user).post(address(review), {"short": short, "meaning": meaning})


def test_an_author_is_offered_what_is_not_explained_and_explains_it(review, health):
    author = an_author(health)
    page = signed_in(author).get(address(review)).content.decode()
    assert 'href="?short=IHA#explain"' in page
    assert feedback_on(AgencyChronology.of(review, health)).parts[-1].rows
    for short, meaning in (("IHA", "Initial health assessment"), ("CONI", "Care of next infant")):
        assert explain(author, review, short, meaning).status_code == 302
    kept = Abbreviation.objects.get(short="IHA")
    assert (kept.agency, kept.by) == (health, author)
    assert not feedback_on(AgencyChronology.of(review, health)).parts[-1].rows
    assert "?short=" not in signed_in(author).get(address(review)).content.decode()
    page = signed_in(author).get(f"/reviews/{review.reference}/chronology/").content.decode()
    assert "Initial health assessment" in page
    assert AuditEvent.objects.about(review).filter(verb="explain_abbreviation").count() == 2


def test_explained_again_it_has_the_new_meaning_alone(review, health, manager):
    explain(manager, review)
    explain(manager, review, meaning="Immediate housing aid")
    assert Abbreviation.objects.get().meaning == "Immediate housing aid"


def test_an_agency_reads_the_boards_and_its_own_and_takes_out_its_own(review, health, manager):
    (police,) = agencies(review, "Police")
    an_entry(review, police, date(2009, 5, 12), "Called.")
    explain(manager, review, "LSCB", "The board")
    explain(an_author(police), review, "MO", "Modus operandi")
    author = an_author(health)
    explain(author, review)
    page = signed_in(author).get(address(review)).content.decode()
    assert "The board" in page
    assert "Modus operandi" not in page
    boards, own, theirs = (Abbreviation.objects.get(short=s) for s in ("LSCB", "IHA", "MO"))
    statuses = [
        signed_in(author).post(address(review, f"{one.pk}/remove/")).status_code
        for one in (boards, own, theirs)
    ]
    assert statuses == [403, 302, 404]
    assert signed_in(manager).post(address(review, f"{theirs.pk}/remove/")).status_code == 302
    assert set(Abbreviation.objects.values_list("short", flat=True)) == {"LSCB"}


def test_who_only_reads_explains_nothing_and_strangers_find_nothing(review, health):
    assert explain(person(Chair, review.board), review).status_code == 403
    assert explain(person(Manager, BoardFactory()), review).status_code == 404
    assert not Abbreviation.objects.exists()


def test_what_is_missing_or_hostile_is_said_and_shown_as_text(review, health, manager):
    page = explain(manager, review, "", "x").content.decode()
    assert "Enter the abbreviation" in page
    explain(manager, review, "<b>", "<script>alert(1)</script>")
    page = signed_in(manager).get(f"/reviews/{review.reference}/chronology/").content.decode()
    assert "<script>alert(1)" not in page


@pytest.mark.parametrize("agency", ["Health", None])
def test_letters_have_one_meaning_for_each_that_explains_them(review, health, manager, agency):
    facts = {"review": review, "agency": health if agency else None, "short": "IHA"}
    Abbreviation.objects.create(**facts, meaning="One", by=manager, at=AT)
    with pytest.raises(IntegrityError), transaction.atomic():
        Abbreviation.objects.create(**facts, meaning="Two", by=manager, at=AT)


def test_letters_without_a_meaning_are_refused(review, manager):
    with pytest.raises(IntegrityError), transaction.atomic():
        Abbreviation.objects.create(review=review, short="IHA", meaning="", by=manager, at=AT)


def written(review, manager, form: str, wording) -> io.BytesIO:
    around = Around.of(review, Entry.objects.filter(review=review))
    paper = Paper.of(
        review, is_anonymised=False, chosen=(), count=0, by=manager, at=AT,
        glossary=explained_in(around, wording),
    )  # fmt: skip
    to = io.BytesIO()
    WRITERS[form](paper, [], to)
    to.seek(0)
    return to


def test_copies_explain_the_abbreviations(review, health, manager):
    explain(an_author(health), review)
    line = "IHA: Initial health assessment (Health)"
    word = WordDocument(written(review, manager, "docx", AsWritten()))
    assert line in [paragraph.text for paragraph in word.paragraphs]
    sheet = load_workbook(written(review, manager, "xlsx", AsWritten()))["Abbreviations"]
    assert sheet["A1"].value == line
    assert written(review, manager, "pdf", AsWritten()).read().startswith(b"%PDF-1.")


def test_a_name_in_the_glossary_is_hidden_and_scanned_like_any_other(review, health, manager):
    mother = Person.add(review, by=manager, at=AT, pseudonym="Mother", category="family")
    mother.is_also_written("Stacey Unsworth", "full")
    explain(manager, review, "SU", "Stacey Unsworth")
    around = Around.of(review, Entry.objects.filter(review=review))
    view = Anonymised.of(review)
    assert "Unsworth" not in explained_in(around, view)[0]
    leaks = view.leaks_in_copy([], explained_in(around, AsWritten()))
    assert any("Unsworth" in leak["surface"] for leak in leaks)
