"""What an agency writes: page by page, kept as it goes along, checked and submitted."""

from datetime import date

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone

from records.downloads import download
from records.sealing import Tampered
from reviews import permissions
from reviews.conditions import NotYet
from reviews.contribution_page import problem
from reviews.forms.contributions import PAGES, PaperSignOffForm, ReportFileForm, SignOffForm
from reviews.models import Commission, ContributionDraft
from reviews.models.contribution_draft import ChangedMeanwhile
from reviews.noting import log_about, note_infected
from reviews.report_gaps import gaps_of
from reviews.views.commissions import find


def written(request: HttpRequest, pk: int) -> Commission:
    """Return the commission of a report that the person writes, or says why not."""
    found = find(request, pk)
    if not found.is_reported:
        raise Http404
    permissions.require_of_agency(request.user, "write_contribution", found)
    ContributionDraft(found).require_open()
    return found


def part(request: HttpRequest, pk: int, part: str) -> HttpResponseBase:
    """Ask for one part of the report, and keep what was answered."""
    if part == "report":
        return report_file(request, pk)
    if part == "sign-off":
        return paper_sign_off(request, pk)
    if part not in PAGES:
        raise Http404
    found = written(request, pk)
    heading, form_class = PAGES[part]
    draft = ContributionDraft(found)
    form = form_class(
        request.POST if request.method == "POST" else None,
        contribution=draft.current,
        **_case(request, found),
    )
    context = _page(found, form, heading)
    if request.method == "POST" and form.is_valid():
        seen, at = form.cleaned_data["seen"], timezone.now()
        try:
            draft.save(form.facts(), seen=seen, by=request.user, at=at)
        except ChangedMeanwhile as meanwhile:
            context |= _differences(form, meanwhile)
        else:
            return redirect("commission", pk)
    return render(request, "reviews/contributions/form.html", context)


def _differences(form: object, meanwhile: ChangedMeanwhile) -> dict[str, object]:
    """Return what the page shows beside the form, which may then be saved over theirs."""
    theirs = meanwhile.theirs
    form.data = form.data.copy()
    form.data["seen"] = theirs.stamp(form.names())
    return {"theirs": theirs, "differences": form.differing_from(theirs)}


def report_file(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the file with the report."""
    found = written(request, pk)
    draft = ContributionDraft(found)
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    form, now = ReportFileForm(*sent), timezone.now()
    if request.method == "POST" and not form.is_valid():
        note_infected(form, found.review, by=request.user, at=now)
    elif request.method == "POST":
        draft.attach(form.cleaned_data["file"], by=request.user, at=now)
        messages.success(request, "The file was kept as the report.")
        return redirect("commission", pk)
    context = _page(found, form, "The report itself") | {"draft": draft.current}
    return render(request, "reviews/contributions/report.html", context)


def paper_sign_off(request: HttpRequest, pk: int) -> HttpResponse:
    """Record who signed the report on paper, where the head does not sign here."""
    found = written(request, pk)
    draft = ContributionDraft(found)
    current = draft.current
    form = PaperSignOffForm(
        request.POST if request.method == "POST" else None,
        initial={
            "name": current.signatory_name,
            "post": current.signatory_post,
            "on": current.signed_on,
            "has_signed_page": current.has_signed_page,
        },
        **_case(request, found),
    )
    if request.method == "POST" and form.is_valid():
        try:
            draft.record_sign_off(**form.facts(), by=request.user, at=timezone.now())
        except ValidationError as refusal:
            form.refuse(refusal)
        else:
            return redirect("commission", pk)
    context = _page(found, form, "Sign-off by the agency’s head") | {"draft": current}
    return render(request, "reviews/contributions/sign_off.html", context)


def sign_off(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the agency's head the report and all that is said of it, then take their sign-off."""
    found = find(request, pk)
    draft = ContributionDraft(found)
    draft.require_head(request.user)
    draft.require_open()
    form = SignOffForm(request.POST if request.method == "POST" else None, **_case(request, found))
    if request.method == "POST" and form.is_valid():
        try:
            draft.sign_off(**form.facts(), by=request.user, at=timezone.now())
        except ValidationError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, "You signed the report off.")
            return redirect("commission", pk)
    context = _page(found, form, "Sign off the report") | {"round": draft.current}
    return render(request, "reviews/contributions/head.html", context)


def draft_file(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Hand the file that is to be submitted to those who write or sign it."""
    found = find(request, pk)
    if found.agency.chief_officer_id != request.user.pk:
        permissions.require_of_agency(request.user, "write_contribution", found)
    kept = ContributionDraft(found).current.file
    if kept is None:
        raise Http404
    try:
        answer = download(kept)
    except Tampered as wrong:
        raise NotYet([str(wrong)]) from wrong
    sentence = f"{found}: the file under way was taken."
    log_about(found.review, "download", sentence, by=request.user, at=timezone.now())
    return answer


def check(request: HttpRequest, pk: int) -> HttpResponse:
    """Show the whole report with what is missing, then submit it."""
    found = written(request, pk)
    current = ContributionDraft(found).current
    problems = [problem(found, gap) for gap in gaps_of(current)]
    if request.method == "POST" and not problems:
        review, at = found.review, timezone.now()
        news = review.record("submit_contribution", by=request.user, at=at, contribution=current)
        messages.success(request, f"{news}.")
        return redirect("commission", pk)
    context = _page(found, None, "Check before you submit") | {
        "round": current,
        "problems": problems,
    }
    return render(request, "reviews/contributions/check.html", context)


def _case(request: HttpRequest, found: Commission) -> dict[str, object]:
    today: date = timezone.localdate()
    return {"review": found.review, "user": request.user, "today": today}


def _page(found: Commission, form: object, heading: str) -> dict[str, object]:
    return {"commission": found, "form": form, "heading": heading}
