"""The glossary of a review: what the abbreviations in its rows stand for."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from chronology.forms.glossary import AbbreviationForm
from chronology.glossary import abbreviations_for, may_explain, to_explain, told_by, writes_as
from chronology.models import Abbreviation
from chronology.permissions import require
from chronology.reader import find


def glossary(request: HttpRequest, reference: str) -> HttpResponse:
    """Show what is explained and what is not yet; keep a meaning."""
    reader = find(request, reference)
    form = AbbreviationForm(request.POST or None, initial={"short": request.GET.get("short", "")})
    if request.method == "POST":
        agency = writes_as(reader)
        require(request.user, "explain", reader.review, agency)
        if form.is_valid():
            facts = {"by": request.user, "at": timezone.now(), **form.cleaned_data}
            kept = Abbreviation.explain(reader.review, agency, **facts)
            messages.success(request, f"“{kept.short}” is in the glossary.")
            return redirect("glossary", reference=reference)
    may_write = may_explain(reader)
    context = {
        "reader": reader,
        "review": reader.review,
        "rows": zip(abbreviations_for(reader), told_by(reader), strict=True),
        "offered": to_explain(reader) if may_write else [],
        "form": form,
        "may_write": may_write,
        "own": writes_as(reader),
    }
    return render(request, "chronology/glossary.html", context)


@require_POST
def remove(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Take an abbreviation out: an agency its own, the board's people any."""
    reader = find(request, reference)
    found = get_object_or_404(abbreviations_for(reader), pk=pk)
    agency = writes_as(reader)
    require(request.user, "explain", reader.review, agency)
    if agency and found.agency_id != agency.pk:
        raise PermissionDenied("This was explained by somebody else: ask them to take it out.")
    found.take_out(by=request.user, at=timezone.now())
    messages.success(request, f"“{found.short}” was taken out of the glossary.")
    return redirect("glossary", reference=reference)
