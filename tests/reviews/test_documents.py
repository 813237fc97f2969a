"""Documents of a case: filed, versioned, seen by whom they are for, and given out whole."""

import base64
import os
from pathlib import Path

import pytest
from django.core.management import call_command

from boards.roles import ROLES
from records import incoming
from records.models import AuditEvent, Document
from records.scanning import ScanState
from reviews.models import CaseDocument, DocumentVersion, RefusedFile
from tests.factories import AgencyFactory, BoardFactory, everybody, person
from tests.records import files
from tests.reviews.documents import a_case, asked, filed, said, send, signed_in
from tests.servers import malware_scanner

pytestmark = pytest.mark.django_db
MINUTES = {"kind": "minutes", "title": "Minutes of the panel"}


@pytest.fixture(autouse=True)
def _elsewhere(settings, tmp_path):
    settings.DOCUMENTS = tmp_path


@pytest.fixture
def board():
    return BoardFactory()


@pytest.fixture
def people(board):
    return everybody(board)


@pytest.fixture
def review(board, people):
    return a_case(board, people)


@pytest.fixture
def listed(review):
    return f"/reviews/{review.reference}/documents/"


def test_a_document_is_filed_listed_and_downloaded(review, people, listed):
    page = send(people["manager"], f"{listed}file/", **MINUTES)
    assert "A document was filed: minutes." in said(page)
    version = DocumentVersion.objects.get(document__review=review)
    assert version.file.sha256[:8] in said(page)
    document = said(signed_in(people["manager"]).get(f"/documents/{version.document_id}/"))
    assert version.file.sha256 in document
    answer = signed_in(people["panel_member"]).get(f"/documents/versions/{version.pk}/download/")
    assert b"".join(answer.streaming_content) == files.PDF
    assert answer["Content-Type"] == "application/pdf"
    assert answer["Content-Disposition"] == 'attachment; filename="minutes.pdf"'


def test_every_download_is_in_the_log_and_names_no_title(review, people):
    version = filed(review, title="What Jade’s aunt said")
    answer = signed_in(people["chair"]).get(f"/documents/versions/{version.pk}/download/")
    b"".join(answer.streaming_content)
    event = AuditEvent.objects.about(review).get(verb="download")
    assert event.by == people["chair"]
    assert event.sentence == f"Version 1 of document {version.document_id} was downloaded."


def test_the_kind_of_a_file_is_its_contents_and_the_sender_is_told(review, people, listed):
    page = send(people["manager"], f"{listed}file/", files.docx(), "minutes.pdf", **MINUTES)
    assert "is a Word document, whatever its name says" in said(page)
    assert Document.objects.get().name == "minutes.pdf.docx"


def test_what_is_refused_keeps_what_was_typed(review, people, listed):
    page = send(people["manager"], f"{listed}file/", b"MZ\x90\x00" + bytes(99), **MINUTES)
    assert "The file is a Windows program" in said(page)
    assert 'value="Minutes of the panel"' in said(page)
    assert not Document.objects.exists()


def test_nothing_chosen_and_nothing_typed_say_what_to_do(people, listed):
    page = said(signed_in(people["manager"]).post(f"{listed}file/", {}))
    for sentence in ("Select the kind of document", "Enter the title", "Choose the file with"):
        assert sentence in page


def test_a_new_version_leaves_the_earlier_one_readable(review, people):
    first = filed(review)
    address = f"/documents/{first.document_id}/versions/add/"
    page = send(people["overview_author"], address, files.docx(), "m.docx", note="Names mended")
    assert "Version 2 of document" in said(page)
    assert "Names mended" in said(page)
    second = first.document.versions.get(number=2)
    assert first.document.latest == second
    for version in (first, second):
        download = signed_in(people["chair"]).get(f"/documents/versions/{version.pk}/download/")
        assert download.status_code == 200
        b"".join(download.streaming_content)


@pytest.mark.parametrize("role", ROLES)
def test_the_board_and_those_appointed_read_the_documents_and_nobody_else(review, people, role):
    version = filed(review)
    page = signed_in(people[role]).get(f"/documents/{version.document_id}/")
    reads = {"coordinator", "manager", "chair", "panel_chair", "panel_member", "overview_author"}
    assert (page.status_code == 200) is (role in reads)
    assert page.status_code in {200, 404}


def test_a_panel_member_of_another_case_reads_nothing_of_this_one(review, board):
    version = filed(review)
    other = signed_in(person(ROLES["panel_member"], board))
    assert other.get(f"/documents/versions/{version.pk}/download/").status_code == 404


