"""Past reviews are brought in row by row: nothing guessed, nothing half-written, twice the same."""

from datetime import date

import pytest
from django.core.exceptions import ValidationError

from boards.loading import load_boards
from boards.models import Board
from records.models import AuditEvent, first_broken_link
from reviews.models import Child, Evaluation, Event, Incident, Review
from reviews.past_reviews import keeping
from reviews.past_reviews.decoding import UnreadableFile
from reviews.past_reviews.keeping import PastFile, bring_in
from reviews.states import State
from tests.factories import BoardFactory, UserFactory
from tests.reviews.past_files import AT, a_row, brought_in, published, reasons_for

pytestmark = pytest.mark.django_db


@pytest.fixture
def board() -> Board:
    return BoardFactory(name="East Sussex LSCB", slug="east-sussex", code="ESX")


def test_of_the_34_published_timelines_only_the_two_without_a_board_are_refused():
    load_boards()
    outcome = published()
    assert (outcome["accepted"], outcome["unchanged"]) == (32, 0)
    assert [(one["row"], one["review_name"]) for one in outcome["rejected"]] == [
        (21, "Published review 39"),
        (23, "Published review 43"),
    ]
    assert outcome["rejected"][0]["reasons"] == [
        "lscb is empty: enter the board's name, or import for a board."
    ]
    assert Review.objects.count() == Incident.objects.count() == 32
    assert Child.objects.count() == 40
    assert Evaluation.objects.count() == 4
    assert first_broken_link() is None


def test_bradfords_review_keeps_its_partial_dates_and_its_two_submissions():
    load_boards()
    published()
    review = Review.objects.get(reference="BRA-2006-001")
    assert {name: on.edtf for name, on in review.dates().items()} == {
        "happened": "2006-07-16",
        "decided": "2006-08",
        "submitted": "2007-11-22",
        "evaluated": "2008-09-04",
        "resubmitted": "2009-02-27",
    }
    first, second = review.evaluations.all()
    assert (first.submitted_on, first.evaluated_on, first.grade) == (
        date(2007, 11, 22),
        date(2008, 9, 4),
        "inadequate",
    )
    assert (second.submitted_on, second.evaluated_on, second.grade) == (
        date(2009, 2, 27),
        None,
        "",
    )
    assert review.state == State.SUBMITTED
    assert review.source["because"] == "It was submitted to Ofsted again."
    assert not review.deadlines.exists()  # August 2006 is no day to count from
    child = review.incident.children.get()
    assert (child.outcome, child.known_to_social_care, child.on_plan) == ("died", "yes", "yes")


def test_bristols_review_of_which_little_is_known_stays_little_known():
    load_boards()
    published()
    review = Review.objects.get(board__slug="bristol")
    assert (review.reference, review.state) == ("BRI-2004-001", State.CLOSED)
    assert review.incident.harm == "not_known"
    assert not review.incident.children.exists()
    assert not review.publications.exists()  # known by the month, so an event alone
    assert review.dates()["published"].edtf == "2008-01"
    assert review.evaluations.get().evaluated_on is None
    assert (
        "children: The number of children is not given, so no child is recorded."
        in (review.source["warnings"])
    )


def test_a_review_without_any_date_has_the_year_of_the_import():
    load_boards()
    outcome = published()
    assert Review.objects.filter(reference="DON-2024-001").exists()
    assert {"row": 35, "review_name": "Published review 67"}.items() <= next(
        one for one in outcome["warnings"] if "No date is given at all" in one["warning"]
    ).items()


def test_bringing_the_same_file_in_twice_changes_nothing():
    load_boards()
    published()
    before = AuditEvent.objects.count(), Event.objects.count(), Review.objects.count()
    again = published(at=AT.replace(day=8))
    assert (again["accepted"], again["unchanged"], len(again["rejected"])) == (0, 32, 2)
    assert before == (AuditEvent.objects.count(), Event.objects.count(), Review.objects.count())


def test_a_row_is_known_again_however_it_is_spelled(board):
    brought_in(a_row(), board=board)
    respelled = a_row(
        lscb="east sussex",
        review_name=" CHILD  r",
        incident_on="2/3/2008",
        decision_on="11 April 2008",
        decision="Serious case review",
    )
    assert brought_in(respelled, board=board)["unchanged"] == 1


def test_a_row_brought_in_before_with_other_facts_is_refused_with_what_differs(board):
    brought_in(a_row(), board=board)
    refused = reasons_for(a_row(decision_on="2008-04-12", grade="good"), board=board)
    assert "brought in before as ESX-2008-001" in refused
    assert "decision_on was 2008-04-11 and is now 2008-04-12; grade was empty and is now good" in (
        refused
    )
    assert Review.objects.count() == 1


def test_a_review_of_the_same_name_on_another_board_is_another_review(board):
    BoardFactory(name="Hull LSCB")
    outcome = brought_in(a_row(), a_row(lscb="Hull LSCB", region=""), board=None)
    assert outcome["accepted"] == 2


