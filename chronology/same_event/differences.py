"""Where two accounts of one event disagree."""

from .account import Account, Difference
from .comparison import families
from .lexicon import lexicon
from .pairing import swapped
from .reasons import clock, spelt
from .understanding import Case, Understood
from .words import plain, sentences, words

HALF_AN_HOUR = 30
VAGUE = frozenset(("topic", "body part", "home", "mechanism", "side"))
NEVER = frozenset(("outcome police",))
SEEN = {True: "seen", False: "not seen"}


def differences(case: Case, one: int, two: int) -> tuple[Difference, ...]:
    """Days, times, facts and whether the child was seen, where the two accounts differ."""
    a, b = case.accounts[one], case.accounts[two]
    first, second = case.understood[one], case.understood[two]
    return tuple(_day(a, b, first, second) + _time(a, b) + _fact(a, b, first, second) + _seen(a, b))


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
        Difference("date", f"{days} day{'s' * (days > 1)} apart", spelt(a.start), spelt(b.start))
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


def _fact(a: Account, b: Account, first: Understood, second: Understood) -> list[Difference]:
    found = []
    for family in sorted(_at_odds(first, second)):
        mine, theirs = _told(a, family), _told(b, family)
        if mine and theirs:
            found.append(Difference("fact", family.capitalize(), mine, theirs))
    if money := _amounts(first, second):
        found.append(money)
    return found


def _at_odds(first: Understood, second: Understood) -> frozenset[str]:
    """Families of facts in which each names something and they share nothing."""
    shared = families(first.facts & second.facts)
    return (families(first.facts) & families(second.facts)) - shared - NEVER


def _told(account: Account, family: str) -> str:
    """The sentence in which an account names a fact of the family."""
    for sentence in sentences(plain(account.event)):
        if any(c.startswith(f"{family}:") for c in lexicon().concepts(words(sentence))):
            return sentence.strip()
    return ""


def _amounts(first: Understood, second: Understood) -> Difference | None:
    for mark, of in (("£", "Amount"), ("%", "Percentage")):
        mine = {amount for amount in first.amounts if mark in amount}
        theirs = {amount for amount in second.amounts if mark in amount}
        if mine and theirs and not mine & theirs:
            return Difference("fact", of, ", ".join(sorted(mine)), ", ".join(sorted(theirs)))
    return None


def _seen(a: Account, b: Account) -> list[Difference]:
    if a.child_seen is None or b.child_seen is None or a.child_seen == b.child_seen:
        return []
    return [Difference("child seen", "Child", SEEN[a.child_seen], SEEN[b.child_seen])]
