"""An agency's author at the pages of their files, as tests go there."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from boards.models import User
from boards.roles import AgencyAuthor
from chronology.tasks import carry_out
from chronology.working import take_up
from tests.chronology.making import signed_in
from tests.factories import person


def author_of(chronology) -> User:
    return person(AgencyAuthor, chronology.review.board, agency=chronology.agency)


def at(name: str, chronology, file=None) -> str:
    return reverse(name, args=[chronology.pk, *([file.pk] if file else [])])


def upload(client: Client, chronology, content: bytes, name: str = "hv.csv"):
    here = at("chronology-files", chronology)
    return client.post(here, {"file": SimpleUploadedFile(name, content)})


def work_is_done() -> None:
    for pk in take_up(at=timezone.now()):
        carry_out(pk)


def shown(client: Client, chronology, file, query: str = "") -> str:
    return client.get(at("chronology-file", chronology, file) + query).content.decode()


__all__ = ["at", "author_of", "shown", "signed_in", "upload", "work_is_done"]
