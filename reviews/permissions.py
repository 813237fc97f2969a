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
    from reviews.models import Commission, Review

Roles = tuple[type[Role], ...]
STAFF: Roles = (Coordinator, Manager)
LEAD: Roles = (Manager, Chair)
KEEPERS: Roles = (*STAFF, Chair)  # of what other bodies do about the same events
SPEAKERS: Roles = (*STAFF, PanelChair, OverviewAuthor)  # with the family
PANEL: Roles = (PanelChair, PanelMember, OverviewAuthor)
ASKERS: Roles = (*STAFF, PanelChair)  # of what meetings want done

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
    "withdraw_letter": (Evaluator, Manager),
    "reconsider": LEAD,
    "end_reconsideration": LEAD,
    "resubmit": STAFF,
    "close": LEAD,
    "take_back_closing": LEAD,
    "withdraw": LEAD,
    "transfer": LEAD,
    "rescind": (Chair,),
}
# What is recorded of its meetings.
MEETING_ACTS = (
    "call_meeting",
    "move_meeting",
    "cancel_meeting",
    "invite",
    "uninvite",
    "record_attendance",
    "set_item",
    "place_item",
    "drop_item",
    "table_paper",
    "withdraw_paper",
    "write_minutes",
    "agree_minutes",
    "note_decision",
    "ask_for_action",
    "reopen_action",
)
# Facts recorded on a review without moving it, and acts on the board.
ACTS: dict[str, Roles] = {
    "log_incident": STAFF,
    "answer_criteria": (*STAFF, SubCommitteeMember),
    "ask_agencies": STAFF,
    "return_commission": (*STAFF, AgencyAuthor),
    "reopen_commission": (*STAFF, PanelChair),
    "waive_commission": STAFF,
    "write_contribution": (*STAFF, AgencyAuthor),
    "submit_contribution": (*STAFF, AgencyAuthor),
    "assess_contribution": (*STAFF, PanelChair, PanelMember, OverviewAuthor),
    "send_back_contribution": (*STAFF, PanelChair),
    "accept_contribution": (*STAFF, PanelChair),
    "ask_agency": (*STAFF, PanelChair, OverviewAuthor),
    "answer_question": (*STAFF, AgencyAuthor),
    "start_terms": (*STAFF, PanelChair),
    "write_terms": (*STAFF, PanelChair),
    "discard_terms": (*STAFF, PanelChair),
    "agree_terms": (*STAFF, PanelChair),
    "keep_question": (*STAFF, PanelChair),
    "remove_question": STAFF,
    "appoint": LEAD,
    "end_appointment": LEAD,
    "write_section": (*STAFF, OverviewAuthor),
    "issue_draft": (*STAFF, OverviewAuthor),
    "open_draft": (*STAFF, OverviewAuthor),
    "comment_on_draft": (*STAFF, *PANEL, AgencyAuthor),
    "code_themes": (*STAFF, OverviewAuthor),
    "answer_comment": (*STAFF, OverviewAuthor),
    "close_round": (*STAFF, OverviewAuthor),
    "replace_appointment": LEAD,
    "take_declaration": LEAD,
    "accept_conflict": (Chair,),
    "record_report": (*STAFF, OverviewAuthor),
    "file_document": (*STAFF, PanelChair, OverviewAuthor),
    "send_document": (*STAFF, AgencyAuthor),
    "add_document_version": (*STAFF, PanelChair, OverviewAuthor, AgencyAuthor),
    "make_release_copy": (*STAFF, OverviewAuthor),
    "check_release_copy": (*STAFF, Chair, PanelChair, OverviewAuthor),
    "scan_release_copy": (*STAFF, Chair, PanelChair, OverviewAuthor),
    "say_copy_names_nobody": (*STAFF, Chair, PanelChair, OverviewAuthor),
    "let_copy_out": LEAD,
    "sign_off_report": (PanelChair,),
    "file_for_set": STAFF,
    "put_again": (*STAFF, PanelChair),
    "sign_again": (Chair,),
    "return_again": LEAD,
    "record_dispatch": STAFF,
    "acknowledge_dispatch": STAFF,
    "assess_readiness": (Manager, PanelChair),
    "correct_evaluation": (Evaluator, Manager),
    "withdraw_past_letter": (Evaluator, Manager),
    "record_event": STAFF,
    "correct_event": STAFF,
    "extend": LEAD,
    "pin_guidance": LEAD,
    "hand_over": LEAD,
    "answer_hand_over": (*STAFF, Chair),  # of these, whoever was asked
    "publish": LEAD,
    "plan_publication": KEEPERS,
    "set_embargo": LEAD,
    "send_to_repository": STAFF,
    "take_down": LEAD,
    "pause": LEAD,
    "restrict": LEAD,
    **dict.fromkeys(MEETING_ACTS, ASKERS),
    "finish_action": (*STAFF, *PANEL, AgencyAuthor),  # beside the askers, whoever is to do it
    "add_proceedings": KEEPERS,
    "change_proceedings": KEEPERS,
    "move_proceedings": KEEPERS,
    "hold_up": KEEPERS,
    "lift_hold": KEEPERS,
    "add_relative": SPEAKERS,
    "change_relative": SPEAKERS,
    "record_consent": SPEAKERS,
    "keep_days_quiet": SPEAKERS,
    "take_back_quiet_days": SPEAKERS,
    "plan_contact": SPEAKERS,
    "call_off_contact": SPEAKERS,
    "record_contact": SPEAKERS,
    "record_contribution": SPEAKERS,
    "use_contribution": SPEAKERS,
    "leave_family_out": SPEAKERS,
    "import_reviews": (Manager,),
    "keep_word_templates": (Manager,),
    "keep_themes": (Manager,),
    "read_log": (*LEAD, Auditor),
}
ALLOWED: dict[str, Roles] = MOVES | ACTS
# Who opens a part of the case file, by the name of its URL. Who changes it is in ACTS.
READS: dict[str, Roles] = {
    "terms": (*STAFF, Chair, *PANEL),
    "documents": (*STAFF, Chair, *PANEL),
    "contributions": (*STAFF, Chair, *PANEL),
    "meetings": (*STAFF, Chair, *PANEL),
    "proceedings": (*STAFF, Chair, *PANEL),
    "family": (*STAFF, Chair, PanelChair, OverviewAuthor),
    "reports": (*STAFF, Chair, *PANEL),
    "themes": (*STAFF, Chair, *PANEL),
    "letters": (*STAFF, Chair),
    "final-set": (*STAFF, Chair, PanelChair, OverviewAuthor),
    "final-set-item": (*STAFF, Chair, PanelChair, OverviewAuthor, Evaluator),
    "final-set-pack": (*STAFF, Chair, Evaluator),
    "submission": (*STAFF, Chair, PanelChair, OverviewAuthor),
    "readiness": (*STAFF, Chair, *PANEL),
    "evaluation": (*STAFF, Chair, PanelChair, OverviewAuthor),
    "evaluation-letter": (*STAFF, Chair, PanelChair, OverviewAuthor, Evaluator),
    "publication": (*STAFF, Chair, PanelChair, OverviewAuthor),
    "people": (*STAFF, Chair, *PANEL),
}

