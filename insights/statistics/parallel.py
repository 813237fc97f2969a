"""Parallel proceedings: a review may have several, and is counted under each kind that it has."""

from insights.statistics.measures import Labels, Measure, Together, fixed
from reviews.models import ProceedingsKind

HELD: Labels = (("held", "Held up publication"), ("not_held", "Did not"))


def _of_kind(code: str, name: str) -> Measure:
    """Return the measure of one kind, whose only row it is."""
    return Measure(
        code,
        name,
        "",
        lambda facts: facts.days.get("decided", ""),
        lambda facts: code in facts.proceedings,
        lambda facts: (code, "held" if facts.proceedings[code] else "not_held"),
        fixed(((code, name),)),
        HELD,
        shares_by_row=True,
    )


PARALLEL = Together(
    "proceedings",
    "Parallel proceedings",
    "A review is counted in the period of the decision to hold it, once under each kind of "
    "proceedings that was recorded beside it; n counts each review once. Held up publication: a "
    "hold on publication was recorded, lifted since or not. Percentages are of the kind.",
    tuple(_of_kind(kind.value, kind.label) for kind in ProceedingsKind),
)
