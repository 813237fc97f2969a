"""The chance of finishing in time, and its silence where too little is known."""

from datetime import date, timedelta

import pytest
from django.test import Client

from boards.roles import Manager, PanelMember
from insights.forecast.courses import forecast
from insights.forecast.survival import Course, Curve
from reviews.models.clock import bring_up_to_date
from tests.factories import BoardFactory, a_review, person
from tests.insights.statistics.making import many

# Remission of leukaemia under 6-MP in weeks (Freireich and others, 1963); False: still lasting.
SIX_MP = [
    (6, True), (6, True), (6, True), (6, False), (7, True), (9, False), (10, True), (10, False),
    (11, False), (13, True), (16, True), (17, False), (19, False), (20, False), (22, True),
    (23, True), (25, False), (32, False), (32, False), (34, False), (35, False),
]  # fmt: skip
DECIDED = date(2010, 3, 1)


def test_the_curve_is_that_of_the_published_example():
    curve = Curve.of(Course(days, done) for days, done in SIX_MP)
    published = {6: 0.857, 7: 0.807, 10: 0.753, 13: 0.690, 16: 0.627, 22: 0.538, 23: 0.448}
    assert {day: round(share, 3) for day, share in curve.steps} == published
    assert (curve.completed, curve.under_way) == (9, 12)


def test_nothing_is_said_of_fewer_than_ten_or_beyond_what_is_known():
    nine = Curve.of(Course(100, is_completed=True) for _ in range(9))
    assert nine.chance(since=0, until=180) is None
    ten = Curve.of(Course(100, is_completed=True) for _ in range(10))
    assert ten.chance(since=0, until=180) == 1
    assert ten.chance(since=120, until=180) is None


def test_the_chance_is_of_those_that_have_taken_as_long():
    curve = Curve.of([Course(day, is_completed=True) for day in range(10, 210, 10)])
    assert curve.chance(since=0, until=100) == pytest.approx(0.5)
    assert curve.chance(since=100, until=150) == pytest.approx(0.5)
    assert curve.chance(since=150, until=100) == 0


@pytest.fixture
def review(db):
    board = BoardFactory()
    made = a_review(board, dates={"decided": DECIDED}, owner=person(Manager, board))
    type(made).objects.filter(pk=made.pk).update(state="panel")
    made = type(made).objects.get(pk=made.pk)
    bring_up_to_date(made)
    return made


def completed(board, number: int, days: int) -> None:
    ratified = date(2008, 1, 7) + timedelta(days=days)
    many(board, number, {"decided": date(2008, 1, 7), "ratified": ratified})


def test_a_review_is_set_beside_its_boards_own_record(review):
    completed(review.board, 8, 150)
    completed(review.board, 4, 300)
    completed(BoardFactory(), 30, 500)
    found = forecast(review, on=DECIDED + timedelta(days=60))
    assert (found.chance, found.whose, found.completed) == (67, "board", 12)
    assert found.due_on == date(2010, 9, 1)


def test_where_the_board_has_too_few_every_board_is_asked(review):
    completed(review.board, 3, 150)
    completed(BoardFactory(), 9, 300)
    found = forecast(review, on=DECIDED + timedelta(days=60))
    assert (found.chance, found.whose, found.completed) == (25, "all", 12)


def test_where_all_have_too_few_nothing_is_said(review):
    completed(review.board, 9, 150)
    assert forecast(review, on=DECIDED + timedelta(days=60)) is None


def test_the_deadlines_page_shows_the_chance_to_staff_and_to_nobody_else(review):
    completed(review.board, 12, 150)
    deadline = review.deadlines.get(kind="complete")
    address = f"/reviews/{review.reference}/deadlines/{deadline.pk}/"
    client = Client()
    client.force_login(review.owner)
    page = client.get(address).content.decode()
    assert "Chance of finishing in time" in page
    member = person(PanelMember, review.board)
    client.force_login(member)
    assert "Chance of finishing" not in client.get(address).content.decode()


def test_of_a_date_that_has_passed_it_is_said_and_no_chance(review):
    completed(review.board, 12, 150)
    deadline = review.deadlines.get(kind="complete")
    client = Client()
    client.force_login(review.owner)
    page = client.get(f"/reviews/{review.reference}/deadlines/{deadline.pk}/").content.decode()
    assert "The date has passed: it was due on 1 September 2010" in page
    assert "in 100" not in page
    assert "-" not in page.partition("The date has passed")[2].partition("</p>")[0]
