"""What meetings and agencies were asked for by a day is a deadline, and no statutory one."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from boards.models import User
from boards.roles import AgencyAuthor, Coordinator, Manager, PanelMember
from reviews.forms.extending import ExtendForm
from reviews.models import Deadline, Declaration, MeetingAction, Review
from reviews.models.clock import bring_up_to_date
from reviews.models.date_move import moves_by
from reviews.readiness import timescales
from reviews.statutory import ENGLAND
from tests.factories import AgencyFactory, BoardFactory, appointed, person
from tests.reviews.contributing import Contributed
from tests.reviews.meeting_scenes import a_meeting, an_action

pytestmark = pytest.mark.django_db
WEEK = timedelta(days=7)


def of_a_meeting(case: Contributed, **fields) -> MeetingAction:
    """Return an action of a panel meeting of today, to be done in a week."""
    meeting = a_meeting(case.review, by=case.staff, on=case.today)
    return an_action(meeting, by=case.staff, **{"due_on": case.today + WEEK} | fields)


def finish(case: Contributed, action: MeetingAction) -> None:
    case.review.record("finish_action", by=case.staff, at=case.now, action=action, on=case.today)


def transferred(case: Contributed) -> None:
    manager = person(Manager, case.board)
    review = Review.objects.get(pk=case.review.pk)
    review.move(
        "transfer", by=manager, at=timezone.now(), board=BoardFactory(), reasons="It leads."
    )


def test_an_action_is_a_deadline_until_it_is_done():
    case = Contributed()
    action = of_a_meeting(case)
    owed = action.deadline
    assert (owed.kind, owed.due_on, owed.is_open) == ("meeting_action", action.due_on, True)
    assert owed.name == f"Action 1 of the panel meeting of {case.today:%-d %B %Y}"
    assert action.what not in owed.name
    assert owed.place == f"/meeting-actions/{action.pk}/"
    finish(case, action)
    owed.refresh_from_db()
    assert (owed.is_open, owed.met_on) == (False, case.today)


def test_a_question_is_a_deadline_of_its_agency_until_it_is_answered():
    case = Contributed()
    asked = case.question()
    owed = asked.deadline
    assert (owed.kind, owed.due_on, owed.is_open) == ("agency_question", asked.due_on, True)
    assert str(case.agency) not in owed.plain_name
    assert owed.place == f"/commissions/{case.asked.pk}/"
    asked.settle(answer="The health visitor.", by=case.author, at=case.now)
    owed.refresh_from_db()
    assert (owed.is_open, owed.met_on) == (False, case.today)


def test_an_action_ends_when_its_meeting_is_cancelled():
    case = Contributed()
    action = of_a_meeting(case)
    said = {"by": case.staff, "at": case.now, "because": "Snow."}
    case.review.record("cancel_meeting", meeting=action.meeting, **said)
    owed = Deadline.objects.get(action=action)
    assert (owed.is_open, owed.met_on) == (False, None)
    assert owed.ended_because == "The meeting was cancelled."


def test_both_end_with_the_review_and_a_question_with_what_it_is_about():
    case = Contributed()
    action, asked, of_other = of_a_meeting(case), case.question(), AgencyFactory(board=case.board)
    other = case.ask(of_other)
    waived = type(asked).ask(
        other, text="Who?", due_on=case.today + WEEK, by=case.panel_chair, at=case.now
    )
    said = {"by": case.staff, "at": case.now, "on": case.today, "reasons": "It never met them."}
    case.review.record("waive_commission", commission=other, **said)
    assert Deadline.objects.get(question=waived).ended_because == "It never met them."
    transferred(case)
    for owed in (Deadline.objects.get(action=action), Deadline.objects.get(question=asked)):
        assert owed.ended_because == "Another board leads the review."


def test_what_was_open_before_has_its_deadline_by_the_next_act():
    case = Contributed()
    action, asked = of_a_meeting(case), case.question()
    Deadline.objects.exclude(action=None, question=None).delete()
    bring_up_to_date(case.review)
    assert {d.action or d.question for d in Deadline.objects.exclude(kind="decide")} >= {
        action,
        asked,
    }


def test_following_them_takes_as_many_queries_however_many_there_are(
    django_assert_num_queries, django_assert_max_num_queries
):
    case = Contributed()
    meeting = of_a_meeting(case).meeting
    case.question()
    with django_assert_max_num_queries(8) as few:
        bring_up_to_date(case.review)
    for _ in range(3):
        case.question()
        an_action(meeting, by=case.staff, due_on=case.today + WEEK)
    with django_assert_num_queries(len(few)):
        bring_up_to_date(case.review)


def test_they_are_not_statutory_and_nobody_extends_them():
    case = Contributed()
    asked = [of_a_meeting(case).deadline, case.question().deadline]
    assert not any(owed.is_statutory for owed in asked)
    assert not set(asked) & set(Deadline.objects.statutory())
    assert not any(owed.name in sentence for sentence in timescales(case.review) for owed in asked)
    form = ExtendForm(review=case.review, user=case.staff, today=case.today)
    assert not set(asked) & set(form.fields["deadline"].queryset)
    facts = {"to": case.today + 3 * WEEK, "reason": "x", "authority": "x", "told": ""}
    for owed in asked:
        assert owed.may_be_extended_by() == ""
        assert "asked for it by" in owed.explain([])[0]
        with pytest.raises(ValidationError, match="no extension"):
            owed.extend(**facts, by=case.staff, at=case.now, agreed_on=case.today)


def test_a_new_bank_holiday_moves_only_the_day_to_act():
    case = Contributed()
    action, asked = of_a_meeting(case).deadline, case.question().deadline
    for owed in (action, asked):
        Deadline.objects.filter(pk=owed.pk).update(act_by=owed.due_on - 2 * WEEK)
    moves = {m.deadline_id: m for m in moves_by(asked.due_on - WEEK, ENGLAND)}
    assert moves[action.pk].name == action.name
    assert moves[asked.pk].name == "Question to an agency"
    assert not any(moves[owed.pk].is_due_moved for owed in (action, asked))


def test_an_agency_sees_its_questions_and_no_action():
    case = Contributed()
    action, asked = of_a_meeting(case).deadline, case.question().deadline
    stranger = person(AgencyAuthor, case.board, agency=AgencyFactory(board=case.board))
    theirs = set(Deadline.objects.visible_to(case.author))
    assert asked in theirs
    assert action not in theirs
    assert not Deadline.objects.visible_to(stranger).exists()


def given_to(case: Contributed, user: User, **fields: str) -> Client:
    client = Client()
    client.force_login(case.staff)
    meeting = a_meeting(case.review, by=case.staff, on=case.today)
    day = case.today + WEEK
    sent = {"what": "Write", "who": "", "person": user.pk if user else ""}
    sent |= {"due_on_day": day.day, "due_on_month": day.month, "due_on_year": day.year}
    client.answer = client.post(f"/meetings/{meeting.pk}/record/ask_for_action/", sent | fields)
    return client


def test_an_action_is_given_to_somebody_who_sees_the_review():
    case = Contributed()
    given_to(case, case.member)
    action = MeetingAction.objects.get()
    assert (action.person, action.who) == (case.member, case.member.full_name)
    given_to(case, None, who="The coroner’s officer")
    assert MeetingAction.objects.get(who="The coroner’s officer").person is None


def test_an_action_is_not_given_to_whom_the_review_is_closed():
    case = Contributed()
    undeclared = person(PanelMember, case.board)
    held = appointed(case.review, undeclared, "panel_member", at=case.now)
    Declaration.objects.filter(appointment=held).delete()
    elsewhere = person(Coordinator)
    not_asked = person(AgencyAuthor, case.board, agency=AgencyFactory(board=case.board))
    for nobody in (not_asked, undeclared, elsewhere, person(PanelMember, case.board)):
        given_to(case, nobody)
        with pytest.raises(ValidationError, match="may see this review"):
            of_a_meeting(case, person=nobody, who="")
    text = given_to(case, None).answer.content.decode()
    assert "Enter who is to do it, or choose their account" in text
    assert not MeetingAction.objects.exists()


def test_an_action_is_given_to_an_author_of_an_agency_that_the_review_asks():
    case = Contributed()
    given_to(case, case.author)
    assert MeetingAction.objects.get().person == case.author
    assert not Review.objects.visible_to(case.author).exists()


def test_the_page_of_an_action_leads_back_to_its_meeting():
    case = Contributed()
    owed = of_a_meeting(case, due_on=date(2030, 1, 2)).deadline
    client = Client()
    client.force_login(case.staff)
    text = client.get(f"/reviews/{case.review.reference}/deadlines/{owed.pk}/").content.decode()
    assert f'href="{owed.place}"' in text
    assert "It is not extended" in text
