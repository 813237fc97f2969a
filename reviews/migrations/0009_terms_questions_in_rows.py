"""Key questions become rows, one for each line; who recorded the terms is named as such."""

from textwrap import wrap

from django.db import migrations
from django.db.models import F

LONGEST = 1000


def forwards(apps, schema_editor):
    terms_of_reference = apps.get_model("reviews", "TermsOfReference")
    question = apps.get_model("reviews", "TermsQuestion")
    terms_of_reference.objects.update(recorded_by=F("by"), recorded_at=F("at"))
    for terms in terms_of_reference.objects.all():
        lines = (part for line in terms.key_questions.splitlines() for part in wrap(line, LONGEST))
        question.objects.bulk_create(
            question(terms=terms, number=number, text=text)
            for number, text in enumerate(dict.fromkeys(lines), 1)
        )


def backwards(apps, schema_editor):
    for terms in apps.get_model("reviews", "TermsOfReference").objects.all():
        terms.key_questions = "\n".join(terms.questions.values_list("text", flat=True))
        terms.save(update_fields=["key_questions"])


class Migration(migrations.Migration):
    dependencies = [("reviews", "0008_terms_of_reference")]
    operations = [migrations.RunPython(forwards, backwards)]
