"""manage.py check_documents: every kept document opens and matches its checksum."""

from itertools import islice
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from records.checking import broken_documents
from records.models import Document

NAMED = 20


class Command(BaseCommand):
    help = (
        "Opens every kept document and compares it with its checksum; exit 1, naming the first "
        f"{NAMED}, where one was changed, cut off or is gone."
    )

    def handle(self, *args: Any, **options: Any) -> None:
        broken = list(islice(broken_documents(), NAMED))
        if broken:
            raise CommandError(
                "\n".join(f"Document {document.pk}: {reason}" for document, reason in broken)
            )
        self.stdout.write(f"All documents hold: {Document.objects.kept().count()} were opened.")
