"""A review with what hangs on it, for rows that the database shall refuse."""

from datetime import date, timedelta

from django.db import models

from boards.models import Agency, Board, Membership, User
from reviews.models import (
    Absence,
    Acceptance,
    Appointment,
    Commission,
    CriterionFinding,
    Deadline,
    Decision,
    Declaration,
    Extension,
    HandOver,
    IncidentDraft,
    Publication,
    Recommendation,
    Review,
)
from tests.factories import AT, AgencyFactory, BoardFactory, UserFactory, a_review

DAY = date(2010, 3, 15)
BEFORE, AFTER = DAY - timedelta(days=1), DAY + timedelta(days=1)


class Scene:
    """A review with what the rows below hang on."""

    def __init__(self) -> None:
        self.board: Board = BoardFactory()
        self.agency: Agency = AgencyFactory(board=self.board)
        self.user: User = UserFactory()
        self.review: Review = a_review(self.board)
        self.deadline: Deadline = self.review.deadlines.get(kind="decide")
        self.said = {"by": self.user, "at": AT}
        self.of = {"review": self.review, **self.said}

    def twice(self, model: type[models.Model], **fields: object) -> None:
        model.objects.create(**fields)
        model.objects.create(**fields)

    def seat(self, **fields: object) -> Membership:
        return Membership.objects.create(**{"user": self.user, "since_on": DAY, **fields})

    def ask(self, **fields: object) -> Commission:
        facts = {"agency": self.agency, "kind": "check", "asked_on": DAY, "due_on": AFTER}
        return Commission.objects.create(**self.of, **facts | fields)

    def appoint(self, post: str, name: str = "Dr A", **fields: object) -> Appointment:
        facts = {"employer": "None", "independence": "Yes.", "appointed_on": DAY}
        facts |= {"job_title": "Consultant"}
        return Appointment.objects.create(**self.of, post=post, name=name, **facts | fields)

    def declare(self, **fields: object) -> Declaration:
        held = self.appoint("panel_member")
        facts = {"is_involved": False, "has_interest": False, "keeps_confidence": True}
        return Declaration.objects.create(
            **self.said, appointment=held, signed_on=DAY, **facts | fields
        )

    def accept(self, **fields: object) -> Acceptance:
        facts = {"reasons": "x", "mitigation": "x"}
        made = self.declare(has_interest=True, particulars="x")
        return Acceptance.objects.create(**self.said, declaration=made, **facts | fields)

    def offer(self, **fields: object) -> HandOver:
        return HandOver.objects.create(**{**self.of, "to": UserFactory(), **fields})

    def away(self, **fields: object) -> Absence:
        facts = {"person": self.user, "from_on": DAY, "to_on": AFTER, "at": AT, "board": self.board}
        return Absence.objects.create(**facts | {"cover": UserFactory()} | fields)

    def decide(self, **fields: object) -> Decision:
        facts = {"round": 1, "outcome": "scr", "reasons": "x", "on": DAY}
        return Decision.objects.create(**self.of, **facts | fields)

    def recommend(self, **fields: object) -> Recommendation:
        facts = {"round": 1, "outcome": "scr", "reasons": "x", "met_on": DAY}
        return Recommendation.objects.create(**self.of, **facts | fields)

    def find(self, **fields: object) -> CriterionFinding:
        facts = {"round": 1, "guidance": "wt2010", "criterion": "death", "answer": "yes"}
        return CriterionFinding.objects.create(**self.of, **facts | {"evidence": "x"} | fields)

    def extend(self, **fields: object) -> Extension:
        facts = {"from_due_on": DAY, "to_due_on": AFTER, "reason": "x", "authority": "x"}
        facts |= {"deadline": self.deadline, "agreed_on": DAY}
        return Extension.objects.create(**self.said, **facts | fields)

    def publish(self, **fields: object) -> Publication:
        return Publication.objects.create(**self.of, on=DAY, **fields)

    def draft(self) -> IncidentDraft:
        return IncidentDraft.objects.create(
            board=self.board,
            started_by=self.user,
            started_at=AT,
            saved_by=self.user,
            saved_at=AT,
        )

    def change(self, **fields: object) -> None:
        Review.objects.filter(pk=self.review.pk).update(**fields)

    def change_deadline(self, **fields: object) -> None:
        Deadline.objects.filter(pk=self.deadline.pk).update(**fields)
