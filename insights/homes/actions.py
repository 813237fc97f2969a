"""The actions that meetings asked for and that are overdue."""

from collections.abc import Iterator
from datetime import date

from django.urls import reverse

from boards.models import User
from insights.filters import boards_seen
from insights.homes.cases import current, list_of_reviews
from insights.homes.sections import LONGEST, Task, Waiting
from reviews.models import MeetingAction
from reviews.permissions import STAFF


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
