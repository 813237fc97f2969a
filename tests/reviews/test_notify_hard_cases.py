"""The pages of a draft where it gets hard: old dates, hostile text, many entries."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from records.models import AuditEvent
from reviews.models import DraftPage, IncidentDraft
from tests.factories import AgencyFactory
from tests.reviews.notifying import (
    CHILD,
    DATES,
    a_draft,
    address,
    fill,
    save,
    staff,
    submit,
)

pytestmark = pytest.mark.django_db
HOSTILE = "<script>alert('x')</script>\"{{ 7|add:7 }}{% now %}"


def test_a_date_before_any_guidance_offers_the_first():
    user, client = staff()
    draft = a_draft(user)
    save(
        client, draft, "dates", DATES | {"happened": "1999", "learned": "2000", "notified": "2001"}
    )
    assert "Working Together 2006" in client.get(address(draft, "reason")).text


def test_usual_agencies_that_nobody_named_are_suggested():
    user, client = staff()
    draft = a_draft(user)
    police = AgencyFactory(board=draft.board, kind="police", name="Sussex Police")
    AgencyFactory(board=draft.board, kind="hospital", name="Conquest Hospital")
    page = client.get(address(draft, "agencies")).text
    assert "Sussex Police" in page
    assert f"agency={police.pk}" in page
    save(client, draft, "agencies", {"agency": police.pk}, item="a1")
    usual = client.get(address(draft, "agencies")).text.split("Usually involved")[1]
    assert "Sussex Police" not in usual
    assert "Conquest Hospital" in usual


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({}, "Choose the agency, or type its name below"),
        ({"agency": "999999"}, "choose from the options on the page"),
    ],
)
def test_an_agency_is_chosen_from_the_boards_own_or_named(typed, sentence):
    user, client = staff()
    assert sentence in save(client, a_draft(user), "agencies", typed, item="a1").text


def test_hostile_text_is_shown_and_never_run():
    user, client = staff()
    draft = a_draft(user)
    AgencyFactory(board=draft.board, kind="police", name=HOSTILE)
    save(client, draft, "children", CHILD | {"name": HOSTILE}, item="a1")
    save(client, draft, "what-happened", {"harm": "death", "place": HOSTILE, "narrative": HOSTILE})
    paths = ("children/", "children/a1/", "what-happened/", "check/", "agencies/", "agencies/b2/")
    for path in paths:
        page = client.get(f"/incidents/{draft.key}/{path}").text
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert" in page
        assert "{{ 7|add:7 }}" in page


def test_nul_characters_reach_no_database():
    user, client = staff()
    draft = a_draft(user)
    save(client, draft, "what-happened", {"harm": "death", "place": "Lew\x00es"})
    assert DraftPage.objects.get().values["place"] == ["Lewes"]


def test_a_huge_narrative_is_kept_and_its_length_named():
    user, client = staff()
    draft = a_draft(user)
    response = save(client, draft, "what-happened", {"harm": "death", "narrative": "x" * 200_000})
    assert "What happened must be 20,000 characters or fewer" in response.text
    assert len(DraftPage.objects.get().values["narrative"][0]) == 200_000


def test_answers_to_unknown_questions_are_dropped():
    user, client = staff()
    draft = a_draft(user)
    save(client, draft, "media", {"board": "7", "x" * 500: "y"})
    assert DraftPage.objects.get().values == {}


@pytest.mark.parametrize("path", ["nothing/", "dates/a1/", "children/A-1/", "dates/a1/remove/"])
def test_there_is_no_page_of_another_name(path):
    user, client = staff()
    assert client.get(f"{address(a_draft(user))}{path}").status_code == 404


def test_every_save_and_the_first_opening_are_in_the_log():
    user, client = staff()
    draft = a_draft(user)
    for _ in range(2):
        client.get(address(draft))
    save(client, draft, "media", {})
    verbs = list(AuditEvent.objects.about(draft).order_by("id").values_list("verb", flat=True))
    assert verbs == ["start_draft", "open_draft", "save_draft"]


def test_the_pages_take_the_same_queries_however_many_children():
    user, client = staff()
    draft = a_draft(user)
    fill(client, draft)

    def queries(path: str) -> int:
        with CaptureQueriesContext(connection) as counted:
            client.get(f"/incidents/{draft.key}/{path}")
        return len(counted)

    before = {path: queries(path) for path in ("check/", "", "children/", "agencies/")}
    for number in range(10):
        save(client, draft, "children", CHILD, item=f"x{number}")
        save(client, draft, "agencies", {"agency_name": f"Agency {number}"}, item=f"y{number}")
    assert {path: queries(path) for path in before} == before
    assert max(before.values()) <= 8
    assert submit(client, draft).status_code == 302


def test_a_draft_that_is_thrown_away_leaves_nothing_but_the_log():
    user, client = staff()
    draft = a_draft(user)
    fill(client, draft)
    assert "Throw this draft away?" in client.get(address(draft, "discard")).text
    assert IncidentDraft.objects.exists()
    assert client.post(address(draft, "discard")).url == "/incidents/"
    assert not IncidentDraft.objects.exists()
    assert not DraftPage.objects.exists()
    assert AuditEvent.objects.get(verb="discard_draft").by == user
    assert client.post(address(draft, "discard")).status_code == 404


def test_a_submitted_draft_is_not_thrown_away():
    user, client = staff()
    draft = a_draft(user)
    fill(client, draft)
    submit(client, draft)
    assert client.post(address(draft, "discard")).url == address(draft, "submitted")
    assert IncidentDraft.objects.get().review is not None
