"""The list of deadlines: what is owed, by when and by whom."""

from collections.abc import Callable
from datetime import date

from django.db.models import F, QuerySet

from boards.govuk.words import Tone, counted, due_tone, overdue_label
from boards.listing import Cell, Choice, Column, Listing, Row, link
from boards.models import Agency, Board, User
from boards.roles import AgencyAuthor, Evaluator
from boards.templatetags.portal import contextual_date
from insights.filters import (
    ANY,
    board_column,
    board_filter,
    boards_seen,
    owner_column,
    owner_filter,
    reference_filter,
    sees_owners,
    stage_column,
    stage_for,
    state_filter,
)
from reviews.models import Deadline
from reviews.models.deadline import AGENCY_QUESTION, AGENCY_RETURN, MEETING_ACTION
from reviews.statutory import GUIDANCE

# The oldest guidance that has a deadline gives it the name that the filter shows.
KINDS: dict[str, str] = {
    **{rule.code: rule.name for g in reversed(GUIDANCE.values()) for rule in g.deadlines},
    AGENCY_RETURN: "Return by an agency",
    MEETING_ACTION: "Action of a meeting",
    AGENCY_QUESTION: "Question to an agency",
}
OWED = "open"
WHEN = (
    (OWED, "Still owed"),
    ("overdue", "Overdue"),
    ("today", "Due today"),
    ("7", "Due within 7 days"),
    ("28", "Due within 28 days"),
    ("met", "Met"),
    ("late", "Met late"),
    ("all", "All, also met and ended"),
)


def deadlines_for(user: User) -> QuerySet[Deadline]:
    """Return the deadlines that the user may see, each with the `stage` that it may show."""
    rows = Deadline.objects.visible_to(user).annotate(stage=stage_for(user))
    if user.has_role(AgencyAuthor, Evaluator):
        return rows
    # What they see is on their own boards: said again, PostgreSQL need not read every review.
    return rows.filter(review__board__in={seat.board_id for seat in user.seats()})


def narrowed_to(on: date) -> Callable[[QuerySet, str], QuerySet]:
    """Return what keeps the deadlines of one of WHEN, as things stand on the day `on`."""

    def narrow(rows: QuerySet, when: str) -> QuerySet:
        match when:
            case "overdue":
                return rows.overdue(on)
            case "today":
                return rows.due_within(0, on)
            case "7" | "28":
                return rows.due_within(int(when), on)
            case "met":
                return rows.exclude(met_on=None)
            case "late":
                return rows.filter(met_on__gt=F("due_on"))
            case "all":
                return rows
        return rows.open()

    return narrow


def standing(row: Row, on: date) -> tuple[str, Tone]:
    """Return how the deadline stands on the day `on`, in words and as a tone."""
    if row["is_open"]:
        return overdue_label(row["due_on"], on), due_tone(row["due_on"], on)
    if row["met_on"] is None:
        return ("Ended" if row["ended_because"] else "Met"), "done"
    late = (row["met_on"] - row["due_on"]).days
    return (f"Met {counted(late, 'day')} late" if late > 0 else "Met in time"), "done"


def _reference(row: Row, _: date) -> Cell:
    text = row["review__reference"]
    return link(f"/reviews/{text}/", text) if row["stage"] else text


def _what(row: Row, _: date) -> Cell:
    if row["stage"]:
        return link(f"/reviews/{row['review__reference']}/deadlines/{row['pk']}/", row["name"])
    if row["action"]:
        return link(f"/meeting-actions/{row['action']}/", row["name"])
    asked = row["commission"] or row["question__commission"]
    return link(f"/commissions/{asked}/", row["name"])


def _due(row: Row, on: date) -> Cell:
    return contextual_date(row["due_on"], *standing(row, on))


REFERENCE = Column(
    "reference",
    "Reference",
    ("review__reference",),
    lambda row: row["review__reference"],
    _reference,
    ("review__board__code", "review__year", "review__number"),
)
WHAT = Column("what", "What is due", ("name",), lambda row: row["name"], _what, ("name",))
DUE = Column(
    "due",
    "Due",
    ("due_on", "is_open", "met_on", "ended_because"),
    lambda row: row["due_on"],
    _due,
    ("due_on",),
)
ACT_BY = Column("act-by", "Act by", ("act_by",), lambda row: row["act_by"], order=("act_by",))


def deadline_list(user: User, *, on: date) -> Listing:
    """Return the list of deadlines as it is for this user on the day `on`."""
    boards = boards_seen(user)
    return Listing(
        name="deadlines",
        noun="deadline",
        sort="due",
        keys=("pk", "commission", "action", "question__commission", "review__board_id"),
        columns=(
            REFERENCE,
            *board_column(boards, "review__board"),
            stage_column(),
            WHAT,
            DUE,
            ACT_BY,
            *([owner_column("review__owner")] if sees_owners(user) else []),
        ),
        filters=(
            Choice("when", "When", narrowed_to(on), default=OWED, options=WHEN),
            state_filter(),
            *([owner_filter(user, "review__owner")] if sees_owners(user) else []),
            _agency_filter(user, boards),
            Choice(
                "kind",
                "What is due",
                lambda rows, kind: rows.filter(kind=kind),
                options=[ANY, *KINDS.items()],
            ),
            reference_filter("review__reference"),
            *board_filter(boards, "review__board"),
        ),
    )


def _agency_filter(user: User, boards: list[Board]) -> Choice:
    """Return the filter by agency, with the agencies of the user's own boards."""
    agencies = Agency.objects.filter(board__in=[seat.board_id for seat in user.seats()])
    names = agencies.values_list("pk", "name", "board__name")
    several = len(boards) > 1
    options = [(str(pk), f"{name}, {board}" if several else name) for pk, name, board in names]
    return Choice(
        "agency",
        "Agency",
        lambda rows, pk: rows.of_agencies([int(pk)]),
        options=[ANY, *options],
    )
