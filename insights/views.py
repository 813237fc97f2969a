"""The home page and the lists."""

from collections.abc import Mapping

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from boards.listing import Shown
from boards.roles import Evaluator
from insights.board_page import links_for
from insights.deadlines import deadline_list, deadlines_for
from insights.evaluations import evaluation_list, evaluations_for, write_list
from insights.homes import sections_for
from insights.reviews import review_list, reviews_for
from insights.statistics.views import MAY_COUNT
from insights.submissions import submission_list, submissions_for
from records.exports import WRITERS, Writer, export
from reviews.sections import sections_of_home


@require_GET
def home(request: HttpRequest) -> HttpResponseBase:
    context = {
        "on_top": sections_of_home(request.user),
        "sections": sections_for(request.user, on=timezone.localdate()),
    }
    return render(request, "insights/home.html", context)


@require_GET
def board(request: HttpRequest) -> HttpResponseBase:
    """The pages about the board that the person may open."""
    links = links_for(request.user)
    if not links:
        raise PermissionDenied("The board's own pages are for its business manager and its Chair.")
    return render(request, "insights/board.html", {"links": links})


@require_GET
def reviews(request: HttpRequest) -> HttpResponseBase:
    listing = review_list(request.user, on=timezone.localdate())
    shown = listing.shown(request.GET, reviews_for(request.user), on=timezone.localdate())
    return _list(request, shown, title="Reviews", board_key="board_id")


@require_GET
def deadlines(request: HttpRequest) -> HttpResponseBase:
    listing = deadline_list(request.user, on=timezone.localdate())
    shown = listing.shown(request.GET, deadlines_for(request.user), on=timezone.localdate())
    return _list(request, shown, title="Deadlines", board_key="review__board_id")


@require_GET
def evaluations(request: HttpRequest) -> HttpResponseBase:
    """Ofsted's list: on the screen, and as CSV, Excel or PDF."""
    if not request.user.has_role(*MAY_COUNT):
        raise PermissionDenied("Ofsted's list is for business managers, Chairs and evaluators.")
    listing, on = evaluation_list(request.user), timezone.localdate()
    shown = listing.shown(request.GET, evaluations_for(request.user), on=on)
    return _list(
        request,
        shown,
        title="Ofsted's evaluations",
        board_key="review__board_id",
        writers=WRITERS | {"pdf": write_list},
    )


@require_GET
def submissions(request: HttpRequest) -> HttpResponseBase:
    """The sets that were submitted to Ofsted, across boards."""
    if not request.user.has_role(Evaluator):
        raise PermissionDenied("The submitted sets of all boards are for Ofsted's evaluators.")
    on = timezone.localdate()
    shown = submission_list(request.user, on=on).shown(
        request.GET, submissions_for(request.user), on=on
    )
    return _list(request, shown, title="Submissions", board_key="review__board_id")


def _list(
    request: HttpRequest,
    shown: Shown,
    *,
    title: str,
    board_key: str,
    writers: Mapping[str, Writer] = WRITERS,
) -> HttpResponseBase:
    form = request.GET.get("format")
    if form in writers:
        at = timezone.now()
        return export(shown, form, board_key=board_key, by=request.user, at=at, writers=writers)
    context = {"shown": shown, "title": title, "pdf_href": ""}
    if "pdf" in writers:
        context["pdf_href"] = shown.href(format="pdf")
    return render(request, "listing/list.html", context)
