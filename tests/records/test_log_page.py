"""The log page: whose log, found by reference, person, kind and day."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.test import Client

from boards.roles import AgencyAuthor, Auditor, Chair, Coordinator, Manager
from records.models import AuditEvent, log
from tests.factories import AT, BoardFactory, person

pytestmark = pytest.mark.django_db
LONDON = ZoneInfo("Europe/London")


@pytest.fixture
def board():
    return BoardFactory()


def signed_in(user):
    client = Client()
    client.force_login(user, "django.contrib.auth.backends.ModelBackend")
    return client


def sentences(client, query=""):
    shown = client.get(f"/log/{query}").context["shown"]
    return [row["sentence"] for row in shown.page.object_list]


def test_the_newest_entry_comes_first_and_the_oldest_when_asked(board):
    for sentence in ("First.", "Second."):
        log("test", sentence, by=None, at=AT, board=board)
    client = signed_in(person(Auditor, board))
    assert sentences(client) == ["Second.", "First."]
    assert sentences(client, "?sort=at") == ["First.", "Second."]


@pytest.mark.parametrize("role", [Auditor, Manager, Chair])
def test_readers_see_the_log_of_their_own_board_alone(board, role):
    log("ours", "Ours.", by=None, at=AT, board=board)
    log("theirs", "Theirs.", by=None, at=AT, board=BoardFactory())
    client = signed_in(person(role, board))
    assert sentences(client) == ["Ours."]
    page = client.get("/log/").content.decode().lower()
    assert "theirs" not in page
    exported = b"".join(client.get("/log/?format=csv").streaming_content)
    assert b"Theirs" not in exported


@pytest.mark.parametrize("role", [Coordinator, AgencyAuthor])
def test_others_are_told_whose_the_log_is(board, role):
    response = signed_in(person(role, board)).get("/log/")
    assert response.status_code == 403
    assert "Chair and auditor" in response.content.decode()


def test_entries_are_found_by_reference_person_and_kind(board):
    somebody = person(Coordinator, board, user={"full_name": "Ruth Akintola"})
    log("open", "Opened.", by=somebody, at=AT, board=board, reference="ESX-2010-007")
    log("extend", "Extended.", by=None, at=AT, board=board)
    client = signed_in(person(Auditor, board))
    assert sentences(client, "?reference=2010-007") == ["Opened."]
    assert sentences(client, "?person=akintola") == ["Opened."]
    assert sentences(client, "?verb=extend") == ["Extended."]


def test_days_are_londons_and_both_ends_count(board):
    for hour, minute, day in ((23, 59, 27), (0, 1, 28), (23, 59, 28), (0, 1, 29)):
        at = datetime(2010, 3, day, hour, minute, tzinfo=LONDON)
        log("test", f"{day} at {hour}.", by=None, at=at, board=board)
    client = signed_in(person(Auditor, board))
    wanted = ["28 at 23.", "28 at 0."]
    for typed in ("28 3 2010", "28/03/2010", "28 March 2010", "28 mar 2010", "2010-03-28"):
        assert sentences(client, f"?from={typed}&to={typed}") == wanted


@pytest.mark.parametrize(
    "typed", ["yesterday", "31 2 2010", "28 3", "1 1 0001", "%00", "1 2 3 4 5"]
)
def test_a_day_that_cannot_be_read_is_left_out_with_a_word(board, typed):
    log("test", "Kept.", by=None, at=AT, board=board)
    response = signed_in(person(Auditor, board)).get(f"/log/?from={typed}")
    assert "The filter “From” was left out: enter a" in response.content.decode()
    assert [row["sentence"] for row in response.context["shown"].page.object_list] == ["Kept."]


def test_what_is_in_the_log_cannot_put_markup_on_the_page(board):
    log("test", "<b>Bold.</b>", by=None, at=AT, board=board, reference='"><script>')
    for role in (Manager, Auditor):
        page = signed_in(person(role, board)).get("/log/").content.decode()
        assert "&lt;b&gt;Bold." in page
        assert "<script>" not in page.replace("<script type=", "")


def test_an_export_of_the_log_is_itself_in_the_log(board):
    log("test", "Kept.", by=None, at=AT, board=board)
    response = signed_in(person(Manager, board)).get("/log/?format=csv")
    rows = b"".join(response.streaming_content).decode("utf-8-sig").splitlines()
    assert rows == ["When,Who,What,Reference", "2010-03-29T11:00:00+01:00,The portal,Kept.,"]
    last = AuditEvent.objects.order_by("id").last()
    assert (last.verb, last.sentence) == ("export", "1 log entry exported (CSV).")


def test_a_long_log_is_paged(board):
    for n in range(51):
        log("test", f"{n}.", by=None, at=AT, board=board)
    client = signed_in(person(Auditor, board))
    assert len(sentences(client)) == 50
    assert sentences(client, "?page=2") == ["0."]
    assert sentences(client, "?page=999") == ["0."]
