"""A review changes hands once the new owner has accepted it."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from boards.roles import Chair, Coordinator, Manager
from reviews.models import HandOver, Review
from tests.factories import AT, BoardFactory, a_review, person
from tests.reviews.test_case_page import recent_review, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def board():
    return BoardFactory()


@pytest.fixture
def manager(board):
    return person(Manager, board)


@pytest.fixture
def owner(board):
    return person(Coordinator, board, user={"full_name": "Olive Owner"})


@pytest.fixture
def asked(board):
    return person(Coordinator, board, user={"full_name": "Norman Next"})


def offer(review, by, to, **fields) -> HandOver:
    review.record("hand_over", by=by, at=AT, owner=to, **fields)
    return review.hand_overs.last()


def answer(review, by, given: HandOver, *, is_accepted: bool, reasons: str = "") -> None:
    facts = {"hand_over": given, "is_accepted": is_accepted, "reasons": reasons}
    review.record("answer_hand_over", by=by, at=AT, **facts)


def owner_of(review):
    return Review.objects.get(pk=review.pk).owner


def test_the_owner_keeps_the_review_until_the_new_one_accepts(board, manager, owner, asked):
    review = a_review(board, owner=owner)
    given = offer(review, manager, asked, deputy=owner)
    assert owner_of(review) == owner
    answer(review, asked, given, is_accepted=True)
    assert (owner_of(review), Review.objects.get(pk=review.pk).deputy) == (asked, owner)


def test_a_decline_says_why_and_changes_nothing(board, manager, owner, asked):
    review = a_review(board, owner=owner)
    given = offer(review, manager, asked)
    answer(review, asked, given, is_accepted=False, reasons="On leave until May.")
    given.refresh_from_db()
    assert (owner_of(review), given.declined_because) == (owner, "On leave until May.")


def test_only_whoever_was_asked_answers_and_once(board, manager, owner, asked):
    review = a_review(board, owner=owner)
    given = offer(review, manager, asked)
    for other in (manager, owner):
        with pytest.raises(PermissionDenied):
            answer(review, other, given, is_accepted=True)
    answer(review, asked, given, is_accepted=True)
    with pytest.raises(ValidationError, match="answered already"):
        answer(review, asked, given, is_accepted=False, reasons="x")
    assert owner_of(review) == asked


def test_asking_somebody_else_withdraws_what_waits(board, manager, owner, asked):
    review = a_review(board, owner=owner)
    first = offer(review, manager, asked)
    offer(review, manager, person(Coordinator, board))
    with pytest.raises(ValidationError):
        answer(review, asked, first, is_accepted=True)
    assert owner_of(review) == owner


@pytest.mark.parametrize("state", ["nobody", "left", "inactive"])
def test_a_review_that_nobody_there_owns_is_assigned_outright(state, board, manager, owner, asked):
    review = a_review(board, owner=None if state == "nobody" else owner)
    if state == "left":
        owner.memberships.get().end(on=AT.date())
    if state == "inactive":
        owner.is_active = False
        owner.save()
    offer(review, manager, asked)
    assert owner_of(review) == asked
    assert not review.hand_overs.waiting().exists()
    assert review.hand_overs.get().was_outright


def test_a_manager_takes_a_review_themselves_at_once(board, manager, owner):
    review = a_review(board, owner=owner)
    offer(review, manager, manager)
    assert owner_of(review) == manager


def test_whoever_is_asked_finds_it_at_home_and_sees_no_case_before(board, manager, owner, asked):
    review = recent_review(board, owner=owner)
    given = offer(review, manager, asked)
    client = signed_in(asked)
    assert f"/hand-overs/{given.pk}/" in client.get("/").content.decode()
    assert client.get(review.get_absolute_url()).status_code == 404
    page = client.get(f"/hand-overs/{given.pk}/").content.decode()
    assert review.reference in page
    assert "Olive Owner" in page
    answered = client.post(f"/hand-overs/{given.pk}/", {"answer": "accept"})
    assert answered.url == review.get_absolute_url()
    assert client.get(answered.url).status_code == 200
    assert client.get(f"/hand-overs/{given.pk}/").status_code == 404


def test_the_owner_sees_that_somebody_was_asked_and_that_they_declined(
    board, manager, owner, asked
):
    review = recent_review(board, owner=owner)
    given = offer(review, manager, asked)
    client = signed_in(owner)
    assert "Offered to Norman Next" in client.get("/").content.decode()
    assert (
        "Until they accept, it stays with Olive Owner"
        in client.get(review.get_absolute_url()).content.decode()
    )
    refused = signed_in(asked).post(f"/hand-overs/{given.pk}/", {"answer": "decline"})
    assert "Enter why you do not take it over" in refused.content.decode()
    facts = {"answer": "decline", "reasons": "<b>Ill</b>"}
    assert signed_in(asked).post(f"/hand-overs/{given.pk}/", facts).url == "/"
    text = client.get(review.get_absolute_url()).content.decode()
    assert "Norman Next declined" in text
    assert "&lt;b&gt;Ill" in text


def test_a_hand_over_is_found_by_nobody_else(board, manager, owner, asked):
    given = offer(a_review(board, owner=owner), manager, asked)
    for other in (manager, owner, person(Chair, board), person(Manager, BoardFactory())):
        assert signed_in(other).get(f"/hand-overs/{given.pk}/").status_code == 404
    asked.memberships.get().end(on=AT.date())
    assert signed_in(asked).get(f"/hand-overs/{given.pk}/").status_code == 404
