"""What the agreed terms are used for."""

from datetime import date, timedelta

import pytest

from reviews.forms.facts import AskAgenciesForm
from reviews.models import (
    LibraryQuestion,
)
from reviews.models.terms import Part
from reviews.terms.planning import Watch, planned
from tests.terms import Scoped, written

pytestmark = pytest.mark.django_db


@pytest.fixture
def case() -> Scoped:
    return Scoped()


def test_asking_agencies_ticks_those_of_the_agreed_terms(case):
    def ticked() -> list[int]:
        of = {"review": case.review, "user": case.staff, "today": case.today}
        return AskAgenciesForm(**of).initial["agencies"]

    assert ticked() == [case.police.pk]  # the usual ones
    terms = written(case.review, by=case.staff)
    lines = [
        {"agency_id": case.police.pk, "is_asked": False, "reason": "No contact."},
        {"agency_id": case.school.pk, "is_asked": True, "reason": "Taught the child."},
    ]
    terms.rewrite(Part.AGENCIES, {"agencies": lines})
    assert ticked() == [case.police.pk]
    case.agree()
    assert ticked() == [case.school.pk]


def test_agencies_are_asked_by_the_day_in_the_agreed_timetable(case):
    def due_on() -> date | None:
        of = {"review": case.review, "user": case.staff, "today": case.today}
        return AskAgenciesForm(**of).initial.get("due_on")

    day = case.today + timedelta(days=60)
    terms = written(case.review, by=case.staff)
    milestones = [{"kind": "imrs", "number": 1, "on": day}]
    terms.rewrite(Part.TIMETABLE, {"planned_to": None, "milestones": milestones})
    assert due_on() is None
    case.agree()
    assert due_on() == day
    case.today = day + timedelta(days=1)
    assert due_on() is None


def test_a_question_is_kept_once_and_offered_until_it_is_removed(case):
    for _click in "ab":
        case.record("keep_question", text="Was the dog known?")
    (kept,) = LibraryQuestion.objects.standing()
    case.record("remove_question", question=kept)
    assert not LibraryQuestion.objects.standing().exists()
    case.record("keep_question", text="Was the dog known?")
    assert LibraryQuestion.objects.standing().count() == 1


def test_a_moved_statutory_date_is_said_with_the_number_of_days(case):
    draft = written(case.review, by=case.staff)
    content = planned(case.review, on=case.today)
    draft.rewrite(Part.TIMETABLE, content)
    watch = Watch.over(draft)
    assert (watch.moved, watch.doubts) == ("", [])
    complete = watch.complete
    case.review.record(
        "extend",
        by=case.manager,
        at=case.at,
        deadline=complete,
        to=complete.due_on + timedelta(days=21),
        reason="The trial.",
        authority="The board",
        told="",
        agreed_on=case.today,
    )
    assert "21 days later than" in Watch.over(draft).moved
    draft.rewrite(Part.TIMETABLE, planned(case.review, on=case.today))
    assert Watch.over(draft).moved == ""
