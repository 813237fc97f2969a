"""The page on which a board sets its reminders, and its preview."""

from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse

from boards.roles import Auditor, Chair, Coordinator, Manager
from notifications.forms.ladders import FORMS
from notifications.ladder import DEFAULT
from notifications.models import BoardLadder
from tests.factories import BoardFactory, person
from tests.notifications.scenes import (
    a_case,
    days_before,
)
from tests.notifications.test_ladders import DECISION_LATER, EARLY, publish

pytestmark = pytest.mark.django_db


def client_of(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def changing(board, part: str) -> str:
    return reverse("ladder-change", args=[board.slug, part])


def fields_of(page, **changed) -> dict[str, str]:
    """Return what the form on the page would send."""
    form = page.context["form"]
    shown = {name: form[name].value() for name in form.fields}
    return {name: value for name, value in {**shown, **changed}.items() if value is not None}


def test_the_manager_previews_then_publishes():
    review = a_case()
    manager = person(Manager, review.board)
    client, address = client_of(manager), changing(review.board, "days")
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
    client, address = client_of(person(Manager, board)), changing(board, "decision")
    publish(board, EARLY)
    sent = {"decision_before": "5, 2", "decision_every": "3"}
    sent |= {"reason": "The Chair asked", "act": "publish"}
    assert client.post(address, fields_of(client.get(address), **sent)).status_code == 302
    assert BoardLadder.of(board) == DECISION_LATER
    page = client.get(address)
    assert "told 5 and 2 days before and every 3 days after" in page.content.decode()
    assert fields_of(page)["decision_before"] == "5, 2"


@pytest.mark.parametrize(
    ("part", "changed", "words"),
    [
        ("decision", {"decision_before": "400"}, "from 0 to 365"),
        ("days", {"before": "soon"}, "must be whole numbers"),
        ("days", {"before": "400"}, "from 0 to 365"),
        ("days", {"every": "200"}, "must be a whole number from 0 to 90"),
        ("statutory", {"statutory_owner": "never"}, "choose at least one person to tell"),
        (
            "decision",
            {"decision_manager": "after", "decision_manager_days": ""},
            "Enter the number of days",
        ),
        ("days", {"before": "9", "reason": ""}, "Enter why the reminders change"),
        ("days", {"before": "28, 14, 7, 1, 0"}, "change something first"),
        ("week", {}, "change something first"),
        ("default", {}, "change something first"),
        ("action", {"action_doer": "soon"}, "choose from the options on the page"),
    ],
)
def test_what_cannot_be_published_says_how_to_mend_it(part, changed, words):
    board = BoardFactory()
    client, address = client_of(person(Manager, board)), changing(board, part)
    sent = {"reason": "Agreed", "act": "publish"} | changed
    page = client.post(address, fields_of(client.get(address), **sent))
    assert words in page.content.decode()
    assert not BoardLadder.objects.exists()


def test_every_part_is_summed_up_and_changed_alone():
    """Saved as it is shown, no part changes anything, so none loses what another says."""
    board = BoardFactory()
    client = client_of(person(Manager, board))
    publish(board, DECISION_LATER)
    summary = client.get(reverse("ladder"))
    assert "40 and 10 days before and every" in summary.content.decode()
    for part in FORMS.keys() - {"default"}:
        address = changing(board, part)
        assert f'href="{address}"' in summary.content.decode()
        page = client.post(address, fields_of(client.get(address), reason="x", act="publish"))
        assert "change something first" in page.content.decode(), part
    assert BoardLadder.of(board) == DECISION_LATER


def test_what_was_published_meanwhile_of_another_part_stays():
    board = BoardFactory()
    manager = person(Manager, board)
    client = client_of(manager)
    week = fields_of(client.get(changing(board, "week")), reason="Enough", act="publish")
    del week["weekly"]
    publish(board, EARLY, by=manager)
    assert client.post(changing(board, "week"), week).status_code == 302
    assert BoardLadder.of(board) == replace(EARLY, is_weekly=False)


def test_a_kind_shows_the_default_to_go_back_to_it():
    board = BoardFactory()
    client, address = client_of(person(Manager, board)), changing(board, "decision")
    publish(board, DECISION_LATER)
    form = client.get(f"{address}?from=default")
    client.post(address, fields_of(form, reason="It was too late", act="publish"))
    assert BoardLadder.of(board) == EARLY


def test_everything_goes_back_to_the_default():
    board = BoardFactory()
    manager = person(Manager, board)
    client, address = client_of(manager), changing(board, "default")
    assert address not in client.get(reverse("ladder")).content.decode()
    publish(board, EARLY, by=manager)
    assert address in client.get(reverse("ladder")).content.decode()
    sent = fields_of(client.get(address), reason="It was too much")
    preview = client.post(address, sent | {"act": "preview"}).content.decode()
    assert "28, 14, 7 and 1 days before" in preview
    client.post(address, sent | {"act": "publish"})
    assert BoardLadder.of(board) == DEFAULT
    assert "back to the default" in client.get(reverse("ladder")).content.decode()


def test_the_chair_reads_and_may_not_change():
    board = BoardFactory()
    client, address = client_of(person(Chair, board)), changing(board, "days")
    page = client.get(reverse("ladder"))
    assert "28, 14, 7 and 1 days before" in page.content.decode()
    assert address not in page.content.decode()
    assert client.get(address).status_code == 403
    assert client.post(address, {"before": "9", "act": "publish"}).status_code == 403


def test_nobody_changes_another_board_or_a_part_that_there_is_not():
    board, other = BoardFactory(), BoardFactory()
    client = client_of(person(Manager, board))
    assert client.get(changing(other, "days")).status_code == 404
    assert client.get(changing(board, "nights")).status_code == 404


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
    offered = (
        client_of(manager).get(changing(review.board, "days")).context["form"].fields["review"]
    ).queryset
    assert list(offered) == [review]
    assert other not in offered


def test_a_reason_that_is_too_long_is_one_mistake():
    board = BoardFactory()
    client, address = client_of(person(Manager, board)), changing(board, "days")
    sent = fields_of(client.get(address), before="9", reason="x" * 301, act="publish")
    page = client.post(address, sent).content.decode()
    assert "300 characters or fewer" in page
    assert "Enter why the reminders change" not in page
