"""The home page and the lists."""

from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from boards.listing import Shown
from insights.deadlines import deadline_list, deadlines_for
from insights.homes import sections_for
from insights.reviews import review_list, reviews_for
from records.exports import WRITERS, export


@require_GET
def home(request: HttpRequest) -> HttpResponseBase:
    sections = sections_for(request.user, on=timezone.localdate())
    return render(request, "insights/home.html", {"sections": sections})


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


def _list(request: HttpRequest, shown: Shown, *, title: str, board_key: str) -> HttpResponseBase:
    form = request.GET.get("format")
    if form in WRITERS:
        return export(shown, form, board_key=board_key, by=request.user, at=timezone.now())
    return render(request, "listing/list.html", {"shown": shown, "title": title})
