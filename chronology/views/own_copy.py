"""One agency's chronology as a file: what all of its teams have written, merged, as written."""

import io
from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.http import content_disposition_header

from boards.models import User
from chronology.exports import MEDIA_TYPES, WRITERS, Around, Paper
from chronology.exports.around import explained_in
from chronology.exports.lines import lines, unfinished_in
from chronology.models import AgencyChronology
from chronology.permissions import require
from chronology.views.finding import find_chronology
from chronology.wording import AsWritten


def own_copy(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """Hand over the agency's own rows; what the panel has linked to them stays with the panel."""
    found = find_chronology(request, pk)
    require(request.user, "take_rows", found.review, found.agency)
    if form not in WRITERS:
        raise Http404
    content, rows = _written(found, form, by=request.user, at=timezone.now())
    sentence = f"{found}: its own rows were taken ({form.upper()}, {rows} rows)."
    found.note("export", sentence, by=request.user, at=timezone.now())
    answer = HttpResponse(content, content_type=MEDIA_TYPES[form])
    name = f"chronology-{found.review.reference}-{found.pk}.{form}"
    answer["Content-Disposition"] = content_disposition_header(True, name)
    return answer


def _written(found: AgencyChronology, form: str, *, by: User, at: datetime) -> tuple[bytes, int]:
    """Return the file and how many rows stand in it."""
    rows = found.review.entries.standing().filter(agency=found.agency).in_order()
    around = Around.of(found.review, rows, agency=found.agency)
    worded = list(lines(rows.select_related("agency"), AsWritten(), around))
    paper = Paper.of(
        found.review,
        is_anonymised=False,
        chosen=(),
        count=len(worded),
        by=by,
        at=at,
        called=str(found),
        unfinished=tuple(unfinished_in(worded)),
        glossary=explained_in(around, AsWritten()),
    )
    to = io.BytesIO()
    WRITERS[form](paper, worded, to)
    return to.getvalue(), len(worded)
