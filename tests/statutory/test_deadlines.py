"""Due dates as pure functions of events: properties over 2005 to 2030, and each rule."""

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviews.statutory import (
    ENGLAND,
    GUIDANCE,
    Direction,
    NoGuidance,
    UnknownEvent,
    UnknownHolidays,
    add_months,
    days_left,
    due_dates,
    due_on,
    guidance_named,
    is_overdue,
)

DAYS = st.dates(min_value=date(2005, 1, 1), max_value=date(2030, 12, 31))
LATER_DAYS = st.dates(min_value=date(2005, 2, 1), max_value=date(2030, 12, 31))
RULES = [rule for guidance in GUIDANCE.values() for rule in guidance.deadlines]
FORWARD = st.sampled_from([rule for rule in RULES if rule.direction is Direction.AFTER])
BACKWARD = st.sampled_from([rule for rule in RULES if rule.direction is Direction.BEFORE])


@given(FORWARD, DAYS, DAYS)
def test_later_trigger_is_never_due_earlier(rule, one, other):
    first, second = sorted((one, other))
    assert due_on(rule, first) <= due_on(rule, second)


@given(BACKWARD, LATER_DAYS, LATER_DAYS)
def test_later_publication_is_never_due_earlier(rule, one, other):
    first, second = sorted((one, other))
    assert due_on(rule, first) <= due_on(rule, second)


@given(FORWARD, DAYS)
def test_forward_rule_is_due_after_its_trigger(rule, day):
    assert due_on(rule, day) > day


@given(BACKWARD, LATER_DAYS)
def test_backward_rule_is_due_before_its_trigger(rule, day):
    assert due_on(rule, day) < day


@given(st.sampled_from(list(GUIDANCE.values())), LATER_DAYS)
def test_act_by_is_a_working_day_no_later_than_the_due_date(guidance, day):
    triggers = {rule.trigger for rule in guidance.deadlines}
    due = due_dates(dict.fromkeys(triggers, day), guidance=guidance)
    assert len(due) == len(guidance.deadlines)
    for one in due:
        assert ENGLAND.is_working_day(one.act_by)
        assert one.due_on - timedelta(days=5) <= one.act_by <= one.due_on


@given(st.integers(min_value=2005, max_value=2030))
def test_six_months_after_31_august_is_the_last_day_of_february(year):
    assert add_months(date(year, 8, 31), 6) + timedelta(days=1) == date(year + 1, 3, 1)


@given(DAYS, st.integers(min_value=-12, max_value=12))
def test_months_end_on_the_same_numbered_day_or_the_months_last(day, count):
    end = add_months(day, count)
    assert (end.year - day.year) * 12 + end.month - day.month == count
    assert end.day == day.day or (end.day < day.day and (end + timedelta(days=1)).day == 1)


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        ("2010-08-31", 6, "2011-02-28"),
        ("2011-08-29", 6, "2012-02-29"),
        ("2011-02-28", 6, "2011-08-28"),
        ("1978-09-30", 4, "1979-01-30"),  # Dodds v Walker itself
        ("2010-01-31", 2, "2010-03-31"),  # from the anchor: two single months would give the 28th
        ("2010-12-31", 2, "2011-02-28"),
        ("2011-01-01", -1, "2010-12-01"),
    ],
)
def test_calendar_months_follow_dodds_v_walker(start, count, end):
    assert add_months(date.fromisoformat(start), count).isoformat() == end


def test_sunday_due_date_stands_and_act_by_is_the_friday_before():
    (complete,) = due_dates({"decided": date(2009, 8, 31)}, guidance=guidance_named("wt2010"))
    assert complete.due_on == date(2010, 2, 28)
    assert complete.act_by == date(2010, 2, 26)


def test_each_event_is_governed_by_the_guidance_of_its_own_day():
    due = due_dates({"referred": date(2009, 11, 20), "decided": date(2009, 12, 10)})
    assert [(one.deadline, one.guidance, one.due_on) for one in due] == [
        ("decide", "wt2006", date(2009, 12, 20)),
        ("complete", "wt2010", date(2010, 6, 10)),
    ]


def test_pinned_guidance_governs_every_event():
    due = due_dates({"decided": date(2009, 12, 10)}, guidance=guidance_named("wt2006"))
    assert [(one.guidance, one.due_on) for one in due] == [("wt2006", date(2010, 4, 10))]


def test_day_on_which_guidance_changes_belongs_to_the_new_one():
    before, after = date(2015, 3, 25), date(2015, 3, 26)
    assert {one.guidance for one in due_dates({"decided": before})} == {"wt2013"}
    assert {one.guidance for one in due_dates({"decided": after})} == {"wt2015"}


def test_event_that_starts_no_clock_makes_nothing_due():
    assert due_dates({"ratified": date(2010, 9, 1), "learned": date(2010, 3, 1)}) == []


def test_due_date_says_what_meets_it():
    (decide,) = due_dates({"referred": date(2010, 3, 1)})
    assert decide.met_by == ("decided", "decided_no_review")
    assert decide.actor == "LSCB Chair, on the sub-committee's advice"


def test_late_bank_holiday_moves_the_due_date():
    trigger = {"learned": date(2026, 11, 20)}
    (before,) = due_dates(trigger)
    calendar = ENGLAND.with_extra({date(2026, 11, 25): "Day of mourning"})
    (after,) = due_dates(trigger, calendar=calendar)
    assert (before.due_on, after.due_on) == (date(2026, 11, 27), date(2026, 11, 30))
    assert any("Day of mourning" in sentence for sentence in after.explanation)


def test_due_today_is_not_overdue():
    due = date(2010, 9, 27)
    assert not is_overdue(due, date(2010, 9, 27))
    assert is_overdue(due, date(2010, 9, 28))
    assert [days_left(due, date(2010, 9, day)) for day in (20, 27, 28)] == [7, 0, -1]


def test_unknown_event_lists_those_that_are_known():
    with pytest.raises(UnknownEvent, match=r"“decide” is not an event.*decided_no_review"):
        due_dates({"decide": date(2010, 3, 1)})


def test_event_before_any_guidance_is_refused():
    with pytest.raises(NoGuidance, match="1 April 2006"):
        due_dates({"decided": date(2006, 3, 31)})


def test_date_beyond_the_known_bank_holidays_is_refused():
    with pytest.raises(UnknownHolidays):
        due_dates({"decided": date(2031, 10, 1)})
    with pytest.raises(UnknownHolidays):
        due_dates({"decided": date(9999, 12, 31)})


def test_instant_is_refused_because_only_days_have_legal_meaning():
    with pytest.raises(TypeError, match="needs a date"):
        due_dates({"decided": datetime(2010, 3, 27, tzinfo=UTC)})
