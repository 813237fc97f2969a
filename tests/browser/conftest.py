"""The system's own Chromium, which sees nothing but this machine."""

import os
import shutil
from typing import Any

import pytest

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
