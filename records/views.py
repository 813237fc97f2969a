"""The log of the boards whose log the reader may see."""

from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from records.exports import WRITERS, export
from records.listing import READERS, log_list
from records.models import AuditEvent


@require_GET
def log_page(request: HttpRequest) -> HttpResponseBase:
    if not request.user.has_role(*READERS):
        raise PermissionDenied("The log is for a board's business manager, Chair and auditor.")
    events = AuditEvent.objects.visible_to(request.user)
    shown = log_list(request.user).shown(request.GET, events, on=timezone.localdate())
    form = request.GET.get("format")
    if form in WRITERS:
        return export(shown, form, board_key="board_id", by=request.user, at=timezone.now())
    return render(request, "listing/list.html", {"shown": shown, "title": "Log"})
