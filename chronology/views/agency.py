"""One agency's chronology: where it stands, and how it is written and handed in."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from boards.models import User
from chronology.models import AgencyChronology, Entry
from chronology.models.agency_chronology import ASKED_AS
from chronology.models.order import rows_of_agency
from chronology.permissions import refusal
from chronology.progress import open_problems, to_mend, typed_to_mend
from chronology.receiving.stored import position
from chronology.receiving.words import where
from chronology.views.finding import find_chronology
from reviews.models import Commission

MOST_LISTED = 50


def begin(request: HttpRequest, pk: int) -> HttpResponse:
    """Send on to the chronology that the commission asks for, begun if it was not."""
    seen = Commission.objects.visible_to(request.user).filter(kind__in=ASKED_AS)
    commission = get_object_or_404(seen.select_related("review", "agency"), pk=pk)
    chronology = AgencyChronology.of(commission.review, commission.agency)
    if not AgencyChronology.objects.visible_to(request.user).filter(pk=chronology.pk).exists():
        raise Http404
    return redirect("agency-chronology", pk=chronology.pk)


def chronology(request: HttpRequest, pk: int) -> HttpResponse:
    """Where it stands, what can be done with it, and its rounds."""
    found = find_chronology(request, pk)
    found.note("view", f"{found} was opened.", by=request.user, at=timezone.now())
    entries = Entry.objects.filter(review=found.review, agency=found.agency)
    context = {
        "review": found.review,
        "chronology": found,
        "rounds": found.submissions.select_related("by", "sent_back_by", "accepted_by").order_by(
            "-number"
        ),
        "rows": entries.standing().count(),
        "notes": entries.filter(withdrawn_at=None, is_note=True).count(),
        "files": found.files.standing().exclude(taken_at=None).count(),
        "problems": open_problems(found.review).get(found.agency_id, 0),
        "on": timezone.localdate(),
        **(acts := may(request.user, found)),
        **(rows_to_mend(found) if any(acts.values()) else {}),
    }
    return render(request, "chronology/agency.html", context)


def rows_to_mend(found: AgencyChronology) -> dict[str, object]:
    """Return which rows are to be mended, as far as a page holds them, and where."""
    problems = list(to_mend(found)[:MOST_LISTED])
    rows = rows_of_agency(found).filter(key__in=[one.key for one in problems])
    by_key = dict(rows.values_list("key", "pk"))
    wrong = [
        {
            "file": one.file,
            "where": where(position(one.file.name, one.key)),
            "problem": one,
            "row": by_key.get(one.key),
        }
        for one in problems
    ]
    return {"wrong": wrong, "most_listed": MOST_LISTED, "typed_wrong": typed_to_mend(found)}


def may(user: User, found: AgencyChronology) -> dict[str, bool]:
    """Return what of the acts is open to the person, as it stands now."""
    last, is_closed = found.last, found.is_with_the_board

    def allows(act: str) -> bool:
        return refusal(user, act, found.review, found.agency) is None

    return {
        "may_write": not is_closed and allows("write_rows"),
        "may_take": allows("take_rows"),
        "may_hand_in": not is_closed and allows("hand_in"),
        "may_send_back": is_closed and allows("send_back"),
        "may_accept": bool(last and last.is_waiting and last.by != user and allows("accept")),
    }
