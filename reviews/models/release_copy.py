"""What leaves the board: a redacted copy, tied to the version that it was made from."""

from datetime import date, datetime
from typing import ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from boards.models import User
from records.models import Document
from reviews.models.case_document import DocumentVersion


class ReleaseCopyQuerySet(models.QuerySet["ReleaseCopy"]):
    def without_names(self) -> Self:
        """Keep those made to be published, and for those who are given copies without names."""
        return self.filter(is_for_publication=True)

    def in_time(self, on: date) -> Self:
        """Keep those that have not expired."""
        return self.filter(expires_on__gte=on)


class ReleaseCopy(models.Model):
    """A copy for somebody outside, redacted by one person and checked by another.

    It goes out once it is checked, and until the day that it expires.
    """

    source = models.ForeignKey(
        DocumentVersion, on_delete=models.PROTECT, related_name="release_copies"
    )
    file = models.OneToOneField(Document, on_delete=models.PROTECT, related_name="+")
    recipient = models.CharField(max_length=200)
    reason = models.CharField(max_length=500)
    is_for_publication = models.BooleanField(
        default=False, help_text="It names nobody: for everybody, and for those given such copies."
    )
    expires_on = models.DateField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    checked_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    checked_at = models.DateTimeField(null=True, blank=True)

    objects = ReleaseCopyQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "release copies"
        ordering = ("id",)
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(checked_by=None) | ~Q(checked_by=F("by")),
                name="release_copy_checked_by_another",
            ),
            models.CheckConstraint(
                condition=Q(checked_by=None, checked_at=None)
                | Q(checked_by__isnull=False, checked_at__isnull=False),
                name="release_copy_checked_by_and_at",
            ),
            models.CheckConstraint(
                condition=~Q(reason="") & ~Q(recipient=""), name="release_copy_for_a_reason"
            ),
        ]

    def __str__(self) -> str:
        return f"Release copy of {self.source} for {self.recipient}"

    @property
    def logged_as(self) -> str:
        return f"release copy {self.pk} of {self.source.logged_as}"

    @property
    def is_checked(self) -> bool:
        return self.checked_at is not None

    def has_expired(self, on: date) -> bool:
        """Return whether its last day is over."""
        return self.expires_on < on

    def standing(self, on: date) -> str:
        """Return how it stands, in a word or two."""
        if self.has_expired(on):
            return "Expired"
        return "Checked" if self.is_checked else "To be checked"

    def check_by(self, user: User, *, at: datetime) -> None:
        """A second person has read it against its source. Raises ValidationError."""
        if user == self.by:
            raise ValidationError("You redacted this copy, so somebody else has to check it.")
        done = ReleaseCopy.objects.filter(pk=self.pk, checked_at=None)
        if not done.update(checked_by=user, checked_at=at):
            raise ValidationError("This copy was checked already.")
        self.refresh_from_db()
