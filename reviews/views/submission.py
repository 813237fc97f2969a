"""Who is given the agreed set, what was sent, and what is still to be sent."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from reviews import permissions
from reviews.forms.dispatches import described
from reviews.models import Dispatch, FinalSet
from reviews.publishing import recipients_for
from reviews.statutory import GUIDANCE, Recipient
from reviews.views.case import find, note_opening


@dataclass(frozen=True)
class Due:
    """A recipient of the agreed set, and what was sent to it of this set."""

    recipient: Recipient
    what: str
    sent: list[Dispatch]

    @property
    def status(self) -> str:
        if self.sent:
            arrived = all(each.acknowledged_on for each in self.sent)
            return "Sent and acknowledged" if arrived else "Sent, not acknowledged"
        return f"Send it if {self.recipient.only_if}" if self.recipient.only_if else "To send"

    @property
    def colour(self) -> str:
        return "plain" if self.sent or self.recipient.only_if else "yellow"


def submission(request: HttpRequest, reference: str) -> HttpResponse:
    """Who is given what under the guidance, what has left, and the packs to send."""
    review = find(request, reference)
    permissions.require_reader(request.user, "submission", review)
    note_opening(request, review, "The list of copies that were sent")
    agreed = review.final_sets.agreed().last()
    sent = list(review.dispatches.select_related("final_set", "by"))
    may = {
        act: review.has_room_for(act) and permissions.refusal(request.user, act, review) is None
        for act in ("record_dispatch", "acknowledge_dispatch")
    }
    context = {
        "review": review,
        "agreed": agreed,
        "guidance": GUIDANCE[agreed.guidance] if agreed else None,
        "dues": dues_of(agreed, sent) if agreed else [],
        "sent": sent,
        "may": may,
        "may_take": permissions.may_read(request.user, "final-set-pack", review),
        "evaluations": review.evaluations.current().select_related("final_set"),
    }
    return render(request, "reviews/submission/submission.html", context)


def dues_of(agreed: FinalSet, sent: list[Dispatch]) -> list[Due]:
    """Return every recipient under the guidance, with what it was sent of this very set."""
    return [
        Due(
            each,
            described(each),
            [one for one in sent if one.recipient == each.code and one.final_set_id == agreed.pk],
        )
        for each in recipients_for(agreed)
    ]
