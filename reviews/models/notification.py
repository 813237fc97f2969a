"""What a notification says once it is complete, and the rows that keep it."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from boards.models import Board, User
from reviews.models.child import Child
from reviews.models.family import FamilyMember
from reviews.models.incident import Incident, InvolvedProfessional, KeyDate
from reviews.statutory import PartialDate

Row = dict[str, Any]


@dataclass(frozen=True)
class Notification:
    """Everything that a complete draft says, read and found right at `version` of the draft."""

    version: int
    incident: Row
    dates: dict[str, PartialDate]
    children: list[Row] = field(default_factory=list)
    family: list[Row] = field(default_factory=list)
    professionals: list[Row] = field(default_factory=list)
    key_dates: list[Row] = field(default_factory=list)

    def keep(self, board: Board, *, by: User, at: datetime) -> Incident:
        """The incident exists with its children, family, professionals and key dates."""
        incident = Incident.objects.create(board=board, logged_at=at, logged_by=by, **self.incident)
        Child.objects.bulk_create(
            Child(incident=incident, position=position, **facts)
            for position, facts in enumerate(self.children, start=1)
        )
        for model, rows in (
            (FamilyMember, self.family),
            (InvolvedProfessional, self.professionals),
            (KeyDate, self.key_dates),
        ):
            model.objects.bulk_create(model(incident=incident, **facts) for facts in rows)
        return incident
