"""What waits for those who see a part of a board's reviews: advisers and the panel."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Exists, OuterRef
from django.urls import reverse

from boards.models import User
from boards.roles import (
    OverviewAuthor,
    PanelChair,
    PanelMember,
    SubCommitteeMember,
)
from insights.filters import boards_seen
from insights.homes.cases import as_tasks, current, list_of_reviews
from insights.homes.sections import LONGEST, Task, Waiting
from reviews.models import Appointment
from reviews.people import status_of
from reviews.states import State

PANEL = (PanelChair, OverviewAuthor, PanelMember)


def referrals(user: User, *, on: date) -> Waiting:
    """Return the cases that the sub-committee screens and advises on."""
    screened = current(user, SubCommitteeMember).filter(state__in=[State.REFERRED, State.SCREENING])
    return Waiting(
        title="Referrals to screen",
        tasks=as_tasks(user, screened, SubCommitteeMember, on=on),
        empty="No referral waits for the sub-committee.",
        more_href=list_of_reviews(),
    )


def declarations(user: User) -> Iterator[Waiting]:
    """Yield, if there are any, appointments to reviews that a declaration has yet to open."""
    has_others = len(boards_seen(user)) > 1
    own = Appointment.objects.visible_to(user)
    closed = own.exclude(pk__in=own.cleared().values("pk")).select_related("review__board")
    tasks = [
        Task(
            name=f"Declare for {held.review.reference}",
            href=reverse("declare", args=[held.pk]),
            what=held.get_post_display(),
            board=held.review.board.name if has_others else "",
            label=status_of(held),
        )
        for held in closed.prefetch_related("declarations__acceptance")[: LONGEST + 1]
    ]
    if tasks:
        yield Waiting(
            title="Reviews that open to you once you have declared",
            tasks=tasks,
            empty="",
            what_label="Post",
            due_label="Declaration",
            more_href=list_of_reviews(),
        )


def appointed(user: User, *, on: date) -> Waiting:
    """Return the reviews that the person is appointed to."""
    held = Appointment.objects.cleared().filter(user=user, review=OuterRef("pk"))
    reviews = current(user, *PANEL).filter(Exists(held))
    return Waiting(
        title="Reviews that you are appointed to",
        tasks=as_tasks(user, reviews, *PANEL, on=on),
        empty="You are appointed to no review that is under way.",
        more_href=list_of_reviews(),
    )
