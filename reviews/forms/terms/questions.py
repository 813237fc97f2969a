"""Key questions: one field each, in their order, and a box to add several at once."""

from collections.abc import Iterator
from typing import Any

from django import forms

from boards.govuk.fields import Checkboxes, LineField, ProseField
from reviews.forms.case import CaseForm
from reviews.forms.terms.base import PartForm
from reviews.models import LibraryQuestion
from reviews.models.question_library import starting_set
from reviews.models.terms import Content, Part, TermsOfReference
from reviews.models.terms_rows import LONGEST_QUESTION
from reviews.terms.lines import questions_in

MOST = 60  # questions of one review


class QuestionsForm(PartForm):
    """Every button sends the whole page and stores it; `act` is the button that was pressed."""

    part = Part.QUESTIONS
    template = "reviews/terms/questions.html"
    more = ProseField(
        called="the questions to add",
        label="Add questions",
        help_text="One on each line. Numbers and bullets before them are left out.",
        required=False,
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for place in range(self._places()):
            self.fields[f"text_{place}"] = LineField(
                called=f"question {place + 1}",
                label=f"Question {place + 1}",
                max_length=LONGEST_QUESTION,
                required=False,
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    def begun(self, content: Content) -> dict[str, Any]:
        texts = (each["text"] for each in content["questions"])
        return {f"text_{place}": text for place, text in enumerate(texts)}

    def _places(self) -> int:
        if not self.is_bound:
            return len(self.initial) - 1  # without `seen`
        there = (place for place in range(MOST) if f"text_{place}" not in self.data)
        return next(there, MOST)

    @property
    def act(self) -> str:
        return self.data.get("act", "save")

    def groups(self) -> Iterator[dict[str, Any]]:
        """Yield what the page draws of each question."""
        places = self._places()
        for place in range(places):
            yield {
                "place": place,
                "number": place + 1,
                "field": self[f"text_{place}"],
                "is_first": place == 0,
                "is_last": place == places - 1,
            }

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        too_long = [t for t in (facts.get("more") or "").splitlines() if len(t) > LONGEST_QUESTION]
        if too_long:
            self.add_error("more", f"A question must be {LONGEST_QUESTION:,} characters or fewer")
        if len(self._texts()) > MOST:
            self.add_error("more", f"There must be {MOST} questions or fewer")
        return facts

    def content(self) -> Content:
        return in_order(rearranged(self._texts(), self.act))

    def pressed_on(self) -> str:
        """Return the words of the question whose button was pressed, "" for none."""
        _act, _dash, place = self.act.partition("-")
        return self.cleaned_data.get(f"text_{place}", "") if place else ""

    def _texts(self) -> list[str]:
        facts = self.cleaned_data
        typed = [facts.get(f"text_{place}", "") for place in range(self._places())]
        return [*map(_one_line, typed), *questions_in(facts.get("more") or "")]


class LibraryForm(CaseForm):
    """Questions of the starting set and of the board, to be ticked; those asked are left out."""

    def __init__(self, *args: Any, draft: TermsOfReference, **options: Any) -> None:
        super().__init__(*args, **options)
        self.asked = draft.key_questions
        own = LibraryQuestion.objects.standing().filter(board=self.review.board_id)
        themes = [("The board's own", tuple(each.text for each in own))]
        themes += [(theme.name, theme.questions) for theme in starting_set()]
        for place, (name, texts) in enumerate(themes):
            offered = [(text, text) for text in texts if text not in self.asked]
            if offered:
                self.fields[f"theme_{place}"] = forms.MultipleChoiceField(
                    label=name, choices=offered, widget=Checkboxes, required=False
                )

    submit_text = "Add the ticked questions"

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        if not self.picked():
            self.add_error(None, "Select at least one question")
        elif len(self.asked) + len(self.picked()) > MOST:
            self.add_error(None, f"There must be {MOST} questions or fewer")
        return facts

    def picked(self) -> list[str]:
        names = (name for name in self.fields if name.startswith("theme_"))
        return [text for name in names for text in self.cleaned_data.get(name, [])]

    def content(self) -> Content:
        return in_order([*self.asked, *self.picked()])


def in_order(texts: list[str]) -> Content:
    """Return the content of the part: each question once, numbered from 1, blanks left out."""
    asked = dict.fromkeys(text for text in texts if text)
    return {"questions": [{"number": n, "text": text} for n, text in enumerate(asked, 1)]}


def rearranged(texts: list[str], act: str) -> list[str]:
    """Return the questions after `up-0`, `down-0` or `remove-0`; anything else leaves them."""
    name, _dash, number = act.partition("-")
    place = int(number) if number.isdecimal() and len(number) < 4 else -1
    if not 0 <= place < len(texts):
        return texts
    if name == "remove":
        return [*texts[:place], *texts[place + 1 :]]
    other = {"up": place - 1, "down": place + 1}.get(name, -1)
    if 0 <= other < len(texts):
        texts = list(texts)
        texts[place], texts[other] = texts[other], texts[place]
    return texts


def _one_line(text: str) -> str:
    return " ".join(text.split())
