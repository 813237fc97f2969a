"""Who of the family takes part, and on what terms. Methods of Review."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError

from boards.models import User
from reviews.models.confidence import in_confidence
from reviews.models.quiet_days import LONGEST_YEARLY, QuietDays
from reviews.models.relative import Consent, FamilyContribution, NotInvolved, Relative


class Involving:
    """Each records one fact and returns the news of it, which names nobody."""

    @in_confidence
    def add_relative(self, *, by: User, at: datetime, **facts: Any) -> str:
        """Somebody of the family is among those whom the review may speak with."""
        member = facts.get("member")
        if member and self.relatives.filter(member=member).exists():
            raise ValidationError("This person was added already: open their page instead.")
        if self.relatives.filter(name=facts["name"], relationship=facts["relationship"]).exists():
            raise ValidationError({"name": "This person is on the family’s page already."})
        self.relatives.create(by=by, at=at, **facts)
        return "Somebody was added to the family’s page"

    @in_confidence
    def change_relative(self, *, by: User, at: datetime, relative: Relative, **facts: Any) -> str:
        """What is known of the person, and how they wish to be spoken with, is up to date."""
        for name, value in facts.items():
            setattr(relative, name, value)
        relative.save(update_fields=list(facts))
        return "The details of somebody of the family were changed"

    @in_confidence
    def record_consent(self, *, by: User, at: datetime, relative: Relative, **facts: Any) -> str:
        """What the person was asked, and the answer; earlier answers are kept."""
        Consent.objects.create(relative=relative, by=by, at=at, **facts)
        return "An answer of the family about consent was recorded"

    @in_confidence
    def keep_days_quiet(
        self,
        *,
        by: User,
        at: datetime,
        first_on: date,
        last_on: date | None = None,
        **facts: Any,
    ) -> str:
        """On these days nobody makes contact without saying why all the same."""
        last_on = last_on or first_on
        if last_on < first_on:
            raise ValidationError({"last_on": "The last day must be the first day or a later one."})
        if facts.get("is_yearly") and last_on - first_on > LONGEST_YEARLY:
            raise ValidationError(
                {"last_on": f"What comes every year lasts {LONGEST_YEARLY.days} days at most."}
            )
        self.quiet_days.create(first_on=first_on, last_on=last_on, by=by, at=at, **facts)
        return "A day without contact was recorded"

    @in_confidence
    def take_back_quiet_days(self, *, by: User, at: datetime, quiet_days: QuietDays) -> str:
        """Contact may be made on these days again; that they were recorded is kept."""
        quiet_days.taken_back_at, quiet_days.taken_back_by = at, by
        quiet_days.save(update_fields=["taken_back_at", "taken_back_by"])
        return "A day without contact was taken back"

    @in_confidence
    def record_contribution(
        self, *, by: User, at: datetime, relative: Relative, on: date, words: str
    ) -> str:
        """What the person said is there in their own words."""
        if relative.contributions.filter(on=on, words=words).exists():
            raise ValidationError({"words": "This was recorded already."})
        FamilyContribution.objects.create(relative=relative, on=on, words=words, by=by, at=at)
        return "A contribution of the family was recorded"

    @in_confidence
    def use_contribution(
        self,
        *,
        by: User,
        at: datetime,
        contribution: FamilyContribution,
        used: str,
        saw_draft: str,
        draft_words: str = "",
    ) -> str:
        """How the report used what was said, and whether they saw the draft; the words stay."""
        contribution.used, contribution.saw_draft = used, saw_draft
        contribution.draft_words = draft_words
        contribution.save(update_fields=["used", "saw_draft", "draft_words"])
        return "What became of a contribution of the family was recorded"

    @in_confidence
    def leave_family_out(self, *, by: User, at: datetime, reason: str, on: date) -> str:
        """Why the family was not involved is on the record, for the executive summary."""
        NotInvolved.objects.create(review=self, reason=reason, on=on, by=by, at=at)
        return "Why the family was not involved was recorded"
