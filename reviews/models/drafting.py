"""The documents of the final set, from the first section to the sign-off. Methods of Review."""

from datetime import date, datetime
from io import BytesIO

from django.core.exceptions import ValidationError
from django.db.models import Exists, Q

from boards.models import User
from reviews.models.case_document import CaseDocument, DocumentVersion
from reviews.models.history import Event
from reviews.models.report import Report, ReportKind
from reviews.models.report_draft import ReportDraft
from reviews.models.report_section import SectionVersion


class Drafting:
    """Each records one fact and returns the news of it, without a full stop."""

    def write_section(
        self, *, by: User, at: datetime, section: SectionVersion, based_on: int
    ) -> str:
        """The section has another version. Raises WrittenMeanwhile when it is not on the last."""
        written = SectionVersion.write(self, section, based_on=based_on, by=by, at=at)
        return f"{written} was saved, version {written.number}"

    def issue_draft(
        self,
        *,
        by: User,
        at: datetime,
        kind: str,
        note: str = "",
        document: DocumentVersion | None = None,
    ) -> str:
        """The report has another numbered draft, of its sections or of a Word document."""
        if document is not None and document.document.review_id != self.pk:
            raise ValidationError("This document is on the file of another review.")
        draft = ReportDraft.issue(self, kind=kind, note=note, document=document, by=by, at=at)
        return f"{draft} was issued"

    def record_report(
        self, *, by: User, at: datetime, draft: ReportDraft, author: str, on: date
    ) -> str:
        """A document of the final set is complete: it is the draft, letter for letter."""
        self._require_settled(draft)
        if draft.reports.exists():
            raise ValidationError(f"{draft} was recorded as complete already.")
        report = Report.objects.create(
            review=self,
            kind=draft.kind,
            version=self.reports.filter(kind=draft.kind).count() + 1,
            draft=draft,
            sha256=draft.sha256,
            author=author,
            completed_on=on,
            by=by,
            at=at,
        )
        self._file_completed(draft, by=by, at=at)
        if draft.kind == ReportKind.OVERVIEW:
            Event.record(self, "overview_completed", on, by=by, at=at)
        return f"{report} was completed"

    def _file_completed(self, draft: ReportDraft, *, by: User, at: datetime) -> None:
        """What was completed is on file, as a document that the board can be given."""
        if draft.document is not None:
            return
        from reviews.word.drafts import pdf_of

        CaseDocument.file_next(
            self,
            BytesIO(pdf_of(draft)),
            kind=draft.kind,
            agency=None,
            name=f"{self.reference}-{draft.kind}-{draft.number}.pdf",
            media_type="application/pdf",
            by=by,
            at=at,
        )

    def sign_off_report(self, *, by: User, at: datetime, report: Report) -> str:
        """The panel chair stands behind a complete report."""
        if report.review_id != self.pk:
            raise ValidationError("This report is of another review.")
        if report.signed_off_at is not None:
            raise ValidationError(f"{report} was signed off already.")
        if report != self.reports.filter(kind=report.kind).last():
            raise ValidationError("A later version is complete: sign that one off.")
        self._require_settled(report.draft)
        report.sign_off(by=by, at=at)
        return f"{report} was signed off"

    def was_written_by(self, user: User) -> bool:
        """Return whether any word of the reports is theirs."""
        theirs = (self.reports, self.section_versions, self.report_drafts)
        wrote = Q(*(Exists(rows.filter(by=user)) for rows in theirs), _connector=Q.OR)
        return type(self).objects.filter(wrote, pk=self.pk).exists()

    def _require_settled(self, draft: ReportDraft | None) -> None:
        """Refuse a draft that is not the last, and any whose kind is still being commented on."""
        if draft is None:
            return
        if draft.review_id != self.pk:
            raise ValidationError("This draft is of another review.")
        if draft != self.report_drafts.filter(kind=draft.kind).last():
            raise ValidationError("A later draft was issued: complete and sign off that one.")
        still_open = self.report_drafts.filter(
            kind=draft.kind, round__isnull=False, round__closed_at=None
        ).first()
        if still_open is not None:
            raise ValidationError(f"Close the comments on draft {still_open.number} first.")
