"""The statistics, the reviews behind a number, and Ofsted's list of evaluations."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponseBase, QueryDict
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from boards.listing import Shown
from boards.models import User
from boards.roles import Chair, Evaluator, Manager
from insights.reviews import review_list, reviews_for
from insights.statistics.figures import Table
from insights.statistics.measures import EVERY, LEFT_OUT
from insights.statistics.page import Page
from insights.statistics.written import heads_of, under_one_another
from records.exports import WRITERS, export, given_out
from records.models import log

MAY_COUNT = (Manager, Chair, Evaluator)  # those who see whole boards: others would count a part


def page_for(request: HttpRequest) -> Page:
    """Return the statistics asked for; raises PermissionDenied for who sees part of a board."""
    if not request.user.has_role(*MAY_COUNT):
        names = " or ".join(role.name for role in MAY_COUNT)
        raise PermissionDenied(f"The statistics are for the {names}.")
    return Page(request.user, request.GET, on=timezone.localdate())


@require_GET
def statistics(request: HttpRequest) -> HttpResponseBase:
    """Every table of the period, each number with the reviews behind it."""
    page = page_for(request)
    form = request.GET.get("format")
    if form in WRITERS:
        return _file(page, request.GET.get("table", ""), form, by=request.user)
    return render(request, "insights/statistics/statistics.html", {"page": page})


def _file(page: Page, slug: str, form: str, *, by: User) -> HttpResponseBase:
    tables = [table for table in page.chosen_tables if slug in ("", table.slug)]
    if not tables:
        raise Http404
    name = f"{slug or 'statistics'}-{page.period.first}-to-{page.period.last}"
    _log(page, f"{tables[0].title if slug else page.spoken_topic} exported ({form.upper()}).", by)
    return given_out(heads_of(tables[0]), under_one_another(tables, page.spoken_choice), form, name)


def _log(page: Page, sentence: str, by: User) -> None:
    """The log of each board that was counted says so."""
    boards = {facts.board for facts in page.statistics.facts}
    for board in sorted(boards) or [None]:
        log("export", sentence, by=by, at=timezone.now(), board=board, period=page.spoken_period)


@require_GET
def behind(request: HttpRequest) -> HttpResponseBase:
    """The reviews that a number of a table counts, as a list like any other."""
    page = page_for(request)
    slug, key = request.GET.get("table", ""), request.GET.get("key", "")
    if not slug:
        return redirect("statistics")
    table = next((table for table in page.statistics.tables if table.slug == slug), None)
    pks = page.statistics.behind(slug, key) if table else None
    if table is None or pks is None or not _is_shown(table, key):
        raise Http404
    shown = _shown(page, pks, request.GET)
    shown.query.update(page.chosen.query.dict() | {"table": slug, "key": key})
    form = request.GET.get("format")
    if form in WRITERS:
        return export(shown, form, board_key="board_id", by=request.user, at=timezone.now())
    context = {
        "page": page,
        "table": table,
        "shown": shown,
        "count": len(pks),
        "counted": page.statistics.label_of(table, key),
    }
    return render(request, "insights/statistics/behind.html", context)


def _is_shown(table: Table, key: str) -> bool:
    """Return whether the table shows the number: what it hides opens no list."""
    if not table.is_suppressed or key == LEFT_OUT:
        return True
    if key == EVERY:
        return bool(table.n)
    return any(figure.key == key for line in table.lines for figure in line.figures)


def _shown(page: Page, pks: list[int], asked: QueryDict) -> Shown:
    """Return the reviews with these ids as the list of reviews, on the page asked for."""
    address = QueryDict(mutable=True)
    address.update({"past": "all"} | {n: asked[n] for n in ("sort", "page") if n in asked})
    rows = reviews_for(page.user).filter(pk__in=pks)
    return review_list(page.user, on=page.on).shown(address, rows, on=page.on)
