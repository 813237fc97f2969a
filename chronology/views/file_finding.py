"""An agency's files as they are found by their addresses, and by whom."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404
from django.utils import timezone

from chronology.models import AgencyChronology, SourceFile
from chronology.permissions import require


def writable_chronology(request: HttpRequest, pk: int) -> AgencyChronology:
    """Return the chronology: 404 where it does not exist for the person, 403 to whom reads only."""
    seen = AgencyChronology.objects.visible_to(request.user)
    found = get_object_or_404(seen.select_related("review__board", "agency"), pk=pk)
    require(request.user, "write_rows", found.review, found.agency)
    return found


def seen_file(request: HttpRequest, pk: int, file: int) -> SourceFile:
    """Return a file of the chronology that was not put away; what was read comes when asked for."""
    seen = SourceFile.objects.visible_to(request.user).kept().filter(chronology=pk)
    rows = seen.select_related(
        "chronology__review__board", "chronology__agency", "document", "replaces"
    )
    return get_object_or_404(rows.defer("reading", "replaces__reading"), pk=file)


def writable_file(request: HttpRequest, pk: int, file: int) -> SourceFile:
    """Return the file to whoever may write the agency's rows."""
    found = seen_file(request, pk, file)
    require(request.user, "write_rows", found.chronology.review, found.chronology.agency)
    return found


def note_opening(request: HttpRequest, chronology: AgencyChronology, what: str) -> None:
    """The audit log says that this person looked."""
    sentence = f"{what} of {chronology.agency} was opened."
    chronology.note("view", sentence, by=request.user, at=timezone.now())
