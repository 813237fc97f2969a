"""Proceedings that run beside a review, and what of the review they hold up."""

from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, OuterRef, Q, Subquery

from boards.govuk.words import on_paper
from boards.models import User

if TYPE_CHECKING:
    from reviews.models.review import Review

SOON = timedelta(days=28)


class ProceedingsKind(models.TextChoices):
    CRIMINAL = "criminal", "Criminal proceedings"
    INQUEST = "inquest", "Inquest"
    CARE = "care", "Care proceedings"
    DISCIPLINARY = "disciplinary", "Disciplinary proceedings"
    IPCC = "ipcc", "IPCC investigation"
    PPO = "ppo", "PPO investigation"
    MENTAL_HEALTH = "mental_health", "Mental health inquiry"
    DHR = "dhr", "Domestic homicide review"
    MAPPA = "mappa", "MAPPA serious case review"
    CHILD_DEATH = "child_death", "Child death overview panel"
    OTHER = "other", "Other proceedings"


class ProceedingsState(models.TextChoices):
    KNOWN = "known", "Known of"
    UNDER_WAY = "under_way", "Under way"
    CONCLUDED = "concluded", "Concluded"
    NOT_PROCEEDING = "not_proceeding", "Not proceeding"


OVER = frozenset({ProceedingsState.CONCLUDED, ProceedingsState.NOT_PROCEEDING})


class ProceedingsQuerySet(models.QuerySet["Proceedings"]):
    def over(self) -> Self:
        """Keep those whose last step says that they are over."""
        steps = ProceedingsStep.objects.filter(proceedings=OuterRef("pk")).order_by("-id")
        return self.alias(stands=Subquery(steps.values("state")[:1])).filter(stands__in=OVER)


class Proceedings(models.Model):
    """What another body does about the same events; where it stands is in its `steps`."""

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="proceedings"
    )
    kind = models.CharField(max_length=14, choices=ProceedingsKind)
    body = models.CharField(max_length=200, help_text="The court, coroner, force or panel.")
    their_reference = models.CharField(max_length=100, blank=True)
    contact_name = models.CharField(max_length=120, blank=True)
    contact_role = models.CharField(max_length=120, blank=True)
    contact_phone = models.CharField(max_length=40, blank=True)
    contact_email = models.EmailField(blank=True)
    liaison = models.CharField(max_length=120, blank=True, help_text="Who liaises on our side.")
    next_on = models.DateField(null=True, blank=True)
    next_what = models.CharField(max_length=200, blank=True)
    expected_end_on = models.DateField(null=True, blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = ProceedingsQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "proceedings"
        ordering = ("id",)
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(body=""), name="proceedings_have_a_body"),
            models.CheckConstraint(
                condition=Q(next_what="") | Q(next_on__isnull=False), name="what_is_next_has_a_day"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} ({self.body})"

    @property
    def in_a_sentence(self) -> str:
        """Return the name as it stands within a sentence; abbreviations keep their capitals."""
        name = str(self)
        return f"the {name if name[:2].isupper() else name[0].lower() + name[1:]}"

    @property
    def step(self) -> "ProceedingsStep":
        """Return where they stand now: the step recorded last."""
        return list(self.steps.all())[-1]

    @property
    def is_over(self) -> bool:
        return self.step.state in OVER

    def is_soon(self, on: date) -> bool:
        """Return whether their next day falls within 28 days."""
        return self.next_on is not None and on <= self.next_on <= on + SOON

    def is_overtaken(self, on: date) -> bool:
        """Return whether their next day has passed and nobody said what came of it."""
        return self.next_on is not None and self.next_on < on and not self.is_over


class ProceedingsStep(models.Model):
    """The proceedings stood like this from a day on. Rows are only ever added."""

    proceedings = models.ForeignKey(Proceedings, on_delete=models.PROTECT, related_name="steps")
    state = models.CharField(max_length=14, choices=ProceedingsState)
    on = models.DateField()
    note = models.TextField(max_length=2000, blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(state__in=ProceedingsState.values), name="proceedings_state_is_known"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_state_display()} since {on_paper(self.on)}"


class HeldUp(models.TextChoices):
    INTERVIEWS = "interviews", "Interviews with staff"
    FAMILY = "family", "Contact with the family"
    DOCUMENTS = "documents", "Sharing of documents"
    PUBLICATION = "publication", "Publication"


class HoldQuerySet(models.QuerySet["Hold"]):
    def of_review(self, review: "Review") -> Self:
        return self.filter(proceedings__review=review).select_related("proceedings")

    def in_force(self) -> Self:
        """Keep those that nobody has lifted."""
        return self.filter(lifted_on=None)

    def in_force_on(self, on: date) -> Self:
        """Keep those that held on that day; the day they were lifted on was free."""
        return self.filter(Q(lifted_on=None) | Q(lifted_on__gt=on), since_on__lte=on)


class Hold(models.Model):
    """Something of the review waits for the proceedings until somebody lifts the hold.

    The day until which it is expected to hold lifts nothing: trials run late.
    """

    proceedings = models.ForeignKey(Proceedings, on_delete=models.PROTECT, related_name="holds")
    what = models.CharField(max_length=11, choices=HeldUp)
    since_on = models.DateField()
    expected_until_on = models.DateField(null=True, blank=True)
    reason = models.TextField(max_length=1000)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    lifted_on = models.DateField(null=True, blank=True)
    lifted_because = models.TextField(max_length=1000, blank=True)
    lifted_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    lifted_at = models.DateTimeField(null=True, blank=True)

    objects = HoldQuerySet.as_manager()

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["proceedings", "what"],
                condition=Q(lifted_on=None),
                name="one_open_hold_of_a_kind",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="hold_has_a_reason"),
            models.CheckConstraint(
                condition=Q(expected_until_on=None) | Q(expected_until_on__gte=F("since_on")),
                name="hold_expected_until_after_since",
            ),
            models.CheckConstraint(
                condition=Q(lifted_on=None) | Q(lifted_on__gte=F("since_on")),
                name="hold_lifted_after_since",
            ),
            models.CheckConstraint(
                condition=Q(lifted_on=None, lifted_because="", lifted_by=None, lifted_at=None)
                | (
                    Q(lifted_on__isnull=False, lifted_by__isnull=False, lifted_at__isnull=False)
                    & ~Q(lifted_because="")
                ),
                name="hold_lifted_by_somebody_because",
            ),
        ]

    def __str__(self) -> str:
        return self.get_what_display()

    @property
    def sentence(self) -> str:
        """Return what is held up, by which proceedings and since when, without the reason."""
        have = "have" if self.what == HeldUp.INTERVIEWS else "has"
        return (
            f"{self} {have} been held up by {self.proceedings.in_a_sentence} since "
            f"{on_paper(self.since_on)}"
        )

    @property
    def because(self) -> str:
        """Return the sentence and the reason, as an extension would give it."""
        return f"{self.sentence}: {self.reason}"


def refuse_while_held(review: "Review", what: HeldUp, field: str) -> None:
    """Raise ValidationError at `field`, naming the proceedings, while they hold this up."""
    held = [
        f"{hold.sentence}. Lift the hold first."
        for hold in Hold.objects.of_review(review).in_force().filter(what=what)
    ]
    if held:
        raise ValidationError({field: held})
