"""The page of a review's reminders, and its part of the review's own page."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from boards.roles import Chair, Coordinator, Manager
from notifications.assembly import assemble
from notifications.models import Mail
from tests.factories import BoardFactory, person
from tests.notifications.scenes import a_case, days_before, noon, plan_on

pytestmark = pytest.mark.django_db


def page_for(user, address: str):
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client.get(address)


def test_the_page_says_who_was_told_what_and_what_became_of_it():
    board = BoardFactory()
    chair = person(Chair, board)
    review = a_case(board)
    plan_on(days_before(28))
    plan_on(days_before(14))
    plan_on(days_before(7))
    at = noon(days_before(7))
    assemble(on=days_before(7), at=at, is_morning=True)
    Mail.objects.filter(recipient=review.owner).update(sent_at=at, message_id="<a@b>")
    Mail.objects.filter(recipient=chair).update(failed_at=at, failure="550 No such user")
    text = page_for(chair, f"/reviews/{review.reference}/reminders/").content.decode()
    for words in (
        chair.full_name,
        review.owner.full_name,
        "28 days before",
        "Due 9 April 2010",
        "Sent",
        "2 April 2010 at 1pm",
        "Failed",
        "550 No such user",
        "Not sent",
        "A later reminder took its place.",
    ):
        assert words in text


def test_outsiders_find_no_page():
    review = a_case()
    outsider = person(Manager, BoardFactory())
    assert page_for(outsider, f"/reviews/{review.reference}/reminders/").status_code == 404


def test_a_review_of_which_nobody_was_told_says_so():
    review = a_case()
    page = page_for(review.owner, f"/reviews/{review.reference}/reminders/")
    assert "Nobody has been told anything yet" in page.content.decode()


def test_the_reviews_own_page_shows_the_latest_and_leads_to_all():
    review = a_case()
    plan_on(days_before(7))
    text = page_for(review.owner, f"/reviews/{review.reference}/").content.decode()
    assert f'href="/reviews/{review.reference}/reminders/"' in text
    assert "7 days before" in text


def test_the_page_takes_as_many_queries_for_thirty_rows_as_for_two():
    board = BoardFactory()
    review = a_case(board)
    person(Chair, board)
    address = f"/reviews/{review.reference}/reminders/"
    counts = []
    for newcomers in (0, 28):
        for _ in range(newcomers):
            person(Chair, board)
        plan_on(days_before(7))
        with CaptureQueriesContext(connection) as queries:
            page = page_for(review.owner, address)
        counts.append(len(queries))
    assert page.context["page"].paginator.count == 30
    assert counts[0] == counts[1]


def test_long_lists_are_cut_into_pages():
    board = BoardFactory()
    review = a_case(board, owner=person(Coordinator, board))
    for _ in range(60):
        person(Chair, board)
    plan_on(days_before(7))
    page = page_for(review.owner, f"/reviews/{review.reference}/reminders/?page=2")
    assert len(page.context["page"].object_list) == 11
