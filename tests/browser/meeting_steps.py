"""A panel meeting with an agenda and papers, which everybody takes home as one PDF."""

import re
from datetime import date
from pathlib import Path

import pypdf

from tests.browser.carried_case import Case
from tests.records import files

MEETING = date(2010, 4, 12)


def meeting_is_called(case: Case) -> None:
    """The meeting is in the book, with an item and a paper of its own."""
    desk = case.coordinator
    desk.open(case.home)
    desk.follow("Meetings")
    desk.follow("Call a meeting")
    desk.choose("What kind of meeting?", "Panel meeting")
    desk.day("On which day?", MEETING)
    desk.fill("Starts at", "10:00")
    desk.fill("Ends at", "12:30")
    desk.page.get_by_label("Place (optional with a link)").fill("County Hall")
    desk.press("Call the meeting")
    desk.follow("Add an agenda item")
    desk.fill("Item", "What the police knew")
    desk.press("Save the item")
    item = desk.page.get_by_role("listitem").filter(has_text="What the police knew")
    desk.follow(re.compile("Add a paper"), within=item)
    paper = {"name": "timetable.docx", "mimeType": "application/octet-stream"}
    desk.page.get_by_label("Or a file from your computer").set_input_files(
        {**paper, "buffer": files.docx("Eight weeks remain.")}
    )
    desk.fill("Title (of a file)", "Timetable of the panel")
    desk.press("Add the paper")
    desk.sees("Timetable of the panel")


def papers_are_taken(case: Case, into: Path) -> None:
    """A member's copy opens, and bears their name on every page."""
    desk = case.member
    desk.open(case.home)
    desk.follow("Meetings")
    desk.follow(re.compile("Panel meeting 1"))
    desk.follow("Papers as one PDF")
    with desk.download(into):
        desk.page.get_by_role("button", name="Make the copy").click()
    pages = [page.extract_text() for page in pypdf.PdfReader(into).pages]
    assert len(pages) > 2
    assert all("Mo Member" in page for page in pages)
    assert any("What the police knew" in page for page in pages)
    assert any("Eight weeks remain." in page for page in pages)
