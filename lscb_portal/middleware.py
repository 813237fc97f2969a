"""Refusals become pages; pages about children are not kept by the browser."""

import logging
from collections.abc import Callable

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import add_never_cache_headers
from django_fsm import ConcurrentTransition

from records.downloads import NotReleased
from records.sealing import Tampered
from reviews.conditions import NotYet
from reviews.statutory import UnknownHolidays

logger = logging.getLogger(__name__)

Next = Callable[[HttpRequest], HttpResponse]


def keep_private(get_response: Next) -> Next:
    """Nothing that a signed-in person was shown stays in a shared or browser cache."""

    def middleware(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        if request.user.is_authenticated:
            add_never_cache_headers(response)
        return response

    return middleware


class explain_refusals:  # noqa: N801 - named as the function it stands for
    """A refusal by the domain becomes a 403 or 409 page that carries its sentences."""

    sync_capable = True
    async_capable = False

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, refusal: Exception) -> HttpResponse | None:
        match refusal:
            case PermissionDenied():
                return render(request, "403.html", {"reasons": [str(refusal)]}, status=403)
            case NotYet(reasons=reasons):
                return render(request, "409.html", {"reasons": reasons}, status=409)
            case UnknownHolidays():
                return render(request, "409.html", {"reasons": [str(refusal)]}, status=409)
            case Tampered() | NotReleased():
                logger.error("%s: %s", request.path, refusal)
                return render(request, "document_refused.html", {"reason": refusal}, status=409)
            case ConcurrentTransition():
                reason = "Somebody else changed this review while you were looking at it."
                return render(request, "409.html", {"reasons": [reason]}, status=409)
        return None
