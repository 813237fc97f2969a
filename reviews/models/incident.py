"""What happened, as it was notified to the board."""

from typing import ClassVar

from django.db import models

from boards.models import Agency, Board, User


class Harm(models.TextChoices):
    DEATH = "death", "A child died"
    SERIOUS_HARM = "serious_harm", "A child was seriously harmed"
    NOT_KNOWN = "not_known", "Not known"


class Answer(models.TextChoices):
    """An answer on a form: "not known" was said, blank was not asked or not answered."""

    YES = "yes", "Yes"
    NO = "no", "No"
    NOT_KNOWN = "not_known", "Not known"


def answer_field() -> models.CharField:
    return models.CharField(max_length=9, choices=Answer, blank=True)


class Likelihood(models.TextChoices):
    CONFIRMED = "confirmed", "Meets the criteria"
    POSSIBLE = "possible", "May meet the criteria"
    NOT_KNOWN = "not_known", "Not known"


class Incident(models.Model):
    """One incident: a death or serious harm, with everything its notification said.

    When it happened, was learned of and was notified are events of the review; `logged_at` is
    when it was entered here.
    """

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="incidents")
    harm = models.CharField(max_length=12, choices=Harm)
    logged_at = models.DateTimeField()
    logged_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    referrer_name = models.CharField(max_length=120, blank=True)
    referrer_role = models.CharField(max_length=120, blank=True)
    referrer_agency = models.CharField(max_length=120, blank=True)
    referrer_contact = models.CharField(max_length=200, blank=True)
    referral_on = models.DateField(null=True, blank=True)
    is_referral_signed = answer_field()

    dates_not_known = models.JSONField(
        default=list, blank=True, help_text="Names of the events whose date nobody knew."
    )
    happened_time = models.CharField(max_length=40, blank=True)
    place = models.CharField(max_length=200, blank=True)
    whereabouts = models.TextField(max_length=2000, blank=True)
    carer = models.CharField(max_length=200, blank=True)
    narrative = models.TextField(max_length=20000, blank=True)

    guidance = models.CharField(max_length=10, blank=True)
    reasons = models.JSONField(default=list, blank=True)
    likelihood = models.CharField(max_length=10, choices=Likelihood, blank=True)
    reason_notes = models.TextField(max_length=5000, blank=True)

    immediate_safeguarding = models.TextField(max_length=5000, blank=True)
    files_secured = answer_field()
    police_investigation = answer_field()
    police_details = models.TextField(max_length=2000, blank=True)
    court_or_inquest = answer_field()
    court_details = models.TextField(max_length=2000, blank=True)
    media_interest = answer_field()
    media_handling = models.TextField(max_length=2000, blank=True)
    is_urgent = models.BooleanField(default=False)

    class Meta:
        ordering = ("-logged_at",)
        indexes: ClassVar = [models.Index(fields=["board", "-logged_at"], name="incident_board")]

    def __str__(self) -> str:
        return f"{self.get_harm_display()} ({self.board})"


class InvolvedProfessional(models.Model):
    """Somebody of an agency named at notification; their agencies become the request list."""

    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="professionals")
    name = models.CharField(max_length=120, blank=True)
    agency = models.ForeignKey(Agency, null=True, blank=True, on_delete=models.PROTECT)
    agency_name = models.CharField(max_length=120, blank=True)
    contact = models.CharField(max_length=200, blank=True)
    is_still_involved = answer_field()

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=~models.Q(agency=None, agency_name=""), name="professional_has_agency"
            )
        ]

    def __str__(self) -> str:
        return self.name or str(self.agency or self.agency_name)


class KeyDate(models.Model):
    """A line of the notification's short chronology, as it was given."""

    incident = models.ForeignKey(Incident, on_delete=models.CASCADE, related_name="key_dates")
    when = models.CharField(max_length=60)
    text = models.CharField(max_length=1000)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.when}: {self.text}"
