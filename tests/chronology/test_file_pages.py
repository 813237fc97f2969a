"""The pages on which an agency's file arrives, is checked, put right, and taken in."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from boards.models import User
from boards.roles import AgencyAuthor, Manager, OverviewAuthor
from chronology.models import Entry, SourceFile, Work
from chronology.receiving.kinds import LARGEST
from chronology.tasks import carry_out
from chronology.working import MOST_ATTEMPTS, take_up
from records.models import AuditEvent, Document
from tests.chronology.sending import (
    CALL,
    CLINIC,
    VISIT,
    WRONG,
    a_chronology,
    a_file,
    sent,
    standing,
    taken,
)
from tests.factories import AT, AgencyFactory, BoardFactory, a_review, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def chronology():
    board = BoardFactory()
    agency = AgencyFactory(board=board, name="Health visiting")
    return a_chronology(agency, a_review(board))


@pytest.fixture
def author(chronology) -> Client:
    return signed_in(author_of(chronology))


def author_of(chronology) -> User:
    return person(AgencyAuthor, chronology.review.board, agency=chronology.agency)


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def at(name: str, chronology, file=None) -> str:
    return reverse(name, args=[chronology.pk, *([file.pk] if file else [])])


def upload(client: Client, chronology, content: bytes, name: str = "hv.csv"):
    here = at("chronology-files", chronology)
    return client.post(here, {"file": SimpleUploadedFile(name, content)})


def work_is_done() -> None:
    for pk in take_up(at=timezone.now()):
        carry_out(pk)


def shown(client: Client, chronology, file, query: str = "") -> str:
    return client.get(at("chronology-file", chronology, file) + query).content.decode()


def test_the_addresses_are_the_agreed_ones(chronology):
    assert at("chronology-files", chronology) == f"/chronologies/{chronology.pk}/files/"


def test_an_author_sends_a_file_checks_it_and_takes_it_in(author, chronology):
    answer = upload(author, chronology, a_file(VISIT, WRONG))
    file = SourceFile.objects.get()
    assert answer.url == at("chronology-file", chronology, file)
    waiting = author.get(answer.url)
    assert "It waits for a worker" in waiting.content.decode()
    assert waiting["Refresh"] == "3"  # without script the browser asks again by itself
    work_is_done()
    page = shown(author, chronology, file)
    assert "Row 3" in page and "Refused" in page
    assert "31/02/2009" in page
    assert not Entry.objects.exists()
    author.post(at("chronology-file-take", chronology, file))
    work_is_done()
    page = shown(author, chronology, file)
    assert "What came of the file" in page
    assert standing(chronology) == [VISIT[3]]


def test_pressing_take_twice_takes_it_in_once(author, chronology):
    file = sent(chronology, VISIT)
    for _ in range(2):
        author.post(at("chronology-file-take", chronology, file))
    assert Work.objects.filter(kind="take").count() == 1
    work_is_done()
    author.post(at("chronology-file-take", chronology, file))
    work_is_done()
    assert Entry.objects.count() == 1
    assert Work.objects.filter(kind="take").count() == 1


def test_exactly_the_same_file_again_says_so(author, chronology):
    file = taken(chronology, content=a_file(VISIT))
    answer = upload(author, chronology, a_file(VISIT))
    assert answer.url == at("chronology-file", chronology, file)
    assert "exactly the file that was taken in" in author.get(answer.url).content.decode()
    assert Document.objects.count() == 1


def test_a_row_is_put_right_on_the_preview(author, chronology):
    file = sent(chronology, VISIT, WRONG)
    row = at("chronology-file-row", chronology, file)
    wrong = {"key": "R3", "is-date": "30/02/2009", "is-event": WRONG[3]}
    page = author.post(row, wrong, follow=True).content.decode()
    assert "There is still something in row 3" in page
    assert 'value="30/02/2009"' in page  # what was typed is not lost
    right = {"key": "R3", "is-date": "28/02/2009", "is-event": WRONG[3]}
    page = author.post(row, right, follow=True).content.decode()
    assert "This is right now: row 3." in page
    assert "Put right here" in page
    undone = author.post(row, {"key": "R3", "undo": "1"}, follow=True).content.decode()
    assert "was taken back" in undone
    assert "Refused" in undone


def test_a_row_with_nothing_wrong_has_no_address_to_change_it(author, chronology):
    file = sent(chronology, VISIT)
    row = at("chronology-file-row", chronology, file)
    assert author.post(row, {"key": "R2", "is-event": "x"}).status_code == 404


def test_what_a_heading_means_is_said_on_the_preview_and_remembered(author, chronology):
    odd = ("Date", "Colour", "Weather")
    file = sent(chronology, ("12/01/2009", "Red", "Rain"), ("14/1/09", "Red", "Sun"), headings=odd)
    page = shown(author, chronology, file)
    assert "What the headings were taken for" in page
    assert "No table with dates and events was found" in page
    choice = {"heading-1": "Weather", "role-1": "event", "heading-2": "Unheard of", "role-2": "ref"}
    author.post(at("chronology-file-headings", chronology, file), choice)
    assert "Rain" in shown(author, chronology, file, "?show=rows")
    chronology.refresh_from_db()
    assert chronology.column_roles == {"Weather": "event"}


def test_rows_passed_over_are_listed(author, chronology):
    file = sent(chronology, VISIT, ("", "", "", ""))
    page = shown(author, chronology, file, "?show=passed")
    assert "Row 3" in page and "Empty" in page


def test_a_person_chooses_whether_a_file_stands_beside_or_corrects(author, chronology):
    first = taken(chronology, VISIT)
    file = sent(chronology, CLINIC)
    assert "A correction of hv.csv" in shown(author, chronology, file)
    author.post(at("chronology-file-replaces", chronology, file), {"replaces": ""})
    file.refresh_from_db()
    assert (file.replaces, file.outcome["withdrawn"]) == (None, 0)
    author.post(at("chronology-file-replaces", chronology, file), {"replaces": first.pk})
    file.refresh_from_db()
    assert (file.replaces, file.outcome["withdrawn"]) == (first, 1)


def test_a_file_that_failed_says_why_and_keeps_the_original(author, chronology):
    file = sent(chronology, content=b"broken\n")
    page = shown(author, chronology, file)
    assert "This file could not be read" in page
    assert "No table with dates and events was found" in page
    original = author.get(at("chronology-file-original", chronology, file))
    assert b"".join(original.streaming_content) == b"broken\n"


def test_the_original_is_a_download_and_nothing_a_browser_opens(author, chronology):
    file = sent(chronology, VISIT, name="Akte “B”.csv")
    answer = author.get(at("chronology-file-original", chronology, file))
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Length"] == str(len(a_file(VISIT)))
    assert AuditEvent.objects.filter(verb="view", sentence__contains="original").exists()


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


def test_no_file_at_all_is_refused_on_the_form(author, chronology):
    page = author.post(at("chronology-files", chronology), {}).content.decode()
    assert "Choose the file with the chronology" in page


def test_a_file_that_is_too_large_is_refused_and_never_kept(author, chronology):
    page = upload(author, chronology, b"x" * (LARGEST + 1)).content.decode()
    assert "larger than 30 MB" in page
    assert not Document.objects.exists()


def test_a_file_that_was_put_away_is_gone_from_the_list(author, chronology):
    file = sent(chronology, VISIT)
    author.post(at("chronology-file-put-away", chronology, file))
    assert author.get(at("chronology-file", chronology, file)).status_code == 404
    assert "hv.csv" not in author.get(at("chronology-files", chronology)).content.decode()


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
    review.appointments.create(
        post="overview_author",
        name="Olive",
        user=User.objects.get(memberships__role="overview_author"),
        employer="Self",
        independence="Never worked here.",
        appointed_on=timezone.localdate(),
        by=file.uploaded_by,
        at=AT,
    )
    assert client.get(at("chronology-file-original", chronology, file)).status_code == 200
    assert client.get(at("chronology-file", chronology, file)).status_code == 403
    assert upload(client, chronology, a_file(VISIT)).status_code == 403


def test_after_it_was_handed_in_no_file_is_taken(author, chronology):
    taken(chronology, VISIT)
    chronology.hand_in(by=author_of(chronology), at=timezone.now())
    page = author.get(at("chronology-files", chronology)).content.decode()
    assert "has been handed in" in page
    assert upload(author, chronology, a_file(CALL)).status_code == 409


def test_a_worker_that_died_is_followed_by_another(author, chronology):
    upload(author, chronology, a_file(VISIT))
    work = Work.objects.get()
    now = timezone.now()
    assert work.claim(at=now)  # and then nothing more is heard of it
    assert take_up(at=now) == []
    later = now + timezone.timedelta(minutes=3)
    assert take_up(at=later) == [work.pk]


def test_what_stopped_the_portal_three_times_is_given_up_with_a_sentence(author, chronology):
    upload(author, chronology, a_file(VISIT))
    Work.objects.update(attempts=MOST_ATTEMPTS)
    assert take_up(at=timezone.now()) == []
    assert "tried three times" in shown(author, chronology, SourceFile.objects.get())


def test_a_refusal_while_taking_in_is_shown_on_the_preview(author, chronology):
    taken(chronology, VISIT)
    one, other = sent(chronology, VISIT, CALL), sent(chronology, VISIT, CLINIC)
    author.post(at("chronology-file-take", chronology, one))
    author.post(at("chronology-file-take", chronology, other))
    work_is_done()
    assert "Choose again" in shown(author, chronology, one) + shown(author, chronology, other)


def test_hostile_text_is_shown_as_text(author, chronology):
    nasty = "<script>alert(1)</script>"
    file = sent(chronology, ("12/01/2009", "", "=1+1", nasty), ("31/02/2009", "", nasty, nasty))
    for show in ("rows", "problems", "headings", "passed"):
        page = shown(author, chronology, file, f"?show={show}")
        assert nasty not in page
    assert "&lt;script&gt;alert(1)" in shown(author, chronology, file, "?show=rows")


def test_a_long_file_is_shown_by_pages_in_constant_queries(
    author, chronology, django_assert_max_num_queries
):
    rows = [
        (f"{1 + n % 28}/01/2009", "", "HV diary", f"Home visit {n}, baby seen and well.")
        for n in range(300)
    ]
    file = sent(chronology, *rows)
    with django_assert_max_num_queries(25):
        page = shown(author, chronology, file, "?show=rows&page=6")
    assert "visit 250," in page and "visit 249," not in page


def test_every_part_says_something_when_it_is_empty(author, chronology):
    file = sent(chronology, VISIT)
    assert "Nothing is wrong" in shown(author, chronology, file, "?show=problems")
    assert "as they will stand" in shown(author, chronology, file, "?show=nonsense&page=x")


def test_rows_to_look_at_are_narrowed_to_one_thing_that_is_wrong(author, chronology):
    file = sent(chronology, VISIT, WRONG, CALL, ("19/01/2009", "", "HV diary", ""))
    page = shown(author, chronology, file)
    assert "No such date</a> (1)" in page and "No event</a> (1)" in page
    page = shown(author, chronology, file, "?show=problems&reason=empty_event")
    assert "Row 5" in page and "Row 3" not in page
