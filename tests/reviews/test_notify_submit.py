"""The end of a notification: one incident, one review, once."""

from datetime import date
from threading import Barrier, Thread

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from boards.roles import Coordinator
from records.models import AuditEvent, first_broken_link
from reviews.conditions import NotYet
from reviews.forms.notify.answers import DraftAnswers
from reviews.models import Child, DraftPage, Incident, IncidentDraft, Review
from reviews.statutory import PartialDate
from reviews.views.drafts import find
from tests.factories import AT, TODAY, AgencyFactory, a_review, person
from tests.reviews.notifying import (
    CHILD,
    KEY_DATE,
    WHAT_HAPPENED,
    a_draft,
    address,
    fill,
    save,
    signed_in,
    staff,
    submit,
)

pytestmark = pytest.mark.django_db


def test_a_notification_with_two_children_becomes_a_review_with_its_clock():
    user, client = staff()
    draft = a_draft(user)
    fill(client, draft)
    response = submit(client, draft)
    assert response.url == f"/incidents/{draft.key}/submitted/"
    confirmation = client.get(response.url).text
    assert "ESX-2010-001" in confirmation
    assert "26 April 2010" in confirmation
    review = Review.objects.get()
    assert (review.owner, review.state) == (user, "referred")
    assert review.dates() == {
        "happened": PartialDate.parse("2010-03-24"),
        "learned": PartialDate.parse("2010-03-25"),
        "notified": PartialDate.parse("2010-03-26"),
        "referred": PartialDate.parse("2010-03-26"),
    }
    assert review.deadlines.get(kind="decide").due_on == date(2010, 4, 26)


def test_every_answer_is_kept_where_it_belongs():
    user, client = staff()
    draft = a_draft(user)
    police = AgencyFactory(board=draft.board)
    fill(client, draft)
    save(client, draft, "agencies", {"agency": police.pk, "contact": "101"}, item="f6")
    submit(client, draft)
    incident = Incident.objects.get()
    daisy, tom = incident.children.all()
    for name in ("name", "gender", "ethnicity", "disability", "address", "siblings", "placement"):
        assert getattr(daisy, name) == CHILD[name]
    for name in ("legal_status", "looked_after", "in_need", "on_plan", "plan_category"):
        assert getattr(daisy, name) == CHILD[name]
    assert (daisy.label, daisy.born.edtf, daisy.died.edtf) == (
        "Child A",
        "2007-04-03",
        "2010-03-25",
    )
    assert (tom.label, tom.born.edtf, tom.disability) == ("Child B", "2004~", "")
    assert (incident.referrer_name, incident.referral_on) == ("Dr Amara Osei", date(2010, 3, 26))
    assert (incident.is_referral_signed, incident.files_secured) == ("yes", "yes")
    assert incident.narrative == "Found at 4am.\nAn ambulance came."
    assert (incident.guidance, incident.reasons) == ("wt2010", ["death_abuse"])
    assert (incident.likelihood, incident.is_urgent, incident.media_interest) == (
        "possible",
        True,
        "yes",
    )
    assert incident.dates_not_known == []
    assert incident.family.get().born.edtf == "1950"
    nursery, force = incident.professionals.all()
    assert (nursery.agency, nursery.agency_name) == (None, "Lewes Nursery")
    assert (force.agency, force.contact) == (police, "101")
    assert incident.key_dates.get().text == KEY_DATE["text"]


def test_what_is_not_known_is_kept_apart_from_what_was_not_said():
    user, client = staff()
    draft = a_draft(user)
    dates = {"happened": "2010", "learned_not_known": "on", "notified": "March 2010"}
    fill(client, draft, dates=dates, what_happened={"harm": "not_known"})
    submit(client, draft)
    review = Review.objects.get()
    assert set(review.dates()) == {"happened", "notified", "referred"}
    assert review.incident.dates_not_known == ["learned"]
    assert not review.deadlines.exists()
    assert "a clock starts from a full date" in client.get(f"{address(draft)}submitted/").text


def test_the_check_page_names_what_is_missing_and_where():
    user, client = staff()
    draft = a_draft(user)
    page = client.get(f"{address(draft)}check/").text
    for sentence in (
        "Children: Add at least one child",
        "What happened: Select whether a child died or was seriously harmed",
        "Enter the date the board was notified of the incident",
        "Select at least one reason for the notification",
    ):
        assert sentence in page
    assert f"{address(draft, 'dates')}?back=check#id_notified" in page
    assert "Submit the incident" not in page
    assert submit(client, draft).status_code == 409
    assert not Incident.objects.exists()


def test_the_check_page_shows_every_answer_and_what_was_left_out():
    user, client = staff()
    draft = a_draft(user)
    fill(client, draft, proceedings={})
    page = client.get(f"{address(draft)}check/").text
    for text in ("between 1am and 4am", "about 2004", "Not provided", "Mill Lane, Lewes"):
        assert text in page
    assert f"{address(draft, 'children', 'b2')}?back=check" in page


