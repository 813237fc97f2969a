"""Fills in a draft through its pages, as a browser would."""

from typing import Any

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from boards.models import User
from boards.roles import Coordinator
from reviews.models import IncidentDraft
from tests.factories import AT, BoardFactory, person

REFERRER = {
    "referrer_name": "Dr Amara Osei",
    "referrer_role": "Designated doctor",
    "referrer_agency": "County Hospital",
    "referrer_contact": "01632 960123",
    "referral_on_day": "26",
    "referral_on_month": "3",
    "referral_on_year": "2010",
    "is_referral_signed": "yes",
}
DATES = {
    "happened": "24 March 2010",
    "happened_time": "between 1am and 4am",
    "learned": "25 March 2010",
    "notified": "26 March 2010",
}
CHILD = {
    "name": "Daisy Winterbourne",
    "born": "3 April 2007",
    "outcome": "died",
    "died": "25 March 2010",
    "gender": "female",
    "ethnicity": "white_british",
    "disability": "not_known",
    "address": "4 Mill Lane",
    "siblings": "One older brother",
    "placement": "kin",
    "legal_status": "s20",
    "looked_after": "yes",
    "in_need": "no",
    "known_to_social_care": "yes",
    "on_plan": "no",
    "was_on_plan": "yes",
    "plan_category": "neglect",
    "plan_history": "March 2008 to January 2009",
}
BROTHER = {"name": "Tom Winterbourne", "born": "about 2004", "outcome": "harmed"}
WHAT_HAPPENED = {
    "harm": "death",
    "place": "Mill Lane, Lewes",
    "whereabouts": "At home.",
    "carer": "Her grandmother",
    "narrative": "Found at 4am.\r\nAn ambulance came.",
}
REASON = {"reasons": ["death_abuse"], "likelihood": "possible", "reason_notes": "Bruises."}
FAMILY = {"name": "June Winterbourne", "relationship": "grandmother", "born": "1950"}
SAFEGUARDING = {"immediate_safeguarding": "Brother moved.", "files_secured": "yes"}
PROCEEDINGS = {"police_investigation": "yes", "police_details": "Sussex, DI Rao"}
MEDIA = {"media_interest": "yes", "is_urgent": "on", "media_handling": "Ring the press office."}
KEY_DATE = {"when": "early 2009", "text": "Moved to her grandmother."}


def staff(**options: Any) -> tuple[User, Client]:
    """Return a coordinator of a board, with a browser signed in."""
    user = person(Coordinator, options.pop("board", None) or BoardFactory(code="ESX"), **options)
    return user, signed_in(user)


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def a_draft(user: User) -> IncidentDraft:
    return IncidentDraft.start(user.seats()[0].board, by=user, at=AT)


def address(draft: IncidentDraft, group: str = "", item: str = "") -> str:
    if item:
        return reverse("draft-item", args=[draft.key, group, item])
    return reverse("draft-group", args=[draft.key, group]) if group else f"/incidents/{draft.key}/"


def save(
    client: Client,
    draft: IncidentDraft,
    group: str,
    answers: dict[str, Any],
    *,
    item: str = "",
    version: int = 0,
) -> HttpResponse:
    return client.post(address(draft, group, item), {**answers, "version": version})


def fill(client: Client, draft: IncidentDraft, **other: dict[str, Any]) -> None:
    """Every page of the draft is answered; `other` replaces the answers of some."""
    pages = {
        "referrer": REFERRER,
        "dates": DATES,
        "what_happened": WHAT_HAPPENED,
        "reason": REASON,
        "safeguarding": SAFEGUARDING,
        "proceedings": PROCEEDINGS,
        "media": MEDIA,
    } | other
    for group, answers in pages.items():
        assert save(client, draft, group.replace("_", "-"), answers).status_code == 302, group
    agency = {"agency_name": "Lewes Nursery", "name": "Jo, key worker", "is_still_involved": "no"}
    for group, item, answers in (
        ("children", "a1", CHILD),
        ("children", "b2", BROTHER),
        ("family", "c3", FAMILY),
        ("agencies", "d4", agency),
        ("key-dates", "e5", KEY_DATE),
    ):
        assert save(client, draft, group, answers, item=item).status_code == 302, group


def submit(client: Client, draft: IncidentDraft, version: int | None = None) -> HttpResponse:
    if version is None:
        version = IncidentDraft.objects.get(pk=draft.pk).version
    return client.post(reverse("draft-check", args=[draft.key]), {"version": version})
