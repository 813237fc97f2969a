"""Publication and pauses: axes beside the state, never states."""

from typing import TYPE_CHECKING, ClassVar

from django.db import models
from django.db.models import F, Q

from boards.models import User

if TYPE_CHECKING:
    from reviews.models.published import TakeDown


class PublicationState(models.TextChoices):
    NONE = "none", "Not begun"
    HELD = "held", "Held"
    REDACTING = "redacting", "Being redacted"
    PUBLISHED = "published", "Published"
    WITHHELD = "withheld", "Withheld"


class Publication(models.Model):
    """Where publication stands from a day on; the newest row holds, the earlier are kept."""

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="publications"
    )
    state = models.CharField(max_length=10, choices=PublicationState)
    on = models.DateField()
    reason = models.TextField(max_length=2000, blank=True)
    authority = models.CharField(max_length=200, blank=True)
    confirmed = models.CharField(
        max_length=300, blank=True, help_text="What the rule lets it be withheld for, as confirmed."
    )
    where = models.CharField(max_length=300, blank=True, help_text="Its address, or another place.")
    copies = models.ManyToManyField(
        "reviews.ReleaseCopy", related_name="publications", help_text="What was published."
    )
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~Q(state__in=["held", "withheld"]) | ~Q(reason=""),
                name="held_and_withheld_have_reasons",
            ),
            models.CheckConstraint(
                condition=~Q(state="withheld") | ~Q(authority=""), name="withheld_has_authority"
            ),
            models.CheckConstraint(
                condition=Q(state="published") | Q(where=""), name="published_alone_is_somewhere"
            ),
        ]

    def __str__(self) -> str:
        return self.get_state_display()

    @property
    def is_published(self) -> bool:
        return self.state == PublicationState.PUBLISHED

    @property
    def is_final(self) -> bool:
        """Whether nothing more has to be done for the review to be closed."""
        return self.state in {PublicationState.PUBLISHED, PublicationState.WITHHELD}

    @property
    def down(self) -> "TakeDown | None":
        """Return how it was taken down, where it can no longer be read."""
        return getattr(self, "take_down", None)

    @property
    def href(self) -> str:
        """Return where it can be read, if that is an address on the web."""
        return self.where if self.where.startswith(("https://", "http://")) else ""


class Pause(models.Model):
    """Work on the review rested, for a reason. The statutory clock did not."""

    review = models.ForeignKey("reviews.Review", on_delete=models.PROTECT, related_name="pauses")
    since_on = models.DateField()
    until_on = models.DateField(null=True, blank=True)
    reason = models.TextField(max_length=2000)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["review"], condition=Q(until_on=None), name="one_open_pause_a_review"
            ),
            models.CheckConstraint(
                condition=Q(until_on=None) | Q(until_on__gte=F("since_on")),
                name="pause_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"Paused from {self.since_on}"
