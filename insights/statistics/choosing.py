"""Which reviews the tables are of, and of which period, as an address or a command says."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import QuerySet

from boards.listing import Choice, Day, Narrowed
from boards.models import Board, User
from insights.filters import ANY, boards_seen
from insights.statistics.topics import TOPICS
from reviews.models import Review
from reviews.statutory import GUIDANCE

FIRST_DAY = date(2006, 4, 1)  # the first guidance that the portal knows
ALL, OWN = "all", "own"


@dataclass(frozen=True, slots=True)
class Period:
    """Both days included."""

    first: date
    last: date

    @property
    def before(self) -> "Period":
        """Return the period of the same length that ended the day before this one began."""
        if self.is_of_years:
            return Period(_year_before(self.first), _year_before(self.last))
        length = (self.last - self.first).days + 1
        return Period(self.first - timedelta(days=length), self.first - timedelta(days=1))

    @property
    def is_of_years(self) -> bool:
        """Return whether it is one whole year, of the calendar or of finance."""
        after = self.last + timedelta(days=1)
        return (after.year, after.month, after.day) == (
            self.first.year + 1,
            self.first.month,
            self.first.day,
        )


def _year_before(day: date) -> date:
    return day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)


def filters_for(user: User) -> tuple[Choice | Day, ...]:
    """Return what the page may be narrowed by, for who sees these boards."""
    boards = boards_seen(user)
    regions = sorted({board.region for board in boards})
    choices = [
        Choice(
            "topic",
            "Tables",
            lambda rows, _: rows,
            options=[("", "All"), *((topic.slug, topic.name) for topic in TOPICS)],
        ),
        Choice(
            "guidance",
            "Guidance of the decision",
            lambda rows, _: rows,
            options=[ANY, *((slug, each.name) for slug, each in GUIDANCE.items())],
        ),
    ]
    if len(boards) > 1:
        choices += [
            Choice(
                "region",
                "Region",
                lambda rows, region: rows.filter(board__region=region),
                options=[ANY, *((region, region) for region in regions)],
            ),
            Choice(
                "board",
                "Board",
                lambda rows, slug: rows.filter(board__slug=slug),
                options=[ANY, *((board.slug, board.name) for board in boards)],
            ),
        ]
    days = (
        Day("from", "From", lambda rows, _: rows),
        Day("to", "To", lambda rows, _: rows),
        Day("then_from", "Compared with: from", lambda rows, _: rows),
        Day("then_to", "Compared with: to", lambda rows, _: rows),
    )
    return (*days, *choices)


def financial_year(on: date) -> Period:
    """Return the year from April to March that the day lies in."""
    year = on.year if on.month >= 4 else on.year - 1
    return Period(date(year, 4, 1), date(year + 1, 3, 31))


def period_of(chosen: Narrowed, *, on: date) -> Period:
    """Return the period asked for; without one, everything up to the day `on`."""
    first, last = chosen.values["from"] or FIRST_DAY, chosen.values["to"] or on
    if last < first:
        chosen.notices.append("The period ends before it begins, so the two days were exchanged.")
        first, last = last, first
    return Period(first, last)


def compared_period(chosen: Narrowed, period: Period) -> Period | None:
    """Return the period that is laid beside: the one asked for, or the one before.

    None where all that there is is looked at: nothing lies before it.
    """
    first, last = chosen.values["then_from"], chosen.values["then_to"]
    if first and last and first <= last:
        return Period(first, last)
    return period.before if period.first > FIRST_DAY else None


def reviews_for(user: User) -> QuerySet[Review]:
    return Review.objects.visible_to(user)


def is_outside(user: User, board: Board | None) -> bool:
    """Return whether small numbers are hidden: from who sits on no board that is counted."""
    own = {seat.board_id for seat in user.seats()}
    return None in own or (board is not None and board.pk not in own)
