"""What the database itself refuses, one row for each constraint by its name."""

import pkgutil
from collections.abc import Callable
from importlib import import_module

import pytest
from django.apps import apps
from django.db import IntegrityError, transaction

from tests.reviews import refused
from tests.reviews.scene import Scene

pytestmark = pytest.mark.django_db

REFUSED: dict[str, Callable[[Scene], object]] = {
    name: attempt
    for module in pkgutil.iter_modules(refused.__path__)
    for name, attempt in import_module(f"{refused.__name__}.{module.name}").ROWS.items()
}
ELSEWHERE = {
    "brought_in_by_somebody_at_some_time",  # test_past_reviews_page.py
    "one_bank_holiday_a_day",  # test_bank_holidays.py
    "bank_holiday_with_name_and_source",
    "bank_holiday_withdrawn_at_and_by",
}


@pytest.mark.parametrize("name", REFUSED)
def test_the_database_refuses_what_the_constraint_is_about(name):
    scene = Scene()
    with pytest.raises(IntegrityError) as refusal, transaction.atomic():
        REFUSED[name](scene)
    if "UNIQUE constraint failed" not in str(refusal.value):  # SQLite names the columns instead
        assert name in str(refusal.value)


def test_every_constraint_of_boards_and_reviews_has_its_row():
    declared = {
        constraint.name
        for app in ("boards", "reviews")
        for model in apps.get_app_config(app).get_models()
        for constraint in model._meta.constraints
    }
    assert declared - ELSEWHERE == set(REFUSED)
