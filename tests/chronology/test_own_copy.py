"""An agency takes away its own chronology, merged from all that its teams have sent."""

import csv
import io
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse
from docx import Document as WordDocument

from boards.roles import Manager
from chronology.models import AgencyChronology, Theme
from records.models import AuditEvent
from tests.chronology.rows import agencies, an_author, an_entry
from tests.factories import a_review, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene():
    review = a_review()
    health, police = agencies(review, "Health", "Police")
    an_entry(review, health, date(2009, 6, 1), "Midwife rang.", key="midwives.docx#T1R1")
    seen = an_entry(review, health, date(2009, 5, 1), "Stacey was seen.", key="visitors.csv#R1")
    seen.themes.add(Theme.objects.create(review=review, name="The panel’s own theme"))
    an_entry(review, police, date(2009, 5, 12), "Called.")
    return review, AgencyChronology.of(review, health)


def taken(user, chronology, form="csv"):
    client = Client()
    client.force_login(user)
    return client.get(reverse("agency-copy", args=[chronology.pk, form]))


def test_an_author_has_the_rows_of_all_files_as_one_and_nothing_of_the_panels(scene):
    review, chronology = scene
    author = an_author(chronology.agency)
    answer = taken(author, chronology)
    text = answer.content.decode("utf-8-sig")
    assert [row["Event"] for row in csv.DictReader(io.StringIO(text))] == [
        "Stacey was seen.",
        "Midwife rang.",
    ]
    assert "own theme" not in text
    assert "Not handed in" in text
    logged = AuditEvent.objects.about(review).filter(verb="export").get()
    assert (logged.by, "2 rows" in logged.sentence) == (author, True)


@pytest.mark.parametrize("form", ["docx", "xlsx", "pdf"])
def test_every_form_can_be_had(scene, form):
    _, chronology = scene
    answer = taken(an_author(chronology.agency), chronology, form)
    assert answer["Content-Disposition"].endswith(f'.{form}"')
    assert len(answer.content) > 1000


def test_nobody_takes_another_agencys_rows(scene):
    review, chronology = scene
    assert (
        taken(
            an_author(review.chronologies.get(agency__name="Police").agency), chronology
        ).status_code
        == 404
    )
    answer = taken(person(Manager, review.board), chronology)
    assert b"Stacey" in answer.content
    assert taken(an_author(chronology.agency), chronology, "exe").status_code == 404


def test_the_agencys_page_leads_to_its_rows_and_to_one_file_of_them(scene):
    review, chronology = scene
    client = Client()
    client.force_login(an_author(chronology.agency))
    text = client.get(reverse("agency-chronology", args=[chronology.pk])).content.decode()
    rows = reverse("chronology", args=[review.reference])
    assert f"{rows}?agency={chronology.agency_id}&amp;handed=any" in text
    assert reverse("agency-copy", args=[chronology.pk, "docx"]) in text
    assert len(client.get(f"{rows}?agency={chronology.agency_id}").context["rows"]) == 2


def test_it_is_called_the_chronology_of_the_agency(scene):
    review, chronology = scene
    answer = taken(an_author(chronology.agency), chronology, "docx")
    title = WordDocument(io.BytesIO(answer.content)).paragraphs[0].text
    assert title == f"Chronology of Health, {review.reference}"
