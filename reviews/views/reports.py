"""The three reports of the final set, and one of them: how it stands and what comes next."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from reviews import permissions
from reviews.forms.reports import CompleteForm, IssueForm, SignOffForm, UploadForm
from reviews.known import Known
from reviews.models import CaseDocument
from reviews.report_page import sections_written, standings
from reviews.views.case import find, note_opening
from reviews.views.finding_reports import (
    find_draft,
    find_report,
    form_of,
    may_do,
    require_act,
)
from reviews.word.kinds import DOCX

DOORS = ("write_section", "issue_draft", "open_draft", "close_round", "record_report")


def reports(request: HttpRequest, reference: str) -> HttpResponse:
    """How each of the three stands."""
    review = find(request, reference)
    permissions.require_reader(request.user, "reports", review)
    context = {
        "review": review,
        "standings": standings(Known(review)),
        "may_sign_off": may_do(request, "sign_off_report", review),
    }
    return render(request, "reviews/reports/reports.html", context)


def report(request: HttpRequest, reference: str, kind: str) -> HttpResponse:
    """One report: its sections, its drafts, comments and sign-off."""
    review, kind = find_report(request, reference, kind)
    note_opening(request, review, f"The {kind.label.lower()}")
    standing = next(each for each in standings(Known(review)) if each.kind == kind)
    context = {
        "review": review,
        "kind": kind,
        "standing": standing,
        "sections": [
            each.as_task(reverse("report-section", args=[reference, kind.value, each.heading.slug]))
            for each in sections_written(review, kind)
        ],
        "drafts": review.report_drafts.filter(kind=kind).select_related("by", "round").reverse(),
        "versions": review.reports.filter(kind=kind).select_related("signed_off_by").reverse(),
        "may": {act: may_do(request, act, review) for act in (*DOORS, "sign_off_report")},
    }
    return render(request, "reviews/reports/report.html", context)


def issue(request: HttpRequest, reference: str, kind: str) -> HttpResponse:
    """Freeze the sections as the next draft."""
    review, kind = find_report(request, reference, kind)
    require_act(request, "issue_draft", review)
    form = form_of(IssueForm, request, review)
    if request.method == "POST" and form.is_valid():
        try:
            news = review.record(
                "issue_draft", by=request.user, at=timezone.now(), kind=kind.value, **form.facts()
            )
        except ValidationError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, f"{news}.")
            return redirect("report", reference, kind.value)
    return door(request, review, kind, form, f"Issue a draft of the {kind.label.lower()}")


def upload(request: HttpRequest, reference: str, kind: str) -> HttpResponse:
    """Take a Word document as the next draft."""
    review, kind = find_report(request, reference, kind)
    require_act(request, "issue_draft", review)
    form = form_of(UploadForm, request, review)
    if request.method == "POST" and form.is_valid():
        sent, said = form.cleaned_data["file"], {"by": request.user, "at": timezone.now()}
        version = CaseDocument.file(
            review, sent, kind=kind.value, title=kind.label, name=sent.name, media_type=DOCX, **said
        )
        facts = {"kind": kind.value, "document": version, "note": form.cleaned_data["note"]}
        try:
            news = review.record("issue_draft", **said, **facts)
        except ValidationError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, f"{news}.")
            return redirect("report", reference, kind.value)
    return door(request, review, kind, form, f"Issue a Word document as {kind.label.lower()}")


def complete(request: HttpRequest, reference: str, kind: str, number: int) -> HttpResponse:
    """The draft becomes the complete report."""
    draft = find_draft(request, reference, kind, number)
    review = draft.review
    require_act(request, "record_report", review)
    author = review.appointments.open().filter(post="overview_author").first()
    initial = {"on": timezone.localdate(), "author": author.name if author else ""}
    form = form_of(CompleteForm, request, review, initial=initial)
    if request.method == "POST" and form.is_valid():
        try:
            facts = {"draft": draft, **form.facts()}
            news = review.record("record_report", by=request.user, at=timezone.now(), **facts)
        except ValidationError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, f"{news}.")
            return redirect("report", reference, kind)
    heading = f"Record that {str(draft)[0].lower()}{str(draft)[1:]} is complete"
    return door(request, review, draft.kind, form, heading)


def sign_off(request: HttpRequest, reference: str, kind: str, version: int) -> HttpResponse:
    """The panel chair stands behind the complete report."""
    review, kind = find_report(request, reference, kind)
    require_act(request, "sign_off_report", review)
    found = get_object_or_404(review.reports, kind=kind, version=version)
    form = form_of(SignOffForm, request, review)
    if request.method == "POST" and form.is_valid():
        try:
            news = review.record(
                "sign_off_report", by=request.user, at=timezone.now(), report=found
            )
        except ValidationError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, f"{news}.")
            return redirect("report", reference, kind.value)
    return door(request, review, kind, form, f"Sign off the {str(found).lower()}")


def door(
    request: HttpRequest, review: object, kind: str, form: object, heading: str
) -> HttpResponse:
    """Show a form about one report."""
    context = {"review": review, "kind": kind, "form": form, "heading": heading}
    return render(request, "reviews/reports/door.html", context)
