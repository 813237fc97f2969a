"""What is filed on a review: each document with its versions, none of them ever overwritten."""

from datetime import datetime
from typing import IO, TYPE_CHECKING, ClassVar, Self

from django.db import models, transaction
from django.db.models import Q

from boards.models import Agency, User
from boards.roles import AgencyAuthor
from records.models import Document
from records.scanning import ScanState

if TYPE_CHECKING:
    from reviews.models.release_copy import ReleaseCopy
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


class CaseDocumentQuerySet(models.QuerySet["CaseDocument"]):
    def visible_to(self, user: User) -> Self:
        """Keep those on files the user opens, and those of an agency they write for or lead."""
        from reviews.models.review import Review
        from reviews.permissions import READS

        boards = user.boards_seen_as(*READS["documents"])
        reviews = Review.objects.visible_to(user).filter(board__in=boards)
        return self.filter(Q(review__in=reviews) | Q(agency__in=agencies_of(user)))


def agencies_of(user: User) -> list[int | None]:
    """Return the agencies that the user writes for or leads."""
    seats = [seat.agency_id for seat in user.seats() if seat.role == AgencyAuthor.slug]
    return [*user.led_agencies(), *seats]


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

    objects = CaseDocumentQuerySet.as_manager()

    class Meta:
        ordering = ("kind", "id")

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return f"/documents/{self.pk}/"

    @property
    def logged_as(self) -> str:
        return f"document {self.pk}"

    @classmethod
    def file(
        cls,
        review: "Review",
        content: IO[bytes],
        *,
        kind: str,
        title: str,
        by: User,
        at: datetime,
        name: str = "",
        media_type: str = "",
        agency: Agency | None = None,
    ) -> "DocumentVersion":
        """The document is on the file of the review, with its first version.

        `content` is what a DocumentField yielded, which brings its name and media type with it, or
        any open file, which is named here.
        """
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
        by: User,
        at: datetime,
        name: str = "",
        media_type: str = "",
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
        by: User,
        at: datetime,
        name: str = "",
        media_type: str = "",
        note: str = "",
    ) -> "DocumentVersion":
        """The document has another version; the earlier ones stay readable."""
        with transaction.atomic():
            kept = Document.keep(
                content, name=name, media_type=media_type, board=self.review.board_id, by=by, at=at
            )
            return self.add_kept(kept, by=by, at=at, note=note)

    def add_kept(
        self, kept: Document, *, by: User, at: datetime, note: str = ""
    ) -> "DocumentVersion":
        """What was kept already is the document's next version."""
        with transaction.atomic():
            CaseDocument.objects.select_for_update(no_key=True).get(pk=self.pk)
            return DocumentVersion.objects.create(
                document=self, number=self.versions.count() + 1, file=kept, note=note, by=by, at=at
            )

    @property
    def latest(self) -> "DocumentVersion":
        """The newest version that is kept; where malware was found in each, the newest."""
        newest_first = self.versions.select_related("file").order_by("-number")
        return newest_first.exclude(file__scan=ScanState.INFECTED).first() or newest_first[0]

    def release_copies(self) -> "models.QuerySet[ReleaseCopy]":
        """Return the copies made of any of its versions, with the people and the files."""
        from reviews.models.release_copy import ReleaseCopy

        made = ReleaseCopy.objects.filter(source__document=self)
        return made.select_related("source", "file", "by", "checked_by")


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

    @property
    def logged_as(self) -> str:
        return f"{self.document.logged_as}, version {self.number}"
