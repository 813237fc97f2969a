"""Pages ask the database as often for many rows as for few."""

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories import AT, AgencyFactory, BoardFactory, everybody
from tests.insights.making import asked, owed, signed_in

pytestmark = pytest.mark.django_db


def queries(client, address):
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


@pytest.mark.parametrize(
    "address", ["/", "/reviews/", "/deadlines/", "/deadlines/?when=overdue", "/log/"]
)
def test_sixty_rows_take_no_more_queries_than_five(address):
    board = BoardFactory()
    people = everybody(board)
    agency = people["agency_author"].memberships.get().agency
    states = ("referred", "screening", "recommended", "ratification", "panel")

    def add(rows):
        for n in range(rows):
            owner = people["coordinator"] if n % 2 else None
            deadline = owed(board, -n - 1, owner=owner, state=states[n % 5])
            asked(deadline.review, agency, n)
            asked(deadline.review, AgencyFactory(board=board), n)

    with time_machine.travel(AT, tick=False):
        wanted = [role for role in people if address != "/log/" or role in {"manager", "auditor"}]
        clients = {role: signed_in(people[role]) for role in wanted}
        add(5)
        few = {role: queries(client, address) for role, client in clients.items()}
        add(55)
        many = {role: queries(client, address) for role, client in clients.items()}
    assert many == few
    assert max(many.values()) <= 16
