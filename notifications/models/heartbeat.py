"""The sign of life of beat and worker together."""

from datetime import datetime

from django.db import models


class Heartbeat(models.Model):
    """When a task that beat asked for was last done by a worker: one row."""

    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"Beat at {self.at:%d %B %Y %H:%M:%S}"

    @classmethod
    def note(cls, *, at: datetime) -> None:
        """Beat asked and a worker answered, at this instant."""
        cls.objects.update_or_create(pk=1, defaults={"at": at})

    @classmethod
    def last_at(cls) -> datetime | None:
        return cls.objects.filter(pk=1).values_list("at", flat=True).first()
