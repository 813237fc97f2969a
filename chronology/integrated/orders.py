"""In which order rows stand: one parameter of the address, and so of links and copies too."""

from typing import Any

from django.db.models import F, QuerySet

from boards.listing import Choice
from chronology.models import IN_ORDER, Entry

OLDEST, NEWEST = "", "newest"
ORDERS: dict[str, tuple[str, tuple[Any, ...]]] = {
    OLDEST: ("Oldest first", IN_ORDER),
    NEWEST: ("Newest first", tuple(f"-{field}" for field in IN_ORDER)),
    "agency": ("By agency, oldest first", ("agency__name", *IN_ORDER)),
    "significance": (
        "Most significant first",
        (F("significance").desc(nulls_last=True), *IN_ORDER),
    ),
    "recorded": ("Last taken in first", ("-recorded_at", *IN_ORDER)),
}
ORDER = "order"
BY_ORDER = Choice(
    ORDER,
    "Order",
    lambda rows, _order: rows,  # it leaves nothing out
    options=[(order, words) for order, (words, _) in ORDERS.items()],
)


def ordered(rows: QuerySet[Entry], order: str) -> QuerySet[Entry]:
    """Return the rows in one of ORDERS; those alike stand as in the chronology."""
    return rows.order_by(*ORDERS[order][1])
