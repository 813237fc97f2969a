"""Files of a chronology that are refused, and people who may not send or see them."""

import pytest
from django.utils import timezone

from boards.models import User
from boards.roles import AgencyAuthor, Manager, OverviewAuthor
from chronology.models import SourceFile, Work
from chronology.receiving.kinds import LARGEST
from chronology.receiving.reading_in import choose_replaced
from records.models import Document
from tests.chronology.file_visits import at, author_of, shown, signed_in, upload, work_is_done
from tests.chronology.sending import (
    CALL,
    CLINIC,
    VISIT,
    WRONG,
    a_file,
    sent,
    standing,
    taken,
)
from tests.factories import AgencyFactory, appointed, person
from tests.servers.scanner import SIGNATURE, malware_scanner

pytestmark = pytest.mark.django_db


def test_a_file_that_failed_says_why_and_keeps_the_original(author, chronology):
    file = sent(chronology, content=b"broken\n")
    page = shown(author, chronology, file)
    assert "This file could not be read" in page
    assert "No table with dates and events was found" in page
    original = author.get(at("chronology-file-original", chronology, file))
    assert b"".join(original.streaming_content) == b"broken\n"


def test_an_original_that_was_touched_is_not_given_out(author, chronology):
    file = sent(chronology, VISIT)
    content = file.document.content
    with content.storage.open(content.name, "r+b") as sealed:
        sealed.seek(-1, 2)
        sealed.write(b"\0\0")
    answer = author.get(at("chronology-file-original", chronology, file))
    assert answer.status_code == 409
    assert "cannot be opened" in answer.content.decode()


def test_a_file_that_is_no_chronology_is_refused_on_the_form(author, chronology):
    page = upload(author, chronology, b"%PDF-1.7", "chronology.docx").content.decode()
    assert "There is a problem" in page
    assert "The file is a PDF" in page


def test_a_file_with_malware_in_it_is_refused_on_the_form_and_never_kept(
    author, chronology, settings
):
    with malware_scanner() as scanner:
        settings.CLAMD = scanner.address
        content = b"Date,Event\n1/2/2009," + SIGNATURE + b"\n"
        page = upload(author, chronology, content, "calls.csv").content.decode()
    assert "Malware was found in the file" in page
    assert not Document.objects.exists()


def test_no_file_at_all_is_refused_on_the_form(author, chronology):
    page = author.post(at("chronology-files", chronology), {}).content.decode()
    assert "Choose the file with the chronology" in page


def test_a_file_that_is_too_large_is_refused_and_never_kept(author, chronology):
    page = upload(author, chronology, b"x" * (LARGEST + 1)).content.decode()
    assert "larger than 30 MB" in page
    assert not Document.objects.exists()


def test_another_agency_sees_nothing_of_it(chronology):
    file = sent(chronology, VISIT)
    other = AgencyFactory(board=chronology.review.board)
    client = signed_in(person(AgencyAuthor, chronology.review.board, agency=other))
    for name in ("chronology-file", "chronology-file-original"):
        assert client.get(at(name, chronology, file)).status_code == 404
    for name in ("chronology-file-take", "chronology-file-put-away", "chronology-file-row"):
        assert client.post(at(name, chronology, file)).status_code == 404


def test_staff_may_send_for_any_agency_of_their_board(chronology):
    client = signed_in(person(Manager, chronology.review.board))
    assert upload(client, chronology, a_file(VISIT)).status_code == 302


def test_a_reader_of_the_case_has_the_original_and_may_not_send(chronology):
    file = sent(chronology, VISIT)
    client = signed_in(person(OverviewAuthor, chronology.review.board))
    review = chronology.review
    author = User.objects.get(memberships__role="overview_author")
    appointed(review, author, "overview_author")
    assert client.get(at("chronology-file-original", chronology, file)).status_code == 200
    assert client.get(at("chronology-file", chronology, file)).status_code == 403
    assert upload(client, chronology, a_file(VISIT)).status_code == 403


def test_after_it_was_handed_in_no_file_is_taken(author, chronology):
    taken(chronology, VISIT)
    chronology.hand_in(by=author_of(chronology), at=timezone.now())
    page = author.get(at("chronology-files", chronology)).content.decode()
    assert "has been handed in" in page
    assert upload(author, chronology, a_file(CALL)).status_code == 409


def test_a_refusal_while_taking_in_is_shown_on_the_preview(author, chronology):
    taken(chronology, VISIT)
    one, other = sent(chronology, VISIT, CALL), sent(chronology, VISIT, CLINIC)
    author.post(at("chronology-file-take", chronology, one))
    author.post(at("chronology-file-take", chronology, other))
    work_is_done()
    assert "Choose again" in shown(author, chronology, one) + shown(author, chronology, other)


def test_what_a_file_is_was_chosen_anew_and_not_kept_so_that_it_is_not_taken_in(author, chronology):
    first = taken(chronology, VISIT)
    file = sent(chronology, CLINIC)
    choose_replaced(file, None)
    take = at("chronology-file-take", chronology, file)
    page = author.post(take, {"replaces": first.pk}, follow=True).content.decode()
    assert "Nothing was taken in yet" in page and "withdrawn" in page
    assert not Work.objects.filter(kind="take").exists()
    author.post(take, {"replaces": first.pk})
    work_is_done()
    assert standing(chronology) == [CLINIC[3]]
    assert SourceFile.objects.get(pk=file.pk).replaces == first
    assert author.post(take, {"replaces": ""}).status_code == 302  # sent twice, it stays so


def test_the_button_that_takes_rows_in_sends_what_the_file_is(author, chronology):
    taken(chronology, VISIT)
    page = shown(author, chronology, sent(chronology, CLINIC))
    assert 'form="what-it-is"' in page and 'id="what-it-is"' in page


def test_what_was_handed_in_offers_no_rows_to_be_taken_in_or_put_right(author, chronology):
    taken(chronology, VISIT, WRONG)
    file = sent(chronology, CLINIC)
    here = f"/chronologies/{chronology.pk}/"
    assert "can be put right here" in author.get(here).content.decode()
    assert ">Take the rows in</button>" in shown(author, chronology, file)
    chronology.hand_in(by=author_of(chronology), at=timezone.now())
    page = author.get(here).content.decode()
    assert "hv.csv, row 3" in page and "can be put right here" not in page
    page = shown(author, chronology, file)
    assert ">Take the rows in</button>" not in page
    assert "can be taken in when the board sends it back" in page
