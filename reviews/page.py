"""What the page of one case shows to one person, gathered in a fixed number of queries."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.urls import reverse

from boards.models import User
from boards.roles import Evaluator
from records.models import AuditEvent
from reviews.fact_sheet import fact_sheet
from reviews.forms import ACTS
from reviews.known import Known
from reviews.models import BankHoliday, Child, Deadline, Hold, Review
from reviews.next_steps import NextSteps
from reviews.notices import Notices
from reviews.places import Place, holds_shown, places_for
from reviews.sections import Section, sections_of
from reviews.states import COLOURS, ROAD, UNDER_WAY, State
from reviews.statutory import evaluation_applies

EVERYDAY_ACTS = (
    "answer_criteria",
    "ask_agencies",
)
OTHER_ACTS = (
    "record_event",
    "correct_event",
    "extend",
    "pin_guidance",
    "hand_over",
    "pause",
    "restrict",
)


# What the log says of reading, which changes nothing.
LOOKS = ("view", "download", "export")


@dataclass(frozen=True)
class Clock:
    """A deadline as the page shows it."""

    deadline: Deadline
    steps: list[str]
    status: str
    tone: str


class Page(Notices, NextSteps):
    """The case for one person on one day."""

    def __init__(self, review: Review, user: User, *, on: date) -> None:
        self.review, self.user, self.on = review, user, on
        self.known = Known(review)
        self.involved = self.known.involvement_of(user)

    @cached_property
    def shows_the_case(self) -> bool:
        """Whether more than the submitted set is shown: not to an evaluator alone."""
        return not self.user.has_role(Evaluator) or any(
            seat.board_id == self.review.board_id for seat in self.user.seats()
        )

    def _at(self, place: str) -> str:
        """Return the address of a place of the case file, where the person may open it."""
        known = {each.url for each in self.places}
        return reverse(place, args=[self.review.reference]) if place in known else ""

    @cached_property
    def places(self) -> list[Place]:
        return places_for(self.known, self.user)

    @cached_property
    def case_file(self) -> list[dict[str, str]]:
        """Return the parts of the case file as a task list: where each stands, and its page."""
        return [
            {"text": each.text, "href": self._at(each.url), "status": each.standing(self.known)}
            for each in self.places
        ]

    @property
    def children(self) -> int:
        return self.known.tally.children_known

    @property
    def who(self) -> str:
        """Return the children's pseudonyms: "Child A", "Children A to C"."""
        if self.children > 1:
            return f"Children A to {Child(position=self.children).label.removeprefix('Child ')}"
        return "Child A" if self.children else ""

    @cached_property
    def pause(self) -> Any:
        """Return the pause that the review rests in."""
        if not self.known.tally.is_paused:
            return None
        return self.review.pauses.filter(until_on=None).first()

    @cached_property
    def holds(self) -> list[Hold]:
        """Return what proceedings hold up, for those who may read of them."""
        return holds_shown(self.known, self.user)

    @cached_property
    def may_extend(self) -> bool:
        return self.involved.refusal("extend") is None

    @cached_property
    def guidance_line(self) -> str:
        name = self.known.guidance.name
        pinned = self.review.pinned_because
        return f"{name}, pinned: {pinned}" if self.review.pinned_guidance else name

    @cached_property
    def clocks(self) -> list[Clock]:
        ordered = sorted(self.known.deadlines, key=lambda d: (not d.is_open, d.due_on, d.pk))
        calendars = BankHoliday.objects.calendars()
        return [Clock(d, d.explain(calendars), d.status(self.on), d.tone(self.on)) for d in ordered]

    @property
    def running(self) -> list[Clock]:
        """Return the clocks that somebody still has to meet, the soonest first."""
        return [clock for clock in self.clocks if clock.deadline.is_open]

    @property
    def stopped(self) -> list[Clock]:
        """Return the clocks that were met, or stopped otherwise."""
        return [clock for clock in self.clocks if not clock.deadline.is_open]

    @property
    def next_clock(self) -> Clock | None:
        return next(iter(self.running), None)

    @cached_property
    def untimed(self) -> list[str]:
        """Return a sentence for each date that is too vague to start its clock."""
        return [
            f"{event.get_name_display()} is known as “{event.on.spoken}” only, so nothing can be "
            "worked out from it. Correct it when the exact day is known."
            for event in self.events
            if event.name in {"learned", "notified", "referred"} and event.on.exact is None
        ]

    @property
    def events(self) -> list[Any]:
        return self.known.events

    @cached_property
    def decisions(self) -> list[dict[str, Any]]:
        """Return advice and decision of each round, the latest first."""
        advice = {
            each.round: each
            for each in self.review.recommendations.filter(withdrawn_at=None).select_related("by")
        }
        decided = {each.round: each for each in self.review.decisions.select_related("by")}
        return [
            {"round": number, "advice": advice.get(number), "decision": decided.get(number)}
            for number in sorted(advice.keys() | decided.keys(), reverse=True)
        ]

    @cached_property
    def steps(self) -> list[dict[str, str]]:
        """Return the road of a review, or the part of it before another ending."""
        state = self.review.state
        road = [step for step in ROAD if self._is_on_the_way(step)]
        if state not in road:
            came = [
                c.before for c in self.changes if c.after == state and c.before not in {"", state}
            ]
            stop = road.index(came[-1]) + 1 if came and came[-1] in road else 1
            road = [*road[:stop], State(state)]
        here = road.index(State(state))
        return [
            {
                "text": step.label,
                "status": "done" if i < here else "current" if i == here else "to come",
            }
            for i, step in enumerate(road)
        ]

    def _is_on_the_way(self, step: State) -> bool:
        """Return whether the review comes to `step`: Ofsted evaluated in some years alone."""
        if step not in {State.SUBMITTED, State.EVALUATED} or step == self.review.state:
            return True
        return any(e.name == "submitted" for e in self.events) or evaluation_applies(
            self.known.day_of("ratified") or self.on
        )

    @cached_property
    def changes(self) -> list[Any]:
        return list(self.review.changes.all())

    @cached_property
    def recent(self) -> list[dict[str, Any]]:
        """Return the latest changes; what was opened or taken away is in the whole history."""
        events = AuditEvent.objects.about(self.review).exclude(verb__in=LOOKS).select_related("by")
        return [{"title": e.sentence, "at": e.at, "by": e.by} for e in events[:8]]

    @property
    def commissions(self) -> list[Any]:
        return self.known.commissions

    @property
    def outstanding(self) -> int:
        return sum(commission.is_outstanding for commission in self.commissions)

    @cached_property
    def tasks(self) -> list[dict[str, str]]:
        """Return what the person may do in this state, with how far each is."""
        done = self.done()
        return [
            link | {"status": done[act] or "To do", "colour": "" if done[act] else "light-blue"}
            for act in EVERYDAY_ACTS
            for link in self._links((act,))
        ]

    def done(self) -> dict[str, str]:
        """Return {act: how far it is}, empty where it waits to be done."""
        asked, waiting = len(self.commissions), self.outstanding
        answered = self.known.tally.criteria_answered
        return {
            "answer_criteria": f"{answered} answered" if answered else "",
            "ask_agencies": f"{asked} asked, {waiting} outstanding" if asked else "",
        }

    @cached_property
    def other_acts(self) -> list[dict[str, str]]:
        return self._links(OTHER_ACTS)

    def _links(self, acts: tuple[str, ...]) -> list[dict[str, str]]:
        return [
            {
                "text": ACTS[act][0],
                "href": reverse("record", args=[self.review.reference, act]),
            }
            for act in acts
            if self.review.has_room_for(act) and self.involved.refusal(act) is None
        ]

    @property
    def colour(self) -> str:
        return COLOURS.get(self.review.state, "green" if self.review.state in UNDER_WAY else "grey")

    @cached_property
    def fact_sheet(self) -> list[dict[str, str]]:
        return fact_sheet(self.known)

    @cached_property
    def sections(self) -> list[Section]:
        """Return what the apps above add to the page."""
        return sections_of(self.known, self.user)
