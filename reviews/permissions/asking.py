"""Whether somebody may: each asks once and keeps nothing."""

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied

from boards.models import User
from boards.roles import AgencyAuthor, Manager, Role
from reviews.permissions.involvement import ALLOWED, Involvement
from reviews.permissions.reads import READS

if TYPE_CHECKING:
    from reviews.models import Commission, Review


def may(user: User, action: str, board_id: int) -> bool:
    """Return whether the user's roles on the board allow the action at all."""
    return user.has_role(*ALLOWED[action], board=board_id)


def holds(user: User, role: type[Role], review: "Review") -> bool:
    """Return whether the user has the role on this very review; the appointed have declared."""
    return Involvement(user, review).holds(role)


def may_read(user: User, place: str, review: "Review") -> bool:
    """Return whether the user's roles on the review open this part of its file."""
    return Involvement(user, review).may_read(place)


def refusal(user: User, action: str, review: "Review") -> str | None:
    """Return why the user may not do this on the review, or None if they may."""
    return Involvement(user, review).refusal(action)


def refusal_of_agency(user: User, action: str, commission: "Commission") -> str | None:
    """Return why the user may not do this for the agency, or None: authors act for their own."""
    involved = Involvement(user, commission.review)
    if involved.holds(*(role for role in ALLOWED[action] if role is not AgencyAuthor)):
        return None
    if reason := involved.refusal(action):
        return reason
    if all(seat.agency_id != commission.agency_id for seat in user.seats()):
        return "An agency answers for itself."
    if action == "return_commission" and commission.is_reported:
        return "An agency submits its report here, with its author and its sign-off."
    return None


def require(user: User, action: str, review: "Review") -> None:
    """Raise PermissionDenied, with the sentence to show, unless the user may do this."""
    reason = refusal(user, action, review)
    if reason:
        raise PermissionDenied(reason)


def require_of_agency(user: User, action: str, commission: "Commission") -> None:
    """Raise PermissionDenied, with the sentence to show, unless the user may do this for it."""
    reason = refusal_of_agency(user, action, commission)
    if reason:
        raise PermissionDenied(reason)


def require_reader(user: User, place: str, review: "Review") -> None:
    """Raise PermissionDenied unless the user may open this part of the case file."""
    if not may_read(user, place, review):
        names = " or ".join(role.name for role in READS[place])
        raise PermissionDenied(f"This is for the {names} of the review.")


def may_keep_holidays(user: User) -> bool:
    """Return whether the user changes the calendar: it counts for every board at once."""
    return user.is_staff


def may_read_holidays(user: User) -> bool:
    return may_keep_holidays(user) or user.has_role(Manager)


def require_holiday_keeper(user: User) -> None:
    """Raise PermissionDenied unless the user may change the calendar of all boards."""
    if not may_keep_holidays(user):
        raise PermissionDenied("Bank holidays are kept by the portal's administrators.")
