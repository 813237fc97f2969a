"""How a person works on a case in a browser of their own: opens, reads, fills in and presses."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, expect

from boards.models import User
from tests.browser.pages import WIDTH, fits, go, obeys_the_rules, sign_in

DESK, PHONE = {"width": 1280, "height": 900}, {"width": WIDTH, "height": 640}


class Desk:
    """One person at one browser; `scripted` is whether it runs scripts."""

    looked_at: set[str] = set()  # kinds of pages that were looked at in this run

    def __init__(self, browser: Browser, at: str, user: User, *, scripted: bool) -> None:
        self.user, self.scripted = user, scripted
        context = browser.new_context(
            viewport=DESK, base_url=at, bypass_csp=True, java_script_enabled=scripted
        )
        self.page: Page = context.new_page()
        self.page.set_default_timeout(10_000)
        self.page.on("pageerror", lambda fault: self.faults.append(str(fault)))
        self.faults: list[str] = []

    def sign_in(self) -> None:
        sign_in(self.page, self.user.email)
        self.look()

    def open(self, path: str) -> None:
        self.page.goto(path)
        self.look()

    def look(self) -> None:
        """The page breaks no rule that a program can check, and fits a telephone."""
        kind = re.sub(r"[A-Z]{3}-\d{4}-\d{3}|\d+", "N", self.page.url)
        if not self.scripted or kind in self.looked_at:
            return
        self.looked_at.add(kind)
        obeys_the_rules(self.page)
        self.page.set_viewport_size(PHONE)
        fits(self.page)
        self.page.set_viewport_size(DESK)

    def press(self, button: str) -> None:
        go(self.page.get_by_role("button", name=button, exact=True).first)
        self.look()

    def follow(self, link: str | re.Pattern[str], *, within: Locator | None = None) -> None:
        """Click a link, or what is drawn as a button and is one."""
        inside = within or self.page.get_by_role("main")
        named = [inside.get_by_role(role, name=link, exact=True) for role in ("link", "button")]
        go(named[0].or_(named[1]).first)
        self.look()

    def fill(self, label: str, text: str) -> None:
        self.page.get_by_label(label, exact=True).fill(text)

    def choose(self, question: str, *answers: str) -> None:
        group = self.page.get_by_role("group", name=question)
        for answer in answers:
            group.get_by_label(answer, exact=True).check()

    def day(self, question: str, on: date) -> None:
        group = self.page.get_by_role("group", name=question)
        for label, value in (("Day", on.day), ("Month", on.month), ("Year", on.year)):
            group.get_by_label(label, exact=True).fill(str(value))

    def sees(self, text: str | re.Pattern[str]) -> None:
        expect(self.page.get_by_role("main").get_by_text(text).first).to_be_visible()

    def sees_not(self, text: str | re.Pattern[str]) -> None:
        expect(self.page.get_by_text(text)).to_have_count(0)

    def row(self, text: str) -> Locator:
        return self.page.get_by_role("row").filter(has_text=text)

    def is_refused(self, path: str, status: int) -> None:
        answer = self.page.goto(path)
        assert answer is not None
        assert answer.status == status, f"{self.user} got {answer.status} for {path}"

    @contextmanager
    def download(self, into: Path) -> Iterator[None]:
        """What is done inside sends a file, which is kept as `into`."""
        with self.page.expect_download() as sent:
            yield
        sent.value.save_as(into)
