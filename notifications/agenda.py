"""What a sweep has to look at, asked in one statement; where nothing is due, nothing else is."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db import connection

from notifications.ladder import Ladder

# By hand and not put together anew each time, which would take longer than the answer. Each part
# is one look at the first row of an index that has only rows of its kind.
QUESTION = """
SELECT EXISTS (SELECT 1 FROM reviews_deadline WHERE is_open AND due_on <= %s),
       EXISTS (SELECT 1 FROM reviews_deadline WHERE is_open AND version > 1),
       EXISTS (SELECT 1 FROM notifications_reminder
               WHERE mail_id IS NULL AND superseded_at IS NULL)
       OR EXISTS (SELECT 1 FROM notifications_mail
                  WHERE sent_at IS NULL AND failed_at IS NULL AND emptied_at IS NULL),
       EXISTS (SELECT 1 FROM notifications_boardladder),
       EXISTS (SELECT 1 FROM notifications_snooze WHERE ended_at IS NULL AND until_on <= %s)
"""


@dataclass(frozen=True, slots=True)
class Agenda:
    """Which of a sweep's questions can have an answer; of those that cannot, none is asked."""

    is_due: bool
    has_moved: bool
    has_waiting: bool
    has_own_ladders: bool
    has_sleepers: bool  # reminders put off until this day


def agenda(ladder: Ladder, *, on: date) -> Agenda:
    """Return what there is on the day `on`; `is_due` speaks of those who follow `ladder`."""
    with connection.cursor() as cursor:
        cursor.execute(QUESTION, [on + timedelta(days=ladder.reach), on])
        return Agenda(*(bool(answer) for answer in cursor.fetchone()))
