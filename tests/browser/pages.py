"""How a page is left, and what is asked of every page that is looked at."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Page

PASSWORD = "a long enough password"
WIDTH = 320  # pixels, a telephone's


def go(target: Locator) -> None:
    """Click what leads to another page; that page has loaded afterwards.

    A click alone ends before the page is left, so that what is asked next may be asked of the
    page that is just going.
    """
    with target.page.expect_navigation():
        target.click()


def press(page: Page, button: str) -> None:
    """Press a button that leads to another page."""
    go(page.get_by_role("button", name=button, exact=True))


def sign_in(page: Page, email: str, password: str = PASSWORD) -> None:
    page.goto("/sign-in/")
    page.get_by_label("Email address").fill(email)
    page.get_by_label("Password", exact=True).fill(password)
    press(page, "Sign in")


def obeys_the_rules(page: Page) -> None:
    """No rule of WCAG that a program can check is broken on the page as it stands."""
    found = Axe().run(page)
    assert not found.response["violations"], f"{page.url}\n{found.generate_report()}"


def fits(page: Page) -> None:
    """The page is no wider than its window."""
    width = page.evaluate("document.documentElement.scrollWidth")
    assert page.viewport_size
    assert width <= page.viewport_size["width"], f"{page.url} is {width} px wide"


def check(page: Page) -> None:
    obeys_the_rules(page)
    fits(page)
