"""Putting a set to the board, signing it, sending it back, and filing what is in it."""

from typing import Any

from django import forms
from django.utils.functional import cached_property

from boards.govuk.fields import DayField, LineField, ProseField, TickField
from boards.models import Agency
from records.document_field import DocumentField
from reviews.completeness import Checklist, Line
from reviews.forms.case import CaseForm, reasons_field
from reviews.known import Known
from reviews.models import FinalSet, FinalSetItem, Readiness
from reviews.models.final_set_item import IN_A_SET, OF_AN_AGENCY


class PutToBoardForm(CaseForm):
    """Nothing to ask: what will be frozen is shown, with what the set goes without."""

    submit_text = "Put this set to the board"
    aside = "reviews/final_set/_before_putting.html"

    @cached_property
    def lines(self) -> list[Line]:
        return Checklist(Known(self.review)).lines()

    @property
    def frozen(self) -> list[Line]:
        return [line for line in self.lines if line.is_filed]

    @property
    def without(self) -> list[str]:
        """Return a sentence for each thing that the set goes without."""
        rest = (line for line in self.lines if not line.is_filed)
        return [line.sentence or f"{line.text}: {line.standing}" for line in rest]

    @property
    def forecast(self) -> Readiness | None:
        return self.review.self_assessments.last()


class PutAgainForm(PutToBoardForm):
    """Asks why, where not one file has changed since the board agreed."""

    reasons = reasons_field(
        "why the same files are put again", "Why are the same files put again?", max_length=2000
    )

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        if not self.unchanged:
            del self.fields["reasons"]

    @cached_property
    def unchanged(self) -> FinalSet | None:
        """Return the agreed set whose very files would be put again."""
        return FinalSet.unchanged(self.review)


class OpenSetForm(CaseForm):
    """About the set that is before the board."""

    @property
    def final_set(self) -> FinalSet | None:
        return self.review.final_sets.open().first()


class SignForm(OpenSetForm):
    submit_text = "Sign this set"
    aside = "reviews/final_set/_signing.html"
    digest = LineField(
        called="which set this is: open the page again",
        max_length=64,
        widget=forms.HiddenInput,
    )
    on = DayField(
        called="the date on which the board agreed", label="On which day did the board agree?"
    )
    statement = ProseField(
        called="the statement",
        label="Statement of the Chair (optional)",
        help_text="It is kept with the set and cannot be changed afterwards.",
        max_length=5000,
        required=False,
    )
    has_read = TickField(
        label="I chair the board, and sign this very set for it",
        must="Confirm that you sign this very set for the board",
    )

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.initial["digest"] = self.final_set.digest if self.final_set else ""

    def facts(self) -> dict[str, Any]:
        return {name: said for name, said in self.cleaned_data.items() if name != "has_read"}


class SendBackForm(OpenSetForm):
    submit_text = "Send it back"
    intro = "Say what must change in the set as a whole, or in a document of it."
    reasons = reasons_field("what must change", "What must change?", required=False)

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        for item in self._items():
            self.fields[f"item_{item.position}"] = ProseField(
                called=f"what must change in the {item.label}",
                label=f"{item.label} (optional)",
                max_length=5000,
                required=False,
            )

    def _items(self) -> list[FinalSetItem]:
        return list(self.final_set.items.all()) if self.final_set else []

    def facts(self) -> dict[str, Any]:
        """Return the reasons, and those about an item by its position."""
        about = {
            name.removeprefix("item_"): said
            for name, said in self.cleaned_data.items()
            if name.startswith("item_") and said
        }
        return {"reasons": self.cleaned_data["reasons"], "about": about}


class FileForSetForm(CaseForm):
    submit_text = "File it"
    intro = (
        "If one of the kind is on file already, this is its next version. Earlier versions, and "
        "sets that hold them, stay as they are."
    )
    kind = forms.ChoiceField(
        label="Which document is it?",
        choices=[(kind.value, kind.label) for kind in IN_A_SET],
        error_messages={"required": "Select which document it is"},
    )
    agency = forms.ModelChoiceField(
        Agency.objects.none(),
        label="Whose is it? (for reviews by an agency and health overviews)",
        empty_label="No one agency’s",
        required=False,
    )
    file = DocumentField(called="the document", label="File")

    def __init__(self, *args: Any, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.fields["agency"].queryset = Agency.objects.filter(board=self.review.board_id)

    def clean(self) -> dict[str, Any]:
        facts = super().clean()
        is_an_agencys = facts.get("kind") in OF_AN_AGENCY
        if is_an_agencys and not facts.get("agency"):
            self.add_error("agency", "Select whose document it is")
        if not is_an_agencys:
            facts["agency"] = None
        return facts
