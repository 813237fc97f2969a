"""How a board says of one kind of deadline who is told, from when on, and on which days."""

from dataclasses import replace
from typing import Any, ClassVar

from django import forms

from boards.govuk.fields import CountField
from notifications.forms.ladder_part import PartForm, StagesField, spelt
from notifications.ladder import LONGEST, MAY_BE_TOLD, RAREST, About, Ladder, Steps, Tier, Told
from notifications.ladder_words import stages_in_words

NEVER, FIRST, BEFORE, AFTER = "never", "first", "before", "after"
WHEN = [
    (NEVER, "Not told"),
    (FIRST, "From the first reminder"),
    (BEFORE, "From a number of days before the date"),
    (AFTER, "From a number of days after the date"),
]


def names(about: About, tier: Tier) -> tuple[str, str]:
    """Return the names of the two fields about one tier."""
    return f"{about.value}_{tier.value}", f"{about.value}_{tier.value}_days"


def spoken(about: About, tier: Tier) -> str:
    return f"{about.label}, {tier.label}"


def tier_fields(about: About) -> dict[str, forms.Field]:
    """Return two fields for each person that a board may choose: when, and the number of days."""
    fields: dict[str, forms.Field] = {}
    for tier in MAY_BE_TOLD[about]:
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


def step_fields(about: About) -> dict[str, forms.Field]:
    """Return two fields in which a board may give a kind days of its own."""
    return {
        f"{about.value}_before": StagesField(
            called=f"the days before the date for {about.label}",
            label="Days of its own before the date (optional)",
            required=False,
        ),
        f"{about.value}_every": CountField(
            called=f"how many days lie between reminders after the date for {about.label}",
            label="And every how many days after it, where it has days of its own (optional)",
            help_text="0 for none. Left empty, it is as for every kind.",
            required=False,
            max_value=RAREST,
        ),
    }


class KindForm(PartForm):
    """Who is told of one kind of deadline, from when on, and on which days."""

    kind: ClassVar[About]

    def __init__(self, *args: Any, ladder: Ladder, **options: Any) -> None:
        super().__init__(*args, ladder=ladder, **options)
        for_every_kind = stages_in_words(ladder.steps)
        self.fields[
            f"{self.kind.value}_before"
        ].help_text = f"Leave this empty for the days of every kind: {for_every_kind}."

    def as_initial(self, ladder: Ladder) -> dict[str, Any]:
        initial: dict[str, Any] = {}
        if own := dict(ladder.own).get(self.kind):
            initial[f"{self.kind.value}_before"] = spelt(own.before)
            initial[f"{self.kind.value}_every"] = own.every
        for told in ladder.told:
            when, days = names(told.about, told.tier)
            left = told.from_days_left
            initial[when] = FIRST if left is None else BEFORE if left > 0 else AFTER
            initial[days] = None if left is None else abs(left)
        return initial

    def changed(self, ladder: Ladder) -> Ladder:
        others = {about: [t for t in ladder.told if t.about is about] for about in About}
        mine = [each for tier in MAY_BE_TOLD[self.kind] if (each := self._told(tier))]
        told = tuple(each for rows in (others | {self.kind: mine}).values() for each in rows)
        own = {about: steps for about, steps in ladder.own if about is not self.kind}
        if (steps := self._steps(ladder)) != ladder.steps:
            own[self.kind] = steps
        return replace(ladder, told=told, own=tuple(sorted(own.items(), key=_in_order)))

    def clean(self) -> dict[str, Any]:
        for tier in MAY_BE_TOLD[self.kind]:
            when, days = names(self.kind, tier)
            is_counted = self.cleaned_data.get(when) in (BEFORE, AFTER)
            if is_counted and days not in self.errors and self.cleaned_data.get(days) is None:
                self.add_error(days, f"Enter the number of days for: {spoken(self.kind, tier)}")
        return super().clean()

    def field_of(self, problem: str) -> str | None:
        if not problem.startswith(f"{self.kind.label}:"):
            return None
        if "choose" in problem or "before or after" in problem:
            return names(self.kind, MAY_BE_TOLD[self.kind][0])[0]
        return f"{self.kind.value}_{'every' if 'between' in problem else 'before'}"

    def _told(self, tier: Tier) -> Told | None:
        when, days = (self.cleaned_data[name] for name in names(self.kind, tier))
        if when == NEVER:
            return None
        if when == FIRST:
            return Told(tier, self.kind)
        return Told(tier, self.kind, days if when == BEFORE else -days)

    def _steps(self, ladder: Ladder) -> Steps:
        """Return its days: whatever it leaves open is as for every kind."""
        before = self.cleaned_data[f"{self.kind.value}_before"]
        every = self.cleaned_data[f"{self.kind.value}_every"]
        return Steps(before or ladder.before, ladder.every if every is None else every)


def kind_form(about: About) -> type[KindForm]:
    """Return the form of one kind of deadline, with a question for each person it may tell."""
    said = {"kind": about, "bears_on": (about.value,), "title": str(about.label)}
    fields = tier_fields(about) | step_fields(about)
    return type(KindForm)(f"{about.name.title()}Form", (KindForm,), said | fields)


def _in_order(own: tuple[About, Steps]) -> int:
    return list(About).index(own[0])
