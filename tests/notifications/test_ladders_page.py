"""The page on which a board sets its reminders, and its preview."""

import pytest
from django.test import Client
from django.urls import reverse

from boards.roles import Auditor, Chair, Coordinator, Manager
from notifications.ladder import DEFAULT
from notifications.ladder_preview import compare
from notifications.models import BoardLadder, Kind, Reminder, Snooze
from tests.factories import BoardFactory, person
from tests.notifications.scenes import DUE, a_case, days_before, deadline_of, noon, plan_on
from tests.notifications.test_ladders import DECISION_LATER, EARLY, OWNERS_ALONE, publish

pytestmark = pytest.mark.django_db


def client_of(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def fields_of(page, **changed) -> dict[str, str]:
    """Return what the form on the page would send."""
    form = page.context["form"]
    shown = {name: form[name].value() for name in form.fields}
    return {name: value for name, value in {**shown, **changed}.items() if value is not None}


def test_the_manager_previews_then_publishes():
    review = a_case()
    manager = person(Manager, review.board)
    client, address = client_of(manager), reverse("ladder")
    sent = fields_of(client.get(address), before="40, 10", review=review.pk, act="preview")
    page = client.post(address, sent)
    text = page.content.decode()
    assert "40 and 10 days before" in text
    assert f"Who would get what, when, for {review.reference}" in text
    assert not BoardLadder.objects.exists()
    page = client.post(address, sent | {"act": "publish", "reason": "Agreed in May"})
    assert page.status_code == 302
    assert BoardLadder.of(review.board) == EARLY


def test_a_kind_is_given_days_of_its_own_and_shown_them_again():
    board = BoardFactory()
    client, address = client_of(person(Manager, board)), reverse("ladder")
    sent = {"before": "40, 10", "decision_before": "5, 2", "decision_every": "3"}
    sent |= {"reason": "The Chair asked", "act": "publish"}
    assert client.post(address, fields_of(client.get(address), **sent)).status_code == 302
    assert BoardLadder.of(board) == DECISION_LATER
    page = client.get(address)
    assert "told 5 and 2 days before and every 3 days after" in page.content.decode()
    assert fields_of(page)["decision_before"] == "5, 2"


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"decision_before": "400"}, "from 0 to 365"),
        ({"before": "soon"}, "must be whole numbers"),
        ({"before": "400"}, "from 0 to 365"),
        ({"every": "200"}, "must be a whole number from 0 to 90"),
        ({"statutory_owner": "never"}, "choose at least one person to tell"),
        ({"decision_manager": "after", "decision_manager_days": ""}, "Enter the number of days"),
        ({"reason": ""}, "Enter why the reminders change"),
        ({"before": "28, 14, 7, 1, 0"}, "change something first"),
    ],
)
def test_what_cannot_be_published_says_how_to_mend_it(changed, words):
    board = BoardFactory()
    client, address = client_of(person(Manager, board)), reverse("ladder")
    sent = {"before": "9", "reason": "Agreed", "act": "publish"} | changed
    page = client.post(address, fields_of(client.get(address), **sent))
    assert words in page.content.decode()
    assert not BoardLadder.objects.exists()


def test_the_default_is_filled_in_to_go_back_to_it():
    board = BoardFactory()
    manager = person(Manager, board)
    publish(board, EARLY, by=manager)
    client, address = client_of(manager), reverse("ladder")
    form = client.get(f"{address}?from=default")
    client.post(address, fields_of(form, reason="It was too much", act="publish"))
    assert BoardLadder.of(board) == DEFAULT
    assert "back to the default" in client.get(address).content.decode()


def test_the_chair_reads_and_may_not_change():
    board = BoardFactory()
    client, address = client_of(person(Chair, board)), reverse("ladder")
    page = client.get(address)
    assert "28, 14, 7 and 1 days before" in page.content.decode()
    assert page.context["form"] is None
    assert client.post(address, {"before": "9", "act": "publish"}).status_code == 403


@pytest.mark.parametrize("role", [Coordinator, Auditor])
def test_nobody_else_reads_it(role):
    assert client_of(person(role)).get(reverse("ladder")).status_code == 403


def test_a_manager_of_two_boards_chooses_and_finds_no_third():
    first, second, third = (BoardFactory() for _ in range(3))
    manager = person(Manager, first)
    manager.memberships.create(board=second, role="manager", since_on=days_before(900))
    client = client_of(manager)
    page = client.get(f"{reverse('ladder')}?board={second.slug}")
    assert (page.context["board"], len(page.context["boards"])) == (second, 2)
    assert client.get(f"{reverse('ladder')}?board={third.slug}").status_code == 404


def test_the_reviews_offered_are_those_that_the_manager_may_see():
    review, other = a_case(), a_case()
    manager = person(Manager, review.board)
    hidden = a_case(review.board)
    type(hidden).objects.filter(pk=hidden.pk).update(is_restricted=True)
    offered = client_of(manager).get(reverse("ladder")).context["form"].fields["review"].queryset
    assert list(offered) == [review]
    assert other not in offered


@pytest.mark.parametrize("put_off_until", [None, 9, 7, 2, 1])
def test_the_preview_says_what_the_sweeps_then_do(put_off_until):
    review = a_case()
    person(Manager, review.board)
    person(Chair, review.board)
    if put_off_until is not None:
        Snooze.give(
            deadline_of(review),
            until=days_before(put_off_until),
            reason="The police asked us to wait.",
            by=review.owner,
            at=noon(days_before(15)),
        )
    first = 30 if put_off_until is None else 14  # nobody knows of it before it is said
    foreseen = {
        (row.on, row.deadline.pk, name)
        for row in compare(review, DEFAULT, EARLY, on=days_before(first))
        for name in row.now
        if row.on <= DUE
    }
    done = set()
    for days in range(first, -1, -1):
        known = set(Reminder.objects.values_list("pk", flat=True))
        plan_on(days_before(days))
        done |= {
            (days_before(days), row.deadline_id, row.recipient.full_name)
            for row in Reminder.objects.filter(kind=Kind.REMINDER).exclude(pk__in=known)
        }
    assert foreseen == done
    spared = [] if put_off_until is None else range(max(put_off_until + 1, 2), 15)
    assert not {on for on, *_ in foreseen} & {days_before(days) for days in spared}


def test_the_preview_leaves_out_what_was_told_and_marks_what_changes():
    review = a_case()
    person(Manager, review.board)
    plan_on(days_before(14))
    rows = compare(review, DEFAULT, OWNERS_ALONE, on=days_before(14))
    ours = [row for row in rows if row.deadline.kind == "decide"]
    assert ours[0].on == days_before(7), "the reminder of 14 days before is in the ledger"
    assert not ours[0].is_different
    assert [row.is_different for row in ours if row.on == DUE] == [True]
