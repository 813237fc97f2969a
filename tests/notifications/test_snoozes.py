"""Reminders are put off: who is told nothing, of what all the same, and until when."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client
from django.utils import timezone

from boards.models import User
from notifications.models import Kind, Reminder, Snooze
from notifications.models.snooze import LONGEST, PUT_OFF
from records.models import AuditEvent
from reviews.conditions import NotYet
from reviews.models import Deadline, Review
from tests.factories import BoardFactory
from tests.notifications.post_office import PostOffice
from tests.notifications.scenes import (
    a_case,
    days_before,
    deadline_of,
    noon,
    plan_on,
    planned_and_put_together,
    remind_on,
    staffed,
)
from tests.notifications.test_acknowledgements import an_agency_return

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> dict[str, User]:
    return staffed(BoardFactory())


@pytest.fixture
def review(people) -> Review:
    return a_case(people["owner"].memberships.get().board, owner=people["owner"])


@pytest.fixture
def deadline(review) -> Deadline:
    return deadline_of(review)


def put_off(deadline: Deadline, by: User, *, on: date, until: date) -> Snooze:
    reason = "The police have asked us to wait."
    return Snooze.give(deadline, until=until, reason=reason, by=by, at=noon(on))


def reminded() -> list[tuple[int, str]]:
    rows = Reminder.objects.filter(kind=Kind.REMINDER, superseded_at=None).order_by("id")
    return list(rows.values_list("stage", "tier"))


def test_nobody_is_reminded_until_the_day_and_then_of_the_stage_it_has_come_to(deadline, people):
    put_off(deadline, people["owner"], on=days_before(16), until=days_before(10))
    plan_on(days_before(11))
    assert reminded() == []
    plan_on(days_before(10))
    assert reminded() == [(14, "owner"), (14, "chair")]


def test_the_warnings_of_the_last_days_of_a_statutory_date_come_all_the_same(deadline, people):
    put_off(deadline, people["owner"], on=days_before(3), until=days_before(-5))
    for days in (2, 1, 0, -4):
        plan_on(days_before(days))
    assert set(Reminder.objects.filter(kind=Kind.REMINDER).values_list("stage")) == {(1,), (0,)}


def test_a_return_of_an_agency_can_be_put_off_over_its_last_day(review, people):
    _, owed = an_agency_return(review)
    put_off(owed, people["owner"], on=days_before(3), until=days_before(-5))
    for days in (1, 0, -4):
        plan_on(days_before(days))
    assert reminded() == []


def test_what_waits_is_held_back_and_waits_again_when_the_day_has_come(
    deadline, people, post: PostOffice
):
    planned_and_put_together(days_before(14))
    put_off(deadline, people["owner"], on=days_before(14), until=days_before(10))
    remind_on(days_before(14))
    assert set(post.recipients()) == {people["manager"].email}  # news of the snooze
    because = Reminder.objects.filter(kind=Kind.REMINDER).values_list("superseded_because")
    assert {words for (words,) in because} == {PUT_OFF}
    remind_on(days_before(10))
    assert {people["owner"].email, people["chair"].email} <= set(post.recipients())


def test_the_manager_is_told_without_the_reason_and_the_chair_where_the_manager_does_it(
    deadline, review, people, post: PostOffice
):
    put_off(deadline, people["owner"], on=days_before(20), until=days_before(10)).end(
        by=people["manager"], at=noon(days_before(20))
    )
    put_off(deadline, people["manager"], on=days_before(20), until=days_before(9))
    remind_on(days_before(20))
    told = {m["To"]: m for m in post.messages if m["Subject"].startswith("Reminders put off")}
    assert set(told) == {people["manager"].email, people["chair"].email}
    body = told[people["chair"].email].get_body(("plain",)).get_content()
    assert "Until:  31 March 2010" in body
    assert f"{people['manager']} put off the reminders" in body
    assert "police" not in body
    assert f"/reviews/{review.reference}/deadlines/{deadline.pk}/" in body


def test_somebody_lets_reminders_go_on_before_the_day(deadline, people):
    snooze = put_off(deadline, people["owner"], on=days_before(16), until=days_before(5))
    snooze.end(by=people["manager"], at=noon(days_before(12)))
    plan_on(days_before(12))
    assert reminded() == [(14, "owner"), (14, "chair")]
    with pytest.raises(NotYet):
        snooze.end(by=people["manager"], at=noon(days_before(12)))
    assert list(
        AuditEvent.objects.filter(verb__contains="snooze").values_list("verb", flat=True)
    ) in (["snooze", "end_snooze"], ["end_snooze", "snooze"])


def test_a_date_that_moves_is_told_whatever_was_put_off(deadline, people):
    put_off(deadline, people["owner"], on=days_before(16), until=days_before(5))
    Deadline.objects.filter(pk=deadline.pk).update(version=2)
    plan_on(days_before(14))
    assert len(reminded()) == 2
    deadline.refresh_from_db()
    put_off(deadline, people["owner"], on=days_before(14), until=days_before(5))
    assert Snooze.objects.in_force().count() == 1


@pytest.mark.parametrize("days", [0, -1, LONGEST.days + 1])
def test_a_day_that_is_past_or_too_far_is_refused(deadline, people, days):
    on = days_before(20)
    with pytest.raises(ValidationError, match="must be after today and no later than"):
        put_off(deadline, people["owner"], on=on, until=on + timedelta(days=days))


def test_only_one_at_a_time_and_only_by_those_who_run_reviews(deadline, people):
    put_off(deadline, people["owner"], on=days_before(20), until=days_before(10))
    with pytest.raises(NotYet, match="put off already"):
        put_off(deadline, people["owner"], on=days_before(20), until=days_before(11))
    with pytest.raises(PermissionDenied):
        put_off(deadline, people["chair"], on=days_before(20), until=days_before(10))


def test_the_pages_put_off_show_and_let_go_on(deadline, review, people):
    client = Client()
    client.force_login(people["owner"])
    address = f"/deadlines/{deadline.pk}/put-off/"
    assert "Enter why reminders are put off" in client.post(address, {}).content.decode()
    far = timezone.localdate() + LONGEST + timedelta(days=1)
    assert client.post(address, boxes(far)).status_code == 200
    assert not Snooze.objects.exists()
    assert client.post(address, boxes(far - timedelta(days=1))).status_code == 302
    for page in (review.get_absolute_url(), f"{review.get_absolute_url()}deadlines/{deadline.pk}/"):
        shown = client.get(page).content.decode()
        assert "Waiting for the coroner" in shown
        assert "Let reminders go on" in shown
        assert f"/deadlines/{deadline.pk}/acknowledge/" in shown
        assert f"/deadlines/{deadline.pk}/remind/" in shown
    assert client.post(f"{address}end/").status_code == 302
    assert client.post(f"{address}end/").status_code == 409
    assert not Snooze.objects.in_force().exists()


def boxes(day: date) -> dict[str, str]:
    parts = {"until_day": day.day, "until_month": day.month, "until_year": day.year}
    return {**{k: str(v) for k, v in parts.items()}, "reason": "Waiting for the coroner."}
