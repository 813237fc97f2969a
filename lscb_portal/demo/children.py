"""What is known of the children of the demo: varied, so that the statistics have something to tell.

The same for a case however often the demo is made.
"""

from datetime import date, timedelta
from itertools import chain
from typing import Any

from lscb_portal.demo.cases import CASES, Case
from reviews.models import Child, Incident
from reviews.models.child import Gender, LegalStatus, Outcome, Placement, PlanCategory
from reviews.models.incident import Answer, Harm

YES, NO, NOT_KNOWN = Answer.YES, Answer.NO, Answer.NOT_KNOWN
MONTHS_OLD = (3, 8, 29, 5, 54, 100, 161, 11, 40, 190, 2)
ETHNICITIES = ("white_british", "white_british", "white_black_caribbean", "pakistani")
# Known to social care, in need, with a plan, looked after; and what follows from it.
KNOWN: tuple[dict[str, Any], ...] = (
    {"known_to_social_care": YES, "in_need": YES, "on_plan": YES, "looked_after": NO}
    | {"plan_category": PlanCategory.NEGLECT, "placement": Placement.PARENTS},
    {"known_to_social_care": YES, "in_need": YES, "on_plan": NO, "looked_after": NO}
    | {"was_on_plan": YES, "placement": Placement.PARENTS},
    {"known_to_social_care": NO, "in_need": NO, "on_plan": NO, "looked_after": NO}
    | {"was_on_plan": NO, "placement": Placement.PARENTS},
    {"known_to_social_care": YES, "in_need": YES, "on_plan": NO, "looked_after": YES}
    | {"placement": Placement.FOSTER, "legal_status": LegalStatus.S20},
    {"known_to_social_care": YES, "in_need": NOT_KNOWN, "on_plan": YES, "looked_after": NO}
    | {"plan_category": PlanCategory.PHYSICAL, "placement": Placement.KIN},
)


def make_children(incident: Incident, case: Case, happened_on: date) -> None:
    """The incident is about the children of the case, the first of whom it befell."""
    before = [each.children for each in CASES[: CASES.index(case)]]
    first = len(list(chain.from_iterable(before)))
    Child.objects.bulk_create(
        Child(
            incident=incident,
            position=place,
            name=name,
            **_facts(first + place, happened_on),
            **_befell(case, place, happened_on),
        )
        for place, name in enumerate(case.children, 1)
    )


def _facts(number: int, on: date) -> dict[str, Any]:
    months = MONTHS_OLD[number % len(MONTHS_OLD)]
    return {
        "born": (on - timedelta(days=months * 30 + number)).isoformat(),
        "gender": (Gender.FEMALE, Gender.MALE)[number % 2],
        "ethnicity": ETHNICITIES[number % len(ETHNICITIES)],
        "disability": YES if number % 7 == 0 else NO,
        **KNOWN[number % len(KNOWN)],
    }


def _befell(case: Case, place: int, on: date) -> dict[str, Any]:
    if place > 1:
        return {"outcome": Outcome.OTHER if place > 2 else Outcome.HARMED}
    if case.harm == Harm.DEATH:
        return {"outcome": Outcome.DIED, "died": on.isoformat()}
    return {"outcome": Outcome.HARMED}
