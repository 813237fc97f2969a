"""Somebody steps through the mentions of the cast, and says case by case who is meant."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from boards.govuk.words import counted
from chronology import permissions
from chronology.forms.mentions import RulingForm
from chronology.mention_page import A_PAGE, Drawing, MentionsOf, Occurrence
from chronology.models import Entry
from chronology.reader import reader_of
from chronology.ruling_page import Rulings
from chronology.rulings import MOST, NotRuled, rule, take_back
from chronology.views.cast import of
from reviews.models import Review
from reviews.views.case import note_opening


def of_keeper(request: HttpRequest, reference: str) -> Review:
    """Return the review on whose mentions the person may rule: they see names and keep the cast."""
    review = of(request, reference)
    permissions.require(request.user, "keep_cast", review)
    return review


def mentions(request: HttpRequest, reference: str, pk: int) -> HttpResponse:
    """Every mention of one of the cast, the doubtful first."""
    review = of_keeper(request, reference)
    person = get_object_or_404(review.cast, pk=pk)
    stale = Rulings(review).stale.keys()
    found = MentionsOf(reader_of(request, review), person, request.GET, stale=stale)
    form = _form(request, review, found.rows)
    if request.method == "POST" and _ruled(request, review, form):
        return redirect(request.get_full_path())
    note_opening(request, review, "Mentions of somebody in the chronology")
    context = {"review": review, "person": person, "found": found, "form": form}
    context["stale"] = len(stale)
    return render(request, "chronology/mentions/person.html", context)


def entry_mentions(request: HttpRequest, pk: int) -> HttpResponse:
    """Every mention in one entry, of somebody in the cast or of nobody in it."""
    seen = Entry.objects.visible_to(request.user).standing()
    entry = get_object_or_404(seen.select_related("review__board", "agency"), pk=pk)
    review = of_keeper(request, entry.review.reference)
    rows = Drawing(reader_of(request, review)).entry(entry)
    form = _form(request, review, rows)
    if request.method == "POST" and _ruled(request, review, form):
        return redirect("entry-mentions", pk)
    note_opening(request, review, "Mentions in an entry of the chronology")
    stale = [each for each in Rulings(review).stale_ones if each.entry_id == pk]
    context = {"review": review, "entry": entry, "rows": rows, "form": form, "stale": stale}
    return render(request, "chronology/mentions/entry.html", context)


def rulings(request: HttpRequest, reference: str) -> HttpResponse:
    """What was ruled on mentions: by whom, why, and what of it means nothing any more."""
    review = of_keeper(request, reference)
    if request.method == "POST":
        sent = request.POST.getlist("ruling")
        chosen = [int(pk) for pk in sent if pk.isdecimal() and len(pk) < 19][:MOST]
        number = take_back(review, chosen, by=request.user, at=timezone.now())
        messages.success(request, f"{counted(number, 'ruling')} taken back.")
        return redirect("rulings", reference)
    every = Rulings(review)
    page = Paginator(every.in_order, A_PAGE).get_page(request.GET.get("page"))
    context = {"review": review, "page": page, "rows": every.drawn(page.object_list)}
    return render(request, "chronology/mentions/rulings.html", context)


def _form(request: HttpRequest, review: Review, rows: list[Occurrence]) -> RulingForm:
    cast = list(review.cast.order_by("category", "pseudonym"))
    sent = request.POST if request.method == "POST" else None
    return RulingForm(sent, cast=cast, shown=rows)


def _ruled(request: HttpRequest, review: Review, form: RulingForm) -> bool:
    """Return whether what the form says is kept; else the form says why not."""
    if not form.is_valid():
        return False
    try:
        number = rule(review, form.places, form.said(), by=request.user, at=timezone.now())
    except NotRuled as reason:
        form.add_error(None, str(reason))
        return False
    messages.success(request, f"{counted(number, 'mention')} ruled on.")
    return True
