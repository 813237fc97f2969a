import django.core.serializers.json
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("boards", "0003_open_seats"),
        ("records", "0003_document"),
        ("reviews", "0006_commission_sent_back"),
    ]

    operations = [
        migrations.CreateModel(
            name="AgencyChronology",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "column_roles",
                    models.JSONField(
                        blank=True,
                        default=dict,
                        help_text="What this agency's headings were said to mean.",
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="chronologies",
                        to="boards.agency",
                    ),
                ),
                (
                    "commission",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="chronology",
                        to="reviews.commission",
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="chronologies",
                        to="reviews.review",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "agency chronologies",
                "ordering": ("agency__name",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("review", "agency"), name="one_chronology_an_agency_and_review"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Integration",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("preamble", models.TextField(blank=True, max_length=10000)),
                ("columns", models.JSONField(default=list)),
                (
                    "detail",
                    models.CharField(
                        choices=[
                            ("date", "Start date"),
                            ("time", "Start date and time"),
                            ("end", "Start and end date"),
                            ("end_time", "Start and end date and time"),
                        ],
                        default="time",
                        max_length=10,
                    ),
                ),
                ("not_seen_days", models.PositiveSmallIntegerField(default=28)),
                ("no_contact_days", models.PositiveSmallIntegerField(default=28)),
                (
                    "matched_at",
                    models.DateTimeField(
                        help_text="When accounts of the same event were last looked for.", null=True
                    ),
                ),
                ("version", models.PositiveIntegerField(default=1)),
                ("released_at", models.DateTimeField(null=True)),
                (
                    "released_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "review",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="integration",
                        to="reviews.review",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("released_at", None), ("released_by", None)),
                            models.Q(
                                ("released_at__isnull", False), ("released_by__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="released_by_somebody_at_some_time",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="KeyQuestion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("text", models.CharField(max_length=1000)),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="key_questions",
                        to="reviews.review",
                    ),
                ),
            ],
            options={
                "ordering": ("review", "number"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("review", "number"), name="one_question_a_number"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Entry",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "key",
                    models.CharField(
                        help_text="Where it stands: police.docx#T2R14", max_length=250
                    ),
                ),
                ("table", models.CharField(blank=True, max_length=120)),
                ("row", models.PositiveIntegerField(null=True)),
                ("date_start", models.DateField()),
                ("date_end", models.DateField()),
                (
                    "precision",
                    models.CharField(
                        choices=[
                            ("day", "day"),
                            ("range", "range"),
                            ("month", "month"),
                            ("year", "year"),
                            ("approximate", "approximate"),
                        ],
                        max_length=12,
                    ),
                ),
                ("date_raw", models.TextField()),
                ("is_uncertain", models.BooleanField(default=False)),
                ("is_same_as_above", models.BooleanField(default=False)),
                ("is_year_inferred", models.BooleanField(default=False)),
                ("time", models.TimeField(blank=True, null=True)),
                ("time_end", models.TimeField(blank=True, null=True)),
                (
                    "time_precision",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", ""),
                            ("exact", "exact"),
                            ("approximate", "approximate"),
                            ("part_of_day", "part_of_day"),
                        ],
                        max_length=12,
                    ),
                ),
                ("time_raw", models.TextField(blank=True)),
                ("minute", models.PositiveSmallIntegerField(default=1440)),
                ("sequence", models.DecimalField(decimal_places=3, default=0, max_digits=10)),
                ("ref", models.TextField(blank=True)),
                ("source", models.TextField(blank=True)),
                ("event", models.TextField()),
                ("present", models.TextField(blank=True)),
                ("child_seen", models.BooleanField(null=True)),
                ("child_seen_from", models.CharField(blank=True, max_length=10)),
                ("child_seen_because", models.CharField(blank=True, max_length=250)),
                ("seen_alone", models.BooleanField(null=True)),
                ("child_heard", models.BooleanField(null=True)),
                ("child_voice", models.TextField(blank=True)),
                ("is_missed", models.BooleanField(default=False)),
                ("action", models.TextField(blank=True)),
                ("comment", models.TextField(blank=True)),
                ("significance", models.PositiveSmallIntegerField(null=True)),
                (
                    "other",
                    models.JSONField(
                        blank=True,
                        default=dict,
                        encoder=django.core.serializers.json.DjangoJSONEncoder,
                    ),
                ),
                ("flags", models.JSONField(blank=True, default=list)),
                ("is_note", models.BooleanField(default=False)),
                ("recorded_at", models.DateTimeField()),
                ("changed_at", models.DateTimeField(null=True)),
                ("withdrawn_at", models.DateTimeField(null=True)),
                ("version", models.PositiveIntegerField(default=1)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entries",
                        to="boards.agency",
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entries",
                        to="reviews.review",
                    ),
                ),
                (
                    "written_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "questions",
                    models.ManyToManyField(
                        blank=True, related_name="entries", to="chronology.keyquestion"
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "entries",
                "ordering": ("date_start", "minute", "sequence", "id"),
                "indexes": [
                    models.Index(
                        condition=models.Q(("is_note", False), ("withdrawn_at", None)),
                        fields=[
                            "review",
                            "date_start",
                            "minute",
                            "sequence",
                            "id",
                            "date_end",
                            "precision",
                            "is_note",
                            "withdrawn_at",
                        ],
                        name="entry_in_order",
                    ),
                    models.Index(
                        condition=models.Q(("is_note", False), ("withdrawn_at", None)),
                        fields=[
                            "review",
                            "agency",
                            "date_start",
                            "date_end",
                            "precision",
                            "is_note",
                            "withdrawn_at",
                        ],
                        name="entry_of_agency",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("date_end__gte", models.F("date_start"))),
                        name="entry_ends_after_it_starts",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("event", ""), _negated=True),
                        name="entry_says_something",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_at", None)),
                        fields=("review", "agency", "key"),
                        name="one_standing_entry_a_row",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ModelTemplate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                ("preamble", models.TextField(blank=True, max_length=10000)),
                ("columns", models.JSONField(default=list)),
                (
                    "detail",
                    models.CharField(
                        choices=[
                            ("date", "Start date"),
                            ("time", "Start date and time"),
                            ("end", "Start and end date"),
                            ("end_time", "Start and end date and time"),
                        ],
                        default="time",
                        max_length=10,
                    ),
                ),
                (
                    "board",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="chronology_templates",
                        to="boards.board",
                    ),
                ),
            ],
            options={
                "ordering": ("name",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("board", "name"), name="one_template_of_a_name"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("board", None)),
                        fields=("name",),
                        name="one_shared_template_of_a_name",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Person",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("code", models.CharField(help_text="person_id of the cast's file", max_length=20)),
                ("pseudonym", models.CharField(max_length=80)),
                ("role", models.CharField(blank=True, max_length=80)),
                (
                    "category",
                    models.CharField(
                        choices=[
                            ("family", "Family or friend"),
                            ("professional", "Professional"),
                            ("place", "Place"),
                        ],
                        max_length=12,
                    ),
                ),
                ("agency_name", models.CharField(blank=True, max_length=120)),
                ("at", models.DateTimeField()),
                (
                    "agency",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="boards.agency",
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
                    "child",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="reviews.child",
                    ),
                ),
                (
                    "entries",
                    models.ManyToManyField(
                        blank=True, related_name="people", to="chronology.entry"
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="cast",
                        to="reviews.review",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "people",
                "ordering": ("review", "category", "pseudonym"),
                "constraints": [
                    models.UniqueConstraint(fields=("review", "code"), name="one_person_a_code")
                ],
            },
        ),
        migrations.CreateModel(
            name="Identifier",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.CharField(max_length=200)),
                ("kind", models.CharField(max_length=30)),
                ("replacement", models.CharField(max_length=80)),
                ("shared_by", models.PositiveSmallIntegerField(default=1)),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="identifiers",
                        to="chronology.person",
                    ),
                ),
            ],
            options={
                "ordering": ("person", "id"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("person", "text", "kind"), name="one_identifier_a_person"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="identifier_says_something",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Release",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "form",
                    models.CharField(
                        choices=[
                            ("docx", "Word"),
                            ("pdf", "PDF"),
                            ("xlsx", "Excel"),
                            ("csv", "CSV"),
                            ("json", "JSON"),
                        ],
                        max_length=5,
                    ),
                ),
                ("is_anonymised", models.BooleanField(default=True)),
                ("query", models.CharField(blank=True, max_length=2000)),
                ("chosen", models.JSONField(default=list)),
                ("rows", models.PositiveIntegerField(default=0)),
                (
                    "also_hidden",
                    models.JSONField(
                        default=list,
                        help_text="What the scan of an earlier copy found, and this one hides.",
                    ),
                ),
                (
                    "leaks",
                    models.JSONField(
                        default=list, encoder=django.core.serializers.json.DjangoJSONEncoder
                    ),
                ),
                ("at", models.DateTimeField()),
                ("prepared_at", models.DateTimeField(null=True)),
                ("override_reason", models.TextField(blank=True, max_length=2000)),
                ("overridden_at", models.DateTimeField(null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "document",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.document",
                    ),
                ),
                (
                    "overridden_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="releases",
                        to="reviews.review",
                    ),
                ),
            ],
            options={
                "ordering": ("-id",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("overridden_at", None), ("overridden_by", None)),
                            models.Q(
                                ("overridden_at__isnull", False),
                                ("overridden_by__isnull", False),
                                models.Q(("override_reason", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="overridden_by_somebody_for_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("overridden_by", None),
                            models.Q(("overridden_by", models.F("by")), _negated=True),
                            _connector="OR",
                        ),
                        name="a_second_person_overrides",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("document", None), ("prepared_at", None)),
                            models.Q(("document__isnull", False), ("prepared_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="prepared_with_its_document",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SameEvent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("proposed", "Proposed"),
                            ("confirmed", "Same event"),
                            ("rejected", "Different events"),
                        ],
                        default="proposed",
                        max_length=10,
                    ),
                ),
                (
                    "score",
                    models.FloatField(
                        help_text="0 to 1; empty where a person made the link.", null=True
                    ),
                ),
                ("reasons", models.JSONField(default=list)),
                ("differences", models.JSONField(default=list)),
                (
                    "standing",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Not looked at"),
                            ("agreed", "Agreed"),
                            ("disputed", "Disputed"),
                        ],
                        max_length=10,
                    ),
                ),
                ("note", models.CharField(blank=True, max_length=1000)),
                ("at", models.DateTimeField()),
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
                    "first",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="chronology.entry",
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="same_events",
                        to="reviews.review",
                    ),
                ),
                (
                    "second",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="chronology.entry",
                    ),
                ),
            ],
            options={
                "ordering": ("-score", "id"),
                "indexes": [
                    models.Index(fields=["review", "status", "-score"], name="same_event_of_review")
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("first", "second"), name="one_link_a_pair"),
                    models.CheckConstraint(
                        condition=models.Q(("first__lt", models.F("second"))), name="pair_in_order"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("status", "proposed"), ("by__isnull", False), _connector="OR"
                        ),
                        name="settled_by_somebody",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="SourceFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("uploaded_at", models.DateTimeField()),
                ("column_roles", models.JSONField(blank=True, default=dict)),
                (
                    "reading",
                    models.JSONField(
                        encoder=django.core.serializers.json.DjangoJSONEncoder, null=True
                    ),
                ),
                ("corrections", models.JSONField(blank=True, default=dict)),
                (
                    "period_from",
                    models.DateField(help_text="First day that it says it covers.", null=True),
                ),
                ("period_to", models.DateField(null=True)),
                ("refusal", models.CharField(blank=True, max_length=1000)),
                ("taken_at", models.DateTimeField(null=True)),
                ("outcome", models.JSONField(blank=True, default=dict)),
                ("discarded_at", models.DateTimeField(null=True)),
                (
                    "chronology",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="files",
                        to="chronology.agencychronology",
                    ),
                ),
                (
                    "document",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.document",
                    ),
                ),
                (
                    "replaces",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="replaced_by",
                        to="chronology.sourcefile",
                    ),
                ),
                (
                    "taken_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "uploaded_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("-id",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("taken_at", None), ("discarded_at", None), _connector="OR"
                        ),
                        name="file_taken_or_discarded",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("taken_at", None), ("taken_by", None)),
                            models.Q(("taken_at__isnull", False), ("taken_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="file_taken_by_somebody",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("taken_at__isnull", False)),
                        fields=("replaces",),
                        name="a_file_is_replaced_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RowProblem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.CharField(max_length=250)),
                ("table", models.CharField(blank=True, max_length=120)),
                ("row", models.PositiveIntegerField()),
                ("reason", models.SlugField(max_length=40)),
                ("fate", models.CharField(max_length=6)),
                ("sentence", models.CharField(max_length=500)),
                ("raw", models.TextField(blank=True)),
                ("settled_at", models.DateTimeField(null=True)),
                (
                    "settled_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "file",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="row_problems",
                        to="chronology.sourcefile",
                    ),
                ),
            ],
            options={
                "ordering": ("file", "id"),
            },
        ),
        migrations.AddField(
            model_name="entry",
            name="file",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="entries",
                to="chronology.sourcefile",
            ),
        ),
        migrations.CreateModel(
            name="Submission",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("at", models.DateTimeField()),
                (
                    "quality",
                    models.PositiveSmallIntegerField(
                        help_text="Of 100, when handed in.", null=True
                    ),
                ),
                ("sent_back_at", models.DateTimeField(null=True)),
                ("sent_back_because", models.TextField(blank=True, max_length=5000)),
                ("again_by_on", models.DateField(null=True)),
                ("accepted_at", models.DateTimeField(null=True)),
                (
                    "accepted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                (
                    "chronology",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="submissions",
                        to="chronology.agencychronology",
                    ),
                ),
                (
                    "sent_back_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("chronology", "number"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("chronology", "number"), name="one_submission_a_round"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("sent_back_at", None),
                                ("sent_back_because", ""),
                                ("sent_back_by", None),
                            ),
                            models.Q(
                                ("sent_back_at__isnull", False),
                                ("sent_back_by__isnull", False),
                                models.Q(("sent_back_because", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="sent_back_by_somebody_for_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("accepted_at", None), ("accepted_by", None)),
                            models.Q(
                                ("accepted_at__isnull", False), ("accepted_by__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="accepted_by_somebody_at_some_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("accepted_at", None),
                            ("sent_back_at", None),
                            ("sent_back_at__gte", models.F("accepted_at")),
                            _connector="OR",
                        ),
                        name="accepted_is_not_after_sent_back",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("accepted_by", None),
                            models.Q(("accepted_by", models.F("by")), _negated=True),
                            _connector="OR",
                        ),
                        name="nobody_accepts_what_they_handed_in",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Theme",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=80)),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="themes",
                        to="reviews.review",
                    ),
                ),
            ],
            options={
                "ordering": ("review", "name"),
                "constraints": [
                    models.UniqueConstraint(fields=("review", "name"), name="one_theme_of_a_name")
                ],
            },
        ),
        migrations.AddField(
            model_name="entry",
            name="themes",
            field=models.ManyToManyField(blank=True, related_name="entries", to="chronology.theme"),
        ),
        migrations.CreateModel(
            name="TypedRow",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveIntegerField()),
                ("token", models.CharField(max_length=40)),
                ("sequence", models.DecimalField(decimal_places=3, max_digits=10)),
                ("cells", models.JSONField(default=dict)),
                ("problems", models.JSONField(blank=True, default=dict)),
                ("remarks", models.JSONField(blank=True, default=dict)),
                ("is_complete", models.BooleanField(default=False)),
                ("version", models.PositiveIntegerField(default=1)),
                ("at", models.DateTimeField()),
                ("removed_at", models.DateTimeField(null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "chronology",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="typed_rows",
                        to="chronology.agencychronology",
                    ),
                ),
                (
                    "entry",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="typed",
                        to="chronology.entry",
                    ),
                ),
            ],
            options={
                "ordering": ("sequence", "id"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("chronology", "number"), name="one_typed_row_of_a_number"
                    ),
                    models.UniqueConstraint(
                        fields=("chronology", "token"), name="one_typed_row_a_token"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Unlisted",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.CharField(max_length=200)),
                ("kind", models.CharField(max_length=30)),
                ("count", models.PositiveIntegerField()),
                ("first_key", models.CharField(max_length=250)),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Not looked at"),
                            ("listed", "In the cast"),
                            ("ordinary", "Ordinary words"),
                        ],
                        max_length=10,
                    ),
                ),
                ("at", models.DateTimeField(null=True)),
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
                    "likely",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="chronology.person",
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="unlisted",
                        to="reviews.review",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "unlisted names",
                "ordering": ("-count", "text"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("review", "text"), name="one_unlisted_name_a_review"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", ""), ("at", None), ("by", None)),
                            models.Q(
                                models.Q(("answer", ""), _negated=True),
                                ("at__isnull", False),
                                ("by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="unlisted_answered_by_somebody",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Work",
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
                            ("read", "Reading the file"),
                            ("take", "Taking the rows in"),
                            ("match", "Looking for accounts of the same event"),
                            ("name", "Finding people in the text"),
                            ("export", "Preparing the copy"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "subject_id",
                    models.BigIntegerField(default=0, help_text="The file or release, or nought."),
                ),
                ("asked_at", models.DateTimeField()),
                ("held_until", models.DateTimeField(null=True)),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("done", models.PositiveIntegerField(default=0)),
                ("total", models.PositiveIntegerField(default=0)),
                ("ended_at", models.DateTimeField(null=True)),
                ("failure", models.CharField(blank=True, max_length=1000)),
                (
                    "asked_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="works",
                        to="reviews.review",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "works",
                "ordering": ("-id",),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None)),
                        fields=("review", "kind", "subject_id"),
                        name="one_work_of_a_kind_at_a_time",
                    )
                ],
            },
        ),
    ]
