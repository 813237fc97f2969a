"""When the clock says that somebody is told, and who: data, and the one rule that reads it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from django.db import models

LONGEST = 365  # days before or after the date
MOST_STAGES = 10
LAST_DAYS = (1, 0)  # stages whose warning no weekend and no holiday holds back
RAREST = 90  # days between those after the date


class Tier(models.TextChoices):
    """As what a person is told."""

    OWNER = "owner", "Owner or deputy"
    STAND_IN = "stand_in", "Business manager, as nobody owns the review"
    COVER = "cover", "Covers for the owner, who is away"
    MANAGER = "manager", "Business manager"
    CHAIR = "chair", "LSCB Chair"
    AGENCY = "agency", "Agency author"
    CHIEF = "chief", "Agency chief officer"
    PANEL = "panel", "Panel chair or overview author"
    INVITED = "invited", "Invited to the meeting"
    DOER = "doer", "Whoever is to do it"
    HOLDER = "holder", "Appointed to the review, or its owner"


class About(models.TextChoices):
    """The kinds of deadlines; each deadline is of one. expressions.speaks_of says which."""

    STATUTORY = "statutory", "Statutory deadlines"
    DECISION = "decision", "The Chair’s decision"
    AGENCY_RETURN = "agency_return", "What an agency is asked for"
    ACTION = "action", "What a meeting asked for"
    QUESTION = "question", "A question to an agency"


# Whom a board may choose to tell, in the order asked. Whoever stands in or covers for an owner is
# told as the owner would be, and is no choice.
MAY_BE_TOLD: dict[About, tuple[Tier, ...]] = {
    About.STATUTORY: (Tier.OWNER, Tier.MANAGER, Tier.CHAIR),
    About.DECISION: (Tier.OWNER, Tier.MANAGER, Tier.CHAIR),
    About.AGENCY_RETURN: (Tier.AGENCY, Tier.OWNER, Tier.MANAGER, Tier.CHAIR, Tier.CHIEF),
    About.ACTION: (Tier.OWNER, Tier.DOER, Tier.MANAGER, Tier.CHAIR),
    About.QUESTION: (Tier.AGENCY, Tier.OWNER, Tier.MANAGER, Tier.CHAIR, Tier.CHIEF),
}


@dataclass(frozen=True, slots=True)
class Told:
    """The tier is told about these deadlines, from so many days left on; None: from the first."""

    tier: Tier
    about: About
    from_days_left: int | None = None

    def has_begun(self, days_left: int) -> bool:
        """Return whether the tier is told when so many days are left."""
        return self.from_days_left is None or days_left <= self.from_days_left


@dataclass(frozen=True, slots=True)
class Steps:
    """A stage is a number of days left: 28 is four weeks before, 0 the day itself, -7 a week after.

    `before` are the stages up to the day, `every` the days between those after it (0: none).
    """

    before: tuple[int, ...]
    every: int

    @property
    def reach(self) -> int:
        """Return how many days before its date a deadline is first spoken of."""
        return max(self.before)

    def stage_owed(self, due_on: date, on: date) -> int | None:
        """Return the most urgent stage whose day has come, None when none has.

        After an outage this is the one to catch up with; those it passed over are not sent.
        """
        days_left = (due_on - on).days
        if self.every and days_left <= -self.every:
            return days_left + -days_left % self.every
        return min((stage for stage in self.before if stage >= days_left), default=None)

    def problems(self) -> Iterator[str]:
        if not self.before:
            yield "Enter at least one day on which a reminder is sent"
        if len(self.before) > MOST_STAGES:
            yield f"Enter {MOST_STAGES} days or fewer before the date"
        if len(set(self.before)) < len(self.before):
            yield "Enter each day before the date once"
        if any(not 0 <= day <= LONGEST for day in self.before):
            yield f"Days before the date must be from 0 to {LONGEST}"
        if not 0 <= self.every <= RAREST:
            yield f"Days between reminders after the date must be from 1 to {RAREST}, or 0 for none"


@dataclass(frozen=True, slots=True)
class Ladder:
    """When people are told of deadlines, and who: the same steps for every kind without its own."""

    before: tuple[int, ...]
    every: int
    told: tuple[Told, ...]
    is_weekly: bool = True  # the manager has a summary of the week
    own: tuple[tuple[About, Steps], ...] = ()  # kinds with steps of their own

    @property
    def steps(self) -> Steps:
        """Return the steps of every kind that has none of its own."""
        return Steps(self.before, self.every)

    def steps_of(self, about: About) -> Steps:
        return dict(self.own).get(about, self.steps)

    @property
    def reach(self) -> int:
        """Return how many days before its date a deadline of any kind may first be spoken of."""
        return max((*self.before, *(own.reach for _, own in self.own)))

    def by_tier(self) -> dict[Tier, tuple[Told, ...]]:
        """Return what each tier is told about, those who stand in or cover for an owner as well."""
        found = {tier: tuple(told for told in self.told if told.tier is tier) for tier in Tier}
        found[Tier.STAND_IN] = found[Tier.COVER] = found[Tier.OWNER]
        return {tier: told for tier, told in found.items() if told}

    def to_data(self) -> dict[str, Any]:
        """Return what is stored."""
        told = [[told.about.value, told.tier.value, told.from_days_left] for told in self.told]
        return {
            "before": list(self.before),
            "every": self.every,
            "told": told,
            "weekly": self.is_weekly,
            "own": [[about.value, list(own.before), own.every] for about, own in self.own],
        }

    @classmethod
    def from_data(cls, data: dict[str, Any]) -> Self:
        """Return what was stored; a kind that is newer than the ladder is told as by default."""
        told = [Told(Tier(tier), About(about), days) for about, tier, days in data["told"]]
        known = {each.about for each in told}
        told += [each for each in DEFAULT.told if each.about not in known]
        told.sort(key=lambda each: list(About).index(each.about))
        is_weekly = data.get("weekly", True)  # older ladders do not say
        own = tuple(
            (About(about), Steps(tuple(before), every))
            for about, before, every in data.get("own", ())
        )
        return cls(tuple(data["before"]), data["every"], tuple(told), is_weekly, own)

    def problems(self) -> list[str]:
        """Return in sentences what keeps it from being used."""
        own = (
            f"{about.label}: {problem[0].lower()}{problem[1:]}"
            for about, steps in self.own
            for problem in steps.problems()
        )
        return [*self.steps.problems(), *own, *self._problems_of_people()]

    def _problems_of_people(self) -> Iterator[str]:
        for about in About:
            told = [each for each in self.told if each.about is about]
            if all(each.from_days_left is not None for each in told):
                yield f"{about.label}: choose at least one person to tell from the first reminder"
            if len({each.tier for each in told}) < len(told):
                yield f"{about.label}: choose each person once"
            if any(each.tier not in MAY_BE_TOLD[about] for each in told):
                yield f"{about.label}: choose from the people on the page"
            if any(abs(each.from_days_left or 0) > LONGEST for each in told):
                yield f"{about.label}: days before or after the date must be {LONGEST} or fewer"


DEFAULT = Ladder(
    before=(28, 14, 7, 1, 0),
    every=7,
    told=(
        Told(Tier.OWNER, About.STATUTORY),
        Told(Tier.MANAGER, About.STATUTORY, from_days_left=0),
        Told(Tier.CHAIR, About.STATUTORY, from_days_left=-7),
        Told(Tier.OWNER, About.DECISION),
        Told(Tier.MANAGER, About.DECISION, from_days_left=0),
        Told(Tier.CHAIR, About.DECISION),
        Told(Tier.AGENCY, About.AGENCY_RETURN),
        Told(Tier.OWNER, About.AGENCY_RETURN, from_days_left=-1),
        Told(Tier.CHIEF, About.AGENCY_RETURN, from_days_left=-14),
        Told(Tier.OWNER, About.ACTION),
        Told(Tier.DOER, About.ACTION),
        Told(Tier.MANAGER, About.ACTION, from_days_left=-7),
        Told(Tier.AGENCY, About.QUESTION),
        Told(Tier.OWNER, About.QUESTION, from_days_left=-1),
        Told(Tier.CHIEF, About.QUESTION, from_days_left=-14),
    ),
)
