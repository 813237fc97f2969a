"""The summary of the week: who has it, how often, and what it says."""

import pytest
from django.test import Client

from boards.models import User
from notifications.assembly import owe_summaries
from notifications.delivery import deliver_batch
from notifications.ladder import DEFAULT, Ladder
from notifications.models import HeldAddress, Mail
from tests.factories import BoardFactory
from tests.notifications.post_office import PostOffice
from tests.notifications.scenes import DUE, a_case, days_before, deadline_of, noon, staffed
from tests.notifications.test_ladders import publish

pytestmark = pytest.mark.django_db

MONDAY = days_before(4)  # 5 April 2010


@pytest.fixture
def people() -> dict[str, User]:
    return staffed(BoardFactory())


def board_of(people):
    return people["manager"].memberships.get().board


def send_on(day) -> int:
    owe_summaries(on=day, at=noon(day), is_morning=True)
    return deliver_batch(on=day, now=lambda: noon(day), is_morning=True).sent


def test_the_manager_alone_has_one_a_week_and_board(people, post: PostOffice):
    a_case(board_of(people), owner=people["owner"])
    assert [send_on(days_before(days)) for days in (4, 4, 3, 0)] == [1, 0, 0, 0]
    assert send_on(days_before(-3)) == 1  # the Monday after
    assert set(post.recipients()) == {people["manager"].email}
    body = post.messages[0].get_body(("plain",)).get_content()
    assert post.messages[0]["Subject"].endswith("0 overdue, 1 due")
    assert "Due in the next 14 days: 1" in body
    assert "1 overdue" in post.messages[1]["Subject"]


def test_nothing_is_sent_where_there_is_nothing_to_say_or_the_board_wants_none(people, post):
    assert send_on(MONDAY) == 0
    board = board_of(people)
    Mail.objects.all().delete()
    a_case(board, owner=people["owner"])
    publish(board, Ladder(DEFAULT.before, DEFAULT.every, DEFAULT.told, is_weekly=False))
    assert send_on(MONDAY) == 0
    assert not Mail.objects.exists()


def test_a_manager_who_has_left_has_none(people, post: PostOffice):
    a_case(board_of(people), owner=people["owner"])
    owe_summaries(on=MONDAY, at=noon(MONDAY), is_morning=True)
    people["manager"].memberships.get().end(on=MONDAY)
    assert send_on(MONDAY) == 0
    assert post.messages == []


def test_the_manager_reads_it_before_it_comes(people):
    review = a_case(board_of(people), owner=people["owner"])
    client = Client()
    client.force_login(people["manager"])
    shown = client.get("/reminders/weekly/").content.decode()
    assert review.reference in shown
    assert "Overdue: 1" in shown


def test_an_address_that_takes_no_mail_is_held_until_it_is_corrected_or_tried(people, post):
    review = a_case(board_of(people), owner=people["owner"])
    HeldAddress.hold(
        people["manager"], people["manager"].email, because="550 No such person", at=noon(MONDAY)
    )
    assert deadline_of(review).due_on == DUE
    assert send_on(MONDAY) == 0
    User.objects.filter(pk=people["manager"].pk).update(email="new@lscb.example")
    assert send_on(MONDAY) == 1
    held = HeldAddress.objects.get()
    User.objects.filter(pk=people["manager"].pk).update(email=held.address)
    client = Client()
    client.force_login(people["manager"])
    assert "550 No such person" in client.get("/status/").content.decode()
    assert client.post(f"/status/addresses/{held.pk}/try/").status_code == 302
    assert send_on(days_before(-3)) == 1
