"""The board's own forecast: under each heading, in versions that stay."""

import pytest
from django.core.exceptions import PermissionDenied
from django.db import DatabaseError, transaction
from django.utils import timezone

from reviews.models import Evaluation, Readiness
from reviews.readiness import KNOWN, beside_headings
from reviews.statutory import HEADINGS
from tests.factories import AT
from tests.reviews.setting import Setting, a_setting
from tests.reviews.test_case_page import day, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def case() -> Setting:
    return a_setting()


def assess(case: Setting, grade: str = "good") -> Readiness:
    headings = {heading.code: ("adequate", "So so.") for heading in HEADINGS}
    facts = {"on": AT.date(), "grade": grade, "reasons": "On the whole.", "headings": headings}
    case.review.record("assess_readiness", by=case.manager, at=AT, **facts)
    return case.review.self_assessments.last()


def answers(**but: str) -> dict[str, str]:
    codes = [*(heading.code for heading in HEADINGS), "overall"]
    said = {f"{code}_grade": "good" for code in codes}
    said |= {f"{code}_reasons": f"Because of {code}." for code in codes}
    return said | day("on", timezone.localdate()) | but


def test_every_version_is_kept_and_none_is_changed(case):
    first, second = assess(case), assess(case, "adequate")
    assert (first.version, second.version) == (1, 2)
    assert first.headings.count() == len(HEADINGS)
    for attempt in (
        lambda: Readiness.objects.filter(pk=first.pk).update(grade="outstanding"),
        lambda: first.headings.update(grade="outstanding"),
        lambda: first.headings.all()._raw_delete(first.headings.db),
    ):
        with pytest.raises(DatabaseError, match="is not changed"), transaction.atomic():
            attempt()


def test_the_form_asks_under_every_heading_and_loses_nothing_typed(case):
    client = signed_in(case.manager)
    address = f"/reviews/{case.review.reference}/record/assess_readiness/"
    page = client.get(address).content.decode()
    for heading in HEADINGS:
        assert heading.name.split("'", maxsplit=1)[0] in page
        assert heading.prompts[0].split("'", maxsplit=1)[0] in page
    answer = client.post(address, answers(family_grade="")).content.decode()
    assert "Select the grade you expect for “The family" in answer
    assert "Because of learning." in answer
    assert client.post(address, answers()).status_code == 302
    made = case.review.self_assessments.get()
    assert made.headings.get(heading="learning").reasons == "Because of learning."


def test_the_facts_that_the_portal_knows_stand_beside_the_headings(case):
    case.review.commissions.update(returned_on="2010-03-25")
    facts = {each.heading.code: " ".join(each.facts) for each in beside_headings(case.review)}
    assert "1 of 1 contribution returned, 0 waived." in facts["reports"]
    assert "1 came after their day" in facts["reports"]
    assert "due on 1 April 2010, not yet done" in facts["timescales"]
    assert "No terms of reference are recorded." in facts["terms"]
    assert set(KNOWN) == {heading.code for heading in HEADINGS}


def test_the_forecast_is_laid_beside_the_grade(case):
    assess(case)
    Evaluation.objects.create(
        review=case.review, number=1, grade="adequate", evaluated_on=AT.date(), at=AT
    )
    page = signed_in(case.manager).get(f"/reviews/{case.review.reference}/readiness/")
    assert "Expected and given" in page.content.decode()
    assert "Evaluation 1: Adequate" in page.content.decode()


def test_the_forecast_is_advice_where_the_set_is_put_to_the_board(case):
    assess(case)
    door = signed_in(case.staff).get(f"/reviews/{case.review.reference}/move/put_to_board/")
    assert "Self-assessment 1: good expected" in door.content.decode()


def test_staff_who_carry_the_review_do_not_grade_it(case):
    with pytest.raises(PermissionDenied):
        case.review.record("assess_readiness", by=case.staff, at=AT, on=AT.date())
