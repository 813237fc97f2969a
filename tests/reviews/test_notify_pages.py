"""The pages of a draft: whatever was typed is kept, by whoever types it."""

import pytest
from django.test import Client

from boards.roles import AgencyAuthor, Chair, Coordinator, Manager, SubCommitteeMember
from reviews.forms.notify import GROUPS
from reviews.models import DraftPage, IncidentDraft
from tests.factories import BoardFactory, person
from tests.reviews.notifying import (
    CHILD,
    DATES,
    a_draft,
    address,
    fill,
    save,
    signed_in,
    staff,
)

pytestmark = pytest.mark.django_db
HOSTILE = "<script>alert('x')</script>\"{{ 7|add:7 }}{% now %}"


def test_starting_leads_to_a_draft_with_an_address_that_cannot_be_guessed():
    user, client = staff()
    assert "Log an incident" in client.get("/incidents/").text
    response = client.post("/incidents/start/")
    draft = IncidentDraft.objects.get()
    assert response.url == f"/incidents/{draft.key}/"
    assert (draft.started_by, draft.key.version) == (user, 4)


def test_somebody_on_two_boards_chooses_one():
    user, client = staff()
    other = BoardFactory()
    user.memberships.create(board=other, role="manager", since_on="2006-04-01")
    assert "Select the board that was notified" in client.post("/incidents/start/").text
    client.post("/incidents/start/", {"on_board": other.pk})
    assert IncidentDraft.objects.get().board == other


def test_every_page_opens_and_leads_on_to_the_next():
    user, client = staff()
    draft = a_draft(user)
    for slug, form in GROUPS.items():
        assert form.title in client.get(address(draft, slug)).text
    assert save(client, draft, "referrer", {}).url == address(draft, "dates")
    assert save(client, draft, "media", {}).url == address(draft, "key-dates")


def test_saving_from_the_check_page_returns_to_it():
    user, client = staff()
    draft = a_draft(user)
    response = client.post(f"{address(draft, 'media')}?back=check", {"version": 0})
    assert response.url == f"/incidents/{draft.key}/check/"
    child = f"{address(draft, 'children', 'a1')}?back=check"
    added = client.post(child, CHILD | {"version": 0})
    assert added.url == f"{address(draft, 'children')}?back=check"
    changed = client.post(child, CHILD | {"gender": "male", "version": 2})
    assert changed.url == f"/incidents/{draft.key}/check/"
    assert f'href="/incidents/{draft.key}/check/"' in client.get(added.url).text


def test_a_colleague_resumes_on_another_machine():
    user, client = staff()
    draft = a_draft(user)
    save(client, draft, "dates", DATES)
    colleague = person(Manager, draft.board)
    page = signed_in(colleague).get(address(draft, "dates"))
    assert "25 March 2010" in page.text
    listed = signed_in(colleague).get("/incidents/").text
    assert user.full_name in listed
    assert "1 of 11 sections" in listed


@pytest.mark.parametrize("role", [Chair, SubCommitteeMember, AgencyAuthor])
def test_those_who_are_not_staff_find_no_draft(role):
    user, _ = staff()
    draft = a_draft(user)
    client = signed_in(person(role, draft.board))
    assert client.get(address(draft)).status_code == 404
    assert client.get("/incidents/").status_code == 403
    assert client.post("/incidents/start/").status_code == 403


@pytest.mark.parametrize("path", ["", "check/", "matches/", "submitted/", "dates/", "children/a1/"])
def test_staff_of_another_board_find_no_draft(path):
    user, _ = staff()
    draft = a_draft(user)
    client = signed_in(person(Coordinator))
    assert client.get(f"/incidents/{draft.key}/{path}").status_code == 404
    assert client.post(f"/incidents/{draft.key}/{path}").status_code in {404, 405}
    assert not DraftPage.objects.exists()


def test_a_stranger_is_asked_to_sign_in():
    user, _ = staff()
    assert Client().get(address(a_draft(user))).status_code == 302


def test_a_wrong_page_is_kept_as_typed_and_shown_with_its_errors():
    user, client = staff()
    draft = a_draft(user)
    response = save(client, draft, "dates", DATES | {"notified": "35 March 2010"})
    assert (
        "The date the board was notified of the incident: enter a real date: March 2010 has 31"
        in response.text
    )
    reopened = client.get(address(draft, "dates")).text
    assert "35 March 2010" in reopened
    assert "There is a problem" in reopened
    assert "There is a problem" in client.get(address(draft)).text


