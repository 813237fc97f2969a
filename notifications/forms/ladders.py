"""How a board says when it is reminded, and who."""

import re
from collections.abc import Iterator, Sequence
from typing import Any

from crispy_forms_gds.layout import Fieldset, Size
from django import forms
from django.core.exceptions import ValidationError

from boards.govuk.fields import CountField, LineField, ProseField, TickField
from boards.govuk.forms import PortalForm
from boards.govuk.layout import SubmitButton
from notifications.ladder import LONGEST, MAY_BE_TOLD, RAREST, About, Ladder, Steps, Tier, Told
from reviews.models import Review

NEVER, FIRST, BEFORE, AFTER = "never", "first", "before", "after"
WHEN = [
    (NEVER, "Not told"),
    (FIRST, "From the first reminder"),
    (BEFORE, "From a number of days before the date"),
    (AFTER, "From a number of days after the date"),
]


PAIRS = [(about, tier) for about, tiers in MAY_BE_TOLD.items() for tier in tiers]


def names(about: About, tier: Tier) -> tuple[str, str]:
    """Return the names of the two fields about one tier."""
    return f"{about.value}_{tier.value}", f"{about.value}_{tier.value}_days"


def spoken(about: About, tier: Tier) -> str:
    return f"{about.label}, {tier.label}"


def tier_fields() -> dict[str, forms.Field]:
    """Return two fields for each person that a board may choose: when, and the number of days."""
    fields: dict[str, forms.Field] = {}
    for about, tier in PAIRS:
        when, days = names(about, tier)
        fields[when] = forms.ChoiceField(
            choices=WHEN,
            initial=NEVER,
            label=str(tier.label),
            error_messages={"required": f"Choose when they are told: {spoken(about, tier)}"},
        )
        fields[days] = CountField(
            called=f"the number of days for {spoken(about, tier)}",
            label=f"{tier.label}: number of days",
            required=False,
            max_value=LONGEST,
        )
    return fields


class StagesField(LineField):
    """Days before a date in one box, as in "28, 14, 7"; the value is a tuple, longest first."""

    def clean(self, value: Any) -> tuple[int, ...]:
        words = re.split(r"[\s,;]+|\band\b", super().clean(value))
        if not all(re.fullmatch(r"[0-9]{1,3}", word) for word in words if word):
            raise ValidationError(
                "Days before the date must be whole numbers with commas between, like 28, 14, 7"
            )
        return tuple(sorted((int(word) for word in words if word), reverse=True))


def step_fields() -> dict[str, forms.Field]:
    """Return two fields for each kind, in which a board may give it days of its own."""
    fields: dict[str, forms.Field] = {}
    for about in About:
        fields[f"{about.value}_before"] = StagesField(
            called=f"the days before the date for {about.label}",
            label="Days of its own before the date (optional)",
            help_text="Leave this empty for the days above.",
            required=False,
        )
        fields[f"{about.value}_every"] = CountField(
            called=f"how many days lie between reminders after the date for {about.label}",
            label="And every how many days after it, where it has days of its own (optional)",
            help_text="0 for none. Left empty, it is as above.",
            required=False,
            max_value=RAREST,
        )
    return fields


# A kind that is added to MAY_BE_TOLD is asked about without a change here.
KindForm = type(PortalForm)("KindForm", (PortalForm,), tier_fields() | step_fields())


