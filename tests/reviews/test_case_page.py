"""The page of a case: who sees it, what it says, and what it costs."""

import html
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from boards.roles import AgencyAuthor, Auditor, Chair, Coordinator, Evaluator, Manager
from records.models import AuditEvent
from reviews.models import Deadline, Review
from reviews.noting import log_about
from reviews.states import MEANINGS, State
from tests.factories import AgencyFactory, BoardFactory, a_review, person
from tests.terms import agreed_terms

pytestmark = pytest.mark.django_db


def recent_review(board, *, days_ago: int = 10, **options) -> Review:
    """Return a review notified some days before today, at `referred`."""
    notified = timezone.localdate() - timedelta(days=days_ago)
    options.setdefault("dates", {"happened": notified, "notified": notified, "referred": notified})
    return a_review(board, at=timezone.now(), **options)


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def day(name: str, on: date) -> dict[str, str]:
    return {
        f"{name}_day": str(on.day),
        f"{name}_month": str(on.month),
        f"{name}_year": str(on.year),
    }


def test_another_board_does_not_know_that_the_case_exists():
    review = recent_review(BoardFactory())
    stranger = signed_in(person(Manager, BoardFactory()))
    for path in ("", "history/", "notification/", "move/withdraw/", "record/pause/"):
        assert stranger.get(f"/reviews/{review.reference}/{path}").status_code == 404


@pytest.mark.parametrize("role", [AgencyAuthor, Auditor, Evaluator])
def test_roles_without_the_case_do_not_find_it(role):
    board = BoardFactory()
    review = recent_review(board)
    somebody = signed_in(person(role, board))
    assert somebody.get(review.get_absolute_url()).status_code == 404


def test_opening_a_case_is_in_the_log():
    board = BoardFactory()
    review = recent_review(board)
    manager = person(Manager, board)
    assert signed_in(manager).get(review.get_absolute_url()).status_code == 200
    opened = AuditEvent.objects.about(review).get(verb="view")
    assert opened.by == manager


def test_the_page_shows_the_clock_with_its_arithmetic_and_no_name():
    board = BoardFactory()
    review = recent_review(board, children=2)
    page = signed_in(person(Manager, board)).get(review.get_absolute_url()).content.decode()
    assert "How this date was worked out" in page
    assert "Children A to B" in page
    assert "Child 1" not in page
    assert "Start screening" in page


def test_what_is_missing_is_said_on_the_page_and_on_the_door():
    board = BoardFactory()
    manager = person(Manager, board)
    review = recent_review(board)
    review.move("screen", by=manager, at=timezone.now())
    client = signed_in(manager)
    page = client.get(review.get_absolute_url()).content.decode()
    assert "Record the recommendation: still missing" in page
    door = client.get(f"/reviews/{review.reference}/move/recommend/")
    assert door.status_code == 409
    assert "Answer the criterion “" in door.content.decode()


def test_the_door_says_what_is_true_after_the_step():
    board = BoardFactory()
    client = signed_in(person(Coordinator, board))
    door = client.get(f"/reviews/{recent_review(board).reference}/move/screen/").content.decode()
    assert MEANINGS[State.SCREENING] in html.unescape(door)


def test_a_double_click_moves_once_and_says_so():
    board = BoardFactory()
    client = signed_in(person(Coordinator, board))
    review = recent_review(board)
    door = f"/reviews/{review.reference}/move/screen/"
    assert client.post(door).status_code == 302
    again = client.post(door)
    assert again.status_code == 409
    assert "is now at" in again.content.decode()
    assert review.changes.filter(action="screen").count() == 1


def test_a_decision_before_the_incident_is_refused_beside_the_field():
    board = BoardFactory()
    chair, staff = person(Chair, board), person(Coordinator, board)
    review = recent_review(board)
    Review.objects.filter(pk=review.pk).update(state="recommended")
    review.recommendations.create(
        round=1,
        outcome="scr",
        reasons="x",
        met_on=timezone.localdate() - timedelta(days=900),
        by=staff,
        at=timezone.now(),
    )
    early = timezone.localdate() - timedelta(days=800)
    answer = signed_in(chair).post(
        f"/reviews/{review.reference}/move/decide_scr/", {"reasons": "x", **day("on", early)}
    )
    assert "cannot be before the incident" in answer.content.decode()
    assert "There is a problem" in answer.content.decode()
    assert Review.objects.get(pk=review.pk).state == "recommended"