DECISIONS = frozenset({"decide_scr", "decide_other_review", "decide_no_review"})
SIGNATURES = frozenset({"sign_off_report", "ratify", "sign_again"})
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
    if action in SIGNATURES:
        return _why_not_sign(user, review)
    return None


def _why_not_sign(user: User, review: "Review") -> str | None:
    """Return why this person may not sign a report, or the set that is before the board."""
    if review.was_written_by(user):
        return "You wrote for this review, so somebody else has to sign it off."
    if review.final_sets.open().filter(put_by=user).exists():
        return "You put this set to the board, so somebody else has to sign it."
    return None


def refusal_of_agency(user: User, action: str, commission: "Commission") -> str | None:
    """Return why the user may not do this for the agency, or None: authors act for their own."""
    review = commission.review
    others = [role for role in ALLOWED[action] if role is not AgencyAuthor]
    if any(holds(user, role, review) for role in others):
        return None
    if reason := refusal(user, action, review):
        return reason
    if all(seat.agency_id != commission.agency_id for seat in user.seats()):
        return "An agency answers for itself."
    if action == "return_commission" and commission.is_reported:
        return "An agency submits its report here, with its author and its sign-off."
    return None


def require_of_agency(user: User, action: str, commission: "Commission") -> None:
    """Raise PermissionDenied, with the sentence to show, unless the user may do this for it."""
    reason = refusal_of_agency(user, action, commission)
    if reason:
        raise PermissionDenied(reason)


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
