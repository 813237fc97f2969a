"""Times of day as records write them, one form a line."""

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronology.dates import Precision, read_time, read_when
from tests.chronology.invented_words import TIME_SHAPES

ABOVE = read_when("10/05/2009")
DAY = "2009-05-22 2009-05-22"


@pytest.mark.parametrize(
    ("words", "at", "until", "precision"),
    [
        ("1255", "12:55", None, "exact"),
        ("1255hrs", "12:55", None, "exact"),
        ("12:55", "12:55", None, "exact"),
        ("12.55", "12:55", None, "exact"),
        ("12.55pm", "12:55", None, "exact"),
        ("12.05 a.m.", "00:05", None, "exact"),
        ("9:05:00", "09:05", None, "exact"),
        ("5pm", "17:00", None, "exact"),
        ("5 p.m.", "17:00", None, "exact"),
        ("12am", "00:00", None, "exact"),
        ("17h30", "17:30", None, "exact"),
        ("930hrs", "09:30", None, "exact"),
        ("noon", "12:00", None, "exact"),
        ("12 noon", "12:00", None, "exact"),
        ("Midnight", "00:00", None, "exact"),
        ("24:00", "00:00", None, "exact"),
        ("half past 3 pm", "15:30", None, "exact"),
        ("14:00-15:30", "14:00", "15:30", "exact"),
        ("10am to 11am", "10:00", "11:00", "exact"),
        ("2-3pm", "14:00", "15:00", "exact"),
        ("11-1pm", "11:00", "13:00", "exact"),
        ("between 1400 and 1500", "14:00", "15:00", "exact"),
        ("approx 1400", "14:00", None, "approximate"),
        ("approx 2pm", "14:00", None, "approximate"),
        ("c. 14.00", "14:00", None, "approximate"),
        ("2pm ish", "14:00", None, "approximate"),
        ("14:00?", "14:00", None, "approximate"),
        *(
            (w, None, None, "part_of_day")
            for w in (
                "am",
                "p.m.",
                "morning",
                "Afternoon",
                "evening",
                "late evening",
                "early hours",
                "overnight",
                "after school",
                "lunchtime",
                "during the night",
            )
        ),
        *((w, None, None, "") for w in ("", "-", "n/k", "not known", "?", "25:70", "99")),
    ],
)
def test_times_are_told_in_many_ways(words, at, until, precision):
    clock = read_time(words)
    assert (
        clock.at and f"{clock.at:%H:%M}",
        clock.until and f"{clock.until:%H:%M}",
        str(clock.precision),
    ) == (at, until, precision)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("22/05/2009 14:30", "14:30 exact"),
        ("22/05/2009\n1430hrs", "14:30 exact"),
        ("22 May 2009 at 2.30pm", "14:30 exact"),
        ("22nd May 2009 1430", "14:30 exact"),
        ("22.05.09 approx 2pm", "14:00 approximate"),
        ("14:30 22/05/2009", "14:30 exact"),
        ("2009-05-22T14:30:00", "14:30 exact"),
        ("22/05/2009 (14.30)", "14:30 exact"),
        ("22 May 09 am", " part_of_day"),
        ("Fri 22 May 2009, late evening", " part_of_day"),
        ("22/05/2009 10am to 11am", "10:00 exact"),
    ],
)
def test_a_time_may_stand_in_the_cell_for_the_date(words, expected):
    when = read_when(words)
    at = f"{when.at:%H:%M}" if when.at else ""
    assert (when.start, when.precision) == (date(2009, 5, 22), Precision.DAY)
    assert f"{at} {when.time_precision}" == expected


def test_a_time_alone_is_the_same_day_as_above():
    when = read_when("4.20pm", above=ABOVE)
    assert (when.start, when.at, when.is_same_as_above) == (ABOVE.start, time(16, 20), True)
    assert read_when("2000", above=ABOVE, has_times=True).at == time(20)
    assert read_when("2009", above=ABOVE, has_times=True).precision is Precision.YEAR


@given(st.integers(0, 23), st.integers(0, 59), st.sampled_from(TIME_SHAPES))
def test_every_minute_is_read_back_from_every_shape(hour, minute, shape):
    assert read_time(shape(hour, minute)[0]).at == time(hour, minute)
