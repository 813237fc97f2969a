"""What meetings talk about, say and ask for. Methods of Review.

What is typed comes as rows not yet saved: the log tells of rows and repeats no text.
"""

from datetime import date, datetime
from typing import IO

from django.core.exceptions import ValidationError
from django.db.models import F, Max
from django.utils.timezone import localdate

from boards.models import User
from reviews.meetings.doers import agency_acting, require_to_finish
from reviews.models.action_done import ActionDone
from reviews.models.agenda import AgendaItem, AgendaPaper
from reviews.models.case_document import CaseDocument, DocumentKind
from reviews.models.commission import Commission
from reviews.models.confidence import in_confidence
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
            self._require_to_be_known_to(action.person)
            action.who = action.who or action.person.full_name
        action.number, action.by, action.at = _next(meeting.actions), by, at
        action.save(force_insert=True)
        return f"{action} was recorded, due {action.due_on:%-d %B %Y}"

    @in_confidence
    def finish_action(
        self,
        *,
        by: User,
        at: datetime,
        action: MeetingAction,
        on: date,
        text: str = "",
        file: IO[bytes] | None = None,
    ) -> str:
        """The action is done, as staff or whoever is to do it say; a file goes on the file."""
        require_to_finish(by, action)
        self._require_own(action.meeting)
        held = MeetingAction.objects.get(pk=action.pk)
        if not held.is_open:
            raise ValidationError("This action was recorded as done already.")
        if on < action.meeting.on or on > localdate(at):
            raise ValidationError({"on": "An action is done between its meeting and today."})
        said = {"by": by, "at": at}
        filed = file and CaseDocument.file(
            self,
            file,
            kind=DocumentKind.OTHER,
            title=f"What was done: {action}"[:200],
            agency=agency_acting(by, action),
            **said,
        )
        ActionDone.objects.create(
            action=action, on=on, text=text, file=filed, due_on=held.due_on, **said
        )
        action.done_on = on
        action.save(update_fields=["done_on"])
        return f"{action} was done on {on:%-d %B %Y}"

    @in_confidence
    def reopen_action(
        self, *, by: User, at: datetime, action: MeetingAction, because: str, again_by_on: date
    ) -> str:
        """The action is wanted again by the day, for the reason; what was done stays on record."""
        self._require_own(action.meeting)
        done = ActionDone.objects.filter(action=action, reopened_at=None).first()
        if done is None:
            raise ValidationError("This action is open already.")
        if again_by_on < localdate(at):
            raise ValidationError({"again_by_on": "The new day must be today or later."})
        done.reopened_by, done.reopened_at = by, at
        done.reopened_because, done.again_by_on = because, again_by_on
        done.save()
        # Where the day is the same as before, its reminders begin again all the same.
        self.deadlines.filter(action=action, computed_on=again_by_on).update(
            version=F("version") + 1
        )
        action.done_on, action.due_on = None, again_by_on
        action.save(update_fields=["done_on", "due_on"])
        return f"{action} was opened again, to be done by {again_by_on:%-d %B %Y}"

    def _require_to_be_known_to(self, person: User) -> None:
        """Raise ValidationError unless they see the review, or it asks their agency."""
        sees = type(self).objects.visible_to(person).filter(pk=self.pk).exists()
        if not (sees or Commission.objects.visible_to(person).filter(review=self.pk).exists()):
            sentence = "Choose somebody who may see this review or writes for an agency it asks."
            raise ValidationError({"person": sentence})

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
