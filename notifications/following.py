"""Which boards follow which ladder."""

from dataclasses import dataclass

from django.db.models import Q

from notifications.ladder import Ladder
from notifications.models import BoardLadder


@dataclass(frozen=True, slots=True)
class Following:
    """A ladder and those who follow it: the boards `only`, or all `but` some."""

    ladder: Ladder
    only: tuple[int, ...] = ()
    but: tuple[int, ...] = ()
    back: tuple[int, ...] = ()  # of those who follow it, the boards that once had another

    def boards(self, to_board: str = "review__board") -> Q:
        """Return the condition that a row is of a board that follows the ladder."""
        if self.only:
            return Q(**{f"{to_board}__in": self.only})
        return ~Q(**{f"{to_board}__in": self.but}) if self.but else Q()

    def edited_boards(self) -> tuple[int, ...]:
        """Return the boards that follow it by a decision of theirs."""
        return self.only + self.back


def followings(default: Ladder) -> list[Following]:
    """Return each distinct ladder with its boards; every board is in exactly one.

    Most boards have the default, which is why it is the one that names those who do not.
    """
    boards: dict[Ladder, list[int]] = {}
    for version in BoardLadder.objects.newest().order_by("board"):
        ladder = default if version.is_default else version.ladder
        boards.setdefault(ladder, []).append(version.board_id)
    back = tuple(boards.pop(default, ()))
    others = tuple(pk for pks in boards.values() for pk in pks)
    own = [Following(ladder, only=tuple(pks)) for ladder, pks in boards.items()]
    return [Following(default, but=others, back=back), *own]
