"""An IMR on its way: asked for, written, signed off and submitted, for the tests of it."""

from datetime import timedelta
from io import BytesIO

from django.utils import timezone

from boards.models import AgencyKind, Board, User
from boards.roles import AgencyAuthor, Coordinator, PanelChair, PanelMember
from reviews.models import (
    AgencyQuestion,
    Commission,
    Contribution,
    ContributionDraft,
    Review,
)
from tests.factories import AgencyFactory, BoardFactory, a_review, appointed, person

PDF = b"%PDF-1.4 a report"


class Contributed:
    """A review at chronology stage, whose agency was asked for an IMR a week ago."""

    def __init__(self, kind: str = "imr") -> None:
        self.now = timezone.now()
        self.today = timezone.localdate()
        self.board: Board = BoardFactory()
        self.staff: User = person(Coordinator, self.board)
        self.agency = AgencyFactory(board=self.board, kind=AgencyKind.COMMUNITY_HEALTH)
        self.author: User = person(AgencyAuthor, self.board, agency=self.agency)
        self.review = self._review()
        self.panel_chair = self._appointed(PanelChair)
        self.member = self._appointed(PanelMember)
        self.asked = self.ask(self.agency, kind)
        self.draft = ContributionDraft(self.asked)

    def _review(self) -> Review:
        day = self.today - timedelta(days=60)
        dates = {"notified": day, "referred": day}
        review = a_review(self.board, at=self.now, dates=dates, owner=self.staff)
        Review.objects.filter(pk=review.pk).update(state="chronology")
        return Review.objects.get(pk=review.pk)

    def _appointed(self, role: type) -> User:
        user = person(role, self.board)
        appointed(self.review, user, role.slug, at=self.now)
        return user

    def ask(self, agency: object, kind: str = "imr") -> Commission:
        """Return what the agency was asked for a week ago, due in a week."""
        self.review.record(
            "ask_agencies",
            by=self.staff,
            at=self.now,
            agencies=[agency],
            kind=kind,
            on=self.today - timedelta(days=7),
            due_on=self.today + timedelta(days=7),
        )
        return Commission.objects.get(review=self.review, agency=agency, kind=kind)

    def save(self, by: User | None = None, **facts: object) -> None:
        """The draft has the facts, as a page that was opened just now sends them."""
        seen = self.draft.current.stamp(facts)
        self.draft.save(facts, seen=seen, by=by or self.author, at=self.now)

    def write(self, **facts: object) -> None:
        """Everything but the sign-off is there."""
        said = {
            "author_name": "Ann Writer",
            "author_job_title": "Named nurse",
            "was_involved": False,
            "managed_the_involved": False,
            "records_secured_on": self.today,
            "from_on": self.today - timedelta(days=700),
            "to_on": self.today - timedelta(days=70),
            "context": "Health visiting.",
            "documents_seen": "The health visitor’s record",
            "interviews": "Health visitor",
            "makes_no_recommendations": True,
        }
        self.save(**said | facts)
        self.attach()

    def attach(self) -> None:
        self.draft.attach(
            BytesIO(PDF), name="imr.pdf", media_type="application/pdf", by=self.author, at=self.now
        )

    def sign(self) -> None:
        """Its head signed on paper."""
        self.draft.record_sign_off(
            name="Hugh Head", post="Chief Executive", on=self.today, by=self.author, at=self.now
        )

    def submit(self, by: User | None = None) -> Contribution:
        """Return the round that was submitted just now; what it lacked is written first."""
        if self.draft.current.file is None:
            self.write()
        self.sign()
        current = self.draft.current
        self.review.record(
            "submit_contribution", by=by or self.author, at=self.now, contribution=current
        )
        return Contribution.objects.get(pk=current.pk)

    def send_back(self, sent: Contribution, by: User | None = None) -> None:
        self.review.record(
            "send_back_contribution",
            by=by or self.panel_chair,
            at=self.now,
            contribution=sent,
            because="The child is not heard.",
            again_by_on=self.today + timedelta(days=14),
        )

    def question(self) -> AgencyQuestion:
        return AgencyQuestion.ask(
            self.asked,
            text="Who saw the child in May?",
            due_on=self.today + timedelta(days=5),
            by=self.panel_chair,
            at=self.now,
        )
