"""What GOV.UK Notify posts when a mail was delivered or came back."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from notifications.models import Mail, Receipt, Reminder
from notifications.planning import NOT_OWED, OVERTAKEN, supersede_stale
from records.models import AuditEvent
from reviews.models import Review
from tests.notifications.notify_simulator import (
    API_KEY,
    REFERENCE,
    facts,
    notify_simulator,
    send_by,
)
from tests.notifications.scenes import (
    a_case,
    days_before,
    noon,
    plan_on,
    planned_and_put_together,
    remind_on,
)

pytestmark = pytest.mark.django_db

AT = noon(days_before(7))
CAME_BACK = datetime(2026, 11, 20, 9, 30, tzinfo=UTC)
TOKEN = "a-token-agreed-with-notify"


@pytest.fixture(autouse=True)
def _notify_is_chosen(settings):
    settings.GOVUK_NOTIFY_API_KEY = API_KEY
    settings.GOVUK_NOTIFY_CALLBACK_TOKEN = TOKEN


@pytest.fixture
def sent() -> Reminder:
    """Return a reminder that Notify has taken."""
    a_case()
    planned_and_put_together(days_before(7))
    Mail.objects.update(sent_at=AT, message_id=REFERENCE, attempts=1)
    return Reminder.objects.get()


def post(body: object, *, token: str | None = TOKEN, scheme: str = "Bearer"):
    headers = {} if token is None else {"Authorization": f"{scheme} {token}"}
    return Client(enforce_csrf_checks=True).post(
        "/notify/receipts/",
        body if isinstance(body, bytes) else json.dumps(body),
        content_type="application/json",
        headers=headers,
    )


def test_a_delivery_is_kept_and_the_reminder_stays_sent(sent):
    answer = post(facts(id="740e5834-3a29-46b4-9a6f-16142fde533a"))
    assert (answer.status_code, answer.json()) == (200, {"result": "kept"})
    receipt = Receipt.objects.get()
    assert (receipt.mail, receipt.status, receipt.at) == (sent.mail, "delivered", CAME_BACK)
    assert str(receipt.notification) == "740e5834-3a29-46b4-9a6f-16142fde533a"
    sent.refresh_from_db()
    assert sent.status.label == "Sent"


def test_without_a_token_nobody_is_heard(sent):
    answer = post(facts(), token=None)
    assert (answer.status_code, answer["WWW-Authenticate"]) == (401, "Bearer")
    assert not Receipt.objects.exists()


@pytest.mark.parametrize("token", ["wrong", "", TOKEN[:-1], TOKEN + "x", "tök€n"])
def test_with_another_token_nobody_is_heard(sent, token):
    assert post(facts(), token=token).status_code == 403
    assert not Receipt.objects.exists()


def test_the_token_counts_as_a_bearer_token_alone(sent):
    assert post(facts(), scheme="Basic").status_code == 403


@pytest.mark.parametrize("missing", ["GOVUK_NOTIFY_API_KEY", "GOVUK_NOTIFY_CALLBACK_TOKEN"])
def test_without_notify_there_is_no_such_address(sent, settings, missing):
    setattr(settings, missing, "")
    assert post(facts()).status_code == 404
    assert post(facts(), token="").status_code == 404


def test_receipts_are_posted_and_not_fetched():
    assert Client().get("/notify/receipts/").status_code == 405


@pytest.mark.parametrize(
    "body",
    [
        b"not JSON",
        b"\xff\xfe",
        b"[" * 10_000,
        b" " * 17_000 + b"{}",
        [],
        {},
        facts(id="7"),
        facts(id=None),
        facts(id=7),
        facts(status="gone"),
        facts(status=["delivered"]),
        facts(reference=["x"]),
        facts(reference={"a": "b"}),
        facts(reference="x" * 201),
        facts(reference="x\x00y"),
        facts(reference="\ud800"),
        facts(completed_at="yesterday"),
        facts(completed_at="0001-01-01T00:00:00Z"),
        facts(completed_at=1270209600),
    ],
)
def test_what_is_no_receipt_is_refused_with_a_reason(sent, body):
    answer = post(body)
    assert answer.status_code == 400
    assert answer.json()["errors"]
    assert not Receipt.objects.exists()


def test_an_address_that_takes_no_mail_is_shown_and_noted(sent):
    assert post(facts(status="permanent-failure")).status_code == 200
    sent.refresh_from_db()
    assert (sent.status.label, sent.status.colour) == ("Bounced", "red")
    assert sent.status.at == CAME_BACK
    assert sent.status.because.startswith("The address does not take mail.")
    event = AuditEvent.objects.filter(verb="bounce").get()
    assert event.reference == sent.review.reference
    assert event.board == sent.review.board
    assert event.sentence == (
        f"A reminder to {sent.recipient} did not arrive. The address does not take mail. "
        "Ask the person for one that does."
    )


def test_the_case_says_that_a_reminder_did_not_arrive(sent):
    post(facts(status="permanent-failure"))
    client = Client()
    client.force_login(sent.review.owner)
    case = client.get(sent.review.get_absolute_url()).content.decode()
    listed = client.get(f"/reviews/{sent.review.reference}/reminders/").content.decode()
    assert "1 reminder did not arrive." in case
    for page in (case, listed):
        assert "Bounced" in page
        assert "The address does not take mail" in page


def test_what_did_not_arrive_is_of_no_use_once_the_deadline_is_met(sent):
    post(facts(status="permanent-failure"))
    assert Reminder.objects.undelivered().get() == sent
    sent.review.deadlines.update(is_open=False)
    assert not Reminder.objects.undelivered().exists()


def test_news_of_a_turn_that_did_not_arrive_is_counted_too(sent):
    nothing = dict.fromkeys(("deadline", "due_on", "due_version", "stage"))
    Reminder.objects.update(kind="turn", change=sent.review.changes.last(), **nothing)
    post(facts(status="permanent-failure"))
    assert Reminder.objects.undelivered().get() == sent


def test_notify_may_say_it_again(sent):
    receipt = facts(status="permanent-failure")
    post(receipt)
    again = post(receipt)
    assert (again.status_code, again.json()) == (200, {"result": "known"})
    assert Receipt.objects.count() == 1
    assert AuditEvent.objects.filter(verb="bounce").count() == 1


def test_the_database_keeps_a_receipt_once(sent):
    post(facts())
    receipt = Receipt.objects.get()
    receipt.pk = None
    with pytest.raises(IntegrityError, match="receipt"), transaction.atomic():
        receipt.save(force_insert=True)


def test_the_database_knows_the_outcomes(sent):
    post(facts())
    with pytest.raises(IntegrityError, match="receipt_status_known"), transaction.atomic():
        Receipt.objects.update(status="lost")


@pytest.mark.parametrize("reference", ["<nobody@knows.example>", "", None])
def test_a_reference_that_nobody_knows_is_accepted_and_noted(sent, caplog, reference):
    waits = a_case()
    plan_on(days_before(7))
    answer = post(facts(reference=reference, status="permanent-failure"))
    assert (answer.status_code, answer.json()) == (200, {"result": "unknown"})
    assert "unknown reference" in caplog.text
    assert not Mail.objects.filter(bounced_at__isnull=False).exists()
    assert waits.reminders.get().status.label == "Planned"


def test_a_receipt_that_overtakes_the_note_of_the_sending_is_asked_for_again(sent):
    Mail.objects.update(sent_at=None, message_id="", next_attempt_at=AT)
    (held,) = Mail.objects.claim(1, at=AT, is_morning=True)
    receipt = facts(status="permanent-failure")
    assert post(receipt).status_code == 503
    held.mark_sent(REFERENCE, at=AT)
    assert post(receipt).json() == {"result": "kept"}
    assert Reminder.objects.get().status.label == "Bounced"


@pytest.mark.parametrize("status", ["temporary-failure", "technical-failure"])
def test_what_could_not_be_delivered_in_time_waits_again(sent, status):
    post(facts(status=status))
    sent.refresh_from_db()
    assert (sent.mail.sent_at, sent.mail.message_id, sent.mail.attempts) == (None, "", 1)
    assert sent.status.label == "Trying again"
    assert sent.mail.may_have_left, "or Notify is not asked whether it has it"
    told_at = Receipt.objects.get().notified_at
    assert sent.mail.next_attempt_at == told_at + timedelta(hours=1)
    assert Mail.objects.due(told_at + timedelta(hours=1), is_morning=True).get() == sent.mail
    assert not AuditEvent.objects.filter(verb="bounce").exists()


def test_what_notify_gave_back_is_handed_to_it_again(settings):
    a_case()
    with notify_simulator() as notify:
        send_by(notify, settings)
        remind_on(days_before(7))
        (mail,) = notify.taken
        mail["status"] = "temporary-failure"
        post(facts(id=mail["id"], reference=mail["reference"], status=mail["status"]))
        later = Mail.objects.get().next_attempt_at
        assert remind_on(days_before(7), at=later).sent == 1
        post(facts(id=notify.taken[1]["id"], reference=notify.taken[1]["reference"]))
    told = Receipt.objects.values_list("mail__recipient__email", "status")
    to = mail["email_address"]
    assert list(told) == [(to, "temporary-failure"), (to, "delivered")]
    assert Reminder.objects.get().status.label == "Sent"


def test_after_three_times_in_vain_it_has_bounced(sent):
    for _ in range(3):
        Mail.objects.update(sent_at=AT, message_id=REFERENCE)
        post(facts(status="temporary-failure"))
    sent.refresh_from_db()
    assert sent.status.label == "Bounced"
    assert sent.status.because == "The mailbox did not take it in time; it may be full."
    assert sent.mail.receipts.count() == 3


def test_it_is_not_sent_again_where_a_later_reminder_went_to_the_same_person(sent):
    plan_on(days_before(1))
    assert Reminder.objects.count() == 2
    post(facts(status="temporary-failure"))
    sent.refresh_from_db()
    assert sent.status.label == "Bounced"


def test_what_waits_again_ends_when_it_is_not_owed_any_more(sent):
    post(facts(status="technical-failure"))
    Review.objects.get().deadlines.update(is_open=False)
    supersede_stale(Reminder.objects.all(), at=AT)
    sent.refresh_from_db()
    assert sent.status.because == NOT_OWED


def test_a_mail_about_several_things_came_back_for_each(sent):
    other = a_case(sent.review.board, owner=sent.recipient)
    plan_on(days_before(7))
    other.reminders.update(mail=sent.mail)
    post(facts(status="permanent-failure"))
    assert [row.status.label for row in Reminder.objects.all()] == ["Bounced", "Bounced"]
    noted = AuditEvent.objects.filter(verb="bounce").values_list("reference", flat=True)
    assert set(noted) == {sent.review.reference, other.reference}


def test_of_several_things_that_came_back_only_what_is_not_replaced_goes_again(sent):
    other = a_case(sent.review.board, owner=sent.recipient)
    plan_on(days_before(7))
    other.reminders.update(mail=sent.mail)
    other.deadlines.update(is_open=False)  # so that the later sweep speaks of the first alone
    plan_on(days_before(1))
    post(facts(status="temporary-failure"))
    sent.refresh_from_db()
    assert sent.status.because == OVERTAKEN
    assert other.reminders.get().mail.sent_at is None


def test_only_what_was_sent_can_bounce(sent):
    with pytest.raises(IntegrityError, match="mail_bounced_after_sending"):
        Mail.objects.update(sent_at=None, message_id="", bounced_at=AT, failure="x")
