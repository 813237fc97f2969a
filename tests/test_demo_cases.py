"""The demo's fictional people, one a role, and its cases in every interesting state."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone
from pytest_django import DjangoDbBlocker

from boards.models import Board, User
from boards.roles import ROLES
from chronology.contacts import contacts_of
from chronology.gaps import spans, spans_not_seen
from chronology.models import Entry, Mention, SameEvent
from lscb_portal.demo.cases import CASES
from lscb_portal.demo.loading import contents, load
from lscb_portal.demo.people import PASSWORD, PEOPLE
from lscb_portal.demo.steps import STEPS
from records.models import AuditEvent, first_broken_link
from reviews.models import Child, Deadline, Incident, Review
from reviews.states import State
from reviews.statutory import HEADINGS

TODAY = date(2025, 8, 29)


@pytest.fixture(scope="module")
def _demo(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Load the demo once for all tests of the module, which each take back what they do."""
    with django_db_blocker.unblock(), transaction.atomic():
        load(TODAY)
        yield
        transaction.set_rollback(True)


pytestmark = [pytest.mark.usefixtures("_demo"), pytest.mark.django_db]


def test_something_is_overdue_and_something_due_soon_for_the_board():
    owed = Deadline.objects.statutory().filter(review__board__slug="east-sussex")
    assert owed.overdue(TODAY).count() >= 2
    assert owed.due_within(7, TODAY).count() >= 2
    assert owed.due_within(28, TODAY).count() >= 5
    assert Deadline.objects.exclude(commission=None).overdue(TODAY).exists()
    assert Deadline.objects.exclude(action=None).overdue(TODAY).exists()
    assert Deadline.objects.exclude(question=None).due_within(7, TODAY).exists()
    assert Deadline.objects.filter(review__board__slug="brighton-and-hove").overdue(TODAY).exists()


@pytest.mark.parametrize("today", [date(2025, 1, 1), date(2024, 2, 29), date(2026, 12, 31)])
def test_on_any_day_the_steps_of_a_case_lie_behind(today):
    for case in CASES:
        days = next((days for days, step in STEPS if step.__name__ == case.until), 0)
        assert case.notified_on(today) + timedelta(days=days) < today


def test_cases_stand_in_every_interesting_state_by_the_real_doors():
    states = set(Review.objects.values_list("state", flat=True))
    assert states == set(State.values) - {"transferred", "rescinded"}
    closed = Review.objects.get(state=State.CLOSED)
    assert closed.guidance().slug == "wt2010"
    assert closed.evaluations.get().grade == "good"
    assert closed.changes.filter(action="record_evaluation").get().by.email == (
        "evaluator@ofsted.example"
    )
    awaited = [r.evaluations.get() for r in Review.objects.filter(state=State.SUBMITTED)]
    assert [each.grade for each in awaited] == ["", ""]
    assert {each.is_streamlined for each in awaited} == {True, False}
    assert closed.evaluations.get().headings.count() == len(HEADINGS)
    assert closed.evaluations.get().letter.read().startswith(b"%PDF")
    assert Deadline.objects.get(extensions__isnull=False).due_on > TODAY
    assert Review.objects.get(state=State.NO_REVIEW).decisions.get().is_against_advice
    assert Incident.objects.filter(children__position=3).exists()


def test_there_is_somebody_for_every_role_and_a_second_board_to_keep_apart():
    by_board = {(person.role.slug, person.board) for person in PEOPLE}
    for role in ROLES:
        assert (role, "" if role == "evaluator" else "east-sussex") in by_board
    for role in ("coordinator", "manager", "chair"):
        assert (role, "brighton-and-hove") in by_board
    for person in PEOPLE:
        user = User.objects.get(email=person.email)
        assert user.has_role(person.role)
        assert person.email.endswith(".example")
    assert user.check_password(PASSWORD)
    assert Board.objects.count() == 3


def test_one_review_has_an_integrated_chronology_worth_reading():
    entries = Entry.objects.all()
    review = Review.objects.get(pk=entries[0].review_id)
    assert review.state == State.PANEL
    assert entries.filter(review=review).count() == entries.count() >= 75
    assert entries.values("agency").distinct().count() == 4
    assert set(entries.values_list("precision", flat=True)) == {
        "day",
        "range",
        "month",
        "year",
        "approximate",
    }
    assert set(SameEvent.objects.values_list("status", flat=True)) == {"confirmed", "proposed"}
    contacts = contacts_of(entries)
    assert spans(contacts)[0].days == 61
    assert spans_not_seen(contacts)[0].days > 80
    assert all(theme.entries.exists() for theme in review.themes.all())
    assert all(person.entries.exists() for person in review.cast.all())
    for entry in entries.select_related("file__document"):
        lines = b"".join(entry.file.document.chunks()).decode().splitlines()
        assert entry.date_raw in lines[entry.row - 1]
    assert Mention.objects.filter(entry__review=review).count() > 100


def test_each_has_something_to_see():
    see = {
        person.email: Review.objects.visible_to(User.objects.get(email=person.email)).count()
        for person in PEOPLE
    }
    assert see["manager@east-sussex.example"] == len(CASES) - 2
    assert see["manager@brighton-and-hove.example"] == 2
    assert see["evaluator@ofsted.example"] == 5
    assert see["panel-chair@east-sussex.example"] >= 5
    assert see["subcommittee@east-sussex.example"] >= 5
    agency = User.objects.get(email="agency@east-sussex.example")
    assert Deadline.objects.visible_to(agency).open().exists()


def test_what_a_person_did_since_is_shown_and_kept():
    review = Review.objects.get(reference__startswith="ESX", state=State.REFERRED, owner=None)
    coordinator = User.objects.get(email="coordinator@east-sussex.example")
    review.move("screen", by=coordinator, at=timezone.now())
    load(TODAY)
    row = next(row for row in contents()["reviews"] if row["reference"] == review.reference)
    assert row["state"] == "screening"


def printed(**options: object) -> str:
    written = StringIO()
    call_command("demo", stdout=written, **options)
    return written.getvalue()


def test_running_it_again_changes_nothing_and_is_quick(django_assert_max_num_queries):
    before = AuditEvent.objects.count(), User.objects.count(), Incident.objects.count()
    with django_assert_max_num_queries(4):
        said = json.loads(printed(format="json"))
    assert before == (AuditEvent.objects.count(), User.objects.count(), Incident.objects.count())
    assert said.keys() == {"users", "reviews"}
    assert said["users"][0].keys() == {"email", "password", "role", "board"}
    assert said["reviews"][0].keys() == {"reference", "state", "board"}
    assert len(said["reviews"]) == len(CASES) == Review.objects.count()
    assert AuditEvent.objects.filter(at__gt=timezone.now()).count() == 0
    assert first_broken_link() is None


def test_whoever_insists_has_it_in_production_and_reads_who_may_sign_in(settings):
    settings.IS_PRODUCTION = True
    lines = printed(even_in_production=True).splitlines()
    assert User.objects.count() == len(PEOPLE)
    assert lines[0] == "Users"
    assert lines[1].split() == ["email", "password", "role", "board"]
    assert lines[2].split() == [
        "coordinator@east-sussex.example",
        PASSWORD,
        "coordinator",
        "east-sussex",
    ]
    assert "Reviews" in lines


def test_children_differ_so_that_the_statistics_have_something_to_tell():
    for field in ("outcome", "ethnicity", "on_plan", "in_need", "looked_after", "born"):
        assert Child.objects.values(field).distinct().count() > 1, field
