"""Which rule held when: every version of a board's reminders can be read."""

import pytest
from django.test import Client

from boards.models import User
from boards.roles import Auditor, Chair, Manager
from tests.factories import BoardFactory, person
from tests.notifications.test_ladders import EARLY, OWNERS_ALONE, publish

pytestmark = pytest.mark.django_db


def page_for(user: User, slug: str, number: int, status: int = 200) -> str:
    client = Client()
    client.force_login(user)
    answer = client.get(f"/reminders/ladder/{slug}/versions/{number}/")
    assert answer.status_code == status
    return " ".join(answer.content.decode().split())


def test_a_version_says_what_held_from_when_until_when_and_what_it_changed():
    board = BoardFactory()
    manager, chair = person(Manager, board), person(Chair, board)
    publish(board, EARLY, by=manager)
    publish(board, OWNERS_ALONE, by=manager)
    first = page_for(chair, board.slug, 1)
    assert "40 and 10 days before" in first
    assert "Before: The owner and the deputy" in first
    assert "28, 14, 7 and 1 days before" in first
    assert "until" in first
    assert "and holds now" in page_for(manager, board.slug, 2)
    default = page_for(manager, board.slug, 0)
    assert "The reminders by default" in default
    assert "They held until" in default
    assert "Changed" not in default


def test_the_list_of_versions_leads_to_each():
    board = BoardFactory()
    manager = person(Manager, board)
    publish(board, EARLY, by=manager)
    client = Client()
    client.force_login(manager)
    shown = client.get("/reminders/ladder/").content.decode()
    assert f'href="/reminders/ladder/{board.slug}/versions/1/"' in shown


def test_there_is_no_version_to_come_and_none_for_others():
    board = BoardFactory()
    page_for(person(Manager, board), board.slug, 1, 404)
    page_for(person(Auditor, board), board.slug, 0, 404)
    page_for(person(Manager), board.slug, 0, 404)
