"""Where two accounts of one event disagree."""

from .account import Account, Difference
from .comparison import families
from .pairing import swapped
from .reasons import clock, spelt
from .titles import FACTS, TOGETHER
from .understanding import Case, Understood, told_facts
from .words import plain, sentences

HALF_AN_HOUR = 30
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
    return [
        Difference(
            "date", f"Dated {days} day{'s' * (days > 1)} apart", spelt(a.start), spelt(b.start)
        )
    ]


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
    found = []
    mine, theirs = told_facts(plain(a.event))[0], told_facts(plain(b.event))[0]
    at_odds = (families(mine) & families(theirs)) - families(mine & theirs)
    for family in kinds_families:
        if family in at_odds:
            told = (_told(account, family) for account in (a, b))
            found.append(Difference("fact", family.capitalize(), *told))
    return found


def _told(account: Account, family: str) -> str:
    """The first sentence in which an account names a fact of the family."""
    for sentence in sentences(plain(account.event)):
        if any(c.startswith(f"{family}:") for c in told_facts(sentence)[0]):
            return sentence.strip()
    return ""


def _amounts(first: Understood, second: Understood) -> list[Difference]:
    found = []
    for mark, of in (("£", "Amount"), ("%", "Percentage")):
        mine = {amount for amount in first.amounts if mark in amount}
        theirs = {amount for amount in second.amounts if mark in amount}
        if mine and theirs and not mine & theirs:
            told = (", ".join(sorted(some)) for some in (mine, theirs))
            found.append(Difference("fact", of, *told))
    return found


def _seen(a: Account, b: Account) -> list[Difference]:
    if a.child_seen is None or b.child_seen is None or a.child_seen == b.child_seen:
        return []
    return [Difference("child seen", "Child", SEEN[a.child_seen], SEEN[b.child_seen])]
