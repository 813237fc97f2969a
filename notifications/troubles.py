"""What is wrong with the portal, in sentences: what happened, and what to do about it."""

from dataclasses import dataclass
from datetime import timedelta

from boards.govuk.words import counted, length_on_paper
from notifications.health import Health


@dataclass(frozen=True, slots=True)
class Limits:
    """How long beat may be silent, and how long a reminder may wait to be sent."""

    beat: timedelta = timedelta(minutes=15)
    backlog: timedelta = timedelta(minutes=60)


@dataclass(frozen=True, slots=True)
class Trouble:
    """One part is not well; `why` is what it said itself, for operators."""

    part: str
    sentence: str
    what_to_do: str
    why: str = ""


def troubles_of(health: Health, limits: Limits) -> list[Trouble]:
    """Return one trouble for each part that is not well."""
    found = (
        _database(health),
        _broker(health),
        _beat(health, limits.beat),
        _backlog(health, limits.backlog),
    )
    return [trouble for trouble in found if trouble]


def _database(health: Health) -> Trouble | None:
    if health.facts["database"] == "ok":
        return None
    return Trouble(
        "database",
        "The database does not answer: nobody can use the portal, and no reminder is sent.",
        "Start the database server, and check DATABASE_URL and the room on its disk.",
        health.words["database"],
    )


def _broker(health: Health) -> Trouble | None:
    if health.facts["broker"] == "ok":
        return None
    return Trouble(
        "broker",
        "The broker does not answer: the portal can be used, but no reminder is sent.",
        "Start Redis, or restart the portal where it runs its own broker, and check REDIS_URL. "
        "Nothing is lost: what is owed is sent as soon as it answers.",
        health.words["broker"],
    )


def _beat(health: Health, limit: timedelta) -> Trouble | None:
    if health.facts["database"] != "ok":
        return None  # nobody can know
    return beat_trouble(health.facts["beat"]["age_seconds"], limit)


def beat_trouble(age: int | None, limit: timedelta) -> Trouble | None:
    """Return what is wrong with a beat last heard so many seconds ago; None: it never was."""
    if age is not None and timedelta(seconds=age) <= limit:
        return None
    heard = "never been heard"
    if age is not None:
        heard = f"been silent for {length_on_paper(timedelta(seconds=age))}"
    return Trouble(
        "beat",
        f"Beat has {heard}: no reminder is planned or sent.",
        "Restart the portal, or its worker and beat. The next sweep catches up, with one mail at "
        "the most urgent stage and not one for each day missed.",
    )


def _backlog(health: Health, limit: timedelta) -> Trouble | None:
    age = timedelta(seconds=health.facts.get("oldest_unsent_seconds") or 0)
    if age <= limit:
        return None
    unsent = counted(health.facts["unsent"], "reminder")
    return Trouble(
        "backlog",
        f"{unsent} should have been sent, the oldest {length_on_paper(age)} ago.",
        "Check the mail server and its name and password. The reminders of a review show what "
        "the server said. What waits is tried again at least once an hour.",
    )
