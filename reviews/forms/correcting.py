"""A letter of Ofsted's that was entered in error, as it should have been entered."""

from typing import Any

from boards.govuk.fields import TickField
from reviews.forms.case import CaseForm, reasons_field
from reviews.forms.evaluation import NOT_GRADED, EvaluationForm
from reviews.models import Evaluation
from reviews.models.retracting import last_letter
from reviews.statutory import HEADINGS


class CorrectEvaluationForm(EvaluationForm):
    """Comes filled in with what is recorded now; what a past review does not know stays out."""

    submit_text = "Correct the letter"
    aside = "reviews/evaluation/_before_correcting.html"

    def __init__(self, *args: Any, wrong: Evaluation, **kw: Any) -> None:
        self.wrong = wrong
        super().__init__(*args, initial=as_recorded(wrong), **kw)
        self.fields["on"].required = wrong.evaluated_on is not None
        if not wrong.narrative:
            self.fields["narrative"].required = False
        letter = self.fields["letter"]
        letter.required = False
        letter.label = "The letter (only if the wrong file was added)"
        del self.fields["is_checked"]
        self.fields["reasons"] = reasons_field(
            "how the mistake was found",
            "What was wrong, and how was it found?",
            help_text="It stands beside the entry in error. Name no child.",
            max_length=500,
        )
        self.fields["is_checked"] = TickField(
            label="I have compared this with the letter",
            must="Confirm that you have compared this with the letter",
        )

    @property
    def evaluation(self) -> Evaluation:
        """The entry that is to be corrected."""
        return self.wrong

    def facts(self) -> dict[str, Any]:
        """Return the letter, as `correct_evaluation` takes it."""
        number, reasons = self.wrong.number, self.cleaned_data["reasons"]
        return super().facts() | {"number": number, "reasons": reasons}


class WithdrawLetterForm(CaseForm):
    """Of the letter that was recorded last: it is no letter of this review at all."""

    submit_text = "Withdraw the letter"
    aside = "reviews/evaluation/_before_withdrawing.html"
    reasons = reasons_field(
        "how the mistake was found",
        "Whose letter is it, and how was the mistake found?",
        help_text="It stands beside the entry. Name no child: a reference will do.",
        max_length=500,
    )
    is_checked = TickField(
        label="This is no letter of this review",
        must="Confirm that this is no letter of this review",
    )

    @property
    def letter(self) -> Evaluation | None:
        return last_letter(self.review)

    def facts(self) -> dict[str, Any]:
        return {"reasons": self.cleaned_data["reasons"]}


def as_recorded(evaluation: Evaluation) -> dict[str, Any]:
    """Return what the form asks, as it was answered when the letter was recorded."""
    answers: dict[str, Any] = {
        "on": evaluation.evaluated_on,
        "grade": evaluation.grade,
        "narrative": evaluation.narrative,
        "letter_reference": evaluation.letter_reference,
    }
    answers |= {f"{heading.code}_grade": NOT_GRADED for heading in HEADINGS}
    for judged in evaluation.headings.all():
        answers[f"{judged.heading}_grade"] = judged.grade
        answers[f"{judged.heading}_narrative"] = judged.narrative
    return answers | {each.key: each.grade for each in evaluation.elements.all()}
