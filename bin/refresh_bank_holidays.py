#!/usr/bin/env python3
"""Write reviews/statutory/bank_holidays.csv from the `holidays` package (a development dependency).

    bin/refresh_bank_holidays.py [--to YEAR]

Afterwards read the difference, and raise ANNOUNCED_UNTIL_YEAR when the government has announced
further years.
"""

import argparse
import csv
import sys
from datetime import date
from pathlib import Path

from holidays import country_holidays

FIRST_YEAR = 2005
LAST_YEAR = 2031
TARGET = Path(__file__).resolve().parent.parent / "reviews" / "statutory" / "bank_holidays.csv"


def expected_rows(last_year: int = LAST_YEAR) -> list[tuple[date, str]]:
    """(day, name) of every bank holiday in England from FIRST_YEAR, oldest first."""
    return sorted(
        country_holidays(
            "GB", subdiv="ENG", years=range(FIRST_YEAR, last_year + 1), language="en_GB"
        ).items()
    )


def write(target: Path, last_year: int) -> int:
    """The file holds every bank holiday up to the last year; returns how many."""
    rows = expected_rows(last_year)
    with target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(["date", "name"])
        writer.writerows((day.isoformat(), name) for day, name in rows)
    return len(rows)


def main() -> int:
    parser = argparse.ArgumentParser(
        description="Write the committed bank holidays of England and Wales."
    )
    parser.add_argument(
        "--to", type=int, default=LAST_YEAR, metavar="YEAR", help=f"last year (default {LAST_YEAR})"
    )
    last_year = parser.parse_args().to
    if last_year < FIRST_YEAR:
        parser.error(f"the last year must be {FIRST_YEAR} or later")
    count = write(TARGET, last_year)
    sys.stdout.write(f"{count} bank holidays written, {FIRST_YEAR} to {last_year}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
