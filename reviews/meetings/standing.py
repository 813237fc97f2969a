"""How the meetings of a review stand, in a few words."""

from boards.govuk.words import counted, on_paper
from reviews.known import Known
from reviews.models import MeetingAction
from reviews.tally import how_many


def standing(known: Known) -> str:
    """Return "Panel meeting 2 on 3 May 2010; 2 actions open", of the last that is in the book."""
    still_open = MeetingAction.objects.open().filter(meeting__review=known.review)
    in_the_book = known.review.meetings.standing()
    last = in_the_book.annotate(actions_open=how_many(still_open)).last()
    if last is None:
        return "None yet"
    actions = f"; {counted(last.actions_open, 'action')} open" if last.actions_open else ""
    return f"{last} on {on_paper(last.on)}{actions}"
