"""A bank holiday is added or withdrawn, and every date that is still owed follows."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from django.db import transaction
from django.db.models import F

from boards.govuk.words import counted
from boards.models import Board, User
from records.models import log
from reviews import permissions
from reviews.conditions import NotYet
from reviews.models.bank_holiday import BankHoliday
from reviews.models.date_move import DateMove, moves_by
from reviews.models.deadline import AGENCY_QUESTION, AGENCY_RETURN, Deadline
from reviews.models.review import Review
from reviews.statutory import HolidayCalendar, UnknownHolidays

CHUNK = 500  # rows a statement
TOLD = 20  # differences named one by one
KEY = re.compile(r"\b([0-9a-f]{1,15})-[0-9a-f]{10}\b")


class MovedMeanwhile(Exception):
    """What would move is not what was shown; `sentences` say where it differs."""

    def __init__(self, sentences: list[str]) -> None:
        super().__init__(" ".join(sentences))
        self.sentences = sentences


@dataclass(frozen=True)
class CalendarChange:
    """A bank holiday that is not stored yet is added; one that is, is withdrawn."""

    holiday: BankHoliday

    @property
    def is_addition(self) -> bool:
        return self.holiday.pk is None

    def moves(self) -> list[DateMove]:
        """Return what would move, of all boards. Two queries, however much is owed.

        Raises NotYet when a date would move beyond the years whose bank holidays are known.
        """
        try:
            return moves_by(self.holiday.day, self._calendar())
        except UnknownHolidays as unknown:
            raise NotYet([str(unknown)]) from unknown

    def _calendar(self) -> HolidayCalendar:
        if self.is_addition:
            added = {self.holiday.day: self.holiday.name}
            return BankHoliday.objects.calendar().with_extra(added)
        return BankHoliday.objects.exclude(pk=self.holiday.pk).calendar()

    def apply(self, *, seen: str, by: User, at: datetime) -> list[DateMove]:
        """The calendar has changed and the dates follow it; return what moved.

        `seen` has the keys of the moves that were shown. Raises PermissionDenied, NotYet when the
        day is off already or was withdrawn, and MovedMeanwhile when something else would move now.
        """
        permissions.require_holiday_keeper(by)
        with transaction.atomic():
            # No case is opened meanwhile, and no second change of the calendar overlaps with this.
            list(Board.objects.select_for_update(no_key=True).order_by("pk").values_list("pk"))
            self.require_possible()
            moves = self._as_seen(seen)
            _lock(moves)
            moves = self._as_seen(seen)
            self._save(by, at)
            _carry_out(moves)
            _log(self.holiday, moves, by, at)
        _catch_up(self.holiday, by, at)
        return moves

    def require_possible(self) -> None:
        """Raise NotYet when the day is off already, or not any more."""
        if self.is_addition:
            if reason := self.holiday.reason_against():
                raise NotYet([f"{reason}."])
        elif not BankHoliday.objects.standing().filter(pk=self.holiday.pk).exists():
            raise NotYet([f"{self.holiday} was withdrawn already."])

    def _as_seen(self, seen: str) -> list[DateMove]:
        moves = self.moves()
        if differences := _differences(moves, set(seen.split())):
            raise MovedMeanwhile(differences)
        return moves

    def _save(self, by: User, at: datetime) -> None:
        holiday = self.holiday
        if self.is_addition:
            holiday.added_by, holiday.added_at = by, at
        else:
            holiday.withdrawn_by, holiday.withdrawn_at = by, at
        holiday.save()


# An agency is not named: the name may be a child's school, and this page spans all boards.
OF_AGENCIES = {
    AGENCY_RETURN: "an agency’s return",
    AGENCY_QUESTION: "a question to an agency",
}


def how_many(moves: Collection[DateMove]) -> str:
    """Return in words how many dates of how many reviews move."""
    reviews = [move.review_id for move in moves if move.is_due_moved]
    others = len(moves) - len(reviews)
    words = []
    if reviews:
        due = counted(len(reviews), "due date")
        words.append(f"{due} of {counted(len(set(reviews)), 'review')}")
    if others:
        noun = "other date" if reviews else "date"
        words.append(f"the day to act by of {counted(others, noun)}")
    return " and ".join(words) or "no date moves"


def _differences(moves: list[DateMove], seen: set[str]) -> list[str]:
    """Return a sentence for each move that was not shown, and for each shown that is none now."""
    now = {move.key for move in moves}
    appeared = [f"{m.reference}, {m.sentence}." for m in moves if m.key not in seen]
    moving = {move.deadline_id for move in moves}
    gone = {int(found[1], 16) for key in seen - now if (found := KEY.fullmatch(key))} - moving
    names = Deadline.objects.filter(pk__in=list(gone)[:TOLD]).values_list(
        "review__reference", "kind", "name"
    )
    sentences = appeared + [
        f"{reference}, {OF_AGENCIES.get(kind, name)}: does not move any more."
        for reference, kind, name in names
    ]
    rest = len(sentences) - TOLD
    return sentences[:TOLD] + ([f"And {rest} more."] if rest > 0 else [])


def _lock(moves: list[DateMove]) -> None:
    """Nobody moves these reviews until the transaction ends."""
    ids = sorted({move.review_id for move in moves})
    for first in range(0, len(ids), CHUNK):
        reviews = Review.objects.filter(pk__in=ids[first : first + CHUNK])
        locked = reviews.select_for_update(no_key=True)
        list(locked.order_by("pk").values_list("pk"))


def _carry_out(moves: list[DateMove]) -> None:
    """The stored dates are those of the moves; `version` counts the due dates."""
    rows = [
        Deadline(
            pk=move.deadline_id,
            computed_on=move.after.computed_on,
            due_on=move.after.due_on,
            act_by=move.after.act_by,
            version=F("version") + int(move.is_due_moved),
        )
        for move in moves
    ]
    fields = ["computed_on", "due_on", "act_by", "version"]
    Deadline.objects.bulk_update(rows, fields, batch_size=CHUNK)


def _log(holiday: BankHoliday, moves: list[DateMove], by: User, at: datetime) -> None:
    """Each review's history says what moved and why, and the log that the calendar changed."""
    for review_id, each in groupby(moves, key=lambda move: move.review_id):
        moved = list(each)
        log(
            "bank_holiday",
            f"{holiday.news}. {'; '.join(move.sentence for move in moved)}.",
            by=by,
            at=at,
            board=moved[0].board_id,
            subject=Review(pk=review_id),
            reference=moved[0].reference,
            moved=[move.sentence for move in moved],
        )
    log("bank_holiday", f"{holiday.news}: {how_many(moves)}.", by=by, at=at, subject=holiday)


def _catch_up(holiday: BankHoliday, by: User, at: datetime) -> None:
    """What was worked out by the calendar of before while it changed has followed, too."""
    with transaction.atomic():
        late = _late(holiday.day)
        if late:
            _lock(late)
            locked = {move.review_id for move in late}
            late = [move for move in _late(holiday.day) if move.review_id in locked]
            _carry_out(late)
            _log(holiday, late, by, at)


def _late(day: date) -> list[DateMove]:
    return moves_by(day, BankHoliday.objects.calendar())
