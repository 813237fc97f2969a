"""What is filed on a review: each document with its versions, none of them ever overwritten."""

from datetime import datetime
from typing import IO, TYPE_CHECKING, ClassVar

from django.db import models, transaction

from boards.models import Agency, User
from records.models import Document

if TYPE_CHECKING:
    from reviews.models.review import Review


class DocumentKind(models.TextChoices):
    TERMS = "terms", "Terms of reference"
    IMR = "imr", "Individual management review"
    HEALTH_OVERVIEW = "health_overview", "Health overview report"
    PAPER = "paper", "Paper for a meeting"
    MINUTES = "minutes", "Minutes"
    OVERVIEW = "overview", "Overview report"
    SUMMARY = "summary", "Executive summary"
    ACTION_PLAN = "action_plan", "Action plan"
    CHRONOLOGY = "chronology", "Integrated chronology"
    LETTER = "letter", "Letter"
    OTHER = "other", "Other document"


class CaseDocument(models.Model):
    """A document of the case; what it says stands in its versions."""

    review = models.ForeignKey("reviews.Review", on_delete=models.PROTECT, related_name="documents")
    kind = models.CharField(max_length=16, choices=DocumentKind)
    title = models.CharField(max_length=200)
    agency = models.ForeignKey(
        Agency, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("kind", "id")

    def __str__(self) -> str:
        return self.title

    @classmethod
    def file(
        cls,
        review: "Review",
        content: IO[bytes],
        *,
        kind: str,
        title: str,
        name: str,
        media_type: str,
        by: User,
        at: datetime,
        agency: Agency | None = None,
    ) -> "DocumentVersion":
        """The document is on the file of the review, with its first version."""
        with transaction.atomic():
            filed = cls.objects.create(
                review=review, kind=kind, title=title, agency=agency, by=by, at=at
            )
            return filed.add_version(content, name=name, media_type=media_type, by=by, at=at)

    @classmethod
    def file_next(
        cls,
        review: "Review",
        content: IO[bytes],
        *,
        kind: str,
        agency: Agency | None,
        name: str,
        media_type: str,
        by: User,
        at: datetime,
    ) -> "DocumentVersion":
        """The content is the newest version of the review's document of this kind and agency."""
        facts = {"name": name, "media_type": media_type, "by": by, "at": at}
        before = review.documents.filter(kind=kind, agency=agency).order_by("-id").first()
        if before:
            return before.add_version(content, **facts)
        title = DocumentKind(kind).label
        return cls.file(review, content, kind=kind, title=title, agency=agency, **facts)

    def add_version(
        self,
        content: IO[bytes],
        *,
        name: str,
        media_type: str,
        by: User,
        at: datetime,
        note: str = "",
    ) -> "DocumentVersion":
        """The document has another version; the earlier ones stay readable."""
        with transaction.atomic():
            CaseDocument.objects.select_for_update(no_key=True).get(pk=self.pk)
            kept = Document.keep(
                content, name=name, media_type=media_type, board=self.review.board_id, by=by, at=at
            )
            return DocumentVersion.objects.create(
                document=self, number=self.versions.count() + 1, file=kept, note=note, by=by, at=at
            )

    @property
    def latest(self) -> "DocumentVersion":
        return self.versions.order_by("-number")[0]


class DocumentVersion(models.Model):
    """What the document said from a day on: a kept file with its checksum."""

    document = models.ForeignKey(CaseDocument, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    file = models.OneToOneField(Document, on_delete=models.PROTECT, related_name="+")
    note = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ("number",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["document", "number"], name="one_document_version")
        ]

    def __str__(self) -> str:
        return f"{self.document}, version {self.number}"
