"""The themes under which reviews are coded: a list for all boards, as each board has worded it."""

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from django.db.models import Count

from boards.models import Board, User
from reviews.models.theme import BoardTheme, ShownTheme
from reviews.signals import themes_marked

if TYPE_CHECKING:
    from reviews.known import Known
    from reviews.models import Review

DATA = Path(__file__).with_name("data") / "themes.toml"
OWN = "own"
OWN_NAME = "Your board’s own"


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedTheme:
    """A code with its name. `words` are what a panel may call the same thing."""

    code: str
    name: str
    group: str = OWN
    words: tuple[str, ...] = ()
    is_offered: bool = True

    def is_called(self, text: str) -> bool:
        """Return whether the text speaks of the theme, by its name or by one of its words."""
        said = text.casefold()
        called = (self.name.casefold(), *self.words)
        return any(re.search(rf"(?<!\w){re.escape(each)}(?!\w)", said) for each in called)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What the panel called a run of rows in the chronology, and the code that fits, or ""."""

    name: str
    code: str = ""


@cache
def _groups() -> tuple[dict, ...]:
    return tuple(tomllib.loads(DATA.read_text(encoding="utf-8"))["groups"])


@cache
def starting_list() -> tuple[CodedTheme, ...]:
    """Return the themes that every board begins with."""
    return tuple(
        CodedTheme(
            code=row["code"], name=row["name"], group=group["code"], words=tuple(row["words"])
        )
        for group in _groups()
        for row in group["themes"]
    )


def group_names() -> dict[str, str]:
    """Return {group: name} in the order in which the themes are shown."""
    return {group["code"]: group["name"] for group in _groups()} | {OWN: OWN_NAME}


def themes_of(board: Board | int) -> list[CodedTheme]:
    """Return every theme of the board in its wording, withdrawn ones too; its own stand last."""
    wordings = {each.code: each for each in BoardTheme.objects.current().filter(board=board)}
    themes = []
    for theme in starting_list():
        worded = wordings.pop(theme.code, None)
        said = {"name": worded.name, "is_offered": worded.is_offered} if worded else {}
        themes.append(replace(theme, **said))
    return themes + [
        CodedTheme(code=code, name=each.name, is_offered=each.is_offered)
        for code, each in sorted(wordings.items(), key=lambda own: own[1].name)
    ]


def offered_by(board: Board | int) -> list[CodedTheme]:
    """Return the themes that reviews of the board can be coded with."""
    return [theme for theme in themes_of(board) if theme.is_offered]


def names_in(boards: Iterable[Board]) -> dict[str, str]:
    """Return {code: name} of the boards together: one board's wording, or else the common one."""
    boards = list(boards)
    if len(boards) == 1:
        return {theme.code: theme.name for theme in themes_of(boards[0])}
    common = {theme.code: theme.name for theme in starting_list()}
    own = BoardTheme.objects.current().filter(board__in=boards).exclude(code__in=common)
    return common | dict(own.order_by("name").values_list("code", "name"))


def wordings() -> dict[tuple[int | None, str], str]:
    """Return {(board, code): name} wherever a board has worded one, and {(None, code): name}."""
    worded = BoardTheme.objects.current().values_list("board", "code", "name")
    return {(None, theme.code): theme.name for theme in starting_list()} | {
        (board, code): name for board, code, name in worded
    }


def suggestions_for(review: "Review", user: User) -> list[Suggestion]:
    """Return what is marked in the chronology, as far as the person reads it, with the code."""
    answers = themes_marked.send(sender=type(review), review=review, user=user)
    offered = offered_by(review.board_id)
    return [
        Suggestion(name, next((theme.code for theme in offered if theme.is_called(name)), ""))
        for _receiver, names in answers
        for name in names or ()
    ]


def themes_stand(known: "Known") -> str:
    """Return "Domestic abuse, Neglect and 2 more"; how the themes stand in the case file."""
    review = known.review
    if not known.tally.themes_shown:
        return "None coded yet"
    codes = set(review.shown_themes.standing().values_list("code", flat=True))
    shown = [theme.name for theme in themes_of(review.board_id) if theme.code in codes]
    more = len(shown) - 2
    return f"{', '.join(shown[:2])} and {more} more" if more > 0 else ", ".join(shown)


def recurring(review: "Review", user: User) -> dict[str, int]:
    """Return {code: how many other reviews of the board show it}, of those the person may see."""
    from reviews.models import Review

    others = Review.objects.visible_to(user).filter(board=review.board_id).exclude(pk=review.pk)
    shown = ShownTheme.objects.standing().filter(review__in=others).order_by()
    return dict(shown.values_list("code").annotate(Count("review")))
