"""A board's list of themes: its manager adds to it, rewords it, and withdraws from it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from boards.models import Board
from records.models import log
from reviews.forms.themes import BoardThemeForm
from reviews.models import BoardTheme, ShownTheme
from reviews.permissions import ALLOWED
from reviews.themes import CodedTheme, group_names, themes_of


def boards_of(request: HttpRequest) -> list[Board]:
    """Return the boards whose list the person keeps."""
    return list(Board.objects.filter(pk__in=request.user.boards_seen_as(*ALLOWED["keep_themes"])))


def find_board(request: HttpRequest, slug: str) -> Board:
    own = {each.slug: each for each in boards_of(request)}
    if slug not in own:
        raise Http404
    return own[slug]


def _find_alone(request: HttpRequest, slug: str) -> Board:
    """Return the board; who writes waits for others: two would give one code or name twice."""
    own = find_board(request, slug)
    if request.method == "POST":
        Board.objects.select_for_update(no_key=True).get(pk=own.pk)
    return own


def find_theme(board: Board, code: str) -> CodedTheme:
    theme = next((each for each in themes_of(board) if each.code == code), None)
    if theme is None:
        raise Http404
    return theme


def board_themes(request: HttpRequest) -> HttpResponse:
    """The lists of the boards, with how many reviews show each theme."""
    boards = boards_of(request)
    if not boards:
        raise PermissionDenied("The list of themes is kept by a board's business manager.")
    context = {"boards": [{"board": board, "rows": _rows(board)} for board in boards]}
    return render(request, "reviews/themes/board.html", context)


def _rows(board: Board) -> list[dict[str, object]]:
    shown = ShownTheme.objects.standing().filter(review__board=board)
    codes = list(shown.values_list("code", flat=True))
    return [
        {"theme": theme, "group": group_names()[theme.group], "count": codes.count(theme.code)}
        for theme in themes_of(board)
    ]


@transaction.atomic
def add(request: HttpRequest, board: str) -> HttpResponse:
    """Put a theme of the board's own on its list."""
    own = _find_alone(request, board)
    form = BoardThemeForm(request.POST if request.method == "POST" else None, board=own)
    if request.method == "POST" and form.is_valid():
        theme = CodedTheme(code=BoardTheme.next_code(own), name=form.cleaned_data["name"])
        return _say(request, own, theme, f"“{theme.name}” was added to the themes")
    return render(request, "reviews/themes/name.html", {"board": own, "form": form})


@transaction.atomic
def rename(request: HttpRequest, board: str, code: str) -> HttpResponse:
    """Word a theme anew; every review that shows it is under the new name."""
    own = _find_alone(request, board)
    theme = find_theme(own, code)
    form = BoardThemeForm(
        request.POST if request.method == "POST" else None,
        board=own,
        code=code,
        initial={"name": theme.name},
    )
    if request.method == "POST" and form.is_valid():
        name = form.cleaned_data["name"]
        anew = CodedTheme(code=code, name=name, is_offered=theme.is_offered)
        return _say(request, own, anew, f"The theme “{theme.name}” is now called “{name}”")
    context = {"board": own, "form": form, "theme": theme}
    return render(request, "reviews/themes/name.html", context)


@require_POST
def offer(request: HttpRequest, board: str, code: str) -> HttpResponse:
    """Withdraw a theme from the list, or put it back; reviews that show it keep it."""
    own = find_board(request, board)
    theme = find_theme(own, code)
    is_offered = request.POST.get("offered") == "yes"
    anew = CodedTheme(code=code, name=theme.name, is_offered=is_offered)
    what = "is offered again" if is_offered else "was withdrawn and is offered no more"
    return _say(request, own, anew, f"The theme “{theme.name}” {what}")


def _say(request: HttpRequest, board: Board, theme: CodedTheme, news: str) -> HttpResponse:
    """The board's list says so from now on, and the log with it."""
    at = timezone.now()
    with transaction.atomic():
        BoardTheme.word(
            board, theme.code, theme.name, is_offered=theme.is_offered, by=request.user, at=at
        )
        log("keep_themes", f"{news}.", by=request.user, at=at, board=board.pk, code=theme.code)
    messages.success(request, f"{news}.")
    return redirect("board-themes")
