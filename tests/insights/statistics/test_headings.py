"""Grades by heading: a review has one in each row, and is counted once."""

from datetime import date

import pytest

from insights.statistics.facts import facts_of
from insights.statistics.headings import BY_HEADING
from reviews.models import Evaluation, HeadingJudgement, Review
from tests.factories import AT, BoardFactory
from tests.insights.statistics.making import in_period, many

pytestmark = pytest.mark.django_db


def judged(number: int, on: str, **grades: str) -> list[Review]:
    reviews = many(BoardFactory(), number, {"evaluated": on})
    for review in reviews:
        made = Evaluation.objects.create(review=review, number=1, at=AT)
        for heading, grade in grades.items():
            facts = {"heading": heading, "grade": grade, "narrative": "x"}
            HeadingJudgement.objects.create(evaluation=made, **facts)
        Evaluation.objects.filter(pk=made.pk).update(grade="good")
    return reviews


def test_each_heading_has_its_row_and_each_review_is_counted_once():
    first = judged(2, "2009-03-01", terms="good", family="inadequate")
    judged(1, "2009-08", terms="adequate")
    judged(1, "2010-01-04", terms="outstanding")
    many(BoardFactory(), 1, {"evaluated": "2009-05-01"}, grades=["good"])
    (vague,) = judged(1, "2009", terms="good")
    reviews = in_period(date(2009, 1, 1), date(2009, 11, 30))
    table = BY_HEADING.table(reviews)
    rows = {line.label: [figure.number for figure in line.figures] for line in table.lines}
    assert rows["Terms of reference"] == [0, 2, 1, 0, 3]
    assert rows["The family's part in the review"] == [0, 0, 0, 2, 2]
    assert rows["Timescales"] == [0, 0, 0, 0, 0]
    assert (table.n, table.left_out) == (3, 1)
    assert BY_HEADING.behind(reviews, "family.inadequate") == [each.pk for each in first]
    assert BY_HEADING.behind(reviews, "left_out") == [vague.pk]


def test_a_second_round_changes_nothing():
    (review,) = judged(1, "2009-03-01", terms="inadequate")
    again = Evaluation.objects.create(review=review, number=2, at=AT)
    HeadingJudgement.objects.create(evaluation=again, heading="terms", grade="good", narrative="x")
    (facts,) = facts_of(Review.objects.all())
    assert facts.headings == {"terms": "inadequate"}
