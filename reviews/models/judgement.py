"""What Ofsted's letter says of each part of a review. Written once, with the grade of the whole."""

from dataclasses import dataclass
from typing import ClassVar

from django.db import models
from django.db.models import Q

from boards.models import Agency
from reviews.models.case_document import DocumentKind
from reviews.models.evaluation import Evaluation, Grade

# What of a set has a grade of its own, in the order in which it is read.
GRADED: tuple[DocumentKind, ...] = (
    DocumentKind.OVERVIEW,
    DocumentKind.SUMMARY,
    DocumentKind.ACTION_PLAN,
    DocumentKind.HEALTH_OVERVIEW,
    DocumentKind.IMR,
)
OF_EVERY_SET = GRADED[:3]


class HeadingJudgement(models.Model):
    """The grade that the letter gives under one heading, and what it says there."""

    evaluation = models.ForeignKey(Evaluation, on_delete=models.PROTECT, related_name="headings")
    heading = models.CharField(max_length=30)
    grade = models.CharField(max_length=12, choices=Grade)
    narrative = models.TextField(max_length=10_000)

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["evaluation", "heading"], name="one_judgement_a_heading"
            ),
            models.CheckConstraint(
                condition=Q(grade__in=Grade.values) & ~Q(narrative=""),
                name="judgement_has_grade_and_narrative",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.heading}: {self.get_grade_display()}"


class ElementGrade(models.Model):
    """The grade of one document of the set, where the letter gives it."""

    evaluation = models.ForeignKey(Evaluation, on_delete=models.PROTECT, related_name="elements")
    kind = models.CharField(max_length=16, choices=[(each.value, each.label) for each in GRADED])
    position = models.PositiveSmallIntegerField(
        default=0, help_text="Its place in the set; 0 where the set is older than the portal."
    )
    agency = models.ForeignKey(
        Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    agency_name = models.CharField(max_length=200, blank=True)
    grade = models.CharField(max_length=12, choices=Grade)

    class Meta:
        ordering = ("id",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["evaluation", "kind", "position"], name="one_grade_an_element"
            ),
            models.CheckConstraint(
                condition=Q(grade__in=Grade.values, kind__in=[each.value for each in GRADED]),
                name="element_and_grade_are_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.label}: {self.get_grade_display()}"

    @property
    def key(self) -> str:
        """Return the key of the element that it grades."""
        return f"{self.kind}_{self.position}"

    @property
    def label(self) -> str:
        return ", ".join(filter(None, [self.get_kind_display(), self.agency_name]))


@dataclass(frozen=True)
class Element:
    """A document of the submitted set that the letter may grade."""

    kind: DocumentKind
    position: int = 0
    agency_id: int | None = None
    agency_name: str = ""

    @property
    def key(self) -> str:
        return f"{self.kind}_{self.position}"

    @property
    def label(self) -> str:
        return ", ".join(filter(None, [self.kind.label, self.agency_name]))


def elements_of(evaluation: Evaluation) -> list[Element]:
    """Return what the letter may grade: of a set older than the portal, its three reports."""
    if evaluation.final_set is None:
        return [Element(kind) for kind in OF_EVERY_SET]
    items = [item for item in evaluation.final_set.items.all() if item.kind in GRADED]
    items.sort(key=lambda item: (GRADED.index(DocumentKind(item.kind)), item.position))
    return [
        Element(DocumentKind(each.kind), each.position, each.agency_id, each.agency_name)
        for each in items
    ]
