"""manage.py turn_document_keys: every document sealed with the first of DOCUMENT_KEYS."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from boards.operator import person_named
from records.models import log
from records.resealing import turn_keys


class Command(BaseCommand):
    help = (
        "Seals every document with the first key of DOCUMENT_KEYS. It may be stopped and begun "
        "again. Documents that were changed behind the portal's back are named and left as they "
        "are, with exit status 1."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        outcome = turn_keys()
        sentence = (
            f"{outcome.turned} documents were sealed with the current key, {outcome.current} had "
            f"it already, {len(outcome.touched)} could not be opened."
        )
        log("turn_keys", sentence, by=person_named(None), at=timezone.now())
        self.stdout.write(sentence)
        if outcome.touched:
            raise CommandError("\n".join(outcome.touched))
