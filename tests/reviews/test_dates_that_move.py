"""Stored dates follow the calendar: what moves, what stays, and how it is explained."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.db import connection
from django.db.models import F
from django.test.utils import CaptureQueriesContext

from boards.roles import Chair, Manager
from records.models import AuditEvent, first_broken_link
from reviews.conditions import NotYet
from reviews.models import BankHoliday, CalendarChange, Deadline, MovedMeanwhile
from reviews.models.clock import bring_up_to_date, preview
from reviews.statutory import ENGLAND, PartialDate
from tests.factories import AgencyFactory, BoardFactory, a_review, person
from tests.reviews.holidays import (
    AT,
    HOLIDAY,
    LEARNED,
    MOVED_TO,
    NOTIFY_DUE,
    a_holiday,
    added,
    administrator,
    applied,
    decided_case,
    learned_case,
    notify_of,
    withdrawn,
)

pytestmark = pytest.mark.django_db
DATES = ("pk", "computed_on", "due_on", "act_by", "original_due_on", "is_open", "met_on")


def stored() -> list[tuple]:
    return list(Deadline.objects.order_by("pk").values_list(*DATES))


def test_a_date_in_working_days_moves_by_a_day_and_counts_a_version():
    review = learned_case()
    before = notify_of(review)
    assert before.due_on == NOTIFY_DUE
    added()
    after = notify_of(review)
    assert (after.due_on, after.computed_on, after.act_by) == (MOVED_TO,) * 3
    assert (after.version, after.original_due_on) == (2, NOTIFY_DUE)


@pytest.mark.parametrize(
    ("day", "moves"),
    [
        (LEARNED, False),  # day zero
        (LEARNED + timedelta(days=1), True),
        (NOTIFY_DUE, True),
        (NOTIFY_DUE + timedelta(days=1), False),
    ],
)
def test_only_a_day_that_was_counted_moves_the_date(day, moves):
    learned_case()
    assert bool(CalendarChange(a_holiday(day)).moves()) is moves


def test_a_date_counted_backwards_moves_earlier():
    board = BoardFactory()
    dates = {"notified": date(2016, 5, 10), "decided": date(2016, 5, 12)}
    review = a_review(board, at=AT, dates=dates | {"publishing": date(2016, 6, 20)})
    share = review.deadlines.get(kind="share_before_publication")
    assert share.due_on == date(2016, 6, 9)
    added()
    assert review.deadlines.get(kind="share_before_publication").due_on == date(2016, 6, 8)


def test_a_date_in_months_stays_and_its_day_to_act_moves():
    review = decided_case()
    assert review.deadlines.get().act_by == HOLIDAY
    added()
    deadline = review.deadlines.get()
    assert (deadline.due_on, deadline.act_by) == (HOLIDAY, HOLIDAY - timedelta(days=1))
    assert deadline.version == 1


def test_what_an_agency_was_asked_for_stays_and_its_day_to_act_moves():
    board = BoardFactory()
    manager = person(Manager, board)
    review = learned_case(board)
    review.move("screen", by=manager, at=AT)
    asked = {"agencies": [AgencyFactory(board=board)], "kind": "check", "on": LEARNED}
    review.record("ask_agencies", by=manager, at=AT, due_on=HOLIDAY, **asked)
    (move,) = [m for m in CalendarChange(a_holiday()).moves() if m.name == "Agency check"]
    assert not move.is_due_moved
    added()
    deadline = review.deadlines.get(commission__isnull=False)
    assert (deadline.due_on, deadline.act_by) == (HOLIDAY, HOLIDAY - timedelta(days=1))


def test_met_ended_and_past_ones_never_move_even_when_the_case_goes_on():
    board = BoardFactory()
    manager = person(Manager, board)
    met = learned_case(board)
    met.record("record_event", by=manager, at=AT, event="notified", on=date(2016, 6, 9))
    ended, past = learned_case(board), learned_case(board, is_past=True)
    ended.move("withdraw", by=manager, at=AT, reasons="Logged twice.")
    before = list(Deadline.objects.filter(kind="notify").values_list("pk", "due_on", "act_by"))
    assert not Deadline.objects.filter(kind="notify", is_open=True).exists()
    assert applied(CalendarChange(a_holiday()), by=administrator()) == []
    for review in (met, ended, past):
        bring_up_to_date(review)
    after = Deadline.objects.filter(kind="notify").values_list("pk", "due_on", "act_by")
    assert list(after) == before


def test_an_extended_date_keeps_what_was_agreed():
    board = BoardFactory()
    review = a_review(board, at=AT, dates={"decided": date(2015, 12, 10)})
    complete = review.deadlines.get(kind="complete")
    assert complete.due_on == HOLIDAY
    agreed = date(2016, 6, 17)
    complete.extend(
        to=agreed,
        reason="The trial.",
        authority="LSCB",
        told="",
        by=person(Chair, board),
        at=AT,
        agreed_on=date(2016, 6, 1),
    )
    added(agreed)
    complete.refresh_from_db()
    assert (complete.due_on, complete.act_by) == (agreed, agreed - timedelta(days=1))
    assert (complete.version, complete.computed_on) == (2, HOLIDAY)


def test_a_new_case_and_an_extension_count_with_the_added_day():
    holiday = added()
    review = learned_case()
    assert notify_of(review).due_on == MOVED_TO
    board = BoardFactory()
    owed = a_review(board, at=AT, dates={"decided": date(2015, 12, 2)})
    complete = owed.deadlines.get(kind="complete")
    facts = {"reason": "x", "authority": "LSCB", "told": "", "agreed_on": date(2016, 6, 1)}
    complete.extend(to=holiday.day, by=person(Chair, board), at=AT, **facts)
    assert complete.act_by == holiday.day - timedelta(days=1)


def test_the_explanation_names_the_added_day_and_gives_the_stored_date():
    review = learned_case()
    added(name="Diamond Jubilee")
    text = " ".join(notify_of(review).explain(BankHoliday.objects.calendars()))
    assert "Diamond Jubilee (Friday 10 June 2016)" in text
    assert "Due by the end of Thursday 16 June 2016" in text
    assert "pinned" not in text


def test_what_was_met_before_is_explained_by_the_calendar_of_its_time():
    board = BoardFactory()
    review = learned_case(board)
    review.record(
        "record_event", by=person(Manager, board), at=AT, event="notified", on=date(2016, 6, 9)
    )
    added(name="Diamond Jubilee", at=AT + timedelta(hours=1))
    text = " ".join(notify_of(review).explain(BankHoliday.objects.calendars()))
    assert "Diamond Jubilee" not in text
    assert "Due by the end of Wednesday 15 June 2016" in text


def test_every_calendar_is_kept_the_one_in_force_first():
    withdrawn(added(), at=AT + timedelta(hours=1))
    calendars = BankHoliday.objects.calendars()
    assert [calendar.name(HOLIDAY) for calendar in calendars] == [None, "Jubilee", None]
    added(name="Coronation", at=AT + timedelta(hours=2))
    assert BankHoliday.objects.calendars()[0].names == BankHoliday.objects.calendar().names


def test_a_pinned_case_is_explained_as_pinned():
    board = BoardFactory()
    review = decided_case(board)
    review.record(
        "pin_guidance", by=person(Chair, board), at=AT, guidance="wt2013", reasons="Agreed."
    )
    deadline = review.deadlines.get(kind="decide")
    text = " ".join(deadline.explain([ENGLAND]))
    assert "pinned to Working Together 2013" in text


def test_adding_and_withdrawing_restores_every_date():
    boards = [BoardFactory(), BoardFactory()]
    for offset in range(12):
        board = boards[offset % 2]
        learned_case(board, learned=LEARNED - timedelta(days=offset))
        a_review(board, at=AT, dates={"notified": date(2016, 5, 6) + timedelta(days=offset)})
        a_review(board, at=AT, dates={"publishing": date(2016, 6, 10) + timedelta(days=offset)})
    before = stored()
    days = [HOLIDAY, HOLIDAY + timedelta(days=3), HOLIDAY - timedelta(days=1)]
    holidays = [added(day, at=AT + timedelta(minutes=n)) for n, day in enumerate(days)]
    moved = stored()
    assert moved != before
    for review in {deadline.review for deadline in Deadline.objects.select_related("review")}:
        bring_up_to_date(review)
    assert stored() == moved, "the quick way and the long way agree"
    for n, holiday in enumerate(holidays):
        withdrawn(holiday, at=AT + timedelta(hours=n + 1))
    assert stored() == before


def test_applying_twice_changes_nothing():
    learned_case()
    holiday = added()
    before, entries = stored(), AuditEvent.objects.count()
    with pytest.raises(NotYet, match="was added already"):
        applied(CalendarChange(a_holiday()), by=administrator())
    withdrawn(holiday, at=AT + timedelta(hours=1))
    with pytest.raises(NotYet, match="was withdrawn already"):
        applied(CalendarChange(holiday), by=administrator())
    assert stored() != before
    assert AuditEvent.objects.count() == entries + 2


def test_only_an_administrator_changes_the_calendar():
    learned_case()
    with pytest.raises(PermissionDenied):
        applied(CalendarChange(a_holiday()), by=person(Manager))
    assert not BankHoliday.objects.exists()


def test_what_changed_since_the_preview_is_named_and_nothing_is_applied():
    gone, stays = learned_case(), learned_case()
    change = CalendarChange(a_holiday())
    seen = " ".join(move.key for move in change.moves())
    new = learned_case()
    manager = person(Manager, gone.board)
    gone.record("record_event", by=manager, at=AT, event="notified", on=date(2016, 6, 9))
    with pytest.raises(MovedMeanwhile) as meanwhile:
        change.apply(seen=seen, by=administrator(), at=AT)
    text = " ".join(meanwhile.value.sentences)
    assert f"{gone.reference}, " in text
    assert "does not move any more" in text
    assert f"{new.reference}, " in text
    assert stays.reference not in text
    assert not BankHoliday.objects.exists()


def test_what_was_worked_out_while_the_calendar_changed_follows_too(monkeypatch):
    late = learned_case()
    shown = CalendarChange.moves
    monkeypatch.setattr(
        CalendarChange, "moves", lambda c: [m for m in shown(c) if m.review_id != late.pk]
    )
    added()
    assert notify_of(late).due_on == MOVED_TO


def test_each_review_and_the_calendar_have_an_entry_in_a_sound_log():
    reviews = [learned_case(), learned_case()]
    holiday = added()
    for review in reviews:
        entry = AuditEvent.objects.about(review).get(verb="bank_holiday")
        assert "10 June 2016 (Jubilee) became a bank holiday." in entry.sentence
        assert "due 16 June 2016, was 15 June 2016" in entry.sentence
    assert "2 due dates of 2 reviews" in AuditEvent.objects.about(holiday).get().sentence
    assert first_broken_link() is None


def queries_of_preview() -> int:
    with CaptureQueriesContext(connection) as queries:
        assert CalendarChange(a_holiday()).moves()
    return len(queries)


def test_the_preview_asks_as_often_for_thirty_moves_as_for_one():
    board = BoardFactory()
    learned_case(board)
    few = queries_of_preview()
    for _ in range(29):
        learned_case(board)
    assert (queries_of_preview(), few) == (2, 2)


def test_a_corrected_event_is_previewed_by_the_added_day_and_an_extension_holds():
    board = BoardFactory()
    review = learned_case(board)
    added()
    corrected = PartialDate.parse("9 June 2016")
    (change,) = preview(review, event="learned", on=corrected)
    assert (change.before, change.after) == (MOVED_TO, date(2016, 6, 17))
    notify_of(review).extensions.create(
        from_due_on=MOVED_TO,
        to_due_on=date(2016, 6, 30),
        reason="x",
        authority="x",
        agreed_on=LEARNED,
        by=administrator(),
        at=AT,
    )
    Deadline.objects.update(due_on=date(2016, 6, 30), version=F("version") + 1)
    assert preview(review, event="learned", on=corrected) == []
