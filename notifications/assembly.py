"""Rows of the ledger are put into mails: what may not wait at once, the rest once a morning.

The database does the work, a few statements however many rows there are. A mail gets its rows when
it is made, in the same transaction, and never after: no worker sends half of one.
"""

from datetime import date, datetime

from django.db import transaction
from django.db.models import DateField, DateTimeField, Exists, OuterRef, Q, Subquery, Value

from notifications.expressions import insert_from
from notifications.ladder import LAST_DAYS
from notifications.models import Kind, Mail, MailKind, Reminder

AT_ANY_TIME = (Kind.DATE_CHANGED, Kind.TURN, Kind.ASKED, Kind.SNOOZED)
MAY_NOT_WAIT = Q(kind__in=AT_ANY_TIME) | Q(stage__in=LAST_DAYS)
TOGETHER: dict[MailKind, Q] = {MailKind.AT_ONCE: MAY_NOT_WAIT, MailKind.DIGEST: ~MAY_NOT_WAIT}


def assemble(*, on: date, at: datetime, is_morning: bool) -> int:
    """What waits for a mail has one, digests only on a working morning; return how many are new.

    There is one digest a person, board and day: what is planned after it waits for the next.
    """
    made = _put_together(MailKind.AT_ONCE, on=on, at=at)
    return made + (_put_together(MailKind.DIGEST, on=on, at=at) if is_morning else 0)


def _put_together(kind: MailKind, *, on: date, at: datetime) -> int:
    """The rows that go by this kind of mail are in one for each person and board."""
    rows = Reminder.objects.loose().filter(TOGETHER[kind])
    columns = {
        "kind": Value(kind.value),
        "recipient": "recipient",
        "board": "review__board",
        "on": Value(on, DateField()),
        "made_at": Value(at, DateTimeField()),
        "next_attempt_at": Value(at, DateTimeField()),
    }
    fresh = Mail.objects.waiting().filter(kind=kind, on=on, made_at=at)
    theirs = fresh.filter(recipient=OuterRef("recipient"), board__reviews=OuterRef("review"))
    with transaction.atomic():
        made = insert_from(rows.order_by().distinct(), Mail, columns)
        if not made:
            return 0
        rows.filter(Exists(theirs)).update(mail=Subquery(theirs.order_by().values("pk")[:1]))
        # Another sweep may have had the same rows a moment before.
        empty, _ = fresh.filter(~Exists(Reminder.objects.filter(mail=OuterRef("pk")))).delete()
        return made - empty
