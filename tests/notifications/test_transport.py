"""From the ledger to GOV.UK Notify, over HTTP, with everything that it may answer."""

import subprocess
import sys
from datetime import UTC, datetime, timedelta

import pytest

from boards.roles import Coordinator
from notifications.delivery import deliver_all
from notifications.models import Mail, Reminder
from notifications.models.queue import CLAIM_LASTS
from notifications.transport import MailServer, Notify, chosen
from tests.factories import BoardFactory, person
from tests.notifications.notify_simulator import API_KEY, Simulator, notify_simulator, send_by
from tests.notifications.scenes import a_case, days_before, noon, plan_on

pytestmark = pytest.mark.django_db

TODAY = days_before(7)
AT = noon(TODAY)
BAD_ADDRESS = (400, "ValidationError", "email_address Not a valid email address")
ON_TRIAL = (
    400,
    "BadRequestError",
    "Can't send to this recipient when service is in trial mode",
)
DAY_IS_SPENT = (429, "TooManyRequestsError", "Exceeded send limits (email: 50) for today")
TOO_FAST = (429, "RateLimitError", "Exceeded rate limit for key type LIVE of 3000 per 60 seconds")


@pytest.fixture
def notify(settings):
    with notify_simulator() as simulator:
        send_by(simulator, settings)
        yield simulator


def deliver(at: datetime = AT):
    return deliver_all(on=TODAY, now=lambda: at)


def waiting(number: int) -> list[Reminder]:
    """Return the planned reminders of so many reviews, in the order of delivery."""
    board = BoardFactory()
    for _ in range(number):
        a_case(board, owner=person(Coordinator, board))
    plan_on(TODAY)
    return list(Reminder.objects.order_by("recipient_id").select_related("recipient", "review"))


def row() -> Reminder:
    return Reminder.objects.get()


def test_notify_is_used_where_its_key_is_set_and_only_there(settings):
    settings.GOVUK_NOTIFY_API_KEY = ""
    assert isinstance(chosen(), MailServer)
    settings.GOVUK_NOTIFY_API_KEY = API_KEY
    assert isinstance(chosen(), Notify)


def test_a_key_without_a_template_is_explained_in_one_sentence(settings, tmp_path):
    environment = {
        "PORTAL_ENV": "test",
        "PORTAL_VAR": str(tmp_path),
        "GOVUK_NOTIFY_API_KEY": API_KEY,
    }
    said = subprocess.run(
        [sys.executable, "-c", "import lscb_portal.settings"],
        env=environment,
        cwd=settings.BASE_DIR,
        capture_output=True,
        text=True,
        check=False,
    )
    last = said.stderr.strip().splitlines()[-1]
    assert said.returncode == 1
    assert "ImproperlyConfigured: GOVUK_NOTIFY_API_KEY is set: set GOVUK_NOTIFY_TEMPLATE_ID" in last


def test_a_reminder_goes_out_with_its_message_id_as_reference(notify):
    (reminder,) = waiting(1)
    assert deliver().sent == 1
    (mail,) = notify.taken
    assert mail["email_address"] == reminder.recipient.email
    assert mail["reference"] == row().mail.message_id
    assert (row().mail.sent_at, row().status.label) == (AT, "Sent")
    told = mail["personalisation"]
    assert told["subject"] == f"Action needed by 9 April 2010: review {reminder.review.reference}"
    assert f"\nhttps://portal.lscb.example/reviews/{reminder.review.reference}/" in told["body"]


def test_a_batch_goes_over_one_connection_and_asks_nothing_that_it_knows(notify):
    waiting(12)
    assert deliver().sent == 12
    assert (len(notify.connections), notify.posts, notify.asked) == (1, 12, [])


def test_what_notify_interprets_is_shown_as_it_is_written(notify):
    review = a_case()
    review.deadlines.update(name="Decide [now](https://evil.example) \\o/")
    plan_on(TODAY)
    deliver()
    body = notify.taken[0]["personalisation"]["body"]
    assert r"Decide \[now\](https://evil.example) \\o/" in body


def test_a_bad_address_fails_in_notifys_words_and_the_others_are_sent(notify):
    first, *_ = waiting(3)
    notify.refuse[first.recipient.email] = BAD_ADDRESS
    done = deliver()
    first.refresh_from_db()
    assert (done.failed, done.sent) == (1, 2)
    assert first.status.label == "Failed"
    assert first.mail.failure == "email_address Not a valid email address"


