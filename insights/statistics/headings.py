"""Ofsted's grades by heading: a review has one under each heading that its first letter grades."""

from insights.statistics.grading import BY_LETTER, GRADES, evaluated
from insights.statistics.measures import Measure, Together, fixed
from reviews.statutory import HEADINGS


def _under(code: str, name: str) -> Measure:
    """Return the measure of one heading, whose only row it is."""
    return Measure(
        code,
        name,
        "",
        evaluated,
        lambda facts: code in facts.headings,
        lambda facts: (code, facts.headings[code]),
        fixed(((code, name),)),
        GRADES,
        shares_by_row=True,
    )


BY_HEADING = Together(
    "grades-by-heading",
    "Ofsted's grades by heading",
    BY_LETTER + "Percentages are of the reviews whose letter has a grade under the heading.",
    tuple(_under(heading.code, heading.name) for heading in HEADINGS),
)
