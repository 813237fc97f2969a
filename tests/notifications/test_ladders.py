"""A board's own ladder: what may be published, and what the next sweep makes of it."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext

from boards.models import Agency
from boards.roles import AgencyAuthor, Chair, Coordinator, Manager
from notifications.ladder import DEFAULT, About, Ladder, Steps, Tier, Told
from notifications.ladder_words import in_words
from notifications.models import BoardLadder, Mail, Reminder
from notifications.models.ledger import NO_LONGER_TOLD
from records.models import AuditEvent
from reviews.models import Commission, Deadline
from tests.factories import BoardFactory, person
from tests.notifications.scenes import (
    DUE,
    a_case,
    days_before,
    noon,
    plan_on,
    planned_and_put_together,
    stages,
)
from tests.notifications.test_recipients import an_agency_is_asked, told, with_its_deadline

EARLY = replace(DEFAULT, before=(40, 10))
DECISION_LATER = replace(EARLY, own=((About.DECISION, Steps((5, 2), 3)),))
OWNERS_ALONE = replace(
    DEFAULT,
    told=tuple(each for each in DEFAULT.told if each.tier not in (Tier.MANAGER, Tier.CHAIR)),
)


def publish(board, ladder: Ladder, *, on=None, by=None) -> BoardLadder:
    at, by = noon(on or days_before(60)), by or person(Manager, board)
    return BoardLadder.publish(board, ladder, reason="Agreed in May", by=by, at=at)


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"before": ()}, "at least one day"),
        ({"before": tuple(range(11, 0, -1))}, "10 days or fewer"),
        ({"before": (7, 7)}, "once"),
        ({"before": (366,)}, "from 0 to 365"),
        ({"every": 91}, "from 1 to 90"),
        ({"own": ((About.DECISION, Steps((7, 7), 7)),)}, "decision: enter each day"),
        ({"every": -1}, "from 1 to 90"),
        ({"told": DEFAULT.told[1:]}, "Statutory deadlines: choose at least one person"),
        ({"told": (*DEFAULT.told, DEFAULT.told[0])}, "choose each person once"),
        ({"told": (*DEFAULT.told, Told(Tier.AGENCY, About.DECISION))}, "from the people on"),
        ({"told": (*DEFAULT.told, Told(Tier.CHAIR, About.AGENCY_RETURN, -366))}, "365 or fewer"),
    ],
)
def test_a_ladder_that_cannot_be_used_says_what_to_mend(changed, words):
    problems = replace(DEFAULT, **changed).problems()
    assert [words in problem for problem in problems] == [True]


def test_the_default_is_usable_and_survives_being_stored():
    assert DEFAULT.problems() == []
    assert Ladder.from_data(DEFAULT.to_data()) == DEFAULT
    assert Ladder.from_data(DECISION_LATER.to_data()) == DECISION_LATER


def test_a_kind_that_is_newer_than_a_stored_ladder_is_told_as_by_default():
    data = EARLY.to_data()
    data["told"] = [row for row in data["told"] if row[0] != About.AGENCY_RETURN]
    assert Ladder.from_data(data) == EARLY


def test_a_ladder_is_read_aloud():
    words = dict(in_words(DEFAULT))
    assert words["Statutory deadlines"] == [
        "The owner and the deputy are told 28, 14, 7 and 1 days before, on the day and every "
        "7 days after.",
        "The business manager is told as well, from the day itself.",
        "The LSCB Chair is told as well, from 7 days after it.",
    ]
    assert words["What an agency is asked for"][-1] == (
        "The agency’s chief officer is told as well, from 14 days after it."
    )


@pytest.mark.django_db
def test_a_version_is_logged_and_never_changes():
    board = BoardFactory()
    version = publish(board, EARLY)
    assert BoardLadder.of(board) == EARLY
    event = AuditEvent.objects.get(verb="publish_ladder")
    assert (event.board, event.details["after"]["before"]) == (board, [40, 10])
    version.reason = "Something else"
    with pytest.raises(ValidationError, match="never changes"):
        version.save()


@pytest.mark.django_db
def test_going_back_to_the_default_is_a_version_too():
    board = BoardFactory()
    publish(board, EARLY)
    back = publish(board, DEFAULT)
    assert (back.version, back.is_default, BoardLadder.of(board)) == (2, True, DEFAULT)


@pytest.mark.django_db
@pytest.mark.parametrize("role", [Chair, Coordinator])
def test_only_the_boards_manager_publishes(role):
    board = BoardFactory()
    for stranger in (person(role, board), person(Manager, BoardFactory())):
        with pytest.raises(PermissionDenied):
            publish(board, EARLY, by=stranger)


@pytest.mark.django_db
def test_publishing_what_holds_already_or_without_reason_is_refused():
    board = BoardFactory()
    by = person(Manager, board)
    with pytest.raises(ValidationError, match="change something first"):
        publish(board, DEFAULT, by=by)
    with pytest.raises(ValidationError, match="Enter why"):
        BoardLadder.publish(board, EARLY, reason=" ", by=by, at=noon(DUE))
    with pytest.raises(IntegrityError):
        BoardLadder.objects.create(board=board, version=1, reason="", by=by, at=noon(DUE))


@pytest.mark.django_db
def test_a_board_is_reminded_by_its_own_ladder_and_the_others_by_the_default():
    mine, other = a_case(), a_case()
    publish(mine.board, EARLY)
    for days in (40, 28, 9, 7):
        plan_on(days_before(days))
    assert stages(review=mine, tier="owner") == [40, 10]
    assert stages(review=other, tier="owner") == [28, 14, 7]


@pytest.mark.django_db
def test_a_kind_with_days_of_its_own_is_reminded_on_them_and_the_others_on_those_for_all():
    review = a_case()
    commission = an_agency_is_asked(review, due_on=DUE)
    person(AgencyAuthor, review.board, agency=commission.agency)
    asked = with_its_deadline(commission)
    publish(review.board, DECISION_LATER)
    for days in (40, 10, 5, 4, 2, -3):
        plan_on(days_before(days))
    assert stages(tier="owner", deadline__kind="decide") == [5, 2, -3]
    assert stages(tier="agency", deadline=asked) == [40, 10]


@pytest.mark.django_db
def test_what_waits_for_a_kind_that_is_reminded_later_now_ends():
    review = a_case()
    plan_on(days_before(28))
    assert stages(tier="owner") == [28]
    publish(review.board, DECISION_LATER, on=days_before(27))
    plan_on(days_before(27))
    ended = Reminder.objects.filter(tier="owner", superseded_because=NO_LONGER_TOLD)
    assert [row.stage for row in ended] == [28]


@pytest.mark.django_db
def test_a_changed_ladder_holds_from_the_next_sweep_and_repeats_nothing_that_was_sent():
    review = a_case()
    planned_and_put_together(days_before(14))
    Mail.objects.update(sent_at=noon(days_before(14)), message_id="<a@b>")
    publish(review.board, replace(DEFAULT, before=(20, 12)), on=days_before(13))
    plan_on(days_before(13))
    assert stages(tier="owner") == [14]
    plan_on(days_before(12))
    assert stages(tier="owner") == [14, 12]


@pytest.mark.django_db
def test_unsent_reminders_of_tiers_no_longer_told_end_and_come_back_with_the_tier():
    review = a_case()
    manager, elsewhere = person(Manager, review.board), a_case()
    person(Manager, elsewhere.board)
    plan_on(days_before(0))
    publish(review.board, OWNERS_ALONE, on=days_before(0), by=manager)
    plan_on(days_before(0))
    ended = Reminder.objects.filter(superseded_because=NO_LONGER_TOLD)
    assert {(row.tier, row.review) for row in ended} == {("manager", review)}
    publish(review.board, DEFAULT, on=days_before(0), by=manager)
    plan_on(days_before(0))
    assert not ended.all().exists()
    assert Reminder.objects.waiting().filter(tier="manager").count() == 2


@pytest.mark.django_db
def test_planning_asks_as_often_for_twenty_boards_of_one_ladder_as_for_two():
    counts = []
    for boards in (2, 18):
        Reminder.objects.all().delete()  # what waits is asked about as well
        for _ in range(boards):
            publish(a_case().board, EARLY)
        with CaptureQueriesContext(connection) as queries:
            plan_on(days_before(10))
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert Reminder.objects.filter(stage=10, tier="owner").count() == 20


@pytest.mark.django_db
def test_the_chief_officer_is_told_of_a_long_overdue_return_and_sees_it_and_no_more():
    review = a_case()
    chief = person(Coordinator, BoardFactory())
    commission = an_agency_is_asked(review, due_on=DUE)
    Agency.objects.filter(pk=commission.agency_id).update(chief_officer=chief)
    deadline = with_its_deadline(commission)
    plan_on(DUE + timedelta(days=13))
    assert told(tier="chief") == set()
    plan_on(DUE + timedelta(days=14))
    assert told(tier="chief", deadline=deadline) == {f"chief {chief}"}
    assert list(Deadline.objects.visible_to(chief)) == [deadline]
    assert list(Commission.objects.visible_to(chief)) == [commission]


@pytest.mark.django_db
def test_a_chief_officer_who_has_left_is_not_told():
    review = a_case()
    chief = person(Coordinator, BoardFactory(), user={"is_active": False})
    commission = an_agency_is_asked(review, due_on=DUE)
    Agency.objects.filter(pk=commission.agency_id).update(chief_officer=chief)
    with_its_deadline(commission)
    plan_on(DUE + timedelta(days=14))
    assert told(tier="chief") == set()
