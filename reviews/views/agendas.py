"""The agenda of a meeting: its items, their order and their papers."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from records.downloads import download
from reviews import permissions
from reviews.forms.minutes import ItemForm, PaperForm
from reviews.models import AgendaItem, AgendaPaper, Meeting
from reviews.noting import log_about
from reviews.views.meetings import form_of, found, recorded


def found_item(request: HttpRequest, pk: int) -> AgendaItem:
    seen = AgendaItem.objects.filter(meeting__in=Meeting.objects.visible_to(request.user))
    item = get_object_or_404(seen.select_related("meeting__review__board"), pk=pk)
    permissions.require_reader(request.user, "meetings", item.meeting.review)
    return item


def found_paper(request: HttpRequest, pk: int) -> AgendaPaper:
    seen = AgendaPaper.objects.filter(item__meeting__in=Meeting.objects.visible_to(request.user))
    related = ("item__meeting__review__board", "version__document__review", "version__file")
    paper = get_object_or_404(seen.select_related(*related), pk=pk)
    permissions.require_reader(request.user, "meetings", paper.item.meeting.review)
    return paper


def add_item(request: HttpRequest, pk: int) -> HttpResponse:
    """Put another item on the agenda."""
    meeting = found(request, pk)
    return _item(request, AgendaItem(meeting=meeting), "Add an agenda item")


def item(request: HttpRequest, pk: int) -> HttpResponse:
    """Change an item."""
    return _item(request, found_item(request, pk), "Change the agenda item")


def _item(request: HttpRequest, item: AgendaItem, heading: str) -> HttpResponse:
    review = item.meeting.review
    permissions.require(request.user, "set_item", review)
    form = form_of(ItemForm, request, review, item=item)
    if recorded(request, review, "set_item", form):
        return redirect(f"{item.meeting.get_absolute_url()}#agenda")
    context = {"meeting": item.meeting, "form": form, "heading": heading, "item": item}
    return render(request, "reviews/meetings/item.html", context)


@require_POST
def place(request: HttpRequest, pk: int) -> HttpResponse:
    """Put the item one place up or down."""
    item = found_item(request, pk)
    before = -1 if request.POST.get("way") == "down" else 1
    return _done(request, item.meeting, "place_item", item=item, before=before)


@require_POST
def drop(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the item off the agenda."""
    item = found_item(request, pk)
    return _done(request, item.meeting, "drop_item", item=item)


@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the paper off the agenda."""
    paper = found_paper(request, pk)
    return _done(request, paper.item.meeting, "withdraw_paper", paper=paper)


def _done(request: HttpRequest, meeting: Meeting, act: str, **facts: object) -> HttpResponse:
    try:
        meeting.review.record(act, by=request.user, at=timezone.now(), **facts)
    except ValidationError as refusal:
        messages.error(request, refusal.messages[0])
    return redirect(f"{meeting.get_absolute_url()}#agenda")


def table_paper(request: HttpRequest, pk: int) -> HttpResponse:
    """Lay a document of the file, or a new one, before the meeting."""
    item = found_item(request, pk)
    review = item.meeting.review
    permissions.require(request.user, "table_paper", review)
    form = form_of(PaperForm, request, review)
    if request.method == "POST" and form.is_valid():
        said = {"by": request.user, "at": timezone.now()}
        try:
            with transaction.atomic():
                paper = AgendaPaper(item=item, version=form.version(**said))
                news = review.record("table_paper", paper=paper, **said)
        except ValidationError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, f"{news}.")
            return redirect(f"{item.meeting.get_absolute_url()}#agenda")
    context = {"meeting": item.meeting, "form": form, "heading": f"Add a paper: {item.title}"}
    return render(request, "reviews/meetings/act.html", context)


def paper(request: HttpRequest, pk: int) -> StreamingHttpResponse:
    """Hand over one paper as it is on the file."""
    one = found_paper(request, pk)
    sentence = f"A paper of {one.item.meeting} was taken."
    review = one.item.meeting.review
    log_about(review, "export", sentence, by=request.user, at=timezone.now(), paper=pk)
    return download(one.version.file)
