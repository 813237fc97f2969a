"""An action of a meeting: its page, which whoever is to do it opens too, and that it is done."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from reviews import permissions
from reviews.forms.minutes import FinishForm, ReopenForm
from reviews.meetings.doers import opens_action, refusal_to_finish, require_to_finish
from reviews.models import CaseDocument, Meeting, MeetingAction
from reviews.noting import log_about
from reviews.views.filing import is_recorded
from reviews.views.meetings import form_of


def found(request: HttpRequest, pk: int) -> MeetingAction:
    """Return the action, to those who read of the meetings and to whoever is to do it."""
    user = request.user
    of_meetings = MeetingAction.objects.filter(meeting__in=Meeting.objects.visible_to(user))
    seen = of_meetings | MeetingAction.objects.given_to(user)
    action = get_object_or_404(seen.select_related("meeting__review__board", "person"), pk=pk)
    if not opens_action(user, action):
        permissions.require_reader(user, "meetings", action.meeting.review)
    return action


def action(request: HttpRequest, pk: int) -> HttpResponse:
    """What is to be done by when, what was done, and why it was opened again."""
    one, user = found(request, pk), request.user
    review = one.meeting.review
    log_about(review, "view", f"{one} was opened.", by=user, at=timezone.now())
    stands = not one.meeting.is_cancelled
    context = {
        "action": one,
        "on": timezone.localdate(),
        "done": one.done.select_related("by", "reopened_by", "file__document"),
        "files": set(CaseDocument.objects.visible_to(user).filter(review=review)),
        "may_finish": stands and one.is_open and refusal_to_finish(user, one) is None,
        "may_reopen": stands
        and not one.is_open
        and permissions.refusal(user, "reopen_action", review) is None,
        "reads_meetings": _reads_meetings(request, one),
    }
    return render(request, "reviews/meetings/action.html", context)


def finish(request: HttpRequest, pk: int) -> HttpResponse:
    """Record that an action is done."""
    one = found(request, pk)
    require_to_finish(request.user, one)
    if not one.is_open and request.method == "GET":
        messages.info(request, "This action was recorded as done already.")
        return redirect(one)
    initial = {"on": timezone.localdate()}
    form = form_of(FinishForm, request, one.meeting.review, action=one, initial=initial)
    if is_recorded("finish_action", form, request):
        return redirect(one)
    context = {"action": one, "form": form, "heading": "Record an action as done"}
    return render(request, "reviews/meetings/action_form.html", context)


def reopen(request: HttpRequest, pk: int) -> HttpResponse:
    """Open an action again that was not done after all."""
    one = found(request, pk)
    permissions.require(request.user, "reopen_action", one.meeting.review)
    form = form_of(ReopenForm, request, one.meeting.review, action=one)
    if is_recorded("reopen_action", form, request):
        return redirect(one)
    context = {"action": one, "form": form, "heading": "Open an action again"}
    return render(request, "reviews/meetings/action_form.html", context)


def _reads_meetings(request: HttpRequest, action: MeetingAction) -> bool:
    """Return whether the page of the meeting is open to the person as well."""
    seen = Meeting.objects.visible_to(request.user).filter(pk=action.meeting_id).exists()
    return seen and permissions.may_read(request.user, "meetings", action.meeting.review)
