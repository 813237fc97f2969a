"""What beat asks for. Each task is a sweep over the database: late or twice does no harm."""

from celery import shared_task
from django.utils import timezone

from notifications import mornings
from notifications.assembly import assemble, owe_summaries
from notifications.delivery import BATCH
from notifications.delivery import deliver_batch as deliver
from notifications.ladder import DEFAULT
from notifications.models import Heartbeat, Mail
from notifications.planning import plan


@shared_task
def note_beat() -> None:
    """Beat has asked and a worker has answered."""
    Heartbeat.note(at=timezone.now())


@shared_task
def send_reminders() -> None:
    """What is owed today is in the ledger and in mails, and batches of them are on their way."""
    now, is_morning = timezone.now(), mornings.is_open(timezone.now())
    plan(on=timezone.localdate(now), at=now, ladder=DEFAULT)
    assemble(on=timezone.localdate(now), at=now, is_morning=is_morning)
    owe_summaries(on=timezone.localdate(now), at=now, is_morning=is_morning)
    waiting = Mail.objects.due(now, is_morning=is_morning).count()
    for _ in range(0, waiting, BATCH):
        deliver_batch.delay()


@shared_task
def deliver_batch() -> None:
    """The next batch that nobody else has was delivered, if there was one."""
    deliver(on=timezone.localdate(), now=timezone.now)
