"""Calendar feeds: who has one, what an address opens, and for how long."""

import hashlib
import re
from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from boards.models import Membership, User
from boards.roles import AgencyAuthor, Auditor, Coordinator, Manager
from notifications.models import CalendarFeed
from records.models import AuditEvent
from reviews.models import Deadline, Review
from tests.factories import AgencyFactory, BoardFactory, UserFactory, person
from tests.notifications.scenes import a_case, noon

pytestmark = pytest.mark.django_db

AT = noon(date(2010, 3, 29))


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user, backend="django.contrib.auth.backends.ModelBackend")
    return client


def address_shown(page) -> str:
    """Return the path of the one address on the page."""
    (address,) = re.findall(r'value="(http[^"]+\.ics)"', page.content.decode())
    return address.removeprefix("http://localhost:8000")


def an_address(user: User, board=None) -> str:
    _, secret = CalendarFeed.make(user, board, at=AT)
    return f"/calendar/{secret}.ics"


def references_at(address: str) -> set[str]:
    answer = Client().get(address)
    assert answer.status_code == 200
    return set(re.findall(r"SUMMARY:([A-Z]+-\d+-\d+)", answer.content.decode()))


def ask(review: Review, agency, by: User) -> Deadline:
    review.record(
        "ask_agencies",
        by=by,
        at=AT,
        agencies=[agency],
        kind="check",
        on=AT.date(),
        due_on=date(2010, 4, 6),
    )
    return review.deadlines.get(commission__agency=agency)


def test_an_address_is_shown_once_and_only_its_digest_is_kept(settings):
    settings.PORTAL_ADDRESS = "http://localhost:8000"
    client = signed_in(a_case().owner)
    address = address_shown(client.post("/calendar/make/", {"board": ""}))
    secret = address.removeprefix("/calendar/").removesuffix(".ics")
    assert len(secret) >= 43  # 32 bytes
    assert CalendarFeed.objects.get().digest == hashlib.sha256(secret.encode()).hexdigest()
    again = client.get("/calendar/").content.decode()
    assert "Address made" in again
    assert secret not in again
    assert Client().get(address).status_code == 200


def test_a_feed_has_all_that_its_person_may_see_and_a_boards_feed_only_that_boards():
    here, there = a_case(), a_case()
    user = person(Manager, here.board)
    Membership.objects.create(
        user=user, board=there.board, role=Manager.slug, since_on=date(2006, 4, 1)
    )
    everything, one_board = an_address(user), an_address(user, there.board)
    elsewhere = a_case()
    assert references_at(everything) == {here.reference, there.reference}
    assert references_at(one_board) == {there.reference}
    assert elsewhere.reference not in references_at(everything)


def test_what_a_person_may_not_see_is_not_in_their_feed():
    board = BoardFactory()
    theirs, colleagues = a_case(board), a_case(board)
    restricted = a_case(board)
    Review.objects.filter(pk=restricted.pk).update(is_restricted=True)
    assert references_at(an_address(theirs.owner)) == {theirs.reference}
    manager = person(Manager, board)
    assert references_at(an_address(manager)) == {theirs.reference, colleagues.reference}


def test_an_agency_reads_what_it_is_asked_for_and_nothing_else():
    review = a_case()
    review.move("screen", by=review.owner, at=AT)
    agency = AgencyFactory(board=review.board)
    commission = ask(review, agency, review.owner).commission
    ask(review, AgencyFactory(board=review.board), review.owner)
    author = person(AgencyAuthor, review.board, agency=agency)
    text = Client().get(an_address(author)).content.decode()
    assert text.count("BEGIN:VEVENT") == 1
    assert f"/commissions/{commission.pk}/" in text


@pytest.mark.parametrize("end", ["leaves", "is deactivated", "revokes"])
def test_an_address_opens_nothing_once_its_person(end):
    review = a_case()
    user = review.owner
    address = an_address(user, review.board)
    assert Client().get(address).status_code == 200
    if end == "leaves":
        user.memberships.get().end(on=AT.date())
    elif end == "is deactivated":
        User.objects.filter(pk=user.pk).update(is_active=False)
    else:
        feed = CalendarFeed.objects.get()
        signed_in(user).post(f"/calendar/{feed.pk}/revoke/")
    assert Client().get(address).status_code == 404


