"""A letter that was entered in error: corrected with a reason, kept to be seen, not counted."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, IntegrityError, transaction

from boards.roles import Coordinator, Evaluator, Manager
from insights.evaluations import evaluations_for
from insights.statistics.grading import GRADES_GIVEN
from insights.statistics.headings import BY_HEADING
from insights.submissions import judged as judged_submissions
from records.models import AuditEvent
from reviews.conditions import NotYet
from reviews.fact_sheet import fact_sheet
from reviews.known import Known
from reviews.models import Evaluation, Review
from reviews.rounds import rounds_of
from reviews.standing import evaluation_stands
from reviews.states import State
from tests.factories import AT, BoardFactory, a_review, person
from tests.insights.statistics.making import in_period
from tests.reviews.evaluating import a_letter, a_submission, by_heading, judged
from tests.reviews.setting import LATER, Setting
from tests.reviews.test_evaluation import redone

pytestmark = pytest.mark.django_db
NEXT_DAY = LATER + timedelta(days=1)
PERIOD = (date(2010, 1, 1), date(2010, 12, 31))


@pytest.fixture
def case() -> Setting:
    return a_submission()


def correct(case: Setting, grade: str = "adequate", **facts: object) -> str:
    said = {"on": LATER.date(), "narrative": "On the whole.", "headings": by_heading()}
    said |= {"number": 1, "reasons": "Typed one line too high.", "grade": grade}
    by = facts.pop("by", case.manager)
    return case.review.record("correct_evaluation", by=by, at=NEXT_DAY, **said | facts)


def test_the_correction_stands_as_the_same_round_and_the_error_stays(case):
    wrong = judged(case, "good")
    news = correct(case)
    assert news == (
        "Ofsted’s letter of round 1 was corrected: the grade is adequate, entered in error as good"
    )
    right = case.review.evaluations.current().get()
    assert (right.corrects, right.number, right.grade) == (wrong, 1, "adequate")
    assert (right.final_set, right.letter, right.at) == (wrong.final_set, wrong.letter, wrong.at)
    assert (right.recorded_by, right.recorded_at) == (case.manager, NEXT_DAY)
    assert case.review.evaluations.get(pk=wrong.pk).grade == "good"
    (entered,) = rounds_of(case.review)[0].mistakes
    assert (entered.entered.evaluation, entered.correction.reason) == (
        wrong,
        "Typed one line too high.",
    )


def test_what_counts_follows_the_correction(case):
    judged(case, "good", headings=by_heading("good"))
    correct(case, headings=by_heading("inadequate"))
    assert evaluation_stands(Known(case.review)) == "Round 1: adequate"
    assert [each.grade for each in judged_submissions(case.manager)] == ["adequate"]
    assert [each.grade for each in evaluations_for(case.manager)] == ["adequate"]
    found = in_period(*PERIOD, pk=case.review.pk)
    (facts,) = found.reviews
    assert facts.grades == ("adequate",)
    assert set(facts.headings.values()) == {"inadequate"}
    numbers = [line.figures[0].number for line in GRADES_GIVEN.table(found).lines]
    assert numbers == [0, 0, 1, 0]
    assert BY_HEADING.table(found).n == 1
    rows = [row["value"] for row in fact_sheet(Known(case.review)) if row["key"] == "Evaluation 1"]
    assert len(rows) == 1
    assert "Adequate" in rows[0]


def test_the_self_assessment_is_laid_beside_the_right_grade():
    from tests.reviews.test_readiness import assess

    case = a_submission()
    case.go_to("panel")
    assess(case, "good")
    case.go_to("submitted")
    judged(case, "outstanding")
    correct(case, "inadequate")
    (first,) = rounds_of(case.review)
    assert first.forecast.version == 1
    assert first.whole.outcome == "Overestimated by 2 grades"


def test_an_error_is_corrected_once_and_its_correction_can_be_corrected(case):
    judged(case, "good")
    correct(case, "adequate")
    correct(case, "outstanding")
    assert [e.entered.evaluation.grade for e in rounds_of(case.review)[0].mistakes] == [
        "adequate",
        "good",
    ]
    assert case.review.evaluations.current().get().grade == "outstanding"


def test_sending_the_same_correction_twice_records_one(case):
    judged(case, "good")
    correct(case)
    with pytest.raises(ValidationError, match="Nothing differs"):
        correct(case)
    assert case.review.evaluations.count() == 2


def test_the_date_of_the_letter_is_corrected_as_any_date_is(case):
    judged(case, "good", on=LATER.date())
    with pytest.raises(ValidationError, match="in the future"):
        correct(case, on=NEXT_DAY.date() + timedelta(days=1))
    with pytest.raises(ValidationError, match="cannot be older"):
        correct(case, on=LATER.date() - timedelta(days=1))
    correct(case, on=NEXT_DAY.date())
    assert case.review.day_of("evaluated") == NEXT_DAY.date()
    was = case.review.events.get(name="evaluated", replaced_at=NEXT_DAY)
    assert was.on.exact == LATER.date()


def test_another_file_takes_the_place_of_the_wrong_one(case):
    wrong = judged(case, "good")
    with a_letter(name="right.pdf") as letter:
        correct(case, "good", letter=letter)
    right = case.review.evaluations.current().get()
    assert (right.letter.name, wrong.letter.name) == ("right.pdf", "letter.pdf")


def test_whoever_may_record_a_letter_may_correct_it_and_nobody_else(case):
    judged(case, "good")
    for somebody in (person(Coordinator, case.board), case.chair):
        with pytest.raises(PermissionDenied):
            correct(case, by=somebody)
    with pytest.raises(PermissionDenied):
        correct(case, by=person(Manager, BoardFactory()))
    correct(case, by=person(Evaluator))


def test_nothing_is_corrected_before_there_is_a_submission():
    review = a_review()
    with pytest.raises(NotYet):
        review.record(
            "correct_evaluation",
            by=person(Manager, review.board),
            at=AT,
            number=1,
            reasons="x",
            on=None,
            grade="good",
        )


def test_a_grade_that_a_reconsideration_stands_on_stays_until_that_is_ended(case):
    judged(case, "inadequate")
    case.review.move("reconsider", by=case.manager, at=LATER, reasons="Redo it.")
    with pytest.raises(ValidationError, match="first ends the reconsideration"):
        correct(case, "good")
    correct(case, "inadequate", narrative="All else can be corrected.")
    case.review.move("end_reconsideration", by=case.manager, at=NEXT_DAY, reasons="A slip.")
    correct(case, "good")
    assert case.review.state == State.EVALUATED
    with pytest.raises(NotYet, match="judged inadequate"):
        case.review.move("reconsider", by=case.manager, at=NEXT_DAY, reasons="x")


def test_a_set_before_the_board_lapses_when_the_reconsideration_is_ended(case):
    judged(case, "inadequate")
    case.review.move("reconsider", by=case.manager, at=LATER, reasons="Redo it.")
    case.review.record("put_again", by=case.staff, at=LATER, reasons="Ofsted erred.")
    case.review.move("end_reconsideration", by=case.manager, at=NEXT_DAY, reasons="A slip.")
    assert case.review.final_sets.last().standing == "lapsed"


def test_a_first_grade_stays_inadequate_once_the_review_was_submitted_again(case):
    redone(case)
    with pytest.raises(ValidationError, match="file what Ofsted confirms in writing"):
        correct(case, "good")
    correct(case, "inadequate", narrative="As the letter has it.")
    assert evaluation_stands(Known(case.review)) == "Round 1: inadequate; round 2 awaited"
    judged(case, "good", at=NEXT_DAY + timedelta(days=1), on=NEXT_DAY.date())
    rounds = [each.evaluation.number for each in rounds_of(case.review)]
    assert rounds == [2, 1]


def test_a_closed_review_is_opened_again_before_its_grade_becomes_inadequate(case):
    judged(case, "good")
    case.withhold()
    case.review.move("close", by=case.manager, at=LATER)
    correct(case, "adequate")
    with pytest.raises(ValidationError, match="first takes back the closing"):
        correct(case, "inadequate")
    case.review.move("take_back_closing", by=case.manager, at=NEXT_DAY, reasons="A slip.")
    correct(case, "inadequate")
    case.review.move("reconsider", by=case.manager, at=NEXT_DAY, reasons="Redo it.")


def test_a_review_that_was_never_evaluated_does_not_go_back_to_evaluated():
    review = a_review()
    Review.objects.filter(pk=review.pk).update(state="closed")
    with pytest.raises(NotYet, match="that Ofsted evaluated"):
        Review.objects.get(pk=review.pk).move(
            "take_back_closing", by=person(Manager, review.board), at=AT, reasons="x"
        )


@pytest.mark.parametrize("change", [{"number": 2}, {"submitted_on": None}, {"final_set": None}])
def test_the_database_refuses_a_correction_of_another_round(case, change):
    wrong = judged(case, "good")
    same = {
        name: getattr(wrong, name)
        for name in ("review", "number", "final_set", "submitted_on", "at")
    }
    facts = same | {"corrects": wrong, "reason": "x"} | change
    with pytest.raises(DatabaseError, match="is not changed"), transaction.atomic():
        Evaluation.objects.create(**facts)


def test_the_database_refuses_to_correct_what_no_letter_has_come_for(case):
    (waiting,) = case.review.evaluations.all()
    same = {n: getattr(waiting, n) for n in ("review", "number", "final_set", "submitted_on", "at")}
    with pytest.raises(DatabaseError, match="is not changed"), transaction.atomic():
        Evaluation.objects.create(**same, corrects=waiting, reason="x")


def test_the_database_refuses_a_second_correction_and_a_changed_reason(case):
    wrong = judged(case, "good")
    correct(case)
    right = case.review.evaluations.filter(corrects=wrong)
    with pytest.raises(DatabaseError, match="is not changed"), transaction.atomic():
        right.update(reason="Another.")
    same = {n: getattr(wrong, n) for n in ("review", "number", "final_set", "submitted_on", "at")}
    with pytest.raises(IntegrityError), transaction.atomic():
        Evaluation.objects.create(**same, corrects=wrong, reason="x")


def test_the_log_says_that_it_was_corrected_and_neither_why_nor_what_the_letter_says(case):
    judged(case, "good")
    correct(case, reasons="Child 1 was mixed up.", narrative="Child 1 was not seen.")
    entry = AuditEvent.objects.about(case.review).get(verb="correct_evaluation")
    assert entry.sentence == (
        "Ofsted’s letter of round 1 was corrected: the grade is adequate, entered in error as good."
    )
    assert "Child 1" not in str(entry.details)
