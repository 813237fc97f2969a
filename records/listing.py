"""The log as a list."""

from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from django.db.models import QuerySet
from django.utils import timezone

from boards.govuk.words import moment_on_paper
from boards.listing import Cell, Choice, Column, Day, Listing, Row, Words, link
from boards.models import User
from boards.roles import Auditor, Chair, Manager
from records.models import AuditEvent

READERS = (Auditor, Manager, Chair)


def midnight(on: date) -> datetime:
    """Return the moment at which the day begins in London."""
    return timezone.make_aware(datetime.combine(on, time.min))


def _from(rows: QuerySet, on: date) -> QuerySet:
    return rows.filter(at__gte=midnight(on))


def _to(rows: QuerySet, on: date) -> QuerySet:
    return rows.filter(at__lt=midnight(on + timedelta(days=1)))


def _of_kind(rows: QuerySet, verb: str) -> QuerySet:
    return rows.filter(verb=verb)


def _containing(field: str) -> Callable[[QuerySet, str], QuerySet]:
    return lambda rows, text: rows.filter(**{f"{field}__icontains": text})


AT = Column(
    "at",
    "When",
    ("at",),
    lambda row: timezone.localtime(row["at"]),
    lambda row, _: moment_on_paper(row["at"]),
    ("id",),
)
WHO = Column("who", "Who", ("by__full_name",), lambda row: row["by__full_name"] or "The portal")
WHAT = Column("what", "What", ("sentence",), lambda row: row["sentence"])
BOARD = Column("board", "Board", ("board__name",), lambda row: row["board__name"])


def log_list(user: User) -> Listing:
    """Return the log as it is for this user; references link to the reviews they may open."""
    verbs = AuditEvent.objects.visible_to(user).order_by("verb").values_list("verb", flat=True)
    kinds = [(verb, verb.replace("_", " ").capitalize()) for verb in verbs.distinct()]
    opened = set(user.boards_seen_as(Manager, Chair))

    def cell(row: Row, _: date) -> Cell:
        text = row["reference"]
        return link(f"/reviews/{text}/", text) if text and row["board_id"] in opened else text

    return Listing(
        name="log entries",
        noun="log entry",
        sort="-at",
        keys=("pk", "board_id"),
        is_long=True,
        columns=(
            AT,
            WHO,
            WHAT,
            Column("reference", "Reference", ("reference",), lambda row: row["reference"], cell),
            *([BOARD] if len(user.boards_seen_as(*READERS)) > 1 else []),
        ),
        filters=(
            Words("reference", "Reference", _containing("reference")),
            Words("person", "Person", _containing("by__full_name")),
            Choice("verb", "Kind of entry", _of_kind, options=[("", "Any"), *kinds]),
            Day("from", "From", _from),
            Day("to", "To", _to),
        ),
    )
