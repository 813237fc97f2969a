"""What is put into one mail, what the database refuses of it, and when digests go."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from boards.roles import AgencyAuthor, Chair, Coordinator, Manager
from notifications.assembly import assemble
from notifications.models import Kind, Mail, MailKind, Reminder
from notifications.planning import NOT_OWED, supersede_stale
from reviews.models import Deadline, Review
from tests.factories import BoardFactory, everybody, person
from tests.notifications.scenes import (
    DUE,
    a_case,
    days_before,
    noon,
    plan_on,
    planned_and_put_together,
    remind_on,
)

pytestmark = pytest.mark.django_db

TODAY = days_before(8)
AT = noon(TODAY)


def text_of(message) -> str:
    return message.get_body(("plain",)).get_content()


def html_of(message) -> str:
    return message.get_body(("html",)).get_content()


def due_on(review: Review, day: date) -> Review:
    review.deadlines.update(due_on=day, act_by=day)
    return review


def test_one_person_has_one_mail_for_ten_things_of_a_board(post):
    board = BoardFactory()
    owner = person(Coordinator, board)
    reviews = [a_case(board, owner=owner) for _ in range(10)]
    remind_on(TODAY)
    (message,) = post.messages
    assert message["Subject"].endswith(", and 9 more")
    for body in (text_of(message), html_of(message)):
        assert all(review.reference in body for review in reviews)
    assert {row.mail for row in Reminder.objects.all()} == {Mail.objects.get()}
    assert all(row.status.label == "Sent" for row in Reminder.objects.select_related("mail"))


def test_overdue_comes_first_then_by_date(post):
    board = BoardFactory()
    owner = person(Coordinator, board)
    later, overdue, sooner = (a_case(board, owner=owner) for _ in range(3))
    due_on(later, TODAY + timedelta(days=20))
    due_on(overdue, TODAY - timedelta(days=14))
    due_on(sooner, TODAY + timedelta(days=6))
    remind_on(TODAY)
    (message,) = post.messages
    assert message["Subject"] == (
        f"Overdue since 18 March 2010: review {overdue.reference}, and 2 more"
    )
    for body in (text_of(message), html_of(message)):
        places = [body.index(review.reference) for review in (overdue, sooner, later)]
        assert places == sorted(places)


def test_both_parts_say_the_same_of_the_rest(post):
    board = BoardFactory()
    owner = person(Coordinator, board)
    due_on(a_case(board, owner=owner), DUE - timedelta(days=1))
    second = a_case(board, owner=owner)
    remind_on(TODAY)
    (message,) = post.messages
    link = f"https://portal.lscb.example/reviews/{second.reference}/"
    for body in (text_of(message), html_of(message)):
        for words in ("And 1 more", "Due in 8 days:", second.reference, "due 9 April 2010", link):
            assert words in body
    assert message["To"] == owner.email


def test_a_person_of_two_boards_has_one_digest_for_each(post):
    first, second = BoardFactory(), BoardFactory()
    owner = person(Coordinator, first)
    owner.memberships.create(board=second, role="coordinator", since_on=date(2006, 4, 1))
    reviews = {a_case(board, owner=owner) for board in (first, second)}
    remind_on(TODAY)
    assert post.recipients() == [owner.email] * 2
    for review in reviews:
        (named,) = [m for m in post.messages if review.reference in text_of(m)]
        assert "more" not in named["Subject"]


def test_there_is_one_digest_a_day_and_what_comes_later_waits_for_the_next(post):
    board = BoardFactory()
    owner = person(Coordinator, board)
    a_case(board, owner=owner)
    remind_on(TODAY)
    later = a_case(board, owner=owner)
    remind_on(TODAY)
    assert len(post.messages) == 1
    remind_on(TODAY + timedelta(days=1))
    assert len(post.messages) == 2
    assert later.reminders.sent().count() == 1


def test_a_last_day_warning_does_not_wait_for_a_working_morning(post):
    a_case()
    plan_on(days_before(1))
    assert assemble(on=days_before(1), at=AT, is_morning=False) == 1
    assert Mail.objects.get().kind == MailKind.AT_ONCE


def test_a_digest_waits_for_a_working_morning():
    a_case()
    plan_on(TODAY)
    assert assemble(on=TODAY, at=AT, is_morning=False) == 0
    assert assemble(on=TODAY, at=AT, is_morning=True) == 1
    assert Mail.objects.get().kind == MailKind.DIGEST
    assert not Mail.objects.due(AT, is_morning=False).exists()
    assert Mail.objects.due(AT, is_morning=True).exists()


def test_what_is_told_at_once_is_not_told_in_the_digest_again(post):
    board = BoardFactory()
    owner = person(Coordinator, board)
    due_on(a_case(board, owner=owner), TODAY)
    a_case(board, owner=owner)
    remind_on(TODAY)
    assert sorted(Mail.objects.values_list("kind", flat=True)) == ["at_once", "digest"]
    assert [m["Subject"].partition(":")[0] for m in post.messages] == [
        "Action needed by 1 April 2010",
        "Action needed by 9 April 2010",
    ]


def test_a_sweep_of_the_same_moment_makes_no_second_mail():
    a_case()
    planned_and_put_together(TODAY)
    before = Mail.objects.get()
    assert assemble(on=TODAY, at=noon(TODAY), is_morning=True) == 0
    assert Mail.objects.get() == before


def test_what_is_owed_no_more_leaves_the_mail_and_the_rest_is_sent(post):
    board = BoardFactory()
    owner = person(Coordinator, board)
    met, owed = (a_case(board, owner=owner) for _ in range(2))
    planned_and_put_together(TODAY)
    met.deadlines.update(is_open=False, met_on=TODAY)
    remind_on(TODAY)
    (message,) = post.messages
    assert met.reference not in text_of(message)
    assert owed.reference in text_of(message)
    assert met.reminders.get().status.because == NOT_OWED


def test_a_mail_with_nothing_left_is_not_sent(post):
    review = a_case()
    planned_and_put_together(TODAY)
    review.deadlines.update(is_open=False, met_on=TODAY)
    supersede_stale(Reminder.objects.all(), at=AT)
    remind_on(TODAY)
    assert post.messages == []
    assert Mail.objects.get().emptied_at == AT
    assert review.reminders.get().status.label == "Not sent"


def test_nobody_who_left_lost_the_role_or_may_not_see_it_has_a_line_in_anothers_mail(post):
    board = BoardFactory()
    people = [person(Coordinator, board) for _ in range(3)]
    gone, stripped, stays = people
    for owner in people:
        a_case(board, owner=owner)
    planned_and_put_together(TODAY)
    type(gone).objects.filter(pk=gone.pk).update(is_active=False)
    stripped.memberships.get().end(on=TODAY)
    remind_on(TODAY)
    assert post.recipients() == [stays.email]


def test_seeing_is_asked_for_many_people_as_for_each(post):
    boards = [BoardFactory(), BoardFactory()]
    people = [user for board in boards for user in everybody(board).values()]
    for board in boards:
        for restricted in (False, True):
            owner = person(Coordinator, board)
            a_case(board, owner=owner, deputy=people[0], is_restricted=restricted)
            people.append(owner)
    people = [p for p in people if not p.memberships.filter(role="evaluator").exists()]
    beside = Review.objects.beside_viewers([user.pk for user in people])
    assert beside == {
        (review.pk, user.pk) for user in people for review in Review.objects.visible_to(user)
    }
    assert beside, "or the test compares nothing"


def test_a_mail_is_seen_by_its_recipient_and_the_boards_manager():
    review = a_case()
    planned_and_put_together(TODAY)
    manager = person(Manager, review.board)
    assert Mail.objects.visible_to(review.owner).exists()
    assert Mail.objects.visible_to(manager).exists()
    for outsider in (person(Manager), person(AgencyAuthor, review.board), person(Chair)):
        assert not Mail.objects.visible_to(outsider).exists()


@pytest.mark.parametrize(
    ("constraint", "changes"),
    [
        ("mail_kind_known", {"kind": "gossip"}),
        ("mail_claimed_at_and_by", {"claim": uuid4()}),
        ("mail_claimed_at_and_by", {"claimed_at": AT}),
        (
            "mail_claimed_while_waiting",
            {"claim": uuid4(), "claimed_at": AT, "sent_at": AT, "message_id": "<a@b>"},
        ),
        ("mail_sent_with_message_id", {"sent_at": AT}),
        ("mail_sent_with_message_id", {"message_id": "<a@b>"}),
        ("mail_failed_with_words", {"failed_at": AT}),
        (
            "mail_ends_in_one_way",
            {"sent_at": AT, "message_id": "<a@b>", "failed_at": AT, "failure": "550"},
        ),
        ("mail_ends_in_one_way", {"sent_at": AT, "message_id": "<a@b>", "emptied_at": AT}),
        ("mail_ends_in_one_way", {"failed_at": AT, "failure": "550", "emptied_at": AT}),
        ("mail_bounced_after_sending", {"bounced_at": AT, "failure": "550"}),
    ],
)
def test_the_database_refuses_a_mail_that_contradicts_itself(constraint, changes):
    a_case()
    planned_and_put_together(TODAY)
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Mail.objects.update(**changes)


@pytest.mark.parametrize(("kind", "later"), [("digest", 1), ("at_once", 0)])
def test_the_database_refuses_a_second_mail_of_the_same(kind, later):
    a_case()
    planned_and_put_together(TODAY)
    Mail.objects.update(kind=kind)
    again = Mail.objects.get()
    again.pk, again.made_at = None, again.made_at + timedelta(hours=later)
    with pytest.raises(IntegrityError), transaction.atomic():
        again.save(force_insert=True)


def test_news_of_a_date_is_told_at_once(post):
    review = a_case()
    remind_on(TODAY)
    Deadline.objects.filter(review=review).update(due_on=date(2010, 7, 9), version=2)
    plan_on(TODAY)
    assemble(on=TODAY, at=datetime(2010, 4, 3, 23, tzinfo=UTC), is_morning=False)
    assert Reminder.objects.get(kind=Kind.DATE_CHANGED).mail.kind == MailKind.AT_ONCE
