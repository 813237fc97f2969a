"""The minutes of a meeting, written and handed over."""

from io import BytesIO

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header

from reviews import permissions
from reviews.forms.case import CaseForm
from reviews.forms.minutes import MinutesForm
from reviews.meetings.minutes_paper import as_pdf, write_word
from reviews.models import Minutes, MinutesChangedMeanwhile
from reviews.noting import log_about
from reviews.views.meetings import form_of, found, recorded

CHANGED = "Somebody else saved the minutes since you opened them. Nothing you typed is lost."
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def write(request: HttpRequest, pk: int) -> HttpResponse:
    """Write the minutes; what somebody else saved meanwhile is shown beside what was typed."""
    meeting = found(request, pk)
    permissions.require(request.user, "write_minutes", meeting.review)
    latest, theirs = meeting.latest_minutes, None
    form = form_of(MinutesForm, request, meeting.review, meeting=meeting, latest=latest)
    try:
        if recorded(request, meeting.review, "write_minutes", form):
            return redirect(f"{meeting.get_absolute_url()}#minutes")
    except MinutesChangedMeanwhile as changed:
        theirs = changed.latest
        form = _beside(form, theirs)
    context = {"meeting": meeting, "form": form, "theirs": theirs}
    return render(request, "reviews/meetings/write.html", context)


def _beside(form: CaseForm, theirs: Minutes | None) -> CaseForm:
    """Return the form as it was typed, which when it is saved again has seen theirs."""
    form.data = form.data.copy()
    form.data["seen"] = str(theirs.version if theirs else 0)
    form.add_error(None, CHANGED)
    return form


def download(request: HttpRequest, pk: int, form: str) -> HttpResponse:
    """Hand over the minutes, the latest or the version asked for, as Word or PDF."""
    meeting = found(request, pk)
    version = request.GET.get("version", "")
    which = {"version": int(version)} if version.isdecimal() and len(version) < 5 else {}
    minutes = meeting.minutes.filter(**which).order_by("-version").first()
    if minutes is None or form not in {"docx", "pdf"}:
        raise Http404
    if form == "pdf":
        content, kind = as_pdf(minutes), "application/pdf"
    else:
        out = BytesIO()
        write_word(minutes, out)
        content, kind = out.getvalue(), DOCX
    log_about(
        meeting.review, "export", f"{minutes}, were taken.", by=request.user, at=timezone.now()
    )
    answer = HttpResponse(content, content_type=kind)
    name = f"{meeting.review.reference} {minutes}.{form}"
    answer["Content-Disposition"] = content_disposition_header(True, name)
    return answer
