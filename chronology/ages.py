"""How old a child was at an event, and how long after the last contact, as one would say it.

Either date may be known only to the month or year: then the age is one of several.
"""

from dataclasses import dataclass
from datetime import date
from typing import Protocol

TERM_WEEKS = 40
LATEST_TERM_DAYS = 42 * 7
DAYS_UNTIL, WEEKS_UNTIL, MONTHS_UNTIL = 14, 13 * 7, 24
"""Under two weeks in days, under thirteen weeks in weeks, under two years in months as well."""


class Possible(Protocol):
    """Every day from `earliest` to `latest` is possible, as in a PartialDate."""

    @property
    def earliest(self) -> date: ...

    @property
    def latest(self) -> date: ...


@dataclass(frozen=True, slots=True)
class Days:
    """Days known to lie from `earliest` to `latest`; one day where both are the same."""

    earliest: date
    latest: date

    @classmethod
    def on(cls, day: date) -> "Days":
        return cls(day, day)


@dataclass(frozen=True, slots=True)
class Age:
    """The youngest and oldest the child can have been; days below zero are days before birth."""

    least_days: int
    most_days: int
    least_months: int
    most_months: int

    @property
    def is_certain(self) -> bool:
        """Whether only one age is possible, to the month."""
        return self.least_months == self.most_months

    @property
    def months(self) -> tuple[int, int]:
        """Whole months, youngest and oldest; never below zero."""
        return max(self.least_months, 0), max(self.most_months, 0)

    def __str__(self) -> str:
        if self.most_days < 0:
            return _unborn(self.least_days, self.most_days)
        if self.least_days < 0:
            return f"unborn or up to {_spoken(self.most_days, self.most_months)}"
        if self.least_days == self.most_days or (self.is_certain and self.least_months >= 3):
            return _spoken(self.least_days, self.least_months)
        return self._one_of_several()

    def _one_of_several(self) -> str:
        least, most = self.least_months, self.most_months
        if least >= MONTHS_UNTIL or (most >= MONTHS_UNTIL and least >= 12):
            return _between(least // 12, most // 12, "year")
        if most < MONTHS_UNTIL and least >= 3:
            return _between(least, most, "month")
        young, old = (
            _spoken(self.least_days, least),
            _spoken(self.most_days, most),
        )
        return young if young == old else f"from {young} to {old}"


def age_at(born: Possible, event: Possible) -> Age:
    """The child's age at an event: youngest if born late and seen early, oldest the other way."""
    return Age(
        least_days=(event.earliest - born.latest).days,
        most_days=(event.latest - born.earliest).days,
        least_months=months_between(born.latest, event.earliest),
        most_months=months_between(born.earliest, event.latest),
    )


def months_between(start: date, end: date) -> int:
    """Whole months; one born on the 31st is a month older on the last day of a short month."""
    months = (end.year - start.year) * 12 + end.month - start.month
    return months - (end.day < start.day and not _is_last_of_month(end))


def since_last_contact(days: int) -> str:
    """“the same day”, “1 day later”, “94 days later”."""
    return "the same day" if days == 0 else f"{_counted(days, 'day')} later"


def apart(here: Possible, there: Possible) -> str:
    """“94 days later (3 months)”, “2 days earlier”, “the same day”; “between 60 and 91 days
    later” where one of the two is known to more than a day.
    """
    least, most = (there.earliest - here.latest).days, (there.latest - here.earliest).days
    if least != most and least < 0 < most:
        return f"from {_counted(-least, 'day')} earlier to {_counted(most, 'day')} later"
    if least == most == 0:
        return "the same day"
    if most <= 0:
        return _stretch(-most, -least, "earlier", there.latest, here.earliest)
    return _stretch(least, most, "later", here.latest, there.earliest)


def _stretch(least: int, most: int, way: str, start: date, end: date) -> str:
    if least != most:
        return f"between {least} and {_counted(most, 'day')} {way}"
    is_long = months_between(start, end) > 0
    words = f" ({_spoken(least, months_between(start, end))})" if is_long else ""
    return f"{_counted(least, 'day')} {way}{words}"


def _is_last_of_month(day: date) -> bool:
    return date.fromordinal(day.toordinal() + 1).day == 1


def _unborn(least_days: int, most_days: int) -> str:
    """Weeks of pregnancy, taking the day of birth, or the day due, for forty weeks."""
    if -least_days > LATEST_TERM_DAYS:
        return "before the pregnancy" if -most_days > LATEST_TERM_DAYS else "unborn, if conceived"
    first, last = (max((TERM_WEEKS * 7 + days) // 7, 0) for days in (least_days, most_days))
    about = "about " if last - first < 2 else ""
    return f"unborn, {about}{_between(first, last, 'week')}"


def _spoken(days: int, months: int) -> str:
    if days < DAYS_UNTIL:
        return _counted(days, "day") if days else "newborn"
    if days < WEEKS_UNTIL:
        return _counted(days // 7, "week")
    years, rest = divmod(months, 12)
    if not years:
        return _counted(months, "month")
    return _counted(years, "year") + (f" {_counted(rest, 'month')}" if rest else "")


def _between(first: int, last: int, unit: str) -> str:
    if first == last:
        return _counted(first, unit)
    if last == first + 1:
        return f"{first} or {_counted(last, unit)}"
    return f"between {first} and {_counted(last, unit)}"


def _counted(number: int, unit: str) -> str:
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"
