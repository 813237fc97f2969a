"""A review that is being scoped, and everybody who carries it, each at a browser of their own."""

from datetime import UTC, date, datetime

from playwright.sync_api import Browser

from boards.models import Agency, AgencyKind, Board, User
from boards.roles import (
    AgencyAuthor,
    Chair,
    Coordinator,
    Evaluator,
    Manager,
    OverviewAuthor,
    PanelChair,
    PanelMember,
    Role,
)
from reviews.models import Review
from tests.browser.case_steps import Desk
from tests.factories import BoardFactory, a_review, person

NOW = datetime(2010, 3, 29, 9, 0, tzinfo=UTC)
TODAY, LATER = NOW.date(), date(2010, 5, 10)
AGENCIES = {
    "police": ("Sussex Police", AgencyKind.POLICE),
    "hospital": ("Downland Hospital", AgencyKind.HOSPITAL),
    "housing": ("Weald Housing", AgencyKind.HOUSING),
}
NAMES: dict[str, tuple[type[Role], str]] = {
    "coordinator": (Coordinator, "Sam Coordinator"),
    "manager": (Manager, "Max Manager"),
    "chair": (Chair, "Chris Chair"),
    "panel_chair": (PanelChair, "Petra Lindfield"),
    "author": (OverviewAuthor, "Olive Author"),
    "member": (PanelMember, "Mo Member"),
    "evaluator": (Evaluator, "Eve Evaluator"),
}


class Case:
    """A review that is being scoped, and everybody at their desks."""

    def __init__(self, browser: Browser, at: str, *, scripted: bool) -> None:
        self.browser, self.at, self.scripted = browser, at, scripted
        self.board: Board = BoardFactory(name="East Sussex LSCB", slug="east-sussex", code="ESX")
        self.desks: dict[str, Desk] = {}
        self.people: dict[str, User] = {
            key: person(role, self.board, user={"full_name": name})
            for key, (role, name) in NAMES.items()
        }
        for key, (name, kind) in AGENCIES.items():
            agency = Agency.objects.create(board=self.board, name=name, kind=kind)
            self.people[key] = person(
                AgencyAuthor, self.board, agency=agency, user={"full_name": f"Author of {name}"}
            )
        self.review = self._review()
        self.home = f"/reviews/{self.review.reference}/"

    def _review(self) -> Review:
        dates = {"notified": date(2010, 3, 1), "referred": date(2010, 3, 1)}
        dates["decided"] = date(2010, 3, 15)
        opened = a_review(
            self.board,
            at=NOW,
            dates=dates,
            by=self.people["manager"],
            owner=self.people["coordinator"],
        )
        Review.objects.filter(pk=opened.pk).update(state="scoping")
        return Review.objects.get(pk=opened.pk)

    def __getattr__(self, key: str) -> Desk:
        """Return the desk of somebody, who signs in when first needed."""
        if key not in NAMES and key not in AGENCIES:
            raise AttributeError(key)
        if key not in self.desks:
            made = Desk(self.browser, self.at, self.people[key], scripted=self.scripted)
            self.desks[key] = made
            made.sign_in()
        return self.desks[key]
