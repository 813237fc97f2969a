"""Who was appointed to a review."""

from datetime import date
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q

from boards.models import User


class Post(models.TextChoices):
    PANEL_CHAIR = "panel_chair", "Independent panel chair"
    OVERVIEW_AUTHOR = "overview_author", "Independent overview author"
    PANEL_MEMBER = "panel_member", "Panel member"


class AppointmentQuerySet(models.QuerySet["Appointment"]):
    def open(self) -> Self:
        return self.filter(ended_on=None)


class Appointment(models.Model):
    """A person holds a post on the review; with an account, it opens the review to them."""

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="appointments"
    )
    post = models.CharField(max_length=16, choices=Post)
    name = models.CharField(max_length=120)
    user = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="appointments"
    )
    job_title = models.CharField(max_length=120, blank=True)
    employer = models.CharField(max_length=120)
    independence = models.TextField(max_length=2000, blank=True)
    appointed_on = models.DateField()
    ended_on = models.DateField(null=True, blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = AppointmentQuerySet.as_manager()

    class Meta:
        ordering = ("post", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["review", "post"],
                condition=Q(ended_on=None, post__in=["panel_chair", "overview_author"]),
                name="one_open_panel_chair_and_author",
            ),
            models.UniqueConstraint(
                fields=["review", "name"],
                condition=Q(ended_on=None, post__in=["panel_chair", "overview_author"]),
                name="panel_chair_is_not_the_author",
            ),
            models.CheckConstraint(
                condition=Q(post="panel_member") | ~Q(independence=""),
                name="chair_and_author_state_independence",
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("appointed_on")),
                name="appointment_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.get_post_display().lower()}"

    def end(self, *, on: date) -> None:
        """The person has left the post and sees the review no more."""
        self.ended_on = on
        self.save(update_fields=["ended_on"])
