"""Who may do what. When it may be done is in conditions.py."""

from typing import TYPE_CHECKING

from django.core.exceptions import PermissionDenied

from boards.models import User
from boards.roles import (
    AgencyAuthor,
    Auditor,
    Chair,
    Coordinator,
    Evaluator,
    Manager,
    OverviewAuthor,
    PanelChair,
    PanelMember,
    Role,
    SubCommitteeMember,
)

if TYPE_CHECKING:
    from reviews.models import Review

Roles = tuple[type[Role], ...]
STAFF: Roles = (Coordinator, Manager)
LEAD: Roles = (Manager, Chair)

# Moves of the state machine.
MOVES: dict[str, Roles] = {
    "screen": STAFF,
    "ask_for_information": (*STAFF, SubCommitteeMember),
    "recommend": (*STAFF, SubCommitteeMember),
    "return_advice": (Chair,),
    "decide_scr": (Chair,),
    "decide_other_review": (Chair,),
    "decide_no_review": (Chair,),
    "reopen": LEAD,
    "begin_chronology": STAFF,
    "begin_panel": (*STAFF, PanelChair),
    "put_to_board": (*STAFF, PanelChair),
    "send_back": LEAD,
    "ratify": (Chair,),
    "submit": STAFF,
    "record_evaluation": (Evaluator, Manager),
    "reconsider": LEAD,
    "resubmit": STAFF,
    "close": LEAD,
    "withdraw": LEAD,
    "transfer": LEAD,
    "rescind": (Chair,),
}
# Facts recorded on a review without moving it, and acts on the board.
ACTS: dict[str, Roles] = {
    "log_incident": STAFF,
    "answer_criteria": (*STAFF, SubCommitteeMember),
    "ask_agencies": STAFF,
    "return_commission": (*STAFF, AgencyAuthor),
    "reopen_commission": (*STAFF, PanelChair),
    "waive_commission": STAFF,
    "agree_terms": (*STAFF, PanelChair),
    "appoint": LEAD,
    "end_appointment": LEAD,
    "replace_appointment": LEAD,
    "take_declaration": LEAD,
    "accept_conflict": (Chair,),
    "record_report": (*STAFF, OverviewAuthor),
    "record_event": STAFF,
    "correct_event": STAFF,
    "extend": LEAD,
    "pin_guidance": LEAD,
    "hand_over": LEAD,
    "answer_hand_over": (*STAFF, Chair),  # of these, whoever was asked
    "publish": LEAD,
    "pause": LEAD,
    "restrict": LEAD,
    "import_reviews": (Manager,),
    "read_log": (*LEAD, Auditor),
}
ALLOWED: dict[str, Roles] = MOVES | ACTS
PANEL: Roles = (PanelChair, PanelMember, OverviewAuthor)
# Who opens a part of the case file, by the name of its URL. Who changes it is in ACTS.
READS: dict[str, Roles] = {
    "people": (*STAFF, Chair, *PANEL),
}

DECISIONS = frozenset({"decide_scr", "decide_other_review", "decide_no_review"})
FOR_APPOINTED = frozenset({PanelChair, OverviewAuthor, PanelMember})


def may(user: User, action: str, board_id: int) -> bool:
    """Return whether the user's roles on the board allow the action at all."""
    return user.has_role(*ALLOWED[action], board=board_id)


def refusal(user: User, action: str, review: "Review") -> str | None:
    """Return why the user may not do this on the review, or None if they may."""
    if not any(holds(user, role, review) for role in ALLOWED[action]):
        names = " or ".join(role.name for role in ALLOWED[action])
        return f"This is for the {names} of the board that leads the review."
    if action in DECISIONS and review.recommendations.filter(by=user, withdrawn_at=None).exists():
        return "You recommended on this review, so somebody else has to decide."
    if action == "ratify" and review.reports.filter(by=user).exists():
        return "You wrote for this review, so somebody else has to sign it off."
    return None


def may_read(user: User, place: str, review: "Review") -> bool:
    """Return whether the user's roles on the review open this part of its file."""
    return any(holds(user, role, review) for role in READS[place])


def holds(user: User, role: type[Role], review: "Review") -> bool:
    """Return whether the user has the role on this very review; the appointed have declared."""
    if not user.has_role(role, board=review.board_id):
        return False
    if role in FOR_APPOINTED:
        return review.appointments.cleared().filter(user=user, post=role.slug).exists()
    return True


def require(user: User, action: str, review: "Review") -> None:
    """Raise PermissionDenied, with the sentence to show, unless the user may do this."""
    reason = refusal(user, action, review)
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