def test_somebody_who_stays_on_another_board_loses_only_the_feed_of_the_one_they_left():
    review = a_case()
    user = person(Manager, review.board)
    other = Membership.objects.create(
        user=user, board=BoardFactory(), role=Manager.slug, since_on=date(2006, 4, 1)
    )
    everything, left = an_address(user), an_address(user, other.board)
    other.end(on=AT.date())
    assert Client().get(left).status_code == 404
    assert references_at(everything) == {review.reference}
    page = signed_in(user).get("/calendar/").content.decode()
    assert "You are no longer on this board" in page


def test_an_unknown_address_opens_nothing():
    an_address(a_case().owner)
    assert Client().get("/calendar/AAAA.ics").status_code == 404
    digest = CalendarFeed.objects.get().digest
    assert Client().get(f"/calendar/{digest}.ics").status_code == 404


def test_a_new_address_revokes_the_old_one_and_no_other():
    review = a_case()
    of_board = an_address(review.owner, review.board)
    old = an_address(review.owner)
    new = an_address(review.owner)
    assert [Client().get(a).status_code for a in (old, new, of_board)] == [404, 200, 200]


def test_there_is_one_open_address_a_person_and_board():
    review = a_case()
    for board in (None, review.board):
        CalendarFeed.make(review.owner, board, at=AT)
        with pytest.raises(IntegrityError), transaction.atomic():
            CalendarFeed.objects.create(
                user=review.owner, board=board, digest="another", made_at=AT
            )


def test_the_page_says_when_it_was_last_fetched():
    user = a_case().owner
    address = an_address(user)
    assert "Not yet" in signed_in(user).get("/calendar/").content.decode()
    before = timezone.now()
    Client().get(address)
    assert before <= CalendarFeed.objects.get().last_fetched_at <= timezone.now()
    assert "Not yet" not in signed_in(user).get("/calendar/").content.decode().split("LSCB")[0]


def test_making_and_revoking_are_in_the_boards_log_without_the_secret():
    review = a_case()
    client = signed_in(review.owner)
    client.post("/calendar/make/", {"board": review.board_id})
    feed = CalendarFeed.objects.get()
    client.post(f"/calendar/{feed.pk}/revoke/")
    events = AuditEvent.objects.about(feed).order_by("id")
    assert [(e.verb, e.by, e.board) for e in events] == [
        ("make_feed", review.owner, review.board),
        ("revoke_feed", review.owner, review.board),
    ]
    assert feed.digest not in str([(e.sentence, e.details) for e in events])


def test_nobody_revokes_the_address_of_another():
    review = a_case()
    an_address(review.owner)
    feed = CalendarFeed.objects.get()
    manager = signed_in(person(Manager, review.board))
    assert manager.post(f"/calendar/{feed.pk}/revoke/").status_code == 404
    assert CalendarFeed.objects.open().exists()


def test_nobody_makes_a_feed_of_a_board_that_is_not_theirs():
    stranger = person(Coordinator, BoardFactory())
    client = signed_in(stranger)
    for board in (BoardFactory().pk, "x", "0"):
        assert client.post("/calendar/make/", {"board": board}).status_code == 404
    assert not CalendarFeed.objects.exists()


def test_people_without_deadlines_make_no_feed():
    auditor = person(Auditor, BoardFactory())
    assert signed_in(auditor).post("/calendar/make/", {"board": ""}).status_code == 403


def test_an_address_is_made_and_revoked_by_sending_a_form_alone():
    client = signed_in(a_case().owner)
    assert client.get("/calendar/make/").status_code == 405
    assert client.get("/calendar/1/revoke/").status_code == 405


def test_the_answer_is_a_calendar_that_nobody_keeps():
    answer = Client().get(an_address(a_case().owner))
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert "no-store" in answer["Cache-Control"]
    assert Client().post(an_address(a_case().owner)).status_code in {403, 405}


def test_a_feed_takes_as_many_queries_for_thirty_deadlines_as_for_one():
    review = a_case()
    manager = person(Manager, review.board)
    address, counts = an_address(manager), []
    for more in (0, 29):
        for _ in range(more):
            a_case(review.board)
        with CaptureQueriesContext(connection) as queries:
            found = references_at(address)
        counts.append(len(queries))
    assert len(found) == 30
    assert counts[0] == counts[1]


def test_a_chief_officer_reads_what_their_agency_is_asked_for_while_they_may_sign_in():
    review = a_case()
    review.move("screen", by=review.owner, at=AT)
    chief = UserFactory()
    ask(review, AgencyFactory(board=review.board, chief_officer=chief), review.owner)
    address = an_address(chief, review.board)
    assert references_at(address) == {review.reference}
    User.objects.filter(pk=chief.pk).update(is_active=False)
    assert Client().get(address).status_code == 404
