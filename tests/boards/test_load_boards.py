"""The 148 boards of England are data, loaded as often as one likes."""

import json
import re
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from boards.loading import listed_boards, load_boards
from boards.models import Board, LocalAuthority
from tests.factories import BoardFactory

pytestmark = pytest.mark.django_db


def test_all_148_boards_come_with_their_152_authorities():
    loaded = load_boards()
    assert (loaded.boards, loaded.boards_added) == (148, 148)
    assert (loaded.authorities, loaded.authorities_added) == (152, 152)
    assert (Board.objects.count(), LocalAuthority.objects.count()) == (148, 152)


def test_loading_twice_changes_nothing():
    load_boards()
    again = load_boards()
    assert (again.boards_added, again.authorities_added) == (0, 0)
    assert (Board.objects.count(), LocalAuthority.objects.count()) == (148, 152)


def test_a_joint_board_has_all_its_authorities():
    load_boards()
    board = Board.objects.get(slug="leicestershire-and-rutland")
    assert [str(each) for each in board.authorities.all()] == ["Leicestershire", "Rutland"]
    assert board.region == "East Midlands"


def test_every_board_has_a_code_of_its_own_that_fits_a_reference():
    codes = [one.code for one in listed_boards()]
    assert len(set(codes)) == 148
    assert all(re.fullmatch("[A-Z]{3,4}", code) for code in codes)
    assert {one.slug: one.code for one in listed_boards()}["east-sussex"] == "ESX"


def test_every_board_has_an_address_of_its_own():
    slugs = [one.slug for one in listed_boards()]
    assert len(set(slugs)) == 148
    assert {"southend-on-sea", "st-helens", "hull"} <= set(slugs)


def test_a_boards_own_corrections_are_kept():
    load_boards()
    Board.objects.filter(slug="hull").update(name="Kingston upon Hull LSCB", code="KUH")
    load_boards()
    assert Board.objects.get(slug="hull").code == "KUH"
    assert Board.objects.count() == 148


def test_only_the_boards_asked_for_are_loaded():
    load_boards(only={"east-sussex", "hull"})
    assert sorted(Board.objects.values_list("slug", flat=True)) == ["east-sussex", "hull"]
    assert LocalAuthority.objects.count() == 2


def test_the_command_prints_the_counts():
    written = StringIO()
    call_command("load_boards", stdout=written)
    assert written.getvalue() == (
        "148 boards, 148 of them new; 152 authorities, 152 of them new.\n"
    )
    written = StringIO()
    call_command("load_boards", format="json", stdout=written)
    assert json.loads(written.getvalue()) == {
        "boards": 148,
        "boards_added": 0,
        "authorities": 152,
        "authorities_added": 0,
    }


def test_a_code_that_another_board_took_is_refused_and_nothing_is_loaded():
    BoardFactory(slug="my-own", code="ESX")
    with pytest.raises(CommandError, match="change it on the administration pages"):
        call_command("load_boards")
    assert Board.objects.count() == 1
