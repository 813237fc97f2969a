"""A case as it is told: its day, its people, and the doors of the portal."""

from datetime import date, datetime, time, timedelta
from typing import Any

from django.utils import timezone

from boards.models import Board, User
from boards.roles import Coordinator, Role
from lscb_portal.demo.cases import Case
from lscb_portal.demo.children import make_children
from reviews.models import Incident, Review

OFFICE_OPENS = time(10)
PINNED = "The case is told under the guidance of 2010, to show its clocks."


class Story:
    """One case under way: what is done is done on `day`, by somebody of the board."""

    def __init__(self, case: Case, board: Board, cast: dict[type[Role], User], today: date) -> None:
        self.case, self.board, self.cast, self.today = case, board, cast, today
        self.day = case.notified_on(today)
        self.review = self._open()

    @property
    def at(self) -> datetime:
        return timezone.make_aware(datetime.combine(self.day, OFFICE_OPENS))

    def who(self, *roles: type[Role]) -> User:
        """Return the first of the roles that somebody plays on this board."""
        return next(self.cast[role] for role in roles if role in self.cast)

    def move(self, action: str, role: type[Role], *others: type[Role], **facts: Any) -> None:
        self.review.move(action, by=self.who(role, *others), at=self.at, **facts)

    def record(self, act: str, role: type[Role], *others: type[Role], **facts: Any) -> None:
        self.review.record(act, by=self.who(role, *others), at=self.at, **facts)

    def _open(self) -> Review:
        case, staff = self.case, self.who(Coordinator)
        incident = Incident.objects.create(
            board=self.board,
            harm=case.harm,
            place=case.place,
            narrative="A fictional incident, for trying the portal.",
            logged_at=self.at,
            logged_by=staff,
        )
        before = self.day - timedelta(days=2)
        make_children(incident, case, before)
        dates = {"happened": before, "learned": before, "notified": self.day, "referred": self.day}
        pinned = {"pinned_guidance": case.guidance, "pinned_because": PINNED}
        return Review.open(
            incident,
            dates,
            by=staff,
            at=self.at,
            owner=staff if case.is_owned else None,
            source={"demo": case.key},
            **(pinned if case.guidance else {}),
        )
