"""manage.py demo: never by accident in production."""

import pytest
from django.core.management import CommandError, call_command

from boards.models import User

pytestmark = pytest.mark.django_db


def test_production_has_no_demo_unless_somebody_insists(settings):
    settings.IS_PRODUCTION = True
    with pytest.raises(CommandError, match="say --even-in-production"):
        call_command("demo")
    assert not User.objects.exists()
