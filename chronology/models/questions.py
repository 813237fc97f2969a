"""What entries are read for: the key questions of the terms of reference, and themes."""

from typing import ClassVar

from django.db import models

from reviews.models import Review
from reviews.models.terms_rows import LONGEST_QUESTION


class KeyQuestion(models.Model):
    """A question of the terms of reference, to which entries are linked."""

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="key_questions")
    number = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=LONGEST_QUESTION)

    class Meta:
        ordering = ("review", "number")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["review", "number"], name="one_question_a_number")
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.text}"

    @classmethod
    def of(cls, review: Review) -> "list[KeyQuestion]":
        """Return the questions of the latest terms of reference, then older ones still linked to.

        A question keeps its number and its links for as long as its words stay the same.
        """
        terms = review.terms.agreed().last()
        asked = terms.key_questions if terms else []
        kept = {question.text: question for question in review.key_questions.all()}
        number = max((question.number for question in kept.values()), default=0)
        new = [text for text in asked if text not in kept]
        if new:
            cls.objects.bulk_create(
                [cls(review=review, number=number + n, text=text) for n, text in enumerate(new, 1)],
                ignore_conflicts=True,  # somebody else opened the page at the same time
            )
            kept = {question.text: question for question in review.key_questions.all()}
        older = [text for text in kept if text not in asked]
        linked = set(
            cls.entries.through.objects.filter(keyquestion__in=[kept[text].pk for text in older])
            .values_list("keyquestion", flat=True)
            .distinct()
            if older
            else ()
        )
        return [
            *(kept[text] for text in asked if text in kept),
            *(kept[text] for text in older if kept[text].pk in linked),
        ]


class Theme(models.Model):
    """What a run of entries is about, in the panel's own words.

    Not what the review as a whole shows: that is said in code, as a `ShownTheme`, so that reviews
    can be counted by it. These are offered there as a starting point.
    """

    review = models.ForeignKey(Review, on_delete=models.PROTECT, related_name="themes")
    name = models.CharField(max_length=80)

    class Meta:
        ordering = ("review", "name")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["review", "name"], name="one_theme_of_a_name")
        ]

    def __str__(self) -> str:
        return self.name
