"""Somebody says that a deadline is in hand: who is told no more, and until when."""

from datetime import date, datetime, timedelta

import pytest
from django.test import Client

from boards.models import Agency, User
from boards.roles import AgencyAuthor, Auditor, Coordinator, Manager
from notifications.models import Acknowledgement, Reminder
from notifications.models.acknowledgement import HOLDS
from records.models import AuditEvent
from reviews.conditions import NotYet
from reviews.models import Deadline, Review
from tests.factories import AgencyFactory, BoardFactory, UserFactory, person
from tests.notifications.post_office import PostOffice
from tests.notifications.scenes import (
    a_case,
    days_before,
    deadline_of,
    noon,
    plan_on,
    planned_and_put_together,
    remind_on,
    staffed,
    stages,
)

pytestmark = pytest.mark.django_db

SAID_ON = days_before(-1)


@pytest.fixture
def people() -> dict[str, User]:
    return staffed(BoardFactory())


@pytest.fixture
def review(people) -> Review:
    """Return one whose decision was due yesterday and is told as any statutory deadline is."""
    board = people["owner"].memberships.get().board
    review = a_case(board, owner=people["owner"])
    review.deadlines.exclude(kind="decide").update(is_open=False)
    review.deadlines.update(kind="complete")
    return review


@pytest.fixture
def deadline(review) -> Deadline:
    return review.deadlines.open().get()


def say(deadline: Deadline, by: User, on: date = SAID_ON) -> Acknowledgement:
    Acknowledgement.give(deadline, by=by, at=noon(on))
    return deadline.acknowledgements.get(by=by)


def an_agency_return(review: Review) -> tuple[Agency, Deadline]:
    """Return an agency with a chief officer, and what it owes by the same day as the review."""
    agency = AgencyFactory(board=review.board, chief_officer=UserFactory())
    asked_on, asker = date(2010, 3, 10), review.owner
    review.move("screen", by=asker, at=noon(asked_on))
    asked = {"agencies": [agency], "kind": "check", "on": asked_on, "due_on": days_before(0)}
    review.record("ask_agencies", by=asker, at=noon(asked_on), **asked)
    review.deadlines.statutory().update(is_open=False)
    return agency, review.deadlines.open().get()


def page(user: User, deadline: Deadline, **posted: str):
    client = Client()
    client.force_login(user)
    address = f"/deadlines/{deadline.pk}/acknowledge/"
    return client.post(address, posted) if posted else client.get(address)


def test_whoever_said_so_is_not_told_again_that_it_is_overdue(deadline, people):
    say(deadline, people["owner"])
    plan_on(days_before(-7))
    plan_on(days_before(-14))
    assert not Reminder.objects.filter(recipient=people["owner"]).exists()


def test_whoever_said_so_before_the_day_is_still_warned_of_the_day(deadline, people):
    say(deadline, people["owner"], on=days_before(8))
    for days in (7, 0, -7):
        plan_on(days_before(days))
    assert stages(recipient=people["owner"]) == [7, 0]


def test_nobody_further_up_is_told_while_the_owner_has_it_in_hand(deadline, people):
    say(deadline, people["owner"])
    plan_on(SAID_ON + HOLDS - timedelta(days=1))
    assert not Reminder.objects.exists()


def test_escalation_begins_again_after_fourteen_days(deadline, people):
    say(deadline, people["owner"])
    plan_on(SAID_ON + HOLDS)
    assert stages(recipient=people["manager"]) == stages(recipient=people["chair"]) == [-14]
    assert not Reminder.objects.filter(recipient=people["owner"]).exists()


def test_the_deputy_speaks_for_the_owner(deadline, review, people):
    deputy = person(Coordinator, review.board)
    Review.objects.filter(pk=review.pk).update(deputy=deputy)
    say(deadline, deputy)
    plan_on(days_before(-7))
    assert set(Reminder.objects.values_list("recipient", flat=True)) == {people["owner"].pk}


def test_somebody_who_does_not_answer_for_it_spares_themselves_alone(deadline, people):
    say(deadline, people["manager"])
    plan_on(days_before(-7))
    told = set(Reminder.objects.values_list("recipient", flat=True))
    assert told == {people["owner"].pk, people["chair"].pk}


def test_a_new_owner_has_said_nothing_yet(deadline, review, people):
    say(deadline, people["owner"])
    Review.objects.filter(pk=review.pk).update(owner=person(Coordinator, review.board))
    plan_on(days_before(-7))
    assert {row.tier for row in Reminder.objects.all()} == {"owner", "manager", "chair"}


def test_a_date_that_moves_is_told_to_everybody_anew(deadline, people):
    say(deadline, people["owner"])
    Deadline.objects.filter(pk=deadline.pk).update(version=2)
    plan_on(days_before(-7))
    assert Reminder.objects.count() == 3


def test_another_deadline_is_told_as_before(deadline, review, people):
    other = a_case(review.board, owner=people["owner"])
    say(deadline, people["owner"])
    plan_on(days_before(-7))
    assert set(Reminder.objects.values_list("review", flat=True)) == {other.pk}