def test_a_row_that_stands_twice_in_the_file_is_taken_once(board):
    outcome = brought_in(a_row(), a_row(review_name="child R."), board=board)
    assert outcome["accepted"] == 1
    assert outcome["rejected"][0]["reasons"] == [
        "Row 2 has the same board and review_name: keep one of the two."
    ]


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("East Susex LSCB", "Did you mean East Sussex LSCB?"),
        ("Kingston upon Hull LSCB", "Did you mean Hull LSCB?"),
        ("Atlantis LSCB", "there is no board of that name."),
    ],
)
def test_an_unknown_board_is_refused_with_the_closest_one(name, hint):
    load_boards(only={"east-sussex", "hull"})
    assert reasons_for(a_row(lscb=name), board=None).endswith(hint)


@pytest.mark.parametrize(
    "name", ["Brighton & Hove", "BRIGHTON AND HOVE Local Safeguarding Children Board"]
)
def test_a_board_is_known_by_its_name_however_it_is_written(name):
    load_boards(only={"brighton-and-hove"})
    assert brought_in(a_row(lscb=name), board=None)["accepted"] == 1


def test_a_row_of_another_board_is_refused(board):
    BoardFactory(name="Hull LSCB")
    assert "The row is of Hull LSCB, and this import is for East Sussex LSCB." in reasons_for(
        a_row(lscb="Hull LSCB"), board=board
    )


def test_a_row_without_a_board_is_taken_as_the_importing_boards_with_a_warning(board):
    outcome = brought_in(a_row(lscb=""), board=board)
    assert outcome["accepted"] == 1
    assert outcome["warnings"][0]["column"] == "lscb"
    assert Review.objects.get().board == board


def test_another_region_than_the_boards_is_warned_of(board):
    outcome = brought_in(a_row(region="London"), board=board)
    assert "East Sussex LSCB is in South East, not London." in outcome["warnings"][0]["warning"]


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (
            {"decision_on": "2008-03-01"},
            "The decision to hold a review (1 March 2008) cannot be before the incident",
        ),
        ({"decision": "none", "decision_on": "2007"}, "The decision not to hold an SCR (2007)"),
        ({"published_on": "2008-01"}, "cannot be before the incident (2 March 2008)"),
        (
            {"decision": "", "decision_on": "", "submitted_to_ofsted_on": "2007-12"},
            "The review was submitted to Ofsted (December 2007) cannot be before the incident",
        ),
        (
            {"submitted_to_ofsted_on": "2009-02-01", "evaluated_on": "2009-01-31"},
            "Ofsted's evaluation letter (31 January 2009) cannot be before the review was",
        ),
        ({"published_on": "2024-05-08"}, "published_on is 8 May 2024, which lies in the future"),
        ({"published_on": "2025"}, "published_on is 2025, which lies in the future"),
    ],
)
def test_dates_that_cannot_be_are_refused(board, cells, said):
    assert said in reasons_for(a_row(**cells), board=board)
    assert not Incident.objects.exists()


@pytest.mark.parametrize(
    "cells",
    [
        {"incident_on": "2008-04", "decision_on": "2008-04-11"},
        {"incident_on": "?2009-01-01"},
        {"published_on": "2024"},
        {"published_on": "2024-05-07"},
    ],
)
def test_dates_that_may_be_are_accepted(board, cells):
    assert brought_in(a_row(**cells), board=board)["accepted"] == 1


def test_a_refused_row_does_not_hold_up_a_good_one(board):
    outcome = brought_in(a_row(children="many"), a_row(review_name="Child S"), board=board)
    assert (outcome["accepted"], len(outcome["rejected"])) == (1, 1)
    assert Review.objects.get().source["row"] == 3


def test_a_row_that_the_record_refuses_leaves_nothing_behind(board, monkeypatch):
    def refuse(*args, **options):
        raise ValidationError(["The record says no."])

    monkeypatch.setattr(keeping.Review, "open", refuse)
    assert reasons_for(a_row(), board=board) == "The record says no."
    assert not Incident.objects.exists()


def test_a_crash_half_way_leaves_nothing_behind(board, monkeypatch):
    keep, calls = keeping._keep, []

    def break_down(*args, **options):
        calls.append(args)
        if len(calls) == 2:
            raise RuntimeError("The power failed.")
        return keep(*args, **options)

    monkeypatch.setattr(keeping, "_keep", break_down)
    with pytest.raises(RuntimeError):
        brought_in(a_row(), a_row(review_name="Child S"), board=board)
    assert not Incident.objects.exists()
    assert not AuditEvent.objects.exists()


def test_an_unreadable_file_changes_nothing(board):
    with pytest.raises(UnreadableFile):
        bring_in(PastFile("x.csv", b"no, columns"), board=board, by=UserFactory(), at=AT)
    assert not AuditEvent.objects.exists()
