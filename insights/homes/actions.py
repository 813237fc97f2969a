"""The actions that meetings asked for: the person's own, those overdue, those done lately."""

from collections.abc import Iterator
from datetime import date, timedelta

from django.db.models import F, Q
from django.urls import reverse

from boards.govuk.words import on_paper
from boards.models import User
from insights.filters import boards_seen
from insights.homes.cases import current, list_of_reviews
from insights.homes.sections import LONGEST, Task, Waiting
from reviews.models import ActionDone, MeetingAction
from reviews.models.absence import covered_by
from reviews.permissions import STAFF

NEWS_LASTS = timedelta(days=14)  # what was done longer ago is found on the page of its meeting


def given(user: User, *, on: date) -> Iterator[Waiting]:
    """Yield what meetings asked of the person and is not done, if there is anything."""
    has_others = len(boards_seen(user)) > 1
    owed = MeetingAction.objects.given_to(user).open().filter(deadline__is_open=True)
    tasks = [
        Task.due(
            name=action.name,
            href=action.get_absolute_url(),
            what=action.meeting.review.reference,
            board=action.meeting.review.board.name if has_others else "",
            due_on=action.due_on,
            on=on,
        )
        for action in owed.select_related("meeting__review__board")[: LONGEST + 1]
    ]
    if tasks:
        yield Waiting(
            title="What meetings asked you to do",
            tasks=tasks,
            empty="",
            more_href=reverse("deadlines"),
            name_label="Action",
            what_label="Review",
            due_label="Due",
        )


def done_by_others(user: User, *, on: date) -> Iterator[Waiting]:
    """Yield what others said lately that they have done, of the reviews that are the person's."""
    theirs = Q(owner=user) | Q(deputy=user) | Q(covered_by(user, on=on))
    lately = (
        ActionDone.objects.filter(reopened_at=None, at__date__gte=on - NEWS_LASTS)
        .filter(action__meeting__review__in=current(user, *STAFF).filter(theirs))
        .filter(by=F("action__person"))
        .exclude(by=user)
    )
    has_others = len(boards_seen(user)) > 1
    tasks = [
        Task(
            name=done.action.meeting.review.reference,
            href=done.action.get_absolute_url(),
            what=str(done.action),
            board=done.action.meeting.review.board.name if has_others else "",
            label=on_paper(done.on),
            tone="done",
        )
        for done in lately.select_related("action__meeting__review__board").order_by("-at")[
            : LONGEST + 1
        ]
    ]
    if tasks:
        yield Waiting(
            title="Actions that were done in the last 14 days",
            tasks=tasks,
            empty="",
            more_href=list_of_reviews(),
            what_label="Action",
            due_label="Done",
        )


def overdue(user: User, *, on: date) -> Iterator[Waiting]:
    """Yield the overdue actions of the reviews that the person sees as staff, if there are any.

    Who is to act is not shown: it may be a name, and the page of the meetings has it.
    """
    late = MeetingAction.objects.overdue(on).filter(
        meeting__review__in=current(user, *STAFF), meeting__cancelled_at=None
    )
    has_others = len(boards_seen(user)) > 1
    tasks = [
        Task.due(
            name=action.meeting.review.reference,
            href=f"{reverse('meetings', args=[action.meeting.review.reference])}#actions",
            what=str(action),
            board=action.meeting.review.board.name if has_others else "",
            due_on=action.due_on,
            on=on,
        )
        for action in late.select_related("meeting__review__board")[: LONGEST + 1]
    ]
    if tasks:
        yield Waiting(
            title="Actions of meetings that are overdue",
            tasks=tasks,
            empty="No action of a meeting is overdue.",
            more_href=list_of_reviews(),
            what_label="Action",
            due_label="Due",
        )
