"""What insights adds to the page of a review."""

from typing import Any

from django.dispatch import receiver
from django.utils import timezone

from boards.models import User
from boards.roles import Chair, Coordinator, Manager
from insights.forecast.courses import forecast
from reviews.models import Deadline, Review
from reviews.sections import Section
from reviews.signals import review_sections

READERS = (Coordinator, Manager, Chair)


@receiver(review_sections, dispatch_uid="insights.review_sections")
def add_forecast(review: Review, user: User, deadline: Deadline | None, **_: Any) -> Section | None:
    """Staff and the Chair see the chance of finishing in time, on the deadline that it is of."""
    if deadline is None or deadline.kind != "complete" or not deadline.is_open:
        return None
    if not user.has_role(*READERS, board=review.board_id):
        return None
    on = timezone.localdate()
    facts = {"due_on": deadline.due_on, "is_past": deadline.due_on < on}
    return Section("insights/_forecast.html", facts | {"forecast": forecast(review, on=on)})
