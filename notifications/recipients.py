"""Who is told: each deadline, or review, beside the people of a tier, in one query."""

from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils.timezone import localdate

from boards.models import Membership, User
from boards.roles import AgencyAuthor, Chair, Manager, Sees, slugs_that_see
from notifications.ladder import Tier
from reviews.models import Absence, Deadline, Review

# Whoever looks this far into a board sees the reviews that are theirs.
SEES_OWN = (*slugs_that_see(Sees.BOARD), *slugs_that_see(Sees.ASSIGNED))
ASKED_OF_A_REVIEW = ("board", "owner", "deputy", "is_restricted")  # to know who is told
# The agency of a return and that of a question are found by one statement: by way of the board,
# and the agency looked up by what either says.
AGENCIES = "review__board__agencies"
IS_ASKED = Q(review__board__agencies=F("asked_agency"))


def of_deadlines(
    deadlines: QuerySet[Deadline], tier: Tier, *, on: date | None = None
) -> QuerySet[Deadline]:
    """Return the deadlines once for each person of the tier, whose id is `recipient`.

    Who covers for an owner is asked of the day `on`, today unless another is given.
    """
    if tier is Tier.AGENCY:
        seat = f"{AGENCIES}__memberships"
        return _with_seat(_with_agency(deadlines), seat, IS_ASKED, AgencyAuthor.slug)
    if tier is Tier.CHIEF:
        return _with_account(_with_agency(deadlines), f"{AGENCIES}__chief_officer", IS_ASKED)
    if tier is Tier.DOER:
        return _with_account(deadlines, "action__person", Q())
    return _of(deadlines, tier, "review__", on or localdate())


def for_their_agency(deadlines: QuerySet[Deadline]) -> QuerySet[Deadline]:
    """Keep those of actions given to somebody who writes for an agency that the review asks."""
    seat = Membership.objects.open().filter(
        user=OuterRef("action__person"),
        role=AgencyAuthor.slug,
        agency__commissions__review=OuterRef("review"),
    )
    return deadlines.filter(Exists(seat), action__isnull=False)


def _with_agency(deadlines: QuerySet[Deadline]) -> QuerySet[Deadline]:
    """Say of each, as `asked_agency`, which agency was asked for it, if one was."""
    return deadlines.annotate(
        asked_agency=Coalesce("commission__agency", "question__commission__agency")
    )


def _with_account(rows: QuerySet[Any], person: str, wanted: Q) -> QuerySet[Any]:
    return rows.filter(wanted, **{f"{person}__is_active": True}).annotate(recipient=F(person))


def has_any(tier: Tier, *, on: date) -> bool:
    """Return whether the tier may have people on the day; on most days nobody covers."""
    return tier is not Tier.COVER or Absence.objects.on(on).exists()


def of_reviews(reviews: QuerySet[Review], tier: Tier) -> QuerySet[Review]:
    """Return the reviews once for each person of the tier, whose id is `recipient`."""
    if tier is Tier.PANEL:
        return reviews.filter(
            appointments__ended_on=None, appointments__user__isnull=False
        ).annotate(recipient=F("appointments__user"))
    return _of(reviews, tier, "", localdate())


def who_may_see(review: Review, tier: Tier) -> list[User]:
    """Return the people of the tier who may see the review."""
    beside = of_reviews(Review.objects.filter(pk=review.pk), tier)
    found = User.objects.filter(pk__in=beside.values("recipient"))
    return [u for u in found if Review.objects.visible_to(u).filter(pk=review.pk).exists()]


def who_is_told(deadline: Deadline, tier: Tier) -> list[User]:
    """Return the people of the tier who are told of the deadline."""
    beside = of_deadlines(Deadline.objects.filter(pk=deadline.pk), tier)
    return list(User.objects.filter(pk__in=beside.values("recipient")).order_by("pk"))


def _of(rows: QuerySet[Any], tier: Tier, to_review: str, on: date) -> QuerySet[Any]:
    seat = f"{to_review}board__memberships"
    is_open_to_board = Q(**{f"{to_review}is_restricted": False})
    if tier is Tier.OWNER:
        return _with_seat(rows, seat, _is_theirs(f"{seat}__user", F, to_review), *SEES_OWN)
    if tier is Tier.COVER:
        away = f"{to_review}owner__absences"
        covers = _covers(away, f"{to_review}board", on)
        return _with_seat(rows, f"{away}__cover__memberships", covers, *SEES_OWN)
    if tier is Tier.STAND_IN:
        owner = Membership.objects.open().filter(
            _is_theirs("user", OuterRef, to_review),
            board=OuterRef(f"{to_review}board"),
            role__in=SEES_OWN,
        )
        return _with_seat(rows, seat, is_open_to_board & ~Exists(owner), Manager.slug)
    if tier is Tier.CHAIR:
        return _with_seat(rows, seat, Q(), Chair.slug)
    return _with_seat(rows, seat, is_open_to_board, Manager.slug)


def _covers(away: str, board: str, on: date) -> Q:
    """Return that the absence is of that board and of the day, and the cover sits there."""
    return Q(
        **{
            f"{away}__board": F(board),
            f"{away}__cover__memberships__board": F(board),
            f"{away}__from_on__lte": on,
            f"{away}__to_on__gte": on,
            f"{away}__cancelled_at": None,
        }
    )


def _is_theirs(user: str, ref: type[F], to_review: str) -> Q:
    # One IN and no OR: both databases then look the person up instead of comparing everybody.
    return Q(**{f"{user}__id__in": [ref(f"{to_review}owner"), ref(f"{to_review}deputy")]})


def _with_seat(rows: QuerySet[Any], seat: str, wanted: Q, *roles: str) -> QuerySet[Any]:
    """Join the open memberships; one call of filter, because each call joins anew."""
    return rows.filter(
        wanted,
        **{
            f"{seat}__role__in": roles,
            f"{seat}__until_on": None,
            f"{seat}__user__is_active": True,
        },
    ).annotate(recipient=F(f"{seat}__user"))
