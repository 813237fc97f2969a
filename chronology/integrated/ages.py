"""How old each child was on a day, in words."""

from collections.abc import Iterable
from datetime import date

from reviews.models import Child


def ages_in_words(children: Iterable[Child], on: date) -> list[tuple[str, str]]:
    """Return (label, age) of each child whose birth is known."""
    return []
