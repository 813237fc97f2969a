"""An address that took no mail is held: that one and no other, until somebody has seen to it."""

import json

import pytest
from django.test import Client
from django.utils import timezone

from boards.models import User
from boards.roles import Manager
from notifications.models import HeldAddress, Mail, Reminder
from reviews.models import Review
from tests.factories import person
from tests.notifications.notify_simulator import API_KEY, facts, notify_simulator, send_by
from tests.notifications.scenes import a_case, days_before, plan_on, remind_on

pytestmark = pytest.mark.django_db

TOKEN = "a-token-agreed-with-notify"
GONE = "550 5.1.1 No such person here"
AFTERWARDS = "corrected@lscb.example"


@pytest.fixture
def review() -> Review:
    return a_case()


def move(user: User, address: str) -> None:
    User.objects.filter(pk=user.pk).update(email=address)


def held() -> list[tuple[int, str]]:
    return list(HeldAddress.objects.values_list("user", "address"))


def test_an_address_that_the_mail_server_refuses_for_good_is_held(review, post):
    owner = review.owner
    post.refuse[owner.email] = GONE
    assert remind_on(days_before(7)).failed == 1
    assert held() == [(owner.pk, owner.email)]
    assert HeldAddress.objects.get().because == GONE
    assert remind_on(days_before(1)).claimed == 0
    move(owner, AFTERWARDS)
    assert remind_on(days_before(1)).sent == 1
    assert post.recipients() == [AFTERWARDS]


@pytest.mark.parametrize("words", ["451 4.3.0 Try again later", "452 4.2.2 Mailbox full"])
def test_an_address_that_is_refused_for_now_is_not_held(review, post, words):
    post.refuse[review.owner.email] = words
    assert remind_on(days_before(7)).put_off == 1
    assert held() == []


def test_the_manager_sees_what_is_held_and_tries_it_again(review, post):
    manager = person(Manager, review.board)
    post.refuse[review.owner.email] = GONE
    remind_on(days_before(7))
    post.refuse.clear()
    client = Client()
    client.force_login(manager)
    shown = client.get("/status/").content.decode()
    assert review.owner.email in shown and GONE in shown
    client.post(f"/status/addresses/{HeldAddress.objects.get().pk}/try/")
    remind_on(days_before(1))
    assert review.owner.email in post.recipients()


def test_the_case_says_that_a_reminder_waits_for_an_address(review, post):
    post.refuse[review.owner.email] = GONE
    remind_on(days_before(7))
    plan_on(days_before(1))
    waits = Reminder.objects.for_review(review).first()
    assert (waits.stage, waits.status.label) == (1, "Held")
    client = Client()
    client.force_login(person(Manager, review.board))
    address = f"/reviews/{review.reference}/reminders/"
    for page in (address, f"/reminders/{waits.pk}/"):
        assert "Their address takes no mail" in client.get(page).content.decode()
    file = b"".join(client.get(f"{address}?format=csv").streaming_content).decode()
    assert "Held" in file
    asks = client.get(f"/deadlines/{waits.deadline_id}/remind/").content.decode()
    assert "whose address takes no mail" in asks
    move(review.owner, AFTERWARDS)
    assert Reminder.objects.for_review(review).first().status.label == "Planned"


@pytest.fixture
def came_back(review, settings) -> dict[str, str]:
    """Return the receipt of a mail that Notify has taken and could not deliver."""
    settings.GOVUK_NOTIFY_API_KEY = API_KEY
    settings.GOVUK_NOTIFY_CALLBACK_TOKEN = TOKEN
    with notify_simulator() as notify:
        send_by(notify, settings)
        remind_on(days_before(7))
        (mail,) = notify.taken
    return facts(id=mail["id"], reference=mail["reference"], status="permanent-failure")


def tell(receipt: dict[str, str]) -> None:
    answer = Client().post(
        "/notify/receipts/",
        json.dumps(receipt),
        content_type="application/json",
        headers={"Authorization": f"Bearer {TOKEN}"},
    )
    assert answer.json() == {"result": "kept"}


def test_an_address_from_which_mail_came_back_is_held(review, came_back, post):
    tell(came_back)
    assert held() == [(review.owner.pk, review.owner.email)]
    assert not Mail.objects.due(timezone.now(), is_morning=True).exists()


def test_it_is_the_address_that_mail_went_to_and_not_the_one_they_have_since(
    review, came_back, post, settings
):
    before = review.owner.email
    move(review.owner, AFTERWARDS)
    tell(came_back)
    settings.GOVUK_NOTIFY_API_KEY = ""
    assert held() == [(review.owner.pk, before)]
    assert not HeldAddress.objects.in_force().exists()
    assert remind_on(days_before(1)).sent == 1
    assert post.recipients() == [AFTERWARDS]


def test_a_mailbox_that_was_full_is_not_held(review, came_back):
    tell(came_back | {"status": "temporary-failure"})
    assert held() == []
    assert Reminder.objects.get().status.label == "Trying again"
