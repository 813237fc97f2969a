"""Somebody is away, and somebody else of the board covers for them meanwhile."""

from datetime import date, datetime
from typing import ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Exists, F, OuterRef, Q

from boards.govuk.words import on_paper
from boards.models import Board, User
from records.models import log
from reviews.models.hand_over import OWNERS


class AbsenceQuerySet(models.QuerySet["Absence"]):
    def standing(self) -> Self:
        return self.filter(cancelled_at=None)

    def on(self, day: date) -> Self:
        """Keep those during which the day falls; the first and the last day count."""
        return self.standing().filter(from_on__lte=day, to_on__gte=day)

    def overlapping(self, first: date, last: date) -> Self:
        return self.standing().filter(from_on__lte=last, to_on__gte=first)

    def visible_to(self, user: User) -> Self:
        """Keep those of the user, and those during which they cover, on their boards today."""
        theirs = Q(person=user) | Q(cover=user)
        return self.filter(theirs, board__in=user.boards_seen_as(*OWNERS))


class Absence(models.Model):
    """From one day to another, `cover` sees and runs what `person` owns on the board."""

    board = models.ForeignKey(Board, on_delete=models.PROTECT, related_name="absences")
    person = models.ForeignKey(User, on_delete=models.PROTECT, related_name="absences")
    cover = models.ForeignKey(User, on_delete=models.PROTECT, related_name="absences_covered")
    from_on = models.DateField()
    to_on = models.DateField()
    at = models.DateTimeField()
    cancelled_at = models.DateTimeField(null=True)

    objects = AbsenceQuerySet.as_manager()

    class Meta:
        ordering = ("from_on", "id")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(to_on__gte=F("from_on")), name="absence_ends_after_it_begins"
            ),
            models.CheckConstraint(
                condition=~Q(person=F("cover")), name="nobody_covers_themselves"
            ),
            models.UniqueConstraint(
                fields=["board", "person", "from_on"],
                condition=Q(cancelled_at=None),
                name="one_absence_from_a_day",
            ),
        ]

    def __str__(self) -> str:
        return (
            f"{self.person} is away from {on_paper(self.from_on)} to {on_paper(self.to_on)}, "
            f"covered by {self.cover}"
        )

    @classmethod
    def record(
        cls, person: User, *, board: Board, cover: User, from_on: date, to_on: date, at: datetime
    ) -> "Absence":
        """The person is away, and covered for.

        Raises ValidationError, naming the field, when either is away already in that time.
        """
        with transaction.atomic():
            # Without the key, as wherever a board is locked: log entries name it.
            Board.objects.select_for_update(no_key=True).get(pk=board.pk)
            meanwhile = cls.objects.overlapping(from_on, to_on).filter(board=board)
            if earlier := meanwhile.filter(person=person).first():
                raise ValidationError({"from_on": f"{earlier} already: cancel that first."})
            if theirs := meanwhile.filter(person=cover).first():
                raise ValidationError({"cover": f"{theirs}: choose somebody else."})
            made = cls.objects.create(
                board=board, person=person, cover=cover, from_on=from_on, to_on=to_on, at=at
            )
            log("be_away", f"{made}.", by=person, at=at, board=board)
        return made

    def cancel(self, *, at: datetime) -> None:
        """The person is not away after all, or back early: nobody covers any more."""
        self.cancelled_at = at
        self.save(update_fields=["cancelled_at"])
        log("be_back", f"Cancelled: {self}.", by=self.person, at=at, board=self.board)


def covered_by(viewer: User | OuterRef, *, on: date, to_review: str = "") -> Exists:
    """Return whether the viewer covers on that day for the owner of the review in the query."""
    return Exists(
        Absence.objects.on(on).filter(
            person=OuterRef(f"{to_review}owner"), board=OuterRef(f"{to_review}board"), cover=viewer
        )
    )
