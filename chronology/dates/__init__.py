"""When an entry happened: the words of the record, read as days and times.

The day stands before the month. What a record gives is a first and a last day and a precision:

- a day: that day; a month: its first and last; a year: 1 January to 31 December; so with “during”;
- 22-25/05/2009, May to July 2009, 2007-2009: the first day to the last (range);
- w/c, week commencing: seven days from that day; w/e, week ending: seven days up to it (range);
- early, mid, late (beginning, middle, end of) a month: 1-10, 11-20, 21 to its end; of a year: four
  months each; of a season: a third each (approximate);
- the first week of May: 1-7, the second 8-14, the last: the last seven days (approximate);
- the first half of May: 1-15; of a year: six months (approximate);
- spring March to May, summer June to August, autumn September to November, winter December to the
  end of February (approximate);
- autumn term September to December, spring term January to March, summer term April to July; the
  academic year from 1 September, the financial year from 1 April (approximate);
- Christmas 20-31 December, Easter from Good Friday to Easter Monday; Q1 January to March …;
- ?, approx, circa, about, possibly: the day or month itself (approximate);
- before, by, after, since, onwards, to date: the day or month named (approximate);
- 22 May without a year: the year that follows the row above, the way the file runs, or that of the
  banner, sheet or line above the table; the 22nd alone: in the month above it;
- nothing, a dash, ", ditto, as above, same day: the days of the row above.
"""

from chronology.dates.edges import edge_of
from chronology.dates.read import newest_year, read_alone, read_by_itself, read_when
from chronology.dates.times import Clock, read_time
from chronology.dates.when import Precision, TimePrecision, UnreadableWhen, When

__all__ = [
    "Clock",
    "Precision",
    "TimePrecision",
    "UnreadableWhen",
    "When",
    "edge_of",
    "newest_year",
    "read_alone",
    "read_by_itself",
    "read_time",
    "read_when",
]
