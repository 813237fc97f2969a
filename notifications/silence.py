"""Managers and Chairs are told on their home page when no reminder is sent."""

import time
from typing import Any

from django.dispatch import receiver
from django.utils import timezone

from boards.models import User
from boards.roles import Chair, Manager
from notifications import health
from notifications.models import Heartbeat
from notifications.troubles import Limits, beat_trouble
from reviews.sections import Section
from reviews.signals import home_sections


@receiver(home_sections, dispatch_uid="notifications.home_sections")
def silence_of_beat(sender: type, user: User, **_: Any) -> Section | None:
    """Return how long beat has been silent, where that is too long. One query."""
    if not user.has_role(Manager, Chair):
        return None
    now, last = timezone.now(), Heartbeat.last_at()
    status = health.beat_status(last, now, running_for=time.monotonic() - health.STARTED)
    trouble = beat_trouble(health.seconds_between(last, now), Limits().beat)
    if trouble is None or status == "starting":
        return None
    return Section("notifications/_silence.html", {"text": trouble.sentence})
