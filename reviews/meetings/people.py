"""Who may be asked to a meeting of a review: appointed people, staff, agencies, and others."""

from collections.abc import Iterator

from django.db.models import Q, QuerySet

from boards.models import Membership, User
from boards.roles import AgencyAuthor, Chair, Coordinator, Manager, SubCommitteeMember
from reviews.models import Invitee, Review
from reviews.permissions import STAFF

OF_THE_BOARD = (Manager, Coordinator, Chair, SubCommitteeMember)


def candidates(review: Review) -> dict[str, Invitee]:
    """Return {key: somebody not yet saved}, each person with an account but once."""
    found: dict[str, Invitee] = {}
    seen: set[int] = set()
    for key, invitee in (*_appointed(review), *_of_the_board(review), *_of_agencies(review)):
        if invitee.user_id is None or invitee.user_id not in seen:
            found[key] = invitee
            seen |= {invitee.user_id} - {None}
    return found


def may_act(review: Review) -> QuerySet[User]:
    """Return the accounts that an action may be given to: its people, and those of its agencies.

    Staff and the appointed have to see the review; authors open the action alone.
    """
    of_board = Q(
        memberships__board=review.board_id,
        memberships__role__in=[role.slug for role in STAFF],
        memberships__until_on=None,
    )
    cleared = Q(pk__in=review.appointments.cleared().filter(user__isnull=False).values("user"))
    people = User.objects.filter(of_board | cleared, is_active=True).distinct()
    of_case = Review.objects.filter(pk=review.pk)
    seen = {who for _, who in of_case.beside_viewers(people.values_list("pk", flat=True))}
    authors = _authors(review).values("user")
    named = User.objects.filter(Q(pk__in=seen) | Q(pk__in=authors))
    return named.order_by("full_name", "pk")


def usual(review: Review) -> list[str]:
    """Return the keys of those who come to every meeting: whoever is appointed, and the owner."""
    owner = f"user-{review.owner_id}"
    return [key for key in candidates(review) if key.startswith("appointed-") or key == owner]


def _appointed(review: Review) -> Iterator[tuple[str, Invitee]]:
    for held in review.appointments.open().select_related("user"):
        invitee = Invitee(
            name=held.name,
            job_title=held.job_title or held.get_post_display(),
            employer=held.employer,
            user=held.user,
        )
        yield f"appointed-{held.pk}", invitee


def _of_the_board(review: Review) -> Iterator[tuple[str, Invitee]]:
    names = {role.slug: role.name for role in OF_THE_BOARD}
    seats = Membership.objects.open().filter(
        board=review.board_id, role__in=names, user__is_active=True
    )
    for seat in seats.select_related("user").order_by("user__full_name"):
        invitee = Invitee(
            name=seat.user.full_name,
            job_title=names[seat.role],
            employer=review.board.name,
            user=seat.user,
        )
        yield f"user-{seat.user_id}", invitee


def _of_agencies(review: Review) -> Iterator[tuple[str, Invitee]]:
    """Yield those who write for the agencies that the review asks for something."""
    seats = _authors(review).select_related("user", "agency").distinct()
    for seat in seats.order_by("agency__name"):
        invitee = Invitee(
            name=seat.user.full_name,
            job_title=AgencyAuthor.name,
            employer=seat.agency.name,
            user=seat.user,
            agency=seat.agency,
        )
        yield f"agency-{seat.user_id}", invitee


def _authors(review: Review) -> QuerySet[Membership]:
    """Return the seats of those who write for the agencies that the review asks for something."""
    return Membership.objects.open().filter(
        role=AgencyAuthor.slug, agency__commissions__review=review, user__is_active=True
    )
