"""The filters and the columns that the lists of reviews and of deadlines share."""

from django.db.models import Case, Exists, F, OuterRef, Q, QuerySet, Value, When

from boards.listing import Choice, Column, Words
from boards.models import Board, Membership, User
from boards.roles import AgencyAuthor
from reviews.models import Review, ShownTheme
from reviews.states import State
from reviews.themes import names_in

NOBODY = "nobody"
ANY = ("", "Any")
STAGES: dict[str, str] = dict(State.choices)


def boards_seen(user: User) -> list[Board]:
    """Return the boards on which the user holds a role: every board for an evaluator."""
    boards = {seat.board for seat in user.seats()}
    if None in boards:
        return list(Board.objects.all())
    return sorted(boards, key=lambda board: board.name)


def board_filter(boards: list[Board], field: str) -> list[Choice]:
    """Return the filter by board, none where there is one board alone."""
    if len(boards) < 2:
        return []
    options = [ANY, *((board.slug, board.name) for board in boards)]
    return [
        Choice(
            "board",
            "Board",
            lambda rows, slug: rows.filter(**{f"{field}__slug": slug}),
            options=options,
        )
    ]


def board_column(boards: list[Board], field: str) -> list[Column]:
    """Return the column that names the board, none where there is one board alone."""
    name = f"{field}__name"
    if len(boards) < 2:
        return []
    return [Column("board", "Board", (name,), lambda row: row[name], order=(name,))]


def state_filter() -> Choice:
    """Return the filter by `stage`, which the rows must bring."""
    options = [ANY, *State.choices]
    return Choice("state", "Stage", lambda rows, state: rows.filter(stage=state), options=options)


def stage_column() -> Column:
    """Return the column of `stage`, which sorts as the road runs and not as it is spelt."""
    whens = [When(stage=state, then=Value(place)) for place, state in enumerate(State)]
    by_place = Case(*whens, default=Value(len(State)))
    return Column(
        "stage", "Stage", ("stage",), lambda row: STAGES.get(row["stage"], ""), order=(by_place,)
    )


def owner_filter(user: User, field: str) -> Choice:
    """Return the filter by owner: whoever sits or sat on the boards whose reviews are open to them.

    Asking the reviews themselves who owns them would cost more than the list.
    """
    boards = [seat.board_id for seat in user.seats() if seat.role != AgencyAuthor.slug]
    members = Membership.objects.filter(board__in=boards).exclude(role=AgencyAuthor.slug)
    people = members.order_by("user__full_name", "user").values_list("user", "user__full_name")

    def narrow(rows: QuerySet, who: str) -> QuerySet:
        wanted = Q(**{f"{field}__isnull": True}) if who == NOBODY else Q(**{field: int(who)})
        return rows.filter(wanted)

    options = [ANY, (NOBODY, "Nobody"), *((str(pk), name) for pk, name in people.distinct())]
    return Choice("owner", "Owner", narrow, options=options)


def sees_owners(user: User) -> bool:
    """Return whether who owns a review is the user's to know: not of an evaluator of all boards."""
    return any(seat.board_id for seat in user.seats())


def owner_column(field: str) -> Column:
    name = f"{field}__full_name"
    return Column("owner", "Owner", (name,), lambda row: row[name] or "Nobody", order=(name,))


def theme_filter(boards: list[Board]) -> Choice:
    """Return the filter of reviews by a theme that they were coded with."""
    return Choice(
        "theme",
        "Theme",
        lambda rows, code: rows.filter(
            Exists(ShownTheme.objects.standing().filter(review=OuterRef("pk"), code=code))
        ),
        options=[ANY, *names_in(boards).items()],
    )


def reference_filter(field: str) -> Words:
    return Words(
        "reference",
        "Reference",
        lambda rows, text: rows.filter(**{f"{field}__icontains": text}),
        hint="All of it or a part, like 2010-007",
    )


def stage_for(user: User) -> Case | F:
    """Return a deadline's `stage`: blank for a review that the user may not see.

    An agency's author sees what their agency must return, not how the review stands.
    """
    if not user.has_role(AgencyAuthor):
        return F("review__state")
    seen = Review.objects.visible_to(user)
    return Case(When(review__in=seen, then=F("review__state")), default=Value(""))
