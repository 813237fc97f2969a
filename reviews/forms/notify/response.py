"""What is done now: safeguarding, police and courts, the press; and the dates that matter."""

from collections.abc import Sequence
from typing import Any

from boards.govuk.fields import LineField, ProseField, TickField
from boards.govuk.layout import FollowUps
from reviews.forms.notify.base import NotifyForm
from reviews.forms.notify.questions import answer


class SafeguardingForm(NotifyForm):
    slug = "safeguarding"
    title = "Immediate safeguarding and files"
    warning = (
        "Secure the files now. Every agency must secure its records of the child and family, so "
        "that nothing can be added, changed or removed."
    )

    immediate_safeguarding = ProseField(
        called="what was done to keep children safe",
        label="What was done at once to keep this and other children safe?",
        max_length=5000,
        required=False,
    )
    files_secured = answer("all agencies have secured their files", "Are the files secured?")


class ProceedingsForm(NotifyForm):
    slug = "proceedings"
    title = "Police, courts and inquest"

    police_investigation = answer(
        "the police are investigating", "Is there a police investigation?"
    )
    police_details = ProseField(
        called="the police investigation",
        label="Force, officer in charge and where it stands",
        max_length=2000,
        required=False,
    )
    court_or_inquest = answer(
        "there are court proceedings or an inquest", "Are there court proceedings or an inquest?"
    )
    court_details = ProseField(
        called="the proceedings",
        label="Court or coroner, and the dates that are known",
        max_length=2000,
        required=False,
    )

    def page(self) -> Sequence[Any]:
        return (
            FollowUps("police_investigation", {"yes": ["police_details"]}),
            FollowUps("court_or_inquest", {"yes": ["court_details"]}),
        )


class MediaForm(NotifyForm):
    slug = "media"
    title = "Media interest and urgency"

    media_interest = answer("there is media interest", "Is there media interest, or is it likely?")
    is_urgent = TickField(label="This is urgent: telephone before anything else")
    media_handling = ProseField(
        called="how to handle it",
        label="How is it handled?",
        help_text="Who speaks to the press, what has been said, whom to telephone first. "
        "It stands at the top of the review.",
        max_length=2000,
        required=False,
    )


class KeyDateForm(NotifyForm):
    slug = "key-dates"
    title = "Key dates"
    noun = "key date"
    in_short = ("when", "text")
    intro = "A short chronology: only what matters for understanding the incident."

    when = LineField(
        called="when it took place, as far as it is known",
        label="When?",
        help_text="For example, 27 March 2010 at 3:30pm, or early 2009.",
        max_length=60,
    )
    text = LineField(called="what took place", label="What took place?", max_length=1000)
