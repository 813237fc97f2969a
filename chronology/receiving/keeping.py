"""A file that was sent is kept as it came, and waits to be read."""

import hashlib
import io
from datetime import datetime

from django.db import transaction

from boards.models import User
from chronology.models import AgencyChronology, SourceFile, Work, WorkKind
from chronology.receiving.kinds import media_type
from records.models import Document


def keep(
    content: bytes, *, name: str, chronology: AgencyChronology, by: User, at: datetime
) -> tuple[SourceFile, bool]:
    """The file is kept, sealed, and waits to be read; return it and whether it is new.

    The very same content, sent before and still of account, is not kept again. Raises WrongKind,
    or NotYet while the board has the chronology.
    """
    kind = media_type(content)
    with transaction.atomic():
        held = AgencyChronology.objects.select_for_update().get(pk=chronology.pk)
        held.require_open()
        if same := the_same(held, content):
            return same, False
        document = Document.keep(
            io.BytesIO(content),
            name=name,
            media_type=kind,
            board=held.review.board_id,
            by=by,
            at=at,
        )
        file = held.files.create(
            document=document, name=document.name, uploaded_by=by, uploaded_at=at
        )
        sentence = f"A file for the chronology of {held.agency} was kept."
        held.note("send_file", sentence, by=by, at=at, file=file.pk)
    return file, True


def the_same(chronology: AgencyChronology, content: bytes) -> SourceFile | None:
    """Return the file with this very content that waits, or whose rows stand, if there is one."""
    digest = hashlib.sha256(content).hexdigest()
    sent = chronology.files.kept().filter(document__sha256=digest)
    return sent.exclude(replaced_by__taken_at__isnull=False).first()


def put_away(file: SourceFile, *, by: User, at: datetime) -> None:
    """The file will not be taken in; it is kept, and no longer shown."""
    with transaction.atomic():
        changed = SourceFile.objects.filter(pk=file.pk, taken_at=None, discarded_at=None)
        if changed.update(discarded_at=at):
            Work.objects.filter(
                kind__in=(WorkKind.READ, WorkKind.TAKE), subject_id=file.pk, ended_at=None
            ).update(ended_at=at)
            held = file.chronology
            sentence = f"A file for the chronology of {held.agency} was put away."
            held.note("put_away_file", sentence, by=by, at=at, file=file.pk)
