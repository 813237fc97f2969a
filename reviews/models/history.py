"""What happened to a review: the dated events that start and stop clocks, and its moves."""

from collections.abc import Iterable
from datetime import date, datetime
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.core.exceptions import ValidationError
from django.core.files import File
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils import timezone

from boards.govuk.words import inside
from boards.models import User
from reviews.fields import PartialDateField, exactly
from reviews.signals import review_moved
from reviews.states import State
from reviews.statutory import PartialDate

if TYPE_CHECKING:
    from reviews.models.review import Review


class EventName(models.TextChoices):
    HAPPENED = "happened", "The incident"
    LEARNED = "learned", "The local authority learned of the incident"
    NOTIFIED = "notified", "The incident was notified to the board"
    REFERRED = "referred", "The case came to the Chair's attention"
    RAPID_REVIEW_SENT = "rapid_review_sent", "The rapid review was sent"
    DECIDED = "decided", "The decision to hold a review"
    DECIDED_NO_REVIEW = "decided_no_review", "The decision not to hold an SCR"
    NATIONAL_PANEL_TOLD = "national_panel_told", "The National Panel was told"
    PANEL_CHAIR_APPOINTED = "panel_chair_appointed", "The panel chair was appointed"
    OVERVIEW_COMPLETED = "overview_completed", "The overview report was completed"
    RATIFIED = "ratified", "The board agreed the review"
    SUBMITTED = "submitted", "The review was submitted to Ofsted"
    EVALUATED = "evaluated", "Ofsted's evaluation letter"
    RESUBMITTED = "resubmitted", "The review was submitted again"
    REEVALUATED = "reevaluated", "Ofsted's letter on the second evaluation"
    SHARED_BEFORE_PUBLICATION = "shared_before_publication", "Copies were sent before publication"
    PUBLISHING = "publishing", "The date set for publication"
    PUBLISHED = "published", "The report was published"


# Each event and those that it cannot come before.
NOT_BEFORE: dict[str, tuple[str, ...]] = {
    "learned": ("happened",),
    "notified": ("happened", "learned"),
    "referred": ("happened", "learned"),
    "rapid_review_sent": ("notified",),
    "decided": ("happened", "learned", "notified", "referred"),
    "decided_no_review": ("happened", "learned", "notified", "referred"),
    "national_panel_told": ("decided_no_review",),
    "panel_chair_appointed": ("happened",),
    "overview_completed": ("happened", "decided"),
    "ratified": ("decided",),
    "submitted": ("decided",),
    "evaluated": ("submitted",),
    "resubmitted": ("evaluated", "submitted"),
    "reevaluated": ("resubmitted", "evaluated"),
    "publishing": ("happened", "decided"),
    "published": ("happened", "decided"),
}
MAY_LIE_AHEAD = frozenset({"publishing"})
# What shows when a case came before the board; the later ones are all that past reviews know.
CAME_TO_THE_BOARD = (
    "referred",
    "notified",
    "learned",
    "decided",
    "decided_no_review",
    "happened",
)


@cache
def all_before(name: str) -> frozenset[str]:
    """Return every event that `name` cannot come before, those before its forerunners too."""
    forerunners = NOT_BEFORE.get(name, ())
    return frozenset(forerunners).union(*map(all_before, forerunners))


def out_of_order(name: str, on: PartialDate, others: dict[str, PartialDate]) -> list[str]:
    """Return a sentence for every event of `others` that `on` certainly contradicts."""
    label = EventName(name).label
    reasons = []
    for other, its_day in others.items():
        its_label = inside(EventName(other).label)
        if other in all_before(name) and on.certainly_before(its_day):
            reasons.append(
                f"{label} ({on.spoken}) cannot be before {its_label} ({its_day.spoken}). "
                "Check both dates."
            )
        if name in all_before(other) and on.certainly_after(its_day):
            reasons.append(
                f"{label} ({on.spoken}) cannot be after {its_label} ({its_day.spoken}). "
                "Check both dates."
            )
    return reasons


class EventQuerySet(models.QuerySet["Event"]):
    def current(self) -> Self:
        """Keep the dates that hold now, without those that were corrected."""
        return self.filter(replaced_at=None)

    def by_name(self) -> dict[str, PartialDate]:
        """Return {event: date} of the current ones; a later round hides an earlier."""
        return {event.name: event.on for event in self.current().order_by("round", "id")}


