"""What the page of a review says of its people before anything else. Mixed into that page."""

from datetime import date, timedelta
from functools import cached_property

from django.utils.timezone import localdate

from boards.models import User
from reviews.known import Known
from reviews.models import Absence, Declaration, HandOver, HandOverAnswer, Review
from reviews.permissions import LEAD, Involvement

NEWS_LASTS = timedelta(days=14)


class Notices:
    """Conflicts that nobody decided on, and the owner who is to be."""

    review: Review
    known: Known
    involved: Involvement
    user: User
    on: date

    @cached_property
    def conflicts(self) -> list[Declaration]:
        """Return the declared conflicts that wait for a decision, to those who decide."""
        if not self.involved.holds(*LEAD):
            return []
        declared = [each.standing_declaration for each in self.known.held]
        return [each for each in declared if each is not None and not each.is_clear]

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
        if not self.known.tally.has_been_handed_over:
            return None
        last = self.review.hand_overs.select_related("to", "by").last()
        if last is None or last.answer == HandOverAnswer.WAITING:
            return last
        is_news = localdate(last.answered_at) >= self.on - NEWS_LASTS
        return last if last.answer == HandOverAnswer.DECLINED and is_news else None
