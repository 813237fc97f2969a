"""An agency's report in rounds: written, signed off, submitted, then accepted or sent back."""

from collections.abc import Collection, Mapping
from datetime import date, datetime
from hashlib import sha256
from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.db.models.functions import Lower
from django.db.models.lookups import Exact

from boards.govuk.words import on_paper
from boards.models import Agency, User
from boards.roles import AgencyAuthor
from records.models import Document
from reviews.models.case_document import DocumentVersion
from reviews.models.commission import Commission
from reviews.permissions import STAFF

if TYPE_CHECKING:
    from reviews.models.agency_recommendation import AgencyRecommendation

WRITTEN = (
    "author_name",
    "author_job_title",
    "was_involved",
    "managed_the_involved",
    "records_secured_on",
    "from_on",
    "to_on",
    "context",
    "documents_seen",
    "interviews",
    "makes_no_recommendations",
)


class ContributionQuerySet(models.QuerySet["Contribution"]):
    def visible_to(self, user: User) -> Self:
        """Keep their own agencies', and of reviews they may see what was submitted.

        What an agency still writes is for itself and the board's staff, who may write for it.
        """
        from reviews.models.review import Review

        seats = [seat.agency_id for seat in user.seats() if seat.role == AgencyAuthor.slug]
        seen = Q(commission__review__in=Review.objects.visible_to(user))
        theirs = Q(submitted_at__isnull=False) | Q(
            commission__review__board__in=user.boards_seen_as(*STAFF)
        )
        return self.filter(
            (seen & theirs) | Q(commission__agency__in=[*user.led_agencies(), *seats])
        )

    def submitted(self) -> Self:
        return self.exclude(submitted_at=None)

    def waiting(self) -> Self:
        """Keep what was submitted and neither accepted nor sent back."""
        return self.submitted().filter(accepted_at=None, sent_back_at=None)

    def latest_submitted(self) -> Self:
        """Keep the last submitted round of each commission."""
        later = Contribution.objects.submitted().filter(
            commission=OuterRef("commission"),
            number__gt=OuterRef("number"),
        )
        return self.submitted().exclude(Exists(later))


