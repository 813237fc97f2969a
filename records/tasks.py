"""What workers do for kept documents. Done late or twice, it does no harm."""

from celery import shared_task
from django.utils import timezone

from records.checking import clear_away
from records.rescanning import scan_waiting as scan_those_waiting


@shared_task
def scan_waiting() -> None:
    """Documents that wait for the malware scanner are scanned once it answers."""
    scan_those_waiting(at=timezone.now())


@shared_task
def clear_uploads_away() -> None:
    """Nothing is left of uploads whose process was killed."""
    clear_away(before=timezone.now())
