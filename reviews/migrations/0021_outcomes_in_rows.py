from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("reviews", "0020_actions_done")]

    operations = [
        migrations.RemoveField(model_name="meetingaction", name="outcome"),
    ]
