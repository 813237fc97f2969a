from typing import ClassVar

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies: ClassVar = [("boards", "0001_initial")]
    operations: ClassVar = [
        migrations.AddField(
            model_name="agency",
            name="chief_officer",
            field=models.ForeignKey(
                blank=True,
                help_text="Told when the agency's return is long overdue, and sees what it is asked for.",
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="agencies_led",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
    ]