def test_a_half_filled_page_may_be_left_for_later():
    user, client = staff()
    draft = a_draft(user)
    response = save(client, draft, "dates", {"happened": "March 2010", "later": "1"})
    assert response.url == address(draft)
    assert "March 2010" in client.get(address(draft, "dates")).text


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"learned": "1 March 2010"}, "cannot be before the incident (24 March 2010)"),
        ({"notified": "24 March 2010"}, "cannot be before the local authority learned"),
        ({"notified": "24 March 2150"}, "notified of the incident: enter a year between 1900 and"),
        ({"notified": "1 January 2099"}, "must be today or in the past"),
        ({"notified": ""}, "Enter the date the board was notified of the incident"),
        ({"happened": ""}, "Enter the date of the incident, or tick that it is not known"),
        ({"happened_not_known": "on"}, "or tick that it is not known, not both"),
    ],
)
def test_dates_that_contradict_each_other_are_named_with_the_way_to_mend_them(typed, sentence):
    user, client = staff()
    response = save(client, a_draft(user), "dates", DATES | typed)
    assert response.status_code == 200
    assert sentence in response.text


def test_an_uncertain_date_contradicts_nothing():
    user, client = staff()
    typed = DATES | {"happened": "?27 March 2010", "learned": "", "learned_not_known": "on"}
    assert save(client, a_draft(user), "dates", typed).status_code == 302


def test_a_death_before_birth_is_refused():
    user, client = staff()
    typed = CHILD | {"died": "2 April 2007"}
    response = save(client, a_draft(user), "children", typed, item="a1")
    assert "cannot be before the date of birth (3 April 2007)" in response.text


def test_a_page_saved_meanwhile_shows_both_answers_and_loses_neither():
    user, client = staff()
    draft = a_draft(user)
    colleague = person(Coordinator, draft.board, user={"full_name": "Pat Marlow"})
    save(signed_in(colleague), draft, "what-happened", {"harm": "death", "place": "Hastings"})
    mine = {"harm": "death", "place": "Eastbourne"}
    response = save(client, draft, "what-happened", mine)
    assert response.status_code == 409
    for text in ("Pat Marlow", "Hastings", "Eastbourne"):
        assert text in response.text
    assert DraftPage.objects.get().values["place"] == ["Hastings"]
    version = response.context["form"]["version"].value()
    assert save(client, draft, "what-happened", mine, version=version).status_code == 302
    assert DraftPage.objects.get().values["place"] == ["Eastbourne"]


def test_the_same_page_sent_twice_is_saved_once():
    user, client = staff()
    draft = a_draft(user)
    for _ in range(2):
        assert save(client, draft, "children", CHILD, item="a1").status_code == 302
    assert DraftPage.objects.count() == 1
    assert IncidentDraft.objects.get().version == 1


def test_a_child_removed_meanwhile_can_be_put_back_with_what_was_typed():
    user, client = staff()
    draft = a_draft(user)
    save(client, draft, "children", CHILD, item="a1")
    client.post(f"{address(draft, 'children', 'a1')}remove/", {"version": 1})
    assert not DraftPage.objects.exists()
    response = save(client, draft, "children", CHILD | {"name": "D W"}, item="a1", version=1)
    assert response.status_code == 409
    assert "removed this" in response.text
    assert save(client, draft, "children", CHILD, item="a1").status_code == 302


def test_an_entry_changed_meanwhile_is_not_removed_unread():
    user, client = staff()
    draft = a_draft(user)
    save(client, draft, "children", CHILD, item="a1")
    remove = f"{address(draft, 'children', 'a1')}remove/"
    assert "Daisy" in client.get(remove).text
    save(client, draft, "children", CHILD | {"gender": "male"}, item="a1", version=1)
    assert client.post(remove, {"version": 1}).status_code == 409
    assert DraftPage.objects.exists()


def test_children_are_listed_with_a_way_to_add_change_and_remove():
    user, client = staff()
    draft = a_draft(user)
    fill(client, draft)
    page = client.get(address(draft, "children")).text
    assert "Child A" in page
    assert "Child B" in page
    assert "Add another child" in page
    assert f"{address(draft, 'children', 'b2')}remove/" in page


def test_no_title_carries_a_name():
    user, client = staff()
    draft = a_draft(user)
    fill(client, draft)
    for path in ("children/", "children/a1/", "children/a1/remove/", "check/"):
        title = client.get(f"/incidents/{draft.key}/{path}").text.split("</title>")[0]
        assert "Winterbourne" not in title


def test_the_reasons_follow_the_date_of_notification():
    user, client = staff()
    draft = a_draft(user)
    save(client, draft, "dates", DATES)
    page = client.get(address(draft, "reason")).text
    assert "Working Together 2010" in page
    assert "regulation 5(2)(a) and (b)(i)" in page
    later = DATES | {"notified": "1 April 2015"}
    save(client, draft, "reason", {"reasons": ["parent_murdered"]})
    save(client, draft, "dates", later, version=1)
    page = client.get(address(draft, "reason")).text
    assert "Working Together 2015" in page
    assert "the guidance follows the date the board was notified" in page
