"""Who is asked to own a review, and who covers while somebody is away."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from reviews.forms.owning import AnswerHandOverForm
from reviews.models import HandOver
from reviews.views.doors import after


def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the review over, or say why not; the case itself opens to its owner alone."""
    waiting = HandOver.objects.visible_to(request.user)
    found = get_object_or_404(waiting.select_related("review__board", "review__owner", "by"), pk=pk)
    review = found.review
    form = AnswerHandOverForm(
        request.POST if request.method == "POST" else None,
        review=review,
        user=request.user,
        today=timezone.localdate(),
    )
    if request.method == "POST" and form.is_valid():
        facts = form.facts() | {"hand_over": found}
        try:
            news = review.record("answer_hand_over", by=request.user, at=timezone.now(), **facts)
        except ValidationError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, f"{news}.")
            return redirect(after(review, request))
    due = review.deadlines.open().order_by("due_on").first()
    context = {"hand_over": found, "review": review, "form": form, "due": due}
    return render(request, "reviews/people/answer.html", context)
