"""Signing in and out, and the pages that anybody may read."""

import pytest
from django.test import Client

from boards.roles import Manager
from tests.factories import person

pytestmark = pytest.mark.django_db
PASSWORD = "a long enough password"


def sign_in(client, user, password=PASSWORD, **extra):
    return client.post("/sign-in/", {"username": user.email, "password": password, **extra})


@pytest.mark.parametrize("page", ["accessibility", "cookies", "help", "sign-in"])
def test_anybody_may_read_the_public_pages(client, page):
    assert client.get(f"/{page}/").status_code == 200


def test_the_right_password_leads_home_or_to_the_page_asked_for(client):
    user = person(Manager)
    assert sign_in(client, user).headers["Location"] == "/"
    wanted = sign_in(Client(), user, next="/deadlines/?when=overdue")
    assert wanted.headers["Location"] == "/deadlines/?when=overdue"


def test_nobody_is_sent_to_another_site_after_signing_in(client):
    assert sign_in(client, person(Manager), next="https://evil.example/").headers["Location"] == "/"


def test_a_wrong_password_is_named_and_five_lock_the_door(client):
    user = person(Manager)
    for _ in range(4):
        response = sign_in(client, user, "wrong")
        assert "Enter a correct email address and password" in response.content.decode()
    assert sign_in(client, user, "wrong").status_code == 429
    assert sign_in(client, user).status_code == 429


def test_who_is_signed_in_goes_straight_home_and_signs_out_by_post_alone(client):
    sign_in(client, person(Manager))
    assert client.get("/sign-in/").headers["Location"] == "/"
    assert client.get("/sign-out/").status_code == 405
    assert client.post("/sign-out/").headers["Location"] == "/sign-in/"
    assert client.get("/").headers["Location"] == "/sign-in/?next=/"
