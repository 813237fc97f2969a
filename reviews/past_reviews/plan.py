"""A file judged against what is kept: which rows to take, which are there already, which not."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from boards.models import Board
from reviews.models import Review
from reviews.models.history import EventName, out_of_order
from reviews.past_reviews.directory import Directory, UnknownBoard
from reviews.past_reviews.doubts import Doubt, doubts_about
from reviews.past_reviews.facts import COLUMN_OF, Facts, facts_of
from reviews.past_reviews.reading import OF_AN_EXTENSION, Row, Sheet
from reviews.statutory import PartialDate

Identity = tuple[int, str]
"""The board's id and the plain name of the review."""


@dataclass(frozen=True)
class Kept:
    """A review that was brought in before: its reference and its facts by column."""

    reference: str
    facts: dict[str, str]


@dataclass(frozen=True)
class Verdict:
    """What becomes of a row: refused for `reasons`, `kept` already, or taken with `doubts`.

    What is kept already and knew of no extension may be given one, and nothing else.
    """

    row: Row
    facts: Facts
    board: Board | None = None
    reasons: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    kept: str = ""
    extends: bool = False  # what is kept already has its extension from this row

    @property
    def is_refused(self) -> bool:
        return bool(self.reasons)

    @property
    def is_new(self) -> bool:
        return not self.reasons and not self.kept

    @property
    def name(self) -> str:
        return self.facts.name or self.row.cells.get("review_name", "")

    def refused(self, reasons: Iterable[str]) -> "Verdict":
        return replace(self, reasons=tuple(reasons))


def judge(sheet: Sheet, *, board: Board | None, on: date) -> list[Verdict]:
    """Return a verdict on every row, for one board's file or, without `board`, for all boards'.

    Reads the database and writes nothing; `on` is today.
    """
    directory = Directory(Board.objects.prefetch_related("authorities"))
    verdicts = [_judge_row(row, directory, board, on) for row in sheet.rows]
    kept = _kept({verdict.board for verdict in verdicts if verdict.board})
    return list(_compare(verdicts, kept))


def _judge_row(row: Row, directory: Directory, board: Board | None, on: date) -> Verdict:
    if row.complaint:
        return Verdict(row, Facts(), reasons=(row.complaint,))
    facts, reasons = facts_of(row.cells)
    doubts = doubts_about(facts)
    its_board = None
    try:
        its_board = directory.board_of(row.cells["lscb"], board)
        doubts = directory.doubts(row.cells, its_board) + doubts
    except UnknownBoard as unknown:
        reasons = [str(unknown), *reasons]
    reasons += _impossible(facts.dates, on)
    return Verdict(row, facts, its_board, tuple(reasons), () if reasons else tuple(doubts))


def _impossible(dates: Mapping[str, PartialDate], on: date) -> Iterator[str]:
    """Yield a sentence for each date that lies ahead and each pair that cannot be."""
    earlier: dict[str, PartialDate] = {}
    for event, day in dates.items():
        if day.earliest > on:
            yield (
                f"{COLUMN_OF[event]} is {day.spoken}, which lies in the future. "
                f"{EventName(event).label} has to be in the past."
            )
        yield from out_of_order(event, day, earlier)
        earlier[event] = day


def _kept(boards: Iterable[Board]) -> dict[Identity, Kept]:
    past = Review.objects.filter(is_past=True, board__in=boards)
    return {
        (board, source["key"]): Kept(reference, source["facts"])
        for board, reference, source in past.values_list("board_id", "reference", "source")
        if "key" in source
    }


def _compare(verdicts: list[Verdict], kept: Mapping[Identity, Kept]) -> Iterator[Verdict]:
    seen: dict[Identity, int] = {}
    for verdict in verdicts:
        if verdict.board is None or not verdict.facts.key:
            yield verdict
            continue
        identity = (verdict.board.pk, verdict.facts.key)
        first = seen.setdefault(identity, verdict.row.number)
        if first != verdict.row.number:
            twice = f"Row {first} has the same board and review_name: keep one of the two."
            yield verdict.refused([*verdict.reasons, twice])
        elif identity in kept and not verdict.reasons:
            yield _compared(verdict, kept[identity])
        else:
            yield verdict


def _compared(verdict: Verdict, kept: Kept) -> Verdict:
    """Return the verdict on a row that was brought in before: the same, extended, or refused."""
    facts = verdict.facts.by_column()
    # A row that says nothing of an extension takes none back.
    silent = set() if facts.keys() & {*OF_AN_EXTENSION} else {*OF_AN_EXTENSION}
    columns = [
        column
        for column in sorted((kept.facts.keys() | facts.keys()) - silent)
        if kept.facts.get(column) != facts.get(column)
    ]
    if not columns:
        return replace(verdict, kept=kept.reference, doubts=())
    if set(columns) == {*OF_AN_EXTENSION} and not kept.facts.keys() & {*OF_AN_EXTENSION}:
        return replace(verdict, kept=kept.reference, extends=True)
    differing = [
        f"{column} was {kept.facts.get(column) or 'empty'} and is now "
        f"{facts.get(column) or 'empty'}"
        for column in columns
    ]
    return verdict.refused(
        [
            f"It was brought in before as {kept.reference}, with other facts: "
            f"{'; '.join(differing)}. Correct the review itself, or restore the row."
        ]
    )