def test_an_extension_keeps_the_original_date_and_says_who_agreed():
    board = BoardFactory()
    chair = person(Chair, board)
    review = recent_review(board, days_ago=40)
    review.record("pin_guidance", by=chair, at=timezone.now(), guidance="wt2010", reasons="x")
    Review.objects.filter(pk=review.pk).update(state="recommended")
    review = Review.objects.get(pk=review.pk)
    review.recommendations.create(
        round=1,
        outcome="scr",
        reasons="x",
        met_on=timezone.localdate() - timedelta(days=20),
        by=person(Coordinator, board),
        at=timezone.now(),
    )
    review.move(
        "decide_scr",
        by=chair,
        at=timezone.now(),
        on=timezone.localdate() - timedelta(days=9),
        reasons="x",
    )
    complete = review.deadlines.get(kind="complete")
    to = complete.due_on + timedelta(days=30)
    client = signed_in(chair)
    facts = {
        "deadline": complete.pk,
        "reason": "The trial runs until then.",
        "authority": "The board",
        "told": "The Government Office",
        **day("to", to),
        **day("agreed_on", timezone.localdate()),
    }
    early = client.post(
        f"/reviews/{review.reference}/record/extend/", facts | day("to", complete.due_on)
    )
    assert "The new date must be after" in early.content.decode()
    shown = client.post(f"/reviews/{review.reference}/record/extend/", facts).content.decode()
    assert f"{complete.due_on:%-d %B %Y}" in shown
    assert f"{to:%-d %B %Y}" in shown
    assert Deadline.objects.get(pk=complete.pk).due_on == complete.due_on
    confirmed = facts | {"confirmed": "1"}
    client.post(f"/reviews/{review.reference}/record/extend/", confirmed)
    moved = Deadline.objects.get(pk=complete.pk)
    assert (moved.due_on, moved.original_due_on, moved.version) == (to, complete.due_on, 2)
    shown = client.get(f"/reviews/{review.reference}/deadlines/{complete.pk}/").content.decode()
    assert "The trial runs until then" in shown
    assert "The Government Office" in shown


def test_a_deadline_whose_guidance_allows_none_is_not_extended():
    board = BoardFactory()
    chair = person(Chair, board)
    review = a_review(board)
    with pytest.raises(ValidationError, match="allows no extension"):
        review.record(
            "extend",
            by=chair,
            at=timezone.now(),
            deadline=review.deadlines.get(kind="decide"),
            to=date(2010, 6, 1),
            reason="x",
            authority="x",
            told="",
            agreed_on=date(2010, 3, 2),
        )


def test_a_corrected_date_shows_what_moves_before_it_moves_it():
    board = BoardFactory()
    staff = person(Coordinator, board)
    review = a_review(board, owner=staff)
    before = review.deadlines.get(kind="decide").due_on
    client = signed_in(staff)
    door = f"/reviews/{review.reference}/record/correct_event/"
    facts = {"event": "referred", "on": "8 March 2010", "reasons": "The letter says so."}
    preview = client.post(door, facts).content.decode()
    assert "1 April 2010" in preview
    assert "8 April 2010" in preview
    assert review.deadlines.get(kind="decide").due_on == before
    client.post(door, facts | {"confirmed": "1"})
    moved = review.deadlines.get(kind="decide")
    assert (moved.due_on, moved.original_due_on, moved.version) == (date(2010, 4, 8), before, 2)
    assert review.events.filter(name="referred").count() == 2


def test_the_page_tells_changes_and_leaves_what_was_looked_at_to_the_history():
    board = BoardFactory()
    review, manager = recent_review(board), person(Manager, board)
    for verb in ("view", "download", "export"):
        log_about(review, verb, "It was taken away.", by=manager, at=timezone.now())
    client = signed_in(manager)
    assert b"It was taken away." not in client.get(review.get_absolute_url()).content
    assert b"It was taken away." in client.get(f"/reviews/{review.reference}/history/").content


def test_a_deadline_that_was_met_is_below_those_that_run():
    board = BoardFactory()
    review, manager = recent_review(board), person(Manager, board)
    review.move("screen", by=manager, at=timezone.now())
    first = review.deadlines.order_by("due_on").first()
    Deadline.objects.filter(pk=first.pk).update(is_open=False, met_on=timezone.localdate())
    page = signed_in(manager).get(review.get_absolute_url()).context["page"]
    assert [clock.deadline for clock in page.stopped] == [first]
    assert first not in [clock.deadline for clock in page.running]


def test_a_restricted_review_is_for_its_owner_and_the_chair_alone():
    board = BoardFactory()
    owner, manager = person(Coordinator, board), person(Manager, board)
    review = recent_review(board, owner=owner)
    review.record("restrict", by=manager, at=timezone.now(), reasons="A colleague is involved.")
    assert signed_in(owner).get(review.get_absolute_url()).status_code == 200
    assert signed_in(manager).get(review.get_absolute_url()).status_code == 404
    assert signed_in(person(Chair, board)).get(review.get_absolute_url()).status_code == 200
    assert signed_in(person(Coordinator, board)).get(review.get_absolute_url()).status_code == 404


def test_hostile_text_is_shown_as_text():
    board = BoardFactory()
    manager = person(Manager, board)
    review = recent_review(board)
    Review.objects.filter(pk=review.pk).update(state="scoping")
    review = Review.objects.get(pk=review.pk)
    hostile = "<script>alert(1)</script>"
    agreed_terms(review, by=manager, questions=(hostile,))
    page = signed_in(manager).get(review.get_absolute_url()).content.decode()
    assert hostile not in page
    assert "&lt;script&gt;" in page


def test_the_page_takes_the_same_queries_however_much_is_on_it():
    board = BoardFactory()
    manager = person(Manager, board)
    counts = []
    for size in (1, 12):
        review = recent_review(board, children=size)
        review.move("screen", by=manager, at=timezone.now())
        agencies = [AgencyFactory(board=board) for _ in range(size)]
        today = timezone.localdate()
        review.record(
            "ask_agencies",
            by=manager,
            at=timezone.now(),
            agencies=agencies,
            kind="check",
            on=today,
            due_on=today + timedelta(days=7),
        )
        client = signed_in(manager)
        client.get(review.get_absolute_url())
        with CaptureQueriesContext(connection) as queries:
            client.get(review.get_absolute_url())
        counts.append(len(queries))
    assert counts[0] == counts[1]
    assert counts[0] <= 35
