"""A round of comments on an issued draft: who is asked, what they say, what became of it."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from boards.models import Agency, User
from reviews.models.commission import Commission
from reviews.models.report_draft import ReportDraft
from reviews.models.report_section import SectionVersion
from reviews.report_headings import heading_of


class CommentRound(models.Model):
    """The draft is open for comments, to agencies for facts and perhaps to the panel."""

    draft = models.OneToOneField(ReportDraft, on_delete=models.PROTECT, related_name="round")
    due_on = models.DateField()
    is_for_panel = models.BooleanField(default=False)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    closed_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(closed_by=None, closed_at=None)
                | Q(closed_by__isnull=False, closed_at__isnull=False, closed_at__gte=F("at")),
                name="round_closed_by_and_at",
            ),
        ]

    def __str__(self) -> str:
        return f"Comments on {str(self.draft)[0].lower()}{str(self.draft)[1:]}"

    @property
    def is_open(self) -> bool:
        return self.closed_at is None

    def not_asked(self, agencies: Iterable[Agency]) -> list[Agency]:
        """Return those that were not asked about this draft yet."""
        asked = set(self.invitations.values_list("agency_id", flat=True))
        return [agency for agency in agencies if agency.pk not in asked]

    def open_to_panel(self) -> None:
        """The panel comments on the whole draft."""
        self.is_for_panel = True
        self.save(update_fields=["is_for_panel"])

    def open_to(
        self,
        agency: Agency,
        sections: list[SectionVersion],
        *,
        due_on: date,
        by: User,
        at: datetime,
    ) -> "Invitation":
        """The agency is asked for the facts in these sections, and in no others."""
        commission = Commission.objects.create(
            review=self.draft.review,
            agency=agency,
            kind="accuracy",
            round=self.draft.review.round,
            asked_on=timezone.localdate(at),
            due_on=due_on,
            by=by,
            at=at,
        )
        invitation = Invitation.objects.create(round=self, agency=agency, commission=commission)
        invitation.sections.set(sections)
        return invitation

    def close(self, *, by: User, at: datetime) -> None:
        """Nobody comments any more."""
        self.closed_by, self.closed_at = by, at
        self.save(update_fields=["closed_by", "closed_at"])


class Invitation(models.Model):
    """What one agency is shown of a draft, and the commission by which it is asked."""

    round = models.ForeignKey(CommentRound, on_delete=models.PROTECT, related_name="invitations")
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    commission = models.OneToOneField(
        Commission, on_delete=models.PROTECT, related_name="invitation"
    )
    sections = models.ManyToManyField(SectionVersion, related_name="+")

    class Meta:
        ordering = ("agency__name",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["round", "agency"], name="one_invitation_an_agency"),
        ]

    def __str__(self) -> str:
        return f"{self.agency}, {self.round}"

    @property
    def takes_comments(self) -> bool:
        return self.round.is_open and self.commission.is_outstanding


class Answer(models.TextChoices):
    ACCEPTED = "accepted", "Accepted"
    PARTLY = "partly", "Accepted in part"
    REFUSED = "refused", "Not accepted"


class CommentQuerySet(models.QuerySet["Comment"]):
    def unresolved(self) -> Self:
        return self.filter(answer="")


class Comment(models.Model):
    """What a section says, what it should say, and what shows it; then the author's answer."""

    round = models.ForeignKey(CommentRound, on_delete=models.PROTECT, related_name="comments")
    heading = models.CharField(max_length=30)
    agency = models.ForeignKey(
        Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    says = models.TextField(max_length=5000)
    should_say = models.TextField(max_length=5000)
    evidence = models.TextField(max_length=5000, blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    answer = models.CharField(max_length=10, choices=Answer, blank=True)
    reason = models.TextField(max_length=5000, blank=True)
    answered_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    answered_at = models.DateTimeField(null=True, blank=True)

    objects = CommentQuerySet.as_manager()

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(answer="", answered_by=None, answered_at=None)
                | (~Q(answer="") & Q(answered_by__isnull=False, answered_at__isnull=False)),
                name="comment_answered_by_and_at",
            ),
            models.CheckConstraint(
                condition=Q(answer__in=["", "accepted"]) | ~Q(reason=""),
                name="comment_not_accepted_with_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(answered_by=None) | ~Q(answered_by=F("by")),
                name="comment_answered_by_another",
            ),
        ]

    def __str__(self) -> str:
        return f"Comment {self.pk}" if self.pk else "A comment"

    @property
    def title(self) -> str:
        section = heading_of(self.round.draft.kind, self.heading)
        return section.title if section else self.heading

    @property
    def whose(self) -> str:
        return str(self.agency) if self.agency else "The panel"
