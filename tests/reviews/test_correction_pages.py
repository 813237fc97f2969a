"""The page on which a letter is corrected: what it asks, keeps, shows and refuses."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from boards.roles import Evaluator, Manager
from reviews.models import Review
from tests.factories import AT, BoardFactory, a_review, person
from tests.records import files
from tests.reviews.evaluating import a_submission, by_heading, judged
from tests.reviews.setting import LATER, Setting
from tests.reviews.test_case_page import day, signed_in
from tests.reviews.test_evaluation_pages import answers, at

pytestmark = pytest.mark.django_db


@pytest.fixture
def case() -> Setting:
    return a_submission()


def test_the_page_has_what_is_recorded_and_shows_the_error_afterwards(case):
    judged(case, "good", narrative="<script>alert(1)</script>")
    client, address = signed_in(person(Evaluator)), at(case, "evaluation/1/correct/")
    page = client.get(address).content.decode()
    assert "&lt;script&gt;alert(1)" in page
    assert "letter.pdf. It stays unless" in page
    said = answers(grade="adequate", reasons="Typed too high.", letter="")
    refused = client.post(address, said | {"reasons": ""}).content.decode()
    assert "Enter how the mistake was found" in refused
    assert "Of timescales." in refused
    answer = client.post(address, said, follow=True)
    assert "Typed too high." in answer.content.decode()
    board = signed_in(case.manager).get(at(case, "evaluation/")).content.decode()
    assert "Round 1: adequate" in board
    assert "<strong>Good</strong> was entered in error on 8 April 2010 by" in board
    assert "Typed too high." in board
    assert "Correct the letter" in board
    of_staff = signed_in(case.staff).get(at(case, "evaluation/")).content.decode()
    assert "Correct the letter" not in of_staff


def test_a_coordinator_another_board_and_a_round_without_a_letter_are_refused(case):
    address = at(case, "evaluation/1/correct/")
    assert signed_in(case.manager).get(address).status_code == 404
    judged(case, "good")
    assert signed_in(case.staff).get(address).status_code == 403
    assert signed_in(person(Manager, BoardFactory())).get(address).status_code == 404
    assert signed_in(case.manager).get(at(case, "evaluation/2/correct/")).status_code == 404


def test_a_refused_correction_keeps_the_answers_and_says_what_to_do(case):
    judged(case, "inadequate")
    case.review.move("reconsider", by=case.manager, at=LATER, reasons="Redo it.")
    said = answers(grade="good", reasons="A slip.", letter=SimpleUploadedFile("a.pdf", files.PDF))
    said |= day("on", timezone.localdate())
    answer = signed_in(case.manager).post(at(case, "evaluation/1/correct/"), said)
    page = answer.content.decode()
    assert "first ends the reconsideration" in page
    assert "A slip." in page
    assert "choose it again" in page


def test_the_grade_of_a_past_review_is_corrected_without_its_day():
    review = a_review(is_past=True)
    Review.objects.filter(pk=review.pk).update(state="closed")
    review.evaluations.create(number=1, grade="good", at=AT)
    review.evaluations.create(number=2, grade="good", at=AT)
    manager = person(Manager, review.board)
    page = signed_in(manager).get(f"/reviews/{review.reference}/evaluation/1/correct/")
    said = {"grade": "inadequate", "reasons": "Read the letter again.", "is_checked": "on"}
    blank = {f"{name}_grade": "not_graded" for name in by_heading()}
    answer = signed_in(manager).post(page.request["PATH_INFO"], said | blank)
    assert answer.status_code == 302
    grades = [each.grade for each in review.evaluations.current()]
    assert grades == ["inadequate", "good"]
    assert not review.events.filter(name="evaluated").exists()
