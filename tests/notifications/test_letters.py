"""What a mail says, and what it never says."""

from datetime import date, timedelta

import pytest

from boards.roles import AgencyAuthor, Chair, Manager
from notifications.models import Reminder
from reviews.models import Child
from tests.factories import AgencyFactory, BoardFactory, person
from tests.notifications.scenes import (
    DUE,
    a_case,
    days_before,
    deadline_of,
    noon,
    plan_on,
    remind_on,
)

pytestmark = pytest.mark.django_db

SECRETS = {
    "name": "Khyra Ishaq",
    "first name": "Khyra",
    "surname": "Ishaq",
    "initials": "KI",
    "date of birth": "12 May 2003",
    "date of birth as digits": "2003-05-12",
    "kind of incident": "death",
    "another word for it": "died",
    "school": "St Jude's",
}


def text_of(message) -> str:
    return message.get_body(("plain",)).get_content()


def html_of(message) -> str:
    return message.get_body(("html",)).get_content()


def a_secret_case():
    """Return a case of which every secret is recorded, with an agency that names a school."""
    board = BoardFactory()
    chair, manager = person(Chair, board), person(Manager, board)
    review = a_case(board)
    Child.objects.filter(incident=review.incident).update(name="Khyra Ishaq", born="2003-05-12")
    school = AgencyFactory(board=board, name="St Jude's")
    author = person(AgencyAuthor, board, agency=school)
    review.move("screen", by=review.owner, at=noon(date(2010, 3, 10)))
    review.record(
        "ask_agencies",
        by=review.owner,
        at=noon(date(2010, 3, 10)),
        agencies=[school],
        kind="check",
        on=date(2010, 3, 10),
        due_on=date(2010, 4, 1),
    )
    return review, {review.owner, chair, manager, author}


def test_a_mail_says_reference_stage_date_what_to_do_and_where(post):
    review = a_case()
    remind_on(days_before(7))
    (message,) = post.messages
    assert message["Subject"] == f"Action needed by 9 April 2010: review {review.reference}"
    for body in (text_of(message), html_of(message)):
        assert review.reference in body
        assert "Referred" in body
        assert "9 April 2010" in body
        assert "due in 7 days" in body
        assert "decision and its reasons are to be recorded" in body
        assert f"https://portal.lscb.example/reviews/{review.reference}/" in body


def test_an_overdue_mail_says_since_when(post):
    review = a_case()
    remind_on(days_before(-12))
    (message,) = post.messages
    assert message["Subject"] == f"Overdue since 9 April 2010: review {review.reference}"
    assert "overdue by 12 days" in text_of(message)


def test_due_today_is_not_overdue(post):
    a_case()
    remind_on(DUE)
    (message,) = post.messages
    assert message["Subject"].startswith("Action needed by 9 April 2010")
    assert "due today" in text_of(message)


def test_the_last_working_day_is_named_where_the_date_is_none(post):
    review = a_case()
    review.deadlines.update(due_on=date(2010, 4, 10), act_by=date(2010, 4, 9))
    remind_on(days_before(6))
    assert "9 April 2010, the last working day" in text_of(post.messages[0])


def test_no_mail_names_the_child_or_the_kind_of_incident(post):
    _, people = a_secret_case()
    for day in (28, 8, 0, -7, -14):
        remind_on(days_before(day))
    assert {user.email for user in people} == set(post.recipients())
    for message in post.messages:
        everything = f"{message['Subject']}\n{text_of(message)}\n{html_of(message)}"
        for what, secret in SECRETS.items():
            assert secret not in everything, what


def test_an_agency_is_led_to_what_it_was_asked_for_and_not_to_the_review(post):
    review, _ = a_secret_case()
    remind_on(date(2010, 3, 31))
    to_agency = Reminder.objects.get(tier="agency")
    (message,) = [m for m in post.messages if m["To"] == to_agency.recipient.email]
    commission = to_agency.deadline.commission_id
    assert f"https://portal.lscb.example/commissions/{commission}/" in text_of(message)
    assert f"/reviews/{review.reference}" not in text_of(message)
    assert "Send the board what your agency was asked for" in text_of(message)


def test_a_changed_date_is_told_from_and_to(post):
    review = a_case()
    remind_on(days_before(7))
    deadline = deadline_of(review)
    deadline.due_on = deadline.act_by = date(2010, 5, 7)
    deadline.version += 1
    deadline.save()
    remind_on(days_before(6))
    message = post.messages[-1]
    assert message["Subject"] == f"Date changed to 7 May 2010: review {review.reference}"
    for body in (text_of(message), html_of(message)):
        assert body.index("9 April 2010") < body.index("7 May 2010")
    assert len(post.messages) == 2


def test_mail_says_that_a_machine_wrote_it_so_that_no_machine_answers(post, settings):
    settings.DEFAULT_FROM_EMAIL = "reminders@lscb.example"
    a_case()
    remind_on(days_before(7))
    (message,) = post.messages
    assert message["From"] == "reminders@lscb.example"
    assert message["Auto-Submitted"] == "auto-generated"
    assert message["List-ID"] == "Reminders <reminders.portal.lscb.example>"
    assert message["Message-ID"].endswith("@portal.lscb.example>")
    assert message.get_content_type() == "multipart/alternative"


def test_a_name_with_markup_in_it_stays_a_name(post):
    review = a_case()
    review.deadlines.update(name="Decide <b>now</b> & then")
    remind_on(days_before(7))
    (message,) = post.messages
    assert "Decide <b>now</b> & then" in text_of(message)
    assert "Decide &lt;b&gt;now&lt;/b&gt; &amp; then" in html_of(message)


def test_planning_alone_sends_nothing(post):
    a_case()
    plan_on(days_before(7) + timedelta(days=1))
    assert post.messages == []


def test_what_several_agencies_were_asked_for_is_told_apart_without_their_names(post):
    board = BoardFactory()
    review = a_case(board)
    review.move("screen", by=review.owner, at=noon(date(2010, 3, 10)))
    agencies = [AgencyFactory(board=board, kind=kind) for kind in ("gp", "police")]
    asked = {"agencies": agencies, "kind": "check", "on": date(2010, 3, 10)}
    review.record("ask_agencies", by=review.owner, at=noon(date(2010, 3, 10)), due_on=DUE, **asked)
    remind_on(days_before(-1))
    text = text_of(post.messages[-1])
    assert "Agency check, GP practice" in text
    assert "Agency check, Police" in text
    for commission in review.commissions.all():
        assert commission.agency.name not in text
        assert f"https://portal.lscb.example/commissions/{commission.pk}/" in text
