"""Who is asked to a meeting, and whether they came."""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q

from boards.models import Agency, User
from reviews.models.meeting import Meeting


class Attendance(models.TextChoices):
    PRESENT = "present", "Present"
    APOLOGIES = "apologies", "Apologies"
    DEPUTY = "deputy", "A deputy came"
    ABSENT = "absent", "Absent without apologies"


class InviteeQuerySet(models.QuerySet["Invitee"]):
    def open(self) -> Self:
        """Keep who is still asked."""
        return self.filter(uninvited_at=None)


class Invitee(models.Model):
    """Somebody is asked to a meeting; minutes name them by job title and employer."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="invitees")
    name = models.CharField(max_length=120)
    job_title = models.CharField(max_length=120, blank=True)
    employer = models.CharField(max_length=120, blank=True)
    email = models.EmailField(blank=True)
    user = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="invitations"
    )
    agency = models.ForeignKey(
        Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    attendance = models.CharField(max_length=10, choices=Attendance, blank=True)
    deputy = models.CharField(max_length=240, blank=True, help_text="Job title and employer.")
    uninvited_at = models.DateTimeField(null=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = InviteeQuerySet.as_manager()

    class Meta:
        ordering = ("name", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["meeting", "user"],
                condition=Q(uninvited_at=None, user__isnull=False),
                name="invited_once_to_a_meeting",
            ),
            models.CheckConstraint(
                condition=Q(attendance__in=["", *Attendance.values]), name="attendance_known"
            ),
            models.CheckConstraint(
                condition=(Q(attendance=Attendance.DEPUTY) & ~Q(deputy=""))
                | (~Q(attendance=Attendance.DEPUTY) & Q(deputy="")),
                name="deputy_named_where_one_came",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def as_what(self) -> str:
        """Return "Designated nurse, Southdown Community Health", as minutes have it."""
        return ", ".join(part for part in (self.job_title, self.employer) if part) or self.name

    @property
    def address(self) -> str:
        return self.user.email if self.user else self.email
