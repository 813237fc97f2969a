"""The pages of bank holidays: who opens them, what they refuse, and what they show before."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from boards.roles import ROLES, Manager
from reviews.models import BankHoliday, CalendarChange
from reviews.statutory import ENGLAND
from tests.factories import AT, BoardFactory, UserFactory, a_review, person
from tests.reviews.holidays import (
    HOLIDAY,
    MOVED_TO,
    NOTIFY_DUE,
    a_holiday,
    added,
    administrator,
    applied,
    learned_case,
    notify_of,
    withdrawn,
)

pytestmark = pytest.mark.django_db

ADD = "/bank-holidays/add/"


def signed_in(user=None) -> Client:
    client = Client()
    client.force_login(user or administrator())
    return client


def asked(day: date = HOLIDAY, **other: str) -> dict[str, str]:
    boxes = {"day_day": str(day.day), "day_month": str(day.month), "day_year": str(day.year)}
    return {**boxes, "name": "Jubilee", "source": "Royal Proclamation", **other}


def address(day: date = HOLIDAY) -> str:
    return f"{ADD}?{'&'.join(f'{name}={text}' for name, text in asked(day).items())}"


def seen() -> str:
    return " ".join(move.key for move in CalendarChange(a_holiday()).moves())


def text_of(answer) -> str:
    return answer.content.decode()


def test_the_preview_shows_reference_and_dates_and_moves_nothing():
    review = learned_case()
    page = text_of(signed_in().get(address()))
    for words in (review.reference, "15 June 2016", "16 June 2016", "1 due date of 1 review"):
        assert words in page
    assert "Child 1" not in page
    assert notify_of(review).due_on == NOTIFY_DUE
    assert not BankHoliday.objects.exists()


def test_the_go_ahead_moves_what_was_shown_and_says_so():
    review = learned_case()
    answer = signed_in().post(address(), {"seen": seen()}, follow=True)
    assert answer.redirect_chain == [("/bank-holidays/", 302)]
    assert "10 June 2016 (Jubilee) became a bank holiday: 1 due date of 1 review" in text_of(answer)
    assert notify_of(review).due_on == MOVED_TO


def test_a_double_click_adds_it_once_and_says_so():
    learned_case()
    client, shown = signed_in(), seen()
    client.post(address(), {"seen": shown})
    again = text_of(client.post(address(), {"seen": shown}))
    assert "10 June 2016 was added already, as Jubilee" in again
    assert BankHoliday.objects.count() == 1


def test_a_case_that_appeared_meanwhile_is_named_before_anything_moves():
    learned_case()
    shown = seen()
    new = learned_case()
    page = text_of(signed_in().post(address(), {"seen": shown}))
    assert "Nothing was changed" in page
    assert f"<li>{new.reference}, " in page
    assert not BankHoliday.objects.exists()


@pytest.mark.parametrize("forged", ["", "nonsense", "\x00", "ffffffffffffffffffff-0", "1-ab " * 50])
def test_a_forged_answer_moves_nothing(forged):
    learned_case()
    assert signed_in().post(address(), {"seen": forged}).status_code == 200
    assert not BankHoliday.objects.exists()


def test_it_is_withdrawn_after_a_preview():
    review = learned_case()
    holiday = added()
    client, door = signed_in(), f"/bank-holidays/{holiday.pk}/withdraw/"
    page = text_of(client.get(door))
    assert "Withdraw the bank holiday of 10 June 2016" in page
    assert "15 June 2016" in page
    keys = " ".join(move.key for move in CalendarChange(holiday).moves())
    client.post(door, {"seen": keys})
    assert notify_of(review).due_on == NOTIFY_DUE
    assert client.get(door).status_code == 409
    assert client.post(door, {"seen": keys}).status_code == 409
    listed = text_of(client.get("/bank-holidays/"))
    assert "Withdrawn" in listed
    assert door not in listed


@pytest.mark.parametrize(
    ("day", "reason"),
    [
        (date(2016, 6, 11), "11 June 2016 is a Saturday, which is no working day anyway"),
        (date(2016, 12, 26), "26 December 2016 is Boxing Day already"),
        (date(2004, 12, 31), "Enter a day from 2005 to"),
        (date(ENGLAND.last_year + 1, 6, 10), "Enter a day from 2005 to"),
    ],
)
def test_a_day_that_cannot_be_added_is_refused_beside_the_field(day, reason):
    page = text_of(signed_in().get(ADD, asked(day)))
    assert reason in page
    assert "There is a problem" in page
    assert signed_in().post(address(day), {"seen": ""}).status_code == 200
    assert not BankHoliday.objects.exists()


def test_a_date_that_would_leave_the_known_years_stops_it_with_a_sentence():
    last = ENGLAND.last_year
    learned = datetime(last, 12, 22, 10, tzinfo=UTC)
    review = a_review(at=learned, dates={"learned": learned.date()})
    assert notify_of(review).due_on == date(last, 12, 31)
    answer = signed_in().get(address(date(last, 12, 30)))
    assert answer.status_code == 409
    assert "Bank holidays are known from 2005" in text_of(answer)


def test_every_blank_says_what_to_enter():
    page = text_of(signed_in().get(ADD, {"day_day": ""}))
    for words in ("day of the bank holiday", "name of the bank holiday", "what proclaimed it"):
        assert f"Enter {'the ' if words[0] != 'w' else ''}{words}" in page


def test_an_administrator_may_read_and_change_and_a_manager_may_read():
    holiday, manager = added(), signed_in(person(Manager))
    page = text_of(manager.get("/bank-holidays/"))
    assert "Jubilee" in page
    assert "Withdraw" not in page
    assert "Add a bank holiday" not in page
    for door in (ADD, address(date(2016, 6, 9)), f"/bank-holidays/{holiday.pk}/withdraw/"):
        assert manager.get(door).status_code == 403
        assert manager.post(door, {"seen": ""}).status_code == 403
    assert BankHoliday.objects.standing().count() == 1


@pytest.mark.parametrize("role", [role for role in ROLES.values() if role is not Manager])
def test_nobody_else_opens_them(role):
    client = signed_in(person(role, BoardFactory()))
    for door in ("/bank-holidays/", ADD, "/bank-holidays/1/withdraw/"):
        assert client.get(door).status_code == 403


def test_hostile_words_are_shown_as_words():
    hostile = "<script>alert(1)</script>"
    learned_case()
    page = text_of(signed_in().get(ADD, asked(name=hostile)))
    assert hostile not in page
    added(name=hostile)
    assert hostile not in text_of(signed_in().get("/bank-holidays/"))


def test_a_long_preview_comes_in_pages_and_is_applied_whole():
    board = BoardFactory()
    reviews = [learned_case(board) for _ in range(51)]
    client = signed_in()
    first, second = text_of(client.get(address())), text_of(client.get(f"{address()}&page=2"))
    assert "51 due dates of 51 reviews" in first
    assert reviews[-1].reference not in first
    assert reviews[-1].reference in second
    client.post(f"{address()}&page=2", {"seen": seen()})
    assert {notify_of(review).due_on for review in reviews} == {MOVED_TO}


def queries(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as asked_of:
        assert client.get(path).status_code == 200
    return len(asked_of)


def test_the_pages_take_the_same_queries_however_much_is_on_them():
    board = BoardFactory()
    client = signed_in()
    learned_case(board)
    added(date(2016, 6, 9), at=AT)
    few = [queries(client, path) for path in ("/bank-holidays/", address())]
    for n in range(4):
        learned_case(board)
        added(date(2017, 6, 5 + n))
    assert [queries(client, path) for path in ("/bank-holidays/", address())] == few


def test_the_page_of_a_case_asks_once_for_the_calendar():
    board = BoardFactory()
    client = signed_in(person(Manager, board))
    today = timezone.localdate()
    paths = [
        a_review(board, at=timezone.now(), dates=dates).get_absolute_url()
        for dates in (
            {"learned": today},
            {"learned": today, "notified": today, "publishing": today + timedelta(days=30)},
        )
    ]
    for path in paths:
        client.get(path)
    assert queries(client, paths[0]) == queries(client, paths[1])


def test_one_day_stands_once_and_may_be_added_again_after_it_was_withdrawn():
    first = added()
    with pytest.raises(IntegrityError), transaction.atomic():
        BankHoliday.objects.create(
            day=HOLIDAY, name="x", source="x", added_by=UserFactory(), added_at=AT
        )
    withdrawn(first)
    applied(CalendarChange(a_holiday()), by=administrator())
    assert BankHoliday.objects.standing().get().pk != first.pk


@pytest.mark.parametrize(
    "wrong",
    [{"name": ""}, {"source": ""}, {"withdrawn_at": AT}, {"withdrawn_at": AT - timedelta(days=1)}],
)
def test_the_database_refuses_half_a_bank_holiday(wrong):
    somebody = UserFactory()
    facts = {"day": HOLIDAY, "name": "x", "source": "x", "added_by": somebody, "added_at": AT}
    if wrong.get("withdrawn_at", AT) < AT:
        facts["withdrawn_by"] = somebody
    with pytest.raises(IntegrityError), transaction.atomic():
        BankHoliday.objects.create(**facts | wrong)
