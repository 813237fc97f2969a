"""Reminders of what meetings asked for and of questions to agencies."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import reverse

from boards.models import User
from boards.roles import AgencyAuthor, Chair, Coordinator, Manager, PanelMember
from notifications.acknowledge_views import home_of
from notifications.feeds import as_ical
from notifications.ladder import DEFAULT, About, Ladder, Tier
from notifications.ladder_preview import compare
from notifications.ladder_words import in_words
from notifications.models import Acknowledgement, CalendarFeed, Nudge, Reminder
from reviews.models import AgencyQuestion, Appointment, Commission, Deadline, MeetingAction, Review
from reviews.models.clock import bring_up_to_date
from tests.factories import AgencyFactory, BoardFactory, UserFactory, appointed, person
from tests.notifications.scenes import a_case, noon, plan_on, remind_on
from tests.notifications.test_letters import html_of, text_of
from tests.reviews.meeting_scenes import HELD_ON, a_meeting, an_action

pytestmark = pytest.mark.django_db
DUE = date(2010, 4, 1)
SECRET = "Ask Mrs Wren what Jordan said"


def before(days: int) -> date:
    return DUE - timedelta(days=days)


class Asking:
    """A board whose meeting asked a panel member for something, and whose agency owes an answer.

    Both by DUE; there is nothing else that anybody is told of.
    """

    def __init__(self) -> None:
        self.board = BoardFactory()
        self.owner, self.manager = person(Coordinator, self.board), person(Manager, self.board)
        self.chair = person(Chair, self.board)
        self.review = a_case(self.board, owner=self.owner)
        self.chief = UserFactory()
        self.agency = AgencyFactory(
            board=self.board, name="St Bride’s School", chief_officer=self.chief
        )
        self.author = person(AgencyAuthor, self.board, agency=self.agency)
        person(AgencyAuthor, self.board, agency=AgencyFactory(board=self.board))
        self.member = person(PanelMember, self.board)
        self.post = appointed(self.review, self.member, "panel_member")

    def action(self, **fields) -> MeetingAction:
        meeting = a_meeting(self.review, by=self.owner)
        facts = {"what": SECRET, "due_on": DUE, "person": self.member}
        action = an_action(meeting, by=self.owner, **facts | fields)
        Deadline.objects.statutory().update(is_open=False)
        return action

    def question(self) -> AgencyQuestion:
        said = {"by": self.owner, "at": noon(HELD_ON)}
        asked = {"asked_on": HELD_ON, "due_on": HELD_ON, "returned_on": HELD_ON, "kind": "imr"}
        commission = Commission.objects.create(
            review=self.review, agency=self.agency, **asked, **said
        )
        question = AgencyQuestion.objects.create(
            commission=commission,
            number=1,
            text=SECRET,
            due_on=DUE,
            asked_by=self.owner,
            asked_at=noon(HELD_ON),
        )
        bring_up_to_date(self.review)
        Deadline.objects.statutory().update(is_open=False)
        return question


def told() -> set[tuple[str, User]]:
    return {(row.tier, row.recipient) for row in Reminder.objects.select_related("recipient")}


def reminded(post) -> dict[str, str]:
    """Return {address: what the mail says in both its parts}."""
    return {m["To"]: f"{m['Subject']}\n{text_of(m)}\n{html_of(m)}" for m in post.messages}


def test_the_owner_and_whoever_is_to_do_it_are_told_first_and_the_manager_a_week_after():
    asking = Asking()
    asking.action()
    first = {("owner", asking.owner), ("doer", asking.member)}
    plan_on(before(7))
    assert told() == first
    plan_on(before(-6))
    assert told() == first
    plan_on(before(-7))
    assert told() == first | {("manager", asking.manager)}


def test_the_agency_is_told_of_a_question_first_then_the_owner_then_its_chief_officer():
    asking = Asking()
    asking.question()
    plan_on(before(0))
    assert told() == {("agency", asking.author)}
    plan_on(before(-7))
    assert told() == {("agency", asking.author), ("owner", asking.owner)}
    plan_on(before(-14))
    assert told() == {
        ("agency", asking.author),
        ("owner", asking.owner),
        ("chief", asking.chief),
    }


def test_nobody_is_told_once_it_is_done_or_answered():
    asking = Asking()
    action, question = asking.action(), asking.question()
    plan_on(before(7))
    said = {"by": asking.owner, "at": noon(before(6))}
    asking.review.record("finish_action", action=action, on=before(7), **said)
    question.settle(answer="She did.", by=asking.author, at=noon(before(6)))
    Deadline.objects.statutory().update(is_open=False)
    plan_on(before(0))
    assert not Reminder.objects.waiting().exists()
    assert not Reminder.objects.filter(stage__lt=7).exists()


def test_nobody_is_told_of_an_action_whose_meeting_was_cancelled():
    asking = Asking()
    action = asking.action()
    said = {"by": asking.owner, "at": noon(HELD_ON), "because": "Snow."}
    asking.review.record("cancel_meeting", meeting=action.meeting, **said)
    Deadline.objects.statutory().update(is_open=False)
    plan_on(before(0))
    assert not Reminder.objects.exclude(deadline=None).exists()


def test_whoever_may_see_the_review_no_more_is_sent_nothing(post):
    asking = Asking()
    asking.action()
    plan_on(before(7))
    Appointment.objects.update(ended_on=asking.post.appointed_on, ended_because="Left.")
    remind_on(before(7))
    assert set(reminded(post)) == {asking.owner.email}
    row = Reminder.objects.get(tier="doer")
    assert row.superseded_because == "They may not see the review."


def test_mails_say_which_action_and_which_question_and_never_what(post):
    asking = Asking()
    action, question = asking.action(), asking.question()
    remind_on(before(7))
    mails = reminded(post)
    of_action, of_question = mails[asking.member.email], mails[asking.author.email]
    assert "Action 1 of the panel meeting of 22 March 2010" in of_action
    assert f"/meeting-actions/{action.pk}/" in of_action
    assert "What the meeting asked for is to be done" in of_action
    assert "Question 1 on what was asked for: Chronology and individual" in of_question
    assert f"/commissions/{question.commission_id}/" in of_question
    assert "Answer the board's question" in of_question
    for mail in mails.values():
        assert not any(words in mail for words in (SECRET, "Wren", "Jordan", "Bride"))


def test_whoever_is_to_do_it_has_it_in_hand_and_the_manager_is_spared():
    asking = Asking()
    owed = asking.action().deadline
    Acknowledgement.give(owed, by=asking.member, at=noon(before(-2)))
    plan_on(before(-7))
    assert told() == {("owner", asking.owner)}
    plan_on(before(-21))
    assert ("manager", asking.manager) in told()


def test_an_agency_that_answers_in_hand_spares_its_chief_officer():
    asking = Asking()
    owed = asking.question().deadline
    Acknowledgement.give(owed, by=asking.author, at=noon(before(-13)))
    plan_on(before(-14))
    assert ("chief", asking.chief) not in told()


def test_saying_so_leads_back_to_where_it_is_dealt_with():
    asking = Asking()
    action, question = asking.action(), asking.question()
    for user in (asking.owner, asking.member):
        assert home_of(action.deadline, user) == f"/meeting-actions/{action.pk}/"
    assert home_of(question.deadline, asking.author) == f"/commissions/{question.commission_id}/"
    client = Client()
    for user, owed in ((asking.member, action.deadline), (asking.author, question.deadline)):
        client.force_login(user)
        assert client.get(reverse("acknowledge", args=[owed.pk])).status_code == 200
    assert client.get(reverse("acknowledge", args=[action.deadline.pk])).status_code == 404


def test_a_reminder_that_is_asked_for_goes_to_whoever_must_act_once():
    asking = Asking()
    action = asking.action(person=asking.owner)
    Nudge.give(action.deadline, by=asking.manager, at=noon(before(3)))
    Nudge.give(asking.question().deadline, by=asking.manager, at=noon(before(3)))
    assert told() == {
        ("doer", asking.owner),
        ("chair", asking.chair),
        ("agency", asking.author),
    }


def test_a_calendar_says_which_without_naming_the_agency():
    asking = Asking()
    action, question = asking.action(), asking.question()
    feed, _ = CalendarFeed.make(asking.owner, None, at=noon(HELD_ON))
    text = as_ical(feed, on=HELD_ON, at=noon(HELD_ON)).decode().replace("\r\n ", "")
    assert "Action 1 of the panel meeting of 22 March 2010 – due" in text
    assert "Question to an agency – due" in text
    assert f"/commissions/{question.commission_id}/" in text
    assert action.deadline.name in text
    assert not any(words in text for words in ("Wren", "Bride"))


def test_the_preview_says_who_is_told_of_them():
    asking = Asking()
    owed = {asking.action().deadline.kind, asking.question().deadline.kind}
    rows = compare(asking.review, DEFAULT, DEFAULT, on=before(7))
    assert {row.deadline.kind for row in rows} == owed
    names = {name for row in rows for name in row.now}
    people = (asking.owner, asking.member, asking.author, asking.chief, asking.manager)
    assert names == {person.full_name for person in people}


def test_a_ladder_is_read_aloud_of_them_too():
    words = dict(in_words(DEFAULT))
    assert words["What a meeting asked for"][-1] == (
        "The business manager is told as well, from 7 days after it."
    )
    assert words["A question to an agency"][0].startswith("The agency’s author is told 28")


def test_a_ladder_that_is_older_than_they_are_tells_of_them_as_by_default():
    data = DEFAULT.to_data()
    data["told"] = [row for row in data["told"] if row[0] not in ("action", "question")]
    assert Ladder.from_data(data) == DEFAULT


@pytest.mark.parametrize("about", [About.ACTION, About.QUESTION])
def test_the_manager_may_edit_both(about):
    asking = Asking()
    client = Client()
    client.force_login(asking.manager)
    address = reverse("ladder-change", args=[asking.manager.seats()[0].board.slug, about.value])
    form = client.get(address).context["form"]
    tier = Tier.OWNER if about is About.ACTION else Tier.AGENCY
    assert form[f"{about.value}_{tier.value}"].value() == "first"


def test_a_kind_costs_a_sweep_one_statement_for_each_of_its_tiers(django_assert_max_num_queries):
    asking = Asking()
    asking.question()
    with django_assert_max_num_queries(12) as alone:
        plan_on(before(0))
    Reminder.objects.all().delete()
    asking.action()
    # The owner, whoever stands in or does it, and whether anybody covers.
    with django_assert_max_num_queries(len(alone) + 4):
        plan_on(before(0))


def test_a_person_is_given_no_action_of_a_review_that_is_closed_to_them():
    asking = Asking()
    with pytest.raises(ValidationError):
        asking.action(person=asking.author)
    assert not Review.objects.visible_to(asking.author).exists()
