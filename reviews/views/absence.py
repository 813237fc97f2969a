"""When somebody is away, and who covers for them on one board."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from boards.models import Board
from reviews.forms.absence import AbsenceForm
from reviews.models import Absence
from reviews.models.hand_over import OWNERS


def away(request: HttpRequest, slug: str) -> HttpResponse:
    """Say when you are away and who covers; see for whom you cover."""
    found = Board.objects.filter(pk__in={seat.board_id for seat in request.user.seats()})
    board = get_object_or_404(found, slug=slug)
    if not request.user.has_role(*OWNERS, board=board):
        raise PermissionDenied("This is for those who may own a review of the board.")
    today = timezone.localdate()
    form = AbsenceForm(request.POST or None, board=board, user=request.user, today=today)
    if form.is_valid():
        at = timezone.now()
        try:
            made = Absence.record(request.user, board=board, at=at, **form.cleaned_data)
        except ValidationError as refusal:
            form.add_error(None, refusal)
        else:
            messages.success(request, f"{made}.")
            return redirect("away", slug)
    shown = Absence.objects.visible_to(request.user).standing()
    absences = shown.filter(board=board, to_on__gte=today).select_related("person", "cover")
    context = {"board": board, "form": form, "absences": absences}
    return render(request, "reviews/people/away.html", context)


@require_POST
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """The person is not away after all, or back early."""
    own = Absence.objects.visible_to(request.user).standing().filter(person=request.user)
    absence = get_object_or_404(own.select_related("person", "cover", "board"), pk=pk)
    absence.cancel(at=timezone.now())
    messages.success(request, "Cancelled: nobody covers for you then.")
    return redirect("away", absence.board.slug)
