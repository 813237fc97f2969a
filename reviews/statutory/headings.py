"""The headings under which a review is evaluated, with the questions to ask oneself beforehand."""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from reviews.statutory.rules import Mark

DATA = Path(__file__).with_name("headings.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    code: str
    name: str
    mark: Mark
    prompts: tuple[str, ...]


def _read(path: Path) -> tuple[Heading, ...]:
    rows = tomllib.loads(path.read_text(encoding="utf-8"))["headings"]
    return tuple(
        Heading(mark=Mark(row.pop("mark")), prompts=tuple(row.pop("prompts")), **row)
        for row in rows
    )


HEADINGS = _read(DATA)