class Contribution(models.Model):
    """A round of the report that an agency was asked for.

    A draft until `submitted_at`; it may hold anything until then. `file` is what its author chose;
    `report` is the version of the case's document that it became when it was submitted.
    """

    commission = models.ForeignKey(
        Commission, on_delete=models.PROTECT, related_name="contributions"
    )
    number = models.PositiveSmallIntegerField(default=1)
    author_name = models.CharField(max_length=120, blank=True)
    author_job_title = models.CharField(max_length=120, blank=True)
    was_involved = models.BooleanField(null=True)
    managed_the_involved = models.BooleanField(null=True)
    records_secured_on = models.DateField(null=True)
    from_on = models.DateField(null=True)
    to_on = models.DateField(null=True)
    context = models.TextField(max_length=5000, blank=True)
    documents_seen = models.TextField(max_length=5000, blank=True)
    interviews = models.TextField(max_length=5000, blank=True, help_text="A job title a line.")
    makes_no_recommendations = models.BooleanField(default=False)
    file = models.OneToOneField(Document, null=True, on_delete=models.PROTECT, related_name="+")
    report = models.OneToOneField(
        DocumentVersion, null=True, on_delete=models.PROTECT, related_name="+"
    )
    signatory_name = models.CharField(max_length=120, blank=True)
    signatory_post = models.CharField(max_length=120, blank=True)
    signed_on = models.DateField(null=True)
    signed_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    has_signed_page = models.BooleanField(default=False)
    saved_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    saved_at = models.DateTimeField()
    submitted_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    submitted_at = models.DateTimeField(null=True)
    sent_back_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    sent_back_at = models.DateTimeField(null=True)
    sent_back_because = models.TextField(max_length=5000, blank=True)
    again_by_on = models.DateField(null=True)
    accepted_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    accepted_at = models.DateTimeField(null=True)

    objects = ContributionQuerySet.as_manager()

    class Meta:
        ordering = ("commission", "number")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["commission", "number"], name="one_contribution_a_round"
            ),
            models.UniqueConstraint(
                fields=["commission"],
                condition=Q(submitted_at=None),
                name="one_contribution_under_way",
            ),
            models.CheckConstraint(
                condition=Q(from_on=None) | Q(to_on=None) | Q(to_on__gte=F("from_on")),
                name="contribution_period_in_order",
            ),
            models.CheckConstraint(
                condition=Q(signatory_name="")
                | ~Exact(Lower("author_name"), Lower("signatory_name")),
                name="author_does_not_sign_off",
            ),
            models.CheckConstraint(
                condition=Q(signed_by=None) | ~Q(signed_by=F("saved_by")),
                name="nobody_signs_off_what_they_wrote",
            ),
            models.CheckConstraint(
                condition=Q(signed_on=None, signed_by=None)
                | (
                    Q(signed_on__isnull=False)
                    & ~Q(signatory_name="")
                    & ~Q(signatory_post="")
                    & (Q(signed_by__isnull=False) | Q(has_signed_page=True))
                ),
                name="signed_off_by_name_and_post",
            ),
            models.CheckConstraint(
                condition=Q(submitted_at=None, submitted_by=None)
                | Q(
                    submitted_at__isnull=False,
                    submitted_by__isnull=False,
                    report__isnull=False,
                    signed_on__isnull=False,
                ),
                name="submitted_with_report_and_sign_off",
            ),
            models.CheckConstraint(
                condition=Q(submitted_at=None)
                | (
                    # A comparison with null is neither, and a check that is neither passes.
                    Q(was_involved__isnull=False, managed_the_involved__isnull=False)
                    & Q(was_involved=False, managed_the_involved=False)
                    & ~Q(author_name="")
                ),
                name="submitted_by_an_independent_author",
            ),
            models.CheckConstraint(
                condition=Q(sent_back_at=None, sent_back_by=None, sent_back_because="")
                | (
                    Q(
                        sent_back_at__isnull=False,
                        sent_back_by__isnull=False,
                        again_by_on__isnull=False,
                        submitted_at__isnull=False,
                    )
                    & ~Q(sent_back_because="")
                ),
                name="contribution_sent_back_for_a_reason",
            ),
            models.CheckConstraint(
                condition=Q(accepted_at=None, accepted_by=None)
                | Q(
                    accepted_at__isnull=False,
                    accepted_by__isnull=False,
                    submitted_at__isnull=False,
                    sent_back_at=None,
                ),
                name="accepted_while_with_the_board",
            ),
            models.CheckConstraint(
                condition=Q(accepted_by=None) | ~Q(accepted_by=F("submitted_by")),
                name="nobody_accepts_their_contribution",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.commission.report_name} of {self.commission.agency}, round {self.number}"

    @property
    def standing(self) -> str:
        if self.accepted_at:
            return "Accepted"
        if self.sent_back_at:
            return "Sent back"
        return "Submitted" if self.submitted_at else "Being written"

    @property
    def is_waiting(self) -> bool:
        return bool(self.submitted_at and not self.is_settled)

    @property
    def is_settled(self) -> bool:
        return bool(self.accepted_at or self.sent_back_at)

    @property
    def author_is_barred(self) -> bool:
        """Whether the author said that they took part, or managed those who did."""
        return bool(self.was_involved or self.managed_the_involved)

    @property
    def made(self) -> "list[AgencyRecommendation]":
        """Return its recommendations, none of a draft that nobody saved yet."""
        return list(self.recommendations.all()) if self.pk else []

    @property
    def signed_in_words(self) -> str:
        """Return who signed it off, in which post, when and how."""
        if self.signed_on is None:
            return ""
        how = "in the portal" if self.signed_by_id else "on the signed page in the report"
        who = f"{self.signatory_name}, {self.signatory_post}"
        return f"{who}, on {on_paper(self.signed_on)} {how}"

    @property
    def head(self) -> User | None:
        """Return the agency's head where they sign off in the portal themselves."""
        agency: Agency = self.commission.agency
        chief = agency.chief_officer
        return chief if chief and chief.is_active else None

    def stamp(self, names: Collection[str]) -> str:
        """Return what tells whether one of these facts changed since a page was opened."""
        seen = repr([(name, getattr(self, name)) for name in sorted(names)])
        return sha256(seen.encode()).hexdigest()[:16]

    def take(self, facts: Mapping[str, Any], *, by: User, at: datetime) -> None:
        """The draft has these facts. What was signed off before them is signed off no more."""
        for name, value in facts.items():
            setattr(self, name, value)
        self.withdraw_sign_off()
        self.saved_by, self.saved_at = by, at
        self.save()

    def sign(self, *, name: str, post: str, on: date, by: User | None = None) -> None:
        """The agency's head stands for it: `by` in the portal, or nobody where on paper."""
        self.signatory_name, self.signatory_post, self.signed_on = name, post, on
        self.signed_by, self.has_signed_page = by, by is None
        self.save()

    def withdraw_sign_off(self) -> None:
        """Nobody has signed it off; kept by whoever saves it next."""
        self.signatory_name = self.signatory_post = ""
        self.signed_on = self.signed_by = None
        self.has_signed_page = False

    def next_round(self, *, by: User, at: datetime) -> "Contribution":
        """The agency has a copy to go on with; report and sign-off are asked for anew."""
        facts = {name: getattr(self, name) for name in WRITTEN}
        again = Contribution.objects.create(
            commission=self.commission, number=self.number + 1, saved_by=by, saved_at=at, **facts
        )
        for each in self.recommendations.all():
            each.copy_to(again)
        return again
