"""What a board's leaders open now and then: one page of links, so that the menu stays short."""

from dataclasses import dataclass

from boards.models import User
from boards.roles import Chair, Manager, Role

LEADERS: tuple[type[Role], ...] = (Manager, Chair)


@dataclass(frozen=True)
class BoardLink:
    """A page about the board rather than about one review, and what it is for."""

    url: str  # its name; takes no argument
    text: str
    what_for: str
    roles: tuple[type[Role], ...] = LEADERS
    is_for_operators: bool = False  # whoever may open Django's administration opens it too

    def is_open_to(self, user: User) -> bool:
        return user.has_role(*self.roles) or (self.is_for_operators and user.is_staff)


LINKS: tuple[BoardLink, ...] = (
    BoardLink("evaluations", "Ofsted’s evaluations", "Every letter, by board, date and grade."),
    BoardLink("annual-reports", "Annual reports", "The figures of a year, and what you say of it."),
    BoardLink("ladder", "Reminder rules", "Who is reminded of a deadline, and how long before."),
    BoardLink("status", "Are reminders being sent?", "What is well, and mail that failed."),
    BoardLink("log", "Log", "Who opened a case or changed anything, and when."),
    BoardLink(
        "word-templates",
        "Word templates",
        "Letters, forms and minutes as you word them.",
        (Manager,),
    ),
    BoardLink(
        "board-themes",
        "Themes",
        "What reviews are coded with, as you word it.",
        (Manager,),
    ),
    BoardLink(
        "past-reviews", "Past reviews", "Bring in older reviews from a spreadsheet.", (Manager,)
    ),
    BoardLink(
        "bank-holidays",
        "Bank holidays",
        "Days that do not count as working days.",
        (Manager,),
        is_for_operators=True,
    ),
)


def links_for(user: User) -> list[BoardLink]:
    """Return what the person may open, in the order shown."""
    return [link for link in LINKS if link.is_open_to(user)]
