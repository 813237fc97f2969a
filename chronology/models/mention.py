"""Where somebody of the cast is named in the rows: found by a worker, made anew at any time."""

from collections.abc import Collection
from typing import ClassVar, Self

from django.db import models
from django.db.models import Exists, F, OuterRef, Q

from chronology.masking import Doubt, as_compared
from chronology.models.cast import Person
from chronology.models.entry import Entry
from chronology.models.ruling import Ruling

DOUBTFUL = (Doubt.WORD, Doubt.SHARED, Doubt.MISSPELT)
LONGEST = 200  # characters by which a mention is compared


def compared(text: str) -> str:
    """Return words as they are kept, to be compared with a way of writing."""
    return as_compared(text)[:LONGEST]


class MentionQuerySet(models.QuerySet["Mention"]):
    def standing(self) -> Self:
        """Keep those in rows that stand."""
        return self.filter(entry__withdrawn_at=None, entry__is_note=False)

    def doubtful(self) -> Self:
        """Keep those that are hidden and may be ordinary words, somebody else, or misspelt."""
        return self.filter(doubt__in=DOUBTFUL)

    def left(self) -> Self:
        """Keep the words that are a name and were not taken for one."""
        return self.filter(doubt=Doubt.LEFT)

    def with_rulings(self, but_for: Collection[int] = ()) -> Self:
        """Say of each whether somebody has ruled on it; `but_for` are rulings that do not count."""
        place = {name: OuterRef(name) for name in ("entry_id", "cell", "start", "end")}
        rulings = Ruling.objects.standing().filter(**place).exclude(pk__in=but_for)
        return self.annotate(is_ruled=Exists(rulings))

    def in_order(self) -> Self:
        order = ("date_start", "minute", "sequence", "id")
        return self.order_by(*(f"entry__{name}" for name in order), "cell", "start")


class Mention(models.Model):
    """Somebody may be meant by the characters `start` to `end` of a cell of an entry.

    `written` are the words as they are compared with a way of writing; `doubt` why to look at it.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="mentions")
    entry = models.ForeignKey(Entry, on_delete=models.CASCADE, related_name="mentions")
    cell = models.CharField(max_length=12)
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    written = models.CharField(max_length=LONGEST)
    doubt = models.CharField(max_length=8, blank=True, choices=[(d.value, d.name) for d in Doubt])

    objects = MentionQuerySet.as_manager()

    class Meta:
        ordering = ("entry", "cell", "start")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["person", "entry", "cell", "start", "end"], name="one_mention_a_place"
            ),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="mention_has_words"),
        ]

    def __str__(self) -> str:
        return f"{self.entry_id}, {self.cell}, {self.start} to {self.end}"
