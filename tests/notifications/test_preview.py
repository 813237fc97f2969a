"""The page of one reminder: its mail, and what became of it."""

import pytest
from django.test import Client
from django.utils import timezone

from boards.roles import AgencyAuthor, Chair, Manager
from notifications.models import Mail, Receipt, Reminder
from notifications.preview import preview
from reviews.models import StateChange
from tests.factories import AgencyFactory, BoardFactory, person
from tests.notifications.scenes import DUE, a_case, days_before, noon, planned_and_put_together

pytestmark = pytest.mark.django_db

AT = noon(days_before(7))


@pytest.fixture
def planned() -> Reminder:
    a_case()
    planned_and_put_together(days_before(7))
    return Reminder.objects.get()


def mark_sent(reminder: Reminder) -> None:
    Mail.objects.filter(reminders=reminder).update(
        sent_at=AT, message_id="<kept@portal.lscb.example>", attempts=1
    )
    reminder.refresh_from_db()


def page_for(user, reminder: Reminder):
    client = Client()
    client.force_login(user)
    return client.get(f"/reminders/{reminder.pk}/")


def text_for(user, reminder: Reminder) -> str:
    return page_for(user, reminder).content.decode()


def test_what_waits_is_shown_as_it_would_be_sent_today(planned):
    text = text_for(planned.review.owner, planned)
    assert "It has not been sent. This is what it would say today" in text
    assert f"Overdue since 9 April 2010: review {planned.review.reference}" in text
    assert "Sign in to act on it:<br>" in text


def test_what_was_sent_is_shown_as_on_the_day_that_it_was_sent(planned):
    mark_sent(planned)
    text = text_for(planned.review.owner, planned)
    assert "What was sent on 2 April 2010" in text
    assert f"Action needed by 9 April 2010: review {planned.review.reference}" in text
    assert "due in 7 days" in text
    assert "Message-ID: &lt;kept@portal.lscb.example&gt;" in text


def test_the_stage_is_the_one_that_the_mail_named(planned):
    mark_sent(planned)
    review = planned.review
    StateChange.objects.create(
        review=review, round=1, action="screen", after="screening", at=noon(DUE), by=review.owner
    )
    type(review).objects.filter(pk=review.pk).update(state="screening")
    planned = Reminder.objects.get()
    mail = preview(planned, seen_by=review.owner, at=noon(DUE))
    assert "Stage:  Referred" in mail.text
    assert "<dd>Referred</dd>" in mail.html


def test_what_was_not_sent_says_what_it_would_have_said(planned):
    Reminder.objects.update(superseded_at=AT, superseded_because="It is no longer owed.")
    text = text_for(planned.review.owner, planned)
    assert "It was not delivered. This is what it would have said on 2 April 2010" in text
    assert "It is no longer owed." in text


def test_the_html_part_is_shown_as_source_and_never_as_markup(planned):
    planned.review.deadlines.update(name="Decide <script>now</script>")
    text = text_for(planned.review.owner, planned)
    assert "&lt;html lang=&quot;en&quot;&gt;" in text
    assert "<script>now" not in text
    assert "What:   Decide &lt;script&gt;now&lt;/script&gt;<br>" in text
    assert "&amp;lt;script&amp;gt;now" in text


def test_receipts_are_listed_oldest_first(planned):
    mark_sent(planned)
    for number, status in enumerate(("temporary-failure", "delivered")):
        Receipt.objects.create(
            mail=planned.mail,
            notification=f"740e5834-3a29-46b4-9a6f-16142fde533{number}",
            status=status,
            at=AT,
            notified_at=timezone.now(),
        )
    text = text_for(planned.review.owner, planned)
    first = text.index("The mailbox did not take it in time, 2 April 2010 at 1pm")
    assert first < text.index("Delivered, 2 April 2010 at 1pm")


def test_each_row_of_the_list_leads_to_its_mail(planned):
    client = Client()
    client.force_login(planned.review.owner)
    text = client.get(f"/reviews/{planned.review.reference}/reminders/").content.decode()
    assert f'href="/reminders/{planned.pk}/"' in text


def test_whoever_does_not_see_the_case_finds_no_mail(planned):
    board = planned.review.board
    assert page_for(person(Chair, board), planned).status_code == 200
    agency = AgencyFactory(board=board)
    for outsider in (person(Manager, BoardFactory()), person(AgencyAuthor, board, agency=agency)):
        assert page_for(outsider, planned).status_code == 404


def test_a_mail_has_a_language_and_a_heading_and_fetches_nothing(planned):
    html = preview(planned, seen_by=planned.review.owner, at=noon(DUE)).html
    assert '<html lang="en">' in html
    assert html.count("<h1>") == 1
    assert not any(word in html for word in ("<img", "src=", "<link", "<style", "<script"))
