"""A letter that was recorded on the wrong review: withdrawn with a reason, and kept to be seen."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction

from boards.roles import Coordinator, Evaluator, Manager
from insights.evaluations import evaluations_for
from insights.statistics.grading import GRADES_GIVEN
from insights.submissions import awaited
from records.models import AuditEvent
from reviews.conditions import NotYet
from reviews.known import Known
from reviews.models import Evaluation, Review
from reviews.rounds import rounds_of
from reviews.standing import evaluation_stands
from reviews.states import State
from tests.factories import AT, BoardFactory, a_review, person
from tests.insights.statistics.making import in_period
from tests.reviews.evaluating import a_submission, by_heading, judged
from tests.reviews.setting import LATER, Setting
from tests.reviews.test_case_page import signed_in
from tests.reviews.test_corrections import NEXT_DAY, PERIOD, correct
from tests.reviews.test_evaluation import redone
from tests.reviews.test_evaluation_pages import at

pytestmark = pytest.mark.django_db
WHY = "It is the letter of LSCB-2009-004."
PATH = "move/withdraw_letter/"


@pytest.fixture
def case() -> Setting:
    return a_submission()


def withdraw(case: Setting, by=None, at=NEXT_DAY) -> None:
    case.review.move("withdraw_letter", by=by or case.manager, at=at, reasons=WHY)


def test_the_round_waits_for_its_letter_again_and_the_entry_stays(case):
    wrong = judged(case, "good")
    withdraw(case)
    assert case.review.state == State.SUBMITTED
    stands = case.review.evaluations.current().get()
    assert (stands.corrects, stands.number, stands.grade, stands.letter) == (wrong, 1, "", None)
    assert (stands.withdrawn_by, stands.withdrawn_at, stands.reason) == (
        case.manager,
        NEXT_DAY,
        WHY,
    )
    assert (stands.final_set, stands.submitted_on) == (wrong.final_set, wrong.submitted_on)
    kept = Evaluation.objects.get(pk=wrong.pk)
    assert (kept.grade, kept.headings.count()) == ("good", len(by_heading()))
    assert evaluation_stands(Known(case.review)) == "Round 1 awaited"
    assert case.review.day_of("evaluated") is None
    assert case.review.events.get(name="evaluated").replaced_at == NEXT_DAY


def test_what_is_withdrawn_is_counted_nowhere(case):
    judged(case, "good")
    withdraw(case)
    assert not evaluations_for(case.manager).exists()
    assert [each.number for each in awaited(person(Evaluator))] == [1]
    numbers = [
        f.number for line in GRADES_GIVEN.table(in_period(*PERIOD)).lines for f in line.figures
    ]
    assert not any(numbers)


def test_the_right_letter_is_recorded_afterwards_and_is_corrected_as_any_is(case):
    judged(case, "good")
    withdraw(case)
    right = judged(case, "adequate", at=NEXT_DAY + timedelta(days=1), on=NEXT_DAY.date())
    assert (case.review.state, right.number, right.withdrawn_at) == ("evaluated", 1, NEXT_DAY)
    assert case.review.day_of("evaluated") == NEXT_DAY.date()
    correct(case, "outstanding", on=NEXT_DAY.date())
    mistakes = rounds_of(case.review)[0].mistakes
    assert [each.entered.evaluation.grade for each in mistakes] == ["adequate", "good"]
    page = signed_in(case.manager).get(at(case, "evaluation/")).content.decode()
    assert "as no letter of this review" in page and "It was corrected on" in page
    assert WHY in page


def test_whoever_may_correct_may_withdraw_and_nobody_else(case):
    judged(case, "good")
    for somebody in (person(Coordinator, case.board), case.chair):
        with pytest.raises(PermissionDenied):
            withdraw(case, by=somebody)
    with pytest.raises(PermissionDenied):
        withdraw(case, by=person(Manager, BoardFactory()))
    withdraw(case, by=person(Evaluator))


def test_a_letter_stays_while_the_review_is_reconsidered_or_closed_because_of_it(case):
    judged(case, "inadequate")
    case.review.move("reconsider", by=case.manager, at=LATER, reasons="Redo it.")
    with pytest.raises(NotYet, match="Being reconsidered"):
        withdraw(case)
    page = signed_in(case.manager).get(at(case, "evaluation/")).content.decode()
    assert "first ends the reconsideration" in page and PATH not in page
    case.review.move("end_reconsideration", by=case.manager, at=NEXT_DAY, reasons="A slip.")
    withdraw(case)
    judged(case, "good", at=NEXT_DAY)
    case.withhold()
    case.review.move("close", by=case.manager, at=NEXT_DAY)
    with pytest.raises(NotYet, match="Closed"):
        withdraw(case)
    page = signed_in(case.manager).get(at(case, "evaluation/")).content.decode()
    assert "first takes back the closing" in page
    case.review.move("take_back_closing", by=case.manager, at=NEXT_DAY, reasons="A slip.")
    withdraw(case)


def test_a_first_letter_stays_once_the_review_was_submitted_again(case):
    redone(case)
    with pytest.raises(NotYet, match="With Ofsted"):
        withdraw(case)
    page = signed_in(case.manager).get(at(case, "evaluation/")).content.decode()
    assert "submitted again after it" in page
    later = NEXT_DAY + timedelta(days=1)
    judged(case, "good", at=later, on=NEXT_DAY.date())
    page = signed_in(case.manager).get(at(case, "evaluation/")).content.decode()
    assert "submitted again after it" in page and PATH in page
    withdraw(case, at=later + timedelta(days=1))
    assert evaluation_stands(Known(case.review)) == "Round 1: inadequate; round 2 awaited"
    assert case.review.day_of("evaluated") and not case.review.day_of("reevaluated")


def test_the_page_asks_why_says_what_comes_of_it_and_repeats_nothing_in_the_log(case):
    judged(case, "good")
    client, path = signed_in(person(Evaluator)), at(case, PATH)
    assert PATH in client.get(case.review.get_absolute_url()).content.decode()
    asked = client.get(path).content.decode()
    assert "letter.pdf" in asked and "not deleted" in asked
    refused = client.post(path, {"reasons": "", "is_checked": ""}).content.decode()
    assert "Enter how the mistake was found" in refused
    assert "Confirm that this is no letter of this review" in refused
    client.post(path, {"reasons": "<b>Of another child</b>", "is_checked": "on"})
    page = client.get(case.review.get_absolute_url()).content.decode()
    assert "letter awaited" in page and "&lt;b&gt;Of another child" in page
    entry = AuditEvent.objects.about(case.review).get(verb="withdraw_letter")
    assert "another child" not in f"{entry.sentence}{entry.details}"
    assert client.post(path, {"reasons": "x", "is_checked": "on"}).status_code == 409


def test_the_last_grade_of_a_past_review_is_withdrawn_and_the_review_stays_where_it_is():
    review = a_review(is_past=True)
    Review.objects.filter(pk=review.pk).update(state="closed")
    for number, grade in ((1, "inadequate"), (2, "good")):
        review.evaluations.create(number=number, grade=grade, at=AT)
    manager = signed_in(person(Manager, review.board))
    page = manager.get(f"/reviews/{review.reference}/evaluation/").content.decode()
    assert "Withdraw the later letter first" in page
    path = f"/reviews/{review.reference}/record/withdraw_past_letter/"
    assert path in page
    answer = manager.post(path, {"reasons": WHY, "is_checked": "on"})
    assert answer.status_code == 302
    assert [each.grade for each in review.evaluations.current()] == ["inadequate", ""]
    assert Review.objects.get(pk=review.pk).state == "closed"


def test_each_kind_of_review_has_its_own_way(case):
    judged(case, "good")
    facts = {"by": case.manager, "at": NEXT_DAY, "reasons": WHY}
    with pytest.raises(ValidationError, match="as a move"):
        case.review.record("withdraw_past_letter", **facts)
    Review.objects.filter(pk=case.review.pk).update(is_past=True)
    with pytest.raises(ValidationError, match="was brought in"):
        case.review.move("withdraw_letter", **facts)


@pytest.mark.parametrize("what", ["delete", "withdrawn_at", "reason"])
def test_the_database_keeps_a_withdrawal(case, what):
    wrong = judged(case, "good")
    withdraw(case)
    rows = Evaluation.objects.filter(corrects=wrong)
    change = {"withdrawn_at": LATER} if what == "withdrawn_at" else {"reason": "Other."}
    with pytest.raises(DatabaseError, match="is not changed"), transaction.atomic():
        rows._raw_delete("default") if what == "delete" else rows.update(**change)
