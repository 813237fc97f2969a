"""Who may do what with a chronology. Who sees it is asked of `visible_to`."""

from django.core.exceptions import PermissionDenied

from boards.models import Agency, User
from boards.roles import (
    AgencyAuthor,
    Chair,
    Coordinator,
    Manager,
    OverviewAuthor,
    PanelChair,
    PanelMember,
)
from reviews.models import Review
from reviews.permissions import Roles, holds

STAFF: Roles = (Coordinator, Manager)
PANEL: Roles = (PanelChair, PanelMember, OverviewAuthor)

ALLOWED: dict[str, Roles] = {
    "follow_agencies": (*STAFF, Chair, *PANEL),
    "set_columns": (*STAFF, PanelChair),
    "write_rows": STAFF,  # and the agency's own authors
    "hand_in": STAFF,  # and the agency's own authors
    "send_back": (*STAFF, PanelChair),
    "accept": (*STAFF, PanelChair),
    "release_to_agencies": (Manager, PanelChair),
    "link_accounts": (*STAFF, *PANEL),
    "mark_entries": (*STAFF, *PANEL),
    "keep_cast": (*STAFF, OverviewAuthor),
    "see_names": (*STAFF, Chair, *PANEL),
    "export": (*STAFF, Chair, *PANEL),
    "explain": (*STAFF, *PANEL),  # and the agency's own authors
    "take_rows": (*STAFF, Chair, *PANEL),  # and the agency's own authors
    "override_leaks": (Manager, Chair),
}
FOR_AUTHORS = frozenset({"write_rows", "hand_in", "take_rows", "explain"})


def refusal(user: User, act: str, review: Review, agency: Agency | None = None) -> str | None:
    """Return why the user may not do this, or None if they may.

    `agency` is whose rows it is about, where it is about one agency's.
    """
    if any(holds(user, role, review) for role in ALLOWED[act]):
        return None
    if agency and act in FOR_AUTHORS and writes_for(user, agency):
        return None
    names = [role.name for role in ALLOWED[act]]
    names += ["agency author, for their own agency,"] if act in FOR_AUTHORS else []
    return f"This is for the {' or '.join(names)} of the review."


def is_staff(user: User, review: Review) -> bool:
    """Return whether the user gathers what agencies send, and so works with the unfinished."""
    return any(holds(user, role, review) for role in STAFF)


def writes_for(user: User, agency: Agency) -> bool:
    """Return whether the user is an author of this very agency today."""
    return any(
        seat.role == AgencyAuthor.slug and seat.agency_id == agency.pk for seat in user.seats()
    )


def require(user: User, act: str, review: Review, agency: Agency | None = None) -> None:
    """Raise PermissionDenied, with the sentence to show, unless the user may do this."""
    reason = refusal(user, act, review, agency)
    if reason:
        raise PermissionDenied(reason)
