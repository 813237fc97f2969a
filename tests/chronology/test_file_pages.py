"""The pages on which an agency's file arrives, is checked, put right, and taken in."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from docx import Document as WordDocument

from chronology.models import Entry, SourceFile, Work
from chronology.working import MOST_ATTEMPTS, take_up
from records.kinds import DOCX
from records.models import AuditEvent, Document
from records.protecting import protected
from tests.chronology.file_visits import at, shown, upload, work_is_done
from tests.chronology.sending import (
    CALL,
    CLINIC,
    HEADINGS,
    VISIT,
    WRONG,
    a_file,
    sent,
    standing,
    taken,
)

pytestmark = pytest.mark.django_db


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


def test_the_original_is_a_download_and_nothing_a_browser_opens(author, chronology):
    file = sent(chronology, VISIT, name="Akte “B”.csv")
    answer = author.get(at("chronology-file-original", chronology, file))
    assert answer["Content-Disposition"].startswith("attachment")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Length"] == str(len(a_file(VISIT)))
    assert AuditEvent.objects.filter(verb="view", sentence__contains="original").exists()


def test_a_file_that_was_put_away_is_gone_from_the_list(author, chronology):
    file = sent(chronology, VISIT)
    author.post(at("chronology-file-put-away", chronology, file))
    assert author.get(at("chronology-file", chronology, file)).status_code == 404
    assert "hv.csv" not in author.get(at("chronology-files", chronology)).content.decode()


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


def test_what_is_said_of_many_rows_is_said_once_and_hides_no_other(author, chronology):
    twelve = [(f"{day:02}/01/2009", "", "", f"Call {day}.") for day in range(1, 13)]
    file = sent(chronology, *twelve, WRONG)
    page = shown(author, chronology, file)
    assert "The same is said of many rows" in page
    assert ">12 rows</a>, from row 2 to row 13" in page
    assert "Row 14" in page and "Event: <q>Letter sent to the GP" in page
    assert "Row 2<" not in page
    each = shown(author, chronology, file, "?show=problems&reason=not_filled")
    assert "Row 2<" in each and "The same is said" not in each


def in_word(*rows) -> bytes:
    document, to = WordDocument(), io.BytesIO()
    table = document.add_table(0, 4)
    for row in (HEADINGS, *rows):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.save(to)
    return to.getvalue()


def send_locked(client, chronology, content: bytes, password: str):
    locked = protected(io.BytesIO(content), DOCX.media_type, "lantern gravel otter").read()
    file = SimpleUploadedFile("hv.docx", locked)
    return client.post(at("chronology-files", chronology), {"file": file, "password": password})


def test_a_file_with_a_password_is_opened_with_it_and_kept_without(author, chronology):
    content = in_word(VISIT, CALL)
    answer = send_locked(author, chronology, content, "lantern gravel otter")
    assert answer.status_code == 302
    file = SourceFile.objects.get()
    assert b"".join(file.document.chunks()) == content
    work_is_done()
    assert "2</span>" in shown(author, chronology, file)


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("", "Enter the password of the file, and choose the file again"),
        ("another", "The password does not open the file: enter it, and choose the file again"),
    ],
)
def test_a_file_whose_password_is_missing_or_wrong_says_so(author, chronology, password, said):
    answer = send_locked(author, chronology, in_word(VISIT), password)
    assert said in answer.content.decode()
    assert not SourceFile.objects.exists()
