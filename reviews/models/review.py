"""The case: a review, its state and the one door through which it moves."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Max, Q
from django.utils import timezone
from django_fsm import ConcurrentTransitionMixin, FSMField, Transition

from boards.models import Board, User
from records.models import log
from reviews import permissions
from reviews.conditions import FACTS, ONLY_WHEN_READY, Missing, NotYet, missing_for
from reviews.fields import exactly
from reviews.known import Known
from reviews.models.clock import bring_up_to_date
from reviews.models.confidence import is_in_confidence
from reviews.models.deciding import Deciding
from reviews.models.facts import Facts
from reviews.models.history import CAME_TO_THE_BOARD, Event, StateChange, plainly
from reviews.models.incident import Incident
from reviews.models.reviewing import Reviewing
from reviews.models.visibility import ReviewQuerySet
from reviews.signals import review_moved
from reviews.states import MEANINGS, State
from reviews.statutory import GUIDANCE, Guidance, NoGuidance, PartialDate, guidance_on


@dataclass(frozen=True)
class Move:
    """A move that a person's role allows from here, with what it still needs."""

    action: str
    label: str
    missing: list[Missing]


def _year_of(dates: Mapping[str, date | PartialDate], at: datetime) -> int:
    """Return the year that the reference carries: of the notification, or of the logging."""
    notified = dates.get("notified")
    if isinstance(notified, PartialDate):
        return notified.earliest.year
    return (notified or timezone.localdate(at)).year


