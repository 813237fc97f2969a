"""The themes of a review, in code."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from boards.models import User
from reviews import permissions
from reviews.forms.themes import ThemesForm
from reviews.models import Review
from reviews.themes import recurring, suggestions_for, themes_of
from reviews.views.case import find, note_opening

CODE = "code_themes"


@require_safe
def themes(request: HttpRequest, reference: str) -> HttpResponse:
    """What the review shows, why, and in how many other reviews of the board it was seen."""
    review = find(request, reference)
    permissions.require_reader(request.user, "themes", review)
    note_opening(request, review, "The themes")
    may_code = review.has_room_for(CODE) and (
        permissions.refusal(request.user, CODE, review) is None
    )
    context = {"review": review, "rows": rows_of(review, request.user), "may_code": may_code}
    return render(request, "reviews/themes/themes.html", context)


def rows_of(review: Review, user: User) -> list[dict[str, object]]:
    """Return a row for each theme that the review shows, in the order of the board's list."""
    shown = {each.code: each for each in review.shown_themes.standing().select_related("by")}
    others = recurring(review, user) if shown else {}
    return [
        {
            "name": theme.name,
            "shown": shown[theme.code],
            "others": others.get(theme.code, 0),
            "href": _list_href(theme.code, review),
        }
        for theme in themes_of(review.board_id)
        if theme.code in shown
    ]


def _list_href(code: str, review: Review) -> str:
    """Return the address of the list of the board's reviews that show the theme, past ones too."""
    query = {"theme": code, "past": "all", "board": review.board.slug}
    return reverse("reviews", query=query)


def code(request: HttpRequest, reference: str) -> HttpResponse:
    """Ask which themes the review shows; what the chronology is marked with is offered."""
    review = find(request, reference)
    permissions.require(request.user, CODE, review)
    review.require_room_for(CODE)
    form = ThemesForm(
        request.POST if request.method == "POST" else None,
        suggestions=suggestions_for(review, request.user),
        review=review,
        user=request.user,
        today=timezone.localdate(),
    )
    if request.method == "POST" and form.is_valid():
        try:
            news = review.record(CODE, by=request.user, at=timezone.now(), **form.facts())
        except ValidationError as refusal:
            form.refuse(refusal)
        else:
            messages.success(request, f"{news}.")
            return redirect("themes", reference)
    context = {"review": review, "form": form, "heading": "Which themes does the review show?"}
    context |= {"back": reverse("themes", args=[reference]), "back_to": "Back to the themes"}
    return render(request, "reviews/door.html", context)
