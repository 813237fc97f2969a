"""The meetings of a review: the list, each one, its invitation, and what is recorded of it."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST

from reviews import permissions
from reviews.forms.case import CaseForm
from reviews.forms.meetings import AttendanceForm, CallForm, CancelForm, InviteForm, MoveForm
from reviews.forms.minutes import ActionForm, AgreeForm, DecisionForm
from reviews.meetings import calendar
from reviews.meetings.page import MeetingPage
from reviews.models import Meeting, MeetingAction, Review
from reviews.noting import log_about
from reviews.views.case import find

FORMS: dict[str, tuple[str, type[CaseForm]]] = {
    "move_meeting": ("Move the meeting", MoveForm),
    "cancel_meeting": ("Cancel the meeting", CancelForm),
    "invite": ("Invite people", InviteForm),
    "record_attendance": ("Who came", AttendanceForm),
    "agree_minutes": ("Agree the minutes", AgreeForm),
    "note_decision": ("Record a decision", DecisionForm),
    "ask_for_action": ("Record an action", ActionForm),
}


def found(request: HttpRequest, pk: int) -> Meeting:
    """Return the meeting of a review that the person may see, and whose file they may open."""
    seen = Meeting.objects.visible_to(request.user).select_related("review__board")
    meeting = get_object_or_404(seen, pk=pk)
    permissions.require_reader(request.user, "meetings", meeting.review)
    return meeting


def form_of(
    form_class: type[CaseForm], request: HttpRequest, review: Review, **about: Any
) -> CaseForm:
    """Return the form with what was sent, or empty with today's date."""
    today = timezone.localdate()
    sent = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    facts = {"initial": {}, "review": review, "user": request.user, "today": today, **about}
    return form_class(*sent, **facts)


def recorded(request: HttpRequest, review: Review, act: str, form: CaseForm) -> bool:
    """Return whether what the form says is recorded; else the form has the reasons."""
    if request.method != "POST" or not form.is_valid():
        return False
    try:
        news = review.record(act, by=request.user, at=timezone.now(), **form.facts())
    except ValidationError as refusal:
        form.refuse(refusal)
        return False
    messages.success(request, f"{news}.")
    return True


def meetings(request: HttpRequest, reference: str) -> HttpResponse:
    """Show those that come, those that were held, and the actions still open."""
    review = find(request, reference)
    permissions.require_reader(request.user, "meetings", review)
    today = timezone.localdate()
    actions = MeetingAction.objects.open().filter(meeting__review=review)
    context = {
        "review": review,
        "coming": review.meetings.coming(today).prefetch_related("minutes"),
        "past": review.meetings.past(today).prefetch_related("minutes"),
        "actions": actions.select_related("meeting"),
        "on": today,
        "may_call": permissions.refusal(request.user, "call_meeting", review) is None,
    }
    return render(request, "reviews/meetings/meetings.html", context)


def call(request: HttpRequest, reference: str) -> HttpResponse:
    """Call a meeting and ask people to it."""
    review = find(request, reference)
    permissions.require(request.user, "call_meeting", review)
    form = form_of(CallForm, request, review)
    if recorded(request, review, "call_meeting", form):
        return redirect(review.meetings.latest("pk"))
    context = {"review": review, "form": form, "heading": "Call a meeting"}
    return render(request, "reviews/meetings/call.html", context)


def meeting(request: HttpRequest, pk: int) -> HttpResponse:
    """Show all of one meeting."""
    one = found(request, pk)
    log_about(one.review, "view", f"{one} was opened.", by=request.user, at=timezone.now())
    page = MeetingPage(one, request.user, at=timezone.now())
    return render(request, "reviews/meetings/meeting.html", {"meeting": one, "page": page})


def act(request: HttpRequest, pk: int, act: str) -> HttpResponse:
    """Record one thing of the meeting."""
    if act not in FORMS:
        raise Http404
    one = found(request, pk)
    permissions.require(request.user, act, one.review)
    heading, form_class = FORMS[act]
    form = form_of(form_class, request, one.review, meeting=one)
    if recorded(request, one.review, act, form):
        return redirect(one)
    one = found(request, pk)  # as it stands, whatever was typed
    context = {"meeting": one, "form": form, "heading": heading}
    return render(request, "reviews/meetings/act.html", context)


@require_POST
def uninvite(request: HttpRequest, pk: int, invitee: int) -> HttpResponse:
    """Take somebody off the list."""
    one = found(request, pk)
    who = get_object_or_404(one.invitees.open(), pk=invitee)
    try:
        one.review.record("uninvite", by=request.user, at=timezone.now(), invitee=who)
    except ValidationError as refusal:
        messages.error(request, refusal.messages[0])
    return redirect(one)


def invited(request: HttpRequest, pk: int) -> Meeting:
    asked = Meeting.objects.invitations_of(request.user).select_related("review__board")
    one = get_object_or_404(asked, pk=pk)
    is_asked = one.invitees.open().filter(user=request.user).exists()
    if not is_asked:
        permissions.require_reader(request.user, "meetings", one.review)
    return one


def invitation(request: HttpRequest, pk: int) -> HttpResponse:
    """Show when and where the meeting is, to whoever is asked to it."""
    one = invited(request, pk)
    opens_the_file = Meeting.objects.visible_to(request.user).filter(
        pk=pk
    ).exists() and permissions.may_read(request.user, "meetings", one.review)
    context = {"meeting": one, "opens_the_file": opens_the_file}
    return render(request, "reviews/meetings/invitation.html", context)


def calendar_file(request: HttpRequest, pk: int) -> HttpResponse:
    """Hand over the calendar file, the reader's own or that of somebody without an account."""
    one = invited(request, pk)
    name, address = request.user.full_name, request.user.email
    if "for" in request.GET:
        permissions.require(request.user, "invite", one.review)
        number = request.GET["for"]
        pk_of = int(number) if number.isdecimal() and len(number) < 10 else 0
        who = get_object_or_404(one.invitees.open(), pk=pk_of)
        name, address = who.name, who.address
    content = calendar.invitation(one, name, address, at=timezone.now())
    answer = HttpResponse(content, content_type=calendar.media_type(one))
    file_name = f"{one.review.reference} {one}.ics"
    answer["Content-Disposition"] = content_disposition_header(True, file_name)
    return answer
