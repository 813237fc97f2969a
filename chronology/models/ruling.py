"""What somebody said of one mention: that nobody is meant, or who is."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from hashlib import sha256
from typing import ClassVar, Self

from django.db import models
from django.db.models import F, Q

from boards.models import User
from chronology.masking import Ruled
from chronology.models.cast import Person
from chronology.models.entry import Entry
from reviews.models import Review

LONGEST_REASON = 200


class Meaning(models.TextChoices):
    """What a mention is, as somebody said."""

    NOBODY = "left", "Nobody is meant: the words are left as they stand"
    PERSON = "person", "Somebody of the cast is meant"


def digest_of(text: str) -> str:
    """Return what tells a text from every other."""
    return sha256(text.encode()).hexdigest()


class RulingQuerySet(models.QuerySet["Ruling"]):
    def standing(self) -> Self:
        """Keep those that nobody has taken back, or ruled otherwise since."""
        return self.filter(ended_at=None)

    def of(self, review: Review) -> Self:
        """Keep those of the review that stand, the earliest first."""
        mine = self.filter(entry__review=review).standing().order_by("id")
        return mine.select_related("person", "by")


class Ruling(models.Model):
    """Somebody said what the characters `start` to `end` of a cell mean.

    It is about that very text, of which `digest` is kept: once the cell says anything else, the
    ruling means nothing. `surface` is there to be read. Ended, it is kept.
    """

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="rulings")
    cell = models.CharField(max_length=12)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    surface = models.TextField()
    digest = models.CharField(max_length=64)
    meaning = models.CharField(max_length=6, choices=Meaning)
    person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="rulings"
    )
    because = models.CharField(max_length=LONGEST_REASON, blank=True)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    ended_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)

    objects = RulingQuerySet.as_manager()

    class Meta:
        ordering = ("-id",)
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["entry", "cell", "start", "end"],
                condition=Q(ended_at=None),
                name="one_standing_ruling_a_place",
            ),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="ruling_is_about_words"),
            models.CheckConstraint(
                condition=(Q(meaning=Meaning.NOBODY, person=None) & ~Q(because=""))
                | Q(meaning=Meaning.PERSON, person__isnull=False),
                name="ruling_says_who_or_why_nobody",
            ),
            models.CheckConstraint(
                condition=Q(ended_at=None, ended_by=None)
                | Q(ended_at__isnull=False, ended_by__isnull=False),
                name="ruling_ended_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_meaning_display()} ({self.cell}, {self.start} to {self.end})"

    @property
    def place(self) -> tuple[int, str, int, int]:
        return self.entry_id, self.cell, self.start, self.end

    @property
    def ruled(self) -> Ruled:
        """What it does to the text that it is about."""
        if self.person is None:
            return Ruled(self.start, self.end)
        return Ruled(self.start, self.end, self.person.code, self.person.pseudonym)

    def is_about(self, text: str) -> bool:
        """Return whether this is the text of which it was said."""
        return self.digest == digest_of(text)

    def end_at(self, at: datetime, *, by: User) -> None:
        """It is taken back, or something else was said since."""
        self.ended_at, self.ended_by = at, by
        self.save(update_fields=["ended_at", "ended_by"])


def by_place(rulings: Iterable[Ruling]) -> Mapping[tuple[int, str], list[Ruling]]:
    """Return the rulings by entry and cell."""
    found: dict[tuple[int, str], list[Ruling]] = {}
    for each in rulings:
        found.setdefault((each.entry_id, each.cell), []).append(each)
    return found
