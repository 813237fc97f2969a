"""Who may move a review, by the name of the move."""

from boards.roles import Chair, Evaluator, Manager, PanelChair, SubCommitteeMember
from reviews.permissions.groups import LEAD, STAFF, Roles

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
