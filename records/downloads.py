"""A kept document goes out as it came: as a file to save, never as a page to open."""

from django.http import StreamingHttpResponse
from django.utils.http import content_disposition_header

from records.models import Document
from records.scanning import ScanState


class NotReleased(Exception):
    """The document goes to nobody; the message says why."""


def download(document: Document) -> StreamingHttpResponse:
    """Return the content, opened piece by piece; whoever asks has been let in by its noun.

    Raises sealing.Tampered where any of it is not what was kept, NotReleased as `require_released`.
    """
    require_released(document)
    document.verify()
    response = StreamingHttpResponse(document.chunks(), content_type=document.media_type)
    response["Content-Length"] = document.size
    response["Content-Disposition"] = content_disposition_header(True, document.name)
    response["X-Content-Type-Options"] = "nosniff"
    return response


def require_released(document: Document) -> None:
    """Raise NotReleased where malware was found in it or the scanner has yet to look at it."""
    if document.scan == ScanState.INFECTED:
        raise NotReleased(f"“{document.name}” held malware ({document.finding}). It was not kept.")
    if not document.is_released:
        raise NotReleased(
            f"“{document.name}” waits to be scanned for malware. The scanner does not answer at "
            "the moment: the document is released as soon as it was scanned."
        )
