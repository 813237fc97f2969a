"""The papers of a meeting as one PDF for one person."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.http import content_disposition_header

from reviews.meetings.pack.pack import make_copy
from reviews.models import Meeting
from reviews.permissions import refusal
from reviews.views.meetings import found


def pack(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the copies that were made; make another, the reader's own or for somebody invited."""
    meeting = found(request, pk)
    may_make_for_others = refusal(request.user, "table_paper", meeting.review) is None
    if request.method == "POST":
        recipient = _recipient(request, meeting) if may_make_for_others else ""
        name = recipient or request.user.full_name
        copy, pdf = make_copy(meeting, name, by=request.user, at=timezone.now())
        answer = HttpResponse(pdf, content_type="application/pdf")
        file_name = f"{meeting.review.reference} {meeting}, papers, copy {copy.number}.pdf"
        answer["Content-Disposition"] = content_disposition_header(True, file_name)
        answer["X-Content-Type-Options"] = "nosniff"
        return answer
    copies = meeting.copies.select_related("by")
    context = {
        "meeting": meeting,
        "copies": copies if may_make_for_others else copies.filter(by=request.user),
        "invitees": meeting.invitees.open() if may_make_for_others else [],
    }
    return render(request, "reviews/meetings/pack.html", context)


def _recipient(request: HttpRequest, meeting: Meeting) -> str:
    """Return the name of the person invited whom the copy is for; none: the reader."""
    number = request.POST.get("for", "")
    if not number:
        return ""
    pk = int(number) if number.isdecimal() and len(number) < 10 else 0
    return get_object_or_404(meeting.invitees.open(), pk=pk).name
