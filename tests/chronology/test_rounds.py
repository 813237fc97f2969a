"""A chronology goes to the board and comes back, round by round."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction

from boards.roles import AgencyAuthor, Manager
from chronology.models import Submission
from records.models import AuditEvent
from reviews.conditions import NotYet
from reviews.models import CommissionKind, Review
from tests.chronology.making import Scene, signed_in
from tests.factories import AgencyFactory, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene() -> Scene:
    return Scene()


def sent_back(scene: Scene, days: int = 10) -> None:
    scene.chronology.last.send_back(
        because="The visits of May are missing.",
        again_by_on=scene.today + timedelta(days=days),
        by=scene.panel_chair,
        at=scene.at,
    )


def test_handing_in_returns_a_commission_for_a_chronology(scene):
    scene.handed_in()
    assert scene.commission.returned_on == scene.today
    assert scene.commission.returned_by == scene.author
    assert not scene.commission.deadline.is_open
    assert AuditEvent.objects.filter(verb="hand_in").count() == 1


def test_handing_in_the_chronology_of_an_imr_leaves_the_report_owed():
    scene = Scene(CommissionKind.IMR)
    scene.handed_in()
    assert scene.commission.is_outstanding
    assert scene.commission.deadline.is_open


def test_nothing_is_handed_in_without_a_row(scene):
    with pytest.raises(NotYet, match="nothing to hand in"):
        scene.chronology.hand_in(by=scene.author, at=scene.at)


def test_what_is_with_the_board_is_not_handed_in_again(scene):
    scene.handed_in()
    with pytest.raises(NotYet):
        scene.chronology.hand_in(by=scene.author, at=scene.at)
    assert Submission.objects.count() == 1


def test_rows_stand_while_the_board_has_them(scene):
    row = scene.type_row()
    scene.chronology.hand_in(by=scene.author, at=scene.at)
    with pytest.raises(NotYet, match="handed in"):
        row.change({"event": "Other"}, version=row.version, by=scene.author, at=scene.at)


def test_sending_back_makes_the_commission_owed_by_the_new_day(scene):
    scene.handed_in()
    before = scene.commission.deadline.version
    sent_back(scene, days=10)
    commission, deadline = scene.commission, scene.commission.deadline
    assert commission.is_outstanding
    assert commission.due_on == deadline.due_on == scene.today + timedelta(days=10)
    assert deadline.is_open and deadline.version == before + 1
    assert deadline.original_due_on == scene.due_on
    assert "It was sent back on" in deadline.explain([])[-1]
    assert AuditEvent.objects.filter(verb="reopen_commission").count() == 1
    assert not AuditEvent.objects.filter(sentence__contains="May").exists()


def test_what_was_sent_back_is_handed_in_as_the_next_round_and_returned_again(scene):
    scene.handed_in()
    sent_back(scene)
    scene.chronology.hand_in(by=scene.author, at=scene.at)
    assert [each.standing for each in Submission.objects.all()] == ["Sent back", "Handed in"]
    assert scene.commission.returned_on == scene.today


def test_an_extension_of_the_first_day_does_not_outlive_the_sending_back(scene):
    deadline = scene.commission.deadline
    deadline.extend(
        to=scene.due_on + timedelta(days=30),
        reason="Illness.",
        authority="The Chair",
        told="",
        by=scene.manager,
        at=scene.at,
        agreed_on=scene.today,
    )
    scene.handed_in()
    sent_back(scene, days=5)
    assert scene.commission.deadline.due_on == scene.today + timedelta(days=5)


def test_whoever_handed_in_does_not_accept(scene):
    scene.type_row()
    scene.chronology.hand_in(by=scene.coordinator, at=scene.at)
    with pytest.raises(PermissionDenied, match="somebody else"):
        scene.chronology.last.accept(by=scene.coordinator, at=scene.at)
    scene.chronology.last.accept(by=scene.manager, at=scene.at)
    assert scene.chronology.last.accepted_by == scene.manager


def test_an_agency_neither_accepts_nor_sends_back(scene):
    scene.handed_in()
    last = scene.chronology.last
    with pytest.raises(PermissionDenied):
        last.accept(by=scene.author, at=scene.at)
    with pytest.raises(PermissionDenied):
        last.send_back(because="x", again_by_on=scene.today, by=scene.author, at=scene.at)


def test_of_two_people_one_settles_a_round(scene):
    scene.handed_in()
    one, other = Submission.objects.get(), Submission.objects.get()
    one.accept(by=scene.manager, at=scene.at)
    with pytest.raises(NotYet, match="settled"):
        other.accept(by=scene.panel_chair, at=scene.at)


def test_what_was_accepted_can_be_sent_back_and_both_are_kept(scene):
    scene.handed_in()
    scene.chronology.last.accept(by=scene.manager, at=scene.at)
    sent_back(scene)
    last = scene.chronology.last
    assert last.accepted_by == scene.manager and last.standing == "Sent back"


def test_an_earlier_round_is_past_settling(scene):
    scene.handed_in()
    sent_back(scene)
    scene.chronology.hand_in(by=scene.author, at=scene.at)
    with pytest.raises(NotYet):
        scene.chronology.submissions.first().accept(by=scene.manager, at=scene.at)


def test_a_review_before_the_board_has_no_room_for_sending_back(scene):
    scene.handed_in()
    Review.objects.filter(pk=scene.review.pk).update(state="ratified")
    with pytest.raises(NotYet):
        sent_back(scene)
    assert scene.chronology.last.is_waiting


def test_the_database_refuses_an_acceptance_after_the_sending_back(scene):
    scene.handed_in()
    sent_back(scene)
    last = scene.chronology.last
    with pytest.raises(IntegrityError), transaction.atomic():
        Submission.objects.filter(pk=last.pk).update(
            accepted_by=scene.manager, accepted_at=scene.at + timedelta(days=1)
        )


def test_the_author_hands_in_and_reads_why_it_came_back(scene):
    scene.type_row()
    client = signed_in(scene.author)
    path = f"/chronologies/{scene.chronology.pk}/"
    assert "Confirm that the records" in client.post(f"{path}hand-in/").content.decode()
    assert client.post(f"{path}hand-in/", {"declared": "on"}).status_code == 302
    assert client.post(f"{path}hand-in/", {"declared": "on"}).status_code == 409  # pressed twice
    day = scene.today + timedelta(days=7)
    facts = {
        "because": "<script>alert(1)</script> Two visits are missing.",
        "again_by_on_day": day.day,
        "again_by_on_month": day.month,
        "again_by_on_year": day.year,
    }
    panel_chair = signed_in(scene.panel_chair)
    assert panel_chair.post(f"{path}rounds/1/send-back/", facts).status_code == 302
    page = client.get(path).content.decode()
    assert "Two visits are missing." in page and "<script>alert" not in page
    assert "Check and hand in" in page
    asked = client.get(f"/commissions/{scene.commission.pk}/").content.decode()
    assert "was sent back" in asked and "Two visits" not in asked


def test_a_day_that_has_passed_is_refused_for_the_next_round(scene):
    scene.handed_in()
    day = scene.today - timedelta(days=1)
    facts = {
        "because": "Missing.",
        "again_by_on_day": day.day,
        "again_by_on_month": day.month,
        "again_by_on_year": day.year,
    }
    answer = signed_in(scene.manager).post(
        f"/chronologies/{scene.chronology.pk}/rounds/1/send-back/", facts
    )
    assert "must be today or in the future" in answer.content.decode()
    assert scene.chronology.last.is_waiting


def test_another_agency_and_another_board_do_not_find_it(scene):
    scene.handed_in()
    other = person(AgencyAuthor, scene.board, agency=AgencyFactory(board=scene.board))
    for stranger in (other, person(Manager)):
        client = signed_in(stranger)
        for path in ("", "write/", "hand-in/", "instructions/", "papers/word/", "rounds/1/accept/"):
            assert client.get(f"/chronologies/{scene.chronology.pk}/{path}").status_code == 404


def test_a_round_that_was_sent_back_is_not_offered_for_acceptance(scene):
    scene.handed_in()
    scene.chronology.last.send_back(
        because="No source.", again_by_on=scene.today, by=scene.manager, at=scene.at
    )
    here = f"/chronologies/{scene.chronology.pk}/rounds/1/accept/"
    assert signed_in(scene.manager).get(here).status_code == 409
