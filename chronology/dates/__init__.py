"""When an entry happened: the words of the record, read as days and times."""

from chronology.dates.read import read_alone, read_when
from chronology.dates.times import Clock, read_time
from chronology.dates.when import Precision, TimePrecision, UnreadableWhen, When

__all__ = [
    "Clock",
    "Precision",
    "TimePrecision",
    "UnreadableWhen",
    "When",
    "read_alone",
    "read_time",
    "read_when",
]
