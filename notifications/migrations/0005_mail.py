from datetime import timedelta
from typing import ClassVar

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

OUTCOME = ("sent_at", "message_id", "failed_at", "failure", "bounced_at", "attempts")


def put_into_mails(apps, schema_editor):
    """What was sent or refused before there were mails is in one of its own; the rest waits."""
    reminders = apps.get_model("notifications", "Reminder").objects
    mails = apps.get_model("notifications", "Mail").objects
    ended = reminders.filter(models.Q(sent_at__isnull=False) | models.Q(failed_at__isnull=False))
    for row in ended.select_related("review").iterator(chunk_size=2000):
        mail = mails.create(
            kind="at_once",
            recipient_id=row.recipient_id,
            board_id=row.review.board_id,
            on=row.planned_at.date(),
            # One mail a person, board and moment: rows of one sweep had the same.
            made_at=row.planned_at + timedelta(microseconds=row.pk),
            next_attempt_at=row.next_attempt_at,
            **{name: getattr(row, name) for name in OUTCOME},
        )
        reminders.filter(pk=row.pk).update(mail=mail)
        row.receipts.update(mail=mail)
    # PostgreSQL alters no table while foreign keys of its new rows wait to be looked at.
    schema_editor.connection.check_constraints()


class Migration(migrations.Migration):
    dependencies: ClassVar = [
        ("boards", "0002_agency_chief_officer"),
        ("notifications", "0004_ladders"),
        ("reviews", "0004_bank_holiday"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations: ClassVar = [
        migrations.CreateModel(
            name="Mail",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("at_once", "Sent at once"),
                            ("digest", "Digest of a working morning"),
                        ],
                        max_length=8,
                    ),
                ),
                ("on", models.DateField()),
                ("made_at", models.DateTimeField()),
                ("next_attempt_at", models.DateTimeField()),
                ("attempts", models.PositiveSmallIntegerField(db_default=0, default=0)),
                ("claim", models.UUIDField(null=True)),
                ("claimed_at", models.DateTimeField(null=True)),
                ("sent_at", models.DateTimeField(null=True)),
                ("message_id", models.CharField(db_default="", default="", max_length=200)),
                ("failed_at", models.DateTimeField(null=True)),
                (
                    "failure",
                    models.CharField(
                        db_default="",
                        default="",
                        help_text="The mail server's last refusal.",
                        max_length=300,
                    ),
                ),
                (
                    "bounced_at",
                    models.DateTimeField(
                        help_text="When what had been taken came back; the words are in `failure`.",
                        null=True,
                    ),
                ),
                (
                    "emptied_at",
                    models.DateTimeField(
                        help_text="When nothing in it was owed any more, so that it was not sent.",
                        null=True,
                    ),
                ),
                (
                    "board",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mails",
                        to="boards.board",
                    ),
                ),
                (
                    "recipient",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="mails",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.AddField(
            model_name="receipt",
            name="mail",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="receipts",
                to="notifications.mail",
            ),
        ),
        migrations.AddField(
            model_name="reminder",
            name="mail",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="reminders",
                to="notifications.mail",
            ),
        ),
        migrations.RunPython(put_into_mails, migrations.RunPython.noop),
        migrations.RemoveConstraint(
            model_name="receipt",
            name="receipt_kept_once",
        ),
        migrations.RemoveConstraint(
            model_name="reminder",
            name="reminder_claimed_at_and_by",
        ),
        migrations.RemoveConstraint(
            model_name="reminder",
            name="reminder_claimed_while_waiting",
        ),
        migrations.RemoveConstraint(
            model_name="reminder",
            name="reminder_sent_with_message_id",
        ),
        migrations.RemoveConstraint(
            model_name="reminder",
            name="reminder_failed_with_words",
        ),
        migrations.RemoveConstraint(
            model_name="reminder",
            name="reminder_ends_in_one_way",
        ),
        migrations.RemoveConstraint(
            model_name="reminder",
            name="reminder_bounced_after_sending",
        ),
        migrations.RemoveIndex(
            model_name="reminder",
            name="reminder_queue",
        ),
        migrations.RemoveIndex(
            model_name="reminder",
            name="reminder_oldest",
        ),
        migrations.RemoveIndex(
            model_name="reminder",
            name="reminder_message_id",
        ),
        migrations.RemoveField(
            model_name="receipt",
            name="reminder",
        ),
        migrations.RemoveField(
            model_name="reminder",
            name="attempts",
        ),
        migrations.RemoveField(
            model_name="reminder",
            name="bounced_at",
        ),
        migrations.RemoveField(
            model_name="reminder",
            name="claim",
        ),
        migrations.RemoveField(
            model_name="reminder",
            name="claimed_at",
        ),
        migrations.RemoveField(
            model_name="reminder",
            name="failed_at",
        ),
        migrations.RemoveField(
            model_name="reminder",
            name="failure",
        ),
        migrations.RemoveField(
            model_name="reminder",
            name="message_id",
        ),
        migrations.RemoveField(
            model_name="reminder",
            name="next_attempt_at",
        ),
        migrations.RemoveField(
            model_name="reminder",
            name="sent_at",
        ),
        migrations.AlterField(
            model_name="receipt",
            name="mail",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="receipts",
                to="notifications.mail",
            ),
        ),
        migrations.AddIndex(
            model_name="reminder",
            index=models.Index(
                condition=models.Q(("mail", None), ("superseded_at", None)),
                fields=["recipient", "id"],
                name="reminder_loose",
            ),
        ),
        migrations.AddConstraint(
            model_name="receipt",
            constraint=models.UniqueConstraint(
                fields=("notification", "status"), name="receipt_kept_once"
            ),
        ),
        migrations.AddIndex(
            model_name="mail",
            index=models.Index(
                condition=models.Q(("message_id", ""), _negated=True),
                fields=["message_id"],
                name="mail_message_id",
            ),
        ),
        migrations.AddIndex(
            model_name="mail",
            index=models.Index(
                condition=models.Q(("emptied_at", None), ("failed_at", None), ("sent_at", None)),
                fields=["kind", "id"],
                name="mail_queue",
            ),
        ),
        migrations.AddConstraint(
            model_name="mail",
            constraint=models.UniqueConstraint(
                condition=models.Q(("kind", "at_once"), _negated=True),
                fields=("recipient", "board", "kind", "on"),
                name="one_digest_a_person_board_and_morning",
            ),
        ),
        migrations.AddConstraint(
            model_name="mail",
            constraint=models.UniqueConstraint(
                condition=models.Q(("kind", "at_once")),
                fields=("recipient", "board", "made_at"),
                name="one_mail_at_once_a_person_board_and_sweep",
            ),
        ),
        migrations.AddConstraint(
            model_name="mail",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["at_once", "digest"])),
                name="mail_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="mail",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("claim", None), ("claimed_at", None)),
                    models.Q(("claim__isnull", False), ("claimed_at__isnull", False)),
                    _connector="OR",
                ),
                name="mail_claimed_at_and_by",
            ),
        ),
        migrations.AddConstraint(
            model_name="mail",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("claim", None),
                    models.Q(("emptied_at", None), ("failed_at", None), ("sent_at", None)),
                    _connector="OR",
                ),
                name="mail_claimed_while_waiting",
            ),
        ),
        migrations.AddConstraint(
            model_name="mail",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("message_id", ""), ("sent_at", None)),
                    models.Q(
                        ("sent_at__isnull", False), models.Q(("message_id", ""), _negated=True)
                    ),
                    _connector="OR",
                ),
                name="mail_sent_with_message_id",
            ),
        ),
        migrations.AddConstraint(
            model_name="mail",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("failed_at", None), models.Q(("failure", ""), _negated=True), _connector="OR"
                ),
                name="mail_failed_with_words",
            ),
        ),
        migrations.AddConstraint(
            model_name="mail",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("failed_at", None), ("sent_at", None)),
                    models.Q(("emptied_at", None), ("sent_at", None)),
                    models.Q(("emptied_at", None), ("failed_at", None)),
                    _connector="OR",
                ),
                name="mail_ends_in_one_way",
            ),
        ),
        migrations.AddConstraint(
            model_name="mail",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("bounced_at", None),
                    models.Q(("sent_at__isnull", False), models.Q(("failure", ""), _negated=True)),
                    _connector="OR",
                ),
                name="mail_bounced_after_sending",
            ),
        ),
    ]
