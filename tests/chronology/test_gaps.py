from datetime import date, timedelta

from chronology.dates import Precision
from chronology.gaps import (
    Contact,
    last_heard,
    last_seen,
    missed_runs,
    silence,
    spans,
    spans_by_agency,
    spans_by_person,
    spans_not_heard,
    spans_not_seen,
    spans_not_seen_alone,
)

FIRST = date(2009, 1, 1)


def contact(day: int, id_: str = "", until: int | None = None, **more: object) -> Contact:
    start = FIRST + timedelta(day)
    end = FIRST + timedelta(day if until is None else until)
    return Contact(id_ or f"on {day}", str(more.pop("agency", "HV")), start, end, **more)


def test_days_run_from_one_contact_to_the_next() -> None:
    (gap,) = spans([contact(0, "a"), contact(94, "b")])
    assert (gap.days, gap.before, gap.after) == (94, "a", "b")
    assert (gap.start, gap.end) == (FIRST, FIRST + timedelta(94))


def test_the_longest_comes_first_and_the_earlier_of_equals() -> None:
    gaps = spans(contact(day) for day in (0, 10, 20, 50))
    assert [(gap.days, gap.before) for gap in gaps] == [(30, "on 20"), (10, "on 0"), (10, "on 10")]


def test_order_of_the_entries_does_not_matter() -> None:
    days = (50, 0, 20, 10)
    assert spans(contact(day) for day in days) == spans(contact(day) for day in sorted(days))


def test_a_contact_of_several_days_leaves_no_gap_until_its_last_day() -> None:
    gaps = spans([contact(0, "in hospital", until=30), contact(5, "visit"), contact(40, "home")])
    assert [(gap.days, gap.before, gap.after) for gap in gaps] == [(10, "in hospital", "home")]


def test_a_month_or_a_guess_proves_no_day() -> None:
    rows = [contact(0), contact(50), contact(100)]
    for precision in (Precision.MONTH, Precision.YEAR, Precision.APPROXIMATE):
        rows[1] = contact(50, precision=precision)
        assert [gap.days for gap in spans(rows)] == [100]
    rows[1] = contact(50, precision=Precision.RANGE)
    assert [gap.days for gap in spans(rows)] == [50, 50]


def test_entries_outside_the_scope_end_no_gap() -> None:
    rows = [contact(day) for day in (0, 10, 30)]
    scope = (FIRST, FIRST + timedelta(20))
    assert [gap.days for gap in spans(rows, scope=scope)] == [10]
    assert [gap.days for gap in spans(rows, scope=(FIRST + timedelta(5), None))] == [20]


def test_short_gaps_and_all_but_the_longest_can_be_left_out() -> None:
    rows = [contact(day) for day in (0, 10, 30, 60)]
    assert [gap.days for gap in spans(rows, at_least=20)] == [30, 20]
    assert [gap.days for gap in spans(rows, longest=1)] == [30]


def test_of_several_contacts_on_one_day_the_first_given_is_named() -> None:
    (gap,) = spans([contact(0, "a"), contact(0, "b"), contact(9, "c"), contact(9, "d")])
    assert (gap.before, gap.after) == ("a", "c")


def test_each_agency_has_gaps_of_its_own() -> None:
    rows = [contact(day, agency=who) for day, who in ((0, "HV"), (5, "GP"), (10, "HV"), (25, "GP"))]
    by_agency = spans_by_agency(rows)
    assert {who: [gap.days for gap in gaps] for who, gaps in by_agency.items()} == {
        "HV": [10],
        "GP": [20],
    }


def test_each_person_has_gaps_of_their_own() -> None:
    rows = [
        contact(0, people=("Child A", "Sibling 1")),
        contact(5, people=("Sibling 1",)),
        contact(30, people=("Child A",)),
    ]
    by_person = spans_by_person(rows)
    assert [gap.days for gap in by_person["Child A"]] == [30]
    assert [gap.days for gap in by_person["Sibling 1"]] == [5]


def test_not_seen_counts_from_one_sight_of_the_child_to_the_next() -> None:
    rows = [
        contact(0, child_seen=True, seen_from="column"),
        contact(10, child_seen=False, seen_from="column"),
        contact(20, child_seen=None),
        contact(30, child_seen=True, seen_from="implied"),
        contact(70, child_seen=True, seen_from="column"),
    ]
    assert [gap.days for gap in spans_not_seen(rows)] == [40, 30]
    assert [gap.days for gap in spans_not_seen(rows, by_column_only=True)] == [70]


def test_alone_and_heard_are_counted_apart() -> None:
    rows = [
        contact(0, child_seen=True, seen_alone=True, child_heard=True),
        contact(10, child_seen=True, child_heard=True),
        contact(30, child_seen=True, seen_alone=True),
    ]
    assert [gap.days for gap in spans_not_seen_alone(rows)] == [30]
    assert [gap.days for gap in spans_not_heard(rows)] == [10]
    assert last_seen(rows) is rows[2]
    assert last_heard(rows) is rows[1]


def test_nobody_seen_or_heard_is_no_last_contact() -> None:
    assert last_seen([contact(0)]) is None
    assert last_heard([]) is None


def test_missed_appointments_run_until_one_is_kept() -> None:
    days = [
        (0, True),
        (10, True),
        (20, False),
        (30, True),
        (40, True),
        (50, True),
        (60, False),
        (70, True),
    ]
    rows = [contact(day, is_missed=missed) for day, missed in days]
    rows.append(contact(15, "another agency's", agency="GP"))
    longest, shorter = missed_runs(rows)
    assert (longest.count, longest.first, longest.last) == (3, rows[3].start, rows[5].start)
    assert shorter.count == 2


def test_silence_answers_all_at_once() -> None:
    rows = [contact(day, child_seen=day != 10, child_heard=day == 0) for day in (0, 10, 40)]
    everything = silence(rows)
    assert [gap.days for gap in everything.all_agencies] == [30, 10]
    assert [gap.days for gap in everything.not_seen] == [40]
    assert everything.by_agency["HV"] == everything.all_agencies
    assert everything.last_heard is rows[0]
