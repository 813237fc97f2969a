"""Who may ask for a reminder, or put reminders off, of a deadline that they see."""

from boards.models import User
from boards.roles import Coordinator, Manager
from reviews.models import Review


def may_see_to(user: User, review: Review) -> bool:
    """Return whether the person runs reviews on the board: its coordinators and manager do."""
    return user.has_role(Coordinator, Manager, board=review.board_id)
