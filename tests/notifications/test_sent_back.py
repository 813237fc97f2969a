"""An agency is told that its chronology came back, without a word of why."""

from datetime import timedelta

import pytest

from notifications.models import Kind, Reminder
from notifications.planning import plan
from reviews.models import CommissionKind
from tests.chronology.making import Scene
from tests.notifications.scenes import remind_on

pytestmark = pytest.mark.django_db

WHY = "Megan’s visit of 3 May is missing."


def sent_back(scene: Scene) -> None:
    scene.handed_in()
    scene.chronology.last.send_back(
        because=WHY,
        again_by_on=scene.today + timedelta(days=10),
        by=scene.panel_chair,
        at=scene.at,
    )


@pytest.mark.parametrize("kind", [CommissionKind.CHRONOLOGY, CommissionKind.IMR])
def test_the_author_is_told_by_mail_and_why_stays_in_the_portal(post, kind):
    scene = Scene(kind)
    sent_back(scene)
    row = Reminder.objects.get(kind=Kind.DATE_CHANGED)
    assert row.recipient == scene.author
    remind_on(scene.today, at=scene.at)
    letters = [m for m in post.messages if "Sent back" in m["Subject"]]
    (message,) = letters
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
    assert Reminder.objects.filter(kind=Kind.DATE_CHANGED, recipient=scene.author).count() == 1


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
    assert not Reminder.objects.filter(kind=Kind.DATE_CHANGED).exists()
