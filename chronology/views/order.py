"""Rows of one day and time, put in order by their agency: by buttons, or by numbers."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from boards.govuk.words import on_paper
from chronology.integrated.rows import where_filed
from chronology.models import AgencyChronology, Entry
from chronology.models.entry import UNTIMED
from chronology.models.order import Time, put_in_order, rows_at, rows_of_agency
from chronology.permissions import require
from chronology.views.finding import find_chronology
from reviews.conditions import NotYet

A_PAGE = 10  # times
STEPS = {"up": -1, "down": 1}


class NoNumber(Exception):
    """What stands in a field is no number to stand by; the message says so."""


@dataclass(frozen=True, slots=True)
class OneTime:
    """A day and minute with several rows of the agency."""

    time: Time
    rows: list[tuple[Entry, str]]

    @property
    def name(self) -> str:
        return f"{self.time[0].isoformat()}-{self.time[1]}"

    @property
    def spoken(self) -> str:
        day, minute = self.time
        clock = "" if minute == UNTIMED else f", {minute // 60:02}:{minute % 60:02}"
        return f"{on_paper(day)}{clock or ', without a time'}"

    @property
    def shown(self) -> str:
        return ",".join(str(entry.pk) for entry, _where in self.rows)


def order(request: HttpRequest, pk: int) -> HttpResponse:
    """The times at which several rows stand, ten a page, and the order of each."""
    found = find_chronology(request, pk)
    require(request.user, "write_rows", found.review, found.agency)
    found.require_open()
    if request.method == "POST":
        return _reorder(request, found)
    sentence = f"The order of rows of {found.agency} was opened."
    found.note("view", sentence, by=request.user, at=timezone.now())
    page = Paginator(_times(found, request.GET.get("day", "")), A_PAGE)
    page = page.get_page(request.GET.get("page"))
    context = {"review": found.review, "chronology": found, "page": page, "query": request.GET}
    context["times"] = [_one(found, (one["date_start"], one["minute"])) for one in page]
    return render(request, "chronology/order.html", context)


def _times(found: AgencyChronology, day: str) -> list[dict]:
    rows = rows_of_agency(found).order_by("date_start", "minute")
    if on := _day(day):
        rows = rows.filter(date_start=on)
    times = rows.values("date_start", "minute").annotate(number=Count("pk"))
    return list(times.filter(number__gt=1))


def _one(found: AgencyChronology, time: Time) -> OneTime:
    rows = rows_at(found, time).select_related("file").defer("file__reading", "file__corrections")
    return OneTime(time, [(row, where_filed(row)) for row in rows])


def _reorder(request: HttpRequest, found: AgencyChronology) -> HttpResponse:
    sent = request.POST
    day, minute = _day(sent.get("day", "")), sent.get("minute", "")
    if day is None or not minute.isdecimal() or len(minute) > 4 or int(minute) > UNTIMED:
        raise Http404
    shown = [int(pk) for pk in sent.get("shown", "").split(",") if pk.isdecimal() and len(pk) < 19]
    try:
        wanted = _wanted(sent, shown)
        put_in_order(
            found, (day, int(minute)), wanted, shown=shown, by=request.user, at=timezone.now()
        )
    except NoNumber as wrong:
        messages.warning(request, str(wrong))
    except NotYet as wait:
        messages.warning(request, " ".join(wait.reasons))
    query = {name: sent[name] for name in ("page", "only") if sent.get(name)}
    query = {"day" if name == "only" else name: text for name, text in query.items()}
    here = reverse("agency-order", args=[found.pk])
    return redirect(f"{here}?{urlencode(query)}#t{day.isoformat()}-{minute}")


def _wanted(sent: QueryDict, shown: list[int]) -> list[int]:
    """Return the ids in the order asked for by a button, or else by the numbers."""
    for act, step in STEPS.items():
        if (pk := sent.get(act, "")).isdecimal() and int(pk[:18]) in shown:
            here = shown.index(int(pk[:18]))
            there = min(max(here + step, 0), len(shown) - 1)
            wanted = [each for each in shown if each != shown[here]]
            return [*wanted[:there], shown[here], *wanted[there:]]
    numbers = {
        pk: _number(sent.get(f"number-{pk}", ""), place) for place, pk in enumerate(shown, 1)
    }
    return sorted(shown, key=lambda pk: (numbers[pk], shown.index(pk)))


def _number(text: str, place: int) -> Decimal:
    """Return what was typed; an empty field leaves the row at its place."""
    text = text.strip()
    try:
        number = Decimal(text) if text else Decimal(place)
    except InvalidOperation:
        number = Decimal("NaN")
    if not number.is_finite() or len(text) > 12:
        raise NoNumber(f"Enter a number for row {place}, such as 2 or 1.5: “{text[:20]}” is none.")
    return number


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
