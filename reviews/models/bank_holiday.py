"""Bank holidays proclaimed after release, and the calendar with them and those built in."""

from datetime import datetime
from typing import ClassVar, Self

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q

from boards.models import User
from reviews.statutory import ENGLAND, LAST_KNOWN_YEAR, HolidayCalendar


class BankHolidayQuerySet(models.QuerySet["BankHoliday"]):
    def standing(self) -> Self:
        """Keep those that were not withdrawn."""
        return self.filter(withdrawn_at=None)

    def calendar(self) -> HolidayCalendar:
        """Return the built-in calendar with those that stand now. One query."""
        return ENGLAND.with_extra(dict(self.standing().values_list("day", "name")))

    def calendars(self) -> list[HolidayCalendar]:
        """Return every calendar that there has been, the one in force first. One query.

        What was met or had ended keeps its date, so it is explained by the calendar of its time.
        """
        rows = list(self.all())
        instants = {row.added_at for row in rows} | {row.withdrawn_at for row in rows} - {None}
        return [
            ENGLAND.with_extra({row.day: row.name for row in rows if row.stood_at(instant)})
            for instant in sorted(instants, reverse=True)
        ] + [ENGLAND]


class BankHoliday(models.Model):
    """A day off that was proclaimed too late to be built in, as 19 September 2022 was.

    It counts for every board of the installation. One entered by mistake is withdrawn, and stays.
    """

    day = models.DateField()
    name = models.CharField(max_length=80)
    source = models.CharField(max_length=200, help_text="What proclaimed it.")
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    withdrawn_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)

    objects = BankHolidayQuerySet.as_manager()

    class Meta:
        ordering = ("-day", "-id")
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["day"], condition=Q(withdrawn_at=None), name="one_bank_holiday_a_day"
            ),
            models.CheckConstraint(
                condition=~Q(name="") & ~Q(source=""), name="bank_holiday_with_name_and_source"
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at=None, withdrawn_by=None)
                | Q(withdrawn_at__gte=F("added_at"), withdrawn_by__isnull=False),
                name="bank_holiday_withdrawn_at_and_by",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.day:%-d %B %Y}, {self.name}"

    def clean(self) -> None:
        """Refuse a day that is off anyway, or whose year is not known."""
        if reason := self.reason_against():
            raise ValidationError({"day": reason})

    @property
    def news(self) -> str:
        """Return what has become of it, without a full stop."""
        became = "is no bank holiday any more" if self.withdrawn_at else "became a bank holiday"
        return f"{self.day:%-d %B %Y} ({self.name}) {became}"

    def reason_against(self) -> str | None:
        """Return why the day cannot be added, without a full stop, or None if it can."""
        day = f"{self.day:%-d %B %Y}"
        if not ENGLAND.first_year <= self.day.year <= LAST_KNOWN_YEAR:
            return (
                f"Enter a day from {ENGLAND.first_year} to {LAST_KNOWN_YEAR}, "
                "the years whose bank holidays are known"
            )
        if built_in := ENGLAND.name(self.day):
            return f"{day} is {built_in} already, so nothing has to be added"
        if not ENGLAND.is_working_day(self.day):
            return (
                f"{day} is a {self.day:%A}, which is no working day anyway: "
                "enter the weekday that is off"
            )
        standing = BankHoliday.objects.standing().exclude(pk=self.pk).filter(day=self.day).first()
        return f"{day} was added already, as {standing.name}" if standing else None

    def stood_at(self, instant: datetime) -> bool:
        """Return whether it counted at that instant."""
        is_withdrawn = self.withdrawn_at is not None and self.withdrawn_at <= instant
        return self.added_at <= instant and not is_withdrawn
