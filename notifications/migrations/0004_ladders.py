from typing import ClassVar

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

TIERS = [
    ("owner", "Owner or deputy"),
    ("stand_in", "Business manager, as nobody owns the review"),
    ("manager", "Business manager"),
    ("chair", "LSCB Chair"),
    ("agency", "Agency author"),
    ("chief", "Agency chief officer"),
    ("panel", "Panel chair or overview author"),
]


class Migration(migrations.Migration):
    dependencies: ClassVar = [
        ("boards", "0002_agency_chief_officer"),
        ("notifications", "0003_receipts"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]
    operations: ClassVar = [
        migrations.RemoveConstraint(model_name="reminder", name="reminder_tier_known"),
        migrations.AlterField(
            model_name="reminder",
            name="tier",
            field=models.CharField(choices=TIERS, max_length=8),
        ),
        migrations.AddConstraint(
            model_name="reminder",
            constraint=models.CheckConstraint(
                condition=models.Q(tier__in=[tier for tier, _ in TIERS]),
                name="reminder_tier_known",
            ),
        ),
        migrations.CreateModel(
            name="BoardLadder",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveSmallIntegerField()),
                (
                    "content",
                    models.JSONField(
                        help_text="As Ladder.to_data; null for the default.", null=True
                    ),
                ),
                ("reason", models.CharField(max_length=300)),
                ("at", models.DateTimeField()),
                (
                    "board",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="ladders",
                        to="boards.board",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("-version",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("board", "version"), name="one_ladder_a_version"
                    ),
                    models.CheckConstraint(
                        condition=~models.Q(reason=""), name="ladder_has_reason"
                    ),
                ],
            },
        ),
    ]
