"""Who is told: owner, deputy, stand-in, chair, manager, agency; and never who may not see."""

from datetime import date, timedelta

import pytest
import time_machine
from django.utils.timezone import localdate

from boards.models import User
from boards.roles import ROLES, AgencyAuthor, Chair, Coordinator, Manager
from notifications import recipients
from notifications.ladder import Tier
from notifications.models import Reminder
from reviews.models import Absence, Commission, CommissionKind, Deadline, Review
from tests.factories import AgencyFactory, BoardFactory, a_review, everybody, person
from tests.notifications.scenes import a_case, days_before, noon, plan_on, remind_on

pytestmark = pytest.mark.django_db


def told(**fields) -> set[str]:
    found = Reminder.objects.filter(**fields).select_related("recipient")
    return {f"{reminder.tier} {reminder.recipient.full_name}" for reminder in found}


def test_owner_deputy_and_chair_are_told_of_the_decision_from_the_first_stage():
    board = BoardFactory()
    owner, deputy, chair = (person(role, board) for role in (Coordinator, Coordinator, Chair))
    person(Manager, board)
    a_case(board, owner=owner, deputy=deputy)
    plan_on(days_before(28))
    assert told() == {f"owner {owner}", f"owner {deputy}", f"chair {chair}"}


def test_managers_are_told_from_the_day_itself():
    board = BoardFactory()
    manager = person(Manager, board)
    a_case(board)
    plan_on(days_before(1))
    assert told(tier="manager") == set()
    plan_on(days_before(0))
    assert told(tier="manager") == {f"manager {manager}"}


def test_the_chair_is_told_of_any_statutory_deadline_a_week_after_it():
    board = BoardFactory()
    chair = person(Chair, board)
    review = a_case(board)
    review.deadlines.update(kind="notify")
    plan_on(days_before(-6))
    assert told(tier="chair") == set()
    plan_on(days_before(-7))
    assert told(tier="chair") == {f"chair {chair}"}


@pytest.mark.parametrize("left", ["nobody", "gone", "inactive"])
def test_managers_stand_in_where_nobody_who_is_there_owns_the_review(left):
    board = BoardFactory()
    manager, owner = person(Manager, board), person(Coordinator, board)
    review = a_case(board, owner=owner)
    if left == "nobody":
        Review.objects.filter(pk=review.pk).update(owner=None)
    if left == "gone":
        owner.memberships.get().end(on=date(2010, 3, 1))
    if left == "inactive":
        type(owner).objects.filter(pk=owner.pk).update(is_active=False)
    plan_on(days_before(28))
    assert told() == {f"stand_in {manager}"}


def an_agency_is_asked(review: Review, *, due_on: date, agency=None) -> Commission:
    return Commission.objects.create(
        review=review,
        agency=agency or AgencyFactory(board=review.board),
        kind=CommissionKind.IMR,
        asked_on=date(2010, 3, 10),
        due_on=due_on,
        by=review.owner,
        at=noon(date(2010, 3, 10)),
    )


def with_its_deadline(commission: Commission) -> Deadline:
    on = commission.due_on
    return Deadline.objects.create(
        review=commission.review,
        commission=commission,
        round=1,
        kind="agency_return",
        name="IMR",
        trigger="asked",
        trigger_on=commission.asked_on,
        original_due_on=on,
        computed_on=on,
        due_on=on,
        act_by=on,
    )


def test_an_agency_is_reminded_of_its_own_return_and_the_owner_when_it_is_overdue():
    review = a_case()
    due_on = days_before(-30)
    commission = an_agency_is_asked(review, due_on=due_on)
    author = person(AgencyAuthor, review.board, agency=commission.agency)
    person(AgencyAuthor, review.board)
    deadline = with_its_deadline(commission)
    plan_on(due_on)
    assert told(deadline=deadline) == {f"agency {author}"}
    plan_on(due_on + timedelta(days=1))
    assert told(deadline=deadline) == {f"agency {author}", f"owner {review.owner}"}


def test_a_restricted_review_is_spoken_of_to_its_owner_deputy_and_chair_alone():
    board = BoardFactory()
    people = everybody(board)
    review = a_case(board, owner=people["coordinator"], deputy=people["manager"])
    Review.objects.filter(pk=review.pk).update(is_restricted=True)
    plan_on(days_before(-20))
    assert told() == {
        f"owner {people['coordinator']}",
        f"owner {people['manager']}",
        f"chair {people['chair']}",
    }


def test_one_person_in_two_tiers_is_told_once():
    board = BoardFactory()
    both = person(Manager, board)
    both.memberships.create(board=board, role="chair", since_on=date(2006, 4, 1))
    a_case(board, owner=both)
    plan_on(days_before(-7))
    assert Reminder.objects.count() == 1


