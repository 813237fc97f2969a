"""What was said of a review's reminders, as a file for an inspection."""

import csv
import io
from datetime import timedelta

import pytest

from boards.roles import Auditor, Manager
from notifications.models import Acknowledgement, Nudge, Snooze
from records.models import AuditEvent
from reviews.models import Review
from tests.factories import BoardFactory, person
from tests.notifications.scenes import a_case, days_before, deadline_of, noon, staffed
from tests.notifications.test_pages import page_for

pytestmark = pytest.mark.django_db

WHY = "The police asked us to wait."


def said_in(user, review: Review) -> list[dict[str, str]]:
    answer = page_for(user, f"/reviews/{review.reference}/reminders/?format=csv&of=said")
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))


@pytest.fixture
def people():
    return staffed(BoardFactory())


@pytest.fixture
def review(people) -> Review:
    return a_case(people["manager"].memberships.get().board, owner=people["owner"])


def say_everything(review: Review, people) -> None:
    """The owner has a reminder sent, puts others off, lets them go on; the manager has it."""
    deadline, at = deadline_of(review), noon(days_before(14))
    Nudge.give(deadline, by=people["owner"], at=at)
    until = days_before(5)
    snooze = Snooze.give(
        deadline, until=until, reason=WHY, by=people["owner"], at=at + timedelta(hours=1)
    )
    snooze.end(by=people["owner"], at=at + timedelta(hours=2))
    Acknowledgement.give(deadline, by=people["manager"], note="With us", at=at + timedelta(hours=3))


def test_the_file_says_who_said_what_and_when_in_the_order_in_which_it_was_said(review, people):
    say_everything(review, people)
    rows = said_in(people["manager"], review)
    owner, manager = people["owner"].full_name, people["manager"].full_name
    assert [row["Who"] for row in rows] == [owner, owner, owner, manager]
    assert [row["At"] for row in rows] == [
        f"2010-03-26T{hour}:00:00+00:00" for hour in (12, 13, 14, 15)
    ]
    words = ("asked for a reminder", "put off", "go on", "in hand")
    assert all(word in row["What"] for word, row in zip(words, rows, strict=True))


def test_it_has_what_came_back_and_nothing_of_another_review(review, people):
    say_everything(a_case(review.board, owner=people["owner"]), people)
    assert said_in(people["manager"], review) == []


def test_handing_it_out_is_logged(review, people):
    say_everything(review, people)
    said_in(people["manager"], review)
    event = AuditEvent.objects.get(verb="export")
    assert event.by == people["manager"]
    assert "4 things said of the reminders" in event.sentence


def test_it_is_offered_once_something_was_said(review, people):
    address = f"/reviews/{review.reference}/reminders/"
    assert "of=said" not in page_for(people["manager"], address).content.decode()
    say_everything(review, people)
    assert "of=said" in page_for(people["manager"], address).content.decode()


def test_whoever_may_not_see_the_review_has_no_such_file(review, people):
    say_everything(review, people)
    for stranger in (person(Manager, BoardFactory()), person(Auditor, BoardFactory())):
        address = f"/reviews/{review.reference}/reminders/?format=csv&of=said"
        assert page_for(stranger, address).status_code == 404