class LadderForm(KindForm):
    """A board's ladder. The value of `act` is the button: "preview", or "publish" with a reason."""

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
    weekly = TickField(
        label="Send the business manager a summary every week",
        help_text="On the first working morning: what is overdue, due, in hand, put off and "
        "undelivered. Nothing is sent where there is nothing to say.",
    )
    review = forms.ModelChoiceField(
        Review.objects.none(),
        label="Show what this would mean for a review",
        empty_label="Choose a review",
        required=False,
    )
    reason = ProseField(
        called="why the reminders change",
        label="Why do the reminders change?",
        help_text="Needed to publish. It is kept with the version and in the log.",
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(self, *args: Any, ladder: Ladder, reviews: Any, **options: Any) -> None:
        options["initial"] = _as_initial(ladder) | (options.get("initial") or {})
        super().__init__(*args, **options)
        self.fields["review"].queryset = reviews

    def layout(self) -> Sequence[Any]:
        kinds = [
            Fieldset(
                *(name for tier in tiers for name in names(about, tier)),
                f"{about.value}_before",
                f"{about.value}_every",
                legend=str(about.label),
                legend_size=Size.MEDIUM,
            )
            for about, tiers in MAY_BE_TOLD.items()
        ]
        return ("before", "every", *kinds, "weekly", "review", "reason")

    def buttons(self) -> Sequence[SubmitButton]:
        return (
            SubmitButton("Show who would be told", name="act", value="preview"),
            SubmitButton("Publish", name="act", value="publish", is_secondary=True),
        )

    def clean(self) -> dict[str, Any]:
        """Keep the ladder; each refusal stands at the field to mend."""
        told = [each for about, tier in PAIRS if (each := self._told(about, tier))]
        if self.data.get("act") == "publish" and not self.cleaned_data.get("reason"):
            self.add_error("reason", "Enter why the reminders change")
        if not self.errors:
            self.ladder = Ladder(
                self.cleaned_data["before"],
                self.cleaned_data["every"],
                (*told,),
                is_weekly=self.cleaned_data["weekly"],
                own=(*self._own(),),
            )
            for problem in self.ladder.problems():
                self.add_error(_field_of(problem), problem)
        return self.cleaned_data

    def _own(self) -> Iterator[tuple[About, Steps]]:
        """Yield the kinds with other days than those for all."""
        for about in About:
            before = self.cleaned_data[f"{about.value}_before"] or self.cleaned_data["before"]
            every = self.cleaned_data[f"{about.value}_every"]
            steps = Steps(before, self.cleaned_data["every"] if every is None else every)
            if steps != Steps(self.cleaned_data["before"], self.cleaned_data["every"]):
                yield about, steps

    def _told(self, about: About, tier: Tier) -> Told | None:
        when_name, days_name = names(about, tier)
        when, days = self.cleaned_data.get(when_name), self.cleaned_data.get(days_name)
        if when in (None, NEVER):
            return None
        if when == FIRST:
            return Told(tier, about)
        if days is None:
            if days_name not in self.errors:
                self.add_error(days_name, f"Enter the number of days for: {spoken(about, tier)}")
            return None
        return Told(tier, about, days if when == BEFORE else -days)


def _as_initial(ladder: Ladder) -> dict[str, Any]:
    """Return what the fields show for a ladder."""
    initial: dict[str, Any] = {
        "before": ", ".join(str(day) for day in ladder.before),
        "every": ladder.every,
        "weekly": ladder.is_weekly,
    }
    for about, steps in ladder.own:
        initial[f"{about.value}_before"] = ", ".join(str(day) for day in steps.before)
        initial[f"{about.value}_every"] = steps.every
    for told in ladder.told:
        when, days = names(told.about, told.tier)
        left = told.from_days_left
        initial[when] = FIRST if left is None else BEFORE if left > 0 else AFTER
        initial[days] = None if left is None else abs(left)
    return initial


def _field_of(problem: str) -> str:
    """Return the field at which a problem of the ladder is shown."""
    for about, tiers in MAY_BE_TOLD.items():
        if problem.startswith(f"{about.label}:"):
            is_of_people = "choose" in problem or "before or after" in problem
            return names(about, tiers[0])[0] if is_of_people else _days_field(problem, about)
    return "every" if "between" in problem else "before"


def _days_field(problem: str, about: About) -> str:
    return f"{about.value}_{'every' if 'between' in problem else 'before'}"
