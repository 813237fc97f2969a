"""The administration pages: people and boards, never cases."""

from datetime import date

import pytest
from django.contrib import admin
from django.test import Client

from boards.models import User
from boards.roles import Manager
from records.models import AuditEvent
from tests.factories import BoardFactory, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def administrator() -> Client:
    client = Client()
    client.force_login(
        User.objects.create_superuser("admin@lscb.example", "a long password", full_name="Admin")
    )
    return client


def test_cases_are_not_in_the_administration():
    named = {model._meta.label_lower for model in admin.site._registry}
    assert not {label for label in named if label.startswith(("reviews.", "records."))}


@pytest.mark.parametrize("page", ["board", "agency", "user"])
def test_the_lists_and_forms_open(administrator, page):
    manager = person(Manager)
    one = manager.pk if page == "user" else manager.memberships.get().board_id
    assert administrator.get(f"/admin/boards/{page}/").status_code == 200
    assert administrator.get(f"/admin/boards/{page}/add/").status_code == 200
    if page != "agency":
        assert administrator.get(f"/admin/boards/{page}/{one}/change/").status_code == 200


def test_nothing_is_deleted(administrator):
    board = BoardFactory()
    assert administrator.post(f"/admin/boards/board/{board.pk}/delete/").status_code == 403


def test_switching_an_account_off_ends_its_roles(administrator):
    leaver = person(Manager)
    seat = leaver.memberships.get()
    form = {
        "email": leaver.email,
        "full_name": leaver.full_name,
        "memberships-TOTAL_FORMS": "1",
        "memberships-INITIAL_FORMS": "1",
        "memberships-0-id": seat.pk,
        "memberships-0-user": leaver.pk,
        "memberships-0-board": seat.board_id,
        "memberships-0-role": "manager",
        "memberships-0-since_on": "2006-04-01",
    }
    answer = administrator.post(f"/admin/boards/user/{leaver.pk}/change/", form)
    assert answer.status_code == 302
    assert leaver.memberships.get().until_on >= date(2026, 1, 1)
    assert AuditEvent.objects.get(verb="administer").by.email == "admin@lscb.example"


def test_a_manager_is_not_an_administrator():
    client = Client()
    client.force_login(person(Manager))
    assert client.get("/admin/").status_code == 302
