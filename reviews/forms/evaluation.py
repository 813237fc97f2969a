"""Ofsted's letter: the grade of the whole, and what is said under each heading."""

from typing import Any

from django import forms

from boards.govuk.fields import DayField, LineField, ProseField, Radios, TickField
from boards.govuk.words import on_paper
from boards.models import User
from records.document_field import DocumentField
from reviews.forms.ofsted import OfstedDayForm
from reviews.models import Element, Evaluation, Grade
from reviews.models.judgement import elements_of
from reviews.statutory import HEADINGS

NOT_GRADED = "not_graded"
WITH_NONE = [*Grade.choices, (NOT_GRADED, "The letter gives no grade here")]


class EvaluationForm(OfstedDayForm):
    """Asks under each heading, but of a set submitted since 3 January 2012 the whole alone."""

    submit_text = "Record the letter"
    aside = "reviews/evaluation/_before_recording.html"
    on = DayField(called="the date of Ofsted's letter", label="What is the date of the letter?")
    letter_reference = LineField(
        called="the reference of the letter",
        label="Reference of the letter (optional)",
        max_length=60,
        required=False,
    )
    letter = DocumentField(called="Ofsted's letter", label="The letter")
    grade = forms.ChoiceField(
        label="The review as a whole: what grade did Ofsted give?",
        choices=Grade,
        widget=Radios,
        error_messages={"required": "Select the overall grade in Ofsted's letter"},
    )

    def __init__(self, *args: Any, user: User, **kw: Any) -> None:
        super().__init__(*args, user=user, **kw)
        is_late = self.fields.pop("is_late", None)
        self.fields["narrative"] = ProseField(
            called="what the letter says of the review as a whole",
            label=f"What does the letter say of it?{' (optional)' * self.is_streamlined}",
            required=not self.is_streamlined,
        )
        if not self.is_streamlined:
            for heading in HEADINGS:
                self._ask(heading.code, heading.name)
            for element in self.elements:
                self.fields[element.key] = forms.ChoiceField(
                    label=f"{element.label}: its own grade (optional)",
                    choices=[("", "No grade of its own"), *Grade.choices],
                    required=False,
                )
        if is_late:
            self.fields["is_late"] = is_late
        self.fields["is_checked"] = TickField(
            label="I have compared this with the letter. A mistake would stay to be seen",
            must="Confirm that you have compared this with the letter",
        )

    def _ask(self, code: str, name: str) -> None:
        self.fields[f"{code}_grade"] = forms.ChoiceField(
            label=f"{name}: what grade did Ofsted give?",
            choices=WITH_NONE,
            widget=Radios(or_before=NOT_GRADED),
            error_messages={"required": f"Select the grade for “{name}”, or that there is none"},
        )
        self.fields[f"{code}_narrative"] = ProseField(
            called=f"what the letter says under “{name}”",
            label="What does the letter say of it?",
            help_text="Leave it empty where there is no grade.",
            required=False,
        )

    @property
    def evaluation(self) -> Evaluation | None:
        """The submission that waits for this letter."""
        waiting = self.review.evaluations.filter(grade="").select_related("final_set")
        return waiting.prefetch_related("final_set__items").last()

    @property
    def is_streamlined(self) -> bool:
        return bool(self.evaluation and self.evaluation.is_streamlined)

    @property
    def elements(self) -> list[Element]:
        return elements_of(self.evaluation) if self.evaluation else []

    def clean(self) -> dict[str, Any]:
        said = super().clean()
        self._refuse_early_letter(said)
        for heading in () if self.is_streamlined else HEADINGS:
            grade, narrative = f"{heading.code}_grade", f"{heading.code}_narrative"
            if said.get(grade) in Grade.values and not said.get(narrative):
                self.add_error(narrative, f"Enter what the letter says under “{heading.name}”")
            if said.get(grade) == NOT_GRADED and said.get(narrative):
                self.add_error(
                    grade, f"Select the grade for “{heading.name}”, or empty what the letter says"
                )
        return said

    def _refuse_early_letter(self, said: dict[str, Any]) -> None:
        """Say it with all else that is wrong: the model refuses it too, but by itself."""
        sent = self.evaluation.submitted_on if self.evaluation else None
        if sent and said.get("on") and said["on"] < sent:
            self.add_error("on", f"The date of the letter must be {on_paper(sent)} or later")

    def facts(self) -> dict[str, Any]:
        """Return the letter, as `record_evaluation` takes it."""
        said = self.cleaned_data
        of_all = ("on", "letter_reference", "letter", "grade", "narrative")
        facts = {name: said[name] for name in of_all}
        if self.is_streamlined:
            return facts
        graded = [each.code for each in HEADINGS if said[f"{each.code}_grade"] != NOT_GRADED]
        return facts | {
            "headings": {c: (said[f"{c}_grade"], said[f"{c}_narrative"]) for c in graded},
            "elements": {e.key: said[e.key] for e in self.elements if said[e.key]},
        }
