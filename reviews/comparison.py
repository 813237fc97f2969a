"""Two texts: what was added and what was removed, by paragraphs and then by words."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal

WORDS_AT_ONCE = (
    3000  # beyond this, changed paragraphs are shown whole: matching grows as the square
)
PIECES = re.compile(r"\s+|[^\s]+")


@dataclass(frozen=True)
class Piece:
    """A stretch of text that both have, or only the later or the earlier one."""

    kind: Literal["same", "added", "removed"]
    text: str


def compared(before: str, after: str) -> list[Piece]:
    """Return the pieces which together read as both texts."""
    pieces: list[Piece] = []
    for old, new in _blocks(_paragraphs(before), _paragraphs(after)):
        if old == new:
            pieces.append(Piece("same", "".join(old)))
        else:
            pieces += _words("".join(old), "".join(new))
    return pieces


def both_of(theirs: str, mine: str) -> str:
    """Return a text with every paragraph of either: where they differ, theirs first."""
    kept: list[str] = []
    for old, new in _blocks(theirs.splitlines(), mine.splitlines()):
        kept += old if old == new else [*old, *new]
    return "\n".join(kept)


def _paragraphs(text: str) -> list[str]:
    return text.replace("\r\n", "\n").splitlines(keepends=True)


def _blocks(
    before: Sequence[str], after: Sequence[str]
) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for _tag, start, end, from_, to in matcher.get_opcodes():
        yield before[start:end], after[from_:to]


def _words(before: str, after: str) -> list[Piece]:
    old, new = PIECES.findall(before), PIECES.findall(after)
    if len(old) + len(new) > WORDS_AT_ONCE:
        return _changed(before, after)
    pieces: list[Piece] = []
    gone, come = "", ""
    for was, is_now in _blocks(old, new):
        text = "".join(was)
        if was == is_now and (text.strip() or not (gone or come)):
            pieces += [*_changed(gone, come), Piece("same", text)]
            gone, come = "", ""
        else:  # a space between two changed words belongs to the change
            gone, come = gone + text, come + "".join(is_now)
    return [*pieces, *_changed(gone, come)]


def _changed(gone: str, come: str) -> list[Piece]:
    both = (Piece("removed", gone), Piece("added", come))
    return [piece for piece in both if piece.text]
