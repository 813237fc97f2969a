"""When a digest may be sent: on a working day, from seven to seven by the clock in London."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from reviews.models import BankHoliday
from reviews.statutory import HolidayCalendar, UnknownHolidays

LONDON = ZoneInfo("Europe/London")
OPENS, CLOSES = time(7), time(19)
SATURDAY = 5


def is_open(at: datetime) -> bool:
    """Return whether digests may be sent at this instant."""
    local = at.astimezone(LONDON)
    return OPENS <= local.time() < CLOSES and is_working_day(local.date())


def is_working_day(day: date) -> bool:
    """Return whether people are at work, as far as bank holidays are known."""
    return _is_working(day, BankHoliday.objects.calendar())


def _is_working(day: date, calendar: HolidayCalendar) -> bool:
    try:
        return calendar.is_working_day(day)
    except UnknownHolidays:
        # No due date is worked out here: a mail on a holiday is better than no mail for a year.
        return day.weekday() < SATURDAY
