"""Whether database, broker and beat are well. Nothing here is about a person."""

import time
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import redis
from celery import current_app
from django.db import Error as DatabaseError
from django.db import connection
from django.db.models import Min
from redis.backoff import NoBackoff
from redis.retry import Retry

from notifications.models import Heartbeat, Reminder

BEAT_IS_LATE = timedelta(minutes=5)
BROKER_SECONDS = 1  # for each of connecting and answering

# Beat needs a minute to be heard after a start. Until this process has run for as long as beat
# may be silent, a missing or old heartbeat says nothing against it.
STARTED = time.monotonic()


@dataclass
class Health:
    """What is known; `unwell` names the parts that are down."""

    unwell: list[str] = field(default_factory=list)
    facts: dict[str, object] = field(default_factory=dict)

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
        waiting = Reminder.objects.waiting()
        oldest = waiting.aggregate(at=Min("planned_at"))["at"]
        health.facts |= {
            "database": "ok",
            "unsent": waiting.count(),
            "oldest_unsent_seconds": seconds_between(oldest, at),
        }
    except DatabaseError:
        health.unwell.append("database")
        health.facts |= {"database": "down", "beat": {"status": "unknown", "age_seconds": None}}
        return
    status = beat_status(last, at, running_for=time.monotonic() - STARTED)
    health.facts["beat"] = {"status": status, "age_seconds": seconds_between(last, at)}
    if status == "silent":
        health.unwell.append("beat")


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
    except (redis.RedisError, OSError):
        health.unwell.append("broker")
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
