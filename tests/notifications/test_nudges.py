"""Somebody asks for a reminder now: who has a mail, and how often."""

import pytest
from django.core.exceptions import PermissionDenied
from django.test import Client

from boards.models import User
from boards.roles import AgencyAuthor, Coordinator
from notifications.delivery import deliver_all
from notifications.models import Nudge, Reminder, Snooze
from notifications.models.nudge import NOBODY
from records.models import AuditEvent
from reviews.conditions import NotYet
from reviews.models import Deadline, Review
from tests.factories import BoardFactory, person
from tests.notifications.post_office import PostOffice
from tests.notifications.scenes import a_case, days_before, deadline_of, noon, staffed
from tests.notifications.test_acknowledgements import an_agency_return

pytestmark = pytest.mark.django_db

TODAY = days_before(20)


@pytest.fixture
def people() -> dict[str, User]:
    return staffed(BoardFactory())


@pytest.fixture
def review(people) -> Review:
    return a_case(people["owner"].memberships.get().board, owner=people["owner"])


def ask(deadline: Deadline, by: User, at=None) -> bool:
    return Nudge.give(deadline, by=by, at=at or noon(TODAY))


def deliver() -> int:
    return deliver_all(on=TODAY, now=lambda: noon(TODAY), is_morning=False).sent


def test_the_owner_is_reminded_at_once_and_the_manager_has_a_copy(review, people, post: PostOffice):
    assert ask(deadline_of(review), person(Coordinator, review.board))
    assert deliver() == 2
    assert set(post.recipients()) == {people["owner"].email, people["manager"].email}
    (message,) = [m for m in post.messages if m["To"] == people["owner"].email]
    assert (
        message["Subject"] == f"Reminder: action needed by 9 April 2010, review {review.reference}"
    )
    assert "/acknowledge/" in message.get_body(("plain",)).get_content()


def test_where_the_manager_asks_the_chair_has_the_copy(review, people, post: PostOffice):
    ask(deadline_of(review), people["manager"])
    deliver()
    assert set(post.recipients()) == {people["owner"].email, people["chair"].email}


def test_an_agency_is_reminded_of_what_it_was_asked_for(review, people, post: PostOffice):
    agency, owed = an_agency_return(review)
    author = person(AgencyAuthor, review.board, agency=agency)
    ask(owed, people["owner"])
    deliver()
    assert set(post.recipients()) == {author.email, people["manager"].email}


def test_asking_twice_a_day_is_asking_once_and_the_next_day_is_another(review, people):
    deadline = deadline_of(review)
    assert ask(deadline, people["manager"])
    assert not ask(deadline, people["owner"])
    assert Reminder.objects.count() == 2
    assert AuditEvent.objects.filter(verb="remind_now").count() == 1
    assert ask(deadline, people["owner"], at=noon(days_before(19)))


def test_a_reminder_of_the_ladder_still_comes_and_an_acknowledgement_spares_nobody(
    review, people, post: PostOffice
):
    deadline = deadline_of(review)
    deadline.acknowledgements.create(due_version=1, by=people["owner"], at=noon(TODAY))
    ask(deadline, people["manager"])
    deliver()
    assert people["owner"].email in post.recipients()


def test_what_is_met_meanwhile_is_not_sent(review, people, post: PostOffice):
    ask(deadline_of(review), people["manager"])
    Deadline.objects.update(is_open=False)
    assert deliver() == 0
    assert post.messages == []


def test_whoever_does_not_run_reviews_may_not_ask(review, people):
    agency, owed = an_agency_return(review)
    author = person(AgencyAuthor, review.board, agency=agency)
    for other in (people["chair"], author):
        with pytest.raises(PermissionDenied):
            ask(owed, other)
    assert not Nudge.objects.exists()


def test_where_nobody_is_there_to_remind_nothing_is_noted(review, people):
    _, owed = an_agency_return(review)
    with pytest.raises(NotYet, match="nobody to remind"):
        ask(owed, people["manager"])
    assert not Nudge.objects.exists()
    assert NOBODY


