"""A text in blocks: what the minutes and the papers are made of, before they are set."""

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Any, Literal, NotRequired, TypedDict

TYP = Path(__file__).with_name("typ")


class Block(TypedDict):
    """A heading, paragraph, bullet or table; `level` is of headings, `rows` of tables."""

    kind: Literal["heading", "text", "bullet", "table"]
    text: NotRequired[str]
    level: NotRequired[int]
    rows: NotRequired[list[list[str]]]
    has_head: NotRequired[bool]


def heading(text: str, level: int = 1) -> Block:
    return {"kind": "heading", "text": text, "level": level}


def text(words: str) -> Block:
    return {"kind": "text", "text": words}


def bullet(words: str) -> Block:
    return {"kind": "bullet", "text": words}


def table(rows: list[list[str]], *, has_head: bool = True) -> Block:
    """Return the rows, all made as long as the longest."""
    width = max((len(row) for row in rows), default=0)
    padded = [[*row, *[""] * (width - len(row))] for row in rows]
    return {"kind": "table", "rows": padded, "has_head": has_head}


@cache
def _sheet(name: str) -> bytes:
    return TYP.joinpath(name).read_bytes()


def typeset(sheet: str, content: dict[str, Any]) -> bytes:
    """Return the sheet of `typ/` set as a PDF, from data alone: no word is read as markup."""
    import typst

    return typst.compile(_sheet(sheet), sys_inputs={"content": json.dumps(content)})


def set_blocks(
    title: str, blocks: Sequence[Block], *, head: str = "", foot: str = "", notes: str = ""
) -> bytes:
    """Return the text as a PDF on A4; `head` and `foot` stand on every page."""
    content = {"title": title, "blocks": list(blocks), "head": head, "foot": foot, "notes": notes}
    return typeset("blocks.typ", content)
