"""Who is replaced, who declares on paper, and what the moves wait for."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from boards.models import LocalAuthority
from boards.roles import (
    Manager,
    PanelChair,
    PanelMember,
)
from reviews.conditions import missing_for
from reviews.models import Appointment, Commission, Review
from tests.factories import (
    AT,
    TODAY,
    AgencyFactory,
    BoardFactory,
    a_review,
    appointed,
    declared,
    person,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def board():
    return BoardFactory()


@pytest.fixture
def manager(board):
    return person(Manager, board)


@pytest.fixture
def review(board) -> Review:
    """Return a review at `scoping`."""
    review = a_review(board)
    Review.objects.filter(pk=review.pk).update(state="scoping")
    return Review.objects.get(pk=review.pk)


def appoint(review, manager, **fields) -> Appointment:
    facts = {
        "post": "panel_chair",
        "name": "Petra Lindfield",
        "employer": "Self-employed",
        "independence": "Never worked here.",
        "job_title": "Consultant",
        "on": TODAY,
    }
    review.record("appoint", by=manager, at=AT, **facts | fields)
    return review.appointments.latest("pk")


def refusal_of(review, manager, **fields) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as refused:
        appoint(review, manager, **fields)
    assert not review.appointments.filter(post=fields.get("post", "panel_chair")).exists()
    return refused.value.message_dict


def ask(review, agency) -> None:
    Commission.objects.create(
        review=review,
        agency=agency,
        kind="imr",
        asked_on=TODAY,
        due_on=TODAY + timedelta(days=9),
        by=person(Manager, review.board),
        at=AT,
    )


def sees(user, review) -> bool:
    is_seen = Review.objects.visible_to(user).filter(pk=review.pk).exists()
    beside = Review.objects.filter(pk=review.pk).beside_viewers([user.pk])
    assert ((review.pk, user.pk) in beside) is is_seen
    return is_seen


def test_whoever_is_replaced_is_kept_with_the_reason(board, review, manager):
    user = person(PanelChair, board)
    held = appointed(review, user, "panel_chair")
    facts = {"name": "Nora New", "employer": "Self-employed", "independence": "None here."}
    facts |= {"appointment": held, "on": TODAY, "reasons": "Fell ill."}
    review.record("replace_appointment", by=manager, at=AT, **facts)
    held.refresh_from_db()
    assert (held.ended_on, held.ended_because) == (TODAY, "Fell ill.")
    assert review.appointments.open().get().name == "Nora New"
    assert not sees(user, review)


def test_a_successor_who_is_refused_leaves_the_post_as_it_was(board, review, manager):
    LocalAuthority.objects.create(board=board, name="East Sussex")
    held = appointed(review, person(PanelChair, board), "panel_chair")
    facts = {"name": "Nora New", "employer": "East Sussex", "independence": "None here."}
    facts |= {"appointment": held, "on": TODAY, "reasons": "Fell ill."}
    with pytest.raises(ValidationError):
        review.record("replace_appointment", by=manager, at=AT, **facts)
    assert review.appointments.open().get() == held


def test_an_appointment_of_another_review_is_not_ended_from_here(board, review, manager):
    elsewhere = appointed(a_review(board), person(PanelChair, board), "panel_chair")
    facts = {"appointment": elsewhere, "on": TODAY, "reasons": "x"}
    with pytest.raises(ValidationError, match="another review"):
        review.record("end_appointment", by=manager, at=AT, **facts)


def test_paper_is_for_people_without_an_account(board, review, manager):
    facts = {"is_involved": False, "has_interest": False, "keeps_confidence": True, "on": TODAY}
    without = appoint(review, manager)
    review.record("take_declaration", by=manager, at=AT, appointment=without, **facts)
    assert without.declarations.get().by == manager
    own = appointed(review, person(PanelMember, board), "panel_member")
    with pytest.raises(ValidationError, match="declare themselves"):
        review.record("take_declaration", by=manager, at=AT, appointment=own, **facts)


def sentences(review, action) -> list[str]:
    return [each.sentence for each in missing_for(review, action) if each.place == "people"]


def test_the_chronology_waits_for_chair_and_author_who_have_declared(board, review, manager):
    assert sentences(review, "begin_chronology") == [
        "Appoint an independent panel chair.",
        "Appoint an independent overview author.",
    ]
    declared(appoint(review, manager), particulars="My brother is a GP here.")
    author = appoint(review, manager, post="overview_author", name="Orla Winterbourne")
    assert sentences(review, "begin_chronology") == [
        "The independent panel chair has declared a conflict: the LSCB Chair accepts it with "
        "reasons, or the appointment ends.",
        "The independent overview author has not yet declared interests and confidentiality.",
    ]
    declared(author)
    declared(review.appointments.get(post="panel_chair"))
    assert sentences(review, "begin_chronology") == []


def test_an_agency_asked_later_makes_its_employee_dependent(board, review, manager):
    declared(appoint(review, manager, employer="Downland Police"))
    ask(review, AgencyFactory(board=board, name="Downland Police"))
    assert (
        "The independent panel chair is employed by Downland Police, which is part of this review."
    ) in sentences(review, "begin_chronology")


def test_the_panel_waits_for_everybody_with_an_account(board, review, manager):
    appoint(review, manager, post="panel_member", job_title="Head teacher", employer="A school")
    assert sentences(review, "begin_panel") == []
    held = appoint(
        review,
        manager,
        post="panel_member",
        user=person(PanelMember, board),
        job_title="Nurse",
        employer="A trust",
    )
    assert sentences(review, "begin_panel") == [
        "The panel member Nurse, A trust has not yet declared interests and confidentiality."
    ]
    declared(held)
    assert sentences(review, "begin_panel") == []
