"""What an agency's report is read against: committed headings, and the review's own questions."""

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviews.models import Review

DATA = Path(__file__).with_name("checklist.toml")


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A heading of the checklist; `prompt` says what to look for."""

    code: str
    heading: str
    prompt: str = ""


def _read(path: Path) -> tuple[Item, ...]:
    return tuple(Item(**row) for row in tomllib.loads(path.read_text(encoding="utf-8"))["item"])


ITEMS = _read(DATA)


def items_for(review: "Review") -> tuple[Item, ...]:
    """Return the checklist, with a key question of the agreed terms after the terms themselves."""
    return (ITEMS[0], *questions_of(review), *ITEMS[1:])


def questions_of(review: "Review") -> tuple[Item, ...]:
    """Return the key questions of the terms agreed last, none where there are none."""
    terms = review.terms.agreed().last()
    if terms is None:
        return ()
    return tuple(
        Item(code=f"terms-{terms.version}-{number}", heading=question[:300])
        for number, question in enumerate(terms.key_questions, 1)
    )
