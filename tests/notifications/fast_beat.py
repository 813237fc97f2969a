"""The portal's own Celery application and beat table, asked every second instead of in minutes."""

from lscb_portal.celery import app

for entry in app.conf.beat_schedule.values():
    entry["schedule"] = 1.0