class Review(ConcurrentTransitionMixin, Deciding, Reviewing, Facts, models.Model):
    """A case before the board, from the referral to the end."""

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="reviews")
    incident = models.OneToOneField(Incident, on_delete=models.PROTECT, related_name="review")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    reference = models.CharField(max_length=20, unique=True)
    state = FSMField(default=State.REFERRED, choices=State, protected=True, max_length=20)
    round = models.PositiveSmallIntegerField(default=1)
    owner = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="owned_reviews"
    )
    deputy = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="deputised_reviews"
    )
    pinned_guidance = models.CharField(max_length=10, blank=True)
    pinned_because = models.CharField(max_length=500, blank=True)
    is_restricted = models.BooleanField(default=False)
    is_past = models.BooleanField(
        default=False, help_text="Brought in from a board's records; its clocks have stopped."
    )
    source = models.JSONField(default=dict, blank=True)
    opened_at = models.DateTimeField()

    objects = ReviewQuerySet.as_manager()

    class Meta:
        ordering = ("-id",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["board", "year", "number"], name="one_number_a_board_and_year"
            ),
            models.CheckConstraint(condition=Q(state__in=State.values), name="state_is_known"),
            models.CheckConstraint(
                condition=Q(pinned_guidance="") | ~Q(pinned_because=""), name="pinned_with_a_reason"
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["board", "state"], name="review_board_state")]

    def __str__(self) -> str:
        return self.reference

    def get_absolute_url(self) -> str:
        return f"/reviews/{self.reference}/"

    @classmethod
    def open(
        cls,
        incident: Incident,
        dates: Mapping[str, date | PartialDate],
        *,
        by: User,
        at: datetime,
        owner: User | None = None,
        year: int | None = None,
        **fields: Any,
    ) -> "Review":
        """A review stands at `referred` with its reference, its first dates and its clocks.

        A past review (`is_past=True`) may be given the `state` that it had come to, and the
        `year` of its reference where it knows no notification.
        Raises ValidationError, naming the dates, when they contradict each other.
        """
        with transaction.atomic():
            # Without the key: a log entry that names the board, made beside this, must not wait.
            board = Board.objects.select_for_update(no_key=True).get(pk=incident.board_id)
            year = year or _year_of(dates, at)
            last = cls.objects.filter(board=board, year=year).aggregate(n=Max("number"))["n"] or 0
            review = cls.objects.create(
                board=board,
                incident=incident,
                year=year,
                number=last + 1,
                reference=f"{board.code}-{year}-{last + 1:03}",
                owner=owner,
                opened_at=at,
                **fields,
            )
            for name, on in dates.items():
                Event.record(review, name, on, by=by, at=at)
            bring_up_to_date(review)
            action = "bring_in" if review.is_past else "open"
            change = StateChange.objects.create(
                review=review, round=1, action=action, after=review.state, at=at, by=by
            )
            log(
                action,
                f"{change.sentence}.",
                by=by,
                at=at,
                board=board,
                subject=review,
                reference=review.reference,
            )
        return review

    @property
    def meaning(self) -> str:
        return MEANINGS[State(self.state)]

    def day_of(self, event: str) -> date | None:
        """Return the exact day on which the event stands in this round, if there is one."""
        on = self.dates().get(event)
        return on.exact if on else None

    def dates(self) -> dict[str, PartialDate]:
        """Return {event: date} of this round."""
        return self.events.filter(round=self.round).by_name()

    def guidance(self, dates: dict[str, PartialDate] | None = None) -> Guidance:
        """Return the guidance pinned to the case, or in force when it came to the board.

        `dates` are those of this round, where they have been read.
        """
        if self.pinned_guidance:
            return GUIDANCE[self.pinned_guidance]
        dates = self.dates() if dates is None else dates
        came = next((dates[event] for event in CAME_TO_THE_BOARD if event in dates), None)
        try:
            return guidance_on(came.earliest if came else timezone.localdate(self.opened_at))
        except NoGuidance:
            return next(iter(GUIDANCE.values()))

    def refuse_a_day_before(self, event: str, on: date, what: str, *, at: datetime) -> None:
        """Raise ValidationError when `on` is before the event, or lies ahead of `at`."""
        earlier = self.dates().get(event)
        if earlier and exactly(on).certainly_before(earlier):
            raise ValidationError(
                {"on": f"{what} cannot be before the board was notified ({earlier.spoken})."}
            )
        if on > timezone.localdate(at):
            raise ValidationError({"on": f"{what} cannot be in the future."})

    def moves_for(self, user: User, known: Known | None = None) -> list[Move]:
        """Return the moves from this state that the user may make, each with what it lacks.

        `known` is what the caller has read of the review and goes on to show.
        """
        known = known or Known(self)
        involved = known.involvement_of(user)
        moves = [
            Move(move.name, move.custom["label"], missing_for(self, move.name, known))
            for move in self.transitions()
            if move.source == self.state and involved.refusal(move.name) is None
        ]
        return [move for move in moves if not (move.missing and move.action in ONLY_WHEN_READY)]

    def move(self, action: str, *, by: User, at: datetime, **details: Any) -> StateChange:
        """The review has moved, with its facts, deadlines, history and audit entry.

        Raises PermissionDenied when `by` may not, NotYet(reasons) when the review is not ready or
        has moved on, ValidationError when a fact contradicts what is recorded.
        """
        with transaction.atomic():
            review = Review.objects.select_for_update().get(pk=self.pk)
            permissions.require(by, action, review)
            review.require_ready(action)
            before, transition_of = review.state, getattr(review, action)
            transition_of(by=by, at=at, **details)
            review.save()
            change = StateChange.objects.create(
                review=review,
                round=review.round,
                action=action,
                before=before,
                after=review.state,
                on=details.get("on"),
                details={} if is_in_confidence(transition_of) else plainly(details),
                at=at,
                by=by,
            )
            bring_up_to_date(review)
            review_moved.send(sender=Review, change=change)
            log(
                action,
                f"{change.sentence}.",
                by=by,
                at=at,
                board=review.board_id,
                subject=review,
                reference=review.reference,
                before=before,
                after=review.state,
            )
        self.__dict__.update(review.__dict__)
        return change

    def record(self, act: str, *, by: User, at: datetime, **details: Any) -> str:
        """A fact is recorded on the review, which stays in its state; return the news of it.

        Raises as `move` does.
        """
        with transaction.atomic():
            review = Review.objects.select_for_update().get(pk=self.pk)
            permissions.require(by, act, review)
            review.require_room_for(act)
            recorded = getattr(review, act)
            news = recorded(by=by, at=at, **details)
            bring_up_to_date(review)
            log(
                act,
                f"{news}.",
                by=by,
                at=at,
                board=review.board_id,
                subject=review,
                reference=review.reference,
                **({} if is_in_confidence(recorded) else plainly(details)),
            )
        self.__dict__.update(review.__dict__)
        return news

    def require_ready(self, action: str) -> None:
        """Raise NotYet, with a sentence for each thing missing, unless the move can be made."""
        if self.state not in self.transition_sources(action):
            raise NotYet(
                [f"{self.reference} is now at “{self.get_state_display()}”. {self.meaning}"]
            )
        if missing := missing_for(self, action):
            raise NotYet([each.sentence for each in missing])

    def has_room_for(self, act: str) -> bool:
        """Return whether the fact may be recorded in this state."""
        return act not in FACTS or self.state in FACTS[act]

    def require_room_for(self, act: str) -> None:
        """Raise NotYet when the fact has no place in this state."""
        if not self.has_room_for(act):
            raise NotYet([f"{self.reference} is at “{self.get_state_display()}”. {self.meaning}"])

    @classmethod
    def transitions(cls) -> list[Transition]:
        """Return every move, one for each state that it starts from."""
        return list(cls._meta.get_field("state").get_all_transitions(cls))

    @classmethod
    def transition(cls, action: str) -> Transition:
        return next(move for move in cls.transitions() if move.name == action)

    @classmethod
    def transition_sources(cls, action: str) -> set[str]:
        return {move.source for move in cls.transitions() if move.name == action}
