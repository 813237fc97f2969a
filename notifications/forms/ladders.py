"""How a board says when it is reminded, and who: a form for each part of its ladder."""

from dataclasses import replace
from typing import Any

from boards.govuk.fields import CountField, TickField
from notifications.forms.ladder_kind import kind_form
from notifications.forms.ladder_part import PartForm, StagesField, spelt
from notifications.ladder import DEFAULT, RAREST, About, Ladder, Steps


class DaysForm(PartForm):
    """The days for every kind of deadline that has none of its own."""

    title = "Every kind of deadline"
    bears_on = ("days", *About.values)

    before = StagesField(
        called="the days before the date, like 28, 14, 7, 1, 0",
        label="How many days before the date is a reminder sent?",
        help_text="Numbers with commas between. 0 is the day itself.",
    )
    every = CountField(
        called="how many days lie between reminders after the date",
        label="And every how many days after the date, until it is met?",
        help_text="0 for none.",
        max_value=RAREST,
    )

    def as_initial(self, ladder: Ladder) -> dict[str, Any]:
        return {"before": spelt(ladder.before), "every": ladder.every}

    def changed(self, ladder: Ladder) -> Ladder:
        steps = Steps(self.cleaned_data["before"], self.cleaned_data["every"])
        own = tuple((about, its_own) for about, its_own in ladder.own if its_own != steps)
        return replace(ladder, before=steps.before, every=steps.every, own=own)

    def field_of(self, problem: str) -> str:
        return "every" if "between" in problem else "before"


class WeekForm(PartForm):
    """Whether the business manager has a summary of the week."""

    title = "The week"
    bears_on = ("week",)

    weekly = TickField(
        label="Send the business manager a summary every week",
        help_text="On the first working morning: what is overdue, due, in hand, put off and "
        "undelivered. Nothing is sent where there is nothing to say.",
    )

    def as_initial(self, ladder: Ladder) -> dict[str, Any]:
        return {"weekly": ladder.is_weekly}

    def changed(self, ladder: Ladder) -> Ladder:
        return replace(ladder, is_weekly=self.cleaned_data["weekly"])


class DefaultForm(PartForm):
    """Everything goes back to the default."""

    title = "Back to the default"
    bears_on = ("days", *About.values, "week")

    def changed(self, ladder: Ladder) -> Ladder:
        return DEFAULT


# Part by part, by its name in the address; a kind that is added has its form without a change here.
FORMS: dict[str, type[PartForm]] = {
    "days": DaysForm,
    **{about.value: kind_form(about) for about in About},
    "week": WeekForm,
    "default": DefaultForm,
}
