"""Who is on a review, on what declaration, and who was: as its page shows it to one person."""

from dataclasses import dataclass, field
from functools import cached_property

from django.urls import reverse

from boards.govuk.words import counted
from boards.models import Membership, User
from boards.roles import Chair
from reviews.known import Known
from reviews.models import Appointment, Declaration, Post, Review
from reviews.permissions import LEAD, holds, refusal
from reviews.signals import appointments_told

OPEN_DECLARATION, CONFLICT = "Declaration awaited", "Conflict declared"
ACCEPTED, DECLARED = "Conflict accepted", "Declared"
COLOURS = {OPEN_DECLARATION: "yellow", CONFLICT: "red", ACCEPTED: "blue", DECLARED: "green"}


def standing(known: Known) -> str:
    """Return in a few words how it stands with the people of the review."""
    held = known.held
    statuses = [status_of(each) for each in held]
    if CONFLICT in statuses:
        return CONFLICT
    if awaited := statuses.count(OPEN_DECLARATION):
        return f"{counted(awaited, 'declaration')} awaited"
    return counted(len(held), "person").replace("persons", "people") if held else "Nobody yet"


def status_of(appointment: Appointment) -> str:
    """Return how the declaration of the person stands."""
    declared = appointment.standing_declaration
    if declared is None:
        return OPEN_DECLARATION
    if not declared.has_conflict:
        return DECLARED
    return ACCEPTED if declared.is_accepted else CONFLICT


@dataclass(frozen=True)
class Telling:
    """How a person was told of their post, in words; `href` opens the mail."""

    text: str
    href: str = ""


NO_ACCOUNT = Telling("Has no account here: tell them yourself")
NOT_BY_PORTAL = Telling("Not by the portal")


@dataclass(frozen=True)
class Line:
    """One open appointment as the page shows it."""

    appointment: Appointment
    status: str
    actions: list[dict[str, str]] = field(default_factory=list)
    told: Telling = NOT_BY_PORTAL

    @property
    def colour(self) -> str:
        return COLOURS[self.status]


class People:
    """Everybody who holds or held a post on the review, for one reader."""

    def __init__(self, review: Review, user: User) -> None:
        self.review, self.user = review, user

    @cached_property
    def sees_particulars(self) -> bool:
        """Whether what somebody declared is shown: it may say much about their own life."""
        return any(holds(self.user, role, self.review) for role in LEAD)

    @cached_property
    def everybody(self) -> list[Appointment]:
        rows = self.review.appointments.select_related("user")
        return list(rows.prefetch_related("declarations__acceptance__by", "declarations__by"))

    @cached_property
    def lines(self) -> list[Line]:
        """Return the open appointments: chair and author first."""
        held = [each for each in self.everybody if each.ended_on is None]
        held.sort(key=lambda each: Post.values.index(each.post))
        return [
            Line(each, status_of(each), self._actions(each), self._told_of(each)) for each in held
        ]

    @cached_property
    def told(self) -> dict[int, Telling]:
        """Return how each of them was told of their post, by the appointment's key."""
        answers = appointments_told.send(sender=Review, review=self.review)
        return {key: telling for _receiver, told in answers for key, telling in told.items()}

    def _told_of(self, held: Appointment) -> Telling:
        return self.told.get(held.pk) or (NOT_BY_PORTAL if held.user_id else NO_ACCOUNT)

    @cached_property
    def past(self) -> list[Appointment]:
        """Return the appointments that ended, the last to end first."""
        ended = [each for each in self.everybody if each.ended_on]
        return sorted(ended, key=lambda each: (each.ended_on, each.pk), reverse=True)

    @cached_property
    def declarations(self) -> list[Declaration]:
        """Return every declaration ever made, the newest first, to those who may read them."""
        if not self.sees_particulars:
            return []
        made = Declaration.objects.filter(appointment__review=self.review)
        return list(made.select_related("appointment", "by", "acceptance__by").order_by("-pk"))

    @cached_property
    def may_appoint(self) -> bool:
        return self._may("appoint")

    @cached_property
    def summary_list(self) -> str:
        """Return the list for the executive summary: names at the head, members by post alone."""
        chairs = Membership.objects.open().in_roles(Chair).filter(board=self.review.board_id)
        named = [line.appointment for line in self.lines if line.appointment.is_independent]
        members = [line.appointment for line in self.lines if not line.appointment.is_independent]
        heads = [
            f"{self.review.board}",
            *(f"LSCB Chair: {seat.user}" for seat in chairs.select_related("user")),
            *(f"{each.get_post_display()}: {each.name}, {each.employer}" for each in named),
        ]
        listed = [f"- {each.title_and_employer}" for each in members]
        return "\n".join([*heads, "Panel members:" if listed else "Panel members: none", *listed])

    def _may(self, act: str) -> bool:
        return self.review.has_room_for(act) and refusal(self.user, act, self.review) is None

    def _actions(self, held: Appointment) -> list[dict[str, str]]:
        declared, wanted = held.standing_declaration, ["replace_appointment", "end_appointment"]
        if held.user_id is None:
            wanted.insert(0, "take_declaration")
        if declared and not declared.is_clear:
            wanted.insert(0, "accept_conflict")
        texts = {
            "accept_conflict": "Accept the conflict",
            "take_declaration": "Record a declaration on paper",
            "replace_appointment": "Replace",
            "end_appointment": "End",
        }
        return [
            {"text": texts[act], "href": self._door(act, held)} for act in wanted if self._may(act)
        ]

    def _door(self, act: str, held: Appointment) -> str:
        asked = {"appointment": held.pk}
        if act == "accept_conflict" and held.standing_declaration:
            asked = {"declaration": held.standing_declaration.pk}
        return reverse("record", args=[self.review.reference, act], query=asked)
