"""What is done on the administration pages is in the log, too."""

from typing import Any

from django.contrib.admin.models import LogEntry
from django.db.models.signals import post_save
from django.dispatch import receiver

from records.models import log


@receiver(post_save, sender=LogEntry)
def note_administration(instance: LogEntry, created: bool, **_: Any) -> None:
    """Django's own entry, which can be edited, has a copy that cannot."""
    if created:
        what = f"{instance.content_type} “{instance.object_repr}”"
        log(
            "administer",
            f"{what}: {instance.get_change_message() or 'changed'}",
            by=instance.user,
            at=instance.action_time,
        )
