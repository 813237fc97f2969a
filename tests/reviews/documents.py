"""A case with documents, and the ways by which the tests send them."""

import io
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client

from boards.models import Agency, Board, User
from reviews.models import CaseDocument, Commission, DocumentVersion, Review
from reviews.states import State
from tests.factories import AT, AgencyFactory, a_review, appointed
from tests.records import files


def a_case(board: Board, people: dict[str, User]) -> Review:
    """Return a case at the panel, to which everybody is appointed who can be."""
    review = a_review(board, owner=people["coordinator"])
    Review.objects.filter(pk=review.pk).update(state=State.PANEL)
    for post in ("panel_chair", "panel_member", "overview_author"):
        appointed(review, people[post], post)
    return Review.objects.get(pk=review.pk)


def asked(review: Review, agency: Agency | None = None) -> Commission:
    return Commission.objects.create(
        review=review,
        agency=agency or AgencyFactory(board=review.board),
        kind="imr",
        asked_on=AT.date(),
        due_on=AT.date(),
        by=review.owner,
        at=AT,
    )


def filed(
    review: Review, content: bytes = files.PDF, agency: Agency | None = None, **facts: Any
) -> DocumentVersion:
    """Return the first version of some minutes."""
    return CaseDocument.file(
        review,
        io.BytesIO(content),
        **{"kind": "minutes", "title": "Minutes of the panel", "name": "minutes.pdf"} | facts,
        media_type="application/pdf",
        agency=agency,
        by=review.owner,
        at=AT,
    )


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def send(
    user: User, address: str, content: bytes = files.PDF, name: str = "minutes.pdf", **facts: str
) -> HttpResponse:
    file = SimpleUploadedFile(name, content)
    return signed_in(user).post(address, {"content": file, **facts}, follow=True)


def said(answer: HttpResponse) -> str:
    """Return the text of a page, its spaces made one."""
    return " ".join(answer.content.decode().split())
