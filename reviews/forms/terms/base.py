"""What the forms of the parts of a draft share."""

from typing import Any, ClassVar

from django import forms

from reviews.forms.case import CaseForm
from reviews.models.terms import Content, Part, TermsOfReference


class PartForm(CaseForm):
    """Asks for one part of the draft. What is not yet known may be left open until it is agreed."""

    part: ClassVar[Part]
    template: ClassVar[str] = "reviews/terms/part.html"
    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0, required=False)

    def __init__(self, *args: Any, draft: TermsOfReference, **options: Any) -> None:
        self.draft = draft
        saving = draft.last_saving(self.part)
        begun = self.begun(draft.content(self.part)) | {"seen": saving.number if saving else 0}
        super().__init__(*args, initial=begun, **options)

    def begun(self, content: Content) -> dict[str, Any]:
        """Return what the fields show at first."""
        return content

    def content(self) -> Content:
        """Return what the part says when this is saved."""
        return {name: self.cleaned_data[name] for name in self.draft.content(self.part)}

    @property
    def saw(self) -> int:
        """Return the number of the saving that the person had before them."""
        return self.cleaned_data.get("seen") or 0
