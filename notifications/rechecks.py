"""Asked again just before sending: is it still owed, and may this person still be told?"""

from collections.abc import Iterable
from itertools import groupby
from typing import Any

from django.db.models import QuerySet

from boards.models import User
from notifications import recipients
from notifications.ladder import Tier
from notifications.models import Reminder
from notifications.planning import DATE_CHANGED, NOT_OWED
from reviews.models import Deadline, Review

LEFT = "They can no longer sign in."
NO_LONGER_THEIRS = "They no longer have the role that they were told for."
MAY_NOT_SEE = "They may not see the review."
MOVED_ON = "The review has moved on."


def reasons_against(batch: list[Reminder]) -> dict[int, str]:
    """Return {row: why it is not sent}; what is absent is still owed.

    Rows come in the order of their recipients, and carry recipient, review, deadline and change.
    The queries are a few for each tier and each recipient, none for each row.
    """
    seats, seen = _held_seats(batch), _seen(batch)
    reasons = {reminder.pk: _reason(reminder, seats, seen) for reminder in batch}
    return {pk: reason for pk, reason in reasons.items() if reason}


def _reason(
    reminder: Reminder, seats: set[tuple[str, int | None, int]], seen: set[int]
) -> str | None:
    deadline, change = reminder.deadline, reminder.change
    if deadline and not deadline.is_open:
        return NOT_OWED
    if deadline and deadline.version != reminder.due_version:
        return DATE_CHANGED
    if change and change.after != reminder.review.state:
        return MOVED_ON
    if not reminder.recipient.is_active:
        return LEFT
    if deadline and (reminder.tier, deadline.pk, reminder.recipient_id) not in seats:
        return NO_LONGER_THEIRS
    return None if reminder.pk in seen else MAY_NOT_SEE


def _held_seats(batch: Iterable[Reminder]) -> set[tuple[str, int | None, int]]:
    """Return (tier, deadline, person) for all who are of the tiers now."""
    wanted: dict[str, set[int]] = {}
    for reminder in batch:
        if reminder.deadline_id:
            wanted.setdefault(reminder.tier, set()).add(reminder.deadline_id)
    return {
        (tier, deadline, person)
        for tier, ids in wanted.items()
        for deadline, person in recipients.of_deadlines(
            Deadline.objects.filter(pk__in=ids), Tier(tier)
        ).values_list("pk", "recipient")
    }


def _seen(batch: list[Reminder]) -> set[int]:
    """Return the rows whose recipients see what they are about."""
    seen: set[int] = set()
    for _, rows in groupby(batch, key=lambda reminder: reminder.recipient_id):
        seen |= _seen_by_one(list(rows))
    return seen


def _seen_by_one(rows: list[Reminder]) -> set[int]:
    person: User = rows[0].recipient
    deadlines = _visible(Deadline.objects.all(), person, {row.deadline_id for row in rows})
    reviews = _visible(
        Review.objects.all(), person, {row.review_id for row in rows if not row.deadline_id}
    )
    return {
        row.pk
        for row in rows
        if (row.deadline_id in deadlines if row.deadline_id else row.review_id in reviews)
    }


def _visible(rows: QuerySet[Any], person: User, ids: set[int | None]) -> set[int]:
    wanted = ids - {None}
    if not wanted:
        return set()
    return set(rows.visible_to(person).filter(pk__in=wanted).values_list("pk", flat=True))
