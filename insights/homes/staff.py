"""What waits for the board's staff."""

from collections.abc import Iterator
from datetime import date

from django.db.models import Q
from django.urls import reverse

from boards.govuk.words import on_paper
from boards.models import User
from boards.roles import ROLES
from insights.filters import NOBODY, boards_seen
from insights.homes.cases import as_tasks, current, list_of_reviews
from insights.homes.sections import LONGEST, Pointer, Task, Waiting
from reviews.models.absence import covered_by
from reviews.models.draft import IncidentDraft
from reviews.models.hand_over import OWNERS, HandOver
from reviews.permissions import STAFF


def own_reviews(user: User, *, on: date) -> Waiting:
    """Return the reviews that the person owns, deputises or covers for."""
    theirs = Q(owner=user) | Q(deputy=user) | Q(covered_by(user, on=on))
    mine = current(user, *STAFF).filter(theirs)
    return Waiting(
        title="Your reviews",
        tasks=as_tasks(user, mine, *STAFF, on=on),
        empty="No review that is under way is yours.",
        more_href=list_of_reviews(owner=str(user.pk)),
    )


def hand_overs(user: User) -> Iterator[Waiting]:
    """Yield, if there are any, the hand-overs that wait: to the person first, then from them."""
    if not user.has_role(*OWNERS):
        return
    has_others = len(boards_seen(user)) > 1
    theirs = Q(pk__in=HandOver.objects.visible_to(user)) | Q(review__owner=user)
    waiting = HandOver.objects.waiting().filter(
        theirs, review__board__in=user.boards_seen_as(*OWNERS)
    )
    tasks = [
        Task(
            name=each.review.reference,
            href=reverse("hand-over", args=[each.pk])
            if each.to == user
            else each.review.get_absolute_url(),
            what="You are asked to take it over" if each.to == user else f"Offered to {each.to}",
            board=each.review.board.name if has_others else "",
            label=on_paper(each.at),
        )
        for each in waiting.select_related("review__board", "to")[: LONGEST + 1]
    ]
    if tasks:
        yield Waiting(
            title="Reviews that change hands",
            tasks=sorted(tasks, key=lambda task: task.href.startswith("/reviews/")),
            empty="",
            what_label="What waits",
            due_label="Asked on",
            more_href=list_of_reviews(),
        )


def absences(user: User) -> Pointer:
    """Return where the person says when they are away, on the first of their boards."""
    seat = next(seat for seat in user.seats() if ROLES[seat.role] in OWNERS)
    return Pointer(
        title="When you are away",
        text="Say who covers for you: they see your reviews, and are reminded as you are.",
        href=reverse("away", args=[seat.board.slug]),
        link_text="Record when you are away",
    )


def without_owner(user: User, *, on: date) -> Waiting:
    nobodys = current(user, *STAFF).filter(owner=None)
    return Waiting(
        title="Reviews that nobody owns",
        tasks=as_tasks(user, nobodys, *STAFF, on=on),
        empty="Every review that is under way has an owner.",
        more_href=list_of_reviews(owner=NOBODY),
    )


def drafts(user: User) -> Waiting:
    """Return the incidents that were begun and not yet submitted, the last saved first."""
    unfinished = IncidentDraft.objects.visible_to(user).unfinished()
    unfinished = unfinished.select_related("board", "started_by").order_by("-saved_at", "-pk")
    has_others = len(boards_seen(user)) > 1
    return Waiting(
        title="Incidents not yet submitted",
        tasks=[
            Task(
                name=f"Draft of {on_paper(draft.started_at)}",
                href=reverse("drafts"),
                what=draft.started_by.full_name,
                board=draft.board.name if has_others else "",
                label=on_paper(draft.saved_at),
            )
            for draft in unfinished[: LONGEST + 1]
        ],
        empty="No incident is half entered.",
        name_label="Draft",
        what_label="Started by",
        due_label="Last saved",
        more_href=reverse("drafts"),
    )