def test_the_chair_is_told_of_the_chairs_own_decision_whoever_has_it_in_hand(people):
    review = a_case(people["owner"].memberships.get().board, owner=people["owner"])
    say(deadline_of(review), people["owner"])
    plan_on(days_before(-7))
    assert Reminder.objects.get().recipient == people["chair"]


def test_an_agency_that_has_it_in_hand_spares_its_chief_officer(review, people):
    agency, owed = an_agency_return(review)
    author = person(AgencyAuthor, review.board, agency=agency)
    plan_on(days_before(-14))
    assert Reminder.objects.filter(tier="chief").exists()
    Reminder.objects.all().delete()
    say(owed, author)
    plan_on(days_before(-14))
    assert Reminder.objects.get().recipient == people["owner"]


def test_what_was_planned_before_is_not_sent(deadline, people, post: PostOffice):
    planned_and_put_together(days_before(-7))
    say(deadline, people["owner"], on=days_before(-7))
    assert remind_on(days_before(-7)).sent == 0
    assert post.messages == []
    because = set(Reminder.objects.values_list("superseded_because", flat=True))
    assert because == {f"It was acknowledged by {people['owner']}."}


def test_what_was_planned_goes_where_nothing_spares_the_person(deadline, people, post: PostOffice):
    planned_and_put_together(days_before(-7))
    say(deadline, people["manager"], on=days_before(-7))
    remind_on(days_before(-7))
    assert set(post.recipients()) == {people["owner"].email, people["chair"].email}


def test_a_reminder_leads_to_the_page_in_both_its_parts(deadline, people, post: PostOffice):
    a_case(deadline.review.board, owner=people["owner"])
    remind_on(days_before(7))
    (message,) = [m for m in post.messages if m["To"] == people["owner"].email]
    for part in ("plain", "html"):
        said = message.get_body((part,)).get_content()
        assert "If you have this in hand, say so:" in said
        for pk in Deadline.objects.open().filter(kind__in=["complete", "decide"]):
            assert f"https://portal.lscb.example/deadlines/{pk.pk}/acknowledge/" in said


def test_the_page_says_what_it_does_and_does_nothing_yet(deadline, people):
    text = page(people["owner"], deadline).content.decode()
    assert "Do you have this in hand?" in text
    assert "are not told for 14 days" in text
    assert not Acknowledgement.objects.exists()


def test_saying_so_is_kept_logged_and_shown(deadline, review, people):
    answer = page(people["owner"], deadline, note="The report is with the printer.")
    assert answer.url == review.get_absolute_url()
    said = Acknowledgement.objects.get()
    assert (said.by, said.due_version) == (people["owner"], deadline.version)
    event = AuditEvent.objects.get(verb="acknowledge")
    assert (event.by, event.reference) == (people["owner"], review.reference)
    client = Client()
    client.force_login(people["chair"])
    listed = client.get(f"/reviews/{review.reference}/reminders/").content.decode()
    assert "Said to be in hand" in listed
    assert "The report is with the printer." in listed
    assert "You said so" in page(people["owner"], deadline).content.decode()


def test_saying_so_twice_is_saying_so_once(deadline, people):
    for note in ("First", "Second"):
        assert page(people["owner"], deadline, note=note).status_code == 302
    assert Acknowledgement.objects.get().note == "First"
    assert AuditEvent.objects.filter(verb="acknowledge").count() == 1


def test_an_agency_is_sent_back_to_what_it_was_asked_for(review):
    agency, owed = an_agency_return(review)
    author = person(AgencyAuthor, review.board, agency=agency)
    assert page(author, owed, note="").url == f"/commissions/{owed.commission_id}/"


def test_a_long_note_is_refused_in_words(deadline, people):
    text = page(people["owner"], deadline, note="x" * 301).content.decode()
    assert "must be 300 characters or fewer" in text
    assert not Acknowledgement.objects.exists()


def test_whoever_does_not_see_the_deadline_finds_no_page(deadline, review):
    strangers = [person(Manager, BoardFactory()), person(Auditor, review.board)]
    strangers.append(person(AgencyAuthor, review.board))
    for stranger in strangers:
        assert page(stranger, deadline).status_code == 404
        assert page(stranger, deadline, note="x").status_code == 404
    assert not Acknowledgement.objects.exists()


def test_what_is_no_longer_owed_cannot_be_in_hand(deadline, people):
    Deadline.objects.update(is_open=False)
    with pytest.raises(NotYet):
        Acknowledgement.give(deadline, by=people["owner"], at=datetime.now().astimezone())
    assert page(people["owner"], deadline, note="x").status_code == 409
    assert "no longer owed" in page(people["owner"], deadline).content.decode()


def test_of_what_is_met_the_page_lists_nothing_that_saying_so_would_do(deadline, people):
    Deadline.objects.update(is_open=False)
    shown = page(people["owner"], deadline).content.decode()
    assert "no longer owed" in shown
    assert "When you say so" not in shown
