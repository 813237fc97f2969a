import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def keep_what_was_done(apps, schema_editor):
    """Each action that is done has a row that says so; by whom was not kept."""
    Done = apps.get_model("reviews", "ActionDone")
    actions = apps.get_model("reviews", "MeetingAction").objects.exclude(done_on=None)
    rows = (
        Done(action=each, on=each.done_on, text=each.outcome, due_on=each.due_on)
        for each in actions.iterator()
    )
    Done.objects.bulk_create(rows, batch_size=500)


class Migration(migrations.Migration):
    dependencies = [
        ("reviews", "0019_asks"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AlterField(
            model_name="meetingaction",
            name="person",
            field=models.ForeignKey(
                blank=True,
                help_text="The account of whoever is to do it: they are reminded, and say that it is done.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="meeting_actions",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.CreateModel(
            name="ActionDone",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField()),
                ("text", models.TextField(blank=True, max_length=2000)),
                ("due_on", models.DateField()),
                ("at", models.DateTimeField(null=True)),
                ("reopened_at", models.DateTimeField(null=True)),
                ("reopened_because", models.TextField(blank=True, max_length=2000)),
                ("again_by_on", models.DateField(null=True)),
                (
                    "action",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="done",
                        to="reviews.meetingaction",
                    ),
                ),
                (
                    "by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "file",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="reviews.documentversion",
                    ),
                ),
                (
                    "reopened_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "actions done",
                "ordering": ("id",),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("reopened_at", None)),
                        fields=("action",),
                        name="an_action_is_done_once_until_it_is_reopened",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("at", None), ("by", None)),
                            models.Q(("at__isnull", False), ("by__isnull", False)),
                            _connector="OR",
                        ),
                        name="action_done_at_and_by",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("again_by_on", None),
                                ("reopened_at", None),
                                ("reopened_because", ""),
                                ("reopened_by", None),
                            ),
                            models.Q(
                                ("reopened_at__isnull", False),
                                ("reopened_by__isnull", False),
                                ("again_by_on__gte", models.F("on")),
                                ("again_by_on__isnull", False),
                                models.Q(("reopened_because", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="action_reopened_by_somebody_with_a_reason",
                    ),
                ],
            },
        ),
        migrations.RunPython(keep_what_was_done, migrations.RunPython.noop),
    ]