class Event(models.Model):
    """Something of a case's course took place on a date; a correction replaces, never edits."""

    review = models.ForeignKey("reviews.Review", on_delete=models.PROTECT, related_name="events")
    round = models.PositiveSmallIntegerField(default=1)
    name = models.CharField(max_length=30, choices=EventName)
    on = PartialDateField()
    reason = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField()
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    replaced_at = models.DateTimeField(null=True, blank=True)

    objects = EventQuerySet.as_manager()

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["review", "round", "name"],
                condition=Q(replaced_at=None),
                name="one_current_date_an_event_and_round",
            ),
            models.CheckConstraint(
                condition=Q(replaced_at=None) | Q(replaced_at__gte=models.F("at")),
                name="event_replaced_after_recorded",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_name_display()}: {self.on.spoken}"

    @classmethod
    def record(
        cls,
        review: "Review",
        name: str,
        on: date | PartialDate,
        *,
        by: User | None,
        at: datetime,
        reason: str = "",
    ) -> "Event":
        """The event stands at `on` in the review's current round; an earlier date is kept.

        Raises ValidationError, naming both dates, when it lies ahead or contradicts another.
        """
        partial = on if isinstance(on, PartialDate) else exactly(on)
        if refusals := cls.reasons_against(review, name, partial, timezone.localdate(at)):
            raise ValidationError(refusals)
        current = review.events.filter(round=review.round).current()
        current.filter(name=name).update(replaced_at=at)
        return cls.objects.create(
            review=review, round=review.round, name=name, on=partial, by=by, at=at, reason=reason
        )

    @classmethod
    def withdraw(cls, review: "Review", name: str, *, at: datetime) -> None:
        """The event stands no more in the review's current round; its date is kept."""
        review.events.filter(round=review.round, name=name).current().update(replaced_at=at)

    @classmethod
    def reasons_against(
        cls, review: "Review", name: str, on: PartialDate, today: date
    ) -> list[str]:
        """Return a sentence for everything that keeps the event from standing at `on`."""
        current = review.events.filter(round=review.round).current()
        others = {e.name: e.on for e in current if e.name != name}
        if review.round > 1 and name not in {"happened", "learned"}:
            others |= review.events.current().filter(name="happened").by_name()
        reasons = out_of_order(name, on, others)
        if name not in MAY_LIE_AHEAD and on.earliest > today:
            reasons.append(
                f"{EventName(name).label} ({on.spoken}) lies in the future. "
                "Enter today's date or an earlier one."
            )
        return reasons


# What is told like a move, though no transition makes it.
WITHOUT_TRANSITION = {
    "open": "An incident was logged and the review opened",
    "bring_in": "It was brought in from the board's records",
    "put_again": "The final set was put to the board again",
}


class StateChangeQuerySet(models.QuerySet["StateChange"]):
    def newest_first(self) -> Self:
        return self.order_by("-id")


class StateChange(models.Model):
    """A review moved from one state to another. Rows are only ever added."""

    review = models.ForeignKey("reviews.Review", on_delete=models.PROTECT, related_name="changes")
    round = models.PositiveSmallIntegerField()
    action = models.CharField(max_length=30)
    before = models.CharField(max_length=20, choices=State, blank=True)
    after = models.CharField(max_length=20, choices=State)
    on = models.DateField(null=True, help_text="The day it took place, where that was said.")
    details = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    at = models.DateTimeField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    objects = StateChangeQuerySet.as_manager()

    class Meta:
        ordering = ("id",)
        indexes: ClassVar = [models.Index(fields=["review", "-id"], name="change_review")]

    def __str__(self) -> str:
        return f"{self.review} {self.action} on {self.at:%d %B %Y}"

    @property
    def sentence(self) -> str:
        """Return the news of the move, as its transition words it."""
        for move in type(self.review).transitions():
            if move.name == self.action:
                return move.custom["done"]
        return WITHOUT_TRANSITION[self.action]

    @classmethod
    def tell(
        cls, review: "Review", action: str, details: dict[str, Any], *, by: User, at: datetime
    ) -> None:
        """Whoever it has become the turn of is told, though the review stays in its state."""
        change = cls.objects.create(
            review=review,
            round=review.round,
            action=action,
            before=review.state,
            after=review.state,
            details=details,
            at=at,
            by=by,
        )
        review_moved.send(sender=type(review), change=change)


def plainly(details: dict[str, Any]) -> dict[str, Any]:
    """Return `details` as JSON can keep them: rows as their text, collections as lists.

    Of a file only its size, and a document as it says that the log calls it: its name may be a
    child's.
    """

    def plain(value: Any) -> Any:
        if isinstance(value, models.Model):
            return getattr(value, "logged_as", None) or str(value)
        if isinstance(value, PartialDate):
            return value.edtf
        if isinstance(value, File):
            return f"a file of {value.size} bytes"
        if isinstance(value, Iterable) and not isinstance(value, str | dict):
            return [plain(item) for item in value]
        return value

    return {name: plain(value) for name, value in details.items()}
