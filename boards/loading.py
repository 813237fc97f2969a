"""The boards of England, as committed: 148 boards over 152 authorities, April 2011."""

import csv
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from django.db import transaction
from django.utils.text import slugify

from boards.models import Board, LocalAuthority

BOARDS = Path(__file__).with_name("data") / "lscbs.csv"


@dataclass(frozen=True)
class Listed:
    """A line of the list."""

    name: str
    code: str
    authorities: tuple[str, ...]
    region: str

    @property
    def slug(self) -> str:
        """Return the name in addresses: "east-sussex"."""
        return slugify(self.name.removesuffix(" LSCB"))


@dataclass(frozen=True)
class Loaded:
    """How many of the list were already there, and how many were added."""

    boards: int
    boards_added: int
    authorities: int
    authorities_added: int


def listed_boards() -> Iterator[Listed]:
    """Yield the boards of the list, in the order of their names."""
    with BOARDS.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            authorities = tuple(row["authorities"].split(";"))
            yield Listed(row["name"], row["code"], authorities, row["region"])


@transaction.atomic
def load_boards(only: Collection[str] | None = None) -> Loaded:
    """The boards of the list, or those with a slug in `only`, are there with their authorities.

    What is there already stays as it is, so that a board's own corrections are kept.
    """
    wanted = [one for one in listed_boards() if only is None or one.slug in only]
    there = set(Board.objects.values_list("slug", flat=True))
    added = Board.objects.bulk_create(
        Board(name=one.name, slug=one.slug, code=one.code, region=one.region)
        for one in wanted
        if one.slug not in there
    )
    boards = Board.objects.in_bulk([one.slug for one in wanted], field_name="slug")
    placed = set(LocalAuthority.objects.filter(until_on=None).values_list("name", flat=True))
    authorities = [(name, boards[one.slug]) for one in wanted for name in one.authorities]
    founded = LocalAuthority.objects.bulk_create(
        LocalAuthority(name=name, board=board) for name, board in authorities if name not in placed
    )
    return Loaded(len(wanted), len(added), len(authorities), len(founded))
