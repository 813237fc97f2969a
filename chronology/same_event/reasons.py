"""Why two accounts may be of one event, in sentences for whoever confirms it."""

from datetime import date

from .account import Account
from .comparison import apart
from .mentions import speaks_of
from .pairing import NEAR, swapped
from .titles import TITLES
from .understanding import Case, Understood

SURE = 0.2  # below this, the kind of contact is not named as a reason
MOST_FACTS = 4
A_QUARTER = 15


def spelt(day: date) -> str:
    """12 May 2009."""
    return f"{day.day} {day:%B %Y}"


def clock(minutes: int) -> str:
    """10:40."""
    return f"{minutes // 60:02}:{minutes % 60:02}"


def reasons(case: Case, one: int, two: int) -> tuple[str, ...]:
    """What speaks for one event, the weightiest first."""
    a, b = case.accounts[one], case.accounts[two]
    first, second = case.understood[one], case.understood[two]
    return tuple(
        _kind(case, one, two)
        + _days(a, b, first, second)
        + _times(first, second)
        + _facts(first, second)
        + _people(case, first, second)
        + _agencies(a, b, first, second)
    )


def _kind(case: Case, one: int, two: int) -> list[str]:
    each = case.kinds[one] * case.kinds[two] * case.model.shared
    kind = case.model.kinds[each.argmax()]
    return [f"Both tell of {TITLES[kind]}"] if each.max() >= SURE and kind in TITLES else []


def _days(a: Account, b: Account, first: Understood, second: Understood) -> list[str]:
    said = []
    if a.start == b.start:
        said.append("Same day")
    elif b.start == swapped(a.start):
        said.append(f"Same day with day and month swapped: {spelt(a.start)}, {spelt(b.start)}")
    for here, there, named in ((a, b, first.days), (b, a, second.days)):
        if there.start in named and here.start != there.start:
            said.append(
                f"One is dated when the agency was told: the text names {spelt(there.start)}"
            )
        elif here.start < there.start <= here.end or here.start == there.start < here.end:
            said.append(f"{spelt(there.start)} lies within {here.raw_date or 'the other date'}")
    days = abs((a.start - b.start).days)
    if not said and days:
        near = "few days" if days <= NEAR else "time it takes to be told"
        said.append(f"{days} day{'s' if days > 1 else ''} apart, within the {near}")
    return said


def _times(first: Understood, second: Understood) -> list[str]:
    minutes = apart(first.times, second.times)
    if minutes is None or minutes > A_QUARTER:
        return []
    mine, theirs = min(
        ((x, y) for x in first.times for y in second.times), key=lambda pair: abs(pair[0] - pair[1])
    )
    return [f"Both at {clock(mine)}" if not minutes else f"{clock(mine)} and {clock(theirs)}"]


def _facts(first: Understood, second: Understood) -> list[str]:
    said = [f"Both give {amount}" for amount in sorted(first.amounts & second.amounts)]
    shared = sorted((first.facts & second.facts) | (first.asides & second.asides))
    names = list(dict.fromkeys(fact.split(": ", 1)[1] for fact in shared))[:MOST_FACTS]
    return said + ([f"Both mention: {', '.join(names)}"] if names else [])


def _people(case: Case, first: Understood, second: Understood) -> list[str]:
    rare = sorted((first.names & second.names) - case.family)
    return [f"Both name {', '.join(name.title() for name in rare[:MOST_FACTS])}"] if rare else []


def _agencies(a: Account, b: Account, first: Understood, second: Understood) -> list[str]:
    said = []
    if speaks_of(first.stems, second.perspective):
        said.append(f"{a.agency} speaks of {b.agency}")
    if speaks_of(second.stems, first.perspective):
        said.append(f"{b.agency} speaks of {a.agency}")
    return said
