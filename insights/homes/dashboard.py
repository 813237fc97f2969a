"""A board in numbers: what is overdue and due soon, by stage, owner and agency."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, F, Q
from django.db.models.functions import Coalesce
from django.urls import reverse

from boards.models import Board, User
from boards.roles import Chair, Manager
from insights.deadlines import deadlines_for
from insights.filters import NOBODY, STAGES, boards_seen
from insights.homes.sections import Dashboard, Number, Table
from insights.reviews import reviews_for
from reviews.states import State

Row = dict[str, Any]
WHEN = {"overdue": "Overdue", "7": "Due within 7 days", "28": "Due within 28 days"}
HEADS = ["Overdue", "In 7 days", "In 28 days"]  # of WHEN, as narrow as a telephone's screen
TONES = {"overdue": "overdue", "7": "soon", "28": "later"}
REVIEWS = "Reviews"


def dashboards(user: User, *, on: date) -> list[Dashboard]:
    """Return one for each board that the user manages or chairs; two queries for all of them."""
    seats = [seat for seat in user.seats() if seat.role in {Manager.slug, Chair.slug}]
    boards = sorted({seat.board for seat in seats}, key=lambda board: board.name)
    if not boards:
        return []
    owed, reviews = _owed(user, boards, on), _reviews(user, boards)
    has_others = len(boards_seen(user)) > 1
    return [
        Figures(
            title=board.name,
            scope={"board": board.slug} if has_others else {},
            owed=[row for row in owed if row["board"] == board.pk],
            reviews=[row for row in reviews if row["board"] == board.pk],
        ).dashboard()
        for board in boards
    ]


def counts(on: date) -> dict[str, Count]:
    """Return what counts deadlines that are owed by each of WHEN, on the day `on`."""

    def within(days: int) -> Count:
        return Count("pk", filter=Q(due_on__range=(on, on + timedelta(days=days))))

    return {"overdue": Count("pk", filter=Q(due_on__lt=on)), "7": within(7), "28": within(28)}


def _owed(user: User, boards: list[Board], on: date) -> list[Row]:
    """Return how many deadlines each stage, owner and agency has of each of WHEN."""
    rows = deadlines_for(user).open().filter(review__board__in=boards).order_by()
    return list(
        rows.filter(due_on__lte=on + timedelta(days=28))
        .values(
            "stage",
            board=F("review__board"),
            owner=F("review__owner"),
            owner_name=F("review__owner__full_name"),
            agency=Coalesce("commission__agency", "question__commission__agency"),
            agency_name=Coalesce("commission__agency__name", "question__commission__agency__name"),
        )
        .annotate(**counts(on))
    )


def _reviews(user: User, boards: list[Board]) -> list[Row]:
    """Return how many current reviews each stage and owner has."""
    rows = reviews_for(user).filter(board__in=boards, is_past=False).order_by()
    groups = rows.values("stage", "board", "owner", owner_name=F("owner__full_name"))
    return list(groups.annotate(**{REVIEWS: Count("pk")}))


@dataclass(frozen=True)
class Figures:
    """The counts of one board; `scope` is what its links say beside their own filter."""

    title: str
    scope: dict[str, str]
    owed: list[Row]
    reviews: list[Row]

    def dashboard(self) -> Dashboard:
        numbers = [(when, self.number(self.owed, when)) for when in WHEN]
        tiles = [
            {"number": n.count, "text": WHEN[when], "href": n.href, "tone": TONES[when]}
            for when, n in numbers
        ]
        current = self.number(self.reviews, REVIEWS)
        everything = {"number": current.count, "text": "Reviews in the portal"}
        tiles.append({**everything, "href": current.href})
        tables = [self.by_stage(), self.by_owner(), self.by_agency()]
        return Dashboard(self.title, tiles, [table for table in tables if table.lines])

    def by_stage(self) -> Table:
        found = {row["stage"] for row in [*self.owed, *self.reviews]}
        lines = [
            (STAGES[stage], self.line("stage", stage, "state", stage))
            for stage in State
            if stage in found
        ]
        return Table("Stage", [*HEADS, REVIEWS], lines)

    def by_owner(self) -> Table:
        names = _names("owner", [*self.owed, *self.reviews])
        lines = [
            (name, self.line("owner", owner, "owner", str(owner or NOBODY)))
            for owner, name in names
        ]
        return Table("Owner", [*HEADS, REVIEWS], lines)

    def by_agency(self) -> Table:
        names = [(pk, name) for pk, name in _names("agency", self.owed) if pk]
        lines = [
            (name, self.line("agency", agency, "agency", str(agency), has_reviews=False))
            for agency, name in names
        ]
        return Table("Agency", HEADS, lines)

    def line(
        self, key: str, value: Any, name: str, text: str, *, has_reviews: bool = True
    ) -> list[Number]:
        """Return the counts of the rows with this `value`, and the parameter that finds them."""
        owed = [row for row in self.owed if row[key] == value]
        numbers = [self.number(owed, when, **{name: text}) for when in WHEN]
        if has_reviews:
            reviews = [row for row in self.reviews if row[key] == value]
            numbers.append(self.number(reviews, REVIEWS, **{name: text}))
        return numbers

    def number(self, rows: Iterable[Row], counted: str, **filters: str) -> Number:
        """Return the sum of one count over the rows, with the list that it opens."""
        is_of_reviews = counted == REVIEWS
        query = self.scope | filters | ({} if is_of_reviews else {"when": counted})
        href = f"{reverse('reviews' if is_of_reviews else 'deadlines')}?{urlencode(query)}"
        return Number(sum(row[counted] for row in rows), href, WHEN.get(counted, REVIEWS).lower())


def _names(key: str, rows: list[Row]) -> list[tuple[int | None, str]]:
    """Return (id, name) of the owners or agencies of the rows, by name, nobody last."""
    names = {row[key]: row[f"{key}_name"] or "Nobody" for row in rows}
    return sorted(names.items(), key=lambda item: (item[0] is None, item[1]))
