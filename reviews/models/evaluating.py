"""Ofsted's part: its letter is recorded once for each submission. Methods of Review.

Nobody calls them but `Review.move`, which asks who and when first.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone

from boards.govuk.words import on_paper
from boards.models import User
from records.incoming import SealedUpload
from records.models import Document
from reviews.models.confidence import in_confidence
from reviews.models.evaluation import Evaluation
from reviews.models.goes import goes
from reviews.models.history import Event
from reviews.models.judgement import ElementGrade, HeadingJudgement, elements_of
from reviews.states import State
from reviews.statutory import HEADINGS


class Evaluating:
    """Each round has its own letter: an earlier one is never overwritten."""

    @goes(
        State.SUBMITTED,
        to=State.EVALUATED,
        label="Record Ofsted's letter and grade",
        done="Ofsted's grade was recorded",
    )
    @in_confidence
    def record_evaluation(
        self,
        *,
        by: User,
        at: datetime,
        on: date,
        grade: str,
        narrative: str = "",
        letter_reference: str = "",
        letter: SealedUpload | None = None,
        headings: Mapping[str, tuple[str, str]] | None = None,
        elements: Mapping[str, str] | None = None,
        **_: Any,
    ) -> None:
        """Ofsted's judgement stands beside any earlier one, with its letter.

        `headings` is {code: (grade, what the letter says)}, `elements` {Element.key: grade}.
        Raises ValidationError where they do not fit what was submitted.
        """
        evaluation = self._awaited_evaluation()
        evaluation.evaluated_on, evaluation.grade = on, grade
        evaluation.narrative, evaluation.letter_reference = narrative, letter_reference
        self._keep_judgement(evaluation, letter, headings or {}, elements or {}, by=by, at=at)
        Event.record(self, event_of(evaluation), on, by=by, at=at)

    def _keep_judgement(
        self,
        evaluation: Evaluation,
        letter: SealedUpload | None,
        headings: Mapping[str, tuple[str, str]],
        elements: Mapping[str, str],
        *,
        by: User,
        at: datetime,
    ) -> None:
        """What the letter says is kept for good. Raises ValidationError as `record_evaluation`."""
        _refuse_wrong_day(evaluation, at=at)
        _refuse_what_was_not_graded(evaluation, headings, elements)
        _judge(evaluation, headings, elements)
        evaluation.recorded_by, evaluation.recorded_at = by, at
        if letter is not None:
            evaluation.letter = Document.keep(letter, board=self.board_id, by=by, at=at)
        evaluation.save()

    @goes(
        State.EVALUATED,
        to=State.RECONSIDERATION,
        label="Reconsider the review",
        done="Reconsideration began",
    )
    def reconsider(self, *, reasons: str, **_: Any) -> None:
        """It was judged inadequate and is being redone."""

    @goes(
        State.RECONSIDERATION,
        to=State.EVALUATED,
        label="End the reconsideration",
        done="The reconsideration was ended",
    )
    def end_reconsideration(self, *, by: User, at: datetime, reasons: str, **_: Any) -> None:
        """It is not redone: the grade was entered in error, or Ofsted took it back."""
        self.let_set_lapse(by=by, at=at)

    def _awaited_evaluation(self) -> Evaluation:
        awaited = self.evaluations.filter(grade="").select_related("final_set").last()
        if awaited is None:
            raise ValidationError("No submission waits for a letter.")
        return awaited


def event_of(evaluation: Evaluation) -> str:
    """Return the name of the event that the letter is."""
    return "evaluated" if evaluation.number == 1 else "reevaluated"


def _refuse_wrong_day(evaluation: Evaluation, *, at: datetime) -> None:
    on = evaluation.evaluated_on
    if on is None:  # of a past review the day may not be known
        return
    if on > timezone.localdate(at):
        raise ValidationError({"on": "The date of the letter cannot be in the future."})
    if evaluation.submitted_on and on < evaluation.submitted_on:
        sent = on_paper(evaluation.submitted_on)
        raise ValidationError(
            {"on": f"The set was submitted on {sent}: the letter cannot be older than that."}
        )


def _refuse_what_was_not_graded(
    evaluation: Evaluation, headings: Mapping[str, Any], elements: Mapping[str, str]
) -> None:
    if evaluation.is_streamlined and (headings or elements):
        raise ValidationError("This set was given one grade alone, and none by heading.")
    known = {heading.code for heading in HEADINGS}
    if unknown := headings.keys() - known:
        raise ValidationError(f"There is no heading “{min(unknown)}” in Ofsted's letters.")
    if elements.keys() - {each.key for each in elements_of(evaluation)}:
        raise ValidationError("A grade was given to a document that is not in the submitted set.")


def _judge(
    evaluation: Evaluation,
    headings: Mapping[str, tuple[str, str]],
    elements: Mapping[str, str],
) -> None:
    """The parts have their grades: before the whole has its own, after which nothing changes."""
    HeadingJudgement.objects.bulk_create(
        HeadingJudgement(evaluation=evaluation, heading=code, grade=grade, narrative=said)
        for code, (grade, said) in headings.items()
    )
    ElementGrade.objects.bulk_create(
        ElementGrade(
            evaluation=evaluation,
            kind=each.kind,
            position=each.position,
            agency_id=each.agency_id,
            agency_name=each.agency_name,
            grade=elements[each.key],
        )
        for each in elements_of(evaluation)
        if each.key in elements
    )
