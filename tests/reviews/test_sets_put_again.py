"""A set that is put to the board again, of a review that is being redone."""

import pytest
from django.core.exceptions import ValidationError

from reviews.conditions import missing_for
from reviews.page import Page
from tests.reviews.setting import LATER, Setting, a_setting, filed

pytestmark = pytest.mark.django_db


@pytest.fixture
def case() -> Setting:
    return a_setting()


def being_redone(case) -> None:
    case.put()
    case.sign()
    case.submit()
    ofsted = {"grade": "inadequate", "on": LATER.date()}
    case.review.move("record_evaluation", by=case.manager, at=LATER, **ofsted)
    case.review.move("reconsider", by=case.manager, at=LATER, reasons="Redo it.")


def test_the_very_files_that_were_agreed_are_put_again_with_a_reason_alone(case):
    being_redone(case)
    with pytest.raises(ValidationError, match="Enter why the files of set 1 are put unchanged"):
        case.review.record("put_again", by=case.staff, at=LATER)
    assert not case.review.final_sets.open().exists()
    case.review.record("put_again", by=case.staff, at=LATER, reasons="Ofsted erred.")
    again = case.review.final_sets.get(standing="open")
    assert (again.same_as.number, again.why_unchanged) == (1, "Ofsted erred.")


def test_a_set_put_again_is_the_chairs_to_sign_on_the_page_of_the_review(case):
    being_redone(case)
    filed(case.review, "overview", b"Redone.", at=LATER)
    case.review.record("put_again", by=case.staff, at=LATER)
    page = Page(case.review, case.chair, on=LATER.date())
    assert [act["text"] for act in page.set_acts] == [
        "Sign the final set for the board",
        "Send the final set back",
    ]
    (missing,) = [m.sentence for m in missing_for(case.review, "resubmit")]
    assert missing == "Set 2 is before the board: the Chair has yet to sign it."
    assert page.steps[-1]["text"] == "Being reconsidered"
    assert page.steps[-2]["text"] == "Evaluated"
