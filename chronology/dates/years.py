"""The newest year that two figures can mean."""

from datetime import UTC, datetime
from functools import lru_cache
from time import time as clock_time


@lru_cache(maxsize=1)
def _year_on(day: int) -> int:
    return datetime.fromtimestamp(day * 86_400, UTC).year


def newest_year() -> int:
    """Two-digit years are read as no later than next year."""
    return _year_on(int(clock_time() // 86_400)) + 1
