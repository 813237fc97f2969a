"""What the board asks an agency about what it returned, and what the agency answers."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from typing import TYPE_CHECKING, ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import F, Q
from django.utils import timezone

from boards.govuk.words import on_paper
from boards.models import User
from reviews import permissions
from reviews.conditions import NotYet
from reviews.models.commission import Commission

if TYPE_CHECKING:
    from reviews.models.review import Review


class AgencyQuestionQuerySet(models.QuerySet["AgencyQuestion"]):
    def open(self) -> Self:
        return self.filter(answered_at=None)

    def overdue(self, on: date) -> Self:
        """Keep those without an answer whose day has passed; due today is not overdue."""
        return self.open().filter(due_on__lt=on)


class AgencyQuestion(models.Model):
    """A question within a commission, wanted by a day; the answer is said once and stands."""

    commission = models.ForeignKey(Commission, on_delete=models.PROTECT, related_name="questions")
    number = models.PositiveSmallIntegerField()
    text = models.TextField(max_length=5000)
    due_on = models.DateField()
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    answer = models.TextField(max_length=10000, blank=True)
    answered_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True)

    objects = AgencyQuestionQuerySet.as_manager()

    class Meta:
        ordering = ("commission", "number")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["commission", "number"], name="one_agency_question_a_number"
            ),
            models.CheckConstraint(condition=~Q(text=""), name="agency_question_asks"),
            models.CheckConstraint(
                condition=Q(answered_at=None, answered_by=None, answer="")
                | (Q(answered_at__isnull=False, answered_by__isnull=False) & ~Q(answer="")),
                name="answered_by_somebody_in_words",
            ),
            models.CheckConstraint(
                condition=Q(answered_at=None) | Q(answered_at__gte=F("asked_at")),
                name="answered_after_asked",
            ),
        ]

    def __str__(self) -> str:
        return f"Question {self.number} on {self.commission}"

    @classmethod
    def ask(
        cls, commission: Commission, *, text: str, due_on: date, by: User, at: datetime
    ) -> "AgencyQuestion":
        """The agency is asked. Raises PermissionDenied, NotYet, ValidationError."""
        review = commission.review
        permissions.require(by, "ask_agency", review)
        review.require_room_for("ask_agency")
        if due_on < timezone.localdate(at):
            raise ValidationError({"due_on": "The day of the answer must be today or later."})
        with transaction.atomic(), _beside_the_clock(review):
            held = Commission.objects.select_for_update(no_key=True).get(pk=commission.pk)
            asked = cls.objects.create(
                commission=held,
                number=held.questions.count() + 1,
                text=text,
                due_on=due_on,
                asked_by=by,
                asked_at=at,
            )
            sentence = f"{asked} was asked, to be answered by {on_paper(due_on)}."
            asked._note("ask_agency", sentence, by, at)
        return asked

    def settle(self, *, answer: str, by: User, at: datetime) -> None:
        """The agency has answered. Raises PermissionDenied, NotYet when it had already."""
        permissions.require_of_agency(by, "answer_question", self.commission)
        with transaction.atomic(), _beside_the_clock(self.commission.review):
            held = AgencyQuestion.objects.select_for_update(no_key=True).get(pk=self.pk)
            if held.answered_at:
                raise NotYet([f"{held.answered_by} answered this already."])
            held.answer, held.answered_by, held.answered_at = answer, by, at
            held.save(update_fields=["answer", "answered_by", "answered_at"])
            held._note("answer_question", f"{held} was answered.", by, at)

    def _note(self, verb: str, sentence: str, by: User, at: datetime) -> None:
        from reviews.noting import log_about

        log_about(
            self.commission.review, verb, sentence, by=by, at=at, agency=self.commission.agency_id
        )


@contextmanager
def _beside_the_clock(review: "Review") -> Iterator[None]:
    """The review stands still meanwhile, and what the block writes is in its deadlines."""
    from reviews.models.clock import bring_up_to_date
    from reviews.models.review import Review

    held = Review.objects.select_for_update().get(pk=review.pk)
    yield
    bring_up_to_date(held)
