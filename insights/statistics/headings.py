"""Ofsted's grades by heading: a review has one under each heading that its first letter grades."""

from insights.statistics.grading import BY_LETTER, GRADES, evaluated
from insights.statistics.measures import Cohort, Together, fixed
from reviews.statutory import HEADINGS

BY_HEADING = Together(
    "grades-by-heading",
    "Ofsted's grades by heading",
    BY_LETTER + "Percentages are of the reviews whose letter has a grade under the heading.",
    Cohort(evaluated, lambda facts: bool(facts.headings)),
    lambda facts: facts.headings.items(),
    fixed([(heading.code, heading.name) for heading in HEADINGS]),
    GRADES,
    shares_by_row=True,
)
