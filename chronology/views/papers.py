"""What agencies get: instructions on a page, and the files to fill in."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from chronology.asking import asked_of, sample_of
from chronology.papers import excel_template, word_papers
from chronology.papers.asked import Asked
from chronology.papers.wording import DATE_EXAMPLES, HOW_TO_RETURN, HOW_TO_WRITE, e_mail
from chronology.views.finding import find_chronology, find_review

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# What may be downloaded: {name in the address: (file's ending, media type, how it is made)}.
PAPERS: dict[str, tuple[str, str, Callable[[Asked], bytes]]] = {
    "word": (".docx", WORD, word_papers.template),
    "excel": (".xlsx", EXCEL, excel_template.template),
    "instructions": ("-instructions.docx", WORD, word_papers.instructions),
}


def preview(request: HttpRequest, reference: str) -> HttpResponse:
    """What every agency of the review gets, before it is asked."""
    review = find_review(request, reference, "set_columns")
    context = {"review": review, **_words(sample_of(review))}
    return render(request, "chronology/preview.html", context)


def instructions(request: HttpRequest, pk: int) -> HttpResponse:
    """What to write, what is checked, how to write dates and how to return it."""
    chronology = find_chronology(request, pk)
    context = {
        "review": chronology.review,
        "chronology": chronology,
        **_words(asked_of(chronology)),
    }
    return render(request, "chronology/instructions.html", context)


def paper(request: HttpRequest, pk: int, paper: str) -> HttpResponse:
    """One of the files, made for this agency as the columns stand now."""
    chronology = find_chronology(request, pk)
    if paper not in PAPERS:
        raise Http404
    ending, media_type, made = PAPERS[paper]
    asked = asked_of(chronology)
    answer = HttpResponse(made(asked), content_type=media_type)
    answer["Content-Disposition"] = f'attachment; filename="{asked.file_name}{ending}"'
    chronology.note(
        "download_template",
        f"A template or instructions for {chronology.agency} were downloaded.",
        by=request.user,
        at=timezone.now(),
        paper=paper,
    )
    return answer


def _words(asked: Asked) -> dict[str, object]:
    subject, body = e_mail(asked)
    return {
        "asked": asked,
        "dates": DATE_EXAMPLES,
        "how_to_write": HOW_TO_WRITE,
        "how_to_return": HOW_TO_RETURN,
        "subject": subject,
        "body": body,
    }
