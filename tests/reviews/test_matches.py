"""Earlier cases that look alike, with the reasons, among those that a person may see."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from boards.roles import Chair, Coordinator, Manager
from reviews.likeness import likeness, of_births, of_incident, plain_name
from reviews.matches import ENOUGH, possible_matches
from reviews.models import Child, Incident, Notification, Review
from reviews.statutory import PartialDate
from tests.factories import AT, BoardFactory, a_review, person

DATE = PartialDate.parse


def notified(*children, happened=None, place=""):
    return Notification(
        version=1,
        incident={"place": place},
        dates={"happened": DATE(happened)} if happened else {},
        children=[{"name": name, "born": DATE(born) if born else None} for name, born in children],
    )


def earlier(board, name="", born=None, place="", **options):
    review = a_review(board, **options)
    Child.objects.filter(incident=review.incident).update(name=name, born=born and DATE(born))
    Incident.objects.filter(pk=review.incident_id).update(place=place)
    return review


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Daisy Winterbourne", "winterbourne daisy"),
        ("Siân O’Brien", "Sian OBrien"),
        ("Anne-Marie Jones", "Anne Marie JONES"),
        ("Łukasz Żak", "Lukasz Zak"),
        ("Daniel James Pelka", "Daniel Pelka"),
        ("Mohammed Hussain", "Muhammad Hussein"),
        ("Katherine Smith", "Catherine Smith"),
    ],
)
def test_spellings_of_one_name_are_alike(one, other):
    assert likeness(plain_name(one), plain_name(other)) >= 80


@pytest.mark.parametrize(
    ("one", "other"),
    [("Daisy Winterbourne", "Daisy Hall"), ("Not known", "Not known"), ("", "Ann Lee")],
)
def test_different_people_are_not_alike(one, other):
    assert likeness(plain_name(one), plain_name(other)) < 80


@pytest.mark.parametrize(
    ("one", "other", "sentence"),
    [
        ("2007-04-03", "2007-04-03", "Same date of birth: 3 April 2007"),
        ("2007-04-03", "2007-03-04", "Dates of birth with day and month swapped"),
        ("2007-04-03", "2007-04-08", "Dates of birth one digit apart"),
        ("2007-04-03", "2007-04", "Dates of birth that may be the same"),
    ],
)
def test_dates_of_birth_resemble_each_other_in_words(one, other, sentence):
    (found,) = of_births(DATE(one), DATE(other))
    assert found.reason.startswith(sentence)


@pytest.mark.parametrize("other", ["2007-05-14", "2008", None])
def test_other_dates_of_birth_do_not(other):
    assert not list(of_births(DATE("2007-04-03"), other and DATE(other)))


def test_date_and_place_of_the_incident_are_compared():
    day = DATE("2010-03-24")
    reasons = [each.reason for each in of_incident(day, "Mill Lane, Lewes", day, "Lewes mill lane")]
    assert reasons == [
        "Same date of the incident: 24 March 2010",
        "Places alike: Mill Lane, Lewes and Lewes mill lane",
    ]
    (near,) = of_incident(day, "", DATE("2010-03-20"), "")
    assert near.reason.startswith("Incidents within a week of each other")
    assert not list(of_incident(day, "", DATE("2010-02-20"), ""))


@pytest.mark.django_db
def test_the_likeliest_case_comes_first_with_all_its_reasons():
    board = BoardFactory()
    dates = {"happened": DATE("2010-03-24"), "notified": DATE("2010-03-26")}
    second = earlier(board, "Daisy Winterborne", "2005-01-01")
    first = earlier(board, "Daisy Winterborne", "2007-03-04", "Lewes", dates=dates)
    earlier(board, "Ann Lee", "2001-01-01")
    sought = notified(("Daisy Winterbourne", "2007-04-03"), happened="2010-03-24", place="Lewes")
    matches = possible_matches(sought, person(Manager, board))
    assert [match.review for match in matches] == [first, second]
    assert len(matches[0].reasons) == 4
    assert matches[0].score > matches[1].score >= ENOUGH


@pytest.mark.django_db
def test_a_first_name_alone_makes_no_match():
    board = BoardFactory()
    earlier(board, "Daisy")
    assert not possible_matches(notified(("Daisy", None)), person(Manager, board))


@pytest.mark.django_db
def test_nothing_is_said_of_cases_that_the_person_may_not_see():
    board = BoardFactory()
    earlier(BoardFactory(), "Daisy Winterbourne", "2007-04-03")
    earlier(board, "Daisy Winterbourne", "2007-04-03", owner=person(Manager, board))
    earlier(board, "Daisy Winterbourne", "2007-04-03", is_restricted=True)
    sought = notified(("Daisy Winterbourne", "2007-04-03"))
    assert possible_matches(sought, person(Coordinator, board)) == []
    assert len(possible_matches(sought, person(Manager, board))) == 1
    assert len(possible_matches(sought, person(Chair, board))) == 2


@pytest.mark.django_db
def test_a_case_out_of_sight_does_not_crowd_out_one_in_sight(monkeypatch):
    monkeypatch.setattr("reviews.matches.MOST", 1)
    board = BoardFactory()
    earlier(BoardFactory(), "Daisy Winterbourne", "2007-04-03")
    seen = earlier(board, "Daisy Winterbourne")
    (match,) = possible_matches(
        notified(("Daisy Winterbourne", "2007-04-03")), person(Manager, board)
    )
    assert match.review == seen


@pytest.mark.django_db
def test_five_thousand_children_are_searched_in_a_fixed_number_of_queries():
    board = BoardFactory()
    by = person(Manager, board)
    incidents = Incident.objects.bulk_create(
        Incident(board=board, harm="death", logged_at=AT, logged_by=by, place=f"Road {number}")
        for number in range(2500)
    )
    Review.objects.bulk_create(
        Review(
            board=board,
            incident=incident,
            year=2010,
            number=number,
            reference=f"{board.code}-2010-{number}",
            opened_at=AT,
        )
        for number, incident in enumerate(incidents, start=1)
    )
    Child.objects.bulk_create(
        Child(
            incident=incident,
            position=position,
            name=f"Given{number * 7 % 991} Family{number * 13 % 997}",
            born=PartialDate.of(1995 + number % 15, 1 + number % 12, 1 + number % 28),
        )
        for number, incident in enumerate(incidents)
        for position in (1, 2)
    )
    sought = notified(("Given7 Family13", "1996-02-02"), ("Other Person", None), place="Road 1")
    with CaptureQueriesContext(connection) as queries:
        assert possible_matches(sought, by)
    assert len(queries) <= 3
