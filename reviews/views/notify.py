"""The pages of a draft: one group of questions each, saved as typed, never lost."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from reviews.forms.notify import GROUPS, LATER, NotifyForm
from reviews.forms.notify.agencies import AgencyForm
from reviews.forms.notify.answers import DraftAnswers
from reviews.forms.notify.sections import entry_title
from reviews.models import AlreadySubmitted, DraftPage, IncidentDraft, SavedMeanwhile
from reviews.views.drafts import find
from reviews.views.way import Way


@require_http_methods(["GET", "HEAD", "POST"])
def group(request: HttpRequest, key: UUID, slug: str) -> HttpResponse:
    """Ask a group of questions, or list the entries where there may be several."""
    form_class = _group(slug)
    draft = find(request, key)
    if not form_class.noun:
        return _page(request, draft, form_class, item="")
    if draft.review_id:
        return redirect("draft-submitted", draft.key)
    answers, way = DraftAnswers(draft, timezone.localdate()), Way(request, draft)
    context = {
        "draft": draft,
        "section": answers.section(slug),
        "query": way.query,
        "add_href": way.to_new_entry(slug),
        "next_href": way.after(slug),
        "back_href": way.back(),
        "missing": _suggestions(way, answers) if slug == AgencyForm.slug else [],
    }
    return render(request, "reviews/notify/entries.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def item(request: HttpRequest, key: UUID, slug: str, entry: str) -> HttpResponse:
    """Ask about one child, person, agency or key date."""
    return _page(request, find(request, key), _repeated(slug), item=entry)


@require_http_methods(["GET", "HEAD", "POST"])
def remove(request: HttpRequest, key: UUID, slug: str, entry: str) -> HttpResponse:
    """Ask whether an entry is to go, then remove it."""
    form_class, draft = _repeated(slug), find(request, key)
    page = draft.answered.get((slug, entry))
    onwards = redirect(Way(request, draft).out_of_entry(slug, is_new=False))
    if page is None or draft.review_id:
        return onwards
    form = form_class.of(page, draft, timezone.localdate(), entry)
    context = _context(request, draft, form) | {"version": page.version, "rows": _rows(form)}
    if request.method != "POST":
        return render(request, "reviews/notify/remove.html", context)
    try:
        draft.remove_page(slug, entry, seen=_seen(request), by=request.user, at=timezone.now())
    except SavedMeanwhile:
        context["is_changed"] = True
        return render(request, "reviews/notify/remove.html", context, status=409)
    except AlreadySubmitted:
        pass  # what follows leads on to the confirmation
    return onwards


def _page(
    request: HttpRequest, draft: IncidentDraft, form_class: type[NotifyForm], *, item: str
) -> HttpResponse:
    if request.method == "POST":
        return _save(request, draft, form_class, item)
    if draft.review_id:
        return redirect("draft-submitted", draft.key)
    form = form_class.of(
        draft.answered.get((form_class.slug, item)), draft, timezone.localdate(), item
    )
    if not form.is_bound and "agency" in request.GET:
        form.initial["agency"] = request.GET["agency"]
    return render(request, "reviews/notify/page.html", _context(request, draft, form))


def _save(
    request: HttpRequest, draft: IncidentDraft, form_class: type[NotifyForm], item: str
) -> HttpResponse:
    typed, at = form_class.typed(request.POST), timezone.now()
    options = {"draft": draft, "on": timezone.localdate(at), "item": item}
    try:
        page = draft.save_page(
            form_class.slug, item, typed, seen=_seen(request), by=request.user, at=at
        )
    except SavedMeanwhile as theirs:
        form = form_class.holding(typed, theirs.page.version if theirs.page else 0, **options)
        return _conflict(request, draft, form, theirs.page)
    except AlreadySubmitted:
        form = form_class.holding(typed, 0, **options)
        context = {"draft": draft, "rows": _rows(form)}
        return render(request, "reviews/notify/too_late.html", context, status=409)
    if LATER in request.POST:
        return redirect("draft", draft.key)
    form = form_class.holding(typed, page.version, **options)
    if form.is_valid():
        return redirect(_onwards(request, form))
    return render(request, "reviews/notify/page.html", _context(request, draft, form))


def _conflict(
    request: HttpRequest, draft: IncidentDraft, form: NotifyForm, theirs: DraftPage | None
) -> HttpResponse:
    """Show both sets of answers; saving again keeps the person's own."""
    other = type(form).of(theirs, draft, form.on, form.item)
    pairs = zip(form.answers(), other.answers(), strict=True)
    context = _context(request, draft, form) | {
        "differences": [(key, yours, its) for (key, yours), (_, its) in pairs if yours != its],
        "is_conflict": True,
        "theirs": theirs,
    }
    return render(request, "reviews/notify/page.html", context, status=409)


def _context(request: HttpRequest, draft: IncidentDraft, form: NotifyForm) -> dict[str, Any]:
    way = Way(request, draft)
    title, back_href = form.title, way.back()
    if form.item:
        items = [item for group, item in draft.answered if group == form.slug]
        at = items.index(form.item) if form.item in items else len(items)
        title = entry_title(type(form), at + 1)
        back_href = way.out_of_entry(form.slug, is_new=form.item not in items)
    return {"draft": draft, "form": form, "title": title, "back_href": back_href}


def _onwards(request: HttpRequest, form: NotifyForm) -> str:
    way = Way(request, form.draft)
    if form.item:
        return way.out_of_entry(form.slug, is_new=_seen(request) == 0)
    return way.after(form.slug)


def _rows(form: NotifyForm) -> list[dict[str, str]]:
    return [{"key": key, "value": value} for key, value in form.answers() if value]


def _group(slug: str) -> type[NotifyForm]:
    if slug not in GROUPS:
        raise Http404
    return GROUPS[slug]


def _repeated(slug: str) -> type[NotifyForm]:
    form_class = _group(slug)
    if not form_class.noun:
        raise Http404
    return form_class


def _seen(request: HttpRequest) -> int:
    """Return the version that the page had when it was opened, 0 for a new one."""
    text = request.POST.get("version", "")
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else 0


def _suggestions(way: Way, answers: DraftAnswers) -> list[dict[str, Any]]:
    return [
        {
            "kind": kind,
            "agencies": [
                {"name": agency.name, "href": way.to_new_entry("agencies", agency=agency.pk)}
                for agency in agencies
            ],
        }
        for kind, agencies in answers.missing_agencies()
    ]
