"""Named or anonymised: a switch that holds on every page of the chronology until turned back."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from chronology.reader import HIDDEN, NAMES


@require_POST
def names(request: HttpRequest) -> HttpResponse:
    """Hide names, or show them again to those who may see them."""
    request.session[NAMES] = HIDDEN if request.POST.get("names") == HIDDEN else "shown"
    back = request.POST.get("back", "")
    is_ours = url_has_allowed_host_and_scheme(back, None) and back.startswith("/")
    return redirect(back if is_ours else "home")
