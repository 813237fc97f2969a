"""The Celery application and its beat table."""

import os

from celery import Celery
from celery.schedules import crontab

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "lscb_portal.settings")

app = Celery("lscb_portal")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()

# Every entry is an idempotent sweep over the database: running one twice, late or after an
# outage does what one run on time would have done.
app.conf.beat_schedule = {
    "beat is alive": {"task": "notifications.tasks.note_beat", "schedule": 60.0},
    "plan and deliver reminders": {
        "task": "notifications.tasks.send_reminders",
        "schedule": crontab(minute="*/5"),
    },
    "scan documents that wait for the scanner": {
        "task": "records.tasks.scan_waiting",
        "schedule": crontab(minute="*/5"),
    },
    "clear away what killed uploads left": {
        "task": "records.tasks.clear_uploads_away",
        "schedule": crontab(hour="3", minute="40"),
    },
    "take up work on chronologies": {
        "task": "chronology.tasks.take_up_work",
        "schedule": 60.0,
    },
    "look again at chronologies that have changed": {
        "task": "chronology.tasks.look_again",
        "schedule": 60.0,
    },
}
