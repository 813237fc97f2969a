"""The documents of the final set. Methods of Review."""

from datetime import date, datetime

from boards.models import User
from reviews.models.history import Event
from reviews.models.report import Report, ReportKind


class Drafting:
    """Each records one fact and returns the news of it, without a full stop."""

    def record_report(self, *, by: User, at: datetime, kind: str, author: str, on: date) -> str:
        """A document of the final set is complete."""
        version = self.reports.filter(kind=kind).count() + 1
        report = Report.objects.create(
            review=self, kind=kind, version=version, author=author, completed_on=on, by=by, at=at
        )
        if kind == ReportKind.OVERVIEW:
            Event.record(self, "overview_completed", on, by=by, at=at)
        return f"{report} was completed"
