"""Each condition of each move in a scene where it alone is unmet: it says so, and it blocks."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from boards.models import User
from boards.roles import Coordinator, Manager, OverviewAuthor, PanelChair
from records.models import Document
from records.scanning import ScanState
from reviews.conditions import CONDITIONS, NotYet
from reviews.known import Known
from reviews.models import CommissionKind, Report, Review
from tests.factories import AT, a_review, a_trial, appointed, person
from tests.reviews.contributing import Contributed
from tests.reviews.reporting import issued, open_to
from tests.reviews.setting import LATER, a_setting
from tests.terms import Scoped, agreed_terms

pytestmark = pytest.mark.django_db

Scene = tuple[Review, User]  # whoever moves it may do so
AFTER_OFSTED = datetime(2012, 9, 3, 10, 0, tzinfo=UTC)


def criteria_unanswered() -> Scene:
    review = a_review()
    staff = person(Coordinator, review.board)
    review.move("screen", by=staff, at=AT)
    return review, staff


def scoped(*, agreed: bool = True, chaired: bool = True, asked: bool = True) -> Scene:
    """Return a review that could begin its chronology, but for what is False."""
    case = Scoped()
    if agreed:
        agreed_terms(case.review, by=case.staff)
    for role in (PanelChair, OverviewAuthor) if chaired else (OverviewAuthor,):
        appointed(case.review, person(role, case.board), role.slug, at=case.at)
    if asked:
        due_on = case.today + timedelta(days=40)
        to_write = {"kind": CommissionKind.IMR, "on": case.today, "due_on": due_on}
        case.record("ask_agencies", agencies=[case.police], **to_write)
    return case.review, case.staff


def agency_waits() -> Scene:
    case = Contributed()
    return case.review, case.staff


def undeclared() -> Scene:
    case = Contributed()
    case.submit()
    member = {"post": "panel_member", "name": "Ann Other", "job_title": "Head", "independence": ""}
    case.review.record(
        "appoint",
        by=person(Manager, case.board),
        at=case.now,
        user=person(OverviewAuthor, case.board),
        employer="The school",
        on=case.today,
        **member,
    )
    return case.review, case.staff


def without_summary() -> Scene:
    case = a_setting()
    case.review.reports.filter(kind="summary").delete()
    return case.review, case.staff


def unsigned_summary() -> Scene:
    case = a_setting()
    summary = Report.objects.filter(review=case.review, kind="summary")
    summary.update(signed_off_at=None, signed_off_by=None)
    return case.review, case.staff


def open_comments() -> Scene:
    case = a_setting()
    draft = open_to(issued(case.review, by=case.staff), [case.agency], by=case.staff)
    case.review.reports.filter(kind="overview").update(draft=draft)
    return case.review, case.staff


def unfiled(kind: str) -> Scene:
    case = a_setting()
    case.review.documents.filter(kind=kind).update(kind="other")
    return case.review, case.staff


def unscanned() -> Scene:
    case = a_setting()
    waiting = case.review.documents.get(kind="overview").latest.file
    Document.objects.filter(pk=waiting.pk).update(scan=ScanState.WAITING)
    return case.review, case.staff


def without_family() -> Scene:
    case = a_setting()
    case.review.not_involved.all().delete()
    return case.review, case.staff


def nothing_before_the_board() -> Scene:
    case = a_setting()
    case.go_to("ratification")
    return case.review, case.chair


def agreed_after_evaluations_ended() -> Scene:
    case = a_setting()
    case.put(AFTER_OFSTED)
    case.sign(at=AFTER_OFSTED)
    return case.review, case.staff


def agreed_on_paper() -> Scene:
    case = a_setting()
    case.review.record("record_event", by=case.staff, at=AT, event="ratified", on=AT.date())
    case.go_to("ratified")
    return case.review, case.staff


def graded(grade: str, state: str) -> Scene:
    """Return a review whose set Ofsted has judged."""
    case = a_setting()
    case.put()
    case.sign()
    case.submit()
    letter = {"grade": grade, "letter_reference": "1", "on": LATER.date()}
    case.review.move("record_evaluation", by=case.manager, at=LATER, **letter)
    case.go_to(state)
    return case.review, case.staff if state == "reconsideration" else case.manager


def unsubmitted(state: str = "ratified") -> Scene:
    case = a_setting()
    case.put()
    case.sign()
    case.withhold()
    case.go_to(state)
    return case.review, case.manager


def publication_held() -> Scene:
    review, manager = graded("good", "evaluated")
    a_trial(review, by=manager, holds=["publication"])
    return review, manager


SCENES: dict[tuple[str, str], tuple[Callable[[], Scene], str]] = {
    ("recommend", "criteria_are_answered"): (criteria_unanswered, "Answer the criterion “"),
    ("begin_chronology", "terms_are_agreed"): (
        lambda: scoped(agreed=False),
        "Agree the terms of reference: no version is agreed yet.",
    ),
    ("begin_chronology", "chair_and_author_are_ready"): (
        lambda: scoped(chaired=False),
        "Appoint an independent panel chair.",
    ),
    ("begin_chronology", "agencies_are_commissioned"): (
        lambda: scoped(asked=False),
        "Ask at least one agency for its chronology and IMR.",
    ),
    ("begin_panel", "agencies_have_returned"): (agency_waits, "has not been returned or waived."),
    ("begin_panel", "everybody_has_declared"): (
        undeclared,
        "The panel member Head, The school has not yet declared interests and confidentiality.",
    ),
    ("put_to_board", "final_set_is_complete"): (
        without_summary,
        "Record that the executive summary is complete.",
    ),
    ("put_to_board", "final_set_is_signed_off"): (
        unsigned_summary,
        "The panel chair has not signed off the executive summary.",
    ),
    ("put_to_board", "comments_are_settled"): (
        open_comments,
        "Close the comments on draft 1 of the overview report.",
    ),
    ("put_to_board", "reports_are_on_file"): (
        lambda: unfiled("summary"),
        "File the executive summary: no document of it is on the review.",
    ),
    ("put_to_board", "contributions_are_on_file"): (
        lambda: unfiled("imr"),
        "File the individual management review of Downland Police, or waive it",
    ),
    ("put_to_board", "documents_are_released"): (unscanned, "waits to be scanned"),
    ("put_to_board", "family_is_accounted_for"): (
        without_family,
        "Record what the family contributed, or why the family was not involved",
    ),
    ("ratify", "set_is_before_the_board"): (
        nothing_before_the_board,
        "No set is before the board",
    ),
    ("submit", "guidance_has_an_evaluation"): (
        agreed_after_evaluations_ended,
        "this one needs no submission.",
    ),
    ("submit", "set_is_agreed"): (agreed_on_paper, "no set was agreed here."),
    ("resubmit", "newer_set_is_agreed"): (
        lambda: graded("inadequate", "reconsideration"),
        "Put the redone set to the board",
    ),
    ("reconsider", "last_grade_is_inadequate"): (
        lambda: graded("good", "evaluated"),
        "Only a review that was judged inadequate is reconsidered.",
    ),
    ("close", "evaluation_is_settled"): (
        unsubmitted,
        "Submit the review to Ofsted and record its letter.",
    ),
    ("close", "publication_is_settled"): (
        lambda: graded("good", "evaluated"),
        "Record that the report was published, or withheld with the reason.",
    ),
    ("close", "publication_is_free"): (publication_held, "lift the hold"),
    ("take_back_closing", "was_evaluated"): (
        lambda: unsubmitted("closed"),
        "Only a review that Ofsted evaluated goes back",
    ),
}
PAIRS = [(move, condition) for move, checks in CONDITIONS.items() for condition in checks]
IMPLIES = {"publication_is_free": {"publication_is_settled"}}  # what is out is held up no more


@pytest.mark.parametrize(
    ("move", "condition"), PAIRS, ids=lambda each: getattr(each, "__name__", each)
)
def test_every_condition_blocks_its_move_and_says_so(move, condition):
    build, sentence = SCENES[move, condition.__name__]
    review, by = build()
    own = list(condition(Known(review)))
    assert any(sentence in each for each in own)
    unmet = {check.__name__ for check in CONDITIONS[move] if list(check(Known(review)))}
    assert unmet == {condition.__name__} | IMPLIES.get(condition.__name__, set())
    stood = review.state
    with pytest.raises(NotYet) as refused:
        review.move(move, by=by, at=timezone.now())
    assert set(own) <= set(refused.value.reasons)
    assert Review.objects.get(pk=review.pk).state == stood


def test_no_scene_outlives_its_condition():
    assert set(SCENES) == {(move, condition.__name__) for move, condition in PAIRS}
