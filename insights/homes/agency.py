"""What waits for an agency's author."""

from datetime import date

from django.urls import reverse

from boards.govuk.words import on_paper
from boards.models import User
from boards.roles import AgencyAuthor
from insights.filters import boards_seen
from insights.homes.sections import LONGEST, Task, Waiting
from reviews.models import Deadline


def returns(user: User, *, on: date) -> list[Waiting]:
    """Return what the person's agencies owe, soonest first, and what they returned last."""
    agencies = [seat.agency_id for seat in user.seats() if seat.role == AgencyAuthor.slug]
    asked = Deadline.objects.of_agencies(agencies).beside_what_was_asked()
    asked = asked.select_related("review__board")
    owed = asked.open().order_by("due_on", "pk")[: LONGEST + 1]
    returned = asked.exclude(met_on=None).order_by("-met_on", "-pk")[: LONGEST + 1]
    has_others = len(boards_seen(user)) > 1
    return [
        Waiting(
            title="What your agency is asked for",
            tasks=[
                Task.due(due_on=due.due_on, on=on, **_described(due, has_others)) for due in owed
            ],
            empty="Nothing is asked of your agency.",
            what_label="What is asked for",
            due_label="Due",
            more_href=reverse("deadlines"),
        ),
        Waiting(
            title="What your agency returned",
            tasks=[
                Task(label=on_paper(due.met_on), **_described(due, has_others)) for due in returned
            ],
            empty="Your agency has returned nothing yet.",
            what_label="What was asked for",
            due_label="Returned",
            more_href=reverse("deadlines", query={"when": "met"}),
        ),
    ]


def _described(due: Deadline, has_others: bool) -> dict[str, str]:
    return {
        "name": due.review.reference,
        "href": due.place,
        "what": due.name,
        "board": due.review.board.name if has_others else "",
    }
