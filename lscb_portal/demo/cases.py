"""The fictional cases: when each was notified, how far it has come, and how it went."""

from dataclasses import dataclass
from datetime import date, timedelta

from lscb_portal.demo.people import BRIGHTON, EAST_SUSSEX
from reviews.models.incident import Harm

WT2010 = "wt2010"


@dataclass(frozen=True)
class Case:
    """One case. `notified` is a day, or how many days ago; `until` the last step of its story.

    With `guidance`, the case is pinned to it; `ending` is a step out of the ordinary at the end.
    """

    key: str
    notified: int | date
    until: str
    children: tuple[str, ...]
    board: str = EAST_SUSSEX
    harm: str = Harm.DEATH
    place: str = "The family’s home"
    guidance: str = WT2010
    outcome: str = "scr"
    advice: str = ""
    grade: str = "good"
    ending: str = ""
    is_owned: bool = True

    @property
    def is_of_long_ago(self) -> bool:
        return isinstance(self.notified, date)

    def notified_on(self, today: date) -> date:
        if isinstance(self.notified, date):
            return self.notified
        return today - timedelta(days=self.notified)


CASES = (
    Case("new", 3, "open", ("Ash Thornby",), is_owned=False),
    Case("due-in-days", 26, "ask_for_checks", ("Bryn Pellet", "Fern Pellet")),
    Case("decision-overdue", 45, "ask_for_checks", ("Corin Maye",), harm=Harm.SERIOUS_HARM),
    Case("with-the-chair", 16, "recommend", ("Dara Hobden",)),
    Case("no-review", 90, "decide", ("Elin Crouch",), outcome="none", advice="scr"),
    Case("other-review", 75, "decide", ("Fay Tester",), harm=Harm.SERIOUS_HARM, outcome="other"),
    Case("withdrawn", 30, "screen", ("Gale Verrall",), ending="withdraw"),
    Case("scoping", 40, "appoint_author", ("Hale Akehurst",), ending="conflict"),
    Case("chronology", 80, "some_return", ("Ivo Funnell", "Isla Funnell")),
    Case("panel-due-in-days", 198, "begin_panel", ("Jory Baitup",)),
    Case("panel-overdue", 220, "overview", ("Kit Weller",), harm=Harm.SERIOUS_HARM),
    Case("panel-extended", 240, "overview", ("Lark Diplock",), ending="extend"),
    Case("with-the-board", 190, "put_to_board", ("Merle Honeysett",), ending="send_back"),
    Case("ratified", 150, "sign", ("Nell Tapsell",)),
    Case("closed", date(2010, 3, 1), "close", ("Oak Message",), guidance=""),
    Case(
        "evaluated",
        date(2011, 2, 14),
        "record_evaluation",
        ("Wren Pook",),
        harm=Harm.SERIOUS_HARM,
        guidance="",
        grade="outstanding",
        ending="publish",
    ),
    Case("with-ofsted-in-full", date(2011, 3, 7), "submit", ("Bay Pursglove",), guidance=""),
    Case("with-ofsted", date(2012, 1, 9), "submit", ("Pip Guy",), guidance="", ending="redact"),
    Case(
        "reconsidered",
        date(2008, 1, 14),
        "record_evaluation",
        ("Quin Saxby", "Rue Saxby", "Sage Saxby"),
        guidance="",
        grade="inadequate",
        ending="reconsider",
    ),
    Case("rapid-review", 17, "open", ("Tam Unsted",), guidance=""),
    Case("elsewhere-overdue", 50, "screen", ("Uma Catt",), board=BRIGHTON),
    Case("elsewhere-scoping", 45, "decide", ("Vale Pelling",), board=BRIGHTON),
)
