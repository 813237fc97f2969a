"""A letter of Ofsted's that was entered in error is put right. Methods of Review."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError

from boards.models import User
from records.incoming import SealedUpload
from reviews.models.confidence import in_confidence
from reviews.models.evaluating import event_of
from reviews.models.evaluation import Evaluation, Grade
from reviews.models.history import Event
from reviews.states import State

RECONSIDERED = (
    "The review is being reconsidered because this grade was inadequate. The business manager or "
    "the Chair first ends the reconsideration, on the review’s page; then correct the grade."
)
SUBMITTED_AGAIN = (
    "The review was reconsidered and submitted again because this grade was inadequate, so it has "
    "to stay as it is; all else of the letter can be corrected. If Ofsted’s letter gave another "
    "grade, file what Ofsted confirms in writing among the documents: the later round’s letter is "
    "the one that settles the review."
)
CLOSED = (
    "The review was closed because its grade was not inadequate. The business manager or the Chair "
    "first takes back the closing, on the review’s page; then correct the grade and reconsider the "
    "review."
)


class Correcting:
    """The entry in error stays as it was, and the correction stands in its place."""

    @in_confidence
    def correct_evaluation(
        self,
        *,
        by: User,
        at: datetime,
        number: int,
        reasons: str,
        on: date | None,
        grade: str,
        narrative: str = "",
        letter_reference: str = "",
        letter: SealedUpload | None = None,
        headings: Mapping[str, tuple[str, str]] | None = None,
        elements: Mapping[str, str] | None = None,
    ) -> str:
        """The letter of the round says this; without `letter`, the file of the error is its own.

        Raises ValidationError as `record_evaluation` does, and where a later move stands on the
        grade or nothing differs.
        """
        wrong = self.evaluations.current().exclude(grade="").get(number=number)
        self._refuse_what_was_built_upon(wrong, grade)
        right = self._standing_for(wrong, reasons)
        right.evaluated_on, right.grade, right.letter = on, grade, wrong.letter
        right.narrative, right.letter_reference = narrative, letter_reference
        if letter is None and _says_the_same(wrong, right, headings or {}, elements or {}):
            raise ValidationError("Nothing differs from what is recorded: change what is wrong.")
        self._keep_judgement(right, letter, headings or {}, elements or {}, by=by, at=at)
        is_last = not self.evaluations.filter(number__gt=number).exists()
        if on and on != wrong.evaluated_on and (is_last or number == 1):
            Event.record(self, event_of(right), on, by=by, at=at, reason=reasons)
        return _news(wrong, right)

    def _standing_for(self, wrong: Evaluation, reasons: str, **withdrawn: Any) -> Evaluation:
        """Return the same submission anew, as if no letter had come."""
        return Evaluation.objects.create(
            review=self,
            number=wrong.number,
            corrects=wrong,
            reason=reasons,
            final_set=wrong.final_set,
            submitted_on=wrong.submitted_on,
            by=wrong.by,
            at=wrong.at,
            **withdrawn,
        )

    def _refuse_what_was_built_upon(self, wrong: Evaluation, grade: str) -> None:
        """Raise ValidationError, with what to do, where a move was made because of the grade."""
        was, is_inadequate = wrong.grade == Grade.INADEQUATE, grade == Grade.INADEQUATE
        if was == is_inadequate or self.is_past:
            return
        if self.evaluations.filter(number__gt=wrong.number).exists():
            raise ValidationError({"grade": SUBMITTED_AGAIN})
        if self.state == State.RECONSIDERATION:
            raise ValidationError({"grade": RECONSIDERED})
        if self.state == State.CLOSED:
            raise ValidationError({"grade": CLOSED})


def _says_the_same(
    wrong: Evaluation,
    right: Evaluation,
    headings: Mapping[str, tuple[str, str]],
    elements: Mapping[str, str],
) -> bool:
    fields = ("evaluated_on", "grade", "narrative", "letter_reference")
    return (
        all(getattr(wrong, name) == getattr(right, name) for name in fields)
        and {h.heading: (h.grade, h.narrative) for h in wrong.headings.all()} == dict(headings)
        and {e.key: e.grade for e in wrong.elements.all()} == dict(elements)
    )


def _news(wrong: Evaluation, right: Evaluation) -> str:
    """Return the news of it, which names nobody and does not say why."""
    what = f"Ofsted’s letter of round {right.number} was corrected"
    now = right.get_grade_display().lower()
    if right.grade == wrong.grade:
        return f"{what}; the grade is {now} as before"
    return f"{what}: the grade is {now}, entered in error as {wrong.get_grade_display().lower()}"
