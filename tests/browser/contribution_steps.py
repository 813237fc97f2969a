"""Three agencies answer: one is sent back and writes again, one is waived, one is accepted."""

import re
from datetime import date

from tests.browser.carried_case import LATER, TODAY, Case
from tests.browser.case_steps import Desk
from tests.browser.pages import go
from tests.records import files


def report_is_written(desk: Desk, reference: str) -> str:
    """Everything but the sign-off is there; return the address of the commission."""
    desk.open("/")
    go(desk.page.get_by_role("main").get_by_role("link", name=re.compile(reference)).first)
    desk.look()
    home = desk.page.url
    desk.follow("The author")
    desk.fill("Name of the author", "Ann Writer")
    desk.fill("Job title", "Head of audit")
    desk.choose("Was the author directly involved", "No")
    desk.choose("Has the author managed anybody", "No")
    desk.press("Save and continue")
    desk.open(home)
    desk.follow("Records and interviews")
    desk.day("When were the agency’s records secured?", date(2010, 3, 16))
    desk.day("What is the first day covered?", date(2009, 1, 1))
    desk.day("What is the last day covered?", date(2010, 2, 28))
    desk.page.get_by_label("What did the agency do").fill("It came to the house three times.")
    desk.page.get_by_label("Which documents were seen?").fill("Incident log")
    desk.page.get_by_label("Who was interviewed?").fill("Response officer")
    desk.press("Save and continue")
    desk.open(home)
    desk.follow("Recommendations")
    desk.page.get_by_label(re.compile("makes no recommendations")).check()
    desk.press("Save and continue")
    return home


def report_is_submitted(desk: Desk, home: str, text: str) -> None:
    """The file is kept, the sign-off recorded, and the board has it."""
    desk.open(home)
    desk.follow("The report itself")
    file = {"name": "imr.docx", "mimeType": "application/octet-stream"}
    desk.page.get_by_label("Report").set_input_files({**file, "buffer": files.docx(text)})
    desk.press("Keep this file")
    desk.open(home)
    desk.follow("Sign-off by the agency’s head")
    desk.fill("Who signed it off?", "Hugh Head")
    desk.fill("Post", "Chief Constable")
    desk.day("When was it signed?", TODAY)
    desk.page.get_by_label("The signed page is in the report").check()
    desk.press("Record the sign-off")
    desk.open(home)
    desk.follow("Check before you submit")
    desk.press("Submit to the board")


def agency_is_sent_back_and_accepted(case: Case) -> None:
    """The first agency submits, is returned with reasons, submits again and is accepted."""
    author, chair = case.police, case.panel_chair
    home = report_is_written(author, case.review.reference)
    report_is_submitted(author, home, "What the police knew.")
    open_round(case, "Sussex Police")
    chair.follow("Send it back")
    chair.page.get_by_label("What has to be mended?").fill("The child is not heard.")
    chair.day("By when is it wanted again?", LATER)
    chair.press("Send it back")
    author.open(home)
    author.sees("The child is not heard.")
    report_is_submitted(author, home, "What the police knew, and what the child said.")
    open_round(case, "Sussex Police")
    accept(case)


def open_round(case: Case, agency: str) -> None:
    """The panel chair opens what the agency submitted last."""
    chair = case.panel_chair
    chair.open(case.home)
    chair.follow("Agencies’ contributions")
    go(chair.row(agency).get_by_role("link", name=re.compile("round")))
    chair.look()


def accept(case: Case) -> None:
    case.panel_chair.follow("Accept it")
    case.panel_chair.press("Accept it")


def agency_is_waived(case: Case) -> None:
    desk = case.coordinator
    desk.open(case.home)
    desk.follow(re.compile("Downland Hospital.*has not been returned or waived"))
    go(desk.row("Downland Hospital").get_by_role("link", name="Downland Hospital").first)
    desk.look()
    desk.follow("Do without this return")
    desk.page.get_by_label("Why?").fill("It met the family once, and said so.")
    desk.press("Do without it")


def agency_returns(case: Case) -> None:
    author = case.housing
    home = report_is_written(author, case.review.reference)
    report_is_submitted(author, home, "What the landlord knew.")
    open_round(case, "Weald Housing")
    accept(case)
