"""What the review shall look into. Methods of Review."""

from datetime import date, datetime

from boards.models import User


class Scoping:
    """Each records one fact and returns the news of it, without a full stop."""

    def agree_terms(
        self,
        *,
        by: User,
        at: datetime,
        from_on: date,
        to_on: date,
        key_questions: str,
        on: date,
    ) -> str:
        """A new version of the terms of reference is agreed."""
        terms = self.terms.create(
            version=self.terms.count() + 1,
            from_on=from_on,
            to_on=to_on,
            key_questions=key_questions,
            agreed_on=on,
            by=by,
            at=at,
        )
        return f"{terms} of the terms of reference was agreed"
