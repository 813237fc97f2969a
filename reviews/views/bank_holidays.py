"""Bank holidays proclaimed after release: which there are, and what one more or less moves."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from reviews import permissions
from reviews.forms.bank_holidays import BankHolidayForm
from reviews.models import BankHoliday, CalendarChange, MovedMeanwhile
from reviews.models.calendar_change import how_many
from reviews.statutory import ENGLAND

PAGE_SIZE = 50


@require_GET
def bank_holidays(request: HttpRequest) -> HttpResponse:
    """List those that were added, with the withdrawn ones below."""
    if not permissions.may_read_holidays(request.user):
        raise PermissionDenied("Bank holidays are for business managers and administrators.")
    added = BankHoliday.objects.select_related("added_by", "withdrawn_by")
    context = {
        "standing": added.filter(withdrawn_at=None),
        "withdrawn": added.exclude(withdrawn_at=None),
        "may_keep": permissions.may_keep_holidays(request.user),
        "built_in": ENGLAND,
    }
    return render(request, "reviews/bank_holidays.html", context)


def add(request: HttpRequest) -> HttpResponse:
    """Ask for a day, show what it moves, then add it."""
    permissions.require_holiday_keeper(request.user)
    form = BankHolidayForm(request.GET or None)
    if not form.is_valid():
        return render(request, "reviews/bank_holidays_add.html", {"form": form})
    return _change(request, CalendarChange(form.holiday()))


def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Show what moves without the day, then withdraw it."""
    permissions.require_holiday_keeper(request.user)
    return _change(request, CalendarChange(get_object_or_404(BankHoliday, pk=pk)))


def _change(request: HttpRequest, change: CalendarChange) -> HttpResponse:
    """Show every date that moves; on a go-ahead, move exactly what was shown."""
    differences: list[str] = []
    change.require_possible()
    if request.method == "POST":
        seen = request.POST.get("seen", "")
        try:
            moved = change.apply(seen=seen, by=request.user, at=timezone.now())
        except MovedMeanwhile as meanwhile:
            differences = meanwhile.sentences
        else:
            messages.success(request, f"{change.holiday.news}: {how_many(moved)}.")
            return redirect("bank-holidays")
    moves = change.moves()
    context = {
        "change": change,
        "differences": differences,
        "summary": how_many(moves),
        "seen": " ".join(move.key for move in moves),
        "page": Paginator(moves, PAGE_SIZE).get_page(request.GET.get("page")),
        "query": request.GET,
    }
    return render(request, "reviews/bank_holidays_change.html", context)
