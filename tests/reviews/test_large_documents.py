"""A large document comes and goes through a real web process that hardly grows."""

import hashlib
import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests
from django.db import connection

from boards.models import User
from reviews.models import DocumentVersion, Review
from tests import servers
from tests.factories import BoardFactory, everybody
from tests.records import files
from tests.reviews.documents import a_case

pytestmark = [pytest.mark.servers, pytest.mark.postgres, pytest.mark.django_db(transaction=True)]

MEGABYTE = 1024 * 1024
LARGE = 50 * MEGABYTE
MAY_GROW = 30  # MB


@pytest.fixture
def manager() -> User:
    return everybody(BoardFactory())["manager"]


@pytest.fixture
def review(manager) -> Review:
    board = manager.memberships.get().board
    people = {seat.role: seat.user for seat in board.memberships.select_related("user")}
    return a_case(board, people)


@pytest.fixture
def web(tmp_path) -> Iterator[servers.Web]:
    database = servers.database_url(connection.settings_dict)
    with servers.web_process({"DATABASE_URL": database, "PORTAL_VAR": str(tmp_path)}) as process:
        yield process


class Browser:
    """Somebody who is signed in, and sends forms as a browser does."""

    def __init__(self, web: servers.Web, user: User) -> None:
        self.web, self.session = web, requests.Session()
        self.send("sign-in/", {"username": user.email, "password": "a long enough password"})

    def send(self, path: str, answers: dict[str, str], **more) -> requests.Response:
        address = self.web.address + path
        page = self.session.get(address, timeout=60).text
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
        assert token, page
        answers = {**answers, "csrfmiddlewaretoken": token[1]}
        answer = self.session.post(address, answers, timeout=120, **more)
        assert answer.status_code == 200, answer.text
        return answer

    def upload(self, review: Review, content: bytes) -> requests.Response:
        facts = {"kind": "minutes", "title": "Minutes"}
        file = {"content": ("minutes.pdf", content, "application/pdf")}
        return self.send(f"reviews/{review.reference}/documents/file/", facts, files=file)

    def download(self, version: DocumentVersion) -> str:
        """Return the checksum of what came."""
        address = f"{self.web.address}documents/versions/{version.pk}/download/"
        digest = hashlib.sha256()
        with self.session.get(address, stream=True, timeout=120) as answer:
            assert answer.status_code == 200, answer.text
            for chunk in answer.iter_content(MEGABYTE):
                digest.update(chunk)
        return digest.hexdigest()


def test_fifty_megabytes_come_and_go_without_the_worker_growing(web, review, manager, tmp_path):
    browser = Browser(web, manager)
    browser.upload(review, files.PDF)  # everything is loaded now
    browser.download(DocumentVersion.objects.get())
    content = files.PDF + os.urandom(LARGE)
    before = web.memory("VmRSS")
    web.forget_the_highest()
    assert "A document was filed" in browser.upload(review, content).text
    came = web.memory("VmHWM") - before
    version = DocumentVersion.objects.get(file__size=len(content))
    web.forget_the_highest()
    assert browser.download(version) == hashlib.sha256(content).hexdigest()
    went = web.memory("VmHWM") - before
    after = web.memory("VmRSS") - before
    assert max(came, went, after) < MAY_GROW, f"{came=:.1f} {went=:.1f} {after=:.1f} MB"
    assert list(Path(tmp_path, "documents", "incoming").iterdir()) == []


def test_more_than_is_taken_is_refused_in_words_and_leaves_nothing(review, manager, tmp_path):
    environment = {
        "DATABASE_URL": servers.database_url(connection.settings_dict),
        "PORTAL_VAR": str(tmp_path),
        "MAX_DOCUMENT_MB": "1",
    }
    with servers.web_process(environment) as web:
        answer = Browser(web, manager).upload(review, files.PDF + os.urandom(3 * MEGABYTE))
    assert "The file is 3 MB: the most that is taken is 1 MB" in answer.text
    assert not DocumentVersion.objects.exists()
    assert [path for path in Path(tmp_path, "documents").rglob("*") if path.is_file()] == []
