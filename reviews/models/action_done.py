"""That an action of a meeting was done: by whom, with what, and why it was opened again."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from boards.models import User
from reviews.models.case_document import DocumentVersion
from reviews.models.minutes import MeetingAction


class ActionDone(models.Model):
    """The action was recorded as done. Of an action one stands; those before it were reopened.

    `due_on` is the day by which it was wanted when it was done, `again_by_on` the day by which it
    was wanted again. What was recorded before the portal kept who recorded it has nobody in `by`.
    """

    action = models.ForeignKey(MeetingAction, on_delete=models.PROTECT, related_name="done")
    on = models.DateField()
    text = models.TextField(max_length=2000, blank=True)
    file = models.OneToOneField(
        DocumentVersion, null=True, on_delete=models.PROTECT, related_name="+"
    )
    due_on = models.DateField()
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(null=True)
    reopened_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    reopened_at = models.DateTimeField(null=True)
    reopened_because = models.TextField(max_length=2000, blank=True)
    again_by_on = models.DateField(null=True)

    class Meta:
        verbose_name_plural = "actions done"
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["action"],
                condition=Q(reopened_at=None),
                name="an_action_is_done_once_until_it_is_reopened",
            ),
            models.CheckConstraint(
                condition=Q(by=None, at=None) | Q(by__isnull=False, at__isnull=False),
                name="action_done_at_and_by",
            ),
            models.CheckConstraint(
                condition=Q(
                    reopened_at=None, reopened_by=None, reopened_because="", again_by_on=None
                )
                | (
                    Q(reopened_at__isnull=False, reopened_by__isnull=False)
                    & Q(again_by_on__isnull=False, again_by_on__gte=F("on"))
                    & ~Q(reopened_because="")
                ),
                name="action_reopened_by_somebody_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.action} was done on {self.on:%-d %B %Y}"

    @property
    def is_reopened(self) -> bool:
        return self.reopened_at is not None
