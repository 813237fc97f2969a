"""The menu stays short: what is opened now and then is on the board's own page."""

import pytest
from django.test import Client
from django.urls import reverse

from boards.models import Board
from boards.roles import AgencyAuthor, Auditor, Chair, Coordinator, Manager
from insights.board_page import LINKS, links_for
from lscb_portal.navigation import links_for as menu_of
from tests.factories import BoardFactory, UserFactory, person

pytestmark = pytest.mark.django_db
LONGEST = 7  # on one line of a screen of 1280 pixels


@pytest.fixture
def board() -> Board:
    return BoardFactory()


@pytest.mark.parametrize("role", [Manager, Chair, Coordinator])
def test_menu_fits_on_one_line(board, role) -> None:
    assert len(menu_of(person(role, board))) <= LONGEST


def test_page_is_in_the_menu_of_those_alone_who_find_something_on_it(board) -> None:
    found = {
        role: ("Board", "board") in menu_of(person(role, board))
        for role in (Manager, Chair, Coordinator, AgencyAuthor, Auditor)
    }
    assert [role for role, has in found.items() if has] == [Manager, Chair]
    assert ("Log", "log") in menu_of(person(Auditor, board))


@pytest.mark.parametrize("role", [Manager, Chair])
def test_every_link_opens_to_whoever_is_shown_it(client: Client, board, role) -> None:
    client.force_login(person(role, board))
    page = client.get(reverse("board"))
    links = links_for(page.wsgi_request.user)
    assert links
    for link in links:
        assert f'href="{reverse(link.url)}"' in page.content.decode()
        assert client.get(reverse(link.url)).status_code == 200


def test_operator_without_a_role_finds_the_bank_holidays(client: Client) -> None:
    client.force_login(UserFactory(is_staff=True))
    assert reverse("bank-holidays") in client.get(reverse("board")).content.decode()


def test_menu_says_that_a_page_of_the_board_is_under_board(client: Client, board) -> None:
    client.force_login(person(Manager, board))
    for link in LINKS:
        shown = client.get(reverse(link.url)).context["navigation"]
        assert [each["text"] for each in shown if each["current"]] == ["Board"]
