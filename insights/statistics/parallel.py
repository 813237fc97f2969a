"""Parallel proceedings: a review may have several, and is counted under each kind that it has."""

from collections.abc import Iterator

from insights.statistics.facts import Facts
from insights.statistics.measures import Cohort, Labels, Place, Together, fixed
from reviews.models import ProceedingsKind

HELD: Labels = (("held", "Held up publication"), ("not_held", "Did not"))


def _places(facts: Facts) -> Iterator[Place]:
    for kind, is_held in facts.proceedings.items():
        yield kind, "held" if is_held else "not_held"


PARALLEL = Together(
    "proceedings",
    "Parallel proceedings",
    "A review is counted in the period of the decision to hold it, once under each kind of "
    "proceedings that was recorded beside it; n counts each review once. Held up publication: a "
    "hold on publication was recorded, lifted since or not. Percentages are of the kind.",
    Cohort(lambda facts: facts.decided, lambda facts: bool(facts.proceedings)),
    _places,
    fixed(ProceedingsKind.choices),
    HELD,
    shares_by_row=True,
    tells_of_families=True,
)
