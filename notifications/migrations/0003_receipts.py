from typing import ClassVar

import django.db.models.deletion
from django.db import migrations, models
from django.db.models import Q


class Migration(migrations.Migration):
    dependencies: ClassVar = [("notifications", "0002_calendar_feed")]

    operations: ClassVar = [
        migrations.AddField(
            model_name="reminder",
            name="bounced_at",
            field=models.DateTimeField(
                help_text="When what had been taken came back; the words are in `failure`.",
                null=True,
            ),
        ),
        migrations.AddConstraint(
            model_name="reminder",
            constraint=models.CheckConstraint(
                condition=Q(bounced_at=None) | (Q(sent_at__isnull=False) & ~Q(failure="")),
                name="reminder_bounced_after_sending",
            ),
        ),
        migrations.AddIndex(
            model_name="reminder",
            index=models.Index(
                condition=~Q(message_id=""), fields=["message_id"], name="reminder_message_id"
            ),
        ),
        migrations.CreateModel(
            name="Receipt",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "notification",
                    models.UUIDField(help_text="Notify's own identifier of the mail."),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("delivered", "Delivered"),
                            ("permanent-failure", "The address does not take mail"),
                            ("temporary-failure", "The mailbox did not take it in time"),
                            ("technical-failure", "GOV.UK Notify could not send it"),
                        ],
                        max_length=20,
                    ),
                ),
                ("at", models.DateTimeField()),
                ("notified_at", models.DateTimeField()),
                (
                    "reminder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="receipts",
                        to="notifications.reminder",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("notification", "status", "reminder"), name="receipt_kept_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "status__in",
                                [
                                    "delivered",
                                    "permanent-failure",
                                    "temporary-failure",
                                    "technical-failure",
                                ],
                            )
                        ),
                        name="receipt_status_known",
                    ),
                ],
            },
        ),
    ]
