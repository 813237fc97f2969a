"""Mails leave: claimed, what they hold asked about again, sent, and only then marked sent.

A crash may repeat the one message that was in flight, with the same Message-ID. It loses none:
what was claimed comes back when the claim runs out.
"""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import date, datetime

from notifications import mornings
from notifications.assembly import assemble
from notifications.letters import compose, compose_summary
from notifications.models import HeldAddress, Mail, MailKind, Reminder
from notifications.models.queue import CLAIM_LASTS
from notifications.rechecks import reasons_against
from notifications.summary import still_manages, summary_of
from notifications.transport import (
    NotNow,
    Refused,
    Transport,
    Unreachable,
    WrongAddress,
    chosen,
)

BATCH = 250  # mails a connection; the more, the less each bears of what is asked once

Clock = Callable[[], datetime]
Letter = tuple[Mail, list[Reminder]]


@dataclass(slots=True)
class Delivered:
    """How many mails of a batch, or of several, went which way; `superseded` counts rows."""

    claimed: int = 0
    sent: int = 0
    put_off: int = 0
    failed: int = 0
    superseded: int = 0

    def __add__(self, other: "Delivered") -> "Delivered":
        mine, theirs = asdict(self), asdict(other)
        return Delivered(**{name: mine[name] + theirs[name] for name in mine})

    def counts(self) -> dict[str, int]:
        """Return {how: number}."""
        return asdict(self)


def deliver_batch(
    *,
    on: date,
    now: Clock,
    is_morning: bool | None = None,
    limit: int = BATCH,
    way_out: Callable[[], Transport] = chosen,
) -> Delivered:
    """Up to `limit` due mails were sent over one connection, or ended, or put off with the reason.

    `on` is the day that the words speak of; `now` is asked at every mail, so that what is noted is
    when it happened. `is_morning` says whether digests may go; None: by the clock.
    """
    started_at = now()
    is_morning = mornings.is_open(started_at) if is_morning is None else is_morning
    mails = Mail.objects.claim(limit, at=started_at, is_morning=is_morning)
    done = Delivered(claimed=len(mails))
    letters = _still_owed(mails, done, now, on)
    with way_out() as transport:
        for place, letter in enumerate(letters):
            if now() - started_at > CLAIM_LASTS / 2:
                # Slow as the server is, nobody else may take these mails while we still hold them.
                _release(letters[place:])
                break
            try:
                _send(letter, transport, done, on=on, now=now)
            except Unreachable as down:
                _put_off(letters[place:], down, done, now)
                break
    return done


def deliver_all(
    *, on: date, now: Clock, is_morning: bool | None = None, limit: int = BATCH
) -> Delivered:
    """What waits for a mail has one, and batch after batch was delivered, until nothing is due."""
    at = now()
    is_morning = mornings.is_open(at) if is_morning is None else is_morning
    assemble(on=on, at=at, is_morning=is_morning)
    total = Delivered()
    while True:
        done = deliver_batch(on=on, now=now, is_morning=is_morning, limit=limit)
        total += done
        if done.claimed < limit:
            return total


def _still_owed(mails: list[Mail], done: Delivered, now: Clock, on: date) -> list[Letter]:
    """Return each mail with the rows still owed; the others, and mails left empty, have ended.

    A weekly summary has no rows: it is put together when it is sent.
    """
    rows = Reminder.objects.held_by(mails)
    at = now()
    reasons = reasons_against(rows, at=at)
    done.superseded += Reminder.objects.end(reasons, at=at)
    held: dict[int, list[Reminder]] = defaultdict(list)
    for row in rows:
        if row.pk not in reasons:
            held[row.mail_id].append(row)
    owed = {mail.pk for mail in mails if mail.pk in held or _is_summary_owed(mail, on)}
    for mail in mails:
        if mail.pk not in owed:
            mail.empty(at=now())
    return [(mail, held.get(mail.pk, [])) for mail in mails if mail.pk in owed]


def _is_summary_owed(mail: Mail, on: date) -> bool:
    """Return whether it is a weekly summary that has something to say to its manager."""
    if mail.kind != MailKind.WEEKLY or not still_manages(mail.recipient, mail.board):
        return False
    return not summary_of(mail.board, mail.recipient, on=on).is_empty


def _send(letter: Letter, transport: Transport, done: Delivered, *, on: date, now: Clock) -> None:
    """It was accepted and marked sent, or failed, or put off. Raises Unreachable."""
    mail, rows = letter
    message = compose(mail, rows, on=on) if rows else compose_summary(mail, on=on)
    try:
        transport.hand_over(message, may_have_left=mail.may_have_left)
    except Refused as refused:
        mail.fail(str(refused), at=now())
        if isinstance(refused, WrongAddress):
            HeldAddress.hold(mail.recipient, message.to[0], because=str(refused), at=now())
        done.failed += 1
    except NotNow as later:
        mail.put_off(str(later), at=now())
        done.put_off += 1
    else:
        mail.mark_sent(message.extra_headers["Message-ID"], at=now())
        done.sent += 1


def _put_off(letters: list[Letter], down: Unreachable, done: Delivered, now: Clock) -> None:
    for mail, _ in letters:
        at = now()
        mail.put_off(str(down), at=at, until=down.back_at(at))
    done.put_off += len(letters)


def _release(letters: list[Letter]) -> None:
    for mail, _ in letters:
        mail.release()