def test_somebody_outside_the_team_waits_for_the_end_of_the_trial_and_keeps_nobody(notify):
    first, *_ = waiting(3)
    notify.refuse[first.recipient.email] = ON_TRIAL
    done = deliver()
    first.refresh_from_db()
    assert (done.put_off, done.sent) == (1, 2)
    assert first.mail.next_attempt_at == AT + timedelta(minutes=1)


def test_when_the_day_is_spent_all_wait_until_midnight_utc_after_one_question(notify):
    waiting(4)
    notify.answer = DAY_IS_SPENT
    assert deliver().put_off == 4
    assert notify.posts == 1
    midnight = datetime(AT.year, AT.month, AT.day, tzinfo=UTC) + timedelta(days=1)
    rows = Reminder.objects.all()
    assert {(r.mail.next_attempt_at, r.mail.failure) for r in rows} == {(midnight, DAY_IS_SPENT[2])}
    notify.answer = None
    assert deliver(midnight - timedelta(seconds=1)).claimed == 0
    assert deliver(midnight).sent == 4


def test_too_many_a_minute_puts_all_off_for_a_minute(notify):
    waiting(3)
    notify.answer = TOO_FAST
    assert deliver().put_off == 3
    assert notify.posts == 1
    notify.answer = None
    assert deliver(AT + timedelta(minutes=1)).sent == 3


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ((500, "Exception", "Internal server error"), "GOV.UK Notify: Internal server error"),
        ((503, "Down", "Service unavailable"), "GOV.UK Notify: Service unavailable"),
        (
            (403, "AuthError", "Invalid token: API key not found"),
            "GOV.UK Notify refused us: Invalid token: API key not found. An operator has to put "
            "GOVUK_NOTIFY_API_KEY and the server's clock right.",
        ),
        (
            (400, "BadRequestError", "Template not found"),
            "Template not found. An operator has to put the template or "
            "GOVUK_NOTIFY_TEMPLATE_ID right.",
        ),
    ],
)
def test_what_an_operator_or_notify_has_to_mend_fails_nobody(notify, answer, words):
    waiting(3)
    notify.answer = answer
    assert deliver().put_off == 3
    assert notify.posts == 1, "the others are not tried in vain"
    assert {r.mail.failure for r in Reminder.objects.all()} == {words}


def test_a_wrong_key_is_a_wrong_key_and_not_a_wrong_address(notify, settings):
    waiting(1)
    settings.GOVUK_NOTIFY_API_KEY = API_KEY[:-1] + "1"
    assert deliver().put_off == 1
    assert row().status.label == "Trying again"
    assert row().mail.failure.startswith("GOV.UK Notify refused us: ")


def test_nobody_answering_is_not_the_recipients_fault(notify, settings):
    waiting(2)
    settings.GOVUK_NOTIFY_BASE_URL = f"http://127.0.0.1:{Simulator().port}"
    assert deliver().put_off == 2
    assert Reminder.objects.first().mail.failure == "GOV.UK Notify: no answer (ConnectionError)"


def test_a_mail_that_was_taken_without_an_answer_is_not_sent_twice(notify):
    waiting(1)
    notify.drop_after = 0
    assert deliver().put_off == 1
    assert deliver(AT + timedelta(minutes=1)).sent == 1
    assert (len(notify.taken), notify.asked) == (1, [row().mail.message_id])


def test_a_crash_between_acceptance_and_the_mark_repeats_no_mail(notify, monkeypatch):
    class PowerCut(BaseException):
        pass

    def cut(*_, **__):
        raise PowerCut

    waiting(3)
    with monkeypatch.context() as patch:
        patch.setattr(Mail, "mark_sent", cut)
        with pytest.raises(PowerCut):
            deliver()
    assert len(notify.taken) == 1
    assert deliver(AT + CLAIM_LASTS + timedelta(seconds=1)).sent == 3
    assert len({mail["reference"] for mail in notify.taken}) == len(notify.taken) == 3


@pytest.mark.parametrize("given_back", ["temporary-failure", "technical-failure"])
def test_what_notify_gave_back_is_sent_again_under_the_same_reference(notify, given_back):
    waiting(1)
    notify.drop_after = 0
    deliver()
    notify.taken[0]["status"] = given_back
    assert deliver(AT + timedelta(minutes=1)).sent == 1
    assert len(notify.taken) == 2
