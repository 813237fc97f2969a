"""The log: appended to, never changed, and it shows when it was."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import DatabaseError, connection, transaction

from records import append_only
from records.models import AuditEvent, AuditHead, first_broken_link, log
from tests.factories import AT, UserFactory, a_review

pytestmark = pytest.mark.django_db


def three_events() -> list[AuditEvent]:
    user = UserFactory()
    return [log("test", f"Event {n}.", by=user, at=AT, number=n) for n in range(3)]


def test_the_chain_holds_and_the_command_says_so():
    three_events()
    told = StringIO()
    call_command("verify_audit", stdout=told)
    assert "3 events" in told.getvalue()


@pytest.mark.parametrize("verb", ["update", "delete"])
def test_the_database_refuses_to_change_the_log(verb):
    events = AuditEvent.objects.filter(pk=three_events()[1].pk)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        events.update(sentence="Nothing happened.") if verb == "update" else events.delete()


@pytest.fixture
def _as_the_database_owner(db):
    """Let the test do what somebody with the database's own rights could."""
    append_only.remove(connection)
    yield
    append_only.install(connection)


@pytest.mark.usefixtures("_as_the_database_owner")
@pytest.mark.parametrize(
    ("touch", "found"),
    [
        (lambda events: events.filter(verb="test").update(sentence="x"), "content was changed"),
        (lambda events: events.first().delete(), "should end after"),
        (lambda events: events.last().delete(), "missing or was put in"),
    ],
)
def test_a_change_behind_the_portals_back_is_found(touch, found):
    three_events()
    touch(AuditEvent.objects.all())
    assert found in first_broken_link()[1]
    with pytest.raises(CommandError, match="was touched"):
        call_command("verify_audit", stdout=StringIO())


@pytest.mark.usefixtures("_as_the_database_owner")
def test_an_emptied_log_is_found():
    three_events()
    AuditEvent.objects.all().delete()
    assert AuditHead.objects.get().length == 3
    assert first_broken_link()


def test_a_key_of_another_installation_does_not_verify(settings):
    three_events()
    settings.AUDIT_KEY = "another"
    assert first_broken_link()


def test_details_keep_their_kind_through_the_database():
    review = a_review()
    log(
        "test",
        "x",
        by=None,
        at=AT,
        board=review.board,
        subject=review,
        reference=review.reference,
        day=AT.date(),
        at_detail=AT,
        text="Zoë’s",
        nested={"b": [1, None, 2.5], "a": True},
    )
    assert first_broken_link() is None


def test_an_event_is_undone_with_the_change_that_it_tells_of():
    class Interrupted(Exception):
        pass

    with pytest.raises(Interrupted), transaction.atomic():
        log("test", "x", by=None, at=AT)
        raise Interrupted
    assert not AuditEvent.objects.exists()
    assert first_broken_link() is None
