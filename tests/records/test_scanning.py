"""Malware is not kept; what could not be scanned goes to nobody until it was."""

import io
import os
from pathlib import Path

import pytest
from django.db import IntegrityError, transaction

from records.downloads import NotReleased, download
from records.models import AuditEvent, Document, Infected
from records.rescanning import scan_waiting
from records.scanning import ScanState, scan
from tests.factories import AT, BoardFactory
from tests.records import files
from tests.servers import free_port, malware_scanner

pytestmark = pytest.mark.django_db(transaction=True)
INFECTED = files.PDF + os.urandom(3000) + files.EICAR


@pytest.fixture(autouse=True)
def _elsewhere(settings, tmp_path):
    settings.DOCUMENTS = tmp_path


@pytest.fixture
def scanner(settings):
    with malware_scanner() as listening:
        settings.CLAMD = listening.address
        yield listening


def kept(content: bytes = files.PDF) -> Document:
    return Document.keep(
        io.BytesIO(content),
        name="minutes.pdf",
        media_type="application/pdf",
        board=BoardFactory(),
        by=None,
        at=AT,
    )


def on_disk(settings) -> list[Path]:
    return [path for path in Path(settings.DOCUMENTS).rglob("*") if path.is_file()]


def test_a_clean_file_is_kept_as_scanned_and_was_sent_whole(scanner):
    document = kept(files.PDF + bytes(3 * 1024 * 1024))
    assert (document.scan, document.scanned_at) == (ScanState.CLEAN, AT)
    assert scanner.scanned == [document.size]


def test_an_infected_file_is_not_kept_and_the_finding_is_named(scanner, settings):
    with pytest.raises(Infected, match="Eicar-Signature"):
        kept(INFECTED)
    assert on_disk(settings) == []
    assert not Document.objects.exists()


def test_without_a_scanner_a_file_is_kept_and_said_not_to_be_scanned():
    document = kept()
    assert document.scan == ScanState.NOT_SCANNED
    assert b"".join(download(document).streaming_content) == files.PDF


def test_while_the_scanner_is_down_a_file_is_kept_but_goes_to_nobody(settings):
    settings.CLAMD = f"127.0.0.1:{free_port()}"
    document = kept()
    assert document.scan == ScanState.WAITING
    with pytest.raises(NotReleased, match=r"minutes\.pdf.* waits to be scanned"):
        download(document)
    assert scan_waiting(at=AT) == 0
    document.refresh_from_db()
    assert document.scan == ScanState.WAITING


def test_once_the_scanner_answers_what_waited_is_released(settings):
    settings.CLAMD = f"127.0.0.1:{free_port()}"
    document = kept()
    with malware_scanner() as scanner:
        settings.CLAMD = scanner.address
        assert scan_waiting(at=AT) == 1
        assert scan_waiting(at=AT) == 0
    document.refresh_from_db()
    assert (document.scan, document.scanned_at) == (ScanState.CLEAN, AT)
    assert b"".join(download(document).streaming_content) == files.PDF


def test_malware_found_later_leaves_the_facts_alone(settings):
    document = kept(INFECTED)
    with malware_scanner() as scanner:
        settings.CLAMD = scanner.address
        scan_waiting(at=AT)
    document.refresh_from_db()
    assert (document.scan, document.finding) == (ScanState.INFECTED, "Eicar-Signature")
    assert (document.name, document.size) == ("minutes.pdf", len(INFECTED))
    assert on_disk(settings) == []
    with pytest.raises(NotReleased, match="Eicar-Signature"):
        download(document)
    assert "Eicar-Signature" in AuditEvent.objects.get(verb="quarantine").sentence


def test_one_document_that_cannot_be_opened_does_not_stop_the_others(settings):
    broken, whole = kept(), kept()
    Path(broken.content.path).unlink()
    with malware_scanner() as scanner:
        settings.CLAMD = scanner.address
        assert scan_waiting(at=AT) == 1
    whole.refresh_from_db()
    assert whole.scan == ScanState.CLEAN


def test_the_database_refuses_malware_that_is_kept():
    document = kept()
    with pytest.raises(IntegrityError), transaction.atomic():
        Document.objects.filter(pk=document.pk).update(scan=ScanState.INFECTED, finding="x")


def test_a_scanner_on_a_socket_in_the_file_system_is_asked_too(settings, tmp_path):
    settings.CLAMD = f"unix:{tmp_path}/none.ctl"
    assert scan(io.BytesIO(files.PDF)).state == ScanState.WAITING


def test_what_the_scanner_will_not_look_at_waits(settings, monkeypatch):
    monkeypatch.setattr("tests.servers.scanner.LARGEST_PIECE", 10)
    with malware_scanner() as scanner:
        settings.CLAMD = scanner.address
        found = scan(io.BytesIO(bytes(5000)))
    assert found.state == ScanState.WAITING