def test_what_is_no_longer_owed_is_not_called_to_mind(review, people):
    deadline = deadline_of(review)
    Deadline.objects.update(is_open=False)
    with pytest.raises(NotYet):
        ask(deadline, people["manager"])


def test_the_page_names_who_is_told_and_a_double_click_asks_once(review, people):
    deadline = deadline_of(review)
    client = Client()
    client.force_login(people["manager"])
    page = client.get(f"/deadlines/{deadline.pk}/remind/").content.decode()
    assert str(people["owner"]) in page
    for _ in range(2):
        assert client.post(f"/deadlines/{deadline.pk}/remind/").status_code == 302
    assert Nudge.objects.count() == 1
    shown = client.get(f"/reviews/{review.reference}/deadlines/{deadline.pk}/").content.decode()
    assert "asked for a reminder today" in shown
    assert (
        "Another can be sent tomorrow"
        in client.get(f"/deadlines/{deadline.pk}/remind/").content.decode()
    )


def with_the_chair(review: Review, people: dict[str, User]) -> Deadline:
    """Return the decision that the Chair is to take, whose sub-committee has advised."""
    Review.objects.filter(pk=review.pk).update(state="recommended")
    said = {"by": people["owner"], "at": noon(days_before(25))}
    review.changes.create(round=1, action="recommend", after="recommended", **said)
    return Deadline.objects.get(pk=deadline_of(review).pk)


def text_to(post: PostOffice, user: User) -> str:
    (message,) = [m for m in post.messages if m["To"] == user.email]
    return message.get_body(("plain",)).get_content()


def test_the_chair_is_reminded_of_the_decision_that_waits_for_the_chair(review, people, post):
    ask(with_the_chair(review, people), people["owner"])
    deliver()
    assert set(post.recipients()) == {people["chair"].email, people["manager"].email}
    to_chair = text_to(post, people["chair"])
    assert f"{people['owner']} has asked for this reminder" in to_chair
    assert "The Chair's decision and its reasons are to be recorded" in to_chair


def test_the_chair_who_is_reminded_and_would_have_the_copy_is_asked_to_act(review, people, post):
    ask(with_the_chair(review, people), people["manager"])
    deliver()
    assert set(post.recipients()) == {people["chair"].email, people["owner"].email}
    assert "copy" not in text_to(post, people["chair"])


def test_whoever_asks_is_not_reminded_where_somebody_else_is(review, people, post):
    Review.objects.filter(pk=review.pk).update(deputy=person(Coordinator, review.board))
    review.refresh_from_db()
    ask(deadline_of(review), people["owner"])
    deliver()
    assert set(post.recipients()) == {review.deputy.email, people["manager"].email}


def test_a_copy_says_that_it_is_one_who_asked_and_who_was_reminded(review, people, post):
    asker = person(Coordinator, review.board)
    ask(deadline_of(review), asker)
    deliver()
    copy = text_to(post, people["manager"])
    assert f"{asker} sent a reminder" in copy
    assert "This is your copy" in copy
    assert f"Sent to: {people['owner']}" in copy
    assert "/acknowledge/" not in copy
    (message,) = [m for m in post.messages if m["To"] == people["manager"].email]
    assert message["Subject"].startswith("Copy of a reminder")
    html = message.get_body(("html",)).get_content()
    assert str(people["owner"]) in html
    assert "Nothing, unless you know what keeps it" in html


def test_a_deadline_is_listed_once_where_it_was_both_put_off_and_called_to_mind(
    review, people, post
):
    deadline, asker = deadline_of(review), person(Coordinator, review.board)
    until = days_before(10)
    Snooze.give(deadline, until=until, reason="x", by=asker, at=noon(TODAY))
    ask(deadline, asker)
    deliver()
    copy = text_to(post, people["manager"])
    assert "And 1 more" not in copy
    assert "This is your copy" in copy
    assert f"put off until {until:%-d %B %Y} by {asker}" in copy


def test_whoever_may_not_ask_is_told_of_asking_and_not_of_putting_off(review, people):
    client = Client()
    client.force_login(people["chair"])
    answer = client.get(f"/deadlines/{deadline_of(review).pk}/remind/")
    assert answer.status_code == 403
    assert "Reminders are asked for by" in answer.content.decode()
