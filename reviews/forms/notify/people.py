"""The children whom the incident is about, and the people around them."""

from collections.abc import Sequence
from typing import Any

from crispy_forms_gds.layout import HTML

from boards.govuk.fields import LineField
from reviews.ethnicity import ETHNICITIES
from reviews.forms.notify.base import NotifyForm
from reviews.forms.notify.questions import answer, choice, known_day
from reviews.models.child import Gender, LegalStatus, Outcome, Placement, PlanCategory


def heading(text: str) -> HTML:
    return HTML.heading("h2", "m", text)


def address(called: str) -> LineField:
    return LineField(called=called, label="Address", max_length=300, required=False)


class ChildForm(NotifyForm):
    slug = "children"
    title = "Children"
    noun = "child"
    in_short = ("name", "born")

    name = LineField(
        called="the child’s name, or “not known”", label="Name of the child", max_length=120
    )
    born = known_day("the child’s date of birth", "Date of birth", required=False)
    outcome = choice("What happened to the child?", Outcome.choices)
    died = known_day(
        "the child’s date of death",
        "Date of death",
        help_text="Only if the child died.",
        required=False,
    )
    gender = choice("Gender", Gender.choices)
    ethnicity = choice("Ethnicity", ETHNICITIES, is_long=True)
    disability = answer("the child is disabled", "Is the child disabled?")
    disability_details = LineField(
        called="the child’s disability",
        label="What is the disability?",
        max_length=300,
        required=False,
    )
    address = address("the child’s address")
    siblings = LineField(
        called="the child’s siblings",
        label="Siblings",
        help_text="How many, and who is not named on this notification.",
        max_length=300,
        required=False,
    )
    placement = choice("Where was the child living?", Placement.choices, is_long=True)
    legal_status = choice("Legal status", LegalStatus.choices, is_long=True)
    looked_after = answer("the child was looked after", "Was the child looked after?")
    in_need = answer("the child was a child in need", "Was the child a child in need?")
    known_to_social_care = answer(
        "the child was known to social care", "Was the child known to children’s social care?"
    )
    on_plan = answer(
        "the child was on a child protection plan",
        "Was the child on a child protection plan at the time?",
    )
    was_on_plan = answer(
        "the child had been on a plan before",
        "Had the child been on a child protection plan before?",
    )
    plan_category = choice("Category of the plan", PlanCategory.choices, is_long=True)
    plan_history = LineField(
        called="when the child was on a plan",
        label="When, and for how long?",
        help_text="For example, March 2008 to January 2009.",
        max_length=300,
        required=False,
    )

    def page(self) -> Sequence[Any]:
        names = list(self.questions)
        return (
            heading("About the child"),
            *names[: names.index("placement")],
            heading("Care and legal status"),
            *names[names.index("placement") : names.index("on_plan")],
            heading("Child protection plan"),
            *names[names.index("on_plan") :],
        )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        self.refuse_days_ahead("born", "died")
        born, died = cleaned.get("born"), cleaned.get("died")
        if born and died and died.certainly_before(born):
            self.add_error(
                "died",
                f"The child’s date of death ({died.spoken}) cannot be before the date of birth "
                f"({born.spoken}). Check both dates",
            )
        if died and cleaned.get("outcome") in {Outcome.HARMED, Outcome.OTHER}:
            self.add_error("died", "Remove the date of death, or select that the child died")
        return cleaned


class FamilyForm(NotifyForm):
    slug = "family"
    title = "Family and household"
    noun = "person"
    in_short = ("name", "relationship")

    name = LineField(called="the person’s name, or “not known”", label="Name", max_length=120)
    relationship = LineField(
        called="how they are related to the child",
        label="Relationship to the child",
        help_text="For example, mother, mother’s partner or brother.",
        max_length=80,
        required=False,
    )
    born = known_day("the person’s date of birth", "Date of birth", required=False)
    address = address("the person’s address")
    legal_status = LineField(
        called="their legal status",
        label="Legal status",
        help_text="For example, parental responsibility, or subject to a care order.",
        max_length=80,
        required=False,
    )
    ethnicity = choice("Ethnicity", ETHNICITIES, is_long=True)
    on_plan = answer(
        "they are on a child protection plan", "If a child: on a child protection plan?"
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        self.refuse_days_ahead("born")
        return cleaned
