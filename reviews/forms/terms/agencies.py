"""Agencies: each asked or left out, with a reason."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.db.models import Q

from boards.govuk.fields import LineField, Radios
from boards.models import Agency
from reviews.forms.terms.base import PartForm
from reviews.models.commission import named_agencies, usual_agencies
from reviews.models.terms import Content, Part

NAMED = "Named in the notification."


class AgenciesForm(PartForm):
    part = Part.AGENCIES
    template = "reviews/terms/agencies.html"

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for agency in self.agencies:
            self.fields[f"asked_{agency.pk}"] = forms.TypedChoiceField(
                label=str(agency),
                help_text=self._hint(agency),
                choices=[("yes", "Ask it"), ("no", "Leave it out")],
                coerce=lambda answer: answer == "yes",
                empty_value=None,
                widget=Radios,
                required=False,
            )
            self.fields[f"reason_{agency.pk}"] = LineField(
                called=f"the reason of {agency}",
                label=f"Why is {agency} asked or left out?",
                max_length=500,
                required=False,
            )

    def begun(self, content: Content) -> dict[str, Any]:
        """Return the lines of the draft; agencies without one as the board is likely to decide."""
        lines = {line["agency_id"]: line for line in content["agencies"]}
        here = Q(board=self.draft.review.board_id)
        wanted = (here & Q(is_active=True)) | Q(pk__in=lines)
        self.agencies = list(Agency.objects.filter(wanted))
        self.named = {agency.pk for agency in named_agencies(self.draft.review)}
        self.usual = {agency.pk for agency in usual_agencies(self.draft.review)}
        begun: dict[str, Any] = {}
        for agency in self.agencies:
            line = lines.get(agency.pk) or self._suggested(agency)
            begun[f"asked_{agency.pk}"] = {True: "yes", False: "no", None: ""}[line["is_asked"]]
            begun[f"reason_{agency.pk}"] = line["reason"]
        return begun

    def _suggested(self, agency: Agency) -> Content:
        if agency.pk in self.named:
            return {"is_asked": True, "reason": NAMED}
        return {"is_asked": True if agency.pk in self.usual else None, "reason": ""}

    def groups(self) -> Iterator[dict[str, Any]]:
        """Yield what the page draws of each agency."""
        for agency in self.agencies:
            yield {"fields": [self[f"asked_{agency.pk}"], self[f"reason_{agency.pk}"]]}

    def _hint(self, agency: Agency) -> str:
        if agency.pk in self.named:
            return NAMED
        return "Asked in nearly every review." if agency.pk in self.usual else ""

    def content(self) -> Content:
        facts = self.cleaned_data
        lines = (
            {
                "agency_id": agency.pk,
                "is_asked": facts[f"asked_{agency.pk}"],
                "reason": facts[f"reason_{agency.pk}"],
            }
            for agency in self.agencies
        )
        return {
            "agencies": [line for line in lines if line["reason"] or line["is_asked"] is not None]
        }
