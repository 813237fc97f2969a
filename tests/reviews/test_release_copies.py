"""Redacted copies: tied to their source, checked by a second person, and for a time."""

from datetime import timedelta

import pytest
from django.utils import timezone

from records.models import AuditEvent
from reviews.models import DocumentVersion, ReleaseCopy
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
def version(people) -> DocumentVersion:
    board = people["manager"].memberships.get().board
    return filed(a_case(board, people), files.docx("Names"))


def asked(days: int = 30, **facts: str) -> dict[str, str]:
    until = timezone.localdate() + timedelta(days=days)
    return {
        "recipient": "The family’s solicitor",
        "reason": "The court asked for it.",
        "expires_on_day": str(until.day),
        "expires_on_month": str(until.month),
        "expires_on_year": str(until.year),
    } | facts


def make(people, version, content: bytes = files.PDF, **facts):
    address = f"/documents/versions/{version.pk}/release/"
    return send(people["coordinator"], address, content, "redacted.pdf", **(asked() | facts))


def the_copy(people, version) -> ReleaseCopy:
    make(people, version)
    return ReleaseCopy.objects.get(source=version)


def download(user, copy) -> int:
    answer = signed_in(user).get(f"/documents/copies/{copy.pk}/download/")
    if answer.streaming:
        b"".join(answer.streaming_content)
    return answer.status_code


def test_a_copy_is_tied_to_its_source_with_reason_recipient_and_last_day(people, version):
    page = said(make(people, version))
    for words in ("Of version 1, for The family’s solicitor", "The court asked for it."):
        assert words in page
    copy = ReleaseCopy.objects.get()
    assert (copy.by, copy.checked_by) == (people["coordinator"], None)


def test_whoever_redacted_a_copy_does_not_check_it(people, version):
    copy = the_copy(people, version)
    answer = signed_in(people["coordinator"]).post(f"/documents/copies/{copy.pk}/check/")
    assert answer.status_code == 409
    assert "somebody else has to check it" in said(answer)
    copy.refresh_from_db()
    assert not copy.is_checked


def test_a_copy_goes_out_once_it_was_checked(people, version):
    copy = the_copy(people, version)
    assert download(people["panel_member"], copy) == 409
    assert download(people["manager"], copy) == 200  # who checks it has to read it
    checked = signed_in(people["manager"]).post(f"/documents/copies/{copy.pk}/check/", follow=True)
    assert "was checked" in said(checked)
    assert download(people["panel_member"], copy) == 200
    again = signed_in(people["manager"]).post(f"/documents/copies/{copy.pk}/check/")
    assert again.status_code == 409


def test_an_expired_copy_is_for_staff_alone_and_says_so(people, version):
    copy = the_copy(people, version)
    copy.check_by(people["manager"], at=timezone.now())
    ReleaseCopy.objects.update(expires_on=timezone.localdate() - timedelta(days=1))
    assert download(people["panel_member"], copy) == 409
    assert download(people["chair"], copy) == 409
    assert download(people["coordinator"], copy) == 200
    page = said(signed_in(people["manager"]).get(f"/documents/{version.document_id}/"))
    assert "Expired" in page
    assert "give it to nobody else" in page


def test_on_its_last_day_a_copy_still_goes_out(people, version):
    copy = the_copy(people, version)
    copy.check_by(people["manager"], at=timezone.now())
    ReleaseCopy.objects.update(expires_on=timezone.localdate())
    assert download(people["panel_member"], copy) == 200


def test_the_document_itself_is_not_taken_for_its_redacted_copy(people, version):
    page = make(people, version, version.file.read())
    assert "This is the document itself" in said(page)
    assert not ReleaseCopy.objects.exists()


def test_a_copy_does_not_expire_before_it_is_made(people, version):
    page = said(make(people, version, **asked(days=-1)))
    assert "The last day must be today or later" in page


@pytest.mark.parametrize("role", ["agency_author", "subcommittee", "evaluator", "auditor"])
def test_a_copy_does_not_exist_for_others(people, version, role):
    assert download(people[role], the_copy(people, version)) == 404


def test_the_log_has_no_title_of_a_document_for_it_may_be_a_childs_name(people, version):
    copy = the_copy(people, version)
    version.document.review.record(
        "check_release_copy", by=people["manager"], at=timezone.now(), copy=copy
    )
    told = AuditEvent.objects.filter(verb__endswith="release_copy")
    named = f"release copy {copy.pk} of document {version.document_id}, version 1"
    assert told.get(verb="check_release_copy").details["copy"] == named
    assert version.document.title not in str([event.details for event in told])
