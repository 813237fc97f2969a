"""What terms of reference are made of: questions, agencies, days, and who agreed them."""

from typing import ClassVar

from django.db import models
from django.db.models import Q

from boards.models import Agency, User
from reviews.statutory import PANEL, STEPS, Milestone, milestone_name

LONGEST_QUESTION = 1000  # characters


class MilestoneKind(models.TextChoices):
    PANEL = PANEL, "Panel meeting"
    CHRONOLOGIES = "chronologies", STEPS["chronologies"]
    IMRS = "imrs", STEPS["imrs"]
    FIRST_DRAFT = "first_draft", STEPS["first_draft"]
    ACCURACY = "accuracy", STEPS["accuracy"]
    FINAL_DRAFT = "final_draft", STEPS["final_draft"]
    BOARD = "board", STEPS["board"]
    SUBMISSION = "submission", STEPS["submission"]


class TermsQuestion(models.Model):
    """A key question, at its place in the order."""

    terms = models.ForeignKey(
        "reviews.TermsOfReference", on_delete=models.PROTECT, related_name="questions"
    )
    number = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=LONGEST_QUESTION)

    class Meta:
        ordering = ("number",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["terms", "number"], name="one_terms_question_a_place"),
            models.UniqueConstraint(fields=["terms", "text"], name="terms_ask_a_question_once"),
            models.CheckConstraint(condition=~Q(text=""), name="terms_question_says_something"),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.text}"


class TermsAgency(models.Model):
    """Whether the review asks an agency, and why; undecided only in a draft."""

    terms = models.ForeignKey(
        "reviews.TermsOfReference", on_delete=models.PROTECT, related_name="agencies"
    )
    agency = models.ForeignKey(Agency, on_delete=models.PROTECT, related_name="+")
    is_asked = models.BooleanField(null=True)
    reason = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ("agency__name",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["terms", "agency"], name="one_terms_line_an_agency")
        ]

    def __str__(self) -> str:
        return f"{self.agency}: {self.answer.lower()}"

    @property
    def answer(self) -> str:
        return {True: "Asked", False: "Left out", None: "Not decided"}[self.is_asked]

    @property
    def is_settled(self) -> bool:
        return self.is_asked is not None and bool(self.reason)


class TermsMilestone(models.Model):
    """A step of the review's timetable, and its day."""

    terms = models.ForeignKey(
        "reviews.TermsOfReference", on_delete=models.PROTECT, related_name="milestones"
    )
    kind = models.CharField(max_length=16, choices=MilestoneKind)
    number = models.PositiveSmallIntegerField(default=1)
    on = models.DateField()

    class Meta:
        ordering = ("on", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["terms", "kind", "number"], name="one_terms_day_a_milestone"
            )
        ]

    def __str__(self) -> str:
        return milestone_name(self.kind, self.number)

    @property
    def plainly(self) -> Milestone:
        return Milestone(self.kind, self.on, self.number)


class TermsAgreement(models.Model):
    """Somebody who agreed the terms, as they were named on that day."""

    terms = models.ForeignKey(
        "reviews.TermsOfReference", on_delete=models.PROTECT, related_name="agreements"
    )
    name = models.CharField(max_length=120)
    role = models.CharField(max_length=160)

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["terms", "name", "role"], name="terms_agreed_once")
        ]

    def __str__(self) -> str:
        return ", ".join(filter(None, [self.name, self.role]))


class TermsSaving(models.Model):
    """A part of a draft was saved; `number` counts the savings of that part."""

    terms = models.ForeignKey(
        "reviews.TermsOfReference", on_delete=models.PROTECT, related_name="savings"
    )
    part = models.SlugField(max_length=20)
    number = models.PositiveIntegerField()
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["terms", "part", "number"], name="one_terms_saving_a_number"
            )
        ]

    def __str__(self) -> str:
        return f"{self.part}, saving {self.number}"
