"""Reviews whose agencies were asked for chronologies, and the people who write and read them."""

from datetime import date, timedelta

from django.test import Client
from django.utils import timezone

from boards.models import Agency, Board, User
from boards.roles import AgencyAuthor, Coordinator, Manager, PanelChair
from chronology.models import AgencyChronology, TypedRow
from reviews.models import Commission, CommissionKind, Review
from tests.factories import AgencyFactory, BoardFactory, a_review, appointed, person
from tests.terms import agreed_terms

TYPED = {"date": "22/05/2009", "source": "HV diary", "event": "Home visit. Child seen."}


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def appoint(review: Review, user: User, post: str, by: User) -> None:
    appointed(review, user, post, by=by, at=timezone.now())


class Scene:
    """A review at `chronology`, one agency that was asked, and everybody who has to do with it."""

    def __init__(self, kind: str = CommissionKind.CHRONOLOGY, board: Board | None = None) -> None:
        self.board = board or BoardFactory()
        self.coordinator = person(Coordinator, self.board)
        self.manager = person(Manager, self.board)
        self.panel_chair = person(PanelChair, self.board)
        name = f"Health visiting {self.board.agencies.count()}"
        self.agency: Agency = AgencyFactory(board=self.board, name=name)
        self.author = person(AgencyAuthor, self.board, agency=self.agency)
        self.at, self.today = timezone.now(), timezone.localdate()
        day = self.today - timedelta(days=60)
        self.review = a_review(
            self.board,
            at=self.at,
            dates={"notified": day, "referred": day},
            owner=self.coordinator,
        )
        Review.objects.filter(pk=self.review.pk).update(state="chronology")
        self.review = Review.objects.get(pk=self.review.pk)
        appoint(self.review, self.panel_chair, "panel_chair", self.manager)
        agreed_terms(self.review, by=self.manager, from_on=date(2007, 1, 1), to_on=date(2010, 1, 1))
        self.due_on = self.today + timedelta(days=21)
        self.review.record(
            "ask_agencies",
            by=self.coordinator,
            at=self.at,
            agencies=[self.agency],
            kind=kind,
            on=self.today,
            due_on=self.due_on,
        )
        self.chronology = AgencyChronology.of(self.review, self.agency)

    @property
    def commission(self) -> Commission:
        return Commission.objects.select_related("deadline").get(agency=self.agency)

    def type_row(self, **cells: str) -> TypedRow:
        number = self.chronology.typed_rows.count()
        return TypedRow.add(
            self.chronology, TYPED | cells, token=f"t{number}", by=self.author, at=self.at
        )

    def handed_in(self) -> None:
        self.type_row()
        self.chronology.hand_in(by=self.author, at=self.at)
