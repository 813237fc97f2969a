"""What a person would be sent by the next working morning: foreseen as it is then sent."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
import time_machine
from django.test import Client

from boards.models import User
from boards.roles import AgencyAuthor, Evaluator, Manager
from notifications.models import Nudge, Reminder, Snooze
from notifications.preview import ahead, preview
from reviews.models import Deadline, Review
from tests.factories import BoardFactory, person
from tests.notifications.post_office import PostOffice
from tests.notifications.scenes import (
    DUE,
    a_case,
    days_before,
    deadline_of,
    noon,
    plan_on,
    remind_on,
    staffed,
)

pytestmark = pytest.mark.django_db
GOOD_FRIDAY, TUESDAY = date(2010, 4, 2), date(2010, 4, 6)


@pytest.fixture(autouse=True)
def every_moment_is_a_working_morning() -> None:
    """Nothing stands in for the calendar and the clock here."""


@pytest.fixture
def people() -> dict[str, User]:
    return staffed(BoardFactory())


@pytest.fixture
def review(people) -> Review:
    """Return one of two, whose decisions are due on the same day."""
    board = people["owner"].memberships.get().board
    a_case(board, owner=people["owner"])
    return a_case(board, owner=people["owner"])


def evening(day: date) -> datetime:
    return datetime.combine(day, time(20), UTC)


def subjects(who: User, review: Review, at: datetime, seen_by: User | None = None) -> list:
    found = ahead(who, review.board, seen_by=seen_by or who, at=at)
    return [(each.mail.on, each.mail.subject) for each in found]


@pytest.mark.parametrize("days", [15, 9, 8, 4, 2, 1, 0, -6])
def test_what_is_foreseen_in_the_evening_is_what_the_sweeps_then_send(
    days, people, review, post: PostOffice
):
    for earlier in range(30, days - 1, -1):
        remind_on(days_before(earlier))
    post.messages.clear()
    foreseen = ahead(
        people["owner"], review.board, seen_by=people["owner"], at=evening(days_before(days))
    )
    sent = []
    day = days_before(days)
    while not foreseen or day < foreseen[-1].mail.on:
        day += timedelta(days=1)
        remind_on(day)
        sent += [
            (day, m["Subject"], m.get_body(("plain",)).get_content().strip())
            for m in post.messages
            if m["To"] == people["owner"].email
        ]
        post.messages.clear()
        if not foreseen and day > days_before(days) + timedelta(days=1):
            break
    told = [(e.mail.on, e.mail.subject, "\n".join(e.mail.text.splitlines())) for e in foreseen]
    assert told == [(on, subject, "\n".join(text.splitlines())) for on, subject, text in sent]


def test_over_easter_the_warning_of_seven_days_waits_for_tuesday(people, review):
    plan_on(days_before(14))
    foreseen = subjects(people["owner"], review, evening(GOOD_FRIDAY - timedelta(days=1)))
    (morning,) = [each for each in foreseen if each[0] == TUESDAY]
    assert "and 1 more" in morning[1]


def test_what_is_put_off_until_that_morning_wakes_and_longer_does_not(people, review):
    said = {"by": people["owner"], "at": noon(days_before(9)), "reason": "x"}
    awake, asleep = Deadline.objects.filter(kind="decide").order_by("pk")
    Snooze.give(awake, until=TUESDAY, **said)
    Snooze.give(asleep, until=TUESDAY + timedelta(days=1), **said)
    found = ahead(people["owner"], review.board, seen_by=people["owner"], at=evening(GOOD_FRIDAY))
    (letter,) = [each for each in found if each.is_digest]
    assert awake.review.reference in letter.mail.text
    assert asleep.review.reference not in letter.mail.text


def test_what_is_asked_for_goes_by_itself_and_at_once(people, review):
    at = evening(days_before(20))
    Nudge.give(deadline_of(review), by=people["manager"], at=at)
    letter, *_ = ahead(people["owner"], review.board, seen_by=people["manager"], at=at)
    assert (letter.is_digest, letter.mail.on) == (False, days_before(20))


def test_a_planned_row_is_shown_with_all_that_waits_for_the_same_mail(people, review):
    plan_on(days_before(14))
    row = Reminder.objects.filter(recipient=people["owner"]).first()
    mail = preview(row, seen_by=people["manager"], at=noon(days_before(14)))
    assert mail.subject.endswith("and 1 more")
    assert not Reminder.objects.exclude(mail=None).exists()


def test_a_reader_sees_nothing_of_a_review_that_is_hidden_from_them(people, review, post):
    reader = people["manager"]
    plan_on(days_before(14))
    Review.objects.filter(pk=review.pk).update(is_restricted=True)
    row = Reminder.objects.filter(recipient=people["owner"]).exclude(review=review).first()
    mail = preview(row, seen_by=reader, at=noon(days_before(14)))
    assert review.reference not in mail.text
    for _on, subject in subjects(people["owner"], review, evening(days_before(15)), reader):
        assert review.reference not in subject
    remind_on(days_before(14))
    row.refresh_from_db()
    mail = preview(row, seen_by=reader, at=noon(days_before(13)))
    assert (mail.hidden, review.reference in mail.text) == (1, False)


def client_of(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def test_the_page_is_ones_own_and_for_those_who_answer_for_the_board(people, review):
    outsiders = (person(Manager), person(AgencyAuthor, review.board))
    with time_machine.travel(evening(days_before(15))):
        for user in (people["owner"], people["chair"], people["manager"]):
            answer = client_of(user).get(f"/reminders/ahead/{people['owner'].pk}/")
            assert "the morning’s digest" in answer.content.decode()
        for user in outsiders:
            client = client_of(user)
            assert client.get(f"/reminders/ahead/{people['owner'].pk}/").status_code == 404
            assert "Nothing would be sent" in client.get("/reminders/ahead/").content.decode()
        assert client_of(person(Evaluator)).get("/reminders/ahead/").status_code == 404


def test_looking_ahead_writes_nothing(people, review):
    subjects(people["owner"], review, evening(DUE))
    assert not Reminder.objects.exists()
