"""Reminders of actions that are opened again, and of those given to an agency's author."""

import pytest
from django.test import Client
from django.urls import reverse

from notifications.acknowledge_views import home_of
from notifications.feeds import as_ical
from notifications.models import CalendarFeed, Reminder
from reviews.models import Commission, Deadline
from tests.factories import AgencyFactory
from tests.notifications.scenes import noon, plan_on, remind_on
from tests.notifications.test_asked import DUE, Asking, before, reminded
from tests.reviews.meeting_scenes import HELD_ON

pytestmark = pytest.mark.django_db


def test_reminders_begin_again_when_an_action_is_opened_again_by_the_same_day(post):
    asking = Asking()
    action = asking.action()
    remind_on(before(7))
    assert len(post.messages) == 2
    said = {"by": asking.owner, "at": noon(before(6)), "action": action}
    asking.review.record("finish_action", on=before(7), **said)
    asking.review.record("reopen_action", because="Half of it.", again_by_on=DUE, **said)
    Deadline.objects.statutory().update(is_open=False)
    remind_on(before(6))
    assert [m["To"] for m in post.messages].count(asking.member.email) == 2


def test_those_who_were_told_the_day_hear_of_the_new_one(post):
    asking = Asking()
    action = asking.action()
    remind_on(before(7))
    said = {"by": asking.owner, "at": noon(before(6)), "action": action}
    asking.review.record("finish_action", on=before(7), **said)
    asking.review.record("reopen_action", because="Half of it.", again_by_on=before(-20), **said)
    Deadline.objects.statutory().update(is_open=False)
    remind_on(before(6))
    news = Reminder.objects.filter(kind="date_changed", recipient=asking.member).get()
    assert (news.previous_due_on, news.due_on) == (DUE, before(-20))


def test_an_author_is_reminded_of_their_action_and_opens_it_alone(post):
    asking = Asking()
    asking.question()
    action = asking.action(person=asking.author, who="")
    remind_on(before(7))
    mail = reminded(post)[asking.author.email]
    assert f"/meeting-actions/{action.pk}/" in mail
    client = Client()
    client.force_login(asking.author)
    for path in (action.get_absolute_url(), reverse("acknowledge", args=[action.deadline.pk])):
        assert client.get(path).status_code == 200
    assert client.get(f"/meetings/{action.meeting_id}/").status_code == 404
    assert home_of(action.deadline, asking.author) == action.get_absolute_url()
    listed = client.get("/deadlines/").content.decode()
    assert f'href="{action.get_absolute_url()}"' in listed
    feed, _ = CalendarFeed.make(asking.author, None, at=noon(HELD_ON))
    assert action.deadline.name in as_ical(feed, on=HELD_ON, at=noon(HELD_ON)).decode()


def test_an_author_whose_agency_is_asked_nothing_is_sent_nothing(post):
    asking = Asking()
    question = asking.question()
    asking.action(person=asking.author)
    plan_on(before(7))
    other = AgencyFactory(board=asking.board)
    Commission.objects.filter(pk=question.commission_id).update(agency=other)
    remind_on(before(7))
    assert asking.author.email not in reminded(post)
    row = Reminder.objects.get(tier="doer")
    assert row.superseded_because == "They may not see the review."
