"""Which board a row belongs to: by its very name, never by the likeness of one."""

from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from boards.models import Board
from reviews.past_reviews.doubts import Doubt
from reviews.past_reviews.facts import plain

ENDINGS = (" local safeguarding children board", " safeguarding children board", " lscb")


class UnknownBoard(ValueError):
    """The row's board cannot be told, or is another than the one asked for."""


class Directory:
    """The boards by name; "Brighton & Hove LSCB" and "brighton and hove" are the same."""

    def __init__(self, boards: Iterable[Board]) -> None:
        self._boards: dict[str, Board] = {}
        self._likeness: dict[str, Board] = {}
        for board in boards:
            self._boards[short(board.name)] = board
            self._likeness[short(board.name)] = board
            for authority in board.authorities.all():
                self._likeness.setdefault(plain(authority.name), board)

    def board_of(self, name: str, asked: Board | None) -> Board:
        """Return the board of a row where the import is for `asked`, or for all boards."""
        if not name:
            if asked is None:
                raise UnknownBoard("lscb is empty: enter the board's name, or import for a board.")
            return asked
        found = self._boards.get(short(name))
        if found is None:
            raise UnknownBoard(self._no_such(name))
        if asked is not None and found != asked:
            raise UnknownBoard(f"The row is of {found}, and this import is for {asked}.")
        return found

    def _no_such(self, name: str) -> str:
        close = get_close_matches(short(name), self._likeness, n=1, cutoff=0.6)
        hint = f" Did you mean {self._likeness[close[0]]}?" if close else ""
        return f"lscb is “{name[:80]}”, and there is no board of that name.{hint}"

    def doubts(self, cells: Mapping[str, str], board: Board) -> list[Doubt]:
        """Return what is odd about the row's board and region."""
        doubts = []
        if not cells["lscb"]:
            doubts.append(("lscb", f"No board is given: taken as {board}, which is importing."))
        if cells["region"] and plain(cells["region"]) != plain(board.region):
            doubts.append(("region", f"{board} is in {board.region}, not {cells['region'][:60]}."))
        return doubts


def short(name: str) -> str:
    """Return a board's name without what all boards have in common."""
    name = plain(name)
    for ending in ENDINGS:
        name = name.removesuffix(ending)
    return name
