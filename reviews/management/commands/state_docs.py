from typing import Any

from django.core.management.base import BaseCommand

from reviews.state_documentation import document


class Command(BaseCommand):
    help = "Print docs/states.md, drawn from the state machine."
    requires_system_checks: list[str] = []

    def handle(self, *args: Any, **options: Any) -> None:
        self.stdout.write(document(), ending="")
