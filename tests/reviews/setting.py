"""Reviews with documents on file, for what is frozen, signed, sent back and submitted."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from io import BytesIO
from typing import Any

from boards.models import Agency, Board, User
from boards.roles import Chair, Coordinator, Manager
from reviews.models import (
    CaseDocument,
    Commission,
    DocumentVersion,
    Event,
    FinalSet,
    Report,
    Review,
)
from tests.factories import AT, AgencyFactory, BoardFactory, a_review, person

LATER = AT + timedelta(days=10)
REPORTS = ("overview", "summary", "action_plan")


def filed(
    review: Review,
    kind: str,
    content: bytes = b"What was found.",
    *,
    agency: Agency | None = None,
    name: str = "report.docx",
    by: User | None = None,
    at: datetime = AT,
) -> DocumentVersion:
    """Return the next version of the document of this kind and agency."""
    return CaseDocument.file_next(
        review,
        BytesIO(content),
        kind=kind,
        agency=agency,
        name=name,
        media_type="application/octet-stream",
        by=by or review.changes.all()[0].by,
        at=at,
    )


@dataclass
class Setting:
    """A review at the panel: one agency's IMR and the three reports are on file."""

    board: Board
    review: Review
    agency: Agency
    staff: User
    manager: User
    chair: User
    writer: User

    def put(self, at: datetime = AT) -> FinalSet:
        """Return the set that was just put to the board."""
        self.review.move("put_to_board", by=self.staff, at=at)
        return self.review.final_sets.get(standing="open")

    def sign(self, *, at: datetime = LATER, **facts: Any) -> FinalSet:
        """Return the set that the Chair has signed."""
        before = self.review.final_sets.get(standing="open")
        details = {"on": at.date(), "digest": before.digest} | facts
        self.review.move("ratify", by=self.chair, at=at, **details)
        return self.review.final_sets.agreed().last()

    def submit(self, *, at: datetime = LATER) -> None:
        self.review.move("submit", by=self.staff, at=at, on=at.date(), channel="cjsm")

    def withhold(self, *, at: datetime = LATER) -> None:
        """The report is withheld, as a court ordered, of a review decided on in March."""
        Event.record(self.review, "decided", date(2010, 3, 2), by=self.manager, at=at)
        order = {"reasons": "The court's order.", "authority": "The High Court"}
        facts = {"state": "withheld", "on": at.date(), "confirms_rule": True} | order
        self.review.record("publish", by=self.manager, at=at, **facts)

    def go_to(self, state: str) -> None:
        """The review stands at `state`, behind the door's back, as only a test may."""
        Review.objects.filter(pk=self.review.pk).update(state=state)
        self.review.__dict__.update(Review.objects.get(pk=self.review.pk).__dict__)


def complete(
    review: Review,
    writer: User,
    kinds: tuple[str, ...] = REPORTS,
    *,
    unfiled: tuple[str, ...] = (),
) -> None:
    """The reports are complete, signed off and, but for the `unfiled`, on file."""
    for kind in kinds:
        Report.objects.create(
            review=review,
            kind=kind,
            version=1,
            author="Dr A",
            completed_on=AT.date(),
            by=writer,
            at=AT,
            signed_off_by=review.owner or review.changes.all()[0].by,
            signed_off_at=AT,
        )
        if kind not in unfiled:
            filed(review, kind, f"The {kind}.".encode(), name=f"{kind}.docx")


def asked(review: Review, agency: Agency, by: User, *, kind: str = "imr", **fields: Any) -> None:
    Commission.objects.create(
        review=review,
        agency=agency,
        kind=kind,
        asked_on=date(2010, 3, 2),
        due_on=date(2010, 3, 20),
        by=by,
        at=AT,
        **fields,
    )


def a_setting(*, is_complete: bool = True) -> Setting:
    """Return a review whose set can be put to the board, or whose documents are all missing."""
    board = BoardFactory()
    review = a_review(board)
    staff, manager, chair = (person(role, board) for role in (Coordinator, Manager, Chair))
    agency, writer = AgencyFactory(board=board, name="Downland Police"), person(Coordinator, board)
    setting = Setting(board, review, agency, staff, manager, chair, writer)
    setting.go_to("panel")
    asked(review, agency, staff)
    review.record("leave_family_out", by=manager, at=AT, on=AT.date(), reason="None known.")
    if is_complete:
        complete(review, writer)
        filed(review, "imr", b"What the police knew.", agency=agency, name="IMR.docx")
    return setting
