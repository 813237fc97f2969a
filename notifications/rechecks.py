"""Asked again just before sending: is it still owed, and may this person still be told?"""

from collections.abc import Iterable
from datetime import date, datetime

from django.utils.timezone import localdate

from notifications import recipients
from notifications.acknowledged import put_off, sparing
from notifications.ladder import Tier
from notifications.meetings import no_longer_news
from notifications.models import Acknowledgement, Kind, Reminder
from notifications.models.snooze import PUT_OFF
from notifications.planning import DATE_CHANGED, NOT_OWED
from notifications.posts import no_longer_theirs
from notifications.sent_back import handed_in_since
from reviews.models import Deadline, Review

LEFT = "They can no longer sign in."
NO_LONGER_THEIRS = "They no longer have the role that they were told for."
MAY_NOT_SEE = "They may not see the review."
MOVED_ON = "The review has moved on."
HANDED_IN_SINCE = "The agency has handed it in again."

Held = set[tuple[str, int | None, int]]


def reasons_against(rows: list[Reminder], *, at: datetime) -> dict[int, str]:
    """Return {row: why it is not sent}; what is absent is still owed.

    Rows carry recipient, review, deadline and change. The queries are one for each tier and a few
    more, however many rows and recipients there are.
    """
    held = _held_seats(rows, on=localdate(at))
    people = {row.recipient_id for row in rows}
    seen = Review.objects.filter(pk__in={row.review_id for row in rows}).beside_viewers(people)
    in_hand = {pk: _words(said) for pk, said in sparing(rows, at=at).items()}
    in_hand |= dict.fromkeys(put_off(rows), PUT_OFF)
    again = handed_in_since(rows)
    in_hand |= {row.pk: HANDED_IN_SINCE for row in rows if row.submission_id in again}
    in_hand |= no_longer_news(rows, seen) | no_longer_theirs(rows)
    alone = _opened_alone(rows)
    reasons = {row.pk: _reason(row, held, seen, alone) or in_hand.get(row.pk) for row in rows}
    return {pk: reason for pk, reason in reasons.items() if reason}


def _opened_alone(rows: Iterable[Reminder]) -> set[int]:
    """Return the deadlines of actions that their doers open for an agency, and no review."""
    about = {row.deadline_id for row in rows if row.tier == Tier.DOER}
    if not about:
        return set()
    theirs = recipients.for_their_agency(Deadline.objects.filter(pk__in=about))
    return set(theirs.order_by().values_list("pk", flat=True))


def _words(said: Acknowledgement) -> str:
    return f"It was acknowledged by {said.by}."


def _reason(row: Reminder, held: Held, seen: set[tuple[int, int]], alone: set[int]) -> str | None:
    deadline = row.deadline
    if no_more := _moved_on(row):
        return no_more
    if not row.recipient.is_active:
        return LEFT
    if deadline and (row.tier, deadline.pk, row.recipient_id) not in held:
        return NO_LONGER_THEIRS
    # An agency sees what it was asked for, which its seat has just said, and no review; who may
    # open an invitation, or declare, is asked in notifications.meetings and notifications.posts.
    is_told_apart = row.tier in (Tier.AGENCY, Tier.INVITED, Tier.HOLDER)
    is_seen = is_told_apart or (row.review_id, row.recipient_id) in seen
    opens_action = row.tier == Tier.DOER and row.deadline_id in alone
    return None if is_seen or opens_action else MAY_NOT_SEE


def _moved_on(row: Reminder) -> str | None:
    """Return how what it is about has moved on; a sending back stands without its deadline."""
    deadline, change = row.deadline, row.change
    if deadline and row.kind != Kind.SENT_BACK:
        if not deadline.is_open:
            return NOT_OWED
        if deadline.version != row.due_version:
            return DATE_CHANGED
    return MOVED_ON if change and change.after != row.review.state else None


def _held_seats(rows: Iterable[Reminder], *, on: date) -> Held:
    """Return (tier, deadline, person) for those of `rows` whose person is of the tier now."""
    wanted: dict[str, set[int]] = {}
    people: set[int] = set()
    for row in rows:
        if row.deadline_id:
            wanted.setdefault(row.tier, set()).add(row.deadline_id)
            people.add(row.recipient_id)
    return {
        (tier, deadline, person)
        for tier, ids in wanted.items()
        for deadline, person in recipients.of_deadlines(
            Deadline.objects.filter(pk__in=ids), Tier(tier), on=on
        )
        .filter(recipient__in=people)
        .order_by()
        .values_list("pk", "recipient")
    }
