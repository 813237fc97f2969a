"""Proof for an inspection: a review's ledger in a file, and a deadline's rows on its page."""

import csv
import io
from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from boards.roles import AgencyAuthor, Chair, Manager
from notifications.models import Mail, Reminder
from records.models import AuditEvent, first_broken_link
from tests.factories import BoardFactory, person
from tests.notifications.scenes import (
    a_case,
    days_before,
    deadline_of,
    noon,
    plan_on,
    planned_and_put_together,
)
from tests.notifications.test_meetings import Scene
from tests.notifications.test_pages import page_for
from tests.notifications.test_recipients import an_agency_is_asked, with_its_deadline

pytestmark = pytest.mark.django_db

HEADS = [
    "Deadline",
    "Due",
    "Stage",
    "To",
    "Told as",
    "Planned at",
    "Sent at",
    "Message-ID",
    "State",
    "State since",
]


def export_of(user, review, form: str) -> bytes:
    answer = page_for(user, f"/reviews/{review.reference}/reminders/?format={form}")
    return b"".join(answer.streaming_content)


def csv_of(user, review) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(export_of(user, review, "csv").decode("utf-8-sig"))))


def told_seven_days_before(board):
    """Return a review whose owner and Chair have a mail each that waits to be sent."""
    chair = person(Chair, board)
    review = a_case(board)
    planned_and_put_together(days_before(7))
    return review, chair


def test_the_file_says_when_each_was_sent_and_under_which_message_id():
    review, _ = told_seven_days_before(BoardFactory())
    sent_at = datetime(2010, 4, 2, 12, 5, 7, 99, tzinfo=UTC)
    Mail.objects.filter(recipient=review.owner).update(sent_at=sent_at, message_id="<a@b.example>")
    row = next(r for r in csv_of(review.owner, review) if r["To"] == review.owner.full_name)
    assert list(row) == HEADS
    assert row == {
        "Deadline": deadline_of(review).name,
        "Due": "2010-04-09",
        "Stage": "7 days before",
        "To": review.owner.full_name,
        "Told as": "Owner or deputy",
        "Planned at": "2010-04-02T13:00:00+01:00",
        "Sent at": "2010-04-02T13:05:07+01:00",
        "Message-ID": "<a@b.example>",
        "State": "Sent",
        "State since": "2010-04-02T13:05:07+01:00",
    }


def test_the_file_words_each_state_as_the_page_does():
    review, chair = told_seven_days_before(BoardFactory())
    at = noon(days_before(7))
    Mail.objects.filter(recipient=chair).update(failed_at=at, failure="550 No such user")
    Mail.objects.filter(recipient=review.owner).update(
        sent_at=at, message_id="<a@b>", bounced_at=at, failure="Mailbox full"
    )
    plan_on(days_before(1))
    Reminder.objects.filter(mail=None, recipient=chair).update(
        superseded_at=at, superseded_because="The deadline was met."
    )
    states = {(r["To"], r["Stage"]): r["State"] for r in csv_of(chair, review)}
    assert states == {
        (review.owner.full_name, "7 days before"): "Bounced: Mailbox full",
        (chair.full_name, "7 days before"): "Failed: 550 No such user",
        (review.owner.full_name, "1 day before"): "Planned",
        (chair.full_name, "1 day before"): "Not sent: The deadline was met.",
    }


def test_what_was_left_out_of_a_mail_has_no_message_id():
    review, _ = told_seven_days_before(BoardFactory())
    at = noon(days_before(7))
    Mail.objects.filter(recipient=review.owner).update(sent_at=at, message_id="<a@b>")
    Reminder.objects.update(superseded_at=at, superseded_because="A later reminder took its place.")
    for row in csv_of(review.owner, review):
        assert (row["Sent at"], row["Message-ID"]) == ("", "")


def test_a_turn_is_in_the_file_by_what_it_asks_for():
    board = BoardFactory()
    chair = person(Chair, board)
    review = a_case(board)
    change = review.changes.create(
        round=1, action="recommend", after="recommended", by=review.owner, at=noon(days_before(9))
    )
    Reminder.tell(change, at=change.at)
    (row,) = csv_of(chair, review)
    assert row["Deadline"] == "Decide on the sub-committee's recommendation"
    assert (row["Stage"], row["Due"]) == ("When it became their turn", "")


