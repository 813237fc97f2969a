"""A board's annual report: its commentary is written here, and it leaves as Word or PDF."""

import io

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from boards.models import Board
from boards.roles import Chair, Manager
from insights.annual_report.forms import CommentaryForm
from insights.annual_report.report import AnnualReport, year_from
from insights.models import Commentary, SavedMeanwhile
from insights.papers import write_pdf, write_word
from insights.statistics.choosing import FIRST_DAY, financial_year
from records.models import log

FORMS = {"docx": write_word, "pdf": write_pdf}


def boards_of(request: HttpRequest) -> list[Board]:
    """Return the boards whose report the person keeps; raises PermissionDenied where none."""
    boards = Board.objects.filter(pk__in=request.user.boards_seen_as(Manager, Chair))
    if not boards:
        raise PermissionDenied("The annual report is kept by the business manager and the Chair.")
    return list(boards)


@require_GET
def reports(request: HttpRequest) -> HttpResponse:
    """The years of each board, with who wrote last."""
    this_year = financial_year(timezone.localdate()).first.year
    boards = boards_of(request)
    written = {
        (each.board_id, each.first_on.year): each
        for each in Commentary.objects.filter(board__in=boards)
        .select_related("by")
        .order_by("number")
    }
    years = [
        {"board": board, "year": year, "written": written.get((board.pk, year))}
        for board in boards
        for year in range(this_year, FIRST_DAY.year - 1, -1)
    ]
    return render(request, "insights/annual_report/reports.html", {"years": years})


@require_http_methods(["GET", "HEAD", "POST"])
def report(request: HttpRequest, slug: str, year: int) -> HttpResponseBase:
    """The commentary of one year: read, changed, or taken away with the tables."""
    board, period = _of(request, slug, year)
    newest = Commentary.objects.of(board, period.first).first()
    form_name = request.GET.get("format")
    if request.method != "POST" and form_name in FORMS:
        texts = newest.texts if newest else {}
        return _file(request, AnnualReport(board, period, texts), form_name)
    form = CommentaryForm(request.POST if request.method == "POST" else None, newest=newest)
    theirs = None
    if request.method == "POST" and form.is_valid():
        try:
            form.save(board, period.first, by=request.user, at=timezone.now())
        except SavedMeanwhile as meanwhile:
            theirs = meanwhile.theirs
            form.base_on(theirs)
        else:
            messages.success(request, "The commentary is saved.")
            return redirect("annual-report", slug=slug, year=year)
    context = {
        "report": AnnualReport(board, period, {}),
        "form": form,
        "theirs": theirs,
        "their_texts": form.beside(theirs) if theirs else [],
    }
    return render(
        request, "insights/annual_report/report.html", context, status=409 if theirs else 200
    )


def _of(request: HttpRequest, slug: str, year: int) -> tuple:
    board = get_object_or_404(Board, slug=slug, pk__in=[each.pk for each in boards_of(request)])
    if not FIRST_DAY.year <= year <= timezone.localdate().year:
        raise Http404
    return board, year_from(year)


def _file(request: HttpRequest, made: AnnualReport, form: str) -> FileResponse:
    to, at = io.BytesIO(), timezone.now()
    FORMS[form](made.paper(at=at), to)
    log(
        "export",
        f"The annual report of {made.period.first.year} was taken as {form.upper()}.",
        by=request.user,
        at=at,
        board=made.board,
    )
    to.seek(0)
    name = f"annual-report-{made.board.slug}-{made.period.first.year}.{form}"
    return FileResponse(to, as_attachment=True, filename=name)
