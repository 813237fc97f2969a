"""Copies of the chronology, as tests ask for them and take them."""

from django.test import Client
from django.urls import reverse

from chronology.models import Release, Work
from chronology.working import carry_on
from tests.factories import AT


def of(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def ask_for(review, user, *, query: str = "", **choices) -> Release:
    choices = {"form": "csv", "names": "hidden"} | choices
    answer = of(user).post(reverse("copies", args=[review.reference]) + query, choices)
    assert answer.status_code == 302, answer.context["form"].errors
    release = Release.objects.get(pk=answer.url.strip("/").split("/")[-1])
    work = Work.objects.get(kind="export", subject_id=release.pk)
    if work.ended_at is None:
        carry_on(work, at=AT)
    release.refresh_from_db()
    return release


def content(release: Release, user) -> str:
    answer = of(user).get(reverse("copy-download", args=[release.pk]))
    assert answer.status_code == 200
    return b"".join(answer.streaming_content).decode("utf-8-sig")


def leaking(monkeypatch) -> None:
    """The mask forgets everything, as if it had a fault: the scan has to see it."""
    from chronology import anonymised
    from chronology.masking import Masked

    monkeypatch.setattr(anonymised, "mask", lambda text, *_, **__: Masked(text, ()))
