"""A paper as what stands in it, one block under another, whatever it will be written in."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Heading:
    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Words:
    """A paragraph."""

    text: str


@dataclass(frozen=True, slots=True)
class Grid:
    """A table with a caption; the first column names the rows."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing as SVG, and what it shows in words."""

    svg: str
    says: str


Block = Heading | Words | Grid | Picture


@dataclass(frozen=True, slots=True)
class Paper:
    """`notes` stand under the title; `marking` at the head of every page."""

    title: str
    board: str
    marking: str
    notes: tuple[str, ...]
    blocks: tuple[Block, ...]
