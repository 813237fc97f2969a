"""The dates of the case, and what they are counted by. Methods of Review."""

from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError

from boards.models import User
from reviews.models.deadline import Deadline
from reviews.models.history import Event, EventName
from reviews.statutory import GUIDANCE, PartialDate


class Dating:
    """Each records one fact and returns the news of it, without a full stop."""

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
