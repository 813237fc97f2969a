"""State × action and role × action, against tables written by hand."""

from datetime import date

import pytest
from django.core.exceptions import PermissionDenied

from boards.roles import ROLES
from reviews.conditions import NotYet
from reviews.models import Review
from reviews.permissions import ACTS, MOVES, refusal
from reviews.states import MEANINGS, State
from tests.factories import AT, BoardFactory, a_review, appointed, everybody, person

pytestmark = pytest.mark.django_db

MAY_FOLLOW: dict[str, dict[str, str]] = {
    "referred": {"screen": "screening", "withdraw": "withdrawn", "transfer": "transferred"},
    "screening": {
        "ask_for_information": "referred",
        "recommend": "recommended",
        "withdraw": "withdrawn",
        "transfer": "transferred",
    },
    "recommended": {
        "return_advice": "screening",
        "decide_scr": "scoping",
        "decide_other_review": "other_review",
        "decide_no_review": "no_review",
        "withdraw": "withdrawn",
        "transfer": "transferred",
    },
    "no_review": {"reopen": "screening"},
    "other_review": {"reopen": "screening"},
    "scoping": {
        "begin_chronology": "chronology",
        "transfer": "transferred",
        "rescind": "rescinded",
    },
    "chronology": {"begin_panel": "panel", "transfer": "transferred", "rescind": "rescinded"},
    "panel": {"put_to_board": "ratification", "transfer": "transferred", "rescind": "rescinded"},
    "ratification": {
        "send_back": "panel",
        "ratify": "ratified",
        "transfer": "transferred",
        "rescind": "rescinded",
    },
    "ratified": {"submit": "submitted", "close": "closed"},
    "submitted": {"record_evaluation": "evaluated"},
    "evaluated": {
        "reconsider": "reconsideration",
        "withdraw_letter": "submitted",
        "close": "closed",
    },
    "reconsideration": {"resubmit": "submitted", "end_reconsideration": "evaluated"},
    "closed": {"take_back_closing": "evaluated"},
    "withdrawn": {},
    "transferred": {},
    "rescinded": {},
}

STAFF = {"coordinator", "manager"}
LEAD = {"manager", "chair"}
ALLOWED: dict[str, set[str]] = {
    "screen": STAFF,
    "ask_for_information": STAFF | {"subcommittee"},
    "recommend": STAFF | {"subcommittee"},
    "return_advice": {"chair"},
    "decide_scr": {"chair"},
    "decide_other_review": {"chair"},
    "decide_no_review": {"chair"},
    "reopen": LEAD,
    "begin_chronology": STAFF,
    "begin_panel": STAFF | {"panel_chair"},
    "put_to_board": STAFF | {"panel_chair"},
    "send_back": LEAD,
    "ratify": {"chair"},
    "submit": STAFF,
    "record_evaluation": {"evaluator", "manager"},
    "withdraw_letter": {"evaluator", "manager"},
    "reconsider": LEAD,
    "end_reconsideration": LEAD,
    "resubmit": STAFF,
    "close": LEAD,
    "take_back_closing": LEAD,
    "withdraw": LEAD,
    "transfer": LEAD,
    "rescind": {"chair"},
    "log_incident": STAFF,
    "answer_criteria": STAFF | {"subcommittee"},
    "ask_agencies": STAFF,
    "return_commission": STAFF | {"agency_author"},
    "reopen_commission": STAFF | {"panel_chair"},
    "waive_commission": STAFF,
    "write_contribution": STAFF | {"agency_author"},
    "submit_contribution": STAFF | {"agency_author"},
    "assess_contribution": STAFF | {"panel_chair", "panel_member", "overview_author"},
    "send_back_contribution": STAFF | {"panel_chair"},
    "accept_contribution": STAFF | {"panel_chair"},
    "ask_agency": STAFF | {"panel_chair", "overview_author"},
    "answer_question": STAFF | {"agency_author"},
    "start_terms": STAFF | {"panel_chair"},
    "write_terms": STAFF | {"panel_chair"},
    "discard_terms": STAFF | {"panel_chair"},
    "agree_terms": STAFF | {"panel_chair"},
    "keep_question": STAFF | {"panel_chair"},
    "remove_question": STAFF,
    "appoint": LEAD,
    "end_appointment": LEAD,
    "write_section": STAFF | {"overview_author"},
    "issue_draft": STAFF | {"overview_author"},
    "open_draft": STAFF | {"overview_author"},
    "comment_on_draft": STAFF | {"overview_author", "panel_chair", "panel_member", "agency_author"},
    "code_themes": STAFF | {"overview_author"},
    "answer_comment": STAFF | {"overview_author"},
    "close_round": STAFF | {"overview_author"},
    "replace_appointment": LEAD,
    "take_declaration": LEAD,
    "accept_conflict": {"chair"},
    "record_report": STAFF | {"overview_author"},
    "file_document": STAFF | {"panel_chair", "overview_author"},
    "send_document": STAFF | {"agency_author"},
    "add_document_version": STAFF | {"panel_chair", "overview_author", "agency_author"},
    "make_release_copy": STAFF | {"overview_author"},
    "check_release_copy": STAFF | {"chair", "panel_chair", "overview_author"},
    "sign_off_report": {"panel_chair"},
    "file_for_set": STAFF,
    "put_again": STAFF | {"panel_chair"},
    "sign_again": {"chair"},
    "return_again": LEAD,
    "record_dispatch": STAFF,
    "acknowledge_dispatch": STAFF,
    "assess_readiness": {"manager", "panel_chair"},
    "correct_evaluation": {"evaluator", "manager"},
    "withdraw_past_letter": {"evaluator", "manager"},
    "record_event": STAFF,
    "correct_event": STAFF,
    "extend": LEAD,
    "pin_guidance": LEAD,
    "hand_over": LEAD,
    "answer_hand_over": STAFF | {"chair"},
    "publish": LEAD,
    "plan_publication": STAFF | {"chair"},
    "set_embargo": LEAD,
    "send_to_repository": STAFF,
    "take_down": LEAD,
    "scan_release_copy": STAFF | {"chair", "panel_chair", "overview_author"},
    "say_copy_names_nobody": STAFF | {"chair", "panel_chair", "overview_author"},
    "let_copy_out": LEAD,
    "pause": LEAD,
    "restrict": LEAD,
    **dict.fromkeys(
        (
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
        ),
        STAFF | {"panel_chair"},
    ),
    "finish_action": STAFF | {"panel_chair", "panel_member", "overview_author", "agency_author"},
    "add_proceedings": STAFF | {"chair"},
    "change_proceedings": STAFF | {"chair"},
    "move_proceedings": STAFF | {"chair"},
    "hold_up": STAFF | {"chair"},
    "lift_hold": STAFF | {"chair"},
    "add_relative": STAFF | {"panel_chair", "overview_author"},
    "change_relative": STAFF | {"panel_chair", "overview_author"},
    "record_consent": STAFF | {"panel_chair", "overview_author"},
    "keep_days_quiet": STAFF | {"panel_chair", "overview_author"},
    "take_back_quiet_days": STAFF | {"panel_chair", "overview_author"},
    "plan_contact": STAFF | {"panel_chair", "overview_author"},
    "call_off_contact": STAFF | {"panel_chair", "overview_author"},
    "record_contact": STAFF | {"panel_chair", "overview_author"},
    "record_contribution": STAFF | {"panel_chair", "overview_author"},
    "use_contribution": STAFF | {"panel_chair", "overview_author"},
    "leave_family_out": STAFF | {"panel_chair", "overview_author"},
    "import_reviews": {"manager"},
    "keep_word_templates": {"manager"},
    "keep_themes": {"manager"},
    "read_log": LEAD | {"auditor"},
}


