"""What every part of a board's ladder is changed with: a preview, a reason, a refusal in place."""

import re
from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.core.exceptions import ValidationError

from boards.govuk.fields import LineField, ProseField
from boards.govuk.forms import PortalForm
from boards.govuk.layout import SubmitButton
from notifications.ladder import Ladder
from reviews.models import Review


class StagesField(LineField):
    """Days before a date in one box, as in "28, 14, 7"; the value is a tuple, longest first."""

    def clean(self, value: Any) -> tuple[int, ...]:
        words = re.split(r"[\s,;]+|\band\b", super().clean(value))
        if not all(re.fullmatch(r"[0-9]{1,3}", word) for word in words if word):
            raise ValidationError(
                "Days before the date must be whole numbers with commas between, like 28, 14, 7"
            )
        return tuple(sorted((int(word) for word in words if word), reverse=True))


def spelt(days: Sequence[int]) -> str:
    """Return the days as they are typed."""
    return ", ".join(map(str, days))


class PartForm(PortalForm):
    """One part of a board's ladder; the others stay as they are.

    The value of `act` is the button: "preview", or "publish" with a reason.
    """

    title: ClassVar[str]
    bears_on: ClassVar[tuple[str, ...]]  # the parts, by name, of which something else may be said

    review = forms.ModelChoiceField(
        Review.objects.none(),
        label="Show what this would mean for a review",
        empty_label="Choose a review",
        required=False,
    )
    reason = ProseField(
        called="why the reminders change",
        label="Why do the reminders change?",
        help_text="Needed to publish. It is kept with the version and in the log.",
        max_length=300,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def __init__(
        self, *args: Any, ladder: Ladder, shown: Ladder, reviews: Any, **options: Any
    ) -> None:
        """The form changes `ladder`, and is filled in as `shown`."""
        self.before_it = ladder
        super().__init__(*args, initial=self.as_initial(shown), **options)
        self.fields["review"].queryset = reviews

    def layout(self) -> Sequence[str]:
        last = ("review", "reason")
        return (*(name for name in self.fields if name not in last), *last)

    def buttons(self) -> Sequence[SubmitButton]:
        return (
            SubmitButton("Show who would be told", name="act", value="preview"),
            SubmitButton("Publish", name="act", value="publish", is_secondary=True),
        )

    def as_initial(self, ladder: Ladder) -> dict[str, Any]:
        """Return what the fields of this part show for a ladder."""
        return {}

    def changed(self, ladder: Ladder) -> Ladder:
        """Return the ladder with this part as the form has it."""
        raise NotImplementedError

    def field_of(self, problem: str) -> str | None:
        """Return the field at which a problem of the ladder is shown."""
        return None

    def clean(self) -> dict[str, Any]:
        """Keep the ladder; each refusal stands at the field to mend."""
        is_without = not self.cleaned_data.get("reason") and "reason" not in self.errors
        if self.data.get("act") == "publish" and is_without:
            self.add_error("reason", "Enter why the reminders change")
        if not self.errors:
            self.ladder = self.changed(self.before_it)
            for problem in self.ladder.problems():
                self.add_error(self.field_of(problem), problem)
        return self.cleaned_data