@pytest.mark.parametrize("is_restricted", [True, False])
@pytest.mark.parametrize("owner", [*ROLES, None])
def test_nobody_is_ever_planned_for_who_may_not_see_the_deadline(owner, is_restricted):
    board = BoardFactory()
    people = everybody(board)
    everybody(BoardFactory())
    review = a_review(board, owner=people.get(owner), is_restricted=is_restricted)
    commission = Commission.objects.create(
        review=review,
        agency=people["agency_author"].memberships.get().agency,
        kind=CommissionKind.CHECK,
        asked_on=date(2010, 3, 10),
        due_on=date(2010, 4, 1),
        by=people["manager"],
        at=noon(date(2010, 3, 10)),
    )
    with_its_deadline(commission)
    plan_on(date(2010, 6, 1))
    for reminder in Reminder.objects.select_related("recipient"):
        visible = Deadline.objects.visible_to(reminder.recipient)
        assert visible.filter(pk=reminder.deadline_id).exists(), reminder.recipient


def test_those_of_other_boards_are_told_nothing():
    elsewhere = BoardFactory()
    everybody(elsewhere)
    a_case()
    plan_on(days_before(-30))
    assert not Reminder.objects.filter(recipient__memberships__board=elsewhere).exists()


def test_the_people_of_a_tier_are_found_for_a_review_as_for_its_deadlines():
    board = BoardFactory()
    people = everybody(board)
    review = a_case(board, owner=people["coordinator"])
    today = localdate()
    people["coordinator"].absences.create(
        board=board, cover=people["manager"], from_on=today, to_on=today, at=noon(today)
    )
    assert recipients.of_reviews(Review.objects.all(), Tier.COVER).exists()
    for tier in (Tier.OWNER, Tier.MANAGER, Tier.CHAIR, Tier.STAND_IN, Tier.COVER):
        by_review = recipients.of_reviews(Review.objects.all(), tier)
        by_deadline = recipients.of_deadlines(review.deadlines.all(), tier)
        assert set(by_review.values_list("recipient")) == set(by_deadline.values_list("recipient"))


def away(owner, cover, board, first: int, last: int) -> Absence:
    """Return an absence of the owner, in days before the date that is due."""
    facts = {"from_on": days_before(first), "to_on": days_before(last)}
    return Absence.objects.create(
        board=board, person=owner, cover=cover, at=noon(days_before(first)), **facts
    )


def test_whoever_covers_is_told_as_the_owner_is_while_the_owner_is_away():
    board = BoardFactory()
    owner, cover = person(Coordinator, board), person(Coordinator, board)
    a_case(board, owner=owner)
    away(owner, cover, board, 14, 7)
    plan_on(days_before(28))
    assert told() == {f"owner {owner}"}
    plan_on(days_before(14))
    assert told(stage=14) == {f"owner {owner}", f"cover {cover}"}
    plan_on(days_before(1))
    assert told(stage=1) == {f"owner {owner}"}


@pytest.mark.parametrize("why", ["cancelled", "left the board", "another board", "inactive"])
def test_nobody_is_told_who_does_not_cover(why):
    board = BoardFactory()
    owner, cover = person(Coordinator, board), person(Coordinator, board)
    a_case(board, owner=owner)
    absence = away(owner, cover, board, 14, 7)
    if why == "cancelled":
        absence.cancel(at=noon(days_before(13)))
    if why == "left the board":
        cover.memberships.get().end(on=days_before(13))
    if why == "another board":
        Absence.objects.update(board=BoardFactory())
    if why == "inactive":
        User.objects.filter(pk=cover.pk).update(is_active=False)
    plan_on(days_before(7))
    assert told() == {f"owner {owner}"}


def test_what_was_planned_for_a_cover_is_not_sent_once_the_owner_is_back(post):
    board = BoardFactory()
    owner, cover = person(Coordinator, board), person(Coordinator, board)
    a_case(board, owner=owner)
    away(owner, cover, board, 14, 7)
    plan_on(days_before(7))
    with time_machine.travel(noon(days_before(6)), tick=False):
        remind_on(days_before(6))
    assert post.recipients() == [owner.email]


def test_whoever_covers_is_sent_their_mail(post):
    board = BoardFactory()
    owner, cover = person(Coordinator, board), person(Coordinator, board)
    a_case(board, owner=owner)
    away(owner, cover, board, 14, 7)
    with time_machine.travel(noon(days_before(7)), tick=False):
        remind_on(days_before(7))
    assert sorted(post.recipients()) == sorted([owner.email, cover.email])
