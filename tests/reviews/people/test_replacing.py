"""Who is replaced, who declares on paper, and what the moves wait for."""

import pytest
from django.core.exceptions import ValidationError

from boards.models import LocalAuthority
from boards.roles import (
    PanelChair,
    PanelMember,
)
from reviews.conditions import missing_for
from tests.factories import (
    AT,
    TODAY,
    AgencyFactory,
    a_review,
    appointed,
    declared,
    person,
)
from tests.reviews.people.appointing import appoint, ask, sees

pytestmark = pytest.mark.django_db


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
