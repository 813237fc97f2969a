"""The facts that each move of a review needs."""

from datetime import date
from typing import Any

from django import forms

from boards.govuk.fields import DayField, Radios
from boards.models import Board
from reviews.forms.case import CaseForm, reasons_field
from reviews.forms.correcting import WithdrawLetterForm
from reviews.forms.dispatches import SubmitForm
from reviews.forms.evaluation import EvaluationForm
from reviews.forms.final_set import PutToBoardForm, SendBackForm, SignForm
from reviews.models import Outcome


class ConfirmForm(CaseForm):
    """Nothing to ask: the button says what will be true."""

    submit_text = "Confirm"


class ReasonsForm(CaseForm):
    reasons = reasons_field()


class RecommendForm(CaseForm):
    intro = "The Chair will see the advice and its reasons, and decides."
    outcome = forms.ChoiceField(
        label="What does the sub-committee recommend?",
        choices=Outcome,
        widget=Radios,
        error_messages={"required": "Select what the sub-committee recommends"},
    )
    reasons = reasons_field("the sub-committee's reasons", "Reasons for the recommendation")
    on = DayField(
        called="the date of the sub-committee's meeting", label="When did the sub-committee meet?"
    )


class DecideForm(CaseForm):
    reasons = reasons_field("the Chair's reasons", "Reasons for the decision")
    on = DayField(called="the date of the decision", label="When was this decided?")


class DecideAgainstForm(DecideForm):
    may_lie_ahead = frozenset({"review_again_on"})
    review_again_on = DayField(
        called="the date to look at this again",
        label="When will this decision be looked at again? (optional)",
        required=False,
    )


class ReopenForm(CaseForm):
    intro = (
        "The earlier decision stays readable. The clock for deciding starts anew on the day the "
        "information came."
    )
    on = DayField(
        called="the date the new information came", label="When did the new information come?"
    )
    reasons = reasons_field("what is new", "What is new?")


class TransferForm(CaseForm):
    board = forms.ModelChoiceField(
        Board.objects.none(),
        label="Which board leads the review from now on?",
        empty_label="Choose a board",
        error_messages={"required": "Select the board that leads from now on"},
    )
    reasons = reasons_field()

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.fields["board"].queryset = Board.objects.exclude(pk=self.review.board_id)


FORMS: dict[str, type[CaseForm]] = {
    "screen": ConfirmForm,
    "ask_for_information": ReasonsForm,
    "recommend": RecommendForm,
    "return_advice": ReasonsForm,
    "decide_scr": DecideForm,
    "decide_other_review": DecideAgainstForm,
    "decide_no_review": DecideAgainstForm,
    "reopen": ReopenForm,
    "begin_chronology": ConfirmForm,
    "begin_panel": ConfirmForm,
    "put_to_board": PutToBoardForm,
    "send_back": SendBackForm,
    "ratify": SignForm,
    "submit": SubmitForm,
    "record_evaluation": EvaluationForm,
    "withdraw_letter": WithdrawLetterForm,
    "reconsider": ReasonsForm,
    "end_reconsideration": ReasonsForm,
    "resubmit": SubmitForm,
    "close": ConfirmForm,
    "take_back_closing": ReasonsForm,
    "withdraw": ReasonsForm,
    "transfer": TransferForm,
    "rescind": ReasonsForm,
}


def initial_for(today: date) -> dict[str, date]:
    """Return what is most often right: it is entered on the day it took place."""
    return {"on": today}
