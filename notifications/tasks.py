"""What beat asks for. Each task is a sweep over the database: late or twice does no harm."""

from celery import shared_task
from django.utils import timezone

from notifications.delivery import BATCH
from notifications.delivery import deliver_batch as deliver
from notifications.ladder import DEFAULT
from notifications.models import Heartbeat, Reminder
from notifications.planning import plan


@shared_task
def note_beat() -> None:
    """Beat has asked and a worker has answered."""
    Heartbeat.note(at=timezone.now())


@shared_task
def send_reminders() -> None:
    """What is owed today is in the ledger, and as many batches as wait are on their way."""
    now = timezone.now()
    plan(on=timezone.localdate(now), at=now, ladder=DEFAULT)
    waiting = Reminder.objects.due(now).count()
    for _ in range(0, waiting, BATCH):
        deliver_batch.delay()


@shared_task
def deliver_batch() -> None:
    """The next batch that nobody else has was delivered, if there was one."""
    deliver(on=timezone.localdate(), now=timezone.now)
