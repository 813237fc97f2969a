"""manage.py statutory_docs: docs/statutory.md on standard output."""

from typing import Any

from django.core.management.base import BaseCommand

from reviews.statutory.documentation import render


class Command(BaseCommand):
    help = "Prints docs/statutory.md: every guidance, deadline, trigger, length and paragraph."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(render(), ending="")
