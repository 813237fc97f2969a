"""Days that cannot be a deadline, or the date of an event, are refused where they are typed."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from boards.govuk.words import inside
from boards.roles import Coordinator, Manager
from reviews.models import AgencyQuestion, Deadline
from reviews.models.history import out_of_order
from reviews.statutory import PartialDate
from tests.factories import AgencyFactory, BoardFactory, a_review, person
from tests.reviews.contributing import Contributed
from tests.reviews.meeting_scenes import a_meeting, an_action
from tests.reviews.test_case_page import day, recent_review, signed_in

pytestmark = pytest.mark.django_db
KNOWN = "Bank holidays are known from 2005 to 2031"
BEYOND = date(2035, 3, 1)
Sent = tuple[str, dict[str, object]]


def of_an_agency(case: Contributed) -> Sent:
    facts = {"kind": "imr", "agencies": [AgencyFactory(board=case.board).pk]}
    facts |= day("on", case.today) | day("due_on", BEYOND)
    return f"/reviews/{case.review.reference}/record/ask_agencies/", facts


def of_an_action(case: Contributed) -> Sent:
    meeting = a_meeting(case.review, by=case.staff, on=case.today)
    facts = {"what": "Write", "who": "The nurse", **day("due_on", BEYOND)}
    return f"/meetings/{meeting.pk}/record/ask_for_action/", facts


def of_a_question(case: Contributed) -> Sent:
    return f"/commissions/{case.asked.pk}/questions/", {"text": "Why?", **day("due_on", BEYOND)}


def of_an_extension(case: Contributed) -> Sent:
    facts = {"deadline": case.asked.deadline.pk, "reason": "x", "authority": "x"}
    facts |= day("to", BEYOND) | day("agreed_on", case.today)
    return f"/reviews/{case.review.reference}/record/extend/", facts


def of_an_event(case: Contributed) -> Sent:
    facts = {"event": "publishing", "on": "1 January 2035"}
    return f"/reviews/{case.review.reference}/record/record_event/", facts


@pytest.mark.parametrize(
    "sent", [of_an_agency, of_an_action, of_a_question, of_an_extension, of_an_event]
)
def test_a_day_beyond_the_known_bank_holidays_is_refused_beside_what_was_typed(
    sent: Callable[[Contributed], Sent],
):
    case = Contributed()
    manager = person(Manager, case.board)
    case.review.record("pin_guidance", by=manager, at=case.now, guidance="wt2018", reasons="x")
    address, facts = sent(case)
    answer = signed_in(manager).post(address, facts)
    shown = answer.content.decode()
    assert answer.status_code == 200
    assert shown.count(KNOWN) == 2  # in the summary and beside the boxes
    assert 'value="2035"' in shown or "2035" in str(facts["on"])
    assert not Deadline.objects.filter(due_on__year__gt=2031).exists()


def test_the_domain_refuses_such_a_day_with_the_same_words():
    case = Contributed()
    meeting = a_meeting(case.review, by=case.staff, on=case.today)
    with pytest.raises(ValidationError, match=KNOWN):
        an_action(meeting, by=case.staff, due_on=BEYOND)
    with pytest.raises(ValidationError, match=KNOWN):
        AgencyQuestion.ask(case.asked, text="Why?", due_on=BEYOND, by=case.staff, at=case.now)


def correcting(**facts: str) -> tuple[Client, str, dict[str, str]]:
    board = BoardFactory()
    staff = person(Coordinator, board)
    dates = {"happened": date(2010, 2, 1), "notified": date(2010, 3, 1)}
    review = a_review(board, owner=staff, dates=dates | {"referred": date(2010, 3, 1)})
    door = f"/reviews/{review.reference}/record/correct_event/"
    return signed_in(staff), door, {"event": "referred", "reasons": "The letter.", **facts}


@pytest.mark.parametrize(
    ("on", "why"),
    [
        ("7 June 2127", "2100"),
        ("7 June 2099", "lies in the future"),
        ("3 January 2010", "incident"),
    ],
)
def test_a_date_that_cannot_be_is_refused_before_its_effect_is_shown(on, why):
    client, door, facts = correcting(on=on)
    shown = client.post(door, facts).content.decode()
    assert "There is a problem" in shown
    assert why in shown
    assert "Apply the change" not in shown


def test_the_right_date_is_not_guessed_and_another_days_is_written_as_its_hint():
    client, door, _facts = correcting()
    shown = client.get(door).content.decode()
    assert 'name="on" value' not in shown
    recorded = client.get(door.replace("correct_event", "record_event")).content.decode()
    assert f'value="{timezone.localdate():%-d %B %Y}"' in recorded


def test_a_date_that_starts_no_clock_any_more_is_warned_of_and_its_return_is_shown():
    board = BoardFactory()
    staff = person(Coordinator, board)
    review = recent_review(board, days_ago=60, owner=staff)
    client, door = signed_in(staff), f"/reviews/{review.reference}/record/correct_event/"
    owed = review.deadlines.statutory().first()
    facts = {"event": owed.trigger, "reasons": "x"}
    unsure = facts | {"on": f"about {owed.trigger_on:%B %Y}"}
    shown = client.post(door, unsure).content.decode()
    assert f"{owed.name}: it will be owed no longer" in shown
    client.post(door, unsure | {"confirmed": "1"})
    assert not Deadline.objects.get(pk=owed.pk).is_open
    again = facts | {"on": f"{owed.trigger_on:%-d %B %Y}"}
    shown = client.post(door, again).content.decode()
    assert "No date" in shown
    assert f"it will be overdue since {owed.due_on:%-d %B %Y}" in shown
    client.post(door, again | {"confirmed": "1"})
    assert Deadline.objects.get(pk=owed.pk).is_open


def test_an_extension_to_a_day_off_says_by_which_day_to_act():
    case = Contributed()
    to = case.asked.due_on + timedelta(days=30)
    to += timedelta(days=(5 - to.weekday()) % 7)  # a Saturday
    address, facts = of_an_extension(case)
    manager = person(Manager, case.board)
    shown = signed_in(manager).post(address, facts | day("to", to)).content.decode()
    assert "The new date is no working day" in shown
    assert case.asked.deadline.due_on == case.asked.due_on


def test_a_name_keeps_its_capital_inside_a_sentence():
    letter = PartialDate.parse("2011-03-01")
    (reason,) = out_of_order("submitted", PartialDate.parse("2011-04-01"), {"evaluated": letter})
    assert "cannot be after Ofsted’s evaluation letter" in reason.replace("'", "’")
    assert inside("The decision") == "the decision"
    assert inside("IMR of the hospital") == "IMR of the hospital"
