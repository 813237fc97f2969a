"""Who may record what, noun by noun: the name of the act, and the roles that may do it.

An act stands under one noun alone. When it may be recorded is in conditions.py.
"""

from boards.roles import (
    AgencyAuthor,
    Auditor,
    Chair,
    Evaluator,
    Manager,
    OverviewAuthor,
    PanelChair,
    PanelMember,
    SubCommitteeMember,
)
from reviews.permissions.groups import ASKERS, KEEPERS, LEAD, PANEL, SPEAKERS, STAFF, Roles

Acts = dict[str, Roles]

CASE: Acts = {
    "log_incident": STAFF,
    "answer_criteria": (*STAFF, SubCommitteeMember),
    "record_event": STAFF,
    "correct_event": STAFF,
    "extend": LEAD,
    "pin_guidance": LEAD,
    "hand_over": LEAD,
    "answer_hand_over": (*STAFF, Chair),  # of these, whoever was asked
    "pause": LEAD,
    "restrict": LEAD,
    "read_log": (*LEAD, Auditor),
}
AGENCIES: Acts = {
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
}
TERMS: Acts = {
    "start_terms": (*STAFF, PanelChair),
    "write_terms": (*STAFF, PanelChair),
    "discard_terms": (*STAFF, PanelChair),
    "agree_terms": (*STAFF, PanelChair),
    "keep_question": (*STAFF, PanelChair),
    "remove_question": STAFF,
}
PEOPLE: Acts = {
    "appoint": LEAD,
    "end_appointment": LEAD,
    "replace_appointment": LEAD,
    "take_declaration": LEAD,
    "accept_conflict": (Chair,),
}
REPORTS: Acts = {
    "write_section": (*STAFF, OverviewAuthor),
    "issue_draft": (*STAFF, OverviewAuthor),
    "open_draft": (*STAFF, OverviewAuthor),
    "comment_on_draft": (*STAFF, *PANEL, AgencyAuthor),
    "answer_comment": (*STAFF, OverviewAuthor),
    "close_round": (*STAFF, OverviewAuthor),
    "record_report": (*STAFF, OverviewAuthor),
    "sign_off_report": (PanelChair,),
    "code_themes": (*STAFF, OverviewAuthor),
}
DOCUMENTS: Acts = {
    "file_document": (*STAFF, PanelChair, OverviewAuthor),
    "send_document": (*STAFF, AgencyAuthor),
    "add_document_version": (*STAFF, PanelChair, OverviewAuthor, AgencyAuthor),
    "make_release_copy": (*STAFF, OverviewAuthor),
    "check_release_copy": (*STAFF, Chair, PanelChair, OverviewAuthor),
    "scan_release_copy": (*STAFF, Chair, PanelChair, OverviewAuthor),
    "say_copy_names_nobody": (*STAFF, Chair, PanelChair, OverviewAuthor),
    "let_copy_out": LEAD,
}
FINAL_SET: Acts = {
    "file_for_set": STAFF,
    "put_again": (*STAFF, PanelChair),
    "sign_again": (Chair,),
    "return_again": LEAD,
    "record_dispatch": STAFF,
    "acknowledge_dispatch": STAFF,
    "assess_readiness": (Manager, PanelChair),
    "correct_evaluation": (Evaluator, Manager),
    "withdraw_past_letter": (Evaluator, Manager),
}
PUBLICATION: Acts = {
    "publish": LEAD,
    "plan_publication": KEEPERS,
    "set_embargo": LEAD,
    "send_to_repository": STAFF,
    "take_down": LEAD,
}
MEETINGS: Acts = dict.fromkeys(
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
    ASKERS,
) | {
    "finish_action": (*STAFF, *PANEL, AgencyAuthor),  # beside the askers, whoever is to do it
}
PROCEEDINGS: Acts = dict.fromkeys(
    ("add_proceedings", "change_proceedings", "move_proceedings", "hold_up", "lift_hold"),
    KEEPERS,
)
FAMILY: Acts = dict.fromkeys(
    (
        "add_relative",
        "change_relative",
        "record_consent",
        "keep_days_quiet",
        "take_back_quiet_days",
        "plan_contact",
        "call_off_contact",
        "record_contact",
        "record_contribution",
        "use_contribution",
        "leave_family_out",
    ),
    SPEAKERS,
)
BOARD: Acts = {
    "import_reviews": (Manager,),
    "keep_word_templates": (Manager,),
    "keep_themes": (Manager,),
}

ACTS: Acts = (
    CASE
    | AGENCIES
    | TERMS
    | PEOPLE
    | REPORTS
    | DOCUMENTS
    | FINAL_SET
    | PUBLICATION
    | MEETINGS
    | PROCEEDINGS
    | FAMILY
    | BOARD
)
