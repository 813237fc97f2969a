"""Ofsted's letter: recorded once, by heading and document, round after round."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction

from boards.roles import Chair, Coordinator, Evaluator
from reviews.conditions import NotYet
from reviews.known import Known
from reviews.models import ElementGrade, HeadingJudgement, Review
from reviews.rounds import Line, rounds_of
from reviews.standing import evaluation_stands, has_evaluation
from reviews.states import State
from tests.factories import AT, person
from tests.reviews.evaluating import a_submission, by_heading, judged
from tests.reviews.setting import LATER, Setting, filed
from tests.reviews.test_readiness import assess

pytestmark = pytest.mark.django_db


@pytest.fixture
def case() -> Setting:
    return a_submission()


def redone(case: Setting) -> None:
    """The review was judged inadequate, is redone, and waits for a second letter."""
    judged(case, "inadequate")
    case.review.move("reconsider", by=case.manager, at=LATER, reasons="Redo it.")
    filed(case.review, "overview", b"Redone.", at=LATER)
    case.review.record("put_again", by=case.staff, at=LATER)
    digest = case.review.final_sets.get(standing="open").digest
    case.review.record("sign_again", by=case.chair, at=LATER, on=LATER.date(), digest=digest)
    again = {"on": LATER.date(), "channel": "cjsm"}
    case.review.move("resubmit", by=case.staff, at=LATER + timedelta(seconds=1), **again)


def test_the_letter_is_kept_with_every_grade_and_who_recorded_it(case):
    grades = {"overview_1": "good", "imr_4": "inadequate"}
    made = judged(case, headings=by_heading(terms="outstanding"), elements=grades)
    assert made.headings.get(heading="terms").grade == "outstanding"
    assert [str(each) for each in made.elements.all()] == [
        "Overview report: Good",
        "Individual management review, Downland Police: Inadequate",
    ]
    assert (made.recorded_by, made.recorded_at) == (case.manager, LATER)
    assert made.letter.read().startswith(b"%PDF")


def test_what_the_letter_says_is_not_copied_into_history_or_log(case):
    judged(case, narrative="Child 1 was not seen.")
    assert case.review.changes.get(action="record_evaluation").details == {}


def test_a_second_round_stands_beside_the_first(case):
    redone(case)
    assert evaluation_stands(Known(case.review)) == "Round 1: inadequate; round 2 awaited"
    judged(case, "good")
    assert [each.grade for each in case.review.evaluations.all()] == ["inadequate", "good"]
    assert case.review.events.filter(name="evaluated").count() == 1


@pytest.mark.parametrize("place", range(8))
def test_the_database_refuses_to_change_a_grade_that_was_given(case, place):
    made = judged(case, elements={"overview_1": "good"})
    its, said = case.review.evaluations.filter(pk=made.pk), made.headings.filter(heading="terms")
    attempts = (
        lambda: its.update(grade="outstanding"),
        lambda: its.update(narrative="I never said that."),
        lambda: its._raw_delete(its.db),
        lambda: said.update(grade="outstanding"),
        lambda: said._raw_delete(said.db),
        lambda: made.elements.update(grade="outstanding"),
        lambda: HeadingJudgement.objects.create(
            evaluation=made, heading="more", grade="good", narrative="x"
        ),
        lambda: ElementGrade.objects.create(evaluation=made, kind="summary", grade="good"),
    )
    with pytest.raises(DatabaseError, match="is not changed"), transaction.atomic():
        attempts[place]()


def test_a_submission_that_waits_keeps_its_set_and_number(case):
    for change in ({"number": 7}, {"final_set": None}):
        with pytest.raises(DatabaseError, match="is not changed"), transaction.atomic():
            case.review.evaluations.update(**change)


def test_the_letter_is_not_older_than_the_submission_nor_of_tomorrow(case):
    for days, words in ((-1, "cannot be older than that"), (1, "in the future")):
        with pytest.raises(ValidationError, match=words):
            judged(case, on=LATER.date() + timedelta(days=days))
    assert Review.objects.get(pk=case.review.pk).state == State.SUBMITTED
    assert not HeadingJudgement.objects.exists()


def test_a_document_that_was_not_in_the_set_is_not_graded(case):
    with pytest.raises(ValidationError, match="not in the submitted set"):
        judged(case, elements={"imr_99": "good"})
    with pytest.raises(ValidationError, match="no heading “charm”"):
        judged(case, headings={"charm": ("good", "x")})


def test_a_set_submitted_since_january_2012_is_given_one_grade_alone():
    case, later = a_submission(date(2012, 1, 3)), LATER.replace(year=2012)
    with pytest.raises(ValidationError, match="one grade alone"):
        judged(case, at=later)
    made = judged(case, at=later, headings={})
    assert rounds_of(case.review)[0].why_no_headings.startswith("Of sets submitted from 3 January")
    assert not made.headings.exists()
    assert not a_submission(date(2012, 1, 2)).review.evaluations.get().is_streamlined


def test_an_evaluator_of_any_board_records_it_and_a_coordinator_or_chair_does_not(case):
    letter = {"on": LATER.date(), "grade": "good"}
    for role in (Coordinator, Chair):
        with pytest.raises(PermissionDenied):
            case.review.move("record_evaluation", by=person(role, case.board), at=LATER, **letter)
    case.review.move("record_evaluation", by=person(Evaluator), at=LATER, **letter)
    with pytest.raises(NotYet, match="is now at “Evaluated"):
        case.review.move("record_evaluation", by=person(Evaluator), at=LATER, **letter)


def test_outside_the_years_of_evaluation_nothing_is_submitted_and_the_review_closes(case):
    case.review.evaluations.all().delete()
    case.go_to("ratified")
    case.review.events.filter(name="ratified").update(on="2012-08-01")
    assert not has_evaluation(Known(case.review))
    with pytest.raises(NotYet, match="needs no submission"):
        case.submit()
    case.withhold()
    case.review.move("close", by=case.manager, at=LATER)
    assert case.review.state == State.CLOSED


def test_the_forecast_made_for_a_round_is_laid_beside_it_and_no_later_one():
    case = a_submission()
    case.go_to("panel")
    assess(case)
    case.go_to("submitted")
    judged(case, "good", headings=by_heading(terms="good", family="inadequate"))
    (first,) = rounds_of(case.review)
    assert first.forecast.version == 1
    assert first.compared == [
        "Overestimated: The family's part in the review (adequate expected, inadequate given).",
        "Underestimated: Terms of reference (adequate expected, good given).",
        "As expected: The review as a whole, Overview report and individual management reviews, "
        "Timescales, Equality and diversity and Learning.",
    ]
    case.go_to("submitted")
    case.review.evaluations.create(number=2, submitted_on=LATER.date(), at=LATER)
    assert [each.forecast for each in rounds_of(case.review)] == [None, first.forecast]


@pytest.mark.parametrize(
    ("given", "expected", "outcome"),
    [
        ("inadequate", "outstanding", "Overestimated by 3 grades"),
        ("outstanding", "good", "Underestimated by 1 grade"),
        ("good", "good", "As expected"),
        ("", "good", "Not comparable"),
        ("good", "", "Not comparable"),
    ],
)
def test_an_outcome_is_told_in_words(given, expected, outcome):
    assert Line("x", given, expected=expected).outcome == outcome


def test_of_a_bare_grade_the_headings_are_not_recorded(case):
    case.review.evaluations.all().delete()
    case.review.evaluations.create(number=1, grade="good", at=AT)
    assert rounds_of(case.review)[0].why_no_headings == "Grades by heading are not recorded."
    assert has_evaluation(Known(case.review))
