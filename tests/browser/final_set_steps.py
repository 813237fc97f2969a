"""The final set: sent back once, signed, submitted, and all that Ofsted is shown."""

import hashlib
import re
import zipfile
from pathlib import Path

from playwright.sync_api import expect

from tests.browser.carried_case import TODAY, Case
from tests.browser.pages import go

CHANGE = "Say how the mother was told."


def family_is_heard(case: Case) -> None:
    """The mother's words are on the record, so that the summary can say how she took part."""
    desk = case.panel_chair
    desk.open(case.home)
    desk.sees("Put the final set to the board: still missing")
    desk.follow(re.compile("^Record what the family contributed, or why"))
    desk.follow("Add somebody")
    desk.fill("Name", "Joan Bloggs")
    desk.fill("Relationship to the child", "Mother")
    desk.choose("Is this person to be involved in the review?", "To be involved")
    desk.press("Add this person")
    desk.open(f"{case.home}family/")
    desk.follow("Record a contribution")
    desk.page.get_by_label("Who said it?").select_option(index=1)
    desk.page.get_by_label("What did they say, in their own words?").fill("Nobody rang me.")
    desk.day("When?", TODAY)
    desk.press("Save")


def set_is_put(case: Case) -> None:
    """What the board can do without is told; what was waived is not said to be frozen."""
    desk = case.coordinator
    desk.open(case.home)
    desk.follow("Put the final set to the board")
    desk.sees("Individual management review, Sussex Police: On file, version 2")
    desk.sees("Individual management review, Downland Hospital: Waived")
    desk.press("Put this set to the board")


def set_is_sent_back(case: Case) -> None:
    """The Chair wants a change, and the board's staff read which."""
    chair, staff = case.chair, case.coordinator
    chair.open(case.home)
    chair.follow("Send back to the panel")
    chair.page.get_by_label("What must change?").fill(CHANGE)
    chair.press("Send it back")
    staff.open(case.home)
    staff.follow("Final set")
    staff.follow("Set 1")
    staff.sees(CHANGE)


def set_is_signed(case: Case) -> None:
    chair = case.chair
    chair.open(case.home)
    chair.follow("Sign the final set for the board")
    chair.page.get_by_label("I chair the board").check()
    chair.press("Sign this set")


def set_is_submitted(case: Case, into: Path) -> None:
    """Ofsted has it, what else was sent is recorded, and the pack is whole."""
    desk = case.coordinator
    desk.open(case.home)
    desk.follow("Record the submission to Ofsted")
    desk.choose("How was it sent?", "Other secure mail")
    desk.press("Record the submission")
    desk.open(case.home)
    desk.follow("Submission and copies")
    desk.follow(re.compile("Record that it was sent to Government Office"))
    desk.choose("How was it sent?", "Other secure mail")
    desk.press("Record it")
    desk.open(f"{case.home}submission/")
    with desk.download(into):
        desk.page.get_by_role("link", name=re.compile("Download the pack for Ofsted")).click()
    require_whole(into)


def require_whole(pack: Path) -> None:
    """Every file of the pack has the checksum that the pack gives for it, and none lacks one."""
    with zipfile.ZipFile(pack) as packed:
        lists = [name for name in packed.namelist() if name.endswith("SHA256SUMS")]
        assert len(lists) == 1
        folder = lists[0].removesuffix("SHA256SUMS")
        sums = [line.split(maxsplit=1) for line in packed.read(lists[0]).decode().splitlines()]
        said = {folder + name.lstrip("*"): digest for digest, name in sums}
        assert said == {
            name: hashlib.sha256(packed.read(name)).hexdigest()
            for name in packed.namelist()
            if name not in lists
        }
        assert len(said) > 4


def evaluator_sees_the_set_alone(case: Case) -> None:
    desk = case.evaluator
    desk.open("/")
    go(desk.page.get_by_role("main").get_by_role("link", name=case.review.reference).first)
    desk.look()
    desk.sees("Round 1")
    desk.sees("Set 2")
    expect(desk.page.get_by_text("Joan Bloggs")).to_have_count(0)
    for place in ("terms", "people", "family", "contributions", "meetings", "reports", "documents"):
        desk.is_refused(f"{case.home}{place}/", 403)
    desk.is_refused(f"{case.home}final-set/1/pack/", 404)
    desk.is_refused(f"{case.home}history/", 404)
