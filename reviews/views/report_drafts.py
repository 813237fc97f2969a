"""An issued draft: read, compared with another, and taken away as Word or PDF."""

from io import BytesIO

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from records.downloads import download
from reviews.comparison import compared
from reviews.models import ReportDraft
from reviews.models.commenting import waited_for
from reviews.noting import log_about
from reviews.report_headings import headings_of
from reviews.views.case import note_opening
from reviews.views.finding_reports import find_draft, may_do
from reviews.word.drafts import pdf_of, word_of
from reviews.word.kinds import DOCX

FORMS = {"word": ("docx", DOCX), "pdf": ("pdf", "application/pdf")}


def draft(request: HttpRequest, reference: str, kind: str, number: int) -> HttpResponse:
    """What the draft says, who comments on it, and what became of that."""
    found = find_draft(request, reference, kind, number)
    review, round_ = found.review, getattr(found, "round", None)
    note_opening(request, review, str(found))
    acts = ("open_draft", "answer_comment", "close_round", "record_report", "comment_on_draft")
    is_last = not review.report_drafts.filter(kind=kind, number__gt=number).exists()
    context = {
        "review": review,
        "draft": found,
        "sections": found.written(),
        "others": review.report_drafts.filter(kind=kind, document=None).exclude(pk=found.pk),
        "round": round_,
        "invitations": round_.invitations.select_related("agency", "commission") if round_ else [],
        "comments": round_.comments.select_related("by", "agency", "answered_by", "round__draft")
        if round_
        else [],
        "waiting": waited_for(round_) if round_ and round_.is_open else [],
        "is_last": is_last,
        "is_complete": found.reports.exists(),
        "may": {act: may_do(request, act, review) for act in acts},
        "on": timezone.localdate(),
    }
    return render(request, "reviews/reports/draft.html", context)


def compare(request: HttpRequest, reference: str, kind: str, number: int) -> HttpResponse:
    """Section by section, what this draft says otherwise than an earlier one."""
    later = find_draft(request, reference, kind, number)
    drafts = later.review.report_drafts.filter(kind=kind, document=None)
    asked = request.GET.get("with", "")
    chosen = drafts.filter(number__lt=number).last() if not asked.isdecimal() else None
    earlier = chosen or get_object_or_404(drafts, number=int(asked) if asked.isdecimal() else 0)
    if earlier.number > later.number:
        earlier, later = later, earlier
    context = {
        "review": later.review,
        "earlier": earlier,
        "later": later,
        "sections": differences(earlier, later),
    }
    return render(request, "reviews/reports/compare.html", context)


def differences(earlier: ReportDraft, later: ReportDraft) -> list[dict[str, object]]:
    """Return each section with its pieces, and whether it changed at all."""
    before = {heading.slug: version.words for heading, version in earlier.written()}
    after = {heading.slug: version.words for heading, version in later.written()}
    return [
        {
            "title": heading.title,
            "is_new": heading.slug not in before,
            "is_gone": heading.slug not in after,
            "is_same": before.get(heading.slug) == after.get(heading.slug),
            "pieces": compared(before.get(heading.slug, ""), after.get(heading.slug, "")),
        }
        for heading in headings_of(later.kind, {*before, *after})
        if heading.slug in before or heading.slug in after
    ]


def draft_file(
    request: HttpRequest, reference: str, kind: str, number: int, form: str
) -> HttpResponseBase:
    """Hand the draft over; the log says so."""
    found = find_draft(request, reference, kind, number)
    if form not in FORMS or (found.document and form != "word"):
        raise Http404
    ending, media_type = FORMS[form]
    at = timezone.now()
    if found.document:
        answer: HttpResponseBase = download(found.document.file)
    else:
        made = word_of(found, on=timezone.localdate(at)) if form == "word" else pdf_of(found)
        name = f"{found.review.reference}-{found.kind}-draft-{found.number}.{ending}"
        answer = FileResponse(
            BytesIO(made), as_attachment=True, filename=name, content_type=media_type
        )
    log_about(found.review, "export", f"{found} was taken ({form}).", by=request.user, at=at)
    return answer
