import uuid

import django.core.serializers.json
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.text
import django.db.models.lookups
import django_fsm
from django.conf import settings
from django.db import migrations, models

import reviews.fields
import reviews.models.deciding
import reviews.models.facts
import reviews.models.reviewing


class Migration(migrations.Migration):
    replaces = [
        ("reviews", "0001_initial"),
        ("reviews", "0002_incidentdraft"),
        ("reviews", "0003_past_reviews_file"),
        ("reviews", "0004_bank_holiday"),
        ("reviews", "0005_owed_indexes"),
        ("reviews", "0006_commission_sent_back"),
        ("reviews", "0007_case_documents"),
        ("reviews", "0008_terms_of_reference"),
        ("reviews", "0009_terms_questions_in_rows"),
        ("reviews", "0010_terms_agreed_for_good"),
        ("reviews", "0011_people"),
        ("reviews", "0012_hand_over"),
        ("reviews", "0013_absence"),
        ("reviews", "0014_scoping_to_submission"),
        ("reviews", "0015_evaluation"),
        ("reviews", "0016_publication"),
    ]

    initial = True

    dependencies = [
        ("boards", "0003_open_seats"),
        ("records", "0004_scanning"),
    ]

    operations = [
        migrations.CreateModel(
            name="AgendaItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("title", models.CharField(max_length=200)),
                ("lead", models.CharField(blank=True, max_length=120)),
                ("minutes", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "is_actions",
                    models.BooleanField(
                        default=False,
                        help_text="The actions of earlier meetings that are still open come up here.",
                    ),
                ),
            ],
            options={
                "ordering": ("position", "id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("title", ""), _negated=True),
                        name="agenda_item_has_a_title",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Appointment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "post",
                    models.CharField(
                        choices=[
                            ("panel_chair", "Independent panel chair"),
                            ("overview_author", "Independent overview author"),
                            ("panel_member", "Panel member"),
                        ],
                        max_length=16,
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                ("folded_name", models.CharField(editable=False, max_length=240)),
                ("job_title", models.CharField(blank=True, max_length=120)),
                ("employer", models.CharField(max_length=120)),
                ("independence", models.TextField(blank=True, max_length=2000)),
                ("appointed_on", models.DateField()),
                ("ended_on", models.DateField(blank=True, null=True)),
                ("ended_because", models.CharField(blank=True, max_length=500)),
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
                    "user",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="appointments",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("post", "id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("post", "panel_member"),
                            models.Q(("independence", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="chair_and_author_state_independence",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("post", "panel_member"), _negated=True),
                            models.Q(("job_title", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="panel_member_has_a_job_title",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("folded_name", ""), _negated=True),
                        name="appointed_by_name",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_on", None),
                            ("ended_on__gte", models.F("appointed_on")),
                            _connector="OR",
                        ),
                        name="appointment_ends_after_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ended_because", ""), ("ended_on", None)),
                            models.Q(
                                ("ended_on__isnull", False),
                                models.Q(("ended_because", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="appointment_ends_with_a_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="CaseDocument",
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
                            ("terms", "Terms of reference"),
                            ("imr", "Individual management review"),
                            ("health_overview", "Health overview report"),
                            ("paper", "Paper for a meeting"),
                            ("minutes", "Minutes"),
                            ("overview", "Overview report"),
                            ("summary", "Executive summary"),
                            ("action_plan", "Action plan"),
                            ("chronology", "Integrated chronology"),
                            ("letter", "Letter"),
                            ("other", "Other document"),
                        ],
                        max_length=16,
                    ),
                ),
                ("title", models.CharField(max_length=200)),
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("kind", "id"),
            },
        ),
        migrations.CreateModel(
            name="Commission",
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
                            ("check", "Agency check"),
                            ("chronology", "Chronology"),
                            ("imr", "Chronology and individual management review"),
                            ("health_overview", "Health overview report"),
                            ("accuracy", "Factual accuracy check"),
                        ],
                        max_length=16,
                    ),
                ),
                ("round", models.PositiveSmallIntegerField(default=1)),
                ("asked_on", models.DateField()),
                ("due_on", models.DateField()),
                ("returned_on", models.DateField(blank=True, null=True)),
                ("answer", models.TextField(blank=True, max_length=20000)),
                ("sent_back_on", models.DateField(blank=True, null=True)),
                ("waived_on", models.DateField(blank=True, null=True)),
                ("waived_because", models.CharField(blank=True, max_length=500)),
                ("at", models.DateTimeField()),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="commissions",
                        to="boards.agency",
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
                    "returned_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("due_on", "agency__name"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("due_on__gte", models.F("asked_on"))),
                        name="commission_due_after_asked",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("returned_on", None),
                            ("returned_on__gte", models.F("asked_on")),
                            _connector="OR",
                        ),
                        name="commission_returned_after_asked",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("returned_on", None), ("waived_on", None), _connector="OR"
                        ),
                        name="commission_returned_or_waived",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("waived_on", None),
                            models.Q(("waived_because", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="waived_with_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("sent_back_on", None),
                            ("due_on__gte", models.F("sent_back_on")),
                            _connector="OR",
                        ),
                        name="due_again_after_sent_back",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Deadline",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("round", models.PositiveSmallIntegerField()),
                ("kind", models.CharField(max_length=30)),
                ("name", models.CharField(max_length=120)),
                ("guidance", models.CharField(blank=True, max_length=10)),
                ("trigger", models.CharField(max_length=30)),
                ("trigger_on", models.DateField()),
                ("original_due_on", models.DateField()),
                ("computed_on", models.DateField()),
                ("due_on", models.DateField()),
                ("act_by", models.DateField()),
                ("version", models.PositiveSmallIntegerField(default=1)),
                ("is_open", models.BooleanField(default=True)),
                ("met_on", models.DateField(blank=True, null=True)),
                ("ended_because", models.CharField(blank=True, max_length=200)),
                (
                    "commission",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deadline",
                        to="reviews.commission",
                    ),
                ),
            ],
            options={
                "ordering": ("due_on", "id"),
                "indexes": [
                    models.Index(
                        condition=models.Q(("is_open", True), ("version__gt", 1)),
                        fields=["id"],
                        name="owed_and_moved",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("is_open", False),
                            models.Q(("ended_because", ""), ("met_on", None)),
                            _connector="OR",
                        ),
                        name="open_deadline_is_neither_met_nor_ended",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("act_by__lte", models.F("due_on"))),
                        name="act_by_not_after_due",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Declaration",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "is_involved",
                    models.BooleanField(
                        help_text="With the child, the family or the case, or as a line manager of it."
                    ),
                ),
                (
                    "has_interest",
                    models.BooleanField(help_text="Any other interest that bears on the review."),
                ),
                ("particulars", models.TextField(blank=True, max_length=5000)),
                ("keeps_confidence", models.BooleanField()),
                ("signed_on", models.DateField()),
                ("at", models.DateTimeField()),
                (
                    "appointment",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="declarations",
                        to="reviews.appointment",
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
                "ordering": ("id",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("has_interest", False), ("is_involved", False)),
                            models.Q(("particulars", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="conflict_declared_with_particulars",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("keeps_confidence", True)),
                        name="declared_with_confidentiality",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Acceptance",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reasons", models.TextField(max_length=5000)),
                ("mitigation", models.TextField(max_length=5000)),
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
                    "declaration",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="acceptance",
                        to="reviews.declaration",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reasons", ""), _negated=True),
                            models.Q(("mitigation", ""), _negated=True),
                        ),
                        name="conflict_accepted_with_reasons_and_mitigation",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="DocumentVersion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("note", models.CharField(blank=True, max_length=300)),
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
                    "document",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="versions",
                        to="reviews.casedocument",
                    ),
                ),
                (
                    "file",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.document",
                    ),
                ),
            ],
            options={
                "ordering": ("number",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("document", "number"), name="one_document_version"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Contribution",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(default=1)),
                ("author_name", models.CharField(blank=True, max_length=120)),
                ("author_job_title", models.CharField(blank=True, max_length=120)),
                ("was_involved", models.BooleanField(null=True)),
                ("managed_the_involved", models.BooleanField(null=True)),
                ("records_secured_on", models.DateField(null=True)),
                ("from_on", models.DateField(null=True)),
                ("to_on", models.DateField(null=True)),
                ("context", models.TextField(blank=True, max_length=5000)),
                ("documents_seen", models.TextField(blank=True, max_length=5000)),
                (
                    "interviews",
                    models.TextField(blank=True, help_text="A job title a line.", max_length=5000),
                ),
                ("makes_no_recommendations", models.BooleanField(default=False)),
                ("signatory_name", models.CharField(blank=True, max_length=120)),
                ("signatory_post", models.CharField(blank=True, max_length=120)),
                ("signed_on", models.DateField(null=True)),
                ("has_signed_page", models.BooleanField(default=False)),
                ("saved_at", models.DateTimeField()),
                ("submitted_at", models.DateTimeField(null=True)),
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
                    "commission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contributions",
                        to="reviews.commission",
                    ),
                ),
                (
                    "file",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.document",
                    ),
                ),
                (
                    "saved_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                (
                    "signed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "report",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="reviews.documentversion",
                    ),
                ),
            ],
            options={
                "ordering": ("commission", "number"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("commission", "number"), name="one_contribution_a_round"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("submitted_at", None)),
                        fields=("commission",),
                        name="one_contribution_under_way",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("from_on", None),
                            ("to_on", None),
                            ("to_on__gte", models.F("from_on")),
                            _connector="OR",
                        ),
                        name="contribution_period_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("signatory_name", ""),
                            django.db.models.expressions.NegatedExpression(
                                django.db.models.lookups.Exact(
                                    django.db.models.functions.text.Lower("author_name"),
                                    django.db.models.functions.text.Lower("signatory_name"),
                                )
                            ),
                            _connector="OR",
                        ),
                        name="author_does_not_sign_off",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("signed_by", None),
                            models.Q(("signed_by", models.F("saved_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="nobody_signs_off_what_they_wrote",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("signed_by", None), ("signed_on", None)),
                            models.Q(
                                ("signed_on__isnull", False),
                                models.Q(("signatory_name", ""), _negated=True),
                                models.Q(("signatory_post", ""), _negated=True),
                                models.Q(
                                    ("signed_by__isnull", False),
                                    ("has_signed_page", True),
                                    _connector="OR",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="signed_off_by_name_and_post",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("submitted_at", None), ("submitted_by", None)),
                            models.Q(
                                ("report__isnull", False),
                                ("signed_on__isnull", False),
                                ("submitted_at__isnull", False),
                                ("submitted_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="submitted_with_report_and_sign_off",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("submitted_at", None),
                            models.Q(
                                ("managed_the_involved__isnull", False),
                                ("was_involved__isnull", False),
                                ("managed_the_involved", False),
                                ("was_involved", False),
                                models.Q(("author_name", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="submitted_by_an_independent_author",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("sent_back_at", None),
                                ("sent_back_because", ""),
                                ("sent_back_by", None),
                            ),
                            models.Q(
                                ("again_by_on__isnull", False),
                                ("sent_back_at__isnull", False),
                                ("sent_back_by__isnull", False),
                                ("submitted_at__isnull", False),
                                models.Q(("sent_back_because", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="contribution_sent_back_for_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("accepted_at", None), ("accepted_by", None)),
                            models.Q(
                                ("accepted_at__isnull", False),
                                ("accepted_by__isnull", False),
                                ("sent_back_at", None),
                                ("submitted_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="accepted_while_with_the_board",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("accepted_by", None),
                            models.Q(("accepted_by", models.F("submitted_by")), _negated=True),
                            _connector="OR",
                        ),
                        name="nobody_accepts_their_contribution",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AgendaPaper",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="papers",
                        to="reviews.agendaitem",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="reviews.documentversion",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("item", "version"), name="one_paper_an_agenda_item"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Evaluation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("submitted_on", models.DateField(blank=True, null=True)),
                ("evaluated_on", models.DateField(blank=True, null=True)),
                (
                    "grade",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("outstanding", "Outstanding"),
                            ("good", "Good"),
                            ("adequate", "Adequate"),
                            ("inadequate", "Inadequate"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "narrative",
                    models.TextField(
                        blank=True,
                        help_text="What the letter says of the review as a whole.",
                        max_length=10000,
                    ),
                ),
                ("letter_reference", models.CharField(blank=True, max_length=60)),
                ("recorded_at", models.DateTimeField(blank=True, null=True)),
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
                    "letter",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.document",
                    ),
                ),
                (
                    "recorded_by",
                    models.ForeignKey(
                        blank=True,
                        help_text="Who recorded the letter; nobody where the grade was brought in.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("number",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("evaluated_on", None),
                            models.Q(("grade", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="evaluated_with_a_grade",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("evaluated_on", None),
                            ("submitted_on", None),
                            ("evaluated_on__gte", models.F("submitted_on")),
                            _connector="OR",
                        ),
                        name="evaluated_after_submitted",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("recorded_at", None), ("recorded_by", None)),
                            models.Q(
                                ("recorded_at__isnull", False), ("recorded_by__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="evaluation_recorded_by_and_at",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("grade", ""), _negated=True),
                            models.Q(("letter", None), ("narrative", ""), ("recorded_at", None)),
                            _connector="OR",
                        ),
                        name="letter_recorded_with_a_grade",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ElementGrade",
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
                            ("overview", "Overview report"),
                            ("summary", "Executive summary"),
                            ("action_plan", "Action plan"),
                            ("health_overview", "Health overview report"),
                            ("imr", "Individual management review"),
                        ],
                        max_length=16,
                    ),
                ),
                (
                    "position",
                    models.PositiveSmallIntegerField(
                        default=0,
                        help_text="Its place in the set; 0 where the set is older than the portal.",
                    ),
                ),
                ("agency_name", models.CharField(blank=True, max_length=200)),
                (
                    "grade",
                    models.CharField(
                        choices=[
                            ("outstanding", "Outstanding"),
                            ("good", "Good"),
                            ("adequate", "Adequate"),
                            ("inadequate", "Inadequate"),
                        ],
                        max_length=12,
                    ),
                ),
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
                    "evaluation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="elements",
                        to="reviews.evaluation",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("evaluation", "kind", "position"), name="one_grade_an_element"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("grade__in", ["outstanding", "good", "adequate", "inadequate"]),
                            (
                                "kind__in",
                                ["overview", "summary", "action_plan", "health_overview", "imr"],
                            ),
                        ),
                        name="element_and_grade_are_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Extension",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("from_due_on", models.DateField()),
                ("to_due_on", models.DateField()),
                ("reason", models.TextField(max_length=2000)),
                ("authority", models.CharField(max_length=200)),
                ("told", models.CharField(blank=True, max_length=300)),
                ("agreed_on", models.DateField()),
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="extensions",
                        to="reviews.deadline",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("to_due_on__gt", models.F("from_due_on"))),
                        name="extension_moves_forward",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="extension_has_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FinalSet",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                (
                    "standing",
                    models.CharField(
                        choices=[
                            ("open", "With the board"),
                            ("agreed", "Agreed"),
                            ("sent_back", "Sent back"),
                            ("lapsed", "Lapsed: the review ended first"),
                        ],
                        default="open",
                        max_length=10,
                    ),
                ),
                ("guidance", models.CharField(max_length=10)),
                (
                    "digest",
                    models.CharField(
                        help_text="SHA-256 over what each document is and its checksum, in order.",
                        max_length=64,
                    ),
                ),
                ("put_at", models.DateTimeField()),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                ("agreed_on", models.DateField(blank=True, null=True)),
                ("statement", models.TextField(blank=True, max_length=5000)),
                ("reasons", models.TextField(blank=True, max_length=10000)),
                (
                    "closed_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "put_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("number",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("standing__in", ["open", "agreed", "sent_back", "lapsed"])
                        ),
                        name="final_set_standing_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("closed_at", None), ("closed_by", None), ("standing", "open")
                            ),
                            models.Q(
                                models.Q(("standing", "open"), _negated=True),
                                ("closed_at__isnull", False),
                                ("closed_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="final_set_closed_at_and_by",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("closed_at", None),
                            ("closed_at__gte", models.F("put_at")),
                            _connector="OR",
                        ),
                        name="final_set_closed_after_put",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("agreed_on__isnull", False), ("standing", "agreed")),
                            models.Q(
                                models.Q(("standing", "agreed"), _negated=True), ("agreed_on", None)
                            ),
                            _connector="OR",
                        ),
                        name="agreed_set_has_its_day",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="evaluation",
            name="final_set",
            field=models.OneToOneField(
                blank=True,
                help_text="What was submitted; none where the submission is older than the portal.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="evaluation",
                to="reviews.finalset",
            ),
        ),
        migrations.CreateModel(
            name="FinalSetItem",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("terms", "Terms of reference"),
                            ("imr", "Individual management review"),
                            ("health_overview", "Health overview report"),
                            ("paper", "Paper for a meeting"),
                            ("minutes", "Minutes"),
                            ("overview", "Overview report"),
                            ("summary", "Executive summary"),
                            ("action_plan", "Action plan"),
                            ("chronology", "Integrated chronology"),
                            ("letter", "Letter"),
                            ("other", "Other document"),
                        ],
                        max_length=16,
                    ),
                ),
                ("title", models.CharField(max_length=200)),
                ("agency_name", models.CharField(blank=True, max_length=200)),
                ("number", models.PositiveSmallIntegerField()),
                ("sha256", models.CharField(max_length=64)),
                ("size", models.PositiveBigIntegerField()),
                ("reason", models.TextField(blank=True, max_length=5000)),
                (
                    "agency",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="boards.agency",
                    ),
                ),
                (
                    "final_set",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="items",
                        to="reviews.finalset",
                    ),
                ),
                (
                    "version",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="reviews.documentversion",
                    ),
                ),
            ],
            options={
                "ordering": ("position",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("final_set", "position"), name="one_final_set_item_a_position"
                    ),
                    models.UniqueConstraint(
                        fields=("final_set", "version"), name="a_version_once_in_a_final_set"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("sha256", ""), _negated=True),
                        name="final_set_item_has_a_checksum",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="HeadingJudgement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("heading", models.CharField(max_length=30)),
                (
                    "grade",
                    models.CharField(
                        choices=[
                            ("outstanding", "Outstanding"),
                            ("good", "Good"),
                            ("adequate", "Adequate"),
                            ("inadequate", "Inadequate"),
                        ],
                        max_length=12,
                    ),
                ),
                ("narrative", models.TextField(max_length=10000)),
                (
                    "evaluation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="headings",
                        to="reviews.evaluation",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("evaluation", "heading"), name="one_judgement_a_heading"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("grade__in", ["outstanding", "good", "adequate", "inadequate"]),
                            models.Q(("narrative", ""), _negated=True),
                        ),
                        name="judgement_has_grade_and_narrative",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Incident",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "harm",
                    models.CharField(
                        choices=[
                            ("death", "A child died"),
                            ("serious_harm", "A child was seriously harmed"),
                            ("not_known", "Not known"),
                        ],
                        max_length=12,
                    ),
                ),
                ("logged_at", models.DateTimeField()),
                ("referrer_name", models.CharField(blank=True, max_length=120)),
                ("referrer_role", models.CharField(blank=True, max_length=120)),
                ("referrer_agency", models.CharField(blank=True, max_length=120)),
                ("referrer_contact", models.CharField(blank=True, max_length=200)),
                ("referral_on", models.DateField(blank=True, null=True)),
                (
                    "is_referral_signed",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "Yes"), ("no", "No"), ("not_known", "Not known")],
                        max_length=9,
                    ),
                ),
                (
                    "dates_not_known",
                    models.JSONField(
                        blank=True,
                        default=list,
                        help_text="Names of the events whose date nobody knew.",
                    ),
                ),
                ("happened_time", models.CharField(blank=True, max_length=40)),
                ("place", models.CharField(blank=True, max_length=200)),
                ("whereabouts", models.TextField(blank=True, max_length=2000)),
                ("carer", models.CharField(blank=True, max_length=200)),
                ("narrative", models.TextField(blank=True, max_length=20000)),
                ("guidance", models.CharField(blank=True, max_length=10)),
                ("reasons", models.JSONField(blank=True, default=list)),
                (
                    "likelihood",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("confirmed", "Meets the criteria"),
                            ("possible", "May meet the criteria"),
                            ("not_known", "Not known"),
                        ],
                        max_length=10,
                    ),
                ),
                ("reason_notes", models.TextField(blank=True, max_length=5000)),
                ("immediate_safeguarding", models.TextField(blank=True, max_length=5000)),
                (
                    "files_secured",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "Yes"), ("no", "No"), ("not_known", "Not known")],
                        max_length=9,
                    ),
                ),
                (
                    "police_investigation",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "Yes"), ("no", "No"), ("not_known", "Not known")],
                        max_length=9,
                    ),
                ),
                ("police_details", models.TextField(blank=True, max_length=2000)),
                (
                    "court_or_inquest",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "Yes"), ("no", "No"), ("not_known", "Not known")],
                        max_length=9,
                    ),
                ),
                ("court_details", models.TextField(blank=True, max_length=2000)),
                (
                    "media_interest",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "Yes"), ("no", "No"), ("not_known", "Not known")],
                        max_length=9,
                    ),
                ),
                ("media_handling", models.TextField(blank=True, max_length=2000)),
                ("is_urgent", models.BooleanField(default=False)),
                (
                    "board",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="incidents",
                        to="boards.board",
                    ),
                ),
                (
                    "logged_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("-logged_at",),
                "indexes": [models.Index(fields=["board", "-logged_at"], name="incident_board")],
            },
        ),
        migrations.CreateModel(
            name="FamilyMember",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                ("relationship", models.CharField(blank=True, max_length=80)),
                ("born", reviews.fields.PartialDateField(blank=True, null=True)),
                ("address", models.CharField(blank=True, max_length=300)),
                ("legal_status", models.CharField(blank=True, max_length=80)),
                ("ethnicity", models.CharField(blank=True, max_length=40)),
                (
                    "on_plan",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "Yes"), ("no", "No"), ("not_known", "Not known")],
                        max_length=9,
                    ),
                ),
                (
                    "incident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="family",
                        to="reviews.incident",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="Child",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("position", models.PositiveSmallIntegerField()),
                ("name", models.CharField(blank=True, max_length=120)),
                ("born", reviews.fields.PartialDateField(blank=True, null=True)),
                ("died", reviews.fields.PartialDateField(blank=True, null=True)),
                (
                    "outcome",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("died", "Died"),
                            ("harmed", "Seriously harmed"),
                            ("other", "Involved, not harmed"),
                            ("not_known", "Not known"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "gender",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("female", "Female"),
                            ("male", "Male"),
                            ("other", "In another way"),
                            ("not_known", "Not known"),
                        ],
                        max_length=10,
                    ),
                ),
                ("ethnicity", models.CharField(blank=True, max_length=40)),
                (
                    "disability",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "Yes"), ("no", "No"), ("not_known", "Not known")],
                        max_length=9,
                    ),
                ),
                ("disability_details", models.CharField(blank=True, max_length=300)),
                ("address", models.CharField(blank=True, max_length=300)),
                (
                    "placement",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("parents", "With parents"),
                            ("kin", "With relatives or friends"),
                            ("foster", "Foster care"),
                            ("childrens_home", "Children's home"),
                            ("residential_school", "Residential school"),
                            ("secure", "Secure unit or young offender institution"),
                            ("hospital", "Hospital"),
                            ("adoptive", "Adoptive placement"),
                            ("independent", "Living independently"),
                            ("not_known", "Not known"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "legal_status",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("none", "None"),
                            ("s20", "Accommodated under section 20"),
                            ("ico", "Interim care order"),
                            ("co", "Full care order"),
                            ("epo", "Emergency protection order"),
                            ("police_protection", "Police protection"),
                            ("remand", "Remand"),
                            ("placement_order", "Placement order"),
                            ("mha", "Detained under the Mental Health Act"),
                            ("not_known", "Not known"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "on_plan",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "Yes"), ("no", "No"), ("not_known", "Not known")],
                        max_length=9,
                    ),
                ),
                (
                    "was_on_plan",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "Yes"), ("no", "No"), ("not_known", "Not known")],
                        max_length=9,
                    ),
                ),
                (
                    "plan_category",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("neglect", "Neglect"),
                            ("physical", "Physical abuse"),
                            ("sexual", "Sexual abuse"),
                            ("emotional", "Emotional abuse"),
                            ("multiple", "More than one category"),
                            ("not_known", "Not known"),
                        ],
                        max_length=10,
                    ),
                ),
                ("plan_history", models.CharField(blank=True, max_length=300)),
                (
                    "in_need",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "Yes"), ("no", "No"), ("not_known", "Not known")],
                        max_length=9,
                    ),
                ),
                (
                    "looked_after",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "Yes"), ("no", "No"), ("not_known", "Not known")],
                        max_length=9,
                    ),
                ),
                (
                    "known_to_social_care",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "Yes"), ("no", "No"), ("not_known", "Not known")],
                        max_length=9,
                    ),
                ),
                ("siblings", models.CharField(blank=True, max_length=300)),
                (
                    "incident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="children",
                        to="reviews.incident",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "children",
                "ordering": ("incident", "position"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("incident", "position"), name="child_position_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="IncidentDraft",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                (
                    "version",
                    models.PositiveIntegerField(
                        default=0, help_text="Counts every change of a page."
                    ),
                ),
                ("started_at", models.DateTimeField()),
                ("saved_at", models.DateTimeField()),
                ("submitted_at", models.DateTimeField(blank=True, null=True)),
                (
                    "board",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="drafts",
                        to="boards.board",
                    ),
                ),
                (
                    "saved_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "started_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "submitted_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("-saved_at",),
            },
        ),
        migrations.CreateModel(
            name="DraftPage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("group", models.SlugField(max_length=30)),
                (
                    "item",
                    models.SlugField(
                        blank=True, help_text="Empty where there is but one.", max_length=20
                    ),
                ),
                ("version", models.PositiveIntegerField()),
                ("values", models.JSONField(default=dict)),
                ("saved_at", models.DateTimeField()),
                (
                    "saved_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "draft",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="pages",
                        to="reviews.incidentdraft",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("draft", "group", "item"), name="draft_page_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="InvolvedProfessional",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(blank=True, max_length=120)),
                ("agency_name", models.CharField(blank=True, max_length=120)),
                ("contact", models.CharField(blank=True, max_length=200)),
                (
                    "is_still_involved",
                    models.CharField(
                        blank=True,
                        choices=[("yes", "Yes"), ("no", "No"), ("not_known", "Not known")],
                        max_length=9,
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        to="boards.agency",
                    ),
                ),
                (
                    "incident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="professionals",
                        to="reviews.incident",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("agency", None), ("agency_name", ""), _negated=True),
                        name="professional_has_agency",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="KeyDate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("when", models.CharField(max_length=60)),
                ("text", models.CharField(max_length=1000)),
                (
                    "incident",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="key_dates",
                        to="reviews.incident",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
            },
        ),
        migrations.CreateModel(
            name="LibraryQuestion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.CharField(max_length=1000)),
                ("at", models.DateTimeField()),
                ("removed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "board",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="library_questions",
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
                (
                    "removed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("text",),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("removed_at", None)),
                        fields=("board", "text"),
                        name="one_library_question_a_board",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="library_question_says_something",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("removed_at", None), ("removed_by", None)),
                            models.Q(("removed_at__isnull", False), ("removed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="library_question_removed_at_and_by",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Meeting",
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
                            ("sub_committee", "Sub-committee meeting"),
                            ("scoping", "Scoping meeting"),
                            ("panel", "Panel meeting"),
                            ("briefing", "Agency briefing"),
                            ("ratification", "Board meeting to agree the report"),
                            ("learning", "Learning event"),
                        ],
                        max_length=16,
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("on", models.DateField()),
                ("starts", models.TimeField()),
                ("ends", models.TimeField()),
                ("place", models.CharField(blank=True, max_length=200)),
                ("link", models.URLField(blank=True, max_length=500)),
                ("chair", models.CharField(max_length=120)),
                ("sequence", models.PositiveSmallIntegerField(default=0)),
                ("quoracy", models.CharField(blank=True, max_length=500)),
                ("cancelled_at", models.DateTimeField(null=True)),
                ("cancelled_because", models.CharField(blank=True, max_length=500)),
                ("at", models.DateTimeField()),
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
                "ordering": ("on", "starts", "id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "kind__in",
                                [
                                    "sub_committee",
                                    "scoping",
                                    "panel",
                                    "briefing",
                                    "ratification",
                                    "learning",
                                ],
                            )
                        ),
                        name="meeting_kind_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("ends__gt", models.F("starts"))),
                        name="meeting_ends_after_it_starts",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("place", ""), _negated=True),
                            models.Q(("link", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="meeting_has_a_place_or_a_link",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("cancelled_at", None), ("cancelled_because", "")),
                            models.Q(
                                ("cancelled_at__isnull", False),
                                models.Q(("cancelled_because", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="meeting_cancelled_with_a_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Invitee",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                ("job_title", models.CharField(blank=True, max_length=120)),
                ("employer", models.CharField(blank=True, max_length=120)),
                ("email", models.EmailField(blank=True, max_length=254)),
                (
                    "attendance",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("present", "Present"),
                            ("apologies", "Apologies"),
                            ("deputy", "A deputy came"),
                            ("absent", "Absent without apologies"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "deputy",
                    models.CharField(
                        blank=True, help_text="Job title and employer.", max_length=240
                    ),
                ),
                ("uninvited_at", models.DateTimeField(null=True)),
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
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "user",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invitations",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invitees",
                        to="reviews.meeting",
                    ),
                ),
            ],
            options={
                "ordering": ("name", "id"),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("uninvited_at", None), ("user__isnull", False)),
                        fields=("meeting", "user"),
                        name="invited_once_to_a_meeting",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("attendance__in", ["", "present", "apologies", "deputy", "absent"])
                        ),
                        name="attendance_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("attendance", "deputy"), models.Q(("deputy", ""), _negated=True)
                            ),
                            models.Q(
                                models.Q(("attendance", "deputy"), _negated=True), ("deputy", "")
                            ),
                            _connector="OR",
                        ),
                        name="deputy_named_where_one_came",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="agendaitem",
            name="meeting",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="agenda",
                to="reviews.meeting",
            ),
        ),
        migrations.CreateModel(
            name="MeetingAction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("what", models.TextField(max_length=2000)),
                ("who", models.CharField(max_length=120)),
                ("due_on", models.DateField()),
                ("done_on", models.DateField(blank=True, null=True)),
                ("outcome", models.CharField(blank=True, max_length=500)),
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
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="actions",
                        to="reviews.meeting",
                    ),
                ),
            ],
            options={
                "ordering": ("due_on", "id"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("meeting", "number"), name="one_number_an_action"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="MeetingChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sequence", models.PositiveSmallIntegerField()),
                (
                    "change",
                    models.CharField(
                        choices=[
                            ("called", "Called"),
                            ("moved", "Moved"),
                            ("cancelled", "Cancelled"),
                        ],
                        max_length=10,
                    ),
                ),
                ("on", models.DateField()),
                ("starts", models.TimeField()),
                ("ends", models.TimeField()),
                ("place", models.CharField(blank=True, max_length=200)),
                ("link", models.URLField(blank=True, max_length=500)),
                ("because", models.CharField(blank=True, max_length=500)),
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
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="changes",
                        to="reviews.meeting",
                    ),
                ),
            ],
            options={
                "ordering": ("sequence",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("meeting", "sequence"), name="one_change_of_meeting_a_sequence"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("change", "called"),
                            models.Q(("because", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="meeting_changed_with_a_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="MeetingDecision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("text", models.TextField(max_length=2000)),
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
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="reviews.meeting",
                    ),
                ),
            ],
            options={
                "ordering": ("number",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("meeting", "number"), name="one_number_a_decision"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Minutes",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveSmallIntegerField()),
                ("texts", models.JSONField(default=list)),
                ("at", models.DateTimeField()),
                (
                    "agreed_at",
                    models.ForeignKey(
                        help_text="The later meeting that agreed them.",
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agreed",
                        to="reviews.meeting",
                    ),
                ),
                (
                    "agreed_by",
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
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="minutes",
                        to="reviews.meeting",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "minutes",
                "ordering": ("version",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("meeting", "version"), name="one_version_of_minutes"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("agreed_at__isnull", False)),
                        fields=("meeting",),
                        name="one_version_of_minutes_is_agreed",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("agreed_at", None), ("agreed_by", None)),
                            models.Q(("agreed_at__isnull", False), ("agreed_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="minutes_agreed_at_and_by",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PackCopy",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("recipient", models.CharField(max_length=120)),
                ("pages", models.PositiveIntegerField()),
                ("sha256", models.CharField(max_length=64)),
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
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="copies",
                        to="reviews.meeting",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "pack copies",
                "ordering": ("-number",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("meeting", "number"), name="one_number_a_pack_copy"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="PastReviewsFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("content", models.BinaryField(max_length=5242880)),
                ("uploaded_at", models.DateTimeField()),
                ("outcome", models.JSONField(default=dict)),
                ("brought_in_at", models.DateTimeField(null=True)),
                (
                    "board",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="past_files",
                        to="boards.board",
                    ),
                ),
                (
                    "brought_in_by",
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
                            models.Q(("brought_in_at", None), ("brought_in_by", None)),
                            models.Q(
                                ("brought_in_at__isnull", False), ("brought_in_by__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="brought_in_by_somebody_at_some_time",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Proceedings",
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
                            ("criminal", "Criminal proceedings"),
                            ("inquest", "Inquest"),
                            ("care", "Care proceedings"),
                            ("disciplinary", "Disciplinary proceedings"),
                            ("ipcc", "IPCC investigation"),
                            ("ppo", "PPO investigation"),
                            ("mental_health", "Mental health inquiry"),
                            ("dhr", "Domestic homicide review"),
                            ("mappa", "MAPPA serious case review"),
                            ("child_death", "Child death overview panel"),
                            ("other", "Other proceedings"),
                        ],
                        max_length=14,
                    ),
                ),
                (
                    "body",
                    models.CharField(
                        help_text="The court, coroner, force or panel.", max_length=200
                    ),
                ),
                ("their_reference", models.CharField(blank=True, max_length=100)),
                ("contact_name", models.CharField(blank=True, max_length=120)),
                ("contact_role", models.CharField(blank=True, max_length=120)),
                ("contact_phone", models.CharField(blank=True, max_length=40)),
                ("contact_email", models.EmailField(blank=True, max_length=254)),
                (
                    "liaison",
                    models.CharField(
                        blank=True, help_text="Who liaises on our side.", max_length=120
                    ),
                ),
                ("next_on", models.DateField(blank=True, null=True)),
                ("next_what", models.CharField(blank=True, max_length=200)),
                ("expected_end_on", models.DateField(blank=True, null=True)),
                ("at", models.DateTimeField()),
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
                "verbose_name_plural": "proceedings",
                "ordering": ("id",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("body", ""), _negated=True),
                        name="proceedings_have_a_body",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("next_what", ""), ("next_on__isnull", False), _connector="OR"
                        ),
                        name="what_is_next_has_a_day",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Hold",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "what",
                    models.CharField(
                        choices=[
                            ("interviews", "Interviews with staff"),
                            ("family", "Contact with the family"),
                            ("documents", "Sharing of documents"),
                            ("publication", "Publication"),
                        ],
                        max_length=11,
                    ),
                ),
                ("since_on", models.DateField()),
                ("expected_until_on", models.DateField(blank=True, null=True)),
                ("reason", models.TextField(max_length=1000)),
                ("at", models.DateTimeField()),
                ("lifted_on", models.DateField(blank=True, null=True)),
                ("lifted_because", models.TextField(blank=True, max_length=1000)),
                ("lifted_at", models.DateTimeField(blank=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
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
                    "proceedings",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="holds",
                        to="reviews.proceedings",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("lifted_on", None)),
                        fields=("proceedings", "what"),
                        name="one_open_hold_of_a_kind",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="hold_has_a_reason"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("expected_until_on", None),
                            ("expected_until_on__gte", models.F("since_on")),
                            _connector="OR",
                        ),
                        name="hold_expected_until_after_since",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("lifted_on", None),
                            ("lifted_on__gte", models.F("since_on")),
                            _connector="OR",
                        ),
                        name="hold_lifted_after_since",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("lifted_at", None),
                                ("lifted_because", ""),
                                ("lifted_by", None),
                                ("lifted_on", None),
                            ),
                            models.Q(
                                ("lifted_at__isnull", False),
                                ("lifted_by__isnull", False),
                                ("lifted_on__isnull", False),
                                models.Q(("lifted_because", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="hold_lifted_by_somebody_because",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ProceedingsStep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("known", "Known of"),
                            ("under_way", "Under way"),
                            ("concluded", "Concluded"),
                            ("not_proceeding", "Not proceeding"),
                        ],
                        max_length=14,
                    ),
                ),
                ("on", models.DateField()),
                ("note", models.TextField(blank=True, max_length=2000)),
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
                    "proceedings",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="steps",
                        to="reviews.proceedings",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("state__in", ["known", "under_way", "concluded", "not_proceeding"])
                        ),
                        name="proceedings_state_is_known",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="QualityAnswer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("item", models.SlugField(max_length=40)),
                ("heading", models.CharField(max_length=300)),
                (
                    "answer",
                    models.CharField(
                        choices=[("met", "Met"), ("partly", "Partly met"), ("not_met", "Not met")],
                        max_length=8,
                    ),
                ),
                ("comment", models.TextField(blank=True, max_length=2000)),
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
                    "contribution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="quality_answers",
                        to="reviews.contribution",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("contribution", "item"), name="one_quality_answer_an_item"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answer", "met"),
                            models.Q(("comment", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="what_is_lacking_is_said",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Readiness",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveSmallIntegerField()),
                ("on", models.DateField()),
                (
                    "grade",
                    models.CharField(
                        choices=[
                            ("outstanding", "Outstanding"),
                            ("good", "Good"),
                            ("adequate", "Adequate"),
                            ("inadequate", "Inadequate"),
                        ],
                        max_length=12,
                    ),
                ),
                ("reasons", models.TextField(max_length=5000)),
                ("at", models.DateTimeField()),
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
                "verbose_name_plural": "self-assessments",
                "ordering": ("version",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("grade__in", ["outstanding", "good", "adequate", "inadequate"]),
                            models.Q(("reasons", ""), _negated=True),
                        ),
                        name="readiness_has_grade_and_reasons",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="HeadingGrade",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("heading", models.CharField(max_length=30)),
                (
                    "grade",
                    models.CharField(
                        choices=[
                            ("outstanding", "Outstanding"),
                            ("good", "Good"),
                            ("adequate", "Adequate"),
                            ("inadequate", "Inadequate"),
                        ],
                        max_length=12,
                    ),
                ),
                ("reasons", models.TextField(max_length=5000)),
                (
                    "readiness",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="headings",
                        to="reviews.readiness",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("readiness", "heading"), name="one_grade_a_readiness_heading"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("grade__in", ["outstanding", "good", "adequate", "inadequate"]),
                            models.Q(("reasons", ""), _negated=True),
                        ),
                        name="heading_has_grade_and_reasons",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Relative",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                ("relationship", models.CharField(max_length=80)),
                (
                    "involvement",
                    models.CharField(
                        choices=[
                            ("undecided", "Not decided yet"),
                            ("yes", "To be involved"),
                            ("no", "Not to be involved"),
                        ],
                        default="undecided",
                        max_length=9,
                    ),
                ),
                ("not_involved_because", models.TextField(blank=True, max_length=1000)),
                (
                    "way",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("visit", "Visit at home"),
                            ("meeting", "Meeting elsewhere"),
                            ("telephone", "Telephone"),
                            ("letter", "Letter"),
                            ("e_mail", "E-mail"),
                            ("text", "Text message"),
                            ("through", "Through somebody else"),
                        ],
                        max_length=9,
                    ),
                ),
                ("way_details", models.CharField(blank=True, max_length=300)),
                ("language", models.CharField(blank=True, max_length=80)),
                ("interpreter", models.CharField(blank=True, max_length=200)),
                ("advocate", models.CharField(blank=True, max_length=200)),
                ("words", models.TextField(blank=True, max_length=1000)),
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
                    "member",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="reviews.familymember",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("name", ""), _negated=True),
                            models.Q(("relationship", ""), _negated=True),
                        ),
                        name="relative_is_somebody",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("involvement", "no"), _negated=True),
                            models.Q(("not_involved_because", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="not_involved_with_a_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="FamilyContribution",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField()),
                ("words", models.TextField(max_length=20000)),
                ("used", models.TextField(blank=True, max_length=2000)),
                (
                    "saw_draft",
                    models.CharField(
                        choices=[
                            ("not_yet", "Not yet"),
                            ("yes", "Yes"),
                            ("declined", "They did not wish to"),
                        ],
                        default="not_yet",
                        max_length=8,
                    ),
                ),
                ("draft_words", models.TextField(blank=True, max_length=5000)),
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
                    "relative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="contributions",
                        to="reviews.relative",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("words", ""), _negated=True),
                        name="contribution_says_something",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Contact",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField()),
                (
                    "way",
                    models.CharField(
                        choices=[
                            ("visit", "Visit at home"),
                            ("meeting", "Meeting elsewhere"),
                            ("telephone", "Telephone"),
                            ("letter", "Letter"),
                            ("e_mail", "E-mail"),
                            ("text", "Text message"),
                            ("through", "Through somebody else"),
                        ],
                        max_length=9,
                    ),
                ),
                ("made_by", models.CharField(max_length=120)),
                ("said", models.TextField(max_length=20000)),
                ("next_step", models.CharField(blank=True, max_length=300)),
                ("all_the_same", models.TextField(blank=True, max_length=1000)),
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
                    "corrects",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="corrected_by",
                        to="reviews.contact",
                    ),
                ),
                (
                    "with_whom",
                    models.ManyToManyField(related_name="contacts", to="reviews.relative"),
                ),
            ],
            options={
                "ordering": ("-on", "-id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("said", ""), _negated=True),
                            models.Q(("made_by", ""), _negated=True),
                        ),
                        name="contact_says_what_and_by_whom",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Consent",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "about",
                    models.CharField(
                        choices=[
                            ("contributing", "Contributing to the review"),
                            ("records", "Their records being shared with the review"),
                            ("named", "Being named in the report"),
                        ],
                        max_length=12,
                    ),
                ),
                ("asked_on", models.DateField()),
                (
                    "answer",
                    models.CharField(
                        choices=[
                            ("awaited", "Asked, no answer yet"),
                            ("given", "Given"),
                            ("refused", "Refused"),
                            ("withdrawn", "Withdrawn"),
                        ],
                        max_length=9,
                    ),
                ),
                ("answered_on", models.DateField(blank=True, null=True)),
                ("note", models.TextField(blank=True, max_length=1000)),
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
                    "relative",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="consents",
                        to="reviews.relative",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", "awaited"), ("answered_on", None)),
                            models.Q(
                                models.Q(("answer", "awaited"), _negated=True),
                                ("answered_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="consent_answered_on_a_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answered_on", None),
                            ("answered_on__gte", models.F("asked_on")),
                            _connector="OR",
                        ),
                        name="consent_answered_after_asked",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReleaseCopy",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("recipient", models.CharField(max_length=200)),
                ("reason", models.CharField(max_length=500)),
                (
                    "is_for_publication",
                    models.BooleanField(
                        default=False,
                        help_text="It names nobody: for everybody, and for those given such copies.",
                    ),
                ),
                ("expires_on", models.DateField()),
                ("at", models.DateTimeField()),
                ("checked_at", models.DateTimeField(blank=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "checked_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "file",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.document",
                    ),
                ),
                (
                    "source",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="release_copies",
                        to="reviews.documentversion",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "release copies",
                "ordering": ("id",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("checked_by", None),
                            models.Q(("checked_by", models.F("by")), _negated=True),
                            _connector="OR",
                        ),
                        name="release_copy_checked_by_another",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("checked_at", None), ("checked_by", None)),
                            models.Q(("checked_at__isnull", False), ("checked_by__isnull", False)),
                            _connector="OR",
                        ),
                        name="release_copy_checked_by_and_at",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reason", ""), _negated=True),
                            models.Q(("recipient", ""), _negated=True),
                        ),
                        name="release_copy_for_a_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Publication",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("none", "Not begun"),
                            ("held", "Held"),
                            ("redacting", "Being redacted"),
                            ("published", "Published"),
                            ("withheld", "Withheld"),
                        ],
                        max_length=10,
                    ),
                ),
                ("on", models.DateField()),
                ("reason", models.TextField(blank=True, max_length=2000)),
                ("authority", models.CharField(blank=True, max_length=200)),
                (
                    "confirmed",
                    models.CharField(
                        blank=True,
                        help_text="What the rule lets it be withheld for, as confirmed.",
                        max_length=300,
                    ),
                ),
                (
                    "where",
                    models.CharField(
                        blank=True, help_text="Its address, or another place.", max_length=300
                    ),
                ),
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
                    "copies",
                    models.ManyToManyField(
                        help_text="What was published.",
                        related_name="publications",
                        to="reviews.releasecopy",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state__in", ["held", "withheld"]), _negated=True),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="held_and_withheld_have_reasons",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "withheld"), _negated=True),
                            models.Q(("authority", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="withheld_has_authority",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("state", "published"), ("where", ""), _connector="OR"),
                        name="published_alone_is_somewhere",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="NameScan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "result",
                    models.CharField(
                        choices=[
                            ("clear", "No name found"),
                            ("found", "Names found"),
                            ("no_cast", "No cast is recorded"),
                            ("unread", "Cannot be read by the portal"),
                        ],
                        max_length=8,
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(default=0)),
                ("why", models.CharField(blank=True, max_length=300)),
                ("at", models.DateTimeField()),
                ("settled_at", models.DateTimeField(blank=True, null=True)),
                ("settled_because", models.TextField(blank=True, max_length=1000)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "settled_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "copy",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="scans",
                        to="reviews.releasecopy",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("result__in", ["clear", "found", "no_cast", "unread"])),
                        name="scan_result_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("number__gt", 0), ("result", "found")),
                            models.Q(models.Q(("result", "found"), _negated=True), ("number", 0)),
                            _connector="OR",
                        ),
                        name="scan_counts_what_it_found",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("result", "unread"), _negated=True),
                            models.Q(("why", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="unread_says_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("settled_at", None), ("settled_because", ""), ("settled_by", None)
                            ),
                            models.Q(
                                ("settled_at__isnull", False),
                                ("settled_by__isnull", False),
                                models.Q(("settled_because", ""), _negated=True),
                                models.Q(("result", "clear"), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="scan_settled_by_somebody_because",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ReportDraft",
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
                            ("overview", "Overview report"),
                            ("summary", "Executive summary"),
                            ("action_plan", "Action plan"),
                        ],
                        max_length=12,
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("sha256", models.CharField(max_length=64)),
                ("note", models.CharField(blank=True, max_length=300)),
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
                    "document",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="draft",
                        to="reviews.documentversion",
                    ),
                ),
            ],
            options={
                "ordering": ("kind", "number"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("sha256", ""), _negated=True),
                        name="report_draft_has_a_checksum",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="CommentRound",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("due_on", models.DateField()),
                ("is_for_panel", models.BooleanField(default=False)),
                ("at", models.DateTimeField()),
                ("closed_at", models.DateTimeField(blank=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "closed_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "draft",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="round",
                        to="reviews.reportdraft",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("closed_at", None), ("closed_by", None)),
                            models.Q(
                                ("closed_at__gte", models.F("at")),
                                ("closed_at__isnull", False),
                                ("closed_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="round_closed_by_and_at",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="RepositoryCopy",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("repository", models.CharField(max_length=200)),
                ("sent_on", models.DateField()),
                ("their_reference", models.CharField(blank=True, max_length=200)),
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
                    "publication",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="repository_copies",
                        to="reviews.publication",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "repository copies",
                "ordering": ("id",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("repository", ""), _negated=True),
                        name="repository_has_a_name",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Review",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("year", models.PositiveSmallIntegerField()),
                ("number", models.PositiveIntegerField()),
                ("reference", models.CharField(max_length=20, unique=True)),
                (
                    "state",
                    django_fsm.FSMField(
                        choices=[
                            ("referred", "Referred"),
                            ("screening", "Screening"),
                            ("recommended", "With the Chair"),
                            ("no_review", "No review"),
                            ("other_review", "Other learning review"),
                            ("scoping", "Scoping"),
                            ("chronology", "Chronology and IMRs"),
                            ("panel", "Panel"),
                            ("ratification", "With the board"),
                            ("ratified", "Ratified"),
                            ("submitted", "With Ofsted"),
                            ("evaluated", "Evaluated"),
                            ("reconsideration", "Being reconsidered"),
                            ("closed", "Closed"),
                            ("withdrawn", "Withdrawn"),
                            ("transferred", "Transferred"),
                            ("rescinded", "Rescinded"),
                        ],
                        default="referred",
                        max_length=20,
                        protected=True,
                    ),
                ),
                ("round", models.PositiveSmallIntegerField(default=1)),
                ("pinned_guidance", models.CharField(blank=True, max_length=10)),
                ("pinned_because", models.CharField(blank=True, max_length=500)),
                ("is_restricted", models.BooleanField(default=False)),
                (
                    "is_past",
                    models.BooleanField(
                        default=False,
                        help_text="Brought in from a board's records; its clocks have stopped.",
                    ),
                ),
                ("source", models.JSONField(blank=True, default=dict)),
                ("opened_at", models.DateTimeField()),
                (
                    "board",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reviews",
                        to="boards.board",
                    ),
                ),
                (
                    "deputy",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deputised_reviews",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "incident",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="review",
                        to="reviews.incident",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="owned_reviews",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("-id",),
                "indexes": [models.Index(fields=["board", "state"], name="review_board_state")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("board", "year", "number"), name="one_number_a_board_and_year"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "state__in",
                                [
                                    "referred",
                                    "screening",
                                    "recommended",
                                    "no_review",
                                    "other_review",
                                    "scoping",
                                    "chronology",
                                    "panel",
                                    "ratification",
                                    "ratified",
                                    "submitted",
                                    "evaluated",
                                    "reconsideration",
                                    "closed",
                                    "withdrawn",
                                    "transferred",
                                    "rescinded",
                                ],
                            )
                        ),
                        name="state_is_known",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("pinned_guidance", ""),
                            models.Q(("pinned_because", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="pinned_with_a_reason",
                    ),
                ],
            },
            bases=(
                django_fsm.ConcurrentTransitionMixin,
                reviews.models.deciding.Deciding,
                reviews.models.reviewing.Reviewing,
                reviews.models.facts.Facts,
                models.Model,
            ),
        ),
        migrations.AddField(
            model_name="reportdraft",
            name="review",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="report_drafts",
                to="reviews.review",
            ),
        ),
        migrations.CreateModel(
            name="Report",
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
                            ("overview", "Overview report"),
                            ("summary", "Executive summary"),
                            ("action_plan", "Action plan"),
                        ],
                        max_length=12,
                    ),
                ),
                ("version", models.PositiveSmallIntegerField()),
                ("sha256", models.CharField(blank=True, max_length=64)),
                ("author", models.CharField(max_length=120)),
                ("completed_on", models.DateField()),
                ("at", models.DateTimeField()),
                ("signed_off_at", models.DateTimeField(blank=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "signed_off_by",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "draft",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports",
                        to="reviews.reportdraft",
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reports",
                        to="reviews.review",
                    ),
                ),
            ],
            options={
                "ordering": ("kind", "version"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("review", "kind", "version"), name="one_report_version"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("signed_off_at", None), ("signed_off_by", None)),
                            models.Q(
                                ("signed_off_at__isnull", False), ("signed_off_by__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="report_signed_off_by_and_at",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("signed_off_by", None),
                            models.Q(("signed_off_by", models.F("by")), _negated=True),
                            _connector="OR",
                        ),
                        name="report_signed_off_by_another",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="relative",
            name="review",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="relatives",
                to="reviews.review",
            ),
        ),
        migrations.CreateModel(
            name="RefusedFile",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=200)),
                ("size", models.PositiveBigIntegerField()),
                ("sha256", models.CharField(max_length=64)),
                ("finding", models.CharField(max_length=200)),
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
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="refused_files",
                        to="reviews.review",
                    ),
                ),
            ],
            options={
                "ordering": ("-id",),
            },
        ),
        migrations.CreateModel(
            name="Recommendation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("round", models.PositiveSmallIntegerField()),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("scr", "Serious Case Review"),
                            ("other", "Other learning review"),
                            ("none", "No review"),
                        ],
                        max_length=5,
                    ),
                ),
                ("reasons", models.TextField(max_length=20000)),
                ("met_on", models.DateField()),
                ("at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(blank=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="recommendations",
                        to="reviews.review",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_at", None)),
                        fields=("review", "round"),
                        name="one_open_recommendation_a_round",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reasons", ""), _negated=True),
                        name="recommendation_has_reasons",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="readiness",
            name="review",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="self_assessments",
                to="reviews.review",
            ),
        ),
        migrations.CreateModel(
            name="QuietDays",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("first_on", models.DateField()),
                ("last_on", models.DateField()),
                ("is_yearly", models.BooleanField(default=False)),
                ("reason", models.CharField(max_length=200)),
                ("at", models.DateTimeField()),
                ("taken_back_at", models.DateTimeField(blank=True, null=True)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "taken_back_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "relative",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="quiet_days",
                        to="reviews.relative",
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="quiet_days",
                        to="reviews.review",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "quiet days",
                "ordering": ("first_on", "id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("last_on__gte", models.F("first_on"))),
                        name="quiet_days_end_after_start",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="quiet_days_have_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("taken_back_at", None), ("taken_back_by", None)),
                            models.Q(
                                ("taken_back_at__isnull", False), ("taken_back_by__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="quiet_days_taken_back_by_somebody",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="publication",
            name="review",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="publications",
                to="reviews.review",
            ),
        ),
        migrations.AddField(
            model_name="proceedings",
            name="review",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="proceedings",
                to="reviews.review",
            ),
        ),
        migrations.CreateModel(
            name="PlannedContact",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField()),
                (
                    "way",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("visit", "Visit at home"),
                            ("meeting", "Meeting elsewhere"),
                            ("telephone", "Telephone"),
                            ("letter", "Letter"),
                            ("e_mail", "E-mail"),
                            ("text", "Text message"),
                            ("through", "Through somebody else"),
                        ],
                        max_length=9,
                    ),
                ),
                ("purpose", models.CharField(max_length=300)),
                ("all_the_same", models.TextField(blank=True, max_length=1000)),
                ("called_off_because", models.CharField(blank=True, max_length=300)),
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
                    "contact",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="planned_as",
                        to="reviews.contact",
                    ),
                ),
                (
                    "with_whom",
                    models.ManyToManyField(related_name="planned_contacts", to="reviews.relative"),
                ),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="planned_contacts",
                        to="reviews.review",
                    ),
                ),
            ],
            options={
                "ordering": ("on", "id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("purpose", ""), _negated=True),
                        name="planned_contact_has_a_purpose",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("contact", None), ("called_off_because", ""), _connector="OR"
                        ),
                        name="planned_contact_made_or_called_off",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Pause",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("since_on", models.DateField()),
                ("until_on", models.DateField(blank=True, null=True)),
                ("reason", models.TextField(max_length=2000)),
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
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="pauses",
                        to="reviews.review",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("until_on", None)),
                        fields=("review",),
                        name="one_open_pause_a_review",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("until_on", None),
                            ("until_on__gte", models.F("since_on")),
                            _connector="OR",
                        ),
                        name="pause_ends_after_start",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="NotInvolved",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reason", models.TextField(max_length=2000)),
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
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="not_involved",
                        to="reviews.review",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="family_left_out_with_a_reason",
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="meeting",
            name="review",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="meetings",
                to="reviews.review",
            ),
        ),
        migrations.AddField(
            model_name="incidentdraft",
            name="review",
            field=models.OneToOneField(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="draft",
                to="reviews.review",
            ),
        ),
        migrations.CreateModel(
            name="HandOver",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField()),
                (
                    "answer",
                    models.CharField(
                        choices=[
                            ("waiting", "Not answered yet"),
                            ("accepted", "Accepted"),
                            ("declined", "Declined"),
                            ("withdrawn", "Withdrawn: the owner was settled otherwise"),
                        ],
                        default="waiting",
                        max_length=10,
                    ),
                ),
                ("answered_at", models.DateTimeField(null=True)),
                ("declined_because", models.CharField(blank=True, max_length=500)),
                (
                    "by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "deputy",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "to",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="hand_overs",
                        to="reviews.review",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("answer", "waiting")),
                        fields=("review",),
                        name="one_hand_over_waits_a_review",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", "waiting"), ("answered_at", None)),
                            models.Q(
                                models.Q(("answer", "waiting"), _negated=True),
                                ("answered_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="hand_over_answered_at_some_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", "declined"), _negated=True),
                            models.Q(("declined_because", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="hand_over_declined_with_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("deputy", None),
                            models.Q(("deputy", models.F("to")), _negated=True),
                            _connector="OR",
                        ),
                        name="owner_and_deputy_are_two",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="finalset",
            name="review",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="final_sets",
                to="reviews.review",
            ),
        ),
        migrations.CreateModel(
            name="Event",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("round", models.PositiveSmallIntegerField(default=1)),
                (
                    "name",
                    models.CharField(
                        choices=[
                            ("happened", "The incident"),
                            ("learned", "The local authority learned of the incident"),
                            ("notified", "The incident was notified to the board"),
                            ("referred", "The case came to the Chair's attention"),
                            ("rapid_review_sent", "The rapid review was sent"),
                            ("decided", "The decision to hold a review"),
                            ("decided_no_review", "The decision not to hold an SCR"),
                            ("national_panel_told", "The National Panel was told"),
                            ("panel_chair_appointed", "The panel chair was appointed"),
                            ("overview_completed", "The overview report was completed"),
                            ("ratified", "The board agreed the review"),
                            ("submitted", "The review was submitted to Ofsted"),
                            ("evaluated", "Ofsted's evaluation letter"),
                            ("resubmitted", "The review was submitted again"),
                            ("reevaluated", "Ofsted's letter on the second evaluation"),
                            ("shared_before_publication", "Copies were sent before publication"),
                            ("publishing", "The date set for publication"),
                            ("published", "The report was published"),
                        ],
                        max_length=30,
                    ),
                ),
                ("on", reviews.fields.PartialDateField()),
                ("reason", models.CharField(blank=True, max_length=500)),
                ("at", models.DateTimeField()),
                ("replaced_at", models.DateTimeField(blank=True, null=True)),
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
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="events",
                        to="reviews.review",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("replaced_at", None)),
                        fields=("review", "round", "name"),
                        name="one_current_date_an_event_and_round",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("replaced_at", None),
                            ("replaced_at__gte", models.F("at")),
                            _connector="OR",
                        ),
                        name="event_replaced_after_recorded",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="evaluation",
            name="review",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="evaluations",
                to="reviews.review",
            ),
        ),
        migrations.CreateModel(
            name="Embargo",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("not_before_on", models.DateField(blank=True, null=True)),
                ("reason", models.TextField(max_length=1000)),
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
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="embargoes",
                        to="reviews.review",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="embargo_has_a_reason",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Dispatch",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "recipient",
                    models.CharField(
                        blank=True,
                        help_text="A code of the recipients in the guidance, or none.",
                        max_length=40,
                    ),
                ),
                ("recipient_name", models.CharField(max_length=120)),
                ("what", models.CharField(max_length=300)),
                ("sent_on", models.DateField()),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("cjsm", "Criminal Justice Secure eMail (CJSM)"),
                            ("secure_mail", "Other secure mail"),
                            ("by_hand", "By hand, against a signature"),
                            ("recorded_post", "Recorded post, encrypted disc or paper"),
                            ("portal", "Read in this portal"),
                        ],
                        max_length=20,
                    ),
                ),
                ("acknowledged_on", models.DateField(blank=True, null=True)),
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
                    "final_set",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dispatches",
                        to="reviews.finalset",
                    ),
                ),
                (
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dispatches",
                        to="reviews.review",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "dispatches",
                "ordering": ("sent_on", "id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("recipient_name", ""), _negated=True),
                            models.Q(("what", ""), _negated=True),
                        ),
                        name="dispatch_says_who_and_what",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("acknowledged_on", None),
                            ("acknowledged_on__gte", models.F("sent_on")),
                            _connector="OR",
                        ),
                        name="acknowledged_after_sent",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "channel__in",
                                ["cjsm", "secure_mail", "by_hand", "recorded_post", "portal"],
                            )
                        ),
                        name="dispatch_channel_is_known",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Decision",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("round", models.PositiveSmallIntegerField()),
                (
                    "outcome",
                    models.CharField(
                        choices=[
                            ("scr", "Serious Case Review"),
                            ("other", "Other learning review"),
                            ("none", "No review"),
                        ],
                        max_length=5,
                    ),
                ),
                ("reasons", models.TextField(max_length=20000)),
                ("is_against_advice", models.BooleanField(default=False)),
                ("on", models.DateField()),
                ("review_again_on", models.DateField(blank=True, null=True)),
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
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="decisions",
                        to="reviews.review",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("review", "round"), name="one_decision_a_round"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reasons", ""), _negated=True),
                        name="decision_has_reasons",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("review_again_on", None),
                            ("review_again_on__gt", models.F("on")),
                            _connector="OR",
                        ),
                        name="looked_at_again_after_decision",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="deadline",
            name="review",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="deadlines",
                to="reviews.review",
            ),
        ),
        migrations.CreateModel(
            name="CriterionFinding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("round", models.PositiveSmallIntegerField()),
                ("guidance", models.CharField(max_length=10)),
                ("criterion", models.CharField(max_length=40)),
                (
                    "answer",
                    models.CharField(
                        choices=[("yes", "Yes"), ("no", "No"), ("not_known", "Not known")],
                        max_length=9,
                    ),
                ),
                ("evidence", models.TextField(max_length=5000)),
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
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="findings",
                        to="reviews.review",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("review", "round", "guidance", "criterion"),
                        name="one_finding_a_criterion",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("evidence", ""), _negated=True),
                        name="finding_has_evidence",
                    ),
                ],
            },
        ),
        migrations.AddField(
            model_name="contact",
            name="review",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="contacts",
                to="reviews.review",
            ),
        ),
        migrations.AddField(
            model_name="commission",
            name="review",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="commissions",
                to="reviews.review",
            ),
        ),
        migrations.AddField(
            model_name="casedocument",
            name="review",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="documents",
                to="reviews.review",
            ),
        ),
        migrations.AddField(
            model_name="appointment",
            name="review",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT,
                related_name="appointments",
                to="reviews.review",
            ),
        ),
        migrations.CreateModel(
            name="SectionVersion",
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
                            ("overview", "Overview report"),
                            ("summary", "Executive summary"),
                            ("action_plan", "Action plan"),
                        ],
                        max_length=12,
                    ),
                ),
                ("heading", models.CharField(max_length=30)),
                ("number", models.PositiveIntegerField()),
                (
                    "said",
                    models.JSONField(
                        default=dict, help_text="The text of each box of the section."
                    ),
                ),
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
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="section_versions",
                        to="reviews.review",
                    ),
                ),
            ],
            options={
                "ordering": ("kind", "heading", "number"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("review", "kind", "heading", "number"), name="one_section_version"
                    )
                ],
            },
        ),
        migrations.AddField(
            model_name="reportdraft",
            name="sections",
            field=models.ManyToManyField(related_name="drafts", to="reviews.sectionversion"),
        ),
        migrations.CreateModel(
            name="Invitation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="boards.agency",
                    ),
                ),
                (
                    "commission",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invitation",
                        to="reviews.commission",
                    ),
                ),
                (
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="invitations",
                        to="reviews.commentround",
                    ),
                ),
                ("sections", models.ManyToManyField(related_name="+", to="reviews.sectionversion")),
            ],
            options={
                "ordering": ("agency__name",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("round", "agency"), name="one_invitation_an_agency"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="StateChange",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("round", models.PositiveSmallIntegerField()),
                ("action", models.CharField(max_length=30)),
                (
                    "before",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("referred", "Referred"),
                            ("screening", "Screening"),
                            ("recommended", "With the Chair"),
                            ("no_review", "No review"),
                            ("other_review", "Other learning review"),
                            ("scoping", "Scoping"),
                            ("chronology", "Chronology and IMRs"),
                            ("panel", "Panel"),
                            ("ratification", "With the board"),
                            ("ratified", "Ratified"),
                            ("submitted", "With Ofsted"),
                            ("evaluated", "Evaluated"),
                            ("reconsideration", "Being reconsidered"),
                            ("closed", "Closed"),
                            ("withdrawn", "Withdrawn"),
                            ("transferred", "Transferred"),
                            ("rescinded", "Rescinded"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "after",
                    models.CharField(
                        choices=[
                            ("referred", "Referred"),
                            ("screening", "Screening"),
                            ("recommended", "With the Chair"),
                            ("no_review", "No review"),
                            ("other_review", "Other learning review"),
                            ("scoping", "Scoping"),
                            ("chronology", "Chronology and IMRs"),
                            ("panel", "Panel"),
                            ("ratification", "With the board"),
                            ("ratified", "Ratified"),
                            ("submitted", "With Ofsted"),
                            ("evaluated", "Evaluated"),
                            ("reconsideration", "Being reconsidered"),
                            ("closed", "Closed"),
                            ("withdrawn", "Withdrawn"),
                            ("transferred", "Transferred"),
                            ("rescinded", "Rescinded"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "on",
                    models.DateField(
                        help_text="The day it took place, where that was said.", null=True
                    ),
                ),
                (
                    "details",
                    models.JSONField(
                        default=dict, encoder=django.core.serializers.json.DjangoJSONEncoder
                    ),
                ),
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
                    "review",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="changes",
                        to="reviews.review",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "indexes": [models.Index(fields=["review", "-id"], name="change_review")],
            },
        ),
        migrations.CreateModel(
            name="TakeDown",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("on", models.DateField()),
                ("reason", models.TextField(max_length=1000)),
                (
                    "authority",
                    models.CharField(
                        blank=True, help_text="Who ordered it before its time.", max_length=200
                    ),
                ),
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
                    "publication",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="take_down",
                        to="reviews.publication",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True),
                        name="take_down_has_a_reason",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TermsOfReference",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("version", models.PositiveSmallIntegerField()),
                ("from_on", models.DateField(blank=True, null=True)),
                ("to_on", models.DateField(blank=True, null=True)),
                ("period_because", models.TextField(blank=True, max_length=2000)),
                ("is_family_involved", models.BooleanField(null=True)),
                ("family", models.TextField(blank=True, max_length=5000)),
                ("proceedings", models.TextField(blank=True, max_length=5000)),
                ("planned_to", models.DateField(blank=True, null=True)),
                ("agreed_on", models.DateField(blank=True, null=True)),
                ("recorded_at", models.DateTimeField(null=True)),
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
                    "recorded_by",
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
                        related_name="terms",
                        to="reviews.review",
                    ),
                ),
            ],
            options={
                "verbose_name_plural": "terms of reference",
                "ordering": ("version",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("review", "version"), name="one_terms_a_version"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("agreed_on", None)),
                        fields=("review",),
                        name="one_draft_of_terms",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("to_on__gte", models.F("from_on"))),
                        name="terms_period_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("agreed_on", None), ("recorded_at", None), ("recorded_by", None)
                            ),
                            models.Q(
                                ("agreed_on__isnull", False),
                                ("from_on__isnull", False),
                                ("recorded_at__isnull", False),
                                ("recorded_by__isnull", False),
                                ("to_on__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="agreed_terms_have_a_period",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TermsMilestone",
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
                            ("panel", "Panel meeting"),
                            ("chronologies", "Agencies' chronologies due"),
                            ("imrs", "Individual management reviews due"),
                            ("first_draft", "First draft of the overview report"),
                            ("accuracy", "Factual accuracy checked by the agencies"),
                            ("final_draft", "Final draft of the overview report"),
                            ("board", "Board meeting that agrees the review"),
                            ("submission", "Submission"),
                        ],
                        max_length=16,
                    ),
                ),
                ("number", models.PositiveSmallIntegerField(default=1)),
                ("on", models.DateField()),
                (
                    "terms",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="milestones",
                        to="reviews.termsofreference",
                    ),
                ),
            ],
            options={
                "ordering": ("on", "id"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("terms", "kind", "number"), name="one_terms_day_a_milestone"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TermsAgreement",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=120)),
                ("role", models.CharField(max_length=160)),
                (
                    "terms",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agreements",
                        to="reviews.termsofreference",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("terms", "name", "role"), name="terms_agreed_once"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TermsAgency",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("is_asked", models.BooleanField(null=True)),
                ("reason", models.CharField(blank=True, max_length=500)),
                (
                    "agency",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="boards.agency",
                    ),
                ),
                (
                    "terms",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="agencies",
                        to="reviews.termsofreference",
                    ),
                ),
            ],
            options={
                "ordering": ("agency__name",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("terms", "agency"), name="one_terms_line_an_agency"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="TermsQuestion",
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
                    "terms",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="questions",
                        to="reviews.termsofreference",
                    ),
                ),
            ],
            options={
                "ordering": ("number",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("terms", "number"), name="one_terms_question_a_place"
                    ),
                    models.UniqueConstraint(
                        fields=("terms", "text"), name="terms_ask_a_question_once"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True),
                        name="terms_question_says_something",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="TermsSaving",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("part", models.SlugField(max_length=20)),
                ("number", models.PositiveIntegerField()),
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
                    "terms",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="savings",
                        to="reviews.termsofreference",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("terms", "part", "number"), name="one_terms_saving_a_number"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="WordTemplate",
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
                            ("referral", "Referral for consideration of a review"),
                            ("involvement", "Agency involvement form"),
                            ("recommendation", "Recommendation to the Chair"),
                            ("chief_executives", "Letter to chief executives"),
                            ("family", "Letter to the family"),
                            ("specification", "Reviewer specification"),
                            ("contract", "Reviewer contract"),
                            ("staff", "Letter to staff"),
                            ("report", "Report"),
                        ],
                        max_length=20,
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("at", models.DateTimeField()),
                ("tried_at", models.DateTimeField(blank=True, null=True)),
                ("used_at", models.DateTimeField(blank=True, null=True)),
                ("ended_at", models.DateTimeField(blank=True, null=True)),
                (
                    "board",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="word_templates",
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
                (
                    "file",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="records.document",
                    ),
                ),
            ],
            options={
                "ordering": ("board", "kind", "number"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("board", "kind", "number"), name="one_word_template_version"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ended_at", None), ("used_at__isnull", False)),
                        fields=("board", "kind"),
                        name="one_word_template_in_use",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("used_at", None),
                            models.Q(
                                ("tried_at__isnull", False), ("tried_at__lte", models.F("used_at"))
                            ),
                            _connector="OR",
                        ),
                        name="word_template_tried_before_use",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ended_at", None),
                            models.Q(
                                ("ended_at__gte", models.F("used_at")), ("used_at__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="word_template_ended_after_use",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Absence",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("from_on", models.DateField()),
                ("to_on", models.DateField()),
                ("at", models.DateTimeField()),
                ("cancelled_at", models.DateTimeField(null=True)),
                (
                    "board",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="absences",
                        to="boards.board",
                    ),
                ),
                (
                    "cover",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="absences_covered",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "person",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="absences",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("from_on", "id"),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("to_on__gte", models.F("from_on"))),
                        name="absence_ends_after_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("person", models.F("cover")), _negated=True),
                        name="nobody_covers_themselves",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("cancelled_at", None)),
                        fields=("board", "person", "from_on"),
                        name="one_absence_from_a_day",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="BankHoliday",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("day", models.DateField()),
                ("name", models.CharField(max_length=80)),
                ("source", models.CharField(help_text="What proclaimed it.", max_length=200)),
                ("added_at", models.DateTimeField()),
                ("withdrawn_at", models.DateTimeField(null=True)),
                (
                    "added_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "withdrawn_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ("-day", "-id"),
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("withdrawn_at", None)),
                        fields=("day",),
                        name="one_bank_holiday_a_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("name", ""), _negated=True),
                            models.Q(("source", ""), _negated=True),
                        ),
                        name="bank_holiday_with_name_and_source",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("withdrawn_at", None), ("withdrawn_by", None)),
                            models.Q(
                                ("withdrawn_at__gte", models.F("added_at")),
                                ("withdrawn_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="bank_holiday_withdrawn_at_and_by",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Comment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("heading", models.CharField(max_length=30)),
                ("says", models.TextField(max_length=5000)),
                ("should_say", models.TextField(max_length=5000)),
                ("evidence", models.TextField(blank=True, max_length=5000)),
                ("at", models.DateTimeField()),
                (
                    "answer",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("accepted", "Accepted"),
                            ("partly", "Accepted in part"),
                            ("refused", "Not accepted"),
                        ],
                        max_length=10,
                    ),
                ),
                ("reason", models.TextField(blank=True, max_length=5000)),
                ("answered_at", models.DateTimeField(blank=True, null=True)),
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
                    "answered_by",
                    models.ForeignKey(
                        blank=True,
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
                    "round",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="comments",
                        to="reviews.commentround",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", ""), ("answered_at", None), ("answered_by", None)),
                            models.Q(
                                models.Q(("answer", ""), _negated=True),
                                ("answered_at__isnull", False),
                                ("answered_by__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="comment_answered_by_and_at",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answer__in", ["", "accepted"]),
                            models.Q(("reason", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="comment_not_accepted_with_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answered_by", None),
                            models.Q(("answered_by", models.F("by")), _negated=True),
                            _connector="OR",
                        ),
                        name="comment_answered_by_another",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AgencyQuestion",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("number", models.PositiveSmallIntegerField()),
                ("text", models.TextField(max_length=5000)),
                ("due_on", models.DateField()),
                ("asked_at", models.DateTimeField()),
                ("answer", models.TextField(blank=True, max_length=10000)),
                ("answered_at", models.DateTimeField(null=True)),
                (
                    "answered_by",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "asked_by",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "commission",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="questions",
                        to="reviews.commission",
                    ),
                ),
            ],
            options={
                "ordering": ("commission", "number"),
                "constraints": [
                    models.UniqueConstraint(
                        fields=("commission", "number"), name="one_agency_question_a_number"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("text", ""), _negated=True), name="agency_question_asks"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("answer", ""), ("answered_at", None), ("answered_by", None)),
                            models.Q(
                                ("answered_at__isnull", False),
                                ("answered_by__isnull", False),
                                models.Q(("answer", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="answered_by_somebody_in_words",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("answered_at", None),
                            ("answered_at__gte", models.F("asked_at")),
                            _connector="OR",
                        ),
                        name="answered_after_asked",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AgencyRecommendation",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("text", models.TextField(max_length=2000)),
                ("owner", models.CharField(help_text="A job title.", max_length=120)),
                ("due_on", models.DateField()),
                (
                    "contribution",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="recommendations",
                        to="reviews.contribution",
                    ),
                ),
            ],
            options={
                "ordering": ("id",),
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("text", ""), _negated=True),
                            models.Q(("owner", ""), _negated=True),
                        ),
                        name="agency_recommendation_says_who",
                    )
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="relative",
            constraint=models.UniqueConstraint(
                fields=("review", "member"), name="notified_relative_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="readiness",
            constraint=models.UniqueConstraint(
                fields=("review", "version"), name="one_readiness_a_version"
            ),
        ),
        migrations.AddConstraint(
            model_name="meeting",
            constraint=models.UniqueConstraint(
                fields=("review", "kind", "number"), name="one_number_a_kind_of_meeting"
            ),
        ),
        migrations.AddConstraint(
            model_name="incidentdraft",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("review", None), ("submitted_at", None), ("submitted_by", None)),
                    models.Q(
                        ("review__isnull", False),
                        ("submitted_at__isnull", False),
                        ("submitted_by__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="submitted_by_somebody_into_a_review",
            ),
        ),
        migrations.AddConstraint(
            model_name="finalset",
            constraint=models.UniqueConstraint(
                fields=("review", "number"), name="one_final_set_a_number"
            ),
        ),
        migrations.AddConstraint(
            model_name="finalset",
            constraint=models.UniqueConstraint(
                condition=models.Q(("standing", "open")),
                fields=("review",),
                name="one_open_final_set_a_review",
            ),
        ),
        migrations.AddConstraint(
            model_name="evaluation",
            constraint=models.UniqueConstraint(
                fields=("review", "number"), name="one_evaluation_a_number"
            ),
        ),
        migrations.AddIndex(
            model_name="deadline",
            index=models.Index(
                condition=models.Q(("is_open", True)),
                fields=["due_on", "review", "kind"],
                name="owed_by_day",
            ),
        ),
        migrations.AddIndex(
            model_name="deadline",
            index=models.Index(
                condition=models.Q(("is_open", True)), fields=["review", "due_on"], name="owed_case"
            ),
        ),
        migrations.AddConstraint(
            model_name="deadline",
            constraint=models.UniqueConstraint(
                condition=models.Q(("commission", None)),
                fields=("review", "round", "kind"),
                name="one_deadline_a_kind_and_round",
            ),
        ),
        migrations.AddConstraint(
            model_name="commission",
            constraint=models.UniqueConstraint(
                condition=models.Q(("kind", "accuracy"), _negated=True),
                fields=("review", "agency", "kind", "round"),
                name="one_commission_an_agency",
            ),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    ("ended_on", None), ("post__in", ("panel_chair", "overview_author"))
                ),
                fields=("review", "post"),
                name="one_open_panel_chair_and_author",
            ),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=models.UniqueConstraint(
                condition=models.Q(
                    ("ended_on", None), ("post__in", ("panel_chair", "overview_author"))
                ),
                fields=("review", "folded_name"),
                name="panel_chair_is_not_the_author",
            ),
        ),
        migrations.AddConstraint(
            model_name="appointment",
            constraint=models.UniqueConstraint(
                condition=models.Q(("ended_on", None)),
                fields=("review", "user"),
                name="one_open_post_an_account",
            ),
        ),
        migrations.AddConstraint(
            model_name="reportdraft",
            constraint=models.UniqueConstraint(
                fields=("review", "kind", "number"), name="one_report_draft"
            ),
        ),
    ]
