"""The page of one entry: as written, as read, and what stands around it."""

from datetime import date
from io import BytesIO

import pytest
from django.test import Client

from boards.models import User
from chronology.models import AgencyChronology, Category, Person, SourceFile, Theme
from chronology.reader import HIDDEN, NAMES
from records.models import Document
from reviews.models import Child
from tests.chronology.rows import (
    AT,
    agencies,
    an_author,
    an_entry,
    same_event,
)

pytestmark = pytest.mark.django_db
MAY = date(2009, 5, 12)


def page_of(entry, user: User):
    client = Client()
    client.force_login(user)
    return client.get(f"/chronology/entries/{entry.pk}/")


def test_everything_that_the_row_held_is_there(review, people):
    (police,) = agencies(review, "Police")
    Child.objects.filter(incident=review.incident).update(born="2008-11-12")
    entry = an_entry(
        review,
        police,
        MAY,
        "Attended the address.",
        date_raw="12.5.09",
        source="CRIS",
        present="Mother",
        comment="No check of the cot",
        significance=3,
        other={"Officer": "PC 1"},
        flags=["weekday_mismatch"],
    )
    page = page_of(entry, people["manager"]).content.decode()
    said = ["Attended the address.", "12.5.09", "CRIS", "Mother", "No check of the cot", "High"]
    said += ["Officer", "PC 1", "Weekday and date disagree", "Child A: 6 months"]
    for words in said:
        assert words in page, words


def test_what_the_row_held_is_there_once(review, people):
    (police,) = agencies(review, "Police")
    page = page_of(an_entry(review, police, MAY, "Attended."), people["manager"]).content.decode()
    assert page.count("What happened") == 1
    assert "&lt;&lt;&lt;" not in page and "<<<" not in page


def test_other_accounts_stand_beside_it_and_neighbours_beneath(review, people):
    police, school, housing = agencies(review, "Police", "School", "Housing")
    entry = an_entry(review, police, MAY, "Officers attended.")
    other = an_entry(review, school, date(2009, 5, 14), "Told that officers attended.")
    beside = an_entry(review, housing, MAY, "Rent paid.")
    an_entry(review, housing, date(2009, 5, 13), "Not on the day.")
    an_entry(review, police, MAY, "Same agency.")
    same_event(entry, other, status="confirmed", by=people["manager"], standing="disputed")
    page = page_of(entry, people["manager"])
    (account,) = page.context["accounts"]
    assert (account.mark.name, account.status, account.standing) == (
        "School",
        "Same event",
        "Disputed",
    )
    assert "Told that officers attended." in page.content.decode()
    assert [row.pk for row in page.context["neighbours"]] == [beside.pk]


def test_an_entry_that_stands_no_longer_says_so(review, people):
    entry = an_entry(review, agencies(review, "Police")[0], MAY, withdrawn_at=AT)
    assert "It no longer stands" in page_of(entry, people["manager"]).content.decode()


def test_an_agencys_author_opens_their_own_and_sees_nobody_elses(review, people):
    police, school = agencies(review, "Police", "School")
    own, other = an_entry(review, school, MAY, "own"), an_entry(review, police, MAY, "police row")
    same_event(own, other)
    author = an_author(school)
    page = page_of(own, author)
    assert page.status_code == 200
    assert "police row" not in page.content.decode()
    assert "Police" not in page.content.decode()
    assert page_of(other, author).status_code == 404


def test_without_names_no_words_are_shown(review, people):
    police, school = agencies(review, "Police", "School")
    entry = an_entry(
        review, police, MAY, "Stacey was seen", other={"Name": "Stacey"}, date_raw="Stacey 12/5"
    )
    same_event(entry, an_entry(review, school, MAY, "Stacey in class"))
    assert "Stacey" not in page_of(entry, people["subcommittee"]).content.decode()
    assert "Stacey" in page_of(entry, people["panel_chair"]).content.decode()


def test_names_that_somebody_hid_stay_hidden_on_the_page_of_an_entry(review, people):
    Person.add(
        review, by=people["manager"], at=AT, pseudonym="Mother", category=Category.FAMILY
    ).is_also_written("Stacey Hartley", "full")
    (police,) = agencies(review, "Police")
    entry = an_entry(review, police, MAY, "Stacey Hartley was seen")
    client = Client()
    client.force_login(people["manager"])
    session = client.session
    session[NAMES] = HIDDEN
    session.save()
    theme = Theme.objects.create(review=review, name="Stacey Hartley’s own childhood")
    theme.entries.add(entry)
    page = client.get(f"/chronology/entries/{entry.pk}/").content.decode()
    assert "Stacey" not in page
    assert "Theme: Mother’s own childhood" in page
    assert "Show names" in page
    rows = client.get(f"/reviews/{review.reference}/chronology/").content.decode()
    assert "Stacey" not in rows
    assert "Theme: Mother’s own childhood" in rows


def test_why_two_accounts_were_put_together_is_said_to_who_reads_both(review, people):
    police, school = agencies(review, "Police", "School")
    entry = an_entry(review, police, MAY, "Stacey was seen", flags=["swapped_day_month"])
    differences = [
        {"kind": "date", "of": "Dated 2 days apart", "a": "12 May 2009", "b": "14 May 2009"},
        {"kind": "fact", "of": "Injury", "a": "Stacey had a cut", "b": "Stacey had a graze"},
    ]
    other = an_entry(review, school, date(2009, 5, 14), "Stacey in class")
    same_event(entry, other, reasons=["Both name Stacey"], differences=differences)
    page = page_of(entry, people["panel_chair"]).content.decode()
    assert "Why: Both name Stacey." in page
    assert "Dated 2 days apart: 12 May 2009 and 14 May 2009." in page
    assert "Injury: Stacey had a cut or Stacey had a graze." in page
    assert "Day and month may be swapped" in page
    hidden = page_of(entry, people["subcommittee"]).content.decode()
    assert "Both name [name]" in hidden
    assert "Stacey" not in hidden


def test_hostile_text_is_shown_as_text(review, people):
    nasty = "<script>alert(1)</script>"
    police, school = agencies(review, "Police", "School")
    fields = {"source": nasty, "present": nasty, "comment": nasty, "other": {nasty: nasty}}
    entry = an_entry(review, police, MAY, nasty, **fields)
    same_event(entry, an_entry(review, school, MAY, nasty), reasons=[nasty])
    assert "<script>alert" not in page_of(entry, people["manager"]).content.decode()


def test_where_it_stands_is_said_without_a_files_name_that_may_name_people(review, people):
    (police,) = agencies(review, "Police")
    chronology = AgencyChronology.of(review, police)
    kept = Document.keep(
        BytesIO(b"x"), name="x", media_type="text/csv", board=review.board, by=None, at=AT
    )
    file = SourceFile.objects.create(
        chronology=chronology, document=kept, name="Stacey Hartley.docx", uploaded_at=AT
    )
    entry = an_entry(review, police, MAY, file=file, table="2", row=14)
    page = page_of(entry, people["panel_member"]).content.decode()
    assert "Stacey Hartley.docx, table 2, row 14" in page
    page = page_of(entry, people["subcommittee"]).content.decode()
    assert "table 2, row 14" in page
    assert "Hartley" not in page
