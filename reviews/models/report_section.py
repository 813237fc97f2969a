"""What a section of a report said at each saving."""

from datetime import datetime
from typing import TYPE_CHECKING, ClassVar, Self

from django.db import models
from django.db.models import F, OuterRef, Subquery

from boards.models import User
from reviews.models.report import ReportKind
from reviews.report_headings import Heading, heading_of

if TYPE_CHECKING:
    from reviews.models.review import Review


class WrittenMeanwhile(Exception):
    """Somebody else saved the section since it was opened; `theirs` is what it says now."""

    def __init__(self, theirs: "SectionVersion") -> None:
        super().__init__(f"{theirs} was saved meanwhile.")
        self.theirs = theirs


class SectionVersionQuerySet(models.QuerySet["SectionVersion"]):
    def latest_of_each(self) -> Self:
        """Keep the last version of every section."""
        same = SectionVersion.objects.filter(
            review=OuterRef("review"), kind=OuterRef("kind"), heading=OuterRef("heading")
        )
        last = same.order_by("-number").values("number")[:1]
        return self.annotate(last=Subquery(last)).filter(number=F("last"))


class SectionVersion(models.Model):
    """One saving of a section; it never changes, and the next one does not replace it."""

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="section_versions"
    )
    kind = models.CharField(max_length=12, choices=ReportKind)
    heading = models.CharField(max_length=30)
    number = models.PositiveIntegerField()
    said = models.JSONField(default=dict, help_text="The text of each box of the section.")
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = SectionVersionQuerySet.as_manager()

    class Meta:
        ordering = ("kind", "heading", "number")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["review", "kind", "heading", "number"], name="one_section_version"
            ),
        ]

    def __str__(self) -> str:
        return f"“{self.section.title}” of the {self.get_kind_display().lower()}"

    @property
    def section(self) -> Heading:
        found = heading_of(self.kind, self.heading)
        if found is None:
            raise LookupError(f"{self.kind} has no section {self.heading}")
        return found

    @property
    def lines(self) -> list[tuple[str, str]]:
        return self.section.lines(self.said)

    @property
    def words(self) -> str:
        """Return all of it as one text."""
        return "\n\n".join(f"{label}: {text}" if label else text for label, text in self.lines)

    @classmethod
    def write(
        cls, review: "Review", section: "SectionVersion", *, based_on: int, by: User, at: datetime
    ) -> "SectionVersion":
        """The section has another version, written on version `based_on` (0: on nothing).

        The same text again is the same version. Raises WrittenMeanwhile. The review is locked.
        """
        last = review.section_versions.filter(kind=section.kind, heading=section.heading).last()
        if last is not None and last.said == section.said:
            return last
        if last is not None and last.number != based_on:
            raise WrittenMeanwhile(last)
        section.review, section.by, section.at = review, by, at
        section.number = last.number + 1 if last else 1
        section.save(force_insert=True)
        return section
