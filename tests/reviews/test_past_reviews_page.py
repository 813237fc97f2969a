"""The page: choose a file, see what would come of it, go ahead once."""

from datetime import UTC, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from boards.models import Board, User
from boards.roles import Chair, Coordinator, Manager
from records.models import AuditEvent
from reviews.models import PastReviewsFile, Review
from tests.factories import BoardFactory, person
from tests.reviews.past_files import a_file, a_row

pytestmark = pytest.mark.django_db

PAGE = "/past-reviews/"


@pytest.fixture
def board() -> Board:
    return BoardFactory(name="East Sussex LSCB", slug="east-sussex", code="ESX")


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def manager_of(board: Board) -> Client:
    return signed_in(person(Manager, board))


def upload(client: Client, content: bytes, name: str = "past.csv", **fields: object):
    return client.post(PAGE, {"file": SimpleUploadedFile(name, content), **fields}, follow=True)


def test_the_page_is_at_its_agreed_address():
    assert reverse("past-reviews") == PAGE


def test_a_manager_checks_a_file_and_then_brings_it_in(board):
    client = manager_of(board)
    shown = upload(client, a_file(a_row(), a_row(review_name="Child S", children="x")))
    page = shown.content.decode()
    assert "1 accepted, 0 unchanged, 1 refused" in page
    assert "Scoping. A serious case review was initiated" in page
    assert "Enter a whole number from 1 to 99" in page
    assert not Review.objects.exists()

    done = client.post(shown.request["PATH_INFO"], follow=True).content.decode()
    assert "What was brought in" in done
    assert "/reviews/ESX-2008-001/" in done
    assert Review.objects.get().is_past
    assert AuditEvent.objects.filter(verb="import_reviews", board=board).count() == 1


def test_going_ahead_twice_brings_the_file_in_once(board):
    client = manager_of(board)
    here = upload(client, a_file()).request["PATH_INFO"]
    client.post(here)
    assert client.post(here, follow=True).status_code == 200
    assert Review.objects.count() == 1


def test_the_content_is_let_go_once_it_was_brought_in(board):
    client = manager_of(board)
    client.post(upload(client, a_file()).request["PATH_INFO"])
    assert bytes(PastReviewsFile.objects.get().content) == b""


def test_a_file_with_nothing_new_offers_no_button(board):
    client = manager_of(board)
    client.post(upload(client, a_file()).request["PATH_INFO"])
    page = upload(client, a_file()).content.decode()
    assert "There is nothing new to bring in from this file." in page
    assert "1 row was brought in before with the same facts." in page
    assert "Bring in what is accepted" not in page


def test_a_file_left_waiting_goes_when_its_owner_chooses_another(board):
    client = manager_of(board)
    upload(client, a_file())
    upload(client, a_file(a_row(review_name="Child S")))
    assert PastReviewsFile.objects.count() == 1


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "the chosen file is empty"),
        (b"PK\x03\x04 and so on", "This is an Excel workbook, not a CSV file."),
        (b"x," * 99_999 + b"x\n", "The file has 100,000 columns"),
        (b"x" * (5 * 1024 * 1024 + 1), "The file is larger than 5 MB"),
    ],
)
def test_an_unreadable_file_is_refused_beside_its_field(board, content, said):
    page = upload(manager_of(board), content).content.decode()
    assert "Error: Past reviews" in page
    assert said in page
    assert 'href="#id_file"' in page
    assert not PastReviewsFile.objects.exists()


def test_without_a_file_the_page_asks_for_one(board):
    page = manager_of(board).post(PAGE, {}).content.decode()
    assert "Choose the CSV file with the past reviews" in page


@pytest.mark.parametrize("role", [Coordinator, Chair])
def test_only_managers_bring_past_reviews_in(board, role):
    client = signed_in(person(role, board))
    assert client.get(PAGE).status_code == 403
    assert upload(client, a_file()).status_code == 403
    assert not PastReviewsFile.objects.exists()


def test_a_stranger_is_asked_to_sign_in():
    assert Client().get(PAGE).status_code == 302


def test_another_boards_file_does_not_exist(board):
    here = upload(manager_of(board), a_file()).request["PATH_INFO"]
    other = manager_of(BoardFactory())
    assert other.get(here).status_code == 404
    assert other.post(here).status_code == 404
    assert not Review.objects.exists()


def test_a_manager_of_one_board_cannot_bring_in_anothers_rows(board):
    hull = BoardFactory(name="Hull LSCB")
    page = upload(manager_of(board), a_file(a_row(lscb="Hull LSCB")), board=hull.pk)
    assert "The row is of Hull LSCB, and this import is for East Sussex LSCB." in (
        page.content.decode()
    )


def test_a_manager_of_two_boards_says_which_and_can_name_no_third(board):
    user, hull, third = person(Manager, board), BoardFactory(), BoardFactory()
    user.memberships.create(board=hull, role="manager", since_on="2010-01-01")
    client = signed_in(user)
    assert "Choose the board that the reviews are of" in upload(client, a_file()).content.decode()
    refused = upload(client, a_file(), board=third.pk).content.decode()
    assert "Choose one of your own boards" in refused
    upload(client, a_file(), board=hull.pk)
    assert PastReviewsFile.objects.get().board == hull


def test_what_was_brought_in_before_is_listed(board):
    client = manager_of(board)
    client.post(upload(client, a_file(), name="our-reviews.csv").request["PATH_INFO"])
    assert "our-reviews.csv" in client.get(PAGE).content.decode()


def test_markup_in_a_cell_is_shown_as_text(board):
    page = upload(manager_of(board), a_file(a_row(review_name="<b>Child</b>"))).content.decode()
    assert "&lt;b&gt;Child&lt;/b&gt;" in page
    assert "<b>Child" not in page


def test_the_check_page_takes_the_same_number_of_queries_for_many_rows(
    board, django_assert_max_num_queries
):
    client = manager_of(board)
    rows = [a_row(review_name=f"Child {n}") for n in range(30)]
    here = upload(client, a_file(*rows)).request["PATH_INFO"]
    with django_assert_max_num_queries(10):
        client.get(here)


def test_a_file_is_brought_in_by_somebody_at_some_time(board):
    from django.db import IntegrityError

    kept = PastReviewsFile.keep(
        b"x", name="x", board=board, by=person(Manager, board), at=datetime(2024, 1, 1, tzinfo=UTC)
    )
    kept.brought_in_at = datetime(2024, 1, 1, tzinfo=UTC)
    with pytest.raises(IntegrityError):
        kept.save()
