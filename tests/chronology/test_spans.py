"""Less and more than a day, as records write it: each has a first and a last day."""

import pytest

from tests.chronology.dates_read import DAY, LATER, MAY, span


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        *(
            (w, f"{LATER} range")
            for w in (
                "22-25/05/2009",
                "22/05/2009 - 25/05/2009",
                "22/05/09-25/05/09",
                "22-25.05.09",
                "22 - 25 May 2009",
                "22/5 – 25/5/09",
                "22–25 May 2009",
                "22nd to 25th May 2009",
                "22 May 2009 to 25 May 2009",
                "22 May – 25 May 2009",
                "Fri 22 - Mon 25 May 2009",
                "Friday 22 May to Monday 25 May 2009",
                "between 22/05/2009 and 25/05/2009",
                "from 22/05/2009 until 25/05/2009",
                "22/05 & 25/05/2009",
                "22, 23 & 25 May 2009",
                "22-05-2009 - 25-05-2009",
                "22/05/2009 through 25/05/2009",
            )
        ),
        *(
            (w, f"{MAY} month")
            for w in (
                "May 2009",
                "May-09",
                "05/2009",
                "MAY 09",
                "May '09",
                "2009-05",
                "05.2009",
                "month of May 2009",
                "xx/05/2009",
                "??/05/2009",
                "-- May 2009",
            )
        ),
        *(
            (w, f"{DAY} approximate")
            for w in (
                "?22 may 2009",
                "22 may 2009 ?",
                "22/05/2009 (?)",
                "approx 22/05/09",
                "approx. 22/05/2009",
                "circa 22/05/2009",
                "c.22/05/2009",
                "c 22 May 2009",
                "~22/05/2009",
                "about 22/05/2009",
                "on or around 22/05/2009",
                "22/05/2009 (approx)",
                "possibly 22/05/2009",
                "by 22/05/2009",
                "before 22/05/2009",
                "since 22/05/2009",
                "from 22/5/09 onwards",
                "22/05/2009 - ongoing",
                "22/05/2009 to date",
            )
        ),
        *(
            (w, f"{MAY} approximate")
            for w in (
                "c. May 2009",
                "?May 2009",
                "around May 2009",
                "sometime in May 2009",
                "May 2009?",
            )
        ),
        ("2009", "2009-01-01 2009-12-31 year"),
        ("circa 2009", "2009-01-01 2009-12-31 approximate"),
        ("date unknown 2009?", "2009-01-01 2009-12-31 approximate"),
        ("w/c 18/05/2009", "2009-05-18 2009-05-24 range"),
        ("WC Mon 18th May 2009", "2009-05-18 2009-05-24 range"),
        ("week commencing 18 May 2009", "2009-05-18 2009-05-24 range"),
        ("w/e 24/05/09", "2009-05-18 2009-05-24 range"),
        ("early May 2009", "2009-05-01 2009-05-10 approximate"),
        ("beginning of May 2009", "2009-05-01 2009-05-10 approximate"),
        ("mid-May 2009", "2009-05-11 2009-05-20 approximate"),
        ("Late May 2009", "2009-05-21 2009-05-31 approximate"),
        ("end of Feb 2008", "2008-02-21 2008-02-29 approximate"),
        ("early to mid May 2009", "2009-05-01 2009-05-20 approximate"),
        ("first week of May 2009", "2009-05-01 2009-05-07 approximate"),
        ("second half of May 2009", "2009-05-16 2009-05-31 approximate"),
        ("early 2009", "2009-01-01 2009-04-30 approximate"),
        ("Spring 2009", "2009-03-01 2009-05-31 approximate"),
        ("summer 2009", "2009-06-01 2009-08-31 approximate"),
        ("Autumn '09", "2009-09-01 2009-11-30 approximate"),
        ("Winter 2008/09", "2008-12-01 2009-02-28 approximate"),
        ("winter 2007-08", "2007-12-01 2008-02-29 approximate"),
        ("Autumn term 2009", "2009-09-01 2009-12-31 approximate"),
        ("Easter 2009", "2009-04-10 2009-04-13 approximate"),
        ("Christmas Day 2009", "2009-12-25 2009-12-25 day"),
        ("Q1 2009", "2009-01-01 2009-03-31 approximate"),
        ("academic year 2008/09", "2008-09-01 2009-08-31 approximate"),
        ("financial year 2008/09", "2008-04-01 2009-03-31 approximate"),
        ("1990s", "1990-01-01 1999-12-31 approximate"),
        ("May to July 2009", "2009-05-01 2009-07-31 range"),
        ("Dec 2008 - Jan 2009", "2008-12-01 2009-01-31 range"),
        ("30 Dec - 2 Jan 2009", "2008-12-30 2009-01-02 range"),
        ("28 Feb - 1 Mar 2008", "2008-02-28 2008-03-01 range"),
        ("2007-2009", "2007-01-01 2009-12-31 range"),
        ("13/09/61", "1961-09-13 1961-09-13 day"),
    ],
)
def test_less_and_more_than_a_day_has_a_first_and_a_last_day(words, expected):
    assert span(words) == expected
