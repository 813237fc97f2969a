"""The page of what an agency is asked for: who sees it, and where it leads back."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from boards.roles import AgencyAuthor, Coordinator, Manager
from reviews.models import Commission, Deadline
from tests.factories import AgencyFactory, BoardFactory, person
from tests.reviews.test_case_page import day, recent_review, signed_in

pytestmark = pytest.mark.django_db


def test_an_agency_sees_its_own_request_and_no_other():
    board = BoardFactory()
    staff = person(Coordinator, board)
    mine, other = AgencyFactory(board=board), AgencyFactory(board=board)
    author = person(AgencyAuthor, board, agency=mine)
    review = recent_review(board)
    review.move("screen", by=staff, at=timezone.now())
    today = timezone.localdate()
    review.record(
        "ask_agencies",
        by=staff,
        at=timezone.now(),
        agencies=[mine, other],
        kind="check",
        on=today,
        due_on=today + timedelta(days=7),
    )
    ours, theirs = Commission.objects.get(agency=mine), Commission.objects.get(agency=other)
    client = signed_in(author)
    assert client.get(f"/commissions/{ours.pk}/").context["back"]["text"] == "Home"
    assert client.get(f"/commissions/{theirs.pk}/").status_code == 404
    assert client.get(f"/commissions/{theirs.pk}/return_commission/").status_code == 404
    client.post(
        f"/commissions/{ours.pk}/return_commission/",
        {"answer": "Two attendances in 2009.", **day("on", today)},
    )
    assert Deadline.objects.get(commission=ours).met_on == today
    assert Deadline.objects.get(commission=theirs).is_open


def test_staff_come_back_from_a_request_to_its_review():
    board = BoardFactory()
    review, manager = recent_review(board), person(Manager, board)
    review.move("screen", by=manager, at=timezone.now())
    facts = {"agencies": [AgencyFactory(board=board)], "kind": "check", "due_on": date(2030, 1, 1)}
    review.record("ask_agencies", by=manager, at=timezone.now(), on=timezone.localdate(), **facts)
    page = signed_in(manager).get(f"/commissions/{review.commissions.get().pk}/")
    assert page.context["back"]["href"] == review.get_absolute_url()
