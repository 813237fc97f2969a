"""A copy leaves with a password where it can carry one, and no copy that is held leaves so."""

import io
from datetime import date

import pytest
from django.urls import reverse
from msoffcrypto import OfficeFile

from boards.roles import Manager
from chronology.models import Category, Person
from records.models import AuditEvent
from tests.chronology.copies_asked import ask_for, leaking, of
from tests.chronology.rows import an_entry
from tests.factories import AT, AgencyFactory, a_review, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def review():
    return a_review()


@pytest.fixture
def manager(review):
    manager = person(Manager, review.board)
    mother = Person.add(review, by=manager, at=AT, pseudonym="Mother", category=Category.FAMILY)
    mother.is_also_written("Stacey Unsworth", "full")
    agency = AgencyFactory(board=review.board, name="Downland Police")
    an_entry(review, agency, date(2009, 5, 12), "Stacey Unsworth rang.")
    return manager


PASSWORD = "lantern gravel otter"


def lock(release, user, password=PASSWORD, again=PASSWORD):
    return of(user).post(
        reverse("copy-locked", args=[release.pk]), {"password": password, "again": again}
    )


def test_a_locked_copy_opens_with_its_password_and_is_logged_as_locked(review, manager):
    release = ask_for(review, manager, form="docx")
    answer = lock(release, manager)
    assert answer["Content-Disposition"].startswith("attachment")
    locked = OfficeFile(io.BytesIO(b"".join(answer.streaming_content)))
    locked.load_key(password=PASSWORD)
    opened = io.BytesIO()
    locked.decrypt(opened)
    assert opened.getvalue() == b"".join(release.document.chunks())
    event = AuditEvent.objects.about(review).filter(verb="export").first()
    assert event.sentence.endswith("(anonymised, 1 row, locked with a password).")
    assert PASSWORD not in str(AuditEvent.objects.values_list("sentence", "details"))


@pytest.mark.parametrize(
    ("password", "again", "message"),
    [
        ("", "", "Enter a password for the copy"),
        ("too short", "too short", "Password must be 12 characters or more"),
        (PASSWORD, "lantern gravel otte", "Enter the same password twice"),
    ],
)
def test_a_password_that_cannot_be_says_why(review, manager, password, again, message):
    release = ask_for(review, manager, form="pdf")
    page = lock(release, manager, password, again)
    assert not page.streaming
    assert message in page.content.decode()
    assert not AuditEvent.objects.about(review).filter(verb="export").exists()


def test_a_kind_of_file_without_passwords_says_which_has_one(review, manager):
    release = ask_for(review, manager, form="csv")
    page = of(manager).get(reverse("copy", args=[release.pk])).content.decode()
    assert "CSV files cannot carry a password. Ask for Word, Excel or PDF" in page
    assert lock(release, manager).url == reverse("copy", args=[release.pk])


def test_a_held_copy_does_not_leave_locked_either(review, manager, monkeypatch):
    leaking(monkeypatch)
    release = ask_for(review, manager, form="docx")
    assert lock(release, manager).url == reverse("copy", args=[release.pk])
