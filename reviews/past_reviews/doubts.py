"""What is odd about a row and yet possible: accepted, with a warning that names the column."""

from collections.abc import Iterator
from datetime import date

from reviews.past_reviews.facts import COLUMN_OF, INADEQUATE, NOT_KNOWN, Facts
from reviews.statutory import EVALUATION, TRIGGERS

LSCBS_BEGAN, LSCBS_ENDED = date(2006, 4, 1), date(2019, 9, 29)
# Usual, but not certain: the first of a pair is mostly not after the second.
USUALLY = (
    ("decided", "panel_chair_appointed"),
    ("overview_completed", "submitted"),
    ("overview_completed", "published"),
    ("submitted", "published"),
    ("evaluated", "published"),
)
Doubt = tuple[str, str]
"""The column and the sentence."""


def doubts_about(facts: Facts) -> list[Doubt]:
    """Return everything about the row that a person should look at again."""
    questions = (_missing, _children, _partial, _period, _order, _evaluation, _regrade, _extension)
    return [doubt for question in questions for doubt in question(facts)]


def _missing(facts: Facts) -> Iterator[Doubt]:
    if not facts.dates:
        yield "incident_on", "No date is given at all: the reference has the year of the import."
    if not facts.decision:
        yield "decision", "No decision is given, so none is recorded."
    elif not {"decided", "decided_no_review"} & facts.dates.keys():
        yield "decision_on", "The date of the decision is not given, so no deadline runs from it."
    if facts.kind in {"", NOT_KNOWN}:
        yield "incident_kind", "Whether a child died or was seriously harmed is not known."


def _children(facts: Facts) -> Iterator[Doubt]:
    answers = {
        "known_to_social_care": facts.known_to_social_care,
        "child_protection_plan": facts.on_plan,
    }
    if facts.children is None:
        yield "children", "The number of children is not given, so no child is recorded."
    if facts.children == 1:
        return
    for column, answer in answers.items():
        if answer:
            yield column, "Kept with the review, as the row does not say of which child it is true."


def _partial(facts: Facts) -> Iterator[Doubt]:
    for event, on in facts.dates.items():
        if on.exact is None:
            clock = " No deadline is worked out from it." if event in TRIGGERS else ""
            yield COLUMN_OF[event], f"Kept as it is known: {on.spoken}.{clock}"


def _period(facts: Facts) -> Iterator[Doubt]:
    for event, on in facts.dates.items():
        if on.earliest > LSCBS_ENDED:
            yield COLUMN_OF[event], f"{on.spoken} is after LSCBs ended on 29 September 2019."
        if on.latest < LSCBS_BEGAN and event != "happened":
            yield COLUMN_OF[event], f"{on.spoken} is before LSCBs began on 1 April 2006."


def _order(facts: Facts) -> Iterator[Doubt]:
    for first, second in USUALLY:
        earlier, later = facts.dates.get(first), facts.dates.get(second)
        if earlier and later and later.certainly_before(earlier):
            yield (
                COLUMN_OF[second],
                f"{later.spoken} is before {COLUMN_OF[first]}, {earlier.spoken}: unusual, "
                "but possible.",
            )


def _evaluation(facts: Facts) -> Iterator[Doubt]:
    dates = facts.dates
    if facts.grade and "evaluated" not in dates:
        yield "evaluated_on", "A grade is given without the date of Ofsted's letter."
    if "evaluated" in dates and not facts.grade:
        yield "grade", "The date of Ofsted's letter is given without the grade."
    if not facts.grade and not {"submitted", "evaluated"} & dates.keys():
        return
    sent = dates.get("submitted") or dates.get("evaluated")
    when = sent or dates.get("decided") or dates.get("happened")
    is_before = sent is not None and sent.latest < EVALUATION.first_day
    if when and (is_before or when.earliest > EVALUATION.last_day):
        yield (
            "grade" if facts.grade else "submitted_to_ofsted_on",
            "Ofsted evaluated reviews from April 2007 to July 2012, and this one is of "
            f"{when.spoken}: check the grade and the dates.",
        )


def _regrade(facts: Facts) -> Iterator[Doubt]:
    if "resubmitted" in facts.dates and facts.grade != INADEQUATE:
        yield "resubmitted_on", "Only inadequate reviews were submitted again: check the grade."
    if facts.regrade and "reevaluated" not in facts.dates:
        yield "reevaluated_on", "A second grade is given without the date of Ofsted's letter."
    if facts.regrade and not facts.grade:
        yield "grade", "A second grade is given without the first."
    if "reevaluated" in facts.dates and not facts.regrade:
        yield "regrade", "The date of Ofsted's second letter is given without the grade."
    if "published" in facts.dates and (facts.regrade or facts.grade) == INADEQUATE:
        yield "grade", "The last grade known is inadequate; it was published all the same."


def _extension(facts: Facts) -> Iterator[Doubt]:
    if facts.extended_to is None:
        return
    if facts.extended_to.exact is None:
        yield (
            "extended_to",
            f"Kept with the review as it is known: {facts.extended_to.spoken}. The statistics need "
            "the day, and take it that nothing was extended.",
        )
    elif facts.complete_by is None:
        yield (
            "extended_to",
            "Kept with the review: no day of completion is worked out that could be extended, as "
            "the day of the decision is not known or no guidance was in force.",
        )
