from typing import Any

from django.core.management.base import BaseCommand, CommandError

from records.models import AuditEvent, first_broken_link


class Command(BaseCommand):
    help = "Check the audit chain; exit 1 and name the first bad row when it was touched."

    def handle(self, *args: Any, **options: Any) -> None:
        broken = first_broken_link()
        if broken:
            row, reason = broken
            where = f"row {row}" if row else "the end of the log"
            raise CommandError(f"The audit log was touched at {where}: {reason}.")
        self.stdout.write(f"The audit log holds: {AuditEvent.objects.count()} events.")
