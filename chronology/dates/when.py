"""When an entry happened, as it stands on an agency's record and as far as it is known."""

from datetime import date, time
from enum import StrEnum
from typing import NamedTuple


class Precision(StrEnum):
    """How much of the date the record gives."""

    DAY = "day"
    RANGE = "range"
    MONTH = "month"
    YEAR = "year"
    APPROXIMATE = "approximate"


class TimePrecision(StrEnum):
    """How much of the time the record gives; empty where it gives none."""

    NONE = ""
    EXACT = "exact"
    APPROXIMATE = "approximate"
    PART_OF_DAY = "part_of_day"


class When(NamedTuple):
    """Days from `start` to `end` are possible, or taken up; the record's words are kept.

    A named tuple, as thousands are made of one file, each in a tenth of a frozen dataclass's time.
    """

    start: date
    end: date
    precision: Precision
    raw: str
    at: time | None = None
    until: time | None = None
    time_precision: TimePrecision = TimePrecision.NONE
    time_raw: str = ""
    is_same_as_above: bool = False
    is_year_inferred: bool = False
    is_uncertain: bool = False
    is_weekday_wrong: bool = False
    is_time_impossible: bool = False


class UnreadableWhen(Exception):
    """No day can be read; `reason` is a slug, the message a sentence that says how to mend it."""

    def __init__(self, reason: str, sentence: str) -> None:
        super().__init__(sentence)
        self.reason = reason
        self.sentence = sentence
