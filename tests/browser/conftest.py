"""The system's own Chromium, which sees nothing but this machine."""

import os
import shutil
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser.pages import WIDTH

PROGRAMS = ("chromium", "chromium-browser", "google-chrome")

# Playwright's loop runs in the test's thread, where Django would refuse its database.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any]) -> dict[str, Any]:
    program = next(filter(None, map(shutil.which, PROGRAMS)), None)
    if program is None:
        pytest.fail("No Chromium is installed: run bin/test-servers.")
    return {
        **browser_type_launch_args,
        "executable_path": program,
        "args": [
            "--no-sandbox",  # its sandbox refuses root and most containers
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
        ],
    }


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_context_args, "locale": "en-GB", "timezone_id": "Europe/London"}


@pytest.fixture(params=[True, False], ids=["with script", "without script"])
def narrow(request: pytest.FixtureRequest, browser: Browser, live_server) -> Iterator[Page]:
    """A page 320 px wide, where axe still runs when the portal's own script does not."""
    context = browser.new_context(
        viewport={"width": WIDTH, "height": 640}, base_url=live_server.url, bypass_csp=True
    )
    page = context.new_page()
    if not request.param:
        page.route("**/*.js", lambda route: route.abort())
    yield page
    context.close()
