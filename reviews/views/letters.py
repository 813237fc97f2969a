"""Letters and forms of a case, in Word from the templates of its board."""

from io import BytesIO

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone

from boards.models import Agency
from reviews import permissions
from reviews.forms.word_templates import LetterForm
from reviews.models import Review, WordTemplate
from reviews.noting import log_about
from reviews.views.case import find
from reviews.views.finding_reports import form_of
from reviews.word.drafts import paper_of
from reviews.word.kinds import DOCX, PaperKind


def letters(request: HttpRequest, reference: str) -> HttpResponse:
    """The papers that can be made, and whose template each is made from."""
    review = find(request, reference)
    permissions.require_reader(request.user, "letters", review)
    used = {each.kind: each for each in WordTemplate.objects.filter(board=review.board).in_use()}
    papers = [
        {"kind": kind, "template": used.get(kind)} for kind in PaperKind if not kind.is_of_a_draft
    ]
    context = {
        "review": review,
        "papers": papers,
        "keeps": permissions.may(request.user, "keep_word_templates", review.board_id),
    }
    return render(request, "reviews/letters/letters.html", context)


def letter(request: HttpRequest, reference: str, kind: str) -> HttpResponseBase:
    """Ask for the agency where each has its own, then hand the paper over."""
    review = find(request, reference)
    permissions.require_reader(request.user, "letters", review)
    if kind not in PaperKind.values or PaperKind(kind).is_of_a_draft:
        raise Http404
    paper = PaperKind(kind)
    if not paper.is_of_one_agency:
        return handed_over(request, review, paper)
    form = form_of(LetterForm, request, review)
    if request.method == "POST" and form.is_valid():
        return handed_over(request, review, paper, form.cleaned_data["agency"])
    return render(
        request, "reviews/letters/letter.html", {"review": review, "paper": paper, "form": form}
    )


def handed_over(
    request: HttpRequest, review: Review, paper: PaperKind, agency: Agency | None = None
) -> FileResponse:
    """Return the Word document; the log says that it was made."""
    at = timezone.now()
    made = paper_of(review, paper, on=timezone.localdate(at), agency=agency)
    whose = f" for {agency}" if agency else ""
    log_about(review, "export", f"{paper.label}{whose} was made in Word.", by=request.user, at=at)
    name = f"{review.reference}-{paper.value.replace('_', '-')}.docx"
    return FileResponse(BytesIO(made), as_attachment=True, filename=name, content_type=DOCX)
