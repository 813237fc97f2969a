"""What is filed on a review, and what of it leaves the board. Methods of Review."""

from datetime import date, datetime
from typing import IO

from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from boards.models import Agency, User
from records.models import Document
from reviews.models.case_document import CaseDocument, DocumentKind, DocumentVersion
from reviews.models.commission import Commission
from reviews.models.name_scan import NameScan
from reviews.models.release_copy import ReleaseCopy


class Filing:
    """Each records one fact and returns the news of it, without a full stop.

    `content` is what a DocumentField yielded. No title is in the news: it may name somebody.
    """

    def file_document(
        self,
        *,
        by: User,
        at: datetime,
        content: IO[bytes],
        kind: str,
        title: str,
        agency: Agency | None = None,
    ) -> str:
        """The document is on the file, with its first version."""
        CaseDocument.file(self, content, kind=kind, title=title, agency=agency, by=by, at=at)
        return f"A document was filed: {DocumentKind(kind).label.lower()}"

    def send_document(
        self,
        *,
        by: User,
        at: datetime,
        commission: Commission,
        content: IO[bytes],
        kind: str,
        title: str,
    ) -> str:
        """An agency has sent a document, which it sees and no other agency does."""
        if commission.review_id != self.pk:
            raise ValidationError("This was asked for in another review.")
        if not Commission.objects.visible_to(by).filter(pk=commission.pk).exists():
            raise PermissionDenied("An agency sends documents of its own.")
        agency = commission.agency
        CaseDocument.file(self, content, kind=kind, title=title, agency=agency, by=by, at=at)
        return f"{agency} sent a document: {DocumentKind(kind).label.lower()}"

    def add_document_version(
        self,
        *,
        by: User,
        at: datetime,
        document: CaseDocument,
        content: IO[bytes],
        note: str = "",
    ) -> str:
        """The document has another version; the earlier ones stay readable."""
        if not CaseDocument.objects.visible_to(by).filter(pk=document.pk, review=self).exists():
            raise PermissionDenied("This document is not yours to change.")
        version = document.add_version(content, note=note, by=by, at=at)
        return f"Version {version.number} of document {document.pk} was filed"

    def make_release_copy(
        self,
        *,
        by: User,
        at: datetime,
        version: DocumentVersion,
        content: IO[bytes],
        recipient: str,
        reason: str,
        expires_on: date,
        is_for_publication: bool = False,
    ) -> str:
        """A redacted copy is kept beside its source, and waits for a second person.

        Names are looked for at once in one that is for publication.
        """
        if version.document.review_id != self.pk:
            raise ValidationError("This document is of another review.")
        if expires_on < timezone.localdate(at):
            raise ValidationError({"expires_on": "The last day must be today or later."})
        if getattr(content, "sha256", None) == version.file.sha256:
            raise ValidationError(
                {"content": "This is the document itself: choose the redacted copy of it."}
            )
        kept = Document.keep(content, board=self.board_id, by=by, at=at)
        copy = ReleaseCopy.objects.create(
            source=version,
            is_for_publication=is_for_publication,
            file=kept,
            recipient=recipient,
            reason=reason,
            expires_on=expires_on,
            by=by,
            at=at,
        )
        if is_for_publication:
            NameScan.looked(copy, by=by, at=at).save()
        return f"A release copy of document {version.document_id} was made"

    def check_release_copy(self, *, by: User, at: datetime, copy: ReleaseCopy) -> str:
        """A second person has read the copy against its source: it may go out."""
        if copy.source.document.review_id != self.pk:
            raise ValidationError("This copy is of another review.")
        copy.check_by(by, at=at)
        return f"The release copy {copy.pk} of document {copy.source.document_id} was checked"
