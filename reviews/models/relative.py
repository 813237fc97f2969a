"""The family as the review speaks with it: who they are, and what they agreed to."""

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from boards.govuk.words import on_paper
from boards.models import User
from reviews.models.family import FamilyMember


class Involvement(models.TextChoices):
    UNDECIDED = "undecided", "Not decided yet"
    YES = "yes", "To be involved"
    NO = "no", "Not to be involved"


class Way(models.TextChoices):
    VISIT = "visit", "Visit at home"
    MEETING = "meeting", "Meeting elsewhere"
    TELEPHONE = "telephone", "Telephone"
    LETTER = "letter", "Letter"
    E_MAIL = "e_mail", "E-mail"
    TEXT = "text", "Text message"
    THROUGH = "through", "Through somebody else"


class Relative(models.Model):
    """One of the child's family, or who stands in for it; from the notification or added."""

    review = models.ForeignKey("reviews.Review", on_delete=models.PROTECT, related_name="relatives")
    member = models.ForeignKey(FamilyMember, null=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=120)
    relationship = models.CharField(max_length=80)
    involvement = models.CharField(max_length=9, choices=Involvement, default=Involvement.UNDECIDED)
    not_involved_because = models.TextField(max_length=1000, blank=True)
    way = models.CharField(max_length=9, choices=Way, blank=True)
    way_details = models.CharField(max_length=300, blank=True)
    language = models.CharField(max_length=80, blank=True)
    interpreter = models.CharField(max_length=200, blank=True)
    advocate = models.CharField(max_length=200, blank=True)
    words = models.TextField(max_length=1000, blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["review", "member"], name="notified_relative_once"),
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(relationship=""), name="relative_is_somebody"
            ),
            models.CheckConstraint(
                condition=~Q(involvement="no") | ~Q(not_involved_because=""),
                name="not_involved_with_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.relationship})"

    def consents_now(self) -> "list[Consent]":
        """Return the answer that holds for each thing that they were asked about."""
        return list({each.about: each for each in self.consents.all()}.values())


class ConsentTo(models.TextChoices):
    CONTRIBUTING = "contributing", "Contributing to the review"
    RECORDS = "records", "Their records being shared with the review"
    NAMED = "named", "Being named in the report"


class ConsentAnswer(models.TextChoices):
    AWAITED = "awaited", "Asked, no answer yet"
    GIVEN = "given", "Given"
    REFUSED = "refused", "Refused"
    WITHDRAWN = "withdrawn", "Withdrawn"


class Consent(models.Model):
    """What somebody of the family answered when asked; the newest row on a thing holds."""

    relative = models.ForeignKey(Relative, on_delete=models.PROTECT, related_name="consents")
    about = models.CharField(max_length=12, choices=ConsentTo)
    asked_on = models.DateField()
    answer = models.CharField(max_length=9, choices=ConsentAnswer)
    answered_on = models.DateField(null=True, blank=True)
    note = models.TextField(max_length=1000, blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(answer="awaited", answered_on=None)
                | (~Q(answer="awaited") & Q(answered_on__isnull=False)),
                name="consent_answered_on_a_day",
            ),
            models.CheckConstraint(
                condition=Q(answered_on=None) | Q(answered_on__gte=F("asked_on")),
                name="consent_answered_after_asked",
            ),
        ]

    def __str__(self) -> str:
        day = f" on {on_paper(self.answered_on)}" if self.answered_on else ""
        return f"{self.get_about_display()}: {self.get_answer_display().lower()}{day}"


class FamilyContribution(models.Model):
    """What somebody of the family said to the review, in their own words, and what became of it."""

    class SawDraft(models.TextChoices):
        NOT_YET = "not_yet", "Not yet"
        YES = "yes", "Yes"
        DECLINED = "declined", "They did not wish to"

    relative = models.ForeignKey(Relative, on_delete=models.PROTECT, related_name="contributions")
    on = models.DateField()
    words = models.TextField(max_length=20_000)
    used = models.TextField(max_length=2000, blank=True)
    saw_draft = models.CharField(max_length=8, choices=SawDraft, default=SawDraft.NOT_YET)
    draft_words = models.TextField(max_length=5000, blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(words=""), name="contribution_says_something")
        ]

    def __str__(self) -> str:
        return f"{self.relative}, {on_paper(self.on)}"


class NotInvolved(models.Model):
    """Why the family took no part, as the executive summary will say; the newest row holds."""

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="not_involved"
    )
    reason = models.TextField(max_length=2000)
    on = models.DateField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(reason=""), name="family_left_out_with_a_reason")
        ]

    def __str__(self) -> str:
        return f"Not involved, recorded on {on_paper(self.on)}"
