"""Where two accounts of one event disagree."""

import re

from .account import Account, Difference
from .pairing import swapped
from .reasons import clock, spelt
from .titles import FACTS, TOGETHER
from .understanding import Case, Understood, told_facts
from .words import plain, sentences

HALF_AN_HOUR = 30
MANY_TIMES = 5  # an amount this much larger is of something else
NOT_DIGITS = re.compile(r"[^\d.]")
OPENING = 3  # sentences that tell of the event itself; asides follow
SEEN = {True: "seen", False: "not seen"}


def differences(case: Case, one: int, two: int) -> tuple[Difference, ...]:
    """Days, times, facts and whether the child was seen, where the two accounts differ."""
    a, b = case.accounts[one], case.accounts[two]
    first, second = case.understood[one], case.understood[two]
    kind = case.kind_of_both(one, two)
    seen = _seen(a, b) if kind in TOGETHER else []
    facts = _facts(a, b, FACTS.get(kind, ()))
    return tuple(_day(a, b, first, second) + _time(a, b) + facts + _amounts(first, second) + seen)


def _day(a: Account, b: Account, first: Understood, second: Understood) -> list[Difference]:
    told_later = b.start in first.days or a.start in second.days
    if "day" not in (a.precision, b.precision) or _overlap(a, b) or told_later:
        return []
    days = abs((a.start - b.start).days)
    if b.start == swapped(a.start):
        return [
            Difference("day and month swapped", "Day and month", spelt(a.start), spelt(b.start))
        ]
    dated = f"Dated {days} day{'s' * (days > 1)} apart"
    return [Difference("date", dated, spelt(a.start), spelt(b.start))]


def _overlap(a: Account, b: Account) -> bool:
    return a.start <= b.end and b.start <= a.end


def _time(a: Account, b: Account) -> list[Difference]:
    if not (a.at and b.at and _overlap(a, b)):
        return []
    one, two = (account.at.hour * 60 + account.at.minute for account in (a, b))
    if abs(one - two) <= HALF_AN_HOUR:
        return []
    return [Difference("time", "Time", clock(one), clock(two))]


def _facts(a: Account, b: Account, kinds_families: tuple[str, ...]) -> list[Difference]:
    """What both tell of first and once: whoever names two facts of a family may mean either."""
    found = []
    mine, theirs = _opening_facts(a), _opening_facts(b)
    for family in kinds_families:
        one, two = mine.get(family, {}), theirs.get(family, {})
        if len(one) == len(two) == 1 and one.keys() != two.keys():
            said, other = (next(iter(told.values())) for told in (one, two))
            found.append(Difference("fact", family.capitalize(), said, other))
    return found


def _opening_facts(account: Account) -> dict[str, dict[str, str]]:
    """The facts an account opens with, by family, each with the sentence that tells it."""
    told: dict[str, dict[str, str]] = {}
    for sentence in sentences(plain(account.event))[:OPENING]:
        for fact in told_facts(sentence)[0]:
            told.setdefault(fact.split(":", 1)[0], {}).setdefault(fact, sentence.strip())
    return told


def _amounts(first: Understood, second: Understood) -> list[Difference]:
    found = []
    for mark, of in (("£", "Amount"), ("%", "Percentage")):
        mine = {amount for amount in first.amounts if mark in amount}
        theirs = {amount for amount in second.amounts if mark in amount}
        if len(mine) == len(theirs) == 1 and mine != theirs and _comparable(*mine, *theirs):
            found.append(Difference("fact", of, *mine, *theirs))
    return found


def _comparable(one: str, other: str) -> bool:
    """Whether two amounts may be of one thing: £10 a week is no other account of £1,000 owed."""
    small, large = sorted(float(NOT_DIGITS.sub("", amount)) for amount in (one, other))
    return large <= MANY_TIMES * small


def _seen(a: Account, b: Account) -> list[Difference]:
    if a.child_seen is None or b.child_seen is None or a.child_seen == b.child_seen:
        return []
    return [Difference("child seen", "Child", SEEN[a.child_seen], SEEN[b.child_seen])]
