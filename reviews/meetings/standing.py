"""How the meetings of a review stand, in a few words."""

from boards.govuk.words import counted, on_paper
from reviews.models import MeetingAction, Review


def standing(review: Review) -> str:
    """Return "Panel meeting 2 on 3 May 2010; 2 actions open", of the last that is in the book."""
    last = review.meetings.standing().last()
    if last is None:
        return "None yet"
    still_open = MeetingAction.objects.open().filter(meeting__review=review).count()
    actions = f"; {counted(still_open, 'action')} open" if still_open else ""
    return f"{last} on {on_paper(last.on)}{actions}"
