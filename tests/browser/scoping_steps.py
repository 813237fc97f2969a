"""A review is scoped: its terms agreed, its people appointed, its agencies asked."""

import re
from datetime import date

from tests.browser.carried_case import AGENCIES, Case
from tests.browser.case_steps import Desk
from tests.browser.pages import go


def terms_are_agreed(case: Case) -> None:
    desk = case.coordinator
    desk.open(case.home)
    desk.sees("Begin the chronology: still missing")
    desk.follow("Agree the terms of reference: no version is agreed yet.")
    desk.press("Begin the terms of reference")
    desk.follow("Period")
    desk.day("From which day?", date(2009, 1, 1))
    desk.day("To which day?", date(2010, 2, 28))
    desk.fill("Why this period?", "From the first contact to the incident.")
    desk.press("Save")
    desk.follow("Key questions")
    desk.press("Pick from the library")
    for box in desk.page.get_by_role("checkbox").all()[:2]:
        box.check()
    desk.press("Add the ticked questions")
    desk.press("Save and go back")
    desk.follow("Agencies")
    for name, _kind in AGENCIES.values():
        desk.choose(name, "Ask it")
        desk.fill(f"Why is {name} asked or left out?", "It knew the family.")
    desk.press("Save and go back")
    desk.follow("Family involvement")
    desk.choose("Will the family be involved in the review?", "Yes")
    desk.fill("How and when, or why not?", "The author writes to the mother in April.")
    desk.press("Save")
    desk.follow("Parallel proceedings")
    desk.page.get_by_label("Which proceedings run beside the review").fill("An inquest.")
    desk.press("Save")
    desk.follow("Timetable")
    desk.press("Work the timetable out")
    desk.open(f"{case.home}terms/")
    desk.follow("Record that it was agreed")
    desk.choose("Who agreed them?", "Chris Chair, LSCB Chair")
    desk.press("Agree these terms")
    desk.sees("Version 1, agreed on 29 March 2010")


APPOINTED = {
    "panel_chair": ("Independent panel chair", "Consultant", "Self-employed"),
    "author": ("Independent overview author", "Consultant", "Self-employed"),
    "member": ("Panel member", "Designated nurse", "Downland Hospital"),
}


def people_are_appointed(case: Case) -> None:
    desk = case.manager
    desk.open(case.home)
    desk.follow("Appoint an independent panel chair.")
    for key, (post, job_title, employer) in APPOINTED.items():
        desk.follow("Appoint somebody")
        desk.choose("Which post?", post)
        desk.fill("Name", case.people[key].full_name)
        desk.fill("Job title", job_title)
        desk.fill("Employer", employer)
        desk.page.get_by_label("How is this person independent").fill("Never worked here.")
        desk.page.get_by_label("Account here (optional)").select_option(label=str(case.people[key]))
        desk.press("Appoint")
    for key in APPOINTED:
        case_is_closed_until_declared(case, getattr(case, key))
    desk.open(f"{case.home}people/")
    desk.sees("No conflict declared")


def case_is_closed_until_declared(case: Case, desk: Desk) -> None:
    desk.is_refused(case.home, 404)
    desk.open("/")
    go(desk.page.get_by_role("main").get_by_role("link", name=re.compile("Declare for")))
    desk.look()
    declare(desk)
    desk.open(case.home)


def declare(desk: Desk, interest: str = "") -> None:
    desk.choose("Have you worked with the child", "No")
    desk.choose("Do you have any other interest or conflict?", "Yes" if interest else "No")
    desk.fill("If yes to either, what is it?", interest)
    desk.page.get_by_label("I will keep what I learn").check()
    desk.press("Make this declaration")


def a_conflict_closes_the_case(case: Case) -> None:
    """A declaration made later takes the case away at once, and the Chair sees it."""
    member, chair = case.member, case.chair
    member.open(case.home)
    member.follow("People and declarations")
    member.follow("Declare anew")
    declare(member, "My sister leads the hospital's legal team.")
    member.is_refused(case.home, 404)
    member.is_refused(f"{case.home}people/", 404)
    chair.open(case.home)
    chair.follow("People and declarations")
    chair.sees("My sister leads the hospital's legal team.")


def agencies_are_asked(case: Case) -> None:
    desk = case.coordinator
    desk.open(case.home)
    desk.follow("Ask at least one agency for its chronology and IMR.")
    desk.follow("Ask agencies")
    desk.press("Ask these agencies")
    desk.open(case.home)
    desk.sees_not("Begin the chronology: still missing")
    desk.follow("Begin the chronology")
    desk.press("Confirm")
    desk.sees("Begin the panel's analysis: still missing")


def the_chair_accepts_the_conflict(case: Case) -> None:
    """What the conflict held up goes on, and the member may open the case again."""
    chair, panel_chair = case.chair, case.panel_chair
    panel_chair.open(case.home)
    panel_chair.sees("Begin the panel's analysis: still missing")
    panel_chair.follow(re.compile("The panel member Designated nurse.* has declared a conflict"))
    chair.open(f"{case.home}people/")
    chair.follow(re.compile("^Accept"))
    chair.page.get_by_label("Why is it accepted?").fill("She takes no part in its decisions.")
    chair.page.get_by_label("What is done about it?").fill("Mo leaves when its report is read.")
    chair.press("Accept the conflict")
    case.member.open(case.home)
    panel_chair.open(case.home)
    panel_chair.follow("Begin the panel's analysis")
    panel_chair.press("Confirm")
    panel_chair.sees("Put the final set to the board: still missing")
