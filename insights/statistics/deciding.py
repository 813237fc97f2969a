"""What was decided, what became of it, and how long each part of the way took."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from operator import attrgetter
from statistics import quantiles

from insights.statistics.facts import DAY, Facts
from insights.statistics.figures import Figure, Line, Table, Unit
from insights.statistics.measures import EVERY, Cohort, InPeriod, Labels, Measure, fixed
from reviews.states import State

DECISIONS: Labels = (
    ("scr", "Serious case review"),
    ("other", "Another learning review"),
    ("none", "No review"),
)


def decided_on(facts: Facts) -> str:
    """Return the day of the decision that holds now."""
    return max(facts.decided, facts.decided_no_review)


def decision(facts: Facts) -> tuple[str, str]:
    if facts.state == State.OTHER_REVIEW:
        return "other", "n"
    return ("none" if facts.state == State.NO_REVIEW else "scr"), "n"


DECIDED = Measure(
    "decisions",
    "Decisions",
    "A case is counted in the period of the Chair's decision that holds now: one that was reopened "
    "is counted once, by its last decision.",
    Cohort(decided_on, lambda facts: bool(decided_on(facts))),
    decision,
    fixed(DECISIONS),
)
HARM: Labels = (
    ("death", "A child died"),
    ("serious_harm", "A child was seriously harmed"),
    ("not_known", "Not known"),
)
DECIDED_TO_HOLD = Cohort(lambda facts: facts.decided, lambda facts: bool(facts.decided))
INITIATED = Measure(
    "initiated",
    "Serious case reviews initiated",
    "A review is counted in the period of the decision to hold it, by what its notification said "
    "had happened.",
    DECIDED_TO_HOLD,
    lambda facts: (facts.harm or "not_known", "n"),
    fixed(HARM),
)
EXTENSIONS: Labels = (("extended", "Extended"), ("not_extended", "Not extended"))
EXTENDED = Measure(
    "extensions",
    "Extensions of the date of completion",
    "A review is counted in the period of the decision to hold it. Reviews brought in from a "
    "board's records have no extensions on record.",
    DECIDED_TO_HOLD,
    lambda facts: ("extended" if facts.extended_to else "not_extended", "n"),
    fixed(EXTENSIONS),
)

WAYS: Sequence[tuple[str, str, str]] = (
    ("happened", "learned", "From the incident to learning of it"),
    ("learned", "decided", "From learning of it to the decision"),
    ("decided", "completed", "From the decision to completion"),
    ("completed", "submitted", "From completion to submission"),
    ("submitted", "evaluated", "From submission to Ofsted's letter"),
    ("decided", "published", "From the decision to publication"),
)


@dataclass(frozen=True, slots=True)
class Durations:
    """The table of how long each part of the way took, of the parts that ended in the period."""

    slug: str
    title: str
    note: str
    heads: tuple[str, ...]

    def table(self, reviews: InPeriod) -> Table:
        """Return the table of the period, in calendar days."""
        lines = tuple(self._line(reviews, *way) for way in WAYS)
        n = len(self._any_way(reviews))
        about = (self.slug, self.title, Unit.REVIEWS, self.heads, lines, n)
        return Table(*about, self.note, has_percentages=False)

    @staticmethod
    def _any_way(reviews: InPeriod) -> list[int]:
        """Return the reviews of which any part of the way ended in the period, each once."""
        ended = (pk for begin, end, _ in WAYS for pk, _ in ways_taken(reviews, begin, end))
        return list(dict.fromkeys(ended))

    @staticmethod
    def _line(reviews: InPeriod, begin: str, end: str, label: str) -> Line:
        days = sorted(taken for _, taken in ways_taken(reviews, begin, end))
        figures = (len(days), *quartiles(days))
        return Line(label, tuple(Figure(number, 0, f"{begin}.{end}") for number in figures))

    def behind(self, reviews: InPeriod, key: str) -> list[int] | None:
        """Return the ids of the reviews that went this part of the way; None: no such part."""
        if key == EVERY:
            return self._any_way(reviews)
        begin, _, end = key.partition(".")
        if (begin, end) not in {way[:2] for way in WAYS}:
            return None
        return [pk for pk, _ in ways_taken(reviews, begin, end)]


DURATIONS = Durations(
    "durations",
    "How long each part took",
    "In calendar days, of reviews whose days are known exactly and whose part of the way ended "
    "in the period. Where the day of learning of it is not known, the notification stands in. A "
    "review is counted in each part that it went; n counts it once.",
    (
        "Reviews",
        "A quarter took at most, in days",
        "Half took at most, in days",
        "Three quarters took at most, in days",
    ),
)


def ways_taken(reviews: InPeriod, begin: str, end: str) -> Iterator[tuple[int, int]]:
    """Yield (review, days) for each that has both days exactly and in order."""
    days = attrgetter(begin, end)
    opens, closes = reviews.first.isoformat(), reviews.last.isoformat()
    for facts in reviews.reviews:
        began, ended = days(facts)
        if len(began) == len(ended) == DAY and began <= ended and opens <= ended <= closes:
            yield facts.pk, ordinal(ended) - ordinal(began)


@lru_cache(maxsize=50_000)
def ordinal(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def quartiles(days: list[int]) -> tuple[int | None, ...]:
    """Return the quartiles in whole days; none of fewer than four."""
    if len(days) < 4:
        return None, None, None
    return tuple(round(each) for each in quantiles(days, n=4, method="inclusive"))
