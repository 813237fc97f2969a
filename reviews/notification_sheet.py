"""What a notification said, as cards of a page."""

from collections.abc import Iterable
from typing import Any

from django.db import models

from boards.govuk.words import moment_on_paper, on_paper
from reviews.ethnicity import ETHNICITY_NAMES
from reviews.models import Incident, Review
from reviews.statutory import GUIDANCE, PartialDate

Row = dict[str, str]
Card = dict[str, Any]

REFERRER = ("referrer_name", "referrer_role", "referrer_agency", "referrer_contact", "referral_on")
HAPPENED = ("harm", "place", "happened_time", "whereabouts", "carer", "narrative")
AFTERWARDS = (
    "immediate_safeguarding",
    "files_secured",
    "police_investigation",
    "police_details",
    "court_or_inquest",
    "court_details",
    "media_interest",
    "media_handling",
    "is_urgent",
)
CHILD = (
    "name",
    "born",
    "died",
    "outcome",
    "gender",
    "ethnicity",
    "disability",
    "disability_details",
    "address",
    "placement",
    "legal_status",
    "on_plan",
    "was_on_plan",
    "plan_category",
    "plan_history",
    "in_need",
    "looked_after",
    "known_to_social_care",
    "siblings",
)
FAMILY = ("relationship", "born", "address", "legal_status", "ethnicity", "on_plan")
LABELS = {
    "born": "Date of birth",
    "died": "Date of death",
    "on_plan": "On a child protection plan",
    "was_on_plan": "Was on a child protection plan before",
    "plan_category": "Category of the plan",
    "plan_history": "When and how long",
    "in_need": "Child in need",
    "harm": "What happened to the child",
    "carer": "Who was caring for the child",
    "whereabouts": "Where the child was",
    "narrative": "Account",
    "place": "Place",
    "happened_time": "Time",
    "court_or_inquest": "Court proceedings or inquest",
    "is_urgent": "Urgent",
    "referral_on": "Date of the referral",
}


def cards(review: Review) -> list[Card]:
    """Return the groups of the notification with every answer, blanks as such."""
    incident = review.incident
    return [
        {"title": "Referrer", "rows": _rows(incident, REFERRER)},
        {"title": "Dates", "rows": _dates(review)},
        {"title": "What happened", "rows": _rows(incident, HAPPENED)},
        {"title": "Reason and legal basis", "rows": _reasons(incident)},
        *({"title": child.label, "rows": _rows(child, CHILD)} for child in incident.children.all()),
        *({"title": each.name, "rows": _rows(each, FAMILY)} for each in incident.family.all()),
        {"title": "Safeguarding, police, court and media", "rows": _rows(incident, AFTERWARDS)},
        {"title": "Agencies involved", "rows": _professionals(incident)},
        {
            "title": "Key dates",
            "rows": [{"key": each.when, "value": each.text} for each in incident.key_dates.all()],
        },
    ]


def _rows(row: models.Model, fields: Iterable[str]) -> list[Row]:
    return [{"key": _label(row, name), "value": _value(row, name)} for name in fields]


def _label(row: models.Model, name: str) -> str:
    label = LABELS.get(name) or str(row._meta.get_field(name).verbose_name)
    return label[0].upper() + label[1:]


def _value(row: models.Model, name: str) -> str:
    value = getattr(row, name)
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, PartialDate):
        return value.spoken
    if name == "ethnicity":
        return ETHNICITY_NAMES.get(value, value)
    if row._meta.get_field(name).choices:
        return getattr(row, f"get_{name}_display")()
    return on_paper(value) if name.endswith("_on") else value


def _dates(review: Review) -> list[Row]:
    events = [e for e in review.events.all() if e.name in {"happened", "learned", "notified"}]
    rows = [
        {
            "key": event.get_name_display(),
            "value": event.on.spoken + (" (corrected since)" if event.replaced_at else ""),
        }
        for event in events
    ]
    logged = {"key": "Logged here", "value": moment_on_paper(review.incident.logged_at)}
    return [*rows, logged]


def _reasons(incident: Incident) -> list[Row]:
    guidance = GUIDANCE.get(incident.guidance)
    known = {reason.code: reason for reason in guidance.reasons} if guidance else {}
    rows = [
        {"key": known[code].text, "value": known[code].legal_basis}
        for code in incident.reasons
        if code in known
    ]
    return rows + _rows(incident, ("likelihood", "reason_notes"))


def _professionals(incident: Incident) -> list[Row]:
    return [
        {
            "key": str(each.agency or each.agency_name),
            "value": "\n".join(
                filter(None, [each.name, each.contact, _involved(each.is_still_involved)])
            ),
        }
        for each in incident.professionals.select_related("agency")
    ]


def _involved(answer: str) -> str:
    return {"yes": "Still involved", "no": "No longer involved"}.get(answer, "")
