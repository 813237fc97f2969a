"""Questions to an agency, and what they do not do to a clock."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.test import Client

from boards.roles import AgencyAuthor
from reviews.conditions import NotYet
from reviews.models import AgencyQuestion, Deadline
from reviews.statutory import GUIDANCE, STOPS, said_of_stops
from tests.factories import AgencyFactory, person
from tests.reviews.contributing import Contributed

pytestmark = pytest.mark.django_db


def test_every_guidance_says_whether_a_question_stops_its_clock_and_none_lets_it():
    assert set(STOPS) == set(GUIDANCE)
    assert not any(stop.may_stop for stop in STOPS.values())
    assert "A question stops no clock" in said_of_stops(GUIDANCE["wt2010"])


def test_a_question_moves_no_other_deadline_and_is_overdue_the_day_after_its_own():
    case = Contributed()
    before = set(Deadline.objects.values_list("pk", "due_on", "is_open"))
    asked = case.question()
    after = set(Deadline.objects.values_list("pk", "due_on", "is_open"))
    assert after - before == {(asked.deadline.pk, asked.due_on, True)}
    assert before <= after
    assert not AgencyQuestion.objects.overdue(asked.due_on).exists()
    assert AgencyQuestion.objects.overdue(asked.due_on + timedelta(days=1)).exists()


def test_an_answer_is_said_once_and_by_the_agency_or_the_staff():
    case = Contributed()
    asked = case.question()
    stranger = person(AgencyAuthor, case.board, agency=AgencyFactory(board=case.board))
    for nobody in (stranger, case.panel_chair):
        with pytest.raises(PermissionDenied):
            asked.settle(answer="x", by=nobody, at=case.now)
    asked.settle(answer="The health visitor.", by=case.author, at=case.now)
    with pytest.raises(NotYet, match="answered this already"):
        asked.settle(answer="Nobody.", by=case.staff, at=case.now)
    assert AgencyQuestion.objects.get().answer == "The health visitor."


def test_an_agency_asks_nothing_and_a_day_that_has_passed_is_refused():
    case = Contributed()
    facts = {"text": "Why?", "at": case.now}
    with pytest.raises(PermissionDenied):
        AgencyQuestion.ask(case.asked, due_on=case.today, by=case.author, **facts)
    with pytest.raises(ValidationError, match="today or later"):
        AgencyQuestion.ask(
            case.asked, due_on=case.today - timedelta(days=1), by=case.staff, **facts
        )


def test_the_thread_is_for_the_agency_and_the_panel_and_another_agency_gets_404():
    case = Contributed()
    case.question()
    address = f"/commissions/{case.asked.pk}/questions/"
    stranger = person(AgencyAuthor, case.board, agency=AgencyFactory(board=case.board))
    for user, status in ((case.author, 200), (case.member, 200), (stranger, 404)):
        client = Client()
        client.force_login(user)
        assert client.get(address).status_code == status
        assert (
            client.get(f"{address}1/").status_code
            == {
                case.author: 200,
                case.member: 403,
                stranger: 404,
            }[user]
        )


def test_a_question_and_its_answer_are_read_in_order():
    case = Contributed()
    client = Client()
    client.force_login(case.panel_chair)
    day = case.today + timedelta(days=5)
    boxes = {"due_on_day": day.day, "due_on_month": day.month, "due_on_year": day.year}
    address = f"/commissions/{case.asked.pk}/questions/"
    empty = client.post(address, {"text": "", **boxes}).content.decode()
    assert "Enter the question" in empty
    client.post(address, {"text": "<script>Who?</script>", **boxes})
    client.force_login(case.author)
    client.post(f"{address}1/", {"answer": "The nurse."})
    page = client.get(address).content.decode()
    assert "<script>Who?" not in page
    assert page.index("Who?") < page.index("The nurse.")
    assert client.post(f"{address}1/", {"answer": "Again"}).status_code == 409
