"""What is asked of every page on a telephone's width."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

PASSWORD = "a long enough password"
WIDTH = 320  # pixels


def check(page: Page) -> None:
    found = Axe().run(page)
    assert not found.response["violations"], f"{page.url}\n{found.generate_report()}"
    assert page.evaluate("document.documentElement.scrollWidth") <= WIDTH, page.url
