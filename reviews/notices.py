"""What the page of a review says of its people before anything else. Mixed into that page."""

from datetime import date, timedelta
from functools import cached_property

from django.utils.timezone import localdate

from boards.models import User
from reviews.models import Absence, Declaration, HandOver, HandOverAnswer, Review
from reviews.permissions import LEAD, holds

NEWS_LASTS = timedelta(days=14)


class Notices:
    """Conflicts that nobody decided on, and the owner who is to be."""

    review: Review
    user: User
    on: date

    @cached_property
    def conflicts(self) -> list[Declaration]:
        """Return the declared conflicts that wait for a decision, to those who decide."""
        if not any(holds(self.user, role, self.review) for role in LEAD):
            return []
        open_ones = Declaration.objects.in_conflict().filter(appointment__review=self.review)
        return list(open_ones.select_related("appointment"))

    @cached_property
    def cover(self) -> Absence | None:
        """Return the absence of the owner today: somebody covers for them."""
        away = Absence.objects.on(self.on).filter(
            board=self.review.board_id, person=self.review.owner_id
        )
        return away.select_related("person", "cover").first()

    @cached_property
    def hand_over(self) -> HandOver | None:
        """Return the hand-over that waits, or the last that was declined while it is news."""
        last = self.review.hand_overs.select_related("to", "by").last()
        if last is None or last.answer == HandOverAnswer.WAITING:
            return last
        is_news = localdate(last.answered_at) >= self.on - NEWS_LASTS
        return last if last.answer == HandOverAnswer.DECLINED and is_news else None
