"""What a guidance is made of. Every value is immutable and says how far it may be trusted."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from reviews.statutory.spoken import joined


class Mark(StrEnum):
    """How far a value may be trusted."""

    VERIFIED = "verified"
    RECALLED = "recalled"

    @property
    def spoken(self) -> str:
        return "verified" if self is Mark.VERIFIED else "recalled, not checked against the text"


class Unit(StrEnum):
    DAYS = "days"
    WORKING_DAYS = "working_days"
    CALENDAR_MONTHS = "calendar_months"

    def spoken(self, length: int) -> str:
        """“1 calendar month”, “5 working days”."""
        words = self.value.replace("_", " ")
        return f"{length} {words.removesuffix('s') if length == 1 else words}"


class Direction(StrEnum):
    AFTER = "after"
    BEFORE = "before"


class CriterionKind(StrEnum):
    """What follows when a criterion is met."""

    ALWAYS = "always"
    COMPULSORY = "compulsory"
    CONSIDER = "consider"
    PROMPT = "prompt"

    @property
    def spoken(self) -> str:
        return {
            CriterionKind.ALWAYS: "always hold a review",
            CriterionKind.COMPULSORY: "a review is required by law",
            CriterionKind.CONSIDER: "consider a review",
            CriterionKind.PROMPT: "a question that helps to decide",
        }[self]


@dataclass(frozen=True, slots=True, kw_only=True)
class Extension:
    """Who may move a deadline and what they must then do."""

    by: str
    must: str
    mark: Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """One rule: so long after, or before, one event. Met by any of the `met_by` events."""

    code: str
    name: str
    trigger: str
    length: int
    unit: Unit
    direction: Direction
    actor: str
    met_by: tuple[str, ...]
    mark: Mark
    paragraph: str
    paragraph_mark: Mark
    source: str = ""
    extension: Extension | None = None

    @property
    def spoken_length(self) -> str:
        return self.unit.spoken(self.length)


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """Something to be done that has no date of its own: “promptly”, “once a year”."""

    code: str
    name: str
    when: str
    actor: str
    paragraph: str
    mark: Mark
    trigger: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """A question on the criteria worksheet, in our own words."""

    code: str
    text: str
    kind: CriterionKind
    paragraph: str
    mark: Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Reason:
    """Why an incident is notified, with its basis in law or guidance."""

    code: str
    text: str
    legal_basis: str
    mark: Mark


@dataclass(frozen=True, slots=True, kw_only=True)
class Guidance:
    """One edition of Working Together: its deadlines, criteria, reasons and duties."""

    slug: str
    name: str
    in_force_from: date
    in_force_until: date | None
    in_force_mark: Mark
    has_national_panel: bool
    deadlines: tuple[Deadline, ...]
    criteria: tuple[Criterion, ...]
    reasons: tuple[Reason, ...]
    duties: tuple[Duty, ...]

    def is_in_force(self, on: date) -> bool:
        return self.in_force_from <= on and (
            self.in_force_until is None or on <= self.in_force_until
        )

    def nearest(self, day: date) -> date:
        """Return the day itself, or else the nearest day on which the guidance was in force."""
        day = max(day, self.in_force_from)
        return min(day, self.in_force_until) if self.in_force_until else day

    def deadline(self, code: str) -> Deadline:
        """The rule of that code; LookupError with those that exist when the guidance has none."""
        for deadline in self.deadlines:
            if deadline.code == code:
                return deadline
        known = joined([deadline.code for deadline in self.deadlines])
        raise LookupError(f"{self.name} has no deadline “{code}”: it has {known}.")

    def deadlines_from(self, trigger: str) -> tuple[Deadline, ...]:
        """The rules whose clock starts with that event."""
        return tuple(deadline for deadline in self.deadlines if deadline.trigger == trigger)
