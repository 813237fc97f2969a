"""Runs every scenario and prints the table; exit status 1 when one is broken."""

import argparse
import os
import sys
import tempfile


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.faults")
    parser.add_argument("--people", type=int, default=10_000)
    parser.add_argument("--outage", type=float, default=30, help="seconds that a server is away")
    parser.add_argument("--patience", type=float, default=600, help="seconds until it must be done")
    parser.add_argument("--only", default="", help="words of the scenarios to run")
    options = parser.parse_args(arguments)
    from tests.servers import postgres_cluster

    with tempfile.TemporaryDirectory(prefix="faults-") as folder, postgres_cluster() as url:
        own = {"DATABASE_URL": url, "PORTAL_VAR": folder, "PORTAL_ENV": "test"}
        os.environ |= own | {"LOG_LEVEL": "WARNING"}
        os.environ["DJANGO_SETTINGS_MODULE"] = "lscb_portal.settings"
        import django

        django.setup()
        return table(options, url)


def table(options: argparse.Namespace, url: str) -> int:
    from django.core.management import call_command

    from tests.faults.scenarios import all_scenarios
    from tests.faults.table import HEADING, run

    call_command("migrate", verbosity=0)
    print(HEADING, flush=True)
    broken = 0
    for scenario in all_scenarios(outage=options.outage):
        if options.only in scenario.name:
            result = run(
                scenario, people=options.people, database_url=url, patience=options.patience
            )
            print(result.line(), flush=True)
            broken += not result.holds
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
