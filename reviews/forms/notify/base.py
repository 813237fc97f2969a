"""What every page of a notification shares: kept as typed, shown again, summed up."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, ClassVar

from django import forms
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from boards.govuk.day import PARTS, DayBoxes
from boards.govuk.fields import DayField, Limit
from boards.govuk.forms import PortalForm
from boards.govuk.layout import SubmitButton
from reviews.forms.notify.questions import as_typed, in_words
from reviews.models import DraftPage, IncidentDraft, Values

LATER = "later"


class NotifyForm(PortalForm):
    """One group of questions about the incident of `draft`, asked on the day `on`."""

    slug: ClassVar[str]
    title: ClassVar[str]
    intro: ClassVar[str] = ""
    warning: ClassVar[str] = ""
    noun: ClassVar[str] = ""  # of one entry, where there may be several
    in_short: ClassVar[tuple[str, ...]] = ()  # the questions that tell entries apart

    version = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0)

    def __init__(
        self, *args: Any, draft: IncidentDraft, on: date, item: str = "", **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.draft, self.on, self.item = draft, on, item
        for field in self.fields.values():
            if isinstance(field, DayField):
                field.not_after = Limit(on, "today")

    @classmethod
    def of(
        cls, page: DraftPage | None, draft: IncidentDraft, on: date, item: str = ""
    ) -> "NotifyForm":
        """Return the form as the page was last saved, or empty."""
        if page is None:
            return cls(draft=draft, on=on, item=item, initial={"version": 0})
        return cls.holding(page.values, page.version, draft=draft, on=on, item=item)

    @classmethod
    def holding(cls, values: Values, version: int, **options: Any) -> "NotifyForm":
        """Return the form filled with values as typed, which were seen at `version`."""
        return cls(MultiValueDict(values | {"version": [str(version)]}), **options)

    @classmethod
    def typed(cls, post: QueryDict) -> Values:
        """Return what was sent for this page, in a shape that every database keeps."""
        return {
            name: [_storable(text) for text in post.getlist(name)]
            for name in cls.controls()
            if name in post
        }

    @classmethod
    def controls(cls) -> Iterable[str]:
        """The names of the page's controls in a browser."""
        for name, field in cls.base_fields.items():
            if isinstance(field.widget, DayBoxes):
                yield from (f"{name}_{part}" for part in PARTS)
            elif name != "version":
                yield name

    @property
    def questions(self) -> dict[str, forms.Field]:
        return {name: field for name, field in self.fields.items() if name != "version"}

    def layout(self) -> Sequence[Any]:
        return ("version", *self.page())

    def page(self) -> Sequence[Any]:
        """Return the questions and headings in the order of the page."""
        return tuple(self.questions)

    def buttons(self) -> Sequence[SubmitButton]:
        return (
            SubmitButton(self.submit_text),
            SubmitButton("Save and come back later", name=LATER, is_secondary=True),
        )

    def facts(self) -> dict[str, Any]:
        """Return what a valid page says, by the field of the model that keeps it."""
        return {name: self.cleaned_data[name] for name in self.questions}

    def answers(self) -> list[tuple[str, str]]:
        """Return (question, answer in words) for the page, right or wrong; "" for no answer."""
        return [(str(field.label), self.spoken(name)) for name, field in self.questions.items()]

    def spoken(self, name: str) -> str:
        """Return the answer in words: as understood, or as typed where it is not."""
        if not self.is_bound:
            return ""
        if name in self.errors:
            return as_typed(self[name].value())
        return in_words(self.fields[name], self.cleaned_data.get(name))

    def summary(self) -> str:
        """Return what tells this entry from the others, in one line."""
        return ", ".join(filter(None, map(self.spoken, self.in_short)))

    def refuse_days_ahead(self, *names: str) -> None:
        """Add an error to each approximate day that lies after today."""
        for name in names:
            day = self.cleaned_data.get(name)
            if day is not None and day.earliest > self.on:
                called = self.fields[name].called
                self.add_error(
                    name, f"{called[0].upper()}{called[1:]} must be today or in the past"
                )


def _storable(text: str) -> str:
    # PostgreSQL keeps no NUL; browsers send line ends as two characters and count one.
    return text.replace("\x00", "").replace("\r\n", "\n")
