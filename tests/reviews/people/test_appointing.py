"""Who may chair the panel or write the overview, and what opens the review to them."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from boards.models import LocalAuthority
from boards.roles import (
    AgencyAuthor,
    Chair,
    Coordinator,
    Manager,
    OverviewAuthor,
    PanelChair,
    PanelMember,
)
from reviews.models import Appointment, Declaration
from reviews.permissions import holds
from tests.factories import (
    AT,
    TODAY,
    AgencyFactory,
    a_review,
    appointed,
    declared,
    person,
)
from tests.reviews.people.appointing import appoint, ask, refusal_of, sees

pytestmark = pytest.mark.django_db


def test_chair_and_author_are_two_people_however_the_name_is_written(review, manager):
    appoint(review, manager)
    refused = refusal_of(review, manager, post="overview_author", name="Dr PETRA  lindfield")
    assert "must be two people" in refused["name"][0]


def test_chair_and_author_are_two_accounts(board, review, manager):
    user = person(PanelChair, board)
    appoint(review, manager, user=user)
    refused = refusal_of(review, manager, post="overview_author", name="Somebody Else", user=user)
    assert "must be two people" in refused["user"][0]


def test_nobody_from_an_agency_that_was_asked_chairs_or_writes(board, review, manager):
    ask(review, AgencyFactory(board=board, name="Downland Police"))
    for post in ("panel_chair", "overview_author"):
        refused = refusal_of(review, manager, post=post, employer="DOWNLAND  police, CID")
        assert refused["employer"][0].startswith("Downland Police is part of this review")


def test_nobody_from_an_authority_of_the_board_chairs_or_writes(board, review, manager):
    LocalAuthority.objects.create(board=board, name="East Sussex")
    refused = refusal_of(review, manager, employer="East Sussex County Council")
    assert "East Sussex is part of this review or of the board" in refused["employer"][0]


def test_an_authority_that_has_left_the_board_bars_nobody(board, review, manager):
    LocalAuthority.objects.create(board=board, name="East Sussex", until_on=TODAY)
    assert appoint(review, manager, employer="East Sussex County Council")


def test_a_panel_member_may_come_from_an_agency(board, review, manager):
    ask(review, AgencyFactory(board=board, name="Downland Police"))
    assert appoint(review, manager, post="panel_member", employer="Downland Police")


@pytest.mark.parametrize("role", [Coordinator, Manager, Chair, AgencyAuthor])
def test_whoever_belongs_to_the_board_or_writes_for_an_agency_is_barred(role, board, review):
    manager = person(Manager, board, user={"full_name": "The Manager"})
    insider = person(role, board, user={"full_name": "Ina Sider"})
    by_account = refusal_of(review, manager, user=insider)
    assert "Ina Sider is a" in by_account["user"][0]
    assert "Ina Sider is a" in refusal_of(review, manager, name="Mrs ina sider")["name"][0]


def test_a_seat_that_has_ended_bars_nobody(board, review, manager):
    former = person(Coordinator, board)
    former.memberships.get().end(on=TODAY)
    assert appoint(review, manager, name=former.full_name, user=former)


def test_a_chief_officer_of_an_agency_of_the_board_is_barred(board, review, manager):
    chief = person(PanelChair, board)
    AgencyFactory(board=board, name="Downland Police", chief_officer=chief)
    assert "leads Downland Police" in refusal_of(review, manager, user=chief)["user"][0]


def test_nobody_holds_two_posts_on_a_review(board, review, manager):
    user = person(PanelMember, board)
    appoint(review, manager, user=user)
    with pytest.raises(ValidationError, match="nobody holds two posts"):
        appoint(review, manager, post="panel_member", user=user)


@pytest.mark.parametrize(
    ("role", "post"),
    [
        (PanelChair, "panel_chair"),
        (OverviewAuthor, "overview_author"),
        (PanelMember, "panel_member"),
    ],
)
def test_a_declaration_without_a_conflict_opens_the_review(role, post, board, review, manager):
    user = person(role, board)
    held = appoint(review, manager, post=post, name=user.full_name, user=user)
    assert (sees(user, review), holds(user, role, review)) == (False, False)
    declared(held)
    assert (sees(user, review), holds(user, role, review)) == (True, True)


def test_a_conflict_closes_the_review_until_the_chair_accepts_it(board, review):
    user, chair = person(PanelChair, board), person(Chair, board)
    held = appointed(review, user, "panel_chair")
    conflict = declared(held, particulars="My brother is a GP here.")
    assert (sees(user, review), holds(user, PanelChair, review)) == (False, False)
    facts = {"declaration": conflict, "reasons": "Known.", "mitigation": "Leaves the room."}
    review.record("accept_conflict", by=chair, at=AT, **facts)
    assert (sees(user, review), holds(user, PanelChair, review)) == (True, True)
    assert (conflict.acceptance.by, conflict.acceptance.mitigation) == (chair, "Leaves the room.")


def test_an_accepted_conflict_does_not_cover_a_later_one(board, review):
    user, chair = person(PanelChair, board), person(Chair, board)
    held = appointed(review, user, "panel_chair")
    facts = {"reasons": "Known.", "mitigation": "Leaves the room."}
    first = declared(held, particulars="My brother is a GP here.")
    review.record("accept_conflict", by=chair, at=AT, declaration=first, **facts)
    declared(held, particulars="I now work for the police.")
    assert not sees(user, review)
    with pytest.raises(ValidationError, match="declared anew"):
        review.record("accept_conflict", by=chair, at=AT, declaration=first, **facts)
    assert held.declarations.count() == 3


def test_nobody_accepts_their_own_conflict(board, review):
    both = person(Chair, board)
    both.memberships.create(board=board, role="panel_member", since_on=TODAY)
    conflict = declared(appointed(review, both, "panel_member"), particulars="I chair the board.")
    facts = {"declaration": conflict, "reasons": "x", "mitigation": "x"}
    with pytest.raises(PermissionDenied, match="somebody else has to decide"):
        review.record("accept_conflict", by=both, at=AT, **facts)
    assert not hasattr(Declaration.objects.get(pk=conflict.pk), "acceptance")


def test_a_manager_accepts_no_conflict(board, review, manager):
    conflict = declared(
        appointed(review, person(PanelChair, board), "panel_chair"), particulars="x"
    )
    facts = {"declaration": conflict, "reasons": "x", "mitigation": "x"}
    with pytest.raises(PermissionDenied):
        review.record("accept_conflict", by=manager, at=AT, **facts)


def test_a_conflict_on_another_review_is_not_accepted_here(board, review):
    elsewhere = appointed(a_review(board), person(PanelChair, board), "panel_chair")
    facts = {"declaration": declared(elsewhere, particulars="x"), "reasons": "x", "mitigation": "x"}
    with pytest.raises(ValidationError):
        review.record("accept_conflict", by=person(Chair, board), at=AT, **facts)


def test_a_declaration_is_never_changed_or_deleted(board, review):
    made = declared(appointed(review, person(PanelChair, board), "panel_chair"))
    made.has_interest, made.particulars = True, "x"
    with pytest.raises(ValidationError, match="declare anew"):
        made.save()
    with pytest.raises(ValidationError, match="declare anew"):
        made.delete()


def test_nothing_is_declared_once_the_appointment_has_ended(board, review, manager):
    held = appointed(review, person(PanelChair, board), "panel_chair")
    review.record("end_appointment", by=manager, at=AT, appointment=held, on=TODAY, reasons="Ill.")
    with pytest.raises(ValidationError, match="has ended"):
        declared(Appointment.objects.get(pk=held.pk))
