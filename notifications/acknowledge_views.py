"""The page where somebody says that a deadline is in hand."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from boards.models import User
from notifications.forms.acknowledgements import AcknowledgementForm
from notifications.models import Acknowledgement
from notifications.models.acknowledgement import HOLDS
from reviews.meetings.doers import opens_action
from reviews.models import Deadline, Review


@require_http_methods(["GET", "HEAD", "POST"])
def acknowledge(request: HttpRequest, pk: int) -> HttpResponse:
    """Explain what it does to have a deadline in hand; a POST says so. Twice is once."""
    mine = Deadline.objects.visible_to(request.user).beside_what_was_asked()
    deadline = get_object_or_404(mine, pk=pk)
    form = AcknowledgementForm(request.POST if request.method == "POST" else None)
    home = home_of(deadline, request.user)
    if form.is_valid():
        note = form.cleaned_data["note"]
        Acknowledgement.give(deadline, by=request.user, at=timezone.now(), note=note)
        messages.success(request, f"It is noted that you have this in hand: {deadline.name}.")
        return redirect(home)
    facts = {
        "deadline": deadline,
        "form": form,
        "home": home,
        "days": HOLDS.days,
        "said": Acknowledgement.objects.filter(
            deadline=deadline, due_version=deadline.version, by=request.user
        ).first(),
    }
    return render(request, "notifications/acknowledge.html", facts)


def home_of(deadline: Deadline, user: User) -> str:
    """Return the page where the person acts: the review, or what they were asked for."""
    if deadline.action_id and opens_action(user, deadline.action):
        return deadline.place
    if Review.objects.visible_to(user).filter(pk=deadline.review_id).exists():
        return deadline.review.get_absolute_url()
    return deadline.place
