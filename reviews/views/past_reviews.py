"""Past reviews from a spreadsheet: choose the file, check what would come of it, go ahead."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from boards.models import Board
from reviews.forms.past_reviews import PastReviewsForm
from reviews.models import PastReviewsFile
from reviews.past_reviews.outcome import by_row, summary
from reviews.past_reviews.reading import COLUMNS, OF_AN_EXTENSION
from reviews.past_reviews.upload import bring_in_upload, preview_upload
from reviews.permissions import ALLOWED

LISTED = 20


def choose(request: HttpRequest) -> HttpResponse:
    """Take a file, and list those brought in before."""
    boards = Board.objects.filter(pk__in=request.user.boards_seen_as(*ALLOWED["import_reviews"]))
    if not boards:
        raise PermissionDenied("Past reviews are brought in by a board's business manager.")
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form = PastReviewsForm(*sent, boards=boards)
    if form.is_valid():
        upload = PastReviewsFile.keep(
            form.cleaned_data["file"],
            name=form.file_name,
            board=form.of_board,
            by=request.user,
            at=timezone.now(),
        )
        return redirect("past-reviews-file", upload.pk)
    earlier = PastReviewsFile.objects.visible_to(request.user).brought_in()
    context = {
        "form": form,
        "columns": COLUMNS,
        "of_an_extension": OF_AN_EXTENSION,
        "earlier": earlier.select_related("brought_in_by").defer("content")[:LISTED],
    }
    return render(request, "reviews/past_reviews/choose.html", context)


def check(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what would come of a file, or what came of it; bring it in on a go-ahead."""
    seen = PastReviewsFile.objects.visible_to(request.user).select_related("board")
    upload = get_object_or_404(seen, pk=pk)
    if request.method == "POST":
        done = bring_in_upload(upload, by=request.user, at=timezone.now())
        messages.success(request, f"{summary(done.outcome)}.")
        return redirect("past-reviews-file", pk)
    is_done = upload.brought_in_at is not None
    outcome = upload.outcome if is_done else preview_upload(upload, at=timezone.now())
    context = {
        "upload": upload,
        "is_done": is_done,
        "outcome": outcome,
        "summary": summary(outcome),
        "new": by_row(outcome),
    }
    return render(request, "reviews/past_reviews/check.html", context)
