"""The agencies and professionals involved, from whom the board will ask for records."""

from typing import Any

from django import forms

from boards.govuk.fields import LineField
from boards.models import USUAL_AGENCY_KINDS, Agency, AgencyKind
from reviews.forms.notify.base import NotifyForm
from reviews.forms.notify.questions import answer
from reviews.models import IncidentDraft


class AgencyForm(NotifyForm):
    slug = "agencies"
    title = "Agencies and professionals"
    noun = "agency"
    in_short = ("agency", "agency_name", "name")
    intro = "These are suggested when the board asks for checks, chronologies and reports."

    agency = forms.ChoiceField(label="Agency", required=False)
    agency_name = LineField(
        called="the agency’s name",
        label="If it is not on the list, what is it called?",
        max_length=120,
        required=False,
    )
    name = LineField(
        called="the professional’s name",
        label="Name and role of the professional",
        max_length=120,
        required=False,
    )
    contact = LineField(called="the contact", label="Contact", required=False)
    is_still_involved = answer("they are still involved", "Are they still involved?")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        known = [(str(agency.pk), agency.name) for agency in self.draft.agencies]
        self.fields["agency"].choices = [("", "Choose, or type a name below"), *known]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        chosen, named = cleaned.get("agency"), cleaned.get("agency_name")
        if chosen and named:
            self.add_error("agency_name", "Choose an agency or type a name, not both")
        elif not chosen and not named and not self.errors:
            self.add_error("agency", "Choose the agency, or type its name below")
        return cleaned

    def facts(self) -> dict[str, Any]:
        facts = super().facts()
        chosen = facts.pop("agency")
        return facts | {"agency_id": int(chosen) if chosen else None}


def missing_usual_agencies(draft: IncidentDraft, named: set[str]) -> list[tuple[str, list[Agency]]]:
    """Return (kind, the board's agencies of it) for each usual kind not among the ids `named`."""
    covered = {agency.kind for agency in draft.agencies if str(agency.pk) in named}
    return [
        (AgencyKind(kind).label, [agency for agency in draft.agencies if agency.kind == kind])
        for kind in USUAL_AGENCY_KINDS
        if kind not in covered
    ]
