"""Runs every benchmark on SQLite, and on PostgreSQL where it is installed.

Standard output has one JSON object a line: {"case", "n", "seconds", "per_item_us",
"baseline_seconds", "ratio"}. Each database is made for the occasion and thrown away.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from tests.servers import postgres_cluster

LARGE = 1_000_000


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks")
    parser.add_argument("--reviews", type=int, default=100_000)
    parser.add_argument("--boards", type=int, default=148)
    parser.add_argument("--runs", type=int, default=60, help="requests of each case")
    parser.add_argument(
        "--deadlines",
        type=int,
        nargs="+",
        default=[100_000],
        help="open ones, to plan over; one case for each number",
    )
    parser.add_argument(
        "--large", action="store_true", help="plan over 1,000,000 as well: some minutes more"
    )
    parser.add_argument("--counted", type=int, default=30_000, help="reviews in the statistics")
    parser.add_argument("--mails", type=int, default=5_000)
    parser.add_argument("--only", default="", help="one case: overdue_list, planning …")
    parser.add_argument("--here", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.here:
        run(options)
        return 0
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        Path(folder, "static").mkdir()
        status = in_its_own_process(arguments, folder, f"sqlite:///{folder}/bench.sqlite3")
        try:
            with postgres_cluster() as url:
                status = in_its_own_process(arguments, folder, url) or status
        except (RuntimeError, KeyError) as missing:
            print(f"Not measured on PostgreSQL: {missing}", file=sys.stderr)
    return status


def in_its_own_process(arguments: list[str], folder: str, url: str) -> int:
    """Return the exit status; settings are read once a process, so each database has its own."""
    own = {"PORTAL_VAR": folder, "DATABASE_URL": url, "PORTAL_ENV": "test", "LOG_LEVEL": "ERROR"}
    command = [sys.executable, "-m", "tests.benchmarks", "--here", *arguments]
    return subprocess.run(command, env={**os.environ, **own}, check=False).returncode


def run(options: argparse.Namespace) -> None:
    os.environ["DJANGO_SETTINGS_MODULE"] = "lscb_portal.settings"
    import django

    django.setup()
    from django.core.management import call_command

    from tests.faults.table import empty_the_database

    call_command("migrate", verbosity=0)
    for name, figures in cases(options):
        if options.only in name:
            empty_the_database()
            for each in figures():
                print(json.dumps(each), flush=True)


def cases(options: argparse.Namespace) -> list[tuple[str, Callable[[], Iterable[dict]]]]:
    from tests.benchmarks import delivery, overdue_list, planning, statistics
    from tests.benchmarks.chronology import integrated_view

    lists = {"reviews": options.reviews, "boards": options.boards, "runs": options.runs}
    sizes = [*options.deadlines, *([LARGE] if options.large else [])]
    return [
        ("overdue_list", lambda: overdue_list.measure(**lists)),
        *(
            ("planning", lambda n=n: planning.measure(deadlines=n, runs=3 if n >= LARGE else 5))
            for n in sizes
        ),
        ("delivery", lambda: delivery.measure(mails=options.mails, runs=3)),
        ("integrated_view", integrated_view.measure),
        ("statistics", lambda: statistics.measure(reviews=options.counted, runs=5)),
    ]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
