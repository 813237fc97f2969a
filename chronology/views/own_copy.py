"""One agency's chronology as a file: what all of its teams have written, merged, as written."""

from tempfile import TemporaryFile

from django.http import FileResponse, Http404, HttpRequest
from django.utils import timezone

from chronology.exports import MEDIA_TYPES, WRITERS, Around, Paper
from chronology.exports.around import explained_in
from chronology.exports.lines import lines, unfinished_in
from chronology.permissions import require
from chronology.views.finding import find_chronology
from chronology.wording import AsWritten


def own_copy(request: HttpRequest, pk: int, form: str) -> FileResponse:
    """Hand over the agency's own rows; what the panel has linked to them stays with the panel."""
    found = find_chronology(request, pk)
    require(request.user, "take_rows", found.review, found.agency)
    if form not in WRITERS:
        raise Http404
    at = timezone.now()
    rows = found.review.entries.standing().filter(agency=found.agency).in_order()
    around = Around.of(found.review, rows, agency=found.agency)
    worded = list(lines(rows.select_related("agency"), AsWritten(), around))
    paper = Paper.of(
        found.review,
        is_anonymised=False,
        chosen=(f"Agency: {found.agency}",),
        count=len(worded),
        by=request.user,
        at=at,
        unfinished=tuple(unfinished_in(worded)),
        glossary=explained_in(around, AsWritten()),
    )
    to = TemporaryFile()  # noqa: SIM115 - the response closes it
    WRITERS[form](paper, worded, to)
    to.seek(0)
    sentence = f"{found}: its own rows were taken ({form.upper()}, {len(worded)} rows)."
    found.note("export", sentence, by=request.user, at=at)
    name = f"chronology-{found.review.reference}-{found.pk}.{form}"
    return FileResponse(to, as_attachment=True, filename=name, content_type=MEDIA_TYPES[form])
