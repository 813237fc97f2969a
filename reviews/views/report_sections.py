"""One section of a report: written, found changed by somebody else, and compared with before."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from reviews.comparison import both_of, compared
from reviews.forms.reports import ConflictForm, SectionForm
from reviews.models import ReportKind, Review, SectionVersion, WrittenMeanwhile
from reviews.report_headings import ACTION, WHOLE, Heading, heading_of
from reviews.report_page import sections_written
from reviews.views.finding_reports import find_report, form_of, may_do, require_act


def find_section(
    request: HttpRequest, reference: str, kind: str, slug: str
) -> tuple[Review, ReportKind, Heading]:
    review, kind = find_report(request, reference, kind)
    section = heading_of(kind, slug)
    if section is None or slug == WHOLE:
        raise Http404
    return review, kind, section


def section(request: HttpRequest, reference: str, kind: str, slug: str) -> HttpResponse:
    """Read a section with its versions; write it, or settle what two people wrote at once."""
    review, kind, section = find_section(request, reference, kind, slug)
    versions = review.section_versions.filter(kind=kind, heading=slug).select_related("by")
    if request.method == "POST":
        require_act(request, "write_section", review)
        if "keep" in request.POST:
            return settle(request, review, kind, section)
        form = form_of(SectionForm, request, review, section=section)
        if form.is_valid():
            return save(request, review, kind, section, form)
    else:
        form = opened(request, review, section, versions.last())
    context = {
        "review": review,
        "kind": kind,
        "section": section,
        "latest": versions.last(),
        "versions": versions.reverse(),
        "form": form if may_do(request, "write_section", review) else None,
    }
    return render(request, "reviews/reports/section.html", context)


def opened(
    request: HttpRequest, review: Review, section: Heading, latest: SectionVersion | None
) -> SectionForm:
    """Return the form with what the section says now."""
    initial = {**latest.said, "based_on": latest.number} if latest else {"based_on": 0}
    return form_of(SectionForm, request, review, section=section, initial=initial)


def save(
    request: HttpRequest, review: Review, kind: ReportKind, section: Heading, form: SectionForm
) -> HttpResponse:
    """Save what was typed, or show it beside what somebody else saved meanwhile."""
    written = SectionVersion(kind=kind.value, heading=section.slug, said=form.said())
    based_on = form.cleaned_data["based_on"] or 0
    try:
        news = review.record(
            "write_section", by=request.user, at=timezone.now(), section=written, based_on=based_on
        )
    except WrittenMeanwhile as meanwhile:
        return conflict(request, review, kind, section, form.said(), meanwhile.theirs)
    messages.success(request, f"{news}.")
    return redirect("report", review.reference, kind.value)


def settle(
    request: HttpRequest, review: Review, kind: ReportKind, section: Heading
) -> HttpResponse:
    """Save what was chosen of two texts."""
    form = form_of(ConflictForm, request, review, section=section)
    if not form.is_valid():
        theirs = review.section_versions.filter(kind=kind, heading=section.slug).last()
        return conflict(request, review, kind, section, form.mine(), theirs, form=form)
    if form.cleaned_data["keep"] == "theirs":
        messages.success(request, "The text that was saved stands; yours was not kept.")
        return redirect("report", review.reference, kind.value)
    return save(request, review, kind, section, form)


def conflict(
    request: HttpRequest,
    review: Review,
    kind: ReportKind,
    section: Heading,
    mine: dict[str, str],
    theirs: SectionVersion,
    *,
    form: ConflictForm | None = None,
) -> HttpResponse:
    """Show both texts with their differences marked, and ask which stands."""
    context = {
        "review": review,
        "kind": kind,
        "section": section,
        "theirs": theirs,
        "differences": [
            {"label": part.label, **beside(theirs.said.get(part.slug, ""), mine.get(part.slug, ""))}
            for part in section.parts
        ],
        "form": form or conflict_form(request, review, section, mine, theirs),
    }
    return render(request, "reviews/reports/conflict.html", context, status=409)


def beside(theirs: str, mine: str) -> dict[str, object]:
    return {"theirs": theirs, "mine": mine, "pieces": compared(theirs, mine)}


def conflict_form(
    request: HttpRequest,
    review: Review,
    section: Heading,
    mine: dict[str, str],
    theirs: SectionVersion,
) -> ConflictForm:
    """Return the form as it is first shown, with a text made of both."""
    initial: dict[str, object] = {"based_on": theirs.number, "keep": "merged"}
    for part in section.parts:
        ours, saved = mine.get(part.slug, ""), theirs.said.get(part.slug, "")
        initial[f"mine_{part.slug}"] = ours
        initial[part.slug] = merged(part.choices, saved, ours)
    today = timezone.localdate()
    return ConflictForm(
        review=review, user=request.user, today=today, section=section, initial=initial
    )


def merged(choices: tuple[str, ...], theirs: str, mine: str) -> str:
    """Return what is proposed for both: of choices mine, of text every paragraph."""
    return mine or theirs if choices else both_of(theirs, mine)


def changes(
    request: HttpRequest, reference: str, kind: str, slug: str, number: int
) -> HttpResponse:
    """What one saving of a section changed."""
    review, kind, section = find_section(request, reference, kind, slug)
    versions = review.section_versions.filter(kind=kind, heading=slug).select_related("by")
    version = get_object_or_404(versions, number=number)
    before = versions.filter(number=number - 1).first()
    context = {
        "review": review,
        "kind": kind,
        "section": section,
        "version": version,
        "pieces": compared(before.words if before else "", version.words),
    }
    return render(request, "reviews/reports/changes.html", context)


def add_action(request: HttpRequest, reference: str) -> HttpResponse:
    """Open the next empty row of the action plan."""
    review, kind = find_report(request, reference, ReportKind.ACTION_PLAN)
    require_act(request, "write_section", review)
    rows = [w for w in sections_written(review, kind) if w.heading.slug.startswith(ACTION)]
    last = int(rows[-1].heading.slug.removeprefix(ACTION)) if rows else 0
    return redirect("report-section", reference, kind.value, f"{ACTION}{last + 1}")
