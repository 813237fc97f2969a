"""The overdue list beside a bare view and the Django admin's list of the same rows."""

import time
from collections.abc import Callable
from statistics import median

from django.db import connection
from django.http import HttpResponse
from django.test import Client
from django.test.utils import override_settings
from django.utils import timezone

from tests.benchmarks.filling import OVERDUE, Filled, fill

Figures = dict[str, str | int | float]
WARM_UP = 5  # requests


def measure(*, reviews: int, boards: int, runs: int) -> list[Figures]:
    """Return one row of figures for each case, from the medians of interleaved requests.

    Each request passes the whole stack: test client, every middleware, session and sign-in. The
    database must be migrated and empty.
    """
    filled = fill(reviews=reviews, boards=boards, on=timezone.localdate())
    with override_settings(ROOT_URLCONF="tests.benchmarks.baselines", STATIC_URL="/static/"):
        requests = _requests(filled)
        for request in requests.values():
            for _ in range(WARM_UP):
                _check(request(), filled)
        seconds = _medians(requests, runs)
    return [_figures(case, seconds) for case in seconds]


def _requests(filled: Filled) -> dict[str, Callable[[], HttpResponse]]:
    host = {"Host": "localhost"}
    manager = Client(headers=host)
    admin = Client(headers={**host, "X-Board": str(filled.board.pk)})
    manager.force_login(filled.manager, "django.contrib.auth.backends.ModelBackend")
    admin.force_login(filled.superuser, "django.contrib.auth.backends.ModelBackend")
    return {
        "bare": lambda: manager.get(f"/bench/bare/{filled.board.pk}/"),
        "overdue_list": lambda: manager.get("/deadlines/?when=overdue"),
        "admin_list": lambda: admin.get("/bench/admin/reviews/deadline/"),
    }


def _check(response: HttpResponse, filled: Filled) -> None:
    shown = response.content.decode().count(f"{filled.board.code}-2")
    if response.status_code != 200 or shown < OVERDUE:
        raise AssertionError(f"{response.request['PATH_INFO']} shows {shown} rows, not {OVERDUE}")


def _medians(requests: dict[str, Callable[[], HttpResponse]], runs: int) -> dict[str, float]:
    taken: dict[str, list[float]] = {case: [] for case in requests}
    for _ in range(runs):
        for case, request in requests.items():
            start = time.perf_counter()
            request()
            taken[case].append(time.perf_counter() - start)
    return {case: median(each) for case, each in taken.items()}


def _figures(case: str, seconds: dict[str, float]) -> Figures:
    return {
        "case": f"{case}/{connection.vendor}",
        "n": OVERDUE,
        "seconds": round(seconds[case], 6),
        "per_item_us": round(seconds[case] / OVERDUE * 1e6, 1),
        "baseline_seconds": round(seconds["bare"], 6),
        "ratio": round(seconds[case] / seconds["bare"], 2),
    }
