"""Rows of the ledger become mail: claimed, asked about again, sent, and only then marked sent.

A crash may repeat the one message that was in flight, with the same Message-ID. It loses none:
what was claimed comes back when the claim runs out.
"""

from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date, datetime

from notifications.letters import compose
from notifications.models import Reminder
from notifications.models.queue import CLAIM_LASTS
from notifications.rechecks import reasons_against
from notifications.transport import NotNow, Refused, Transport, Unreachable, chosen

BATCH = 100

Clock = Callable[[], datetime]


@dataclass(slots=True)
class Delivered:
    """How many rows of a batch, or of several, went which way."""

    claimed: int = 0
    sent: int = 0
    put_off: int = 0
    failed: int = 0
    superseded: int = 0

    def __add__(self, other: "Delivered") -> "Delivered":
        mine, theirs = asdict(self), asdict(other)
        return Delivered(**{name: mine[name] + theirs[name] for name in mine})

    def counts(self) -> dict[str, int]:
        """Return {how: rows}."""
        return asdict(self)


def deliver_batch(
    *,
    on: date,
    now: Clock,
    limit: int = BATCH,
    way_out: Callable[[], Transport] = chosen,
) -> Delivered:
    """Up to `limit` due rows were sent over one connection, or ended, or put off with the reason.

    `on` is the day that the words speak of; `now` is asked at every row, so that what is noted is
    when it happened.
    """
    started_at = now()
    batch = Reminder.objects.claim(limit, at=started_at)
    done = Delivered(claimed=len(batch))
    owed = _end_what_is_not_owed(batch, done, now)
    with way_out() as transport:
        for place, reminder in enumerate(owed):
            if now() - started_at > CLAIM_LASTS / 2:
                # Slow as the server is, nobody else may take these rows while we still hold them.
                _release(owed[place:])
                break
            try:
                _send(reminder, transport, done, on=on, now=now)
            except Unreachable as down:
                _put_off(owed[place:], down, done, now)
                break
    return done


def deliver_all(*, on: date, now: Clock, limit: int = BATCH) -> Delivered:
    """Batch after batch, until nothing is due."""
    total = Delivered()
    while True:
        done = deliver_batch(on=on, now=now, limit=limit)
        total += done
        if done.claimed < limit:
            return total


def _end_what_is_not_owed(batch: list[Reminder], done: Delivered, now: Clock) -> list[Reminder]:
    """Return those still owed; the others have ended, each with its reason."""
    reasons = reasons_against(batch)
    for reminder in batch:
        if reminder.pk in reasons:
            reminder.supersede(reasons[reminder.pk], at=now())
            done.superseded += 1
    return [reminder for reminder in batch if reminder.pk not in reasons]


def _send(
    reminder: Reminder, transport: Transport, done: Delivered, *, on: date, now: Clock
) -> None:
    """It was accepted and marked sent, or failed, or put off. Raises Unreachable."""
    message = compose(reminder, on=on)
    try:
        transport.hand_over(message, may_have_left=reminder.may_have_left)
    except Refused as refused:
        reminder.fail(str(refused), at=now())
        done.failed += 1
    except NotNow as later:
        reminder.put_off(str(later), at=now())
        done.put_off += 1
    else:
        reminder.mark_sent(message.extra_headers["Message-ID"], at=now())
        done.sent += 1


def _put_off(rows: list[Reminder], down: Unreachable, done: Delivered, now: Clock) -> None:
    for reminder in rows:
        at = now()
        reminder.put_off(str(down), at=at, until=down.back_at(at))
    done.put_off += len(rows)


def _release(rows: list[Reminder]) -> None:
    for reminder in rows:
        reminder.release()
