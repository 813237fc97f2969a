import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    replaces = [
        ("notifications", "0001_the_ledger"),
        ("notifications", "0002_calendar_feed"),
        ("notifications", "0003_receipts"),
        ("notifications", "0004_ladders"),
        ("notifications", "0005_mail"),
        ("notifications", "0006_acknowledgement"),
        ("notifications", "0007_snoozes_and_nudges"),
        ("notifications", "0008_held_addresses_and_weekly"),
        ("notifications", "0009_sent_back"),
        ("notifications", "0010_cover"),
        ("notifications", "0011_meetings"),
    ]

    initial = True

    dependencies = [
        ("boards", "0003_open_seats"),
        ("chronology", "0001_the_chronology"),
        ("reviews", "0001_squashed_0016_publication"),
    ]

    operations = [
        migrations.CreateModel(
            name="Heartbeat",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField()),
            ],
        ),
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
                            ("weekly", "Summary of the week"),
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
                (
                    "address",
                    models.EmailField(
                        db_default="",
                        default="",
                        help_text="Where it was sent; the person may have moved since.",
                        max_length=254,
                    ),
                ),
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
                "indexes": [
                    models.Index(
                        condition=models.Q(("message_id", ""), _negated=True),
                        fields=["message_id"],
                        name="mail_message_id",
                    ),
                    models.Index(
                        condition=models.Q(
                            ("emptied_at", None), ("failed_at", None), ("sent_at", None)
                        ),
                        fields=["kind", "id"],
                        name="mail_queue",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("kind", "at_once"), _negated=True),
                        fields=("recipient", "board", "kind", "on"),
                        name="one_digest_a_person_board_and_morning",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("kind", "at_once")),
                        fields=("recipient", "board", "made_at"),
                        name="one_mail_at_once_a_person_board_and_sweep",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("kind__in", ["at_once", "digest", "weekly"])),
                        name="mail_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("claim", None), ("claimed_at", None)),
                            models.Q(("claim__isnull", False), ("claimed_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="mail_claimed_at_and_by",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("claim", None),
                            models.Q(("emptied_at", None), ("failed_at", None), ("sent_at", None)),
                            _connector="OR",
                        ),
                        name="mail_claimed_while_waiting",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("message_id", ""), ("sent_at", None)),
                            models.Q(
                                ("sent_at__isnull", False),
                                models.Q(("message_id", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="mail_sent_with_message_id",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("failed_at", None),
                            models.Q(("failure", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="mail_failed_with_words",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("failed_at", None), ("sent_at", None)),
                            models.Q(("emptied_at", None), ("sent_at", None)),
                            models.Q(("emptied_at", None), ("failed_at", None)),
                            _connector="OR",
                        ),
                        name="mail_ends_in_one_way",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("bounced_at", None),
                            models.Q(
                                ("sent_at__isnull", False), models.Q(("failure", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="mail_bounced_after_sending",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Nudge",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("due_version", models.PositiveSmallIntegerField()),
                ("on", models.DateField()),
                ("at", models.DateTimeField()),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "deadline",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="nudges",
                        to="reviews.deadline",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("deadline", "on"), name="one_nudge_a_deadline_and_day"
                    )
                ],
            },
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
                    "mail",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="receipts",
                        to="notifications.mail",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("notification", "status"), name="receipt_kept_once"
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
        migrations.CreateModel(
            name="Snooze",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("due_version", models.PositiveSmallIntegerField()),
                ("until_on", models.DateField()),
                ("reason", models.CharField(max_length=300)),
                ("at", models.DateTimeField()),
                ("ended_at", models.DateTimeField(null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "deadline",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="snoozes",
                        to="reviews.deadline",
                    ),
                ),
                (
                    "ended_by",
                    models.ForeignKey(
                        help_text="Empty: its day came",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "indexes": [
                    models.Index(
                        condition=models.Q(("ended_at", None)),
                        fields=["until_on"],
                        name="snooze_open",
                    ),
                    models.Index(fields=["deadline"], name="snooze_deadline"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)),
                        fields=("deadline", "due_version"),
                        name="one_open_snooze_a_date",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="snooze_has_reason"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_by", None), ("ended_at__isnull", False), _connector="OR"
                        ),
                        name="snooze_ended_by_and_at",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Reminder",
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
                            ("reminder", "Reminder"),
                            ("date_changed", "News of a changed date"),
                            ("turn", "News that it is their turn"),
                            ("asked", "Reminder that somebody asked for"),
                            ("snoozed", "News that reminders are put off"),
                            ("sent_back", "News that a chronology was sent back"),
                            ("meeting", "Invitation to a meeting"),
                        ],
                        max_length=12,
                    ),
                ),
                ("due_version", models.PositiveSmallIntegerField(null=True)),
                ("due_on", models.DateField(null=True)),
                ("previous_due_on", models.DateField(null=True)),
                (
                    "stage",
                    models.SmallIntegerField(
                        help_text="Days left; negative when overdue.", null=True
                    ),
                ),
                (
                    "tier",
                    models.CharField(
                        choices=[
                            ("owner", "Owner or deputy"),
                            ("stand_in", "Business manager, as nobody owns the review"),
                            ("cover", "Covers for the owner, who is away"),
                            ("manager", "Business manager"),
                            ("chair", "LSCB Chair"),
                            ("agency", "Agency author"),
                            ("chief", "Agency chief officer"),
                            ("panel", "Panel chair or overview author"),
                            ("invited", "Invited to the meeting"),
                        ],
                        max_length=8,
                    ),
                ),
                ("planned_at", models.DateTimeField()),
                ("superseded_at", models.DateTimeField(null=True)),
                ("superseded_because", models.CharField(db_default="", default="", max_length=200)),
                (
                    "change",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reminders",
                        to="reviews.statechange",
                    ),
                ),
                (
                    "deadline",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reminders",
                        to="reviews.deadline",
                    ),
                ),
                (
                    "mail",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reminders",
                        to="notifications.mail",
                    ),
                ),
                (
                    "meeting_change",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reminders",
                        to="reviews.meetingchange",
                    ),
                ),
                (
                    "nudge",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reminders",
                        to="notifications.nudge",
                    ),
                ),
                (
                    "recipient",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reminders",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reminders",
                        to="reviews.review",
                    ),
                ),
                (
                    "submission",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reminders",
                        to="chronology.submission",
                    ),
                ),
                (
                    "snooze",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reminders",
                        to="notifications.snooze",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "indexes": [
                    models.Index(
                        condition=models.Q(("mail", None), ("superseded_at", None)),
                        fields=["recipient", "id"],
                        name="reminder_loose",
                    ),
                    models.Index(fields=["review", "-planned_at"], name="reminder_review"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("deadline", "due_version", "stage", "recipient"),
                        name="one_reminder_a_stage_and_person",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("kind", "date_changed")),
                        fields=("deadline", "due_version", "recipient"),
                        name="one_news_of_a_date_and_person",
                    ),
                    models.UniqueConstraint(
                        fields=("change", "recipient"), name="one_turn_a_move_and_person"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("nudge__isnull", False)),
                        fields=("nudge", "recipient"),
                        name="one_asked_for_a_nudge_and_person",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("snooze__isnull", False)),
                        fields=("snooze", "recipient"),
                        name="one_news_of_a_snooze_and_person",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("submission__isnull", False)),
                        fields=("submission", "recipient"),
                        name="one_news_of_a_sending_back_and_person",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("meeting_change__isnull", False)),
                        fields=("meeting_change", "recipient"),
                        name="one_news_of_a_meeting_and_person",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("change__isnull", True),
                                ("deadline__isnull", False),
                                ("due_on__isnull", False),
                                ("due_version__isnull", False),
                                ("kind", "reminder"),
                                ("meeting_change__isnull", True),
                                ("nudge__isnull", True),
                                ("previous_due_on__isnull", True),
                                ("snooze__isnull", True),
                                ("stage__isnull", False),
                                ("submission__isnull", True),
                            ),
                            models.Q(
                                ("change__isnull", True),
                                ("deadline__isnull", False),
                                ("due_on__isnull", False),
                                ("due_version__isnull", False),
                                ("kind", "date_changed"),
                                ("meeting_change__isnull", True),
                                ("nudge__isnull", True),
                                ("previous_due_on__isnull", False),
                                ("snooze__isnull", True),
                                ("submission__isnull", True),
                            ),
                            models.Q(
                                ("change__isnull", False),
                                ("deadline__isnull", True),
                                ("due_on__isnull", True),
                                ("due_version__isnull", True),
                                ("kind", "turn"),
                                ("meeting_change__isnull", True),
                                ("nudge__isnull", True),
                                ("previous_due_on__isnull", True),
                                ("snooze__isnull", True),
                                ("stage__isnull", True),
                                ("submission__isnull", True),
                            ),
                            models.Q(
                                ("change__isnull", True),
                                ("deadline__isnull", False),
                                ("due_on__isnull", False),
                                ("due_version__isnull", False),
                                ("kind", "asked"),
                                ("meeting_change__isnull", True),
                                ("nudge__isnull", False),
                                ("previous_due_on__isnull", True),
                                ("snooze__isnull", True),
                                ("stage__isnull", True),
                                ("submission__isnull", True),
                            ),
                            models.Q(
                                ("change__isnull", True),
                                ("deadline__isnull", False),
                                ("due_on__isnull", False),
                                ("due_version__isnull", False),
                                ("kind", "snoozed"),
                                ("meeting_change__isnull", True),
                                ("nudge__isnull", True),
                                ("previous_due_on__isnull", True),
                                ("snooze__isnull", False),
                                ("stage__isnull", True),
                                ("submission__isnull", True),
                            ),
                            models.Q(
                                ("change__isnull", True),
                                ("deadline__isnull", False),
                                ("due_on__isnull", False),
                                ("due_version__isnull", False),
                                ("kind", "sent_back"),
                                ("meeting_change__isnull", True),
                                ("nudge__isnull", True),
                                ("previous_due_on__isnull", True),
                                ("snooze__isnull", True),
                                ("stage__isnull", True),
                                ("submission__isnull", False),
                            ),
                            models.Q(
                                ("change__isnull", True),
                                ("deadline__isnull", True),
                                ("due_on__isnull", True),
                                ("due_version__isnull", True),
                                ("kind", "meeting"),
                                ("meeting_change__isnull", False),
                                ("nudge__isnull", True),
                                ("previous_due_on__isnull", True),
                                ("snooze__isnull", True),
                                ("stage__isnull", True),
                                ("submission__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="reminder_is_about_what_its_kind_says",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "tier__in",
                                [
                                    "owner",
                                    "stand_in",
                                    "cover",
                                    "manager",
                                    "chair",
                                    "agency",
                                    "chief",
                                    "panel",
                                    "invited",
                                ],
                            )
                        ),
                        name="reminder_tier_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("superseded_at", None), ("superseded_because", "")),
                            models.Q(
                                ("superseded_at__isnull", False),
                                models.Q(("superseded_because", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="reminder_superseded_with_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Acknowledgement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("due_version", models.PositiveSmallIntegerField()),
                ("at", models.DateTimeField()),
                ("note", models.CharField(blank=True, max_length=300)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "deadline",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="acknowledgements",
                        to="reviews.deadline",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("deadline", "due_version", "by"),
                        name="acknowledged_once_a_date_and_person",
                    )
                ],
            },
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
                        condition=models.Q(("reason", ""), _negated=True), name="ladder_has_reason"
                    ),
                ],
            },
        ),
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
        migrations.CreateModel(
            name="HeldAddress",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("address", models.EmailField(max_length=254)),
                ("because", models.CharField(max_length=300)),
                ("at", models.DateTimeField()),
                ("lifted_at", models.DateTimeField(null=True)),
                (
                    "lifted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="held_addresses",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("-id",),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("lifted_at", None)),
                        fields=("user", "address"),
                        name="address_held_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("lifted_at", None), ("lifted_by", None)),
                            models.Q(("lifted_at__isnull", False), ("lifted_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="address_lifted_at_and_by",
                    ),
                ],
            },
        ),
    ]
