"""What was decided, what became of it, and how long each part of the way took."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from statistics import quantiles

from insights.statistics.facts import DAY, Facts
from insights.statistics.figures import Figure, Line, Table, Unit
from insights.statistics.measures import Labels, Measure, fixed
from reviews.states import State

DECISIONS: Labels = (
    ("scr", "Serious case review"),
    ("other", "Another learning review"),
    ("none", "No review"),
)


def decided_on(facts: Facts) -> str:
    """Return the day of the decision that holds now."""
    days = facts.days
    return max(days.get("decided", ""), days.get("decided_no_review", ""))


def decision(facts: Facts) -> tuple[str, str]:
    if facts.state == State.OTHER_REVIEW:
        return "other", "n"
    return ("none" if facts.state == State.NO_REVIEW else "scr"), "n"


DECIDED = Measure(
    "decisions",
    "Decisions",
    "A case is counted in the period of the Chair's decision that holds now: one that was reopened "
    "is counted once, by its last decision.",
    decided_on,
    lambda facts: bool(decided_on(facts)),
    decision,
    fixed(DECISIONS),
)
HARM: Labels = (
    ("death", "A child died"),
    ("serious_harm", "A child was seriously harmed"),
    ("not_known", "Not known"),
)
INITIATED = Measure(
    "initiated",
    "Serious case reviews initiated",
    "A review is counted in the period of the decision to hold it, by what its notification said "
    "had happened.",
    lambda facts: facts.days.get("decided", ""),
    lambda facts: bool(facts.days.get("decided")),
    lambda facts: (facts.harm or "not_known", "n"),
    fixed(HARM),
)
EXTENSIONS: Labels = (("extended", "Extended"), ("not_extended", "Not extended"))
EXTENDED = Measure(
    "extensions",
    "Extensions of the date of completion",
    "A review is counted in the period of the decision to hold it. Reviews brought in from a "
    "board's records have no extensions on record.",
    lambda facts: facts.days.get("decided", ""),
    lambda facts: bool(facts.days.get("decided")),
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
DURATIONS = "durations"


def durations(reviews: Iterable[Facts], first: date, last: date) -> Table:
    """Return how many days each part of the way took, of the parts that ended in the period."""
    reviews = list(reviews)
    lines = []
    for begin, end, label in WAYS:
        days = sorted(taken for _, taken in ways_taken(reviews, begin, end, first, last))
        figures = (len(days), *quartiles(days))
        key = f"{begin}.{end}"
        lines.append(Line(label, tuple(Figure(number, 0, key) for number in figures)))
    return Table(
        DURATIONS,
        "How long each part took",
        Unit.REVIEWS,
        ("Reviews", "A quarter took at most", "Half took at most", "Three quarters took at most"),
        tuple(lines),
        len(reviews),
        "In calendar days, of reviews whose days are known exactly and whose part of the way ended "
        "in the period. Where the day of learning of it is not known, the notification stands in.",
        has_percentages=False,
    )


def ways_taken(
    reviews: Iterable[Facts], begin: str, end: str, first: date, last: date
) -> list[tuple[int, int]]:
    """Return (review, days) for each that has both days exactly and in order."""
    found = []
    started_on, ended_on = text_of(begin), text_of(end)
    opens, closes = first.isoformat(), last.isoformat()
    for facts in reviews:
        ended = ended_on(facts)
        if len(ended) != DAY or not opens <= ended <= closes:
            continue
        started = started_on(facts)
        if len(started) == DAY and started <= ended:
            taken = date.fromisoformat(ended) - date.fromisoformat(started)
            found.append((facts.pk, taken.days))
    return found


def text_of(name: str) -> Callable[[Facts], str]:
    """Return what gives the day of an event, or of learning or completion as the tables do."""
    derived = {"learned": lambda facts: facts.learned, "completed": lambda facts: facts.completed}
    return derived.get(name) or (lambda facts: facts.days.get(name, ""))


def quartiles(days: list[int]) -> tuple[int | None, ...]:
    """Return the quartiles in whole days; none of fewer than four."""
    if len(days) < 4:
        return None, None, None
    return tuple(round(each) for each in quantiles(days, n=4, method="inclusive"))
