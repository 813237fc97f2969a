"""How an agency's report reads against the checklist."""

from collections.abc import Mapping
from datetime import datetime
from typing import ClassVar

from django.db import models, transaction
from django.db.models import Q

from boards.models import User
from reviews import permissions
from reviews.checklist import Item
from reviews.conditions import NotYet
from reviews.models.contribution import Contribution


class Met(models.TextChoices):
    MET = "met", "Met"
    PARTLY = "partly", "Partly met"
    NOT_MET = "not_met", "Not met"


class QualityAnswer(models.Model):
    """The panel's answer to one item for one round, with the item as it was then asked."""

    contribution = models.ForeignKey(
        Contribution, on_delete=models.PROTECT, related_name="quality_answers"
    )
    item = models.SlugField(max_length=40)
    heading = models.CharField(max_length=300)
    answer = models.CharField(max_length=8, choices=Met)
    comment = models.TextField(max_length=2000, blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["contribution", "item"], name="one_quality_answer_an_item"
            ),
            models.CheckConstraint(
                condition=Q(answer=Met.MET) | ~Q(comment=""), name="what_is_lacking_is_said"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.heading}: {self.get_answer_display().lower()}"

    @classmethod
    def keep(
        cls,
        contribution: Contribution,
        answers: Mapping[Item, tuple[str, str]],
        *,
        by: User,
        at: datetime,
    ) -> None:
        """Each item has its (answer, comment). Raises PermissionDenied, NotYet once settled."""
        from reviews.noting import log_about

        review = contribution.commission.review
        permissions.require(by, "assess_contribution", review)
        with transaction.atomic():
            held = Contribution.objects.select_for_update(no_key=True).get(pk=contribution.pk)
            if not held.is_waiting:
                raise NotYet(["This round is settled already, so its checklist stands."])
            for item, (answer, comment) in answers.items():
                cls.objects.update_or_create(
                    contribution=held,
                    item=item.code,
                    defaults={
                        "heading": item.heading,
                        "answer": answer,
                        "comment": comment,
                        "by": by,
                        "at": at,
                    },
                )
            log_about(
                review,
                "assess_contribution",
                f"{held} was read against the checklist.",
                by=by,
                at=at,
            )