def test_an_agency_sends_documents_and_sees_its_own_alone(review, people):
    author = people["agency_author"]
    commission = asked(review, author.memberships.get().agency)
    others = filed(review, agency=AgencyFactory(board=review.board))
    boards = filed(review)
    address = f"/commissions/{commission.pk}/documents/send/"
    page = send(author, address, files.docx(), "imr.docx", kind="imr", title="Our review")
    assert "Our review" in said(page)
    assert "Minutes of the panel" not in said(page)
    sent = CaseDocument.objects.get(title="Our review")
    assert sent.agency == commission.agency
    client = signed_in(author)
    assert client.get(sent.get_absolute_url()).status_code == 200
    assert "release copy" not in said(client.get(sent.get_absolute_url()))
    for version in (others, boards):
        assert client.get(f"/documents/{version.document_id}/").status_code == 404
        assert client.get(f"/documents/versions/{version.pk}/download/").status_code == 404
        added = send(author, f"/documents/{version.document_id}/versions/add/")
        assert added.status_code == 404
    assert DocumentVersion.objects.count() == 3


def test_an_agency_does_not_send_for_another(review, people):
    commission = asked(review)
    page = send(people["agency_author"], f"/commissions/{commission.pk}/documents/send/")
    assert page.status_code == 404


def test_malware_is_refused_with_its_name_and_only_its_facts_are_kept(
    review, people, listed, settings
):
    with malware_scanner() as scanner:
        settings.CLAMD = scanner.address
        infected = files.PDF + files.EICAR
        page = send(people["manager"], f"{listed}file/", infected, "<b>bad</b>.pdf", **MINUTES)
    assert "Malware was found in the file (Eicar-Signature)" in said(page)
    refused = RefusedFile.objects.get(review=review)
    assert (refused.finding, refused.size) == ("Eicar-Signature", len(infected))
    assert refused.by == people["manager"]
    assert not CaseDocument.objects.exists()
    assert not [path for path in Path(settings.DOCUMENTS).rglob("*") if path.is_file()]
    page = said(signed_in(people["chair"]).get(listed))
    assert "Eicar-Signature" in page
    assert "<b>bad" not in page
    assert AuditEvent.objects.about(review).filter(verb="refuse_file").exists()


def test_what_waits_for_the_scanner_is_said_and_not_given_out(review, people):
    version = filed(review)
    Document.objects.update(scan=ScanState.WAITING)
    client = signed_in(people["manager"])
    page = said(client.get(f"/documents/{version.document_id}/"))
    assert "Waiting to be scanned" in page
    assert f"/documents/versions/{version.pk}/download/" not in page
    refused = client.get(f"/documents/versions/{version.pk}/download/")
    assert refused.status_code == 409
    assert "waits to be scanned for malware" in said(refused)


def test_the_pages_say_that_nothing_is_scanned_where_nothing_is(review, people, listed):
    version, client = filed(review), signed_in(people["manager"])
    for address in (listed, f"{listed}file/", f"/documents/{version.document_id}/"):
        assert "no scanner is configured" in said(client.get(address)), address


def test_a_document_that_was_changed_is_refused_named_and_in_the_log(review, people):
    version = filed(review, files.PDF + bytes(3 * 1024 * 1024))
    path = Path(version.file.content.path)
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1  # neither in the first chunk nor in the last
    path.write_bytes(content)
    refused = signed_in(people["manager"]).get(f"/documents/versions/{version.pk}/download/")
    assert refused.status_code == 409
    assert "“minutes.pdf” cannot be opened. Its content was changed" in said(refused)
    event = AuditEvent.objects.about(review).get(verb="find_broken")
    assert f"Version 1 of document {version.document_id} could not be opened" in event.sentence
    assert not AuditEvent.objects.about(review).filter(verb="download").exists()


def test_a_document_that_is_gone_is_refused_and_named(review, people):
    version = filed(review)
    Path(version.file.content.path).unlink()
    refused = signed_in(people["manager"]).get(f"/documents/versions/{version.pk}/download/")
    assert refused.status_code == 409
    assert "“minutes.pdf” cannot be opened. It is gone." in said(refused)


def test_the_list_takes_no_more_queries_for_more_documents(
    review, people, listed, django_assert_max_num_queries
):
    client = signed_in(people["manager"])
    for number in range(12):
        filed(review, title=f"Minutes {number}")
    with django_assert_max_num_queries(14):
        assert "Minutes 11" in said(client.get(listed))


def test_a_version_still_opens_once_the_keys_were_turned(review, people, settings):
    old, new = (base64.b64encode(os.urandom(32)).decode() for _ in range(2))
    settings.DOCUMENT_KEYS = f"old:{old}"
    incoming.keys.cache_clear()
    version = filed(review, files.PDF + bytes(2 * 1024 * 1024))
    settings.DOCUMENT_KEYS = f"new:{new},old:{old}"
    incoming.keys.cache_clear()
    call_command("turn_document_keys")
    settings.DOCUMENT_KEYS = f"new:{new}"
    incoming.keys.cache_clear()
    answer = signed_in(people["chair"]).get(f"/documents/versions/{version.pk}/download/")
    assert b"".join(answer.streaming_content) == files.PDF + bytes(2 * 1024 * 1024)
    incoming.keys.cache_clear()
