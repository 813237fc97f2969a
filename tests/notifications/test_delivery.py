"""From the ledger to a real mail server, with everything that goes wrong on the way."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from boards.models import User
from boards.roles import Coordinator
from notifications import rechecks
from notifications.assembly import assemble
from notifications.delivery import deliver_all, deliver_batch
from notifications.models import Mail, Reminder
from notifications.models.queue import CLAIM_LASTS
from notifications.planning import DATE_CHANGED, NOT_OWED
from reviews.models import Review
from tests.factories import BoardFactory, person
from tests.notifications.scenes import (
    DUE,
    a_case,
    days_before,
    noon,
    plan_on,
    remind_on,
)

pytestmark = pytest.mark.django_db

TODAY = days_before(7)
AT = noon(TODAY)


def deliver(at=AT, **options):
    return deliver_all(on=TODAY, now=lambda: at, **options)


def put_together() -> None:
    assemble(on=TODAY, at=AT, is_morning=True)


def claim(limit: int, at=AT) -> list[Mail]:
    return Mail.objects.claim(limit, at=at, is_morning=True)


def waiting_cases(number: int, *, one_owner: bool = False) -> list[Reminder]:
    """Return the planned reminders of so many reviews, in the order of delivery."""
    board = BoardFactory()
    owner = person(Coordinator, board)
    for _ in range(number):
        a_case(board, owner=owner if one_owner else person(Coordinator, board))
    plan_on(TODAY)
    put_together()
    return list(Reminder.objects.order_by("mail", "id").select_related("recipient", "mail"))


def test_a_reminder_arrives_and_is_marked_sent_with_the_message_id_that_arrived(post):
    review = a_case()
    assert remind_on(TODAY).sent == 1
    mail = Reminder.objects.get().mail
    assert post.recipients() == [review.owner.email]
    assert post.messages[0]["Message-ID"] == mail.message_id
    assert (mail.sent_at, mail.attempts, mail.claim) == (AT, 1, None)


def test_what_was_sent_is_not_sent_again(post):
    a_case()
    remind_on(TODAY)
    remind_on(TODAY)
    assert len(post.messages) == 1


def test_a_batch_goes_over_one_connection(post):
    waiting_cases(12)
    assert deliver(limit=100).sent == 12
    assert (len(post.messages), len(post.connections)) == (12, 1)


def test_a_server_that_hangs_up_between_messages_is_called_again(post):
    waiting_cases(5)
    post.hang_up_after = 2
    assert deliver().sent == 5
    assert (len(post.messages), len(post.connections)) == (5, 3)


def test_nothing_is_marked_sent_before_the_server_accepted(post, monkeypatch):
    seen = []
    accept = type(post).handle_DATA

    async def handle_DATA(self, server, session, envelope):  # noqa: N802
        seen.append(len(self.messages))
        return await accept(self, server, session, envelope)

    monkeypatch.setattr(type(post), "handle_DATA", handle_DATA)
    post.answer = "451 Try again later"
    waiting_cases(1)
    assert deliver().put_off == 1
    assert (seen, Mail.objects.get().sent_at) == ([0], None)


def test_a_crash_between_acceptance_and_the_mark_repeats_the_mail_with_the_same_message_id(
    post, monkeypatch
):
    class PowerCut(BaseException):
        pass

    def cut(*_, **__):
        raise PowerCut

    waiting_cases(3)
    with monkeypatch.context() as patch:
        patch.setattr(Mail, "mark_sent", cut)
        with pytest.raises(PowerCut):
            deliver()
    assert len(post.messages) == 1
    assert deliver(AT + timedelta(minutes=1)).claimed == 0, "the claim still holds"
    assert deliver(AT + CLAIM_LASTS + timedelta(seconds=1)).sent == 3
    identifiers = [message["Message-ID"] for message in post.messages]
    assert (len(identifiers), len(set(identifiers))) == (4, 3)
    assert identifiers[0] == identifiers[1]


def test_a_temporary_refusal_is_tried_again_later_and_later(post):
    waiting_cases(1)
    post.answer = "451 Greylisted, come back"
    deliver()
    mail = Mail.objects.get()
    assert (mail.attempts, mail.failure) == (1, "451 Greylisted, come back")
    assert mail.next_attempt_at == AT + timedelta(minutes=1)
    assert Reminder.objects.get().status.label == "Trying again"
    assert deliver(AT + timedelta(seconds=59)).claimed == 0
    deliver(AT + timedelta(minutes=1))
    mail.refresh_from_db()
    assert mail.next_attempt_at == AT + timedelta(minutes=3)
    post.answer = "250 OK"
    assert deliver(AT + timedelta(minutes=3)).sent == 1


def test_waiting_between_attempts_never_grows_past_an_hour(post):
    mail = waiting_cases(1)[0].mail
    Mail.objects.update(attempts=500)
    post.answer = "451 Later"
    deliver()
    mail.refresh_from_db()
    assert mail.next_attempt_at == AT + timedelta(hours=1)


def test_a_permanent_refusal_is_shown_in_the_servers_words_and_not_tried_again(post):
    waiting_cases(1)
    post.answer = "550 No such user here"
    assert deliver().failed == 1
    reminder = Reminder.objects.get()
    assert (reminder.mail.failed_at, reminder.mail.failure) == (AT, "550 No such user here")
    assert reminder.status.because == "550 No such user here"
    post.answer = "250 OK"
    assert deliver(AT + timedelta(days=1)).claimed == 0


def test_one_refused_recipient_does_not_keep_the_others_from_their_mail(post):
    first, second, third, fourth = waiting_cases(4)
    post.refuse = {first.recipient.email: "550 Unknown", third.recipient.email: "450 Mailbox busy"}
    done = deliver()
    assert (done.sent, done.failed, done.put_off) == (2, 1, 1)
    assert post.recipients() == [second.recipient.email, fourth.recipient.email]


def test_an_address_that_cannot_be_written_fails_alone(post):
    first, second = waiting_cases(2)
    User.objects.filter(pk=first.recipient_id).update(email="two\nlines@lscb.example")
    done = deliver()
    assert (done.failed, done.sent) == (1, 1)
    assert post.recipients() == [second.recipient.email]


def test_mail_waits_for_a_server_that_is_down_and_goes_when_it_is_up(post):
    waiting_cases(3)
    post.close()
    done = deliver()
    assert (done.sent, done.put_off, done.failed) == (0, 3, 0)
    assert "refused" in Mail.objects.first().failure.lower()
    post.open()
    assert deliver(AT + timedelta(minutes=2)).sent == 3


def test_a_server_that_goes_down_in_the_middle_loses_nothing(post):
    waiting_cases(3)
    take, taken = post.handle_DATA, []

    async def once(server, session, envelope):
        if taken:
            server.transport.close()
            return "421 Going down"
        taken.append(1)
        return await take(server, session, envelope)

    post.handle_DATA = once
    done = deliver()
    assert (done.sent, done.put_off) == (1, 2)
    post.handle_DATA = take
    assert deliver(AT + timedelta(minutes=2)).sent == 2
    assert len(post.messages) == 3


def test_a_slow_server_never_makes_a_worker_outlast_its_claim(post):
    waiting_cases(3)
    times = iter([AT, AT, AT, AT + CLAIM_LASTS, AT + CLAIM_LASTS])
    done = deliver_batch(on=TODAY, now=lambda: next(times, AT + CLAIM_LASTS))
    assert (done.claimed, done.sent) == (3, 1)
    assert Mail.objects.waiting().filter(claim=None).count() == 2


def meet(review: Review) -> None:
    review.deadlines.update(is_open=False, met_on=TODAY)


def move_the_date(review: Review) -> None:
    review.deadlines.update(version=2, due_on=DUE + timedelta(days=90))


def leave_the_board(review: Review) -> None:
    review.owner.memberships.get().end(on=TODAY)


def close_the_account(review: Review) -> None:
    User.objects.filter(pk=review.owner_id).update(is_active=False)


def hand_over(review: Review) -> None:
    successor = person(Coordinator, review.board)
    Review.objects.filter(pk=review.pk).update(owner=successor)


@pytest.mark.parametrize(
    ("happening", "because"),
    [
        (meet, NOT_OWED),
        (move_the_date, DATE_CHANGED),
        (leave_the_board, rechecks.NO_LONGER_THEIRS),
        (close_the_account, rechecks.LEFT),
        (hand_over, rechecks.NO_LONGER_THEIRS),
    ],
)
def test_what_has_changed_since_planning_is_asked_again_before_sending(happening, because, post):
    review = a_case()
    plan_on(TODAY)
    happening(review)
    assert deliver().superseded == 1
    assert post.messages == []
    assert Reminder.objects.get().superseded_because == because


def test_a_review_that_was_restricted_meanwhile_is_not_spoken_of(post, monkeypatch):
    a_case()
    plan_on(TODAY)
    monkeypatch.setattr(type(Review.objects.all()), "beside_viewers", lambda reviews, people: set())
    deliver()
    assert post.messages == []
    assert Reminder.objects.get().superseded_because == rechecks.MAY_NOT_SEE


def test_two_workers_never_hold_the_same_row(post):
    waiting_cases(5)
    first = claim(3)
    second = claim(3)
    assert (len(first), len(second)) == (3, 2)
    assert not {r.pk for r in first} & {r.pk for r in second}


def test_a_worker_whose_claim_ran_out_changes_nothing_any_more():
    waiting_cases(1)
    (late,) = claim(1)
    later = AT + CLAIM_LASTS + timedelta(seconds=1)
    (anew,) = claim(1, later)
    assert not late.fail("550 too late", at=later)
    assert anew.mark_sent("<x@y>", at=later)


def test_rows_that_are_being_sent_are_not_superseded_under_the_worker(post):
    review = a_case()
    plan_on(TODAY)
    put_together()
    (held,) = claim(1)
    review.deadlines.update(is_open=False)
    assert plan_on(TODAY).superseded == 0
    assert held.mark_sent("<x@y>", at=AT)


def queries_of_delivery() -> int:
    with CaptureQueriesContext(connection) as queries:
        deliver()
    return len(queries)


@pytest.mark.parametrize("one_owner", [True, False])
def test_asking_again_takes_as_many_queries_for_twenty_rows_as_for_two(one_owner, post):
    waiting_cases(2, one_owner=one_owner)
    two = queries_of_delivery()
    waiting_cases(20, one_owner=one_owner)
    more = 0 if one_owner else 18
    assert queries_of_delivery() == two + more, "one UPDATE more for each mail, and nothing else"
