"""What workers do for the chronology. Done late or twice, it does no harm."""

from celery import shared_task
from django.utils import timezone

from chronology.models import Work
from chronology.working import carry_on, take_up


@shared_task
def carry_out(pk: int) -> None:
    """The work is done, unless another worker has it."""
    work = Work.objects.unfinished().filter(pk=pk).first()
    if work:
        carry_on(work, at=timezone.now())


@shared_task
def take_up_work() -> None:
    """Work that was never begun, or whose worker fell silent, is on its way again."""
    for pk in take_up(at=timezone.now()):
        carry_out.delay(pk)