def at_state(state: str, **fields) -> Review:
    """Return a review put at `state` behind the door's back, as only a test may."""
    review = a_review(**fields)
    Review.objects.filter(pk=review.pk).update(state=state)
    return Review.objects.get(pk=review.pk)


def test_the_tables_name_every_state_and_action():
    assert set(MAY_FOLLOW) == set(State.values) == set(MEANINGS)
    assert set(ALLOWED) == set(MOVES) | set(ACTS)
    assert {action for moves in MAY_FOLLOW.values() for action in moves} == set(MOVES)


@pytest.mark.parametrize("state", State.values)
def test_only_the_moves_in_the_table_start_from_a_state(state):
    review = at_state(state)
    for action in MOVES:
        allowed = MAY_FOLLOW[state].get(action)
        try:
            review.require_ready(action)
        except NotYet as refused:
            is_elsewhere = "is now at" in refused.reasons[0]
            assert is_elsewhere is (allowed is None), (state, action, refused.reasons)
        else:
            assert allowed, (state, action)
        if allowed:
            assert Review.transition(action).target == allowed


@pytest.mark.parametrize("state", State.values)
def test_a_move_that_the_state_forbids_changes_nothing(state):
    board = BoardFactory()
    people = everybody(board)
    review = at_state(state, board=board)
    for action in set(MOVES) - set(MAY_FOLLOW[state]):
        for by in people.values():
            with pytest.raises((NotYet, PermissionDenied)):
                review.move(action, by=by, at=AT, on=AT.date(), reasons="x", outcome="scr")
    assert Review.objects.get(pk=review.pk).state == state
    assert review.changes.count() == 1


@pytest.mark.parametrize("role", ROLES)
def test_a_role_may_do_what_the_table_says_and_nothing_else(role):
    board = BoardFactory()
    somebody = person(ROLES[role], board)
    review = a_review(board)
    if role in {"panel_chair", "overview_author", "panel_member"}:
        appointed(review, somebody, role)
    may = {action for action in ALLOWED if refusal(somebody, action, review) is None}
    assert may == {action for action, roles in ALLOWED.items() if role in roles}


@pytest.mark.parametrize("role", [slug for slug in ROLES if slug != "evaluator"])
def test_a_role_on_another_board_may_do_nothing(role):
    stranger = person(ROLES[role], BoardFactory())
    review = a_review()
    assert all(refusal(stranger, action, review) for action in ALLOWED)
    assert not Review.objects.visible_to(stranger).exists()


def test_a_panel_chair_of_another_case_may_not_move_this_one():
    board = BoardFactory()
    other = person(ROLES["panel_chair"], board)
    assert refusal(other, "begin_panel", a_review(board))


def test_somebody_who_left_the_board_may_do_nothing():
    board = BoardFactory()
    chair = person(ROLES["chair"], board)
    chair.memberships.get().end(on=date(2010, 3, 1))
    assert refusal(chair, "rescind", a_review(board))
