"""What a person changes in a long file is read again by a worker, and none of it is lost."""

import pytest

from chronology.models import Entry, SourceFile, Work
from chronology.receiving import asking, reading_in
from chronology.receiving.keeping import put_away
from chronology.receiving.reading_in import put_right
from chronology.receiving.taking import take
from chronology.views import file_page
from reviews.conditions import NotYet
from tests.chronology.file_visits import at, shown, upload, work_is_done
from tests.chronology.sending import VISIT, WRONG, a_file, sent, standing
from tests.factories import AT, UserFactory

pytestmark = pytest.mark.django_db

ALSO_WRONG = ("30/02/2009", "", "HV diary", "The GP answered the letter.")
DAY, LATER_DAY = "28/02/2009", "01/03/2009"


@pytest.fixture
def file(chronology, monkeypatch):
    monkeypatch.setattr(asking, "READ_AT_ONCE", 0)  # every file is long
    return sent(chronology, VISIT, WRONG, ALSO_WRONG)


def send(author, file, key="R3", day=DAY, **options):
    row = at("chronology-file-row", file.chronology, file)
    return author.post(row, {"key": key, "is-date": day, "page": "1"}, **options)


def read_works():
    return Work.objects.filter(kind="read")


def test_a_row_of_a_long_file_is_put_right_by_a_worker(author, file):
    answer = send(author, file)
    waiting = author.get(answer.url)
    assert "It waits for a worker" in waiting.content.decode()
    assert "being read again with row 3" in waiting.content.decode()
    assert waiting["Refresh"] == "3"
    assert answer.url.replace("&", "&amp;") in waiting.content.decode()  # and back to the place
    work_is_done()
    assert "Put right here" in author.get(answer.url).content.decode()
    file.refresh_from_db()
    assert len(file.reading["entries"]) == 2


def test_rows_put_right_before_a_worker_came_are_read_once_and_all(author, file):
    send(author, file)
    send(author, file, "R4", LATER_DAY)
    assert read_works().count() == 1
    work_is_done()
    file.refresh_from_db()
    assert len(file.reading["entries"]) == 3
    assert not Work.objects.unfinished().exists()


def test_a_row_sent_twice_is_put_right_once(author, file):
    for _ in range(2):
        send(author, file)
    assert read_works().count() == 1
    file.refresh_from_db()
    assert file.corrections == {"R3": {"date": DAY}}


def test_what_is_put_right_while_a_worker_reads_is_read_as_well(author, file, monkeypatch):
    read, times = reading_in._read, []

    def slowly(found):
        told = read(found)
        times.append(1)
        if len(times) == 1:
            send(author, file, "R4", LATER_DAY)
        return told

    send(author, file)
    monkeypatch.setattr(reading_in, "_read", slowly)
    work_is_done()
    file.refresh_from_db()
    assert len(times) == 2
    assert len(file.reading["entries"]) == 3
    assert not file.is_to_be_read


def test_what_is_put_right_after_the_reading_is_work_anew(author, file, monkeypatch):
    monkeypatch.setattr(reading_in, "_is_kept", kept_and_then(lambda: send(author, file, "R4")))
    send(author, file)
    work_is_done()
    assert read_works().count() == 2
    work_is_done()
    file.refresh_from_db()
    assert len(file.reading["entries"]) == 3


def kept_and_then(sent_late):
    """Keep a reading; a person's change comes the moment after, once."""
    kept, late = reading_in._is_kept, [sent_late]

    def keep(*asked):
        is_kept = kept(*asked)
        if late:
            late.pop()()
        return is_kept

    return keep


def test_a_file_is_not_taken_in_before_what_was_changed_is_read(author, file):
    send(author, file)
    answer = author.post(at("chronology-file-take", file.chronology, file))
    assert answer.status_code == 409
    with pytest.raises(NotYet, match="has not been read yet"):
        take(file, by=UserFactory(), at=AT)
    assert not Entry.objects.exists()
    work_is_done()
    author.post(at("chronology-file-take", file.chronology, file))
    work_is_done()
    assert standing(file.chronology) == [VISIT[3], WRONG[3]]


def test_a_row_put_right_after_take_was_pressed_is_not_left_out(author, file):
    author.post(at("chronology-file-take", file.chronology, file))
    put_right(file, "R3", {"date": DAY})
    work_is_done()
    assert not Entry.objects.exists()
    assert "has not been read yet" in shown(author, file.chronology, file)
    author.post(at("chronology-file-read", file.chronology, file))
    work_is_done()
    assert "Put right here" in shown(author, file.chronology, file)


def test_a_reading_that_ends_while_the_page_is_opened_is_shown(author, chronology, monkeypatch):
    upload(author, chronology, a_file(VISIT))
    file = SourceFile.objects.get()

    def ended(found):
        work_is_done()
        return asking.last_work(found)

    monkeypatch.setattr(file_page, "last_work", ended)
    page = shown(author, chronology, file)
    assert "Take the rows in" in page
    assert "has not been read yet" not in page


def test_a_file_put_away_while_it_is_read_stays_away(author, file, monkeypatch):
    read = reading_in._read

    def while_put_away(found):
        put_away(SourceFile.objects.get(pk=found.pk), by=UserFactory(), at=AT)
        return read(found)

    send(author, file)
    monkeypatch.setattr(reading_in, "_read", while_put_away)
    work_is_done()
    file.refresh_from_db()
    assert file.discarded_at
    assert len(file.reading["entries"]) == 1


def test_headings_of_a_long_file_are_taken_up_by_a_worker(author, file):
    headings = at("chronology-file-headings", file.chronology, file)
    author.post(headings, {"heading-1": "Source", "role-1": "present"})
    assert "It waits for a worker" in shown(author, file.chronology, file)
    work_is_done()
    file.refresh_from_db()
    assert file.reading["entries"][0]["present"] == "HV diary"
    file.chronology.refresh_from_db()
    assert file.chronology.column_roles == {"Source": "present"}


def test_a_choice_of_what_it_replaces_does_not_pass_for_a_reading(author, file):
    send(author, file)
    author.post(at("chronology-file-replaces", file.chronology, file), {"replaces": ""})
    file.refresh_from_db()
    assert file.is_to_be_read


def test_headings_sent_for_a_file_that_was_never_read_are_none_and_it_is_read(author, file):
    SourceFile.objects.update(reading=None)
    answer = author.post(at("chronology-file-headings", file.chronology, file), {"heading-0": "x"})
    assert answer.status_code == 302
    work_is_done()
    file.refresh_from_db()
    assert len(file.reading["entries"]) == 1
