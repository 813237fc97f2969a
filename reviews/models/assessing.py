"""What the board expects an evaluation to say. Methods of Review."""

from datetime import date, datetime

from boards.models import User
from reviews.models.readiness import HeadingGrade, Readiness


class Assessing:
    """Each records one fact and returns the news of it, without a full stop."""

    def assess_readiness(
        self,
        *,
        by: User,
        at: datetime,
        on: date,
        grade: str,
        reasons: str,
        headings: dict[str, tuple[str, str]],
    ) -> str:
        """Another version stands, with (grade, reasons) for each heading; the earlier are kept."""
        made = Readiness.objects.create(
            review=self,
            version=self.self_assessments.count() + 1,
            on=on,
            grade=grade,
            reasons=reasons,
            by=by,
            at=at,
        )
        HeadingGrade.objects.bulk_create(
            HeadingGrade(readiness=made, heading=heading, grade=its_grade, reasons=why)
            for heading, (its_grade, why) in headings.items()
        )
        return f"Self-assessment {made.version} was made"
