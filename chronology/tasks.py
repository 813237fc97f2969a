"""What workers do for the chronology. Done late or twice, it does no harm."""

from datetime import timedelta

from celery import shared_task
from django.utils import timezone

from chronology.models import Work
from chronology.proposing import reviews_with_news
from chronology.working import carry_on, match_again, name_again, take_up

REST = timedelta(minutes=2)  # without a change, before a review is looked at again


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


@shared_task
def look_again() -> None:
    """Where rows have changed and rest, people and accounts of one event are looked for anew."""
    at = timezone.now()
    for review in reviews_with_news(before=at - REST):
        name_again(review, by=None, at=at)
        match_again(review, by=None, at=at)
