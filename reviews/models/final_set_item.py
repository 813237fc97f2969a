"""What is in a final set: versions of documents, each with the checksum that it had."""

import hashlib
from collections.abc import Iterable
from typing import TYPE_CHECKING, ClassVar

from django.db import models
from django.db.models import Q

from boards.models import Agency
from records.sealing import Tampered
from reviews.models.case_document import CaseDocument, DocumentKind, DocumentVersion

if TYPE_CHECKING:
    from reviews.models.review import Review


class FinalSetItem(models.Model):
    """One document of a set, as it was on the day: its version, size and checksum."""

    final_set = models.ForeignKey(
        "reviews.FinalSet", on_delete=models.PROTECT, related_name="items"
    )
    position = models.PositiveSmallIntegerField()
    version = models.ForeignKey(DocumentVersion, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=16, choices=DocumentKind)
    title = models.CharField(max_length=200)
    agency = models.ForeignKey(Agency, null=True, on_delete=models.PROTECT, related_name="+")
    agency_name = models.CharField(max_length=200, blank=True)
    number = models.PositiveSmallIntegerField()
    sha256 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    reason = models.TextField(max_length=5000, blank=True)

    class Meta:
        ordering = ("position",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["final_set", "position"], name="one_final_set_item_a_position"
            ),
            models.UniqueConstraint(
                fields=["final_set", "version"], name="a_version_once_in_a_final_set"
            ),
            models.CheckConstraint(condition=~Q(sha256=""), name="final_set_item_has_a_checksum"),
        ]

    def __str__(self) -> str:
        return self.label

    @classmethod
    def of(cls, version: DocumentVersion, position: int) -> "FinalSetItem":
        """Return the item that freezes the version; it is not saved."""
        document = version.document
        return cls(
            position=position,
            version=version,
            kind=document.kind,
            title=document.title,
            agency=document.agency,
            agency_name=document.agency.name if document.agency else "",
            number=version.number,
            sha256=version.file.sha256,
            size=version.file.size,
        )

    @property
    def label(self) -> str:
        """Return what it is, without its title, which somebody typed."""
        return ", ".join(filter(None, [self.get_kind_display(), self.agency_name]))

    @property
    def subject(self) -> tuple[str, int | None]:
        """Return what it is about: two versions of one document have the same."""
        return self.kind, self.agency_id

    def is_untouched(self) -> bool:
        """Return whether the kept content still has the checksum that was frozen."""
        digest = hashlib.sha256()
        try:
            for chunk in self.version.file.chunks():
                digest.update(chunk)
        except (Tampered, OSError):
            return False
        return digest.hexdigest() == self.sha256


# In the order in which a set is read. IMRs and health overviews come once for each agency.
IN_A_SET: tuple[DocumentKind, ...] = (
    DocumentKind.OVERVIEW,
    DocumentKind.SUMMARY,
    DocumentKind.ACTION_PLAN,
    DocumentKind.HEALTH_OVERVIEW,
    DocumentKind.IMR,
    DocumentKind.CHRONOLOGY,
    DocumentKind.TERMS,
)
OF_AN_AGENCY = frozenset({DocumentKind.HEALTH_OVERVIEW, DocumentKind.IMR})


def versions_for(review: "Review") -> list[DocumentVersion]:
    """Return the newest version of each document that belongs in a set, in its order."""
    filed = DocumentVersion.objects.filter(
        document__review=review, document__kind__in=IN_A_SET
    ).select_related("document__agency", "file")
    newest = {_subject(version.document): version for version in filed.order_by("at", "id")}
    return sorted(newest.values(), key=_place)


def newest_items(review: "Review") -> list[FinalSetItem]:
    """Return the items of a set that would be frozen now; they are not saved."""
    return [
        FinalSetItem.of(version, position)
        for position, version in enumerate(versions_for(review), 1)
    ]


def _subject(document: CaseDocument) -> tuple[str, str]:
    """Return what a document is about: of two with the same, the newer version counts."""
    if document.kind not in OF_AN_AGENCY:
        return document.kind, ""
    of = f"agency {document.agency_id}" if document.agency_id else f"document {document.pk}"
    return document.kind, of


def _place(version: DocumentVersion) -> tuple[int, str, int]:
    document = version.document
    agency = document.agency.name if document.agency else ""
    return IN_A_SET.index(DocumentKind(document.kind)), agency, version.pk


def digest_of(items: Iterable[FinalSetItem]) -> str:
    """Return the SHA-256 over kind, agency, size and checksum of each item, in order."""
    lines = (
        f"{item.position}\t{item.kind}\t{item.agency_name}\t{item.size}\t{item.sha256}\n"
        for item in items
    )
    return hashlib.sha256("".join(lines).encode()).hexdigest()
