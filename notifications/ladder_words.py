"""A ladder as it is read aloud."""

from boards.govuk.words import counted, listed
from notifications.ladder import MAY_BE_TOLD, About, Ladder, Steps, Tier, Told

SPOKEN: dict[Tier, str] = {
    Tier.OWNER: "the owner and the deputy",
    Tier.STAND_IN: "the business manager, as nobody owns the review",
    Tier.COVER: "whoever covers for the owner",
    Tier.MANAGER: "the business manager",
    Tier.CHAIR: "the LSCB Chair",
    Tier.AGENCY: "the agency’s author",
    Tier.CHIEF: "the agency’s chief officer",
    Tier.PANEL: "the panel chair and the overview author",
    Tier.DOER: "whoever is to do it, if they have an account,",
}
PLURAL = {Tier.OWNER, Tier.PANEL}


def in_words(ladder: Ladder) -> list[tuple[str, list[str]]]:
    """Return for each kind of deadline its name and who is told when, one sentence each."""
    return [(title, said) for _part, title, said in parts_in_words(ladder)[1:]]


def parts_in_words(ladder: Ladder) -> list[tuple[str, str, list[str]]]:
    """Return (part, title, sentences) of each part of the ladder, as its page lists them."""
    summary = "is sent a summary every week" if ladder.is_weekly else "is sent no summary"
    days = _capital(f"{stages_in_words(ladder.steps)}, unless it has days of its own.")
    return [
        ("days", "Every kind of deadline", [days]),
        *((about.value, str(about.label), _sentences(ladder, about)) for about in About),
        ("week", "The week", [f"The business manager {summary}."]),
    ]


def _sentences(ladder: Ladder, about: About) -> list[str]:
    told = [each for each in ladder.told if each.about is about]
    first = [each for each in told if each.from_days_left is None]
    later = sorted(
        (each for each in told if each.from_days_left is not None),
        key=lambda each: -each.from_days_left,
    )
    people = listed(SPOKEN[each.tier] for each in in_order(about, first))
    verb = "are" if len(first) > 1 or first[0].tier in PLURAL else "is"
    opening = f"{_capital(people)} {verb} told {stages_in_words(ladder.steps_of(about))}."
    return [opening, *(_joins(each) for each in later)]


def in_order(about: About, told: list[Told]) -> list[Told]:
    """Return them in the order in which a board is asked about them."""
    return sorted(told, key=lambda each: MAY_BE_TOLD[about].index(each.tier))


def stages_in_words(steps: Steps) -> str:
    """Return "28, 14 and 7 days before, on the day and every 7 days after"."""
    parts = []
    ahead = sorted((day for day in steps.before if day), reverse=True)
    if ahead:
        days = listed(str(day) for day in ahead)
        parts.append(f"{days} {'day' if ahead == [1] else 'days'} before")
    if 0 in steps.before:
        parts.append("on the day")
    if steps.every:
        parts.append("every day after" if steps.every == 1 else f"every {steps.every} days after")
    return listed(parts)


def _joins(told: Told) -> str:
    verb = "are" if told.tier in PLURAL else "is"
    return f"{_capital(SPOKEN[told.tier])} {verb} told as well, {since(told.from_days_left or 0)}."


def since(days_left: int) -> str:
    """Return from when on: "from 7 days after it", "from the day itself"."""
    if days_left == 0:
        return "from the day itself"
    return f"from {counted(abs(days_left), 'day')} {'before' if days_left > 0 else 'after'} it"


def rung(stage: int) -> str:
    """Return "7 days before", "On the day", "14 days after"."""
    if not stage:
        return "On the day"
    return f"{counted(abs(stage), 'day')} {'before' if stage > 0 else 'after'}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
