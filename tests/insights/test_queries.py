"""Pages ask the database as often for many rows as for few."""

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from reviews.models import Evaluation
from reviews.models.draft import IncidentDraft
from tests.factories import AT, AgencyFactory, BoardFactory, appointed, everybody
from tests.insights.making import asked, owed, signed_in

pytestmark = pytest.mark.django_db

ADDRESSES = ("/", "/reviews/", "/deadlines/", "/deadlines/?when=overdue", "/log/")
STATES = ("referred", "screening", "recommended", "ratification", "panel", "submitted")
MOST = 16  # queries of the busiest page, session and sign-in included


def add_cases(board, people, number):
    agency = people["agency_author"].memberships.get().agency
    for n in range(number):
        owner = people["coordinator"] if n % 2 else None
        review = owed(board, -n - 1, owner=owner, state=STATES[n % 6]).review
        asked(review, agency, n)
        asked(review, AgencyFactory(board=board), n)
        Evaluation.objects.create(review=review, number=1, submitted_on=AT.date(), at=AT)
        IncidentDraft.start(board, by=people["manager"], at=AT)
        appointed(review, people["panel_member"], "panel_member")


def seat_everybody_elsewhere_too(people):
    """Each sits on a second board, so that every list names the board of a row."""
    elsewhere = BoardFactory()
    for user in people.values():
        for seat in user.memberships.filter(agency=None).exclude(board=None):
            user.memberships.create(board=elsewhere, role=seat.role, since_on=AT.date())


def counts(clients):
    """Return the number of queries by role and address, of those that the role may open."""
    asked_for = {}
    for role, client in clients.items():
        for address in ADDRESSES:
            with CaptureQueriesContext(connection) as captured:
                status = client.get(address).status_code
            if status == 200:
                asked_for[role, address] = len(captured)
    return asked_for


def test_sixty_rows_take_no_more_queries_than_five_for_any_role():
    board = BoardFactory()
    people = everybody(board)
    seat_everybody_elsewhere_too(people)
    with time_machine.travel(AT, tick=False):
        clients = {role: signed_in(user) for role, user in people.items()}
        add_cases(board, people, 5)
        few = counts(clients)
        add_cases(board, people, 55)
        many = counts(clients)
    assert len(few) == len(people) * 4 + 3  # the log is for three of them
    assert many == few
    assert max(many.values()) <= MOST
