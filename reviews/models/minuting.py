"""What meetings talk about, say and ask for. Methods of Review.

What is typed comes as rows not yet saved: the log tells of rows and repeats no text.
"""

from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db.models import Max
from django.utils.timezone import localdate

from boards.models import User
from reviews.models.agenda import AgendaItem, AgendaPaper
from reviews.models.meeting import Meeting
from reviews.models.minutes import (
    MeetingAction,
    MeetingDecision,
    Minutes,
    MinutesChangedMeanwhile,
)


class Minuting:
    """Each records one fact and returns the news of it, without a full stop."""

    def set_item(self, *, by: User, at: datetime, item: AgendaItem) -> str:
        """The item is on the agenda, a new one as its last."""
        self._require_own(item.meeting)
        if item.pk is None:
            item.position = item.meeting.agenda.count() + 1
        item.save()
        return f"The agenda of {item.meeting} was changed"

    def place_item(self, *, by: User, at: datetime, item: AgendaItem, before: int) -> str:
        """The item stands `before` so many places earlier; less than nought: later."""
        self._require_own(item.meeting)
        order = list(item.meeting.agenda.all())
        here = order.index(item)
        order.insert(max(0, here - before), order.pop(here))
        _number(order)
        return f"The agenda of {item.meeting} was put in another order"

    def drop_item(self, *, by: User, at: datetime, item: AgendaItem) -> str:
        """The item is off the agenda; its papers stay on the file."""
        self._require_own(item.meeting)
        if any(minutes.text_of(item.pk) for minutes in item.meeting.minutes.all()):
            raise ValidationError("The minutes speak of this item, so it stays.")
        meeting = item.meeting
        item.delete()
        _number(list(meeting.agenda.all()))
        return f"An item was taken off the agenda of {meeting}"

    def table_paper(self, *, by: User, at: datetime, paper: AgendaPaper) -> str:
        """The paper lies before the meeting."""
        self._require_own(paper.item.meeting)
        if paper.version.document.review_id != self.pk:
            raise ValidationError("This document is not on the file of this review.")
        AgendaPaper.objects.get_or_create(item=paper.item, version=paper.version)
        return f"A paper was added to {paper.item}"

    def withdraw_paper(self, *, by: User, at: datetime, paper: AgendaPaper) -> str:
        """The paper lies before the meeting no more; it stays on the file."""
        self._require_own(paper.item.meeting)
        paper.delete()
        return f"A paper was taken off {paper.item}"

    def write_minutes(self, *, by: User, at: datetime, minutes: Minutes, seen: int) -> str:
        """The minutes have another version. Raises MinutesChangedMeanwhile unless `seen` is last.

        `seen` is the version that was opened, nought where there was none.
        """
        meeting = minutes.meeting
        self._require_own(meeting)
        latest = meeting.latest_minutes
        if not meeting.was_held_by(at):
            raise ValidationError(f"{meeting} is on {meeting.when}: write its minutes afterwards.")
        if latest and latest.is_agreed:
            raise ValidationError("The minutes were agreed: a later meeting corrects them.")
        if (latest.version if latest else 0) != seen:
            raise MinutesChangedMeanwhile(latest)
        minutes.version, minutes.by, minutes.at = seen + 1, by, at
        minutes.save(force_insert=True)
        return f"{minutes} were saved"

    def agree_minutes(self, *, by: User, at: datetime, minutes: Minutes, meeting: Meeting) -> str:
        """The later meeting agreed these minutes, which change no more."""
        self._require_own(minutes.meeting)
        self._require_own(meeting)
        if (meeting.on, meeting.starts) <= (minutes.meeting.on, minutes.meeting.starts):
            raise ValidationError({"meeting": "Choose a meeting after the one that is minuted."})
        if not meeting.was_held_by(at):
            raise ValidationError({"meeting": f"{meeting} has not been held yet."})
        if minutes.meeting.latest_minutes != minutes or minutes.is_agreed:
            raise ValidationError("These minutes were changed or agreed meanwhile.")
        minutes.agreed_at, minutes.agreed_by = meeting, by
        minutes.save(update_fields=["agreed_at", "agreed_by"])
        return f"{minutes} were agreed at {meeting}"

    def note_decision(self, *, by: User, at: datetime, decision: MeetingDecision) -> str:
        """The meeting decided this."""
        meeting = decision.meeting
        self._require_own(meeting)
        decision.number, decision.by, decision.at = _next(meeting.decisions), by, at
        decision.save(force_insert=True)
        return f"{decision} was recorded"

    def ask_for_action(self, *, by: User, at: datetime, action: MeetingAction) -> str:
        """Somebody is to do this by a day."""
        meeting = action.meeting
        self._require_own(meeting)
        if action.due_on < meeting.on:
            raise ValidationError({"due_on": "An action cannot be due before its meeting."})
        if action.person:
            if not type(self).objects.visible_to(action.person).filter(pk=self.pk).exists():
                raise ValidationError({"person": "Choose somebody who may see this review."})
            action.who = action.who or action.person.full_name
        action.number, action.by, action.at = _next(meeting.actions), by, at
        action.save(force_insert=True)
        return f"{action} was recorded, due {action.due_on:%-d %B %Y}"

    def finish_action(
        self, *, by: User, at: datetime, action: MeetingAction, on: date, outcome: str = ""
    ) -> str:
        """The action is done."""
        self._require_own(action.meeting)
        if not action.is_open:
            raise ValidationError("This action was recorded as done already.")
        if on < action.meeting.on or on > localdate(at):
            raise ValidationError({"on": "An action is done between its meeting and today."})
        action.done_on, action.outcome = on, outcome
        action.save(update_fields=["done_on", "outcome"])
        return f"{action} was done on {on:%-d %B %Y}"

    def _require_own(self, meeting: Meeting) -> None:
        if meeting.review_id != self.pk:
            raise ValidationError("This meeting is of another review.")
        if meeting.is_cancelled:
            raise ValidationError("This meeting was cancelled.")


def _next(rows: object) -> int:
    return (rows.aggregate(n=Max("number"))["n"] or 0) + 1


def _number(items: list[AgendaItem]) -> None:
    for position, item in enumerate(items, 1):
        item.position = position
    AgendaItem.objects.bulk_update(items, ["position"])