def test_a_double_submission_leads_to_the_same_confirmation():
    user, client = staff()
    draft = a_draft(user)
    fill(client, draft)
    answers = DraftAnswers(IncidentDraft.objects.get(), TODAY).notification()
    assert submit(client, draft).url == submit(client, draft).url
    again = draft.submit(answers, by=user, at=timezone.now(), told_apart_from=[])
    assert again == Review.objects.get()
    assert Incident.objects.count() == 1


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
def test_two_machines_that_submit_at_once_create_one_incident():
    user, client = staff()
    draft = a_draft(user)
    fill(client, draft)
    version, together, outcomes = IncidentDraft.objects.get().version, Barrier(2), []

    def press() -> None:
        browser = signed_in(user)
        together.wait()
        outcomes.append(submit(browser, draft, version).url)
        connection.close()

    presses = [Thread(target=press) for _ in range(2)]
    for each in presses:
        each.start()
    for each in presses:
        each.join()
    assert outcomes == [f"/incidents/{draft.key}/submitted/"] * 2
    assert Incident.objects.count() == Review.objects.count() == 1


def test_a_submission_between_reading_and_answering_is_not_taken_for_an_empty_draft(monkeypatch):
    user, client = staff()
    draft = a_draft(user)
    fill(client, draft)
    other = signed_in(user)
    version = IncidentDraft.objects.get().version

    def overtaken(request, key):
        monkeypatch.undo()
        found = find(request, key)
        submit(other, draft, version)
        return found

    monkeypatch.setattr("reviews.views.submit.find", overtaken)
    assert submit(client, draft, version).url == f"/incidents/{draft.key}/submitted/"
    assert Incident.objects.count() == 1


def test_a_submitted_draft_holds_no_answers_any_more():
    user, client = staff()
    draft = a_draft(user)
    fill(client, draft)
    submit(client, draft)
    assert not DraftPage.objects.exists()
    assert IncidentDraft.objects.unfinished().count() == 0
    assert client.get(address(draft, "children", "a1")).url.endswith("/submitted/")
    assert "Unfinished" in client.get("/incidents/").text


def test_what_is_saved_too_late_is_shown_and_not_lost():
    user, client = staff()
    draft = a_draft(user)
    fill(client, draft)
    submit(client, draft)
    response = save(client, draft, "what-happened", WHAT_HAPPENED | {"place": "Hove"}, version=3)
    assert response.status_code == 409
    assert "Hove" in response.text
    assert "ESX-2010-001" in response.text


def test_answers_changed_after_the_check_are_not_submitted_unread():
    user, client = staff()
    draft = a_draft(user)
    fill(client, draft)
    seen = IncidentDraft.objects.get().version
    stale = DraftAnswers(IncidentDraft.objects.get(), TODAY).notification()
    save(client, draft, "media", {}, version=DraftPage.objects.get(group="media").version)
    response = submit(client, draft, seen)
    assert response.status_code == 409
    assert "The answers changed after you opened this page" in response.text
    with pytest.raises(NotYet, match="check again"):
        draft.submit(stale, by=user, at=AT, told_apart_from=[])
    assert not Incident.objects.exists()


def test_nobody_but_the_boards_staff_submits():
    user, client = staff()
    draft = a_draft(user)
    fill(client, draft)
    answers = DraftAnswers(IncidentDraft.objects.get(), TODAY).notification()
    with pytest.raises(PermissionDenied):
        draft.submit(answers, by=person(Coordinator), at=AT, told_apart_from=[])


def test_a_failed_submission_leaves_nothing_half_written():
    user, client = staff()
    draft = a_draft(user)
    fill(client, draft)
    answers = DraftAnswers(IncidentDraft.objects.get(), TODAY).notification()
    answers.professionals.append({"name": "Nobody's"})  # the database wants an agency
    with pytest.raises(IntegrityError), transaction.atomic():
        draft.submit(answers, by=user, at=timezone.now(), told_apart_from=[])
    assert not Incident.objects.exists()
    assert IncidentDraft.objects.get().review is None
    assert DraftPage.objects.exists()


def earlier_case(user, **child):
    review = a_review(user.seats()[0].board, owner=user)
    Child.objects.filter(incident=review.incident).update(**child)
    return review


def test_a_possible_match_is_shown_before_anything_is_created():
    user, client = staff()
    draft = a_draft(user)
    earlier = earlier_case(user, name="WINTERBOURNE, Daisy", born=PartialDate.parse("2007-04-03"))
    fill(client, draft)
    response = submit(client, draft)
    assert response.url == f"{address(draft)}matches/"
    page = client.get(response.url).text
    for text in (earlier.reference, "Same date of birth: 3 April 2007", "Names alike"):
        assert text in page
    assert Incident.objects.count() == 1
    version = IncidentDraft.objects.get().version
    sent = {"version": version, "seen": [earlier.reference]}
    assert client.post(response.url, sent).url.endswith("/submitted/")
    logged = AuditEvent.objects.get(verb="log_incident")
    assert logged.details == {"told_apart_from": [earlier.reference]}
    assert first_broken_link() is None


def test_a_match_that_nobody_has_seen_is_not_told_apart():
    user, client = staff()
    draft = a_draft(user)
    earlier_case(user, name="Daisy Winterbourne")
    fill(client, draft)
    version = IncidentDraft.objects.get().version
    response = client.post(f"{address(draft)}matches/", {"version": version})
    assert response.status_code == 409
    assert Incident.objects.count() == 1


def test_a_colleague_without_sight_of_the_review_is_told_its_reference_alone():
    user, client = staff()
    draft = a_draft(user)
    fill(client, draft)
    submit(client, draft)
    colleague = signed_in(person(Coordinator, draft.board))
    page = colleague.get(f"{address(draft)}submitted/").text
    assert "ESX-2010-001" in page
    assert "/reviews/ESX-2010-001/" not in page
