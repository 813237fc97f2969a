from datetime import date, timedelta

from chronology.lanes import Scale, Span, ticks, timeline

FIRST, LAST = date(2009, 1, 1), date(2009, 12, 31)
SCOPE = (FIRST, LAST)


def span(day: int, lane: str = "GP", until: int | None = None, **more: object) -> Span:
    end = FIRST + timedelta(day if until is None else until)
    return Span(f"{lane} {day}", lane, FIRST + timedelta(day), end, **more)


def test_each_agency_has_a_lane_in_the_order_given_then_as_they_come_up() -> None:
    drawn = timeline([span(0, "Police"), span(1, "GP")], width=730, lanes=["GP"], scope=SCOPE)
    assert [(lane.label, lane.y) for lane in drawn.lanes] == [("GP", 16), ("Police", 48)]
    assert drawn.height == 64


def test_an_agency_without_entries_keeps_its_lane() -> None:
    drawn = timeline([], width=730, lanes=["GP"], scope=SCOPE)
    assert [(lane.label, lane.marks) for lane in drawn.lanes] == [("GP", ())]


def test_nothing_to_draw_is_no_drawing() -> None:
    assert timeline([], width=730) is None


def test_a_mark_lies_where_its_day_lies() -> None:
    drawn = timeline([span(0), span(182)], width=830, left=100, scope=SCOPE, mark=1)
    assert [mark.x for mark in drawn.lanes[0].marks] == [100, 464]


def test_entries_too_close_to_tell_apart_are_one_mark_with_a_count() -> None:
    drawn = timeline([span(0), span(1), span(2), span(100)], width=730, scope=SCOPE, mark=6)
    assert [(mark.count, mark.ids) for mark in drawn.lanes[0].marks] == [
        (3, ("GP 0", "GP 1", "GP 2")),
        (1, ("GP 100",)),
    ]
    assert drawn.lanes[0].count == 4


def test_a_mark_names_only_the_first_of_many() -> None:
    drawn = timeline([span(0) for _ in range(50)], width=730, scope=SCOPE, ids=3)
    assert (drawn.lanes[0].marks[0].count, len(drawn.lanes[0].marks[0].ids)) == (50, 3)


def test_a_range_is_as_wide_as_its_days_and_a_day_is_wide_enough_to_press() -> None:
    drawn = timeline([span(0, until=99), span(200)], width=730, scope=SCOPE)
    assert [mark.width for mark in drawn.lanes[0].marks] == [200, 6]


def test_an_uncertain_entry_makes_its_mark_uncertain() -> None:
    drawn = timeline([span(0), span(0, is_certain=False)], width=730, scope=SCOPE)
    assert not drawn.lanes[0].marks[0].is_certain


def test_entries_outside_the_scope_are_counted_and_not_drawn() -> None:
    drawn = timeline([span(-400), span(0), span(900)], width=730, scope=SCOPE)
    assert (drawn.outside, drawn.lanes[0].count) == (2, 1)


def test_a_range_that_begins_before_the_scope_is_cut_at_its_edge() -> None:
    drawn = timeline([span(-400, until=99)], width=730, scope=SCOPE)
    assert (drawn.lanes[0].marks[0].x, drawn.lanes[0].marks[0].width) == (0, 200)


def test_ticks_are_months_that_leave_room_for_their_labels() -> None:
    wide = ticks(Scale(FIRST, LAST, 0, 1200), 64)
    assert [tick.label for tick in wide][:2] == ["Jan 2009", "Feb 2009"]
    assert len(wide) == 12
    narrow = ticks(Scale(FIRST, LAST, 0, 260), 64)
    assert [tick.label for tick in narrow] == ["Jan 2009", "Apr 2009", "Jul 2009", "Oct 2009"]


def test_ticks_of_many_years_are_years_and_begin_inside_the_scope() -> None:
    scale = Scale(date(2007, 6, 15), date(2014, 5, 31), 0, 700)
    labels = [tick.label for tick in ticks(scale, 64)]
    assert labels == ["2008", "2009", "2010", "2011", "2012", "2013", "2014"]
    assert all(0 <= tick.x < 700 for tick in ticks(scale, 64))


def test_gaps_are_bands_across_the_lanes() -> None:
    gap = (FIRST, FIRST + timedelta(100), "100 days")
    drawn = timeline([span(0)], width=730, scope=SCOPE, bands=[gap])
    assert [(band.x, band.width, band.label) for band in drawn.bands] == [(0, 200, "100 days")]
