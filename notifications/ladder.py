"""When the clock says that somebody is told, and who: data, and the one rule that reads it."""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from django.db import models


class Tier(models.TextChoices):
    """As what a person is told."""

    OWNER = "owner", "Owner or deputy"
    STAND_IN = "stand_in", "Business manager, as nobody owns the review"
    MANAGER = "manager", "Business manager"
    CHAIR = "chair", "LSCB Chair"
    AGENCY = "agency", "Agency author"
    PANEL = "panel", "Panel chair or overview author"


class About(Enum):
    """What a rule of the ladder speaks of."""

    STATUTORY = "every statutory deadline"
    DECISION = "the Chair's decision"
    AGENCY_RETURN = "what an agency was asked for"


@dataclass(frozen=True, slots=True)
class Told:
    """The tier is told about these deadlines, from so many days left on; None: from the first."""

    tier: Tier
    about: About
    from_days_left: int | None = None


@dataclass(frozen=True, slots=True)
class Ladder:
    """A stage is a number of days left: 28 is four weeks before, 0 the day itself, -7 a week after.

    `before` are the stages up to the day, `every` the days between those after it (0: none).
    """

    before: tuple[int, ...]
    every: int
    told: tuple[Told, ...]

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


DEFAULT = Ladder(
    before=(28, 14, 7, 1, 0),
    every=7,
    told=(
        Told(Tier.OWNER, About.STATUTORY),
        Told(Tier.STAND_IN, About.STATUTORY),
        Told(Tier.CHAIR, About.DECISION),
        Told(Tier.MANAGER, About.STATUTORY, from_days_left=0),
        Told(Tier.CHAIR, About.STATUTORY, from_days_left=-7),
        Told(Tier.AGENCY, About.AGENCY_RETURN),
        Told(Tier.OWNER, About.AGENCY_RETURN, from_days_left=-1),
        Told(Tier.STAND_IN, About.AGENCY_RETURN, from_days_left=-1),
    ),
)
