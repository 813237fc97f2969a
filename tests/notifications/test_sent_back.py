"""An agency is told that its chronology came back, without a word of why."""

from datetime import timedelta
from email.message import EmailMessage

import pytest

from notifications.models import Kind, Reminder
from notifications.planning import plan
from reviews.models import CommissionKind
from tests.chronology.making import Scene
from tests.notifications.post_office import PostOffice
from tests.notifications.scenes import remind_on

pytestmark = pytest.mark.django_db

WHY = "Megan’s visit of 3 May is missing."


def sent_back(scene: Scene, *, days: int = 10) -> None:
    scene.handed_in()
    send_back(scene, days=days)


def send_back(scene: Scene, *, days: int) -> None:
    scene.chronology.last.send_back(
        because=WHY,
        again_by_on=scene.today + timedelta(days=days),
        by=scene.panel_chair,
        at=scene.at,
    )


def is_to(scene: Scene, message: EmailMessage) -> bool:
    return message["To"] == scene.author.email


def sent_back_mails(post: PostOffice) -> list[EmailMessage]:
    return [m for m in post.messages if "Sent back" in m["Subject"]]


@pytest.mark.parametrize("kind", [CommissionKind.CHRONOLOGY, CommissionKind.IMR])
def test_the_author_is_told_by_mail_and_why_stays_in_the_portal(post, kind):
    scene = Scene(kind)
    sent_back(scene)
    row = Reminder.objects.get(kind=Kind.SENT_BACK)
    assert row.recipient == scene.author
    remind_on(scene.today, at=scene.at)
    (message,) = sent_back_mails(post)
    assert message["To"] == scene.author.email
    assert scene.review.reference in message["Subject"]
    for part in ("plain", "html"):
        text = message.get_body((part,)).get_content()
        assert "Megan" not in text and "May is missing" not in text
        assert scene.agency.name not in text
        assert f"/commissions/{scene.commission.pk}/" in text


def test_reminders_of_the_new_day_run_and_the_date_is_told_once(post):
    scene = Scene()
    sent_back(scene)
    day = scene.today + timedelta(days=9)
    plan(on=day, at=scene.at + timedelta(days=9))
    stages = Reminder.objects.filter(kind=Kind.REMINDER, recipient=scene.author)
    assert [row.due_on for row in stages] == [scene.today + timedelta(days=10)]
    assert Reminder.objects.filter(kind=Kind.SENT_BACK, recipient=scene.author).count() == 1


def test_whoever_sends_back_is_not_told_of_it():
    scene = Scene()
    scene.handed_in()
    scene.author.memberships.create(board=scene.board, role="manager", since_on=scene.today)
    scene.author.__dict__.pop("_seats", None)
    scene.chronology.last.send_back(
        because=WHY,
        again_by_on=scene.today + timedelta(days=3),
        by=scene.author,
        at=scene.at,
    )
    assert not Reminder.objects.filter(kind=Kind.SENT_BACK).exists()


@pytest.mark.parametrize("kind", [CommissionKind.CHRONOLOGY, CommissionKind.IMR])
def test_each_sending_back_tells_the_author_once(post, kind):
    scene = Scene(kind)
    for days in (10, 20, 20):
        sent_back(scene, days=days)
        for _ in range(2):
            remind_on(scene.today, at=scene.at)
        scene.at += timedelta(minutes=1)
    days = [row.due_on - scene.today for row in Reminder.objects.filter(kind=Kind.SENT_BACK)]
    assert days == [timedelta(10), timedelta(20), timedelta(20)]
    assert [m["To"] for m in sent_back_mails(post)] == [scene.author.email] * 3
    assert "Date changed" not in {m["Subject"][:12] for m in post.messages if is_to(scene, m)}


def test_the_author_of_a_chronology_is_told_though_the_review_of_its_agency_has_come_in(post):
    scene = Scene(CommissionKind.IMR)
    scene.handed_in()
    scene.review.record(
        "return_commission",
        by=scene.coordinator,
        at=scene.at,
        commission=scene.commission,
        on=scene.today,
        answer="",
    )
    assert not scene.commission.deadline.is_open
    send_back(scene, days=10)
    remind_on(scene.today, at=scene.at)
    (message,) = sent_back_mails(post)
    again_by = scene.today + timedelta(days=10)
    assert f"{again_by:%-d %B %Y}" in message["Subject"]


def test_what_was_handed_in_again_before_the_mail_left_is_not_told(post):
    scene = Scene()
    sent_back(scene)
    scene.handed_in()
    remind_on(scene.today, at=scene.at)
    assert not sent_back_mails(post)
    row = Reminder.objects.get(kind=Kind.SENT_BACK)
    assert row.superseded_because == "The agency has handed it in again."


def test_a_part_that_is_wanted_again_is_not_told_as_the_date_of_the_whole(post):
    scene = Scene(CommissionKind.IMR)
    remind_on(scene.today, at=scene.at)
    sent_back(scene)
    remind_on(scene.today, at=scene.at)
    later = scene.due_on + timedelta(days=7)
    scene.review.deadlines.filter(commission=scene.commission).update(
        due_on=later, act_by=later, version=2
    )
    remind_on(scene.today, at=scene.at + timedelta(minutes=1))
    (news,) = Reminder.objects.filter(kind=Kind.DATE_CHANGED, recipient=scene.author)
    assert (news.previous_due_on, news.due_on) == (scene.due_on, later)
