"""manage.py demo: stable for scripts, loaded once, and never by accident in production."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.utils import timezone

from boards.models import User
from lscb_portal.demo.cases import CASES
from lscb_portal.demo.people import PASSWORD, PEOPLE
from records.models import AuditEvent, first_broken_link
from reviews.models import Incident, Review

pytestmark = pytest.mark.django_db


def printed(**options: object) -> str:
    written = StringIO()
    call_command("demo", stdout=written, **options)
    return written.getvalue()


def test_running_it_twice_changes_nothing_and_the_second_time_is_quick(
    django_assert_max_num_queries,
):
    first = json.loads(printed(format="json"))
    before = AuditEvent.objects.count(), User.objects.count(), Incident.objects.count()
    with django_assert_max_num_queries(4):
        assert json.loads(printed(format="json")) == first
    assert before == (AuditEvent.objects.count(), User.objects.count(), Incident.objects.count())
    assert first.keys() == {"users", "reviews"}
    assert first["users"][0].keys() == {"email", "password", "role", "board"}
    assert first["reviews"][0].keys() == {"reference", "state", "board"}
    assert len(first["reviews"]) == len(CASES) == Review.objects.count()
    assert AuditEvent.objects.filter(at__gt=timezone.now()).count() == 0
    assert first_broken_link() is None


def test_production_has_no_demo_unless_somebody_insists(settings):
    settings.IS_PRODUCTION = True
    with pytest.raises(CommandError, match="say --even-in-production"):
        printed()
    assert not User.objects.exists()

    lines = printed(even_in_production=True).splitlines()
    assert User.objects.count() == len(PEOPLE)
    assert lines[0] == "Users"
    assert lines[1].split() == ["email", "password", "role", "board"]
    assert lines[2].split() == [
        "coordinator@east-sussex.example",
        PASSWORD,
        "coordinator",
        "east-sussex",
    ]
    assert "Reviews" in lines
