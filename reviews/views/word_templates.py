"""A board's own Word templates: its manager brings them, looks at a preview, puts them in use."""

from io import BytesIO

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from boards.models import Board
from records.models import log
from reviews.conditions import NotYet
from reviews.forms.word_templates import TemplateForm
from reviews.models import WordTemplate
from reviews.models.word_template import end_use
from reviews.permissions import ALLOWED
from reviews.word.fields import FIELDS
from reviews.word.filling import NOT_RECORDED, try_on_made_up_case
from reviews.word.kinds import DOCX, PaperKind, portals_own

PREVIEW_FIRST = "Look at the preview first, then put the template in use."


def boards_of(request: HttpRequest) -> list[Board]:
    """Return the boards whose templates the person looks after."""
    roles = ALLOWED["keep_word_templates"]
    return list(Board.objects.filter(pk__in=request.user.boards_seen_as(*roles)))


def find_kind(request: HttpRequest, board: str, kind: str) -> tuple[Board, PaperKind]:
    own = {each.slug: each for each in boards_of(request)}
    if board not in own or kind not in PaperKind.values:
        raise Http404
    return own[board], PaperKind(kind)


def find_version(request: HttpRequest, pk: int) -> WordTemplate:
    kept = WordTemplate.objects.kept_by(request.user).select_related("board", "file")
    return get_object_or_404(kept, pk=pk)


def templates(request: HttpRequest) -> HttpResponse:
    """The nine kinds of each board, and the fields that they may use."""
    boards = boards_of(request)
    if not boards:
        raise PermissionDenied("Word templates are kept by a board's business manager.")
    used = {(each.board_id, each.kind): each for each in WordTemplate.objects.in_use()}
    context = {
        "boards": [
            {
                "board": board,
                "kinds": [{"kind": k, "used": used.get((board.pk, k.value))} for k in PaperKind],
            }
            for board in boards
        ],
        "fields": FIELDS,
        "not_recorded": NOT_RECORDED,
    }
    return render(request, "reviews/letters/templates.html", context)


def template(request: HttpRequest, board: str, kind: str) -> HttpResponse:
    """The versions of one template; another can be brought."""
    own, kind = find_kind(request, board, kind)
    form = TemplateForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if request.method == "POST" and form.is_valid():
        sent, at = form.cleaned_data["file"], timezone.now()
        kept = WordTemplate.keep(
            sent, board=own, kind=kind.value, name=sent.name, by=request.user, at=at
        )
        note(request, kept, "keep_word_template", f"{kept} of the Word template was brought.")
        messages.success(request, f"{kept} was kept. Look at its preview, then put it in use.")
        return redirect("word-template", own.slug, kind.value)
    versions = WordTemplate.objects.filter(board=own, kind=kind).select_related("by").reverse()
    context = {
        "board": own,
        "kind": kind,
        "versions": versions,
        "has_own": any(each.is_in_use for each in versions),
        "form": form,
        "fields": FIELDS,
        "not_recorded": NOT_RECORDED,
    }
    return render(request, "reviews/letters/template.html", context)


def portals(request: HttpRequest, board: str, kind: str) -> FileResponse:
    """The portal's own template, to begin one's own from."""
    _own, kind = find_kind(request, board, kind)
    return sent_as_file(portals_own(kind), f"{kind.value}.docx")


def preview(request: HttpRequest, pk: int) -> FileResponse:
    """What a version makes of the made-up case."""
    version = find_version(request, pk)
    made = try_on_made_up_case(version.file.read())
    version.note_trial(at=timezone.now())
    return sent_as_file(made, f"preview-{version.kind}-{version.number}.docx")


@require_POST
def use(request: HttpRequest, pk: int) -> HttpResponse:
    """The board's papers are made from this version from now on."""
    version = find_version(request, pk)
    if version.tried_at is None:
        raise NotYet([PREVIEW_FIRST])
    version.put_in_use(at=timezone.now())
    note(request, version, "use_word_template", f"{version} of the Word template is in use.")
    messages.success(request, f"{version} is in use.")
    return redirect("word-template", version.board.slug, version.kind)


@require_POST
def use_portals(request: HttpRequest, board: str, kind: str) -> HttpResponse:
    """The board's papers are made from the portal's own template again."""
    own, kind = find_kind(request, board, kind)
    at = timezone.now()
    end_use(own, kind.value, at=at)
    sentence = f"{kind.label}: the portal’s own Word template is in use."
    log("use_word_template", sentence, by=request.user, at=at, board=own.pk)
    messages.success(request, sentence)
    return redirect("word-template", own.slug, kind.value)


def note(request: HttpRequest, version: WordTemplate, verb: str, sentence: str) -> None:
    """The log says what became of a template."""
    log(
        verb,
        sentence,
        by=request.user,
        at=timezone.now(),
        board=version.board_id,
        subject=version,
        sha256=version.file.sha256,
    )


def sent_as_file(content: bytes, name: str) -> FileResponse:
    return FileResponse(BytesIO(content), as_attachment=True, filename=name, content_type=DOCX)
