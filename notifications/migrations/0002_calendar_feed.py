from typing import ClassVar

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [
        ("boards", "0001_initial"),
        ("notifications", "0001_the_ledger"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations: ClassVar = [
        migrations.CreateModel(
            name="CalendarFeed",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "digest",
                    models.CharField(
                        help_text="SHA-256 of the secret.", max_length=64, unique=True
                    ),
                ),
                ("made_at", models.DateTimeField()),
                ("last_fetched_at", models.DateTimeField(null=True)),
                ("revoked_at", models.DateTimeField(null=True)),
                (
                    "board",
                    models.ForeignKey(
                        help_text="Empty where it is of everything that the person may see.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="boards.board",
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="calendar_feeds",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("board__isnull", False), ("revoked_at", None)),
                        fields=("user", "board"),
                        name="one_open_feed_a_board",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("board", None), ("revoked_at", None)),
                        fields=("user",),
                        name="one_open_feed_of_everything",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("revoked_at", None),
                            ("revoked_at__gte", models.F("made_at")),
                            _connector="OR",
                        ),
                        name="feed_revoked_after_made",
                    ),
                ],
            },
        ),
    ]