def test_excel_has_the_same_rows_by_londons_clock_and_runs_no_name():
    board = BoardFactory()
    review, chair = told_seven_days_before(board)
    chair.full_name = "=1+1"
    chair.save()
    sheet = load_workbook(io.BytesIO(export_of(chair, review, "xlsx"))).active
    heads, *rows = sheet.iter_rows()
    assert [cell.value for cell in heads] == HEADS
    assert len(rows) == 2
    named = next(row for row in rows if row[3].value == "=1+1")
    assert named[3].data_type == "s"
    assert f"{named[5].value:%Y-%m-%d %H:%M}" == "2010-04-02 13:00"
    assert "'=1+1" in {row["To"] for row in csv_of(chair, review)}


def test_the_export_is_in_the_log_of_the_board():
    review, chair = told_seven_days_before(BoardFactory())
    export_of(chair, review, "csv")
    event = AuditEvent.objects.get(verb="export")
    assert event.sentence == f"2 reminders of {review.reference} exported (CSV)."
    assert (event.board, event.by) == (review.board, chair)
    assert first_broken_link() is None


def test_outsiders_get_no_file_and_leave_nothing_in_the_log():
    review, _ = told_seven_days_before(BoardFactory())
    outsider = person(Manager, BoardFactory())
    answer = page_for(outsider, f"/reviews/{review.reference}/reminders/?format=csv")
    assert answer.status_code == 404
    assert not AuditEvent.objects.filter(verb="export").exists()


def test_the_page_offers_the_files_once_there_is_something_in_them():
    review = a_case()
    address = f"/reviews/{review.reference}/reminders/"
    assert "Export for an inspection" not in page_for(review.owner, address).content.decode()
    assert (
        "Nobody has been told" in page_for(review.owner, f"{address}?format=csv").content.decode()
    )
    plan_on(days_before(7))
    text = page_for(review.owner, address).content.decode()
    assert 'href="?format=csv"' in text
    assert 'href="?format=xlsx"' in text


def test_the_page_of_a_deadline_says_who_was_told_of_it_and_of_no_other():
    review, chair = told_seven_days_before(BoardFactory())
    theirs = with_its_deadline(an_agency_is_asked(review, due_on=days_before(-30)))
    text = page_for(review.owner, address_of(deadline_of(review))).content.decode()
    for words in ("Who was told", chair.full_name, "7 days before", "and an export of them"):
        assert words in text
    text = page_for(review.owner, address_of(theirs)).content.decode()
    assert "Nobody has been told anything yet" in text
    assert chair.full_name not in text


def test_an_agency_sees_who_was_told_of_its_return_and_no_way_to_the_others():
    review, chair = told_seven_days_before(BoardFactory())
    commission = an_agency_is_asked(review, due_on=days_before(0))
    author = person(AgencyAuthor, review.board, agency=commission.agency)
    theirs = with_its_deadline(commission)
    plan_on(days_before(7))
    text = page_for(author, address_of(theirs)).content.decode()
    assert author.full_name in text
    assert chair.full_name not in text
    assert "All reminders" not in text
    ledger = page_for(author, f"/reviews/{review.reference}/reminders/?format=csv")
    assert ledger.status_code == 404


def address_of(deadline) -> str:
    return f"/reviews/{deadline.review.reference}/deadlines/{deadline.pk}/"


def test_the_file_and_the_deadlines_page_cost_the_same_for_thirty_rows_as_for_two():
    board = BoardFactory()
    review, chair = told_seven_days_before(board)
    costs = []
    for newcomers in (0, 28):
        for _ in range(newcomers):
            person(Chair, board)
        plan_on(days_before(7))
        with CaptureQueriesContext(connection) as queries:
            page_for(chair, address_of(deadline_of(review)))
            rows = csv_of(chair, review)
        costs.append(len(queries))
    assert len(rows) == 30
    assert costs[0] == costs[1]


def test_the_file_names_the_meeting_that_somebody_was_invited_to_as_the_page_does():
    scene = Scene()
    scene.calls()
    page = page_for(scene.manager, f"/reviews/{scene.review.reference}/reminders/")
    assert "Panel meeting 1, called" in page.content.decode()
    rows = csv_of(scene.manager, scene.review)
    assert {row["Deadline"] for row in rows if "invit" in row["Told as"].lower()} == {
        "Panel meeting 1, called"
    }
