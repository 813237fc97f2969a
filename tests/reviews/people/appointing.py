"""How the tests appoint, and what they ask of it."""

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError

from boards.roles import (
    Manager,
)
from reviews.models import Appointment, Commission, Review
from tests.factories import (
    AT,
    TODAY,
    person,
)


def appoint(review, manager, **fields) -> Appointment:
    facts = {
        "post": "panel_chair",
        "name": "Petra Lindfield",
        "employer": "Self-employed",
        "independence": "Never worked here.",
        "job_title": "Consultant",
        "on": TODAY,
    }
    review.record("appoint", by=manager, at=AT, **facts | fields)
    return review.appointments.latest("pk")


def refusal_of(review, manager, **fields) -> dict[str, list[str]]:
    with pytest.raises(ValidationError) as refused:
        appoint(review, manager, **fields)
    assert not review.appointments.filter(post=fields.get("post", "panel_chair")).exists()
    return refused.value.message_dict


def ask(review, agency) -> None:
    Commission.objects.create(
        review=review,
        agency=agency,
        kind="imr",
        asked_on=TODAY,
        due_on=TODAY + timedelta(days=9),
        by=person(Manager, review.board),
        at=AT,
    )


def sees(user, review) -> bool:
    is_seen = Review.objects.visible_to(user).filter(pk=review.pk).exists()
    beside = Review.objects.filter(pk=review.pk).beside_viewers([user.pk])
    assert ((review.pk, user.pk) in beside) is is_seen
    return is_seen
