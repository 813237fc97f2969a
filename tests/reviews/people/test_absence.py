"""While an owner is away, somebody of the board sees and runs their reviews."""

from datetime import timedelta

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.utils import timezone

from boards.roles import AgencyAuthor, Coordinator, Manager
from reviews.models import Absence, Review
from tests.factories import BoardFactory, person
from tests.reviews.test_case_page import day, recent_review, signed_in

pytestmark = pytest.mark.django_db
WEEK = timedelta(days=7)


@pytest.fixture
def board():
    return BoardFactory()


@pytest.fixture
def owner(board):
    return person(Coordinator, board, user={"full_name": "Olive Owner"})


@pytest.fixture
def cover(board):
    return person(Coordinator, board, user={"full_name": "Clara Cover"})


def away(owner, cover, board, *, first=None, last=None) -> Absence:
    today = timezone.localdate()
    days = {"from_on": first or today, "to_on": last or today + WEEK}
    return Absence.record(owner, board=board, cover=cover, at=timezone.now(), **days)


def sees(user, review) -> bool:
    is_seen = Review.objects.visible_to(user).filter(pk=review.pk).exists()
    beside = Review.objects.filter(pk=review.pk).beside_viewers([user.pk])
    assert ((review.pk, user.pk) in beside) is is_seen
    return is_seen


def test_whoever_covers_sees_the_review_on_those_days_alone(board, owner, cover):
    review = recent_review(board, owner=owner)
    today = timezone.localdate()
    away(owner, cover, board, first=today + timedelta(days=1), last=today + timedelta(days=2))
    assert not sees(cover, review)
    for days, is_seen in ((1, True), (2, True), (3, False)):
        with time_machine.travel(timezone.now() + timedelta(days=days), tick=False):
            assert sees(cover, review) is is_seen


def test_whoever_covers_sees_a_restricted_review_and_acts_on_it(board, owner, cover):
    review = recent_review(board, owner=owner, is_restricted=True)
    away(owner, cover, board)
    review.move("screen", by=cover, at=timezone.now())
    client = signed_in(cover)
    page = client.get(review.get_absolute_url()).content.decode()
    assert "Olive Owner is away from" in page
    assert "covered by Clara Cover" in page
    assert review.reference in client.get("/").content.decode()


def test_cover_is_for_what_the_person_owns_and_for_one_board(board, owner, cover):
    other = BoardFactory()
    owner.memberships.create(board=other, role="coordinator", since_on=timezone.localdate())
    cover.memberships.create(board=other, role="coordinator", since_on=timezone.localdate())
    elsewhere = recent_review(other, owner=owner)
    somebody_elses = recent_review(board, owner=person(Coordinator, board))
    away(owner, cover, board)
    assert not sees(cover, elsewhere)
    assert not sees(cover, somebody_elses)


def test_whoever_is_back_early_is_covered_no_more(board, owner, cover):
    review = recent_review(board, owner=owner)
    absence = away(owner, cover, board)
    other = signed_in(cover).post(f"/absences/{absence.pk}/cancel/")
    assert other.status_code == 404
    assert sees(cover, review)
    signed_in(owner).post(f"/absences/{absence.pk}/cancel/")
    assert not sees(cover, review)


def test_nobody_is_away_twice_or_covered_by_somebody_away(board, owner, cover):
    away(owner, cover, board)
    with pytest.raises(ValidationError, match="cancel that first"):
        away(owner, person(Manager, board), board)
    with pytest.raises(ValidationError, match="choose somebody else"):
        away(person(Manager, board), owner, board)


def test_the_page_records_and_refuses_with_a_sentence(board, owner, cover):
    client, address = signed_in(owner), f"/boards/{board.slug}/away/"
    today = timezone.localdate()
    assert address in client.get("/").content.decode()
    backwards = day("from_on", today + WEEK) | day("to_on", today) | {"cover": cover.pk}
    assert "must be the first day or after it" in client.post(address, backwards).content.decode()
    past = day("from_on", today - WEEK) | day("to_on", today - WEEK) | {"cover": cover.pk}
    assert "must be today or after it" in client.post(address, past).content.decode()
    facts = day("from_on", today) | day("to_on", today + WEEK) | {"cover": cover.pk}
    assert client.post(address, facts).status_code == 302
    assert "cancel that first" in client.post(address, facts).content.decode()
    assert "covered by Clara Cover" in client.get(address).content.decode()


def test_only_a_colleague_who_may_own_a_review_covers(board, owner):
    author, today = person(AgencyAuthor, board), timezone.localdate()
    facts = day("from_on", today) | day("to_on", today)
    for other in (author, owner, person(Manager, BoardFactory())):
        signed_in(owner).post(f"/boards/{board.slug}/away/", facts | {"cover": other.pk})
    assert not Absence.objects.exists()


def test_the_page_is_for_those_who_own_reviews_of_the_board(board):
    address = f"/boards/{board.slug}/away/"
    assert signed_in(person(AgencyAuthor, board)).get(address).status_code == 403
    assert signed_in(person(Manager, BoardFactory())).get(address).status_code == 404
