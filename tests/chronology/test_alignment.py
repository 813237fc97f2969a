"""Rows of a corrected file are known again, however they moved."""

import random
import time
from datetime import date, timedelta

from chronology.receiving.alignment import Row, align

WORDS = ["visit", "call", "letter", "clinic", "mother", "school", "police", "seen", "home", "rang"]


def rows(number: int, seed: int = 1) -> list[Row]:
    chance = random.Random(seed)
    return [
        Row(
            n,
            f"R{n + 2}",
            (day := date(2009, 1, 1) + timedelta(days=n // 3)),
            day,
            None,
            " ".join(chance.choices(WORDS, k=12)),
        )
        for n in range(number)
    ]


def again(some: list[Row], **changes: dict[int, str]) -> list[Row]:
    """Return the rows as a later file has them: numbered from the top."""
    events = changes.get("events", {})
    return [
        Row(n, f"R{n + 2}", one.start, one.end, one.time, events.get(one.id, one.event))
        for n, one in enumerate(some)
    ]


def test_the_same_rows_are_the_same():
    before = rows(50)
    assert align(before, again(before)) == {n: n for n in range(50)}


def test_rows_are_known_after_others_were_put_in_and_left_out():
    before = rows(50)
    kept = before[:10] + before[13:30] + before[31:]
    assert align(before, again(kept)) == {n: one.id for n, one in enumerate(kept)}


def test_rows_are_known_after_the_file_was_sorted_the_other_way():
    before = rows(50)
    back = before[::-1]
    assert align(before, again(back)) == {n: one.id for n, one in enumerate(back)}


def test_a_changed_row_is_known_beside_one_that_was_put_in():
    before = rows(20)
    now = again(before, events={7: before[7].event + " and the child was asleep"})
    new = Row(99, "R9", date(2011, 5, 5), date(2011, 5, 5), None, "Something else altogether.")
    now[7:7] = [new]
    pairs = align(before, now)
    assert pairs[7] == 7
    assert 99 not in pairs


def test_rows_that_say_the_same_are_paired_one_by_one_in_order():
    one = rows(1)[0]
    before = [Row(n, f"R{n}", one.start, one.end, None, "No answer.") for n in range(4)]
    pairs = align(before, [Row(n, f"R{n}", one.start, one.end, None, "No answer.") for n in (1, 3)])
    assert pairs == {1: 1, 3: 3}


def test_another_row_in_the_same_place_is_another_row():
    before = rows(3)
    other = Row(0, before[0].place, date(2012, 6, 1), date(2012, 6, 1), None, "Quite different.")
    assert 0 not in align(before, [other, *before[1:]])


def test_ten_thousand_rows_are_aligned_in_a_moment():
    before = rows(10_000)
    changed = {n: before[n].event + " later corrected" for n in range(0, 10_000, 7)}
    began = time.perf_counter()
    pairs = align(before, again(before[5:], events=changed))
    assert time.perf_counter() - began < 10
    assert all(before[then].id == now + 5 for now, then in pairs.items())
    assert len(pairs) == 9_995
