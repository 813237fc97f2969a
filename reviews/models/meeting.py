"""Meetings of a review: when and where each is, and how that changed."""

from datetime import date, datetime
from typing import TYPE_CHECKING, ClassVar, Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.utils.timezone import localdate

from boards.govuk.words import clock, on_paper
from boards.models import User

if TYPE_CHECKING:
    from reviews.models.agenda import AgendaItem
    from reviews.models.minutes import Minutes


class MeetingKind(models.TextChoices):
    SUB_COMMITTEE = "sub_committee", "Sub-committee meeting"
    SCOPING = "scoping", "Scoping meeting"
    PANEL = "panel", "Panel meeting"
    BRIEFING = "briefing", "Agency briefing"
    RATIFICATION = "ratification", "Board meeting to agree the report"
    LEARNING = "learning", "Learning event"


class MeetingQuerySet(models.QuerySet["Meeting"]):
    def visible_to(self, user: User) -> Self:
        """Keep those of the reviews that the user may see."""
        from reviews.models.review import Review

        return self.filter(review__in=Review.objects.visible_to(user))

    def invitations_of(self, user: User) -> Self:
        """Keep those whose invitation the user may open: of their reviews, or asked as an agency.

        An agency's representative opens it while the review asks something of their agency.
        """
        from reviews.models.commission import Commission
        from reviews.models.invitee import Invitee
        from reviews.models.review import Review

        asked = Invitee.objects.open().filter(user=user, meeting=OuterRef("pk"))
        theirs = Commission.objects.visible_to(user).filter(review=OuterRef("review"))
        seen = Q(review__in=Review.objects.visible_to(user))
        return self.filter(seen | (Exists(asked) & Exists(theirs)))

    def standing(self) -> Self:
        """Keep those that were not cancelled."""
        return self.filter(cancelled_at=None)

    def coming(self, on: date) -> Self:
        return self.filter(on__gte=on).order_by("on", "starts")

    def past(self, on: date) -> Self:
        return self.filter(on__lt=on).order_by("-on", "-starts")


class Meeting(models.Model):
    """People are to meet about the review on a day, from one time to another, in London."""

    review = models.ForeignKey("reviews.Review", on_delete=models.PROTECT, related_name="meetings")
    kind = models.CharField(max_length=16, choices=MeetingKind)
    number = models.PositiveSmallIntegerField()
    on = models.DateField()
    starts = models.TimeField()
    ends = models.TimeField()
    place = models.CharField(max_length=200, blank=True)
    link = models.URLField(max_length=500, blank=True)
    chair = models.CharField(max_length=120)
    sequence = models.PositiveSmallIntegerField(default=0)
    quoracy = models.CharField(max_length=500, blank=True)
    cancelled_at = models.DateTimeField(null=True)
    cancelled_because = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = MeetingQuerySet.as_manager()

    class Meta:
        ordering = ("on", "starts", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["review", "kind", "number"], name="one_number_a_kind_of_meeting"
            ),
            models.CheckConstraint(
                condition=Q(kind__in=MeetingKind.values), name="meeting_kind_known"
            ),
            models.CheckConstraint(
                condition=Q(ends__gt=F("starts")), name="meeting_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=~Q(place="") | ~Q(link=""), name="meeting_has_a_place_or_a_link"
            ),
            models.CheckConstraint(
                condition=Q(cancelled_at=None, cancelled_because="")
                | (Q(cancelled_at__isnull=False) & ~Q(cancelled_because="")),
                name="meeting_cancelled_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.number}"

    def get_absolute_url(self) -> str:
        return f"/meetings/{self.pk}/"

    @property
    def hours(self) -> str:
        """Return "10am to 12:30pm"."""
        return f"{clock(self.starts)} to {clock(self.ends)}"

    @property
    def when(self) -> str:
        return f"{on_paper(self.on)}, {self.hours}"

    @property
    def where(self) -> str:
        return " – ".join(part for part in (self.place, self.link) if part)

    @property
    def is_cancelled(self) -> bool:
        return self.cancelled_at is not None

    def agenda_items(self) -> "list[AgendaItem]":
        """Return the agenda in its order, each item with its papers."""
        papers = "papers__version__document", "papers__version__file"
        return list(self.agenda.prefetch_related(*papers))

    @property
    def latest_minutes(self) -> "Minutes | None":
        return max(self.minutes.all(), key=lambda minutes: minutes.version, default=None)

    def was_held_by(self, at: datetime) -> bool:
        """Return whether its day has come by then, and it was not cancelled."""
        return not self.is_cancelled and self.on <= localdate(at)


class ChangeOfMeeting(models.TextChoices):
    CALLED = "called", "Called"
    MOVED = "moved", "Moved"
    CANCELLED = "cancelled", "Cancelled"


class MeetingChange(models.Model):
    """How a meeting stood from then on; `sequence` is what its calendar file carries."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="changes")
    sequence = models.PositiveSmallIntegerField()
    change = models.CharField(max_length=10, choices=ChangeOfMeeting)
    on = models.DateField()
    starts = models.TimeField()
    ends = models.TimeField()
    place = models.CharField(max_length=200, blank=True)
    link = models.URLField(max_length=500, blank=True)
    because = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("sequence",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["meeting", "sequence"], name="one_change_of_meeting_a_sequence"
            ),
            models.CheckConstraint(
                condition=Q(change=ChangeOfMeeting.CALLED) | ~Q(because=""),
                name="meeting_changed_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.meeting}, {self.get_change_display().lower()}"

    @property
    def sentence(self) -> str:
        """Return "Moved to 3 May 2010, 10am to 1pm, at County Hall"."""
        if self.change == ChangeOfMeeting.CANCELLED:
            return "Cancelled"
        when = f"{on_paper(self.on)}, {clock(self.starts)} to {clock(self.ends)}"
        word = "Called for" if self.change == ChangeOfMeeting.CALLED else "Moved to"
        return f"{word} {when}, {self.place or self.link}"
