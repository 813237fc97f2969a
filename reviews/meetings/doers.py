"""Who says that an action of a meeting is done: those who ask for it, and whoever is to do it."""

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied

from boards.models import Agency, User
from boards.roles import AgencyAuthor
from reviews.permissions import ASKERS, PANEL, STAFF, holds, may_read, refusal

if TYPE_CHECKING:
    from reviews.models import MeetingAction


def opens_action(user: User, action: "MeetingAction") -> bool:
    """Return whether the user, who sees its deadline, may open the page of the action."""
    return action.person_id == user.pk or may_read(user, "meetings", action.meeting.review)


def refusal_to_finish(user: User, action: "MeetingAction") -> str | None:
    """Return why the user may not record the action as done, or None if they may."""
    review = action.meeting.review
    if any(holds(user, role, review) for role in ASKERS):
        return None
    if reason := refusal(user, "finish_action", review):
        return reason
    return None if action.person_id == user.pk else "Whoever is to do it says that it is done."


def require_to_finish(user: User, action: "MeetingAction") -> None:
    """Raise PermissionDenied, with the sentence to show, unless the user may do this."""
    reason = refusal_to_finish(user, action)
    if reason:
        raise PermissionDenied(reason)


def agency_acting(user: User, action: "MeetingAction") -> Agency | None:
    """Return the agency for which the user does it; None where they work on the review itself."""
    review = action.meeting.review
    if any(holds(user, role, review) for role in (*STAFF, *PANEL)):
        return None
    seats = (seat.agency_id for seat in user.seats() if seat.role == AgencyAuthor.slug)
    return Agency.objects.filter(pk__in=seats, commissions__review=review).first()
