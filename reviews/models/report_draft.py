"""A draft that was issued: what every section said, frozen under a number."""

import hashlib
import json
from datetime import datetime
from typing import TYPE_CHECKING, ClassVar

from django.core.exceptions import ValidationError
from django.db import models

from boards.models import User
from reviews.models.case_document import DocumentVersion
from reviews.models.report import ReportKind
from reviews.models.report_section import SectionVersion
from reviews.report_headings import Heading, headings_of

if TYPE_CHECKING:
    from reviews.models.review import Review


class ReportDraft(models.Model):
    """Draft N of a report: the sections as they stood, or the Word document that came."""

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="report_drafts"
    )
    kind = models.CharField(max_length=12, choices=ReportKind)
    number = models.PositiveSmallIntegerField()
    sections = models.ManyToManyField(SectionVersion, related_name="drafts")
    document = models.OneToOneField(
        DocumentVersion, null=True, blank=True, on_delete=models.PROTECT, related_name="draft"
    )
    sha256 = models.CharField(max_length=64)
    note = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("kind", "number")
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["review", "kind", "number"], name="one_report_draft"),
            models.CheckConstraint(
                condition=~models.Q(sha256=""), name="report_draft_has_a_checksum"
            ),
        ]

    def __str__(self) -> str:
        return f"Draft {self.number} of the {self.get_kind_display().lower()}"

    @classmethod
    def issue(
        cls,
        review: "Review",
        *,
        kind: str,
        note: str,
        by: User,
        at: datetime,
        document: DocumentVersion | None = None,
    ) -> "ReportDraft":
        """What the sections say now is frozen under the next number, or `document` stands for it.

        Raises ValidationError when nothing was written, or nothing since the last draft.
        """
        latest = review.section_versions.filter(kind=kind).latest_of_each()
        sections = [] if document else [each for each in latest if each.lines]
        if not sections and document is None:
            raise ValidationError("Write at least one section before a draft is issued.")
        sha256 = document.file.sha256 if document else checksum(sections)
        last = review.report_drafts.filter(kind=kind).last()
        if last is not None and last.sha256 == sha256:
            raise ValidationError(f"Nothing has changed since draft {last.number} was issued.")
        draft = cls.objects.create(
            review=review,
            kind=kind,
            number=last.number + 1 if last else 1,
            document=document,
            sha256=sha256,
            note=note,
            by=by,
            at=at,
        )
        draft.sections.set(sections)
        return draft

    @property
    def is_open_for_comments(self) -> bool:
        return hasattr(self, "round") and self.round.is_open

    def written(self) -> list[tuple[Heading, SectionVersion]]:
        """Return the sections that say something, in the order of the report."""
        by_slug = {version.heading: version for version in self.sections.select_related("by")}
        headings = headings_of(self.kind, by_slug)
        return [(each, by_slug[each.slug]) for each in headings if each.slug in by_slug]


def checksum(sections: list[SectionVersion]) -> str:
    """Return the SHA-256 of what the sections say, whatever order they come in."""
    said = {version.heading: version.said for version in sections}
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()
