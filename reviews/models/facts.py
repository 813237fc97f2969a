"""Facts recorded on a review that stays in its state. `Review.record` is the door to them.

Each method records one fact and returns the news of it, without a full stop.
"""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction

from boards.models import Agency, User
from reviews.models.commission import Commission, CommissionKind
from reviews.models.deadline import Deadline
from reviews.models.decision import CriterionFinding
from reviews.models.history import Event, EventName
from reviews.models.panel import Appointment, Post
from reviews.models.publication import Publication, PublicationState
from reviews.models.report import Report, ReportKind
from reviews.states import State
from reviews.statutory import GUIDANCE, PartialDate


class Facts:
    """What is recorded without moving the review, as methods of Review."""

    def answer_criteria(
        self, *, by: User, at: datetime, findings: dict[str, tuple[str, str]]
    ) -> str:
        """Each criterion named has its (answer, evidence)."""
        guidance = self.guidance().slug
        for criterion, (answer, evidence) in findings.items():
            CriterionFinding.objects.update_or_create(
                review=self,
                round=self.round,
                guidance=guidance,
                criterion=criterion,
                defaults={"answer": answer, "evidence": evidence, "by": by, "at": at},
            )
        return f"{len(findings)} criteria answered"

    def ask_agencies(
        self,
        *,
        by: User,
        at: datetime,
        agencies: Iterable[Agency],
        kind: str,
        on: date,
        due_on: date,
    ) -> str:
        """The agencies have been asked, and each has its day."""
        is_check = kind == CommissionKind.CHECK
        if is_check != (self.state == State.SCREENING):
            raise ValidationError(
                {"kind": "Ask for checks while screening, and for contributions afterwards."}
            )
        asked = Commission.ask(self, agencies, kind=kind, on=on, due_on=due_on, by=by, at=at)
        if not asked:
            raise ValidationError({"agencies": "These agencies were asked for this already."})
        return f"{len(asked)} agencies asked: {CommissionKind(kind).label.lower()}"

    def return_commission(
        self, *, by: User, at: datetime, commission: Commission, on: date, answer: str = ""
    ) -> str:
        """What the agency was asked for has come."""
        if not Commission.objects.visible_to(by).filter(pk=commission.pk).exists():
            raise PermissionDenied("An agency answers for itself.")
        self._require_outstanding(commission)
        if on < commission.asked_on:
            raise ValidationError(
                {
                    "on": f"It was asked for on {commission.asked_on:%-d %B %Y}, so it cannot have "
                    "come before."
                }
            )
        commission.record_return(on=on, answer=answer, by=by)
        return f"{commission} was returned"

    def reopen_commission(
        self, *, by: User, at: datetime, commission: Commission, on: date, due_on: date
    ) -> str:
        """What the agency returned has gone back to it, and has another day."""
        if commission.review_id != self.pk or commission.returned_on is None:
            raise ValidationError("This was not returned, so it cannot be sent back.")
        if due_on < on:
            raise ValidationError({"due_on": "The new day must be today or later."})
        commission.reopen(on=on, due_on=due_on)
        return f"{commission} was sent back, to be returned by {due_on:%-d %B %Y}"

    def waive_commission(
        self, *, by: User, at: datetime, commission: Commission, on: date, reasons: str
    ) -> str:
        """The board does without it, for the reason given."""
        self._require_outstanding(commission)
        commission.waive(on=on, because=reasons)
        return f"{commission} was waived"

    def _require_outstanding(self, commission: Commission) -> None:
        if commission.review_id != self.pk or not commission.is_outstanding:
            raise ValidationError("This was returned or waived already.")

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

    def appoint(
        self,
        *,
        by: User,
        at: datetime,
        post: str,
        name: str,
        employer: str,
        on: date,
        job_title: str = "",
        independence: str = "",
        user: User | None = None,
    ) -> str:
        """The person holds the post; panel chair and author are two people."""
        try:
            with transaction.atomic():
                appointment = Appointment.objects.create(
                    review=self,
                    post=post,
                    name=name,
                    employer=employer,
                    job_title=job_title,
                    independence=independence,
                    user=user,
                    appointed_on=on,
                    by=by,
                    at=at,
                )
        except IntegrityError as taken:
            raise ValidationError(
                "One person chairs the panel and another writes the overview report, one at a "
                "time: end the earlier appointment first."
            ) from taken
        if post == Post.PANEL_CHAIR:
            Event.record(self, "panel_chair_appointed", on, by=by, at=at)
        return f"{appointment} was appointed"

    def end_appointment(self, *, by: User, at: datetime, appointment: Appointment, on: date) -> str:
        """The person holds the post no more."""
        if appointment.ended_on is not None:
            raise ValidationError("This appointment has ended already.")
        if on < appointment.appointed_on:
            raise ValidationError({"on": "An appointment cannot end before it began."})
        appointment.end(on=on)
        return f"The appointment of {appointment} ended"

    def record_report(self, *, by: User, at: datetime, kind: str, author: str, on: date) -> str:
        """A document of the final set is complete."""
        version = self.reports.filter(kind=kind).count() + 1
        report = Report.objects.create(
            review=self, kind=kind, version=version, author=author, completed_on=on, by=by, at=at
        )
        if kind == ReportKind.OVERVIEW:
            Event.record(self, "overview_completed", on, by=by, at=at)
        return f"{report} was completed"

    def record_event(self, *, by: User, at: datetime, event: str, on: date | PartialDate) -> str:
        """Something that a clock waits for has taken place."""
        recorded = Event.record(self, event, on, by=by, at=at)
        return f"{EventName(event).label}: {recorded.on.spoken}"

    def correct_event(
        self, *, by: User, at: datetime, event: str, on: date | PartialDate, reasons: str
    ) -> str:
        """The event has its right date; the date it had is kept beside it."""
        before = self.dates().get(event)
        recorded = Event.record(self, event, on, by=by, at=at, reason=reasons)
        was = f", before {before.spoken}" if before else ""
        return f"{EventName(event).label} was corrected to {recorded.on.spoken}{was}"

    def extend(self, *, by: User, at: datetime, deadline: Deadline, **terms: Any) -> str:
        """The deadline has moved; the date it had stays in its chain."""
        if deadline.review_id != self.pk:
            raise ValidationError("This deadline belongs to another review.")
        extension = deadline.extend(by=by, at=at, **terms)
        was, now = extension.from_due_on, extension.to_due_on
        return f"{deadline}: due {now:%-d %B %Y}, was {was:%-d %B %Y}"

    def pin_guidance(self, *, by: User, at: datetime, guidance: str, reasons: str) -> str:
        """The case follows one guidance, whatever its dates; an empty text lets it go again."""
        self.pinned_guidance, self.pinned_because = guidance, reasons
        self.save(update_fields=["pinned_guidance", "pinned_because"])
        if not guidance:
            return "Each deadline follows the guidance in force on its day"
        return f"The case follows {GUIDANCE[guidance].name}"

    def hand_over(
        self, *, by: User, at: datetime, owner: User | None, deputy: User | None = None
    ) -> str:
        """The review has its owner and deputy."""
        if owner and owner == deputy:
            raise ValidationError({"deputy": "The deputy must be somebody other than the owner."})
        self.owner, self.deputy = owner, deputy
        self.save(update_fields=["owner", "deputy"])
        return f"{owner or 'Nobody'} owns the review"

    def publish(
        self,
        *,
        by: User,
        at: datetime,
        state: str,
        on: date,
        reasons: str = "",
        authority: str = "",
    ) -> str:
        """Publication stands at `state`; where it stood before is kept."""
        Publication.objects.create(
            review=self, state=state, on=on, reason=reasons, authority=authority, by=by, at=at
        )
        if state == PublicationState.PUBLISHED:
            Event.record(self, "published", on, by=by, at=at)
        return f"Publication: {PublicationState(state).label.lower()}"

    def pause(self, *, by: User, at: datetime, on: date, reasons: str = "") -> str:
        """Work rests, or goes on again; the statutory clock runs on either way."""
        resting = self.pauses.filter(until_on=None).first()
        if resting is None:
            self.pauses.create(since_on=on, reason=reasons, by=by, at=at)
            return "The review was paused; its statutory dates stand"
        if on < resting.since_on:
            raise ValidationError({"on": "Work cannot go on before it was paused."})
        resting.until_on = on
        resting.save(update_fields=["until_on"])
        return "The review was resumed"

    def restrict(self, *, by: User, at: datetime, reasons: str) -> str:
        """The review is open to owner, deputy, Chair and appointed people alone, or to all."""
        self.is_restricted = not self.is_restricted
        self.save(update_fields=["is_restricted"])
        return "The review was restricted" if self.is_restricted else "The restriction was lifted"
