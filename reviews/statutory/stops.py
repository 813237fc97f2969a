"""Whether a question to an agency stops the clock of a review."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from reviews.statutory.rules import Guidance, Mark

DATA = Path(__file__).with_name("stops.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """What one guidance says; `instead` is what is done where the clock runs on."""

    may_stop: bool
    instead: str
    mark: Mark


STOPS: dict[str, Stop] = {
    slug: Stop(**(row | {"mark": Mark(row["mark"])}))
    for slug, row in tomllib.loads(DATA.read_text(encoding="utf-8")).items()
}


def said_of_stops(guidance: Guidance) -> str:
    """Return the sentence that stands beside the questions to an agency."""
    stop = STOPS[guidance.slug]
    if stop.may_stop:
        return f"Under {guidance.name}, the clock rests until the agency has answered."
    return (
        f"A question stops no clock. {guidance.name} does not provide for it: the review’s dates "
        f"run on, and where one cannot be met {stop.instead}."
    )
