"""Days on which somebody of the family is left in peace."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar, NamedTuple, Self

from django.db import models
from django.db.models import F, Q

from boards.govuk.words import on_paper
from boards.models import User
from reviews.models.relative import Relative

if TYPE_CHECKING:
    from reviews.models.review import Review

ONE_DAY = timedelta(days=1)
LONGEST_YEARLY = timedelta(days=60)
LOOKED_AHEAD = 800  # days; beyond them nobody plans a visit


class QuietDaysQuerySet(models.QuerySet["QuietDays"]):
    def standing(self) -> Self:
        """Keep those that were not taken back."""
        return self.filter(taken_back_at=None)

    def about(self, relatives: Iterable[Relative]) -> Self:
        """Keep those of these people, and those of the whole family."""
        return self.filter(Q(relative=None) | Q(relative__in=list(relatives)))


class QuietDays(models.Model):
    """A day or days without contact, once or every year; without `relative`, for all of them."""

    review = models.ForeignKey(
        "reviews.Review", on_delete=models.PROTECT, related_name="quiet_days"
    )
    relative = models.ForeignKey(
        Relative, null=True, blank=True, on_delete=models.PROTECT, related_name="quiet_days"
    )
    first_on = models.DateField()
    last_on = models.DateField()
    is_yearly = models.BooleanField(default=False)
    reason = models.CharField(max_length=200)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    objects = QuietDaysQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "quiet days"
        ordering = ("first_on", "id")
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(last_on__gte=F("first_on")), name="quiet_days_end_after_start"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="quiet_days_have_a_reason"),
            models.CheckConstraint(
                condition=Q(taken_back_at=None, taken_back_by=None)
                | Q(taken_back_at__isnull=False, taken_back_by__isnull=False),
                name="quiet_days_taken_back_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        to = f" to {on_paper(self.last_on)}" if self.last_on > self.first_on else ""
        yearly = ", every year" if self.is_yearly else ""
        return f"{on_paper(self.first_on)}{to}{yearly}: {self.reason}"

    @property
    def who(self) -> str:
        return self.relative.name if self.relative else "The family"

    def covers(self, on: date) -> bool:
        """Return whether the day is to be left in peace."""
        return any(first <= on <= last for first, last in self._around(on))

    def next_from(self, on: date) -> date | None:
        """Return the day on which it begins next, or began where it lasts; None when it is over."""
        return next((first for first, last in self._around(on) if last >= on), None)

    def _around(self, on: date) -> Iterator[tuple[date, date]]:
        """Yield the first and last days about that time, earliest first."""
        length = self.last_on - self.first_on
        if not self.is_yearly:
            yield self.first_on, self.last_on
            return
        first_year = max(self.first_on.year, on.year - 1)
        for year in range(first_year, max(first_year, on.year + 1) + 1):
            first = in_year(self.first_on, year)
            yield first, first + length


def in_year(day: date, year: int) -> date:
    """Return the same day of another year; 29 February is kept on the 28th."""
    try:
        return day.replace(year=year)
    except ValueError:
        return day.replace(year=year, day=28)


def quiet_on(review: "Review", relatives: Iterable[Relative], on: date) -> list[QuietDays]:
    """Return what speaks against contact with these people on that day."""
    return [each for each in _standing(review, relatives) if each.covers(on)]


def next_free_day(review: "Review", relatives: Iterable[Relative], after: date) -> date | None:
    """Return the first day after `after` on which nothing speaks against contact with them."""
    standing = _standing(review, relatives)
    days = (after + n * ONE_DAY for n in range(1, LOOKED_AHEAD))
    return next((day for day in days if not any(each.covers(day) for each in standing)), None)


def _standing(review: "Review", relatives: Iterable[Relative]) -> list[QuietDays]:
    return list(review.quiet_days.standing().about(relatives).select_related("relative"))


class Anniversary(NamedTuple):
    """The coming anniversary of a child's birth or death; `key` names it in an address."""

    key: str
    on: date
    reason: str


def anniversaries(review: "Review", on: date) -> list[Anniversary]:
    """Return the coming anniversaries of the children, to be proposed as days without contact."""
    found = []
    for child in review.incident.children.all():
        for day, word in ((child.born, "birth"), (child.died, "death")):
            if day is None or day.exact is None:
                continue
            coming = in_year(day.exact, on.year)
            coming = coming if coming >= on else in_year(day.exact, on.year + 1)
            reason = f"Anniversary of the {word} of {child.label}"
            found.append(Anniversary(f"{word}-{child.position}", coming, reason))
    return sorted(found, key=lambda each: each.on)
