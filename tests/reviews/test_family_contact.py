"""Contact with the family: days without it, what is planned, and the log."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from boards.roles import Coordinator
from reviews.models import Contact, PlannedContact, QuietDays
from reviews.models.quiet_days import next_free_day
from tests.factories import AT, a_relative, a_review, a_trial, person
from tests.reviews.test_case_page import day
from tests.reviews.test_family import a_family, quiet, send
from tests.reviews.test_proceedings import page, under_way

pytestmark = pytest.mark.django_db


def test_a_contact_on_a_quiet_day_asks_why_and_loses_nothing():
    review, staff, visit = a_family()
    quiet(review, timezone.localdate())
    warned = send(staff, review, "record_contact", visit)
    assert "The family is not to be contacted on" in warned
    assert "(The funeral)" in warned
    assert "She was told." in warned
    assert not Contact.objects.exists()
    assert not send(staff, review, "record_contact", visit | {"all_the_same": "She rang us."})
    assert Contact.objects.get().all_the_same == "She rang us."
    assert "She rang us." in page(staff, review, "family/")


def test_the_question_why_is_not_asked_of_an_ordinary_day():
    review, staff, _ = a_family()
    assert "all_the_same" not in page(staff, review, "family/record_contact/")


def test_a_plan_for_a_quiet_day_names_the_next_possible_day():
    review, staff, visit = a_family()
    today = timezone.localdate()
    quiet(review, today + timedelta(days=3), today + timedelta(days=4))
    quiet(review, today + timedelta(days=5), relative=review.relatives.get(), reason="The trial")
    plan = {"with_whom": visit["with_whom"], "purpose": "To hear her"}
    plan |= day("on", today + timedelta(days=3))
    free = today + timedelta(days=6)
    warned = send(staff, review, "plan_contact", plan)
    assert f"The next possible day is {free.day} {free:%B %Y}." in warned
    assert not PlannedContact.objects.exists()
    assert not send(staff, review, "plan_contact", plan | day("on", free))
    assert PlannedContact.objects.waiting().get().on == free


def test_somebody_elses_quiet_day_is_an_ordinary_day():
    review, staff, visit = a_family()
    aunt = a_relative(review, by=person(Coordinator), name="Una", relationship="Aunt")
    quiet(review, timezone.localdate(), relative=aunt)
    assert not send(staff, review, "record_contact", visit)
    both = visit | {"with_whom": [*visit["with_whom"], aunt.pk]}
    assert "Una is not to be contacted" in send(staff, review, "record_contact", both)


def test_a_quiet_day_that_was_taken_back_is_an_ordinary_day_and_is_kept():
    review, staff, visit = a_family()
    days = quiet(review, timezone.localdate())
    assert not send(staff, review, "take_back_quiet_days", {"quiet_days": days.pk})
    assert not send(staff, review, "record_contact", visit)
    days.refresh_from_db()
    assert days.taken_back_by


def test_contact_is_warned_against_while_proceedings_hold_it_up():
    review, staff, visit = a_family()
    a_trial(review, by=person(Coordinator, review.board), holds=["family"])
    held = (
        "Contact with the family has been held up by the criminal proceedings (Lewes Crown Court)"
    )
    assert held in page(staff, review, "family/")
    assert held in send(staff, review, "record_contact", visit)
    before = visit | day("on", date(2010, 3, 11))
    assert not send(staff, review, "record_contact", before)


def test_the_next_step_is_planned_and_refused_on_a_quiet_day():
    review, staff, visit = a_family()
    on = timezone.localdate() + timedelta(days=7)
    step = visit | {"next_step": "Visit again"} | day("next_on", on)
    days = quiet(review, on)
    assert "Choose another day" in send(staff, review, "record_contact", step)
    assert not Contact.objects.exists()
    days.delete()
    assert not send(staff, review, "record_contact", step)
    plan = PlannedContact.objects.waiting().get()
    assert (plan.on, plan.purpose) == (on, "Visit again")
    made = visit | {"planned": plan.pk, "said": "Visited."}
    assert not send(staff, review, "record_contact", made)
    assert not PlannedContact.objects.waiting().exists()
    assert "made or called off already" not in page(staff, review, "family/")


def test_a_mistake_is_corrected_by_another_entry_once():
    review, staff, visit = a_family()
    send(staff, review, "record_contact", visit)
    wrong = Contact.objects.get()
    assert "She was told." in page(staff, review, f"family/record_contact/?corrects={wrong.pk}")
    right = visit | {"corrects": wrong.pk, "said": "He was told."}
    assert not send(staff, review, "record_contact", right)
    shown = page(staff, review, "family/")
    assert "She was told." in shown
    assert "Corrected by the entry" in shown
    again = send(staff, review, "record_contact", right | {"said": "They were told."})
    assert "corrected already" in again
    assert Contact.objects.standing().get().said == "He was told."


def test_the_same_entry_sent_twice_stands_once():
    review, staff, visit = a_family()
    assert not send(staff, review, "record_contact", visit)
    assert "in the log already" in send(staff, review, "record_contact", visit)
    assert Contact.objects.count() == 1


def test_nobody_of_another_review_is_contacted_here():
    review, staff, visit = a_family()
    stranger = a_relative(a_review(), by=person(Coordinator))
    assert send(staff, review, "record_contact", visit | {"with_whom": [stranger.pk]})
    answer = staff.get(f"/reviews/{review.reference}/family/people/{stranger.pk}/")
    assert answer.status_code == 404
    assert not Contact.objects.exists()


def test_a_long_log_is_turned_over_page_by_page():
    review, staff, _ = a_family()
    by = person(Coordinator, review.board)
    for number in range(30):
        review.contacts.create(
            on=date(2010, 3, 1), way="visit", made_by="x", said=f"<b>{number}</b>", by=by, at=AT
        )
    shown = page(staff, review, "family/")
    assert "&lt;b&gt;29" in shown
    assert "&lt;b&gt;1&lt;" not in shown
    assert "&lt;b&gt;1&lt;" in page(staff, review, "family/?page=2")


@pytest.mark.parametrize(
    ("first_on", "last_on", "on", "is_quiet"),
    [
        ("2010-03-05", "2010-03-05", "2011-03-05", True),
        ("2010-03-05", "2010-03-05", "2011-03-06", False),
        ("2010-03-05", "2010-03-05", "2009-03-05", False),  # before it first came
        ("2010-12-24", "2011-01-02", "2012-01-01", True),  # over the end of a year
        ("2010-12-24", "2011-01-02", "2012-01-03", False),
        ("2012-02-29", "2012-02-29", "2013-02-28", True),
        ("2012-02-29", "2012-02-29", "2013-03-01", False),
        ("2012-02-29", "2012-02-29", "2016-02-29", True),
    ],
)
def test_days_that_come_every_year(first_on, last_on, on, is_quiet):
    days = QuietDays(
        first_on=date.fromisoformat(first_on),
        last_on=date.fromisoformat(last_on),
        is_yearly=True,
    )
    assert days.covers(date.fromisoformat(on)) is is_quiet


def test_no_next_day_is_promised_where_there_is_none():
    review, _, _ = under_way()
    quiet(review, date(2010, 1, 1), date(2019, 1, 1))
    assert next_free_day(review, [], date(2010, 3, 1)) is None


def test_quiet_days_end_after_they_begin_and_yearly_ones_are_short():
    review, _, _ = under_way()
    by = person(Coordinator, review.board)
    facts = {"by": by, "at": AT, "reason": "x", "first_on": date(2010, 3, 5)}
    with pytest.raises(ValidationError, match="or a later one"):
        review.record("keep_days_quiet", last_on=date(2010, 3, 4), **facts)
    with pytest.raises(ValidationError, match="60 days at most"):
        review.record("keep_days_quiet", last_on=date(2010, 6, 4), is_yearly=True, **facts)
