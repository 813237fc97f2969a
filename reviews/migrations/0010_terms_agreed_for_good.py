from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("reviews", "0009_terms_questions_in_rows")]

    operations = [
        # A default lets the way back make the column again.
        migrations.AlterField(
            model_name="termsofreference",
            name="key_questions",
            field=models.TextField(max_length=10000, default=""),
        ),
        migrations.RemoveField(
            model_name="termsofreference",
            name="key_questions",
        ),
        migrations.AddConstraint(
            model_name="termsofreference",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("agreed_on", None), ("recorded_at", None), ("recorded_by", None)),
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
        ),
    ]
