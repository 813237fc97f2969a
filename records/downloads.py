"""A kept document goes out as it came: as a file to save, never as a page to open."""

from itertools import chain

from django.http import StreamingHttpResponse
from django.utils.http import content_disposition_header

from records.models import Document


def download(document: Document) -> StreamingHttpResponse:
    """Return the content, opened piece by piece; whoever asks has been let in by its noun.

    Raises sealing.Tampered where not even its beginning is what was kept.
    """
    chunks = document.chunks()
    beginning = next(chunks, b"")
    response = StreamingHttpResponse(chain([beginning], chunks), content_type=document.media_type)
    response["Content-Length"] = document.size
    response["Content-Disposition"] = content_disposition_header(True, document.name)
    response["X-Content-Type-Options"] = "nosniff"
    return response
