"""Brings the database up to date and loads the demo boards.

One process for all of it, because starting Python and Django takes a second each time.
"""

import json
import os
import sys
from io import StringIO
from pathlib import Path


def prepare(logins_file: Path) -> None:
    """Migrate; then, in production collect the static files, elsewhere load the demo."""
    from django.conf import settings
    from django.core.management import call_command

    migrate()
    Path(settings.STATIC_ROOT).mkdir(exist_ok=True)  # whitenoise warns in every process otherwise
    logins: list[dict[str, str]] = []
    if settings.IS_PRODUCTION:
        call_command("collectstatic", interactive=False, verbosity=0)
    else:
        written = StringIO()
        call_command("demo", format="json", stdout=written)
        logins = json.loads(written.getvalue())["users"]
    logins_file.touch(mode=0o600)
    logins_file.write_text(json.dumps(logins))


def migrate() -> None:
    """Apply the migrations that are missing: asking whether there are any is quicker."""
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", interactive=False)


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lscb_portal.settings")
    import django

    django.setup()
    prepare(Path(sys.argv[1]))
