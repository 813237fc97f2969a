"""What single mentions mean: nobody, somebody of the cast, or what the portal says."""

from collections.abc import Iterable, Sequence
from typing import Any

from crispy_forms_gds.helper import FormHelper
from django import forms
from django.http import QueryDict
from django.utils.functional import cached_property

from boards.govuk.fields import LineField, Radios
from boards.govuk.forms import PortalForm
from boards.govuk.layout import FollowUps
from chronology.forms.cast import in_words
from chronology.mention_page import Occurrence
from chronology.models import Meaning, Person
from chronology.models.ruling import LONGEST_REASON
from chronology.rulings import BACK, MOST, Place, Said

MEANINGS = (
    (Meaning.NOBODY.value, "Nobody: leave the words as they stand"),
    (Meaning.PERSON.value, "Somebody of the cast"),
    (BACK, "Back to what the portal says"),
)
WHO = "Choose who is meant"


class RulingForm(PortalForm):
    """What the ticked mentions mean. Their boxes stand beside the words, in the same HTML form."""

    submit_text = "Rule on the ticked mentions"

    every = forms.BooleanField(
        label="Every mention on this page, ticked or not",
        required=False,
        widget=forms.CheckboxInput(),
    )
    meaning = forms.ChoiceField(
        label="Who is meant by the ticked words?",
        choices=MEANINGS,
        widget=Radios,
        error_messages={"required": "Select who is meant by the ticked words"},
    )
    because = LineField(
        called="why the words may stay",
        label="Why may they stay?",
        help_text="Say it without a name: whoever releases a copy reads it, with your own name.",
        max_length=LONGEST_REASON,
        required=False,
    )
    person = forms.ModelChoiceField(Person.objects.none(), label="Who is it?", required=False)

    def __init__(
        self, sent: QueryDict | None, *, cast: Sequence[Person], shown: Iterable[Occurrence]
    ) -> None:
        super().__init__(sent)
        self.ticked = set(sent.getlist("mention")) if sent else set()
        self.on_page = sent.getlist("shown") if sent else []
        called_so = frozenset[str]().union(*(one.answering for one in shown))
        first = [(one.pk, in_words(one)) for one in cast if one.code in called_so]
        others = [(one.pk, in_words(one)) for one in cast if one.code not in called_so]
        groups = [("Called by some of these words", first), ("The rest of the cast", others)]
        field = self.fields["person"]
        field.queryset = Person.objects.filter(pk__in=[one.pk for one in cast])
        field.choices = [("", WHO), *(group for group in groups if group[1])]

    def layout(self) -> Sequence[Any]:
        follow = {Meaning.NOBODY.value: ["because"], Meaning.PERSON.value: ["person"]}
        return "every", FollowUps("meaning", follow)

    @cached_property
    def helper(self) -> FormHelper:
        """The fields alone: the page's own form is around them and the mentions."""
        helper = super().helper
        helper.form_tag, helper.disable_csrf = False, True
        return helper

    def clean(self) -> dict[str, Any]:
        said = super().clean() or {}
        meaning = said.get("meaning")
        if meaning == Meaning.NOBODY and not said.get("because"):
            self.add_error("because", "Enter why the words may stay")
        if meaning == Meaning.PERSON and not said.get("person") and "person" not in self.errors:
            self.add_error("person", "Select who it is")
        self._clean_places(self.on_page if said.get("every") else sorted(self.ticked))
        return said

    def _clean_places(self, sent: Sequence[str]) -> None:
        try:
            self.places = [Place.read(each) for each in dict.fromkeys(sent)]
        except ValueError:
            self.places = []
        if not self.places:
            self.add_error(None, "Tick the mentions to rule on")
        elif len(self.places) > MOST:
            self.add_error(None, f"Tick {MOST} mentions or fewer at once")

    def said(self) -> Said:
        """Return what was said, without the answers to questions that do not follow."""
        meaning = self.cleaned_data["meaning"]
        is_nobody, is_person = meaning == Meaning.NOBODY, meaning == Meaning.PERSON
        return Said(
            meaning,
            self.cleaned_data["person"] if is_person else None,
            " ".join(self.cleaned_data["because"].split()) if is_nobody else "",
        )
