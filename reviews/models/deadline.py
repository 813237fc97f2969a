"""Due dates: pure functions of events, stored so that they can be queried."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.urls import reverse

from boards.govuk.words import Tone, counted, due_tone, overdue_label
from boards.models import User
from reviews.models.agency_question import AgencyQuestion
from reviews.models.bank_holiday import BankHoliday
from reviews.models.commission import Commission
from reviews.models.extension import Extension
from reviews.models.minutes import MeetingAction
from reviews.models.owed import STATUTORY, DeadlineQuerySet
from reviews.statutory import GUIDANCE, DueDate, HolidayCalendar, UnknownHolidays, act_by, due_dates

# What the board asks for by a day of its choice: no guidance speaks of these.
AGENCY_RETURN, MEETING_ACTION, AGENCY_QUESTION = (
    "agency_return",
    "meeting_action",
    "agency_question",
)
ASKED_FOR = (AGENCY_RETURN, MEETING_ACTION, AGENCY_QUESTION)


class Deadline(models.Model):
    """Something owed on a review by a day: by the guidance, or by one of three who were asked.

    `original_due_on` is what was first worked out and never changes; `computed_on` follows the
    events; `due_on` is `computed_on` or, after an extension, what was agreed. `version` counts
    the values that `due_on` has had.
    """

    review = models.ForeignKey("reviews.Review", on_delete=models.PROTECT, related_name="deadlines")
    commission = models.OneToOneField(
        Commission, null=True, blank=True, on_delete=models.PROTECT, related_name="deadline"
    )
    action = models.OneToOneField(
        MeetingAction, null=True, blank=True, on_delete=models.PROTECT, related_name="deadline"
    )
    question = models.OneToOneField(
        AgencyQuestion, null=True, blank=True, on_delete=models.PROTECT, related_name="deadline"
    )
    round = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=30)
    name = models.CharField(max_length=120)
    guidance = models.CharField(max_length=10, blank=True)
    trigger = models.CharField(max_length=30)
    trigger_on = models.DateField()
    original_due_on = models.DateField()
    computed_on = models.DateField()
    due_on = models.DateField()
    act_by = models.DateField()
    version = models.PositiveSmallIntegerField(default=1)
    is_open = models.BooleanField(default=True)
    met_on = models.DateField(null=True, blank=True)
    ended_because = models.CharField(max_length=200, blank=True)

    objects = DeadlineQuerySet.as_manager()

    class Meta:
        ordering = ("due_on", "id")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["review", "round", "kind"],
                condition=STATUTORY,
                name="one_deadline_a_kind_and_round",
            ),
            models.CheckConstraint(
                condition=Q(commission=None, action=None)
                | Q(commission=None, question=None)
                | Q(action=None, question=None),
                name="deadline_is_of_one_thing",
            ),
            models.CheckConstraint(
                condition=Q(is_open=False) | Q(met_on=None, ended_because=""),
                name="open_deadline_is_neither_met_nor_ended",
            ),
            models.CheckConstraint(
                condition=Q(act_by__lte=F("due_on")), name="act_by_not_after_due"
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["due_on", "review", "kind"], condition=Q(is_open=True), name="owed_by_day"
            ),
            models.Index(
                fields=["id"], condition=Q(is_open=True, version__gt=1), name="owed_and_moved"
            ),
            models.Index(fields=["review", "due_on"], condition=Q(is_open=True), name="owed_case"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_statutory(self) -> bool:
        return not (self.commission_id or self.action_id or self.question_id)

    @property
    def asked_of(self) -> Commission | None:
        """Return what an agency was asked for, be it this or what the question is about."""
        return self.question.commission if self.question_id else self.commission

    @property
    def plain_name(self) -> str:
        """Return its name with the kind of agency: the agency's name may be a child's school."""
        if self.asked_of is None:
            return self.name
        asked = f"{self.asked_of.get_kind_display()}, {self.asked_of.agency.get_kind_display()}"
        if self.question_id:
            return f"Question {self.question.number} on what was asked for: {asked}"
        return asked

    @property
    def place(self) -> str:
        """Return the address of what was asked for, an empty text where nobody asked."""
        if self.action_id:
            return self.action.get_absolute_url()
        return reverse("commission", args=[self.asked_of.pk]) if self.asked_of else ""

    @property
    def was_extended(self) -> bool:
        return self.due_on != self.computed_on

    @property
    def is_met_late(self) -> bool:
        return self.met_on is not None and self.met_on > self.due_on

    def status(self, on: date) -> str:
        """Return in words how it stands on the day `on`."""
        if self.is_open:
            return overdue_label(self.due_on, on)
        if self.met_on:
            late = (self.met_on - self.due_on).days
            return f"Met {counted(late, 'day')} late" if late > 0 else "Met in time"
        return "Ended" if self.ended_because else "Met, day not known"

    def tone(self, on: date) -> Tone:
        """Return how urgently the page shows it."""
        return due_tone(self.due_on, on) if self.is_open else "done"

    def explain(self, calendars: Sequence[HolidayCalendar]) -> list[str]:
        """Return how the date was worked out, one sentence a step, extensions last.

        `calendars` are those there have been, the one in force first: the first that gives this
        date is the one it was worked out by. What is owed always follows the one in force.
        """
        if not self.is_statutory:
            return self._as_asked()
        due = self._as_worked_out(calendars)
        steps = list(due.explanation) if due else []
        return steps + [extension.sentence for extension in self.extensions.all()]

    def _as_asked(self) -> list[str]:
        """Return the steps of a day that was named, and named anew when it was sent back."""
        who = "A meeting" if self.action_id else "The board"
        steps = [(self.trigger_on, f"{who} asked for it by {self.original_due_on:%-d %B %Y}.")]
        steps += [(e.agreed_on, e.sentence) for e in self.extensions.all()]
        if sent_back_on := self.commission_id and self.commission.sent_back_on:
            sentence = (
                f"It was sent back on {sent_back_on:%-d %B %Y}, to be returned by "
                f"{self.computed_on:%-d %B %Y}."
            )
            steps.append((sent_back_on, sentence))
        return [sentence for _day, sentence in sorted(steps, key=lambda step: step[0])]

    def _as_worked_out(self, calendars: Sequence[HolidayCalendar]) -> DueDate | None:
        by_the_latest = None
        for calendar in calendars:
            due = self._worked_out(calendar)
            if due is None or self._has_dates_of(due):
                return due
            by_the_latest = by_the_latest or due
        return by_the_latest

    def _worked_out(self, calendar: HolidayCalendar) -> DueDate | None:
        guidance = GUIDANCE[self.guidance]
        pinned = None if guidance.is_in_force(self.trigger_on) else guidance
        owed = due_dates({self.trigger: self.trigger_on}, guidance=pinned, calendar=calendar)
        return next((due for due in owed if due.deadline == self.kind), None)

    def _has_dates_of(self, due: DueDate) -> bool:
        is_same_act_by = self.was_extended or due.act_by == self.act_by
        return due.due_on == self.computed_on and is_same_act_by

    def may_be_extended_by(self) -> str:
        """Return who may extend it by its guidance, or an empty text if nobody may."""
        if not self.is_statutory:
            return "the board" if self.commission_id else ""
        rule = GUIDANCE[self.guidance].deadline(self.kind)
        return rule.extension.by if rule.extension else ""

    def extend(
        self,
        *,
        to: date,
        reason: str,
        authority: str,
        told: str,
        by: User,
        at: datetime,
        agreed_on: date,
    ) -> Extension:
        """The date has moved to `to`; the one it had is kept in the chain.

        Raises ValidationError as `act_by_if_extended` does.
        """
        last_working_day = self.act_by_if_extended(to)
        extension = self.extensions.create(
            from_due_on=self.due_on,
            to_due_on=to,
            reason=reason,
            authority=authority,
            told=told,
            agreed_on=agreed_on,
            by=by,
            at=at,
        )
        self.due_on, self.act_by = to, last_working_day
        self.version += 1
        self.save(update_fields=["due_on", "act_by", "version"])
        return extension

    def act_by_if_extended(self, to: date) -> date:
        """Return the working day to act by if it is moved to `to`.

        Raises ValidationError when the guidance allows none, `to` is not later, or it lies beyond
        the years whose bank holidays are known.
        """
        if not self.is_open:
            raise ValidationError("This deadline is no longer owed, so it cannot be extended.")
        if not self.may_be_extended_by():
            who = GUIDANCE[self.guidance].name if self.guidance else "The portal"
            raise ValidationError(f"{who} allows no extension of this deadline.")
        if to <= self.due_on:
            raise ValidationError(
                {"to": f"The new date must be after {self.due_on:%-d %B %Y}, the date it has now."}
            )
        try:
            return act_by(to, BankHoliday.objects.calendar())
        except UnknownHolidays as unknown:
            raise ValidationError({"to": str(unknown)}) from unknown
