"""The three reports: written, checked by an agency, completed and signed off."""

import re

from playwright.sync_api import expect

from tests.browser.carried_case import LATER, Case
from tests.browser.case_steps import Desk
from tests.browser.pages import go

REPORTS = {
    "Overview report": "The facts: summary of the chronology",
    "Executive summary": "Purpose of the review",
    "Action plan": "How the plan is monitored",
}


def open_report(case: Case, desk: Desk, report: str) -> None:
    desk.open(case.home)
    desk.follow("Reports")
    desk.follow(report)


def write(case: Case, desk: Desk, report: str, text: str) -> None:
    open_report(case, desk, report)
    desk.follow(REPORTS[report])
    desk.page.get_by_label(REPORTS[report]).fill(text)
    desk.press("Save this section")


def reports_are_issued(case: Case) -> None:
    for report in REPORTS:
        write(case, case.author, report, "The police came to the home nine times.")
        issue(case, report)


def issue(case: Case, report: str) -> None:
    open_report(case, case.author, report)
    case.author.follow("Issue a draft")
    case.author.press("Issue the draft")


def two_write_at_once(case: Case) -> None:
    """The second to save is told, sees both texts, and keeps what they make of the two."""
    first, second = case.author, case.coordinator
    heading = REPORTS["Overview report"]
    for desk in (first, second):
        open_report(case, desk, "Overview report")
        desk.follow(heading)
    first.page.get_by_label(heading).fill("The police came to the home eight times.")
    first.press("Save this section")
    second.page.get_by_label(heading).fill("Nobody saw the child alone.")
    second.press("Save this section")
    second.sees(re.compile("Somebody else saved .* while you wrote"))
    for text in ("The police came to the home eight times.", "Nobody saw the child alone."):
        expect(second.page.get_by_role("main")).to_contain_text(text)
    second.choose("Which text stands?", "The text below, made of both")
    both = "The police came to the home eight times. Nobody saw the child alone."
    second.page.get_by_role("textbox", name=heading).fill(both)
    second.press("Save my choice")
    open_report(case, first, "Overview report")
    first.follow(heading)
    expect(first.page.get_by_label(heading)).to_have_value(both)


def facts_are_checked(case: Case) -> None:
    """The agency reads its sections and says what is wrong; the author answers; it is closed."""
    author, police = case.author, case.police
    open_report(case, author, "Overview report")
    author.follow("Draft 1")
    author.follow("Open for comments")
    author.choose("Which agencies check the facts?", "Sussex Police")
    author.choose("Which sections may these agencies read?", REPORTS["Overview report"])
    author.day("By when?", LATER)
    author.press("Open the draft for comments")
    draft = author.page.url
    police.open("/")
    go(police.page.get_by_role("row").filter(has_text="accuracy").get_by_role("link").first)
    police.look()
    police.follow("Read the sections and check the facts")
    police.follow(re.compile("Say what is not right"))
    police.fill("What does the draft say?", "nine times")
    police.fill("What should it say?", "eight times; once nobody was in")
    police.press("Add the comment")
    police.press("Send our comments to the board")
    author.open(draft)
    author.follow(re.compile("^Answer to comment"))
    author.choose("What becomes of the comment?", "Accepted")
    author.press("Save the answer")
    author.press("Close the comments")


def reports_are_completed(case: Case) -> None:
    """Each report is complete in its newest draft, and signed off by the panel chair."""
    author, chair = case.author, case.panel_chair
    issue(case, "Overview report")
    for report in REPORTS:
        open_report(case, author, report)
        author.follow(re.compile(r"^Draft \d$"))  # the newest stands first
        complete(author)
        open_report(case, chair, report)
        sign_off(chair)


def complete(desk: Desk) -> None:
    desk.follow("Record that it is complete")
    desk.fill("Who wrote it?", "Olive Author")
    desk.press("Record that it is complete")


def sign_off(desk: Desk) -> None:
    desk.follow(re.compile("^Sign off"))
    desk.page.get_by_label("I have read this version").check()
    desk.press("Sign it off")
