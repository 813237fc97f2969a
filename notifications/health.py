"""Whether database, broker and beat are well. Nothing here is about a person."""

import time
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import redis
from celery import current_app
from django.db import Error as DatabaseError
from django.db import connection
from django.db.models import Case, Count, Exists, F, Min, OuterRef, Q, When
from redis.backoff import NoBackoff
from redis.retry import Retry

from notifications.assembly import MAY_NOT_WAIT
from notifications.models import Heartbeat, HeldAddress, Reminder

BEAT_IS_LATE = timedelta(minutes=5)
BROKER_SECONDS = 1  # for each of connecting and answering

# Beat needs a minute to be heard after a start. Until this process has run for as long as beat
# may be silent, a missing or old heartbeat says nothing against it.
STARTED = time.monotonic()


@dataclass
class Health:
    """What is known; `unwell` names the parts that are down.

    `words` has why, as those parts put it: it may name hosts, so it is for operators alone.
    """

    unwell: list[str] = field(default_factory=list)
    facts: dict[str, object] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)

    def is_down(self, part: str, error: Exception) -> None:
        """The part does not answer, for this reason."""
        self.unwell.append(part)
        self.words[part] = " ".join(str(error).split()) or type(error).__name__

    def answer(self) -> dict[str, object]:
        """Return what /healthz prints."""
        return {"status": "unwell" if self.unwell else "ok", "unwell": self.unwell, **self.facts}


def check(at: datetime) -> Health:
    """Return how the parts are at this instant; never later than a few seconds."""
    health = Health()
    _check_database(health, at)
    _check_broker(health)
    return health


def _check_database(health: Health, at: datetime) -> None:
    """Look at the database, and in it at beat and at the mail that waits."""
    try:
        connection.ensure_connection()
        last = Heartbeat.last_at()
        health.facts |= {"database": "ok", **backlog(at)}
    except DatabaseError as error:
        health.is_down("database", error)
        health.facts |= {"database": "down", "beat": {"status": "unknown", "age_seconds": None}}
        return
    status = beat_status(last, at, running_for=time.monotonic() - STARTED)
    health.facts["beat"] = {"status": status, "age_seconds": seconds_between(last, at)}
    if status == "silent":
        health.unwell.append("beat")


def backlog(at: datetime) -> dict[str, int | None]:
    """Return how many reminders should have left by this instant, and the age of the oldest.

    What waits for a working morning, or for an address to be mended, is no backlog; what the mail
    server put off is.
    """
    held = HeldAddress.objects.in_force().filter(user=OuterRef("recipient"))
    is_late = Q(mail__attempts__gt=0) | Q(mail__next_attempt_at__lte=at)
    since = Case(
        When(mail__attempts=0, then=F("mail__next_attempt_at")), default=F("mail__made_at")
    )
    counts = [
        Reminder.objects.in_waiting_mail()
        .filter(~Exists(held), is_late)
        .aggregate(n=Count("pk"), since=Min(since)),
        Reminder.objects.loose()
        .filter(MAY_NOT_WAIT)
        .aggregate(n=Count("pk"), since=Min("planned_at")),
    ]
    oldest = min((found["since"] for found in counts if found["since"]), default=None)
    return {
        "unsent": sum(found["n"] for found in counts),
        "oldest_unsent_seconds": seconds_between(oldest, at),
    }


def beat_status(last: datetime | None, at: datetime, *, running_for: float) -> str:
    """Return ok, starting or silent; `running_for` is the age of this process in seconds."""
    if last is not None and at - last <= BEAT_IS_LATE:
        return "ok"
    return "starting" if running_for < BEAT_IS_LATE.total_seconds() else "silent"


def seconds_between(earlier: datetime | None, later: datetime) -> int | None:
    return None if earlier is None else max(0, int((later - earlier).total_seconds()))


def _check_broker(health: Health) -> None:
    try:
        health.facts |= {"broker": "ok", "queue": queue_length(current_app.conf.broker_url)}
    except (redis.RedisError, OSError, ValueError) as error:  # ValueError: REDIS_URL is none
        health.is_down("broker", error)
        health.facts |= {"broker": "down", "queue": None}


def queue_length(url: str) -> int:
    """Return how many tasks wait at the broker. Raises redis.RedisError within seconds."""
    server = redis.Redis.from_url(
        # kombu and redis-py name the scheme of a Unix socket differently.
        url.replace("redis+socket://", "unix://", 1).replace("virtual_host=", "db="),
        socket_connect_timeout=BROKER_SECONDS,
        socket_timeout=BROKER_SECONDS,
        retry=Retry(NoBackoff(), 0),
    )
    try:
        return int(server.llen(current_app.conf.task_default_queue))
    finally:
        server.close()
