"""Rows of the ledger are put into mails: what may not wait at once, the rest once a morning.

The database does the work, a few statements however many rows there are. A mail gets its rows when
it is made, in the same transaction, and never after: no worker sends half of one.
"""

from datetime import date, datetime

from django.db import connection, transaction
from django.db.models import DateField, DateTimeField, Exists, OuterRef, Q, QuerySet, Value

from boards.models import Membership
from boards.roles import Manager
from notifications.expressions import insert_from, sql_of
from notifications.ladder import LAST_DAYS
from notifications.models import BoardLadder, Kind, Mail, MailKind, Reminder
from notifications.summary import monday_of

AT_ANY_TIME = tuple(kind for kind in Kind if kind != Kind.REMINDER)
MAY_NOT_WAIT = Q(kind__in=AT_ANY_TIME) | Q(stage__in=LAST_DAYS)
TOGETHER: dict[MailKind, Q] = {MailKind.AT_ONCE: MAY_NOT_WAIT, MailKind.DIGEST: ~MAY_NOT_WAIT}
# Sorted together and not joined, and the rows looked up by their key alone: PostgreSQL does not
# know yet how many there are of any, and would compare each with each.
PUT_INTO = """
WITH fresh(mail_id, recipient, board) AS MATERIALIZED ({mails}),
wanted(row_id, recipient, board) AS MATERIALIZED ({rows}),
both_kinds(row_id, mail_id, recipient, board) AS (
    SELECT CAST(NULL AS bigint), mail_id, recipient, board FROM fresh
    UNION ALL SELECT row_id, CAST(NULL AS bigint), recipient, board FROM wanted
),
beside(row_id, mail_id) AS (
    SELECT row_id, max(mail_id) OVER (PARTITION BY recipient, board) FROM both_kinds
),
pairs(row_id, mail_id) AS MATERIALIZED (
    SELECT row_id, mail_id FROM beside WHERE row_id IS NOT NULL AND mail_id IS NOT NULL
)
UPDATE notifications_reminder SET mail_id = pairs.mail_id FROM pairs
WHERE notifications_reminder.id = pairs.row_id
AND COALESCE(notifications_reminder.mail_id, 0) = 0
"""


def assemble(*, on: date, at: datetime, is_morning: bool) -> int:
    """What waits for a mail has one, digests only on a working morning; return how many are new.

    There is one digest a person, board and day: what is planned after it waits for the next.
    """
    made = _put_together(MailKind.AT_ONCE, on=on, at=at)
    return made + (_put_together(MailKind.DIGEST, on=on, at=at) if is_morning else 0)


def owe_summaries(*, on: date, at: datetime, is_morning: bool) -> int:
    """Each manager has a summary of each board for the week, once; return how many are new.

    It is sent on the first working morning of the week, or the first on which anything is sent.
    """
    if not is_morning:
        return 0
    monday = monday_of(on)
    without = [v.board_id for v in BoardLadder.objects.newest() if not v.ladder.is_weekly]
    had = Mail.objects.filter(
        kind=MailKind.WEEKLY, recipient=OuterRef("user"), board=OuterRef("board"), on=monday
    )
    managers = Membership.objects.open().filter(
        ~Exists(had), role=Manager.slug, user__is_active=True
    )
    columns = {
        "kind": Value(MailKind.WEEKLY.value),
        "recipient": "user",
        "board": "board",
        "on": Value(monday, DateField()),
        "made_at": Value(at, DateTimeField()),
        "next_attempt_at": Value(at, DateTimeField()),
    }
    rows = managers.exclude(board__in=without).order_by()
    return insert_from(rows, Mail, columns)


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
    with transaction.atomic():
        made = insert_from(rows.order_by().distinct(), Mail, columns)
        if not made:
            return 0
        _put_into(fresh, rows)
        # Another sweep may have had the same rows a moment before.
        empty, _ = fresh.filter(~Exists(Reminder.objects.filter(mail=OuterRef("pk")))).delete()
        return made - empty


def _put_into(fresh: QuerySet[Mail], rows: QuerySet[Reminder]) -> None:
    """Each of `rows` is in the one of the fresh mails that is to its recipient and of its board."""
    mails, of_mails = sql_of(fresh.order_by().values("id", "recipient_id", "board_id"))
    wanted, of_rows = sql_of(rows.order_by().values("id", "recipient_id", "review__board_id"))
    with connection.cursor() as cursor:
        cursor.execute(PUT_INTO.format(mails=mails, rows=wanted), (*of_mails, *of_rows))
