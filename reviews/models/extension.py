"""The chain of days that were agreed instead of those worked out."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from boards.models import User


class Extension(models.Model):
    """A date was moved: a link in a dated chain that starts at the date worked out."""

    deadline = models.ForeignKey(
        "reviews.Deadline", on_delete=models.PROTECT, related_name="extensions"
    )
    from_due_on = models.DateField()
    to_due_on = models.DateField()
    reason = models.TextField(max_length=2000)
    authority = models.CharField(max_length=200)
    told = models.CharField(max_length=300, blank=True)
    agreed_on = models.DateField(
        null=True, help_text="Not known of what was brought in from a board's records."
    )
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(to_due_on__gt=F("from_due_on")), name="extension_moves_forward"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="extension_has_reason"),
        ]

    def __str__(self) -> str:
        return self.sentence

    @property
    def sentence(self) -> str:
        """Return the step as it is read aloud."""
        told = f" Told: {self.told}." if self.told else ""
        on = f" on {self.agreed_on:%-d %B %Y}" if self.agreed_on else ", on a day not recorded"
        return (
            f"Extended from {self.from_due_on:%-d %B %Y} to {self.to_due_on:%-d %B %Y} by "
            f"{self.authority}{on}: {self.reason.rstrip('.')}.{told}"
        )
