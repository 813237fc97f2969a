"""When a digest may be sent: on a working day, from seven to seven by the clock in London."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from reviews.models import BankHoliday
from reviews.statutory import HolidayCalendar, UnknownHolidays

LONDON = ZoneInfo("Europe/London")
OPENS, CLOSES = time(7), time(19)
SATURDAY = 5
ONE_DAY = timedelta(days=1)


def is_open(at: datetime) -> bool:
    """Return whether digests may be sent at this instant."""
    local = at.astimezone(LONDON)
    return OPENS <= local.time() < CLOSES and is_working_day(local.date())


def is_working_day(day: date) -> bool:
    """Return whether people are at work, as far as bank holidays are known."""
    return is_working(day, BankHoliday.objects.calendar())


def working_morning_after(day: date) -> date:
    """Return the next day on which digests are sent."""
    calendar = BankHoliday.objects.calendar()
    day += ONE_DAY
    while not is_working(day, calendar):
        day += ONE_DAY
    return day


def is_working(day: date, calendar: HolidayCalendar) -> bool:
    """Return whether people are at work by this calendar."""
    try:
        return calendar.is_working_day(day)
    except UnknownHolidays:
        # No due date is worked out here: a mail on a holiday is better than no mail for a year.
        return day.weekday() < SATURDAY
