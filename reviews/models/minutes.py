"""What a meeting said, decided and asked of people."""

from datetime import date
from typing import ClassVar, Self, TypedDict

from django.db import models
from django.db.models import Exists, OuterRef, Q

from boards.govuk.words import on_paper
from boards.models import User
from reviews.models.meeting import Meeting


class Minute(TypedDict):
    """What was said under one item of the agenda, with its title as it was then."""

    item: int
    title: str
    text: str


class MinutesChangedMeanwhile(Exception):
    """Somebody else saved the minutes since they were opened; `latest` is what they saved."""

    def __init__(self, latest: "Minutes | None") -> None:
        super().__init__("Somebody else saved the minutes.")
        self.latest = latest


class Minutes(models.Model):
    """The minutes as somebody saved them: a version is never overwritten; one may be agreed."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="minutes")
    version = models.PositiveSmallIntegerField()
    texts = models.JSONField(default=list)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    agreed_at = models.ForeignKey(
        Meeting,
        null=True,
        on_delete=models.PROTECT,
        related_name="agreed",
        help_text="The later meeting that agreed them.",
    )
    agreed_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "minutes"
        ordering = ("version",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["meeting", "version"], name="one_version_of_minutes"),
            models.UniqueConstraint(
                fields=["meeting"],
                condition=Q(agreed_at__isnull=False),
                name="one_version_of_minutes_is_agreed",
            ),
            models.CheckConstraint(
                condition=Q(agreed_at=None, agreed_by=None)
                | Q(agreed_at__isnull=False, agreed_by__isnull=False),
                name="minutes_agreed_at_and_by",
            ),
        ]

    def __str__(self) -> str:
        return f"Minutes of {self.meeting}, version {self.version}"

    @property
    def is_agreed(self) -> bool:
        return self.agreed_at_id is not None

    def text_of(self, item: int) -> str:
        """Return what stands under the item of the agenda."""
        return next((each["text"] for each in self.texts if each["item"] == item), "")


class MeetingDecision(models.Model):
    """The meeting decided this; it is known by its number."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="decisions")
    number = models.PositiveSmallIntegerField()
    text = models.TextField(max_length=2000)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("number",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["meeting", "number"], name="one_number_a_decision")
        ]

    def __str__(self) -> str:
        return f"Decision {self.number} of {self.meeting}"


class MeetingActionQuerySet(models.QuerySet["MeetingAction"]):
    def open(self) -> Self:
        return self.filter(done_on=None)

    def overdue(self, on: date) -> Self:
        """Keep what is open after its day: due today is not overdue."""
        return self.open().filter(due_on__lt=on)

    def given_to(self, user: User) -> Self:
        """Keep what the user is to do and may open: of their reviews, or for their agency.

        An agency's representative opens it while the review asks something of their agency.
        """
        from reviews.models.commission import Commission
        from reviews.models.review import Review

        asked = Commission.objects.visible_to(user).filter(review=OuterRef("meeting__review"))
        seen = Q(meeting__review__in=Review.objects.visible_to(user))
        return self.filter(seen | Exists(asked), person=user)


class MeetingAction(models.Model):
    """The meeting asked somebody to do something by a day."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="actions")
    number = models.PositiveSmallIntegerField()
    what = models.TextField(max_length=2000)
    who = models.CharField(max_length=120)
    person = models.ForeignKey(
        User,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="meeting_actions",
        help_text="The account of whoever is to do it: they are reminded, and say that it is done.",
    )
    due_on = models.DateField()
    done_on = models.DateField(null=True, blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = MeetingActionQuerySet.as_manager()

    class Meta:
        ordering = ("due_on", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["meeting", "number"], name="one_number_an_action")
        ]

    def __str__(self) -> str:
        return f"Action {self.number} of {self.meeting}"

    def get_absolute_url(self) -> str:
        return f"/meeting-actions/{self.pk}/"

    @property
    def name(self) -> str:
        """Return "Action 3 of the panel meeting of 4 May 2010", which tells nothing of the case."""
        kind, on = self.meeting.get_kind_display(), on_paper(self.meeting.on)
        return f"Action {self.number} of the {kind[:1].lower()}{kind[1:]} of {on}"

    @property
    def is_open(self) -> bool:
        return self.done_on is None
