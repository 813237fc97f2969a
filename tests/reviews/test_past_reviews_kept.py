"""What a past review is once it has been brought in."""

from datetime import date

import pytest

from boards.models import Board
from records.models import AuditEvent
from reviews.models import Incident, Review
from reviews.past_reviews.keeping import PastFile, bring_in, preview
from reviews.states import State
from tests.factories import BoardFactory, UserFactory
from tests.reviews.past_files import AT, a_file, a_row, brought_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def board() -> Board:
    return BoardFactory(name="East Sussex LSCB", slug="east-sussex", code="ESX")


def test_a_past_reviews_clocks_have_stopped(board):
    brought_in(a_row(), board=board)
    complete = Review.objects.get().deadlines.get(kind="complete")
    assert (complete.due_on, complete.is_open) == (date(2008, 8, 11), False)
    assert complete.ended_because == "Brought in from the board's records."


def test_the_guidance_of_a_past_review_is_that_of_its_time_not_of_today(board):
    brought_in(a_row(), board=board)
    assert Review.objects.get().guidance().slug == "wt2006"


def test_what_is_said_of_several_children_is_not_put_on_any_one_of_them(board):
    brought_in(a_row(children="3", known_to_social_care="yes"), board=board)
    review = Review.objects.get()
    assert [child.label for child in review.incident.children.all()] == [
        "Child A",
        "Child B",
        "Child C",
    ]
    assert {child.known_to_social_care for child in review.incident.children.all()} == {""}
    assert {child.outcome for child in review.incident.children.all()} == {""}
    assert review.source["facts"]["known_to_social_care"] == "yes"


def test_a_second_grade_stands_beside_the_first(board):
    brought_in(
        a_row(
            submitted_to_ofsted_on="2008-10-01",
            evaluated_on="2008-12-01",
            grade="inadequate",
            resubmitted_on="2009-02",
            reevaluated_on="2009-04-01",
            regrade="adequate",
        ),
        board=board,
    )
    first, second = Review.objects.get().evaluations.all()
    assert (first.grade, second.grade) == ("inadequate", "adequate")
    assert (second.submitted_on, second.evaluated_on) == (None, date(2009, 4, 1))
    assert Review.objects.get().state == State.EVALUATED


def test_a_publication_known_to_the_day_is_on_the_publication_axis(board):
    brought_in(a_row(published_on="2009-06-25", agencies="14"), board=board)
    review = Review.objects.get()
    assert review.publications.get().on == date(2009, 6, 25)
    assert review.source["facts"]["agencies"] == "14"


def test_a_review_says_which_row_of_which_file_it_came_from(board):
    brought_in(a_row(source="www.example.org"), board=board)
    review = Review.objects.get()
    assert (review.source["file"], review.source["row"]) == ("past.csv", 2)
    assert len(review.source["sha256"]) == 64
    assert review.source["given"]["source"] == "www.example.org"
    assert review.changes.get().sentence == "It was brought in from the board's records"


def test_the_log_of_each_board_says_what_was_brought_in(board):
    hull = BoardFactory(name="Hull LSCB")
    brought_in(a_row(), a_row(lscb="Hull LSCB"), board=None)
    for each in (board, hull):
        event = AuditEvent.objects.get(board=each, verb="import_reviews")
        assert event.sentence == "1 past review was brought in from past.csv."


def test_a_preview_says_the_same_and_changes_nothing(board):
    file = PastFile("past.csv", a_file(a_row(), a_row(review_name="S", grade="x")))
    foreseen = preview(file, board=board, at=AT)
    assert not Incident.objects.exists()
    done = bring_in(file, board=board, by=UserFactory(), at=AT)
    for review in done["reviews"]:
        assert review.pop("reference") == "ESX-2008-001"
    for review in foreseen["reviews"]:
        assert review.pop("reference") is None
    assert foreseen == done
