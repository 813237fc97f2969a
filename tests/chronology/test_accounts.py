"""Accounts of the same event: proposed, confirmed, disputed and undone, and never merged."""

import re
from datetime import date, time, timedelta

import pytest
from django.test import Client
from django.urls import reverse

from boards.roles import AgencyAuthor, Chair, Coordinator, Manager
from chronology.models import Entry, LinkStatus, SameEvent, Standing, Work
from chronology.proposing import bring_up_to_date, is_up_to_date, reviews_with_news
from chronology.working import carry_on
from records.models import AuditEvent
from tests.chronology.rows import AT, an_entry, handed_in
from tests.factories import AgencyFactory, BoardFactory, a_review, person

pytestmark = pytest.mark.django_db

POLICE = (
    "Officers attended 14 Mill Lane following report of domestic incident. PC Hollis spoke to "
    "mother, who had a cut lip."
)
SOCIAL = (
    "Police notification received of a domestic incident at 14 Mill Lane on 12/05/09; mother had "
    "a cut lip. PC Hollis attended."
)


@pytest.fixture
def board():
    return BoardFactory()


@pytest.fixture
def manager(board):
    return person(Manager, board)


@pytest.fixture
def police(board):
    return AgencyFactory(board=board, name="Police")


@pytest.fixture
def social(board):
    return AgencyFactory(board=board, name="Children's Social Care")


@pytest.fixture
def review(board, police, social):
    review = a_review(board)
    an_entry(review, police, date(2009, 5, 12), POLICE, time=time(22, 40))
    an_entry(review, social, date(2009, 5, 13), SOCIAL)
    for month in range(1, 12):
        an_entry(review, social, date(2009, month, 3), "Statutory visit. Home clean and tidy.")
        an_entry(review, police, date(2009, month, 20), "Intelligence report. No further action.")
    return review


@pytest.fixture
def pair(review) -> SameEvent:
    bring_up_to_date(review, at=AT)
    return SameEvent.objects.get(review=review)


def of(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def say(user, review, answer: str, *pairs: SameEvent, **more):
    """Say it of the pairs as a page opened now shows them."""
    seen = {f"said-{pair.pk}": SameEvent.objects.get(pk=pair.pk).last_said for pair in pairs}
    sent = {"answer": answer, "pair": [pair.pk for pair in pairs]} | seen | more
    return of(user).post(reverse("same-event-settle", args=[review.reference]), sent, follow=True)


def test_two_accounts_of_one_event_are_proposed_with_the_reasons(pair):
    assert {pair.first.agency.name, pair.second.agency.name} == {
        "Police",
        "Children's Social Care",
    }
    assert pair.status == LinkStatus.PROPOSED
    assert pair.score > 0.5
    assert pair.reasons


def test_an_account_that_is_not_handed_in_is_marked(review, pair, manager, police):
    page = of(manager).get(reverse("same-event", args=[review.reference])).content.decode()
    assert page.count("Not handed in</") == 2
    handed_in(review, police, by=manager)
    page = of(manager).get(reverse("same-event", args=[review.reference])).content.decode()
    assert page.count("Not handed in</") == 1


def test_looking_again_changes_nothing_that_a_person_settled(review, pair, manager):
    say(manager, review, "different", pair)
    bring_up_to_date(review, at=AT, is_forced=True)
    assert SameEvent.objects.get().status == LinkStatus.REJECTED


def test_a_proposal_whose_row_has_gone_is_gone(review, pair):
    Entry.objects.filter(pk=pair.first_id).update(withdrawn_at=AT)
    bring_up_to_date(review, at=AT, is_forced=True)
    assert not SameEvent.objects.exists()


def test_it_is_known_whether_rows_have_changed_since(review, police, pair):
    later = AT.replace(day=29)
    bring_up_to_date(review, at=later, is_forced=True)
    assert is_up_to_date(review)
    an_entry(review, police, date(2009, 6, 1), "New row", recorded_at=later.replace(hour=23))
    assert not is_up_to_date(review)


def test_a_confirmed_pair_keeps_both_texts_and_both_dates(review, pair, manager):
    say(manager, review, "same", pair)
    pair.refresh_from_db()
    assert (pair.status, pair.by) == (LinkStatus.CONFIRMED, manager)
    assert {pair.first.event, pair.second.event} == {POLICE, SOCIAL}
    assert {pair.first.date_start.day, pair.second.date_start.day} == {12, 13}
    page = of(manager).get(reverse("same-event", args=[review.reference]) + "?show=confirmed")
    text = page.content.decode()
    assert "12 May 2009" in text
    assert "13 May 2009" in text


def test_days_apart_are_no_contradiction_and_an_agency_keeps_its_letters(review, pair, manager):
    dates = {"kind": "date", "of": "Dated 1 day apart", "a": "12 May 2009", "b": "13 May 2009"}
    SameEvent.objects.update(differences=[dates], reasons=[])
    page = of(manager).get(reverse("same-event", args=[review.reference])).content.decode()
    assert "Dated 1 day apart: 12 May 2009 and 13 May 2009." in page
    assert "They say different things" not in page
    assert "one event.</strong>" in page  # no reasons, no colon before nothing
    chronology = of(manager).get(reverse("chronology", args=[review.reference])).content.decode()
    for letters in (">PO<", ">CSC<"):
        assert letters in page
        assert letters in chronology


def test_differences_of_a_confirmed_pair_are_agreed_or_disputed(review, pair, manager):
    say(manager, review, "disputed", pair)
    pair.refresh_from_db()
    assert pair.standing == Standing.OPEN  # nothing is disputed about a mere proposal
    say(manager, review, "same", pair)
    say(manager, review, "disputed", pair, note="The police log gives the time of the call.")
    pair.refresh_from_db()
    assert (pair.standing, pair.note[:10]) == (Standing.DISPUTED, "The police")
    say(manager, review, "agreed", pair)
    pair.refresh_from_db()
    assert pair.standing == Standing.AGREED


def test_an_answer_can_be_undone(review, pair, manager):
    say(manager, review, "same", pair)
    say(manager, review, "disputed", pair)
    say(manager, review, "undo", pair)
    pair.refresh_from_db()
    assert (pair.status, pair.standing) == (LinkStatus.PROPOSED, Standing.OPEN)


def test_saying_it_twice_is_logged_once(review, pair, manager):
    say(manager, review, "same", pair)
    say(manager, review, "same", pair)
    logged = AuditEvent.objects.about(review).filter(verb="accounts_same")
    assert [event.details["pairs"] for event in logged] == [[pair.pk]]


def test_what_somebody_else_has_said_meanwhile_is_never_overwritten_unseen(
    review, pair, manager, board
):
    other = person(Coordinator, board)
    page = of(other).get(reverse("same-event", args=[review.reference])).content.decode()
    (seen,) = re.findall(rf'name="said-{pair.pk}" value="(.*?)"', page)
    say(manager, review, "same", pair)
    answer = say(other, review, "different", pair, **{f"said-{pair.pk}": seen})
    pair.refresh_from_db()
    assert (pair.status, pair.by) == (LinkStatus.CONFIRMED, manager)
    text = answer.content.decode()
    assert f"{manager} said “Same event” on" in text
    assert "Left as it is" in text
    assert answer.redirect_chain[-1][0].endswith("?show=confirmed")
    say(other, review, "different", pair)  # having seen it
    pair.refresh_from_db()
    assert (pair.status, pair.by) == (LinkStatus.REJECTED, other)


def test_two_who_say_the_same_do_not_disagree(review, pair, manager, board):
    say(manager, review, "same", pair)
    answer = say(person(Coordinator, board), review, "same", pair, **{f"said-{pair.pk}": ""})
    assert "Left as it is" not in answer.content.decode()
    pair.refresh_from_db()
    assert pair.by == manager


def test_of_several_pairs_only_those_that_nobody_settled_meanwhile_change(
    review, pair, manager, board, police, social
):
    other = person(Coordinator, board)
    first = an_entry(review, police, date(2009, 8, 1), "One")
    second = SameEvent.objects.create(
        review=review,
        first=first,
        second=an_entry(review, social, date(2009, 8, 1), "Another"),
        at=AT,
    )
    say(manager, review, "same", pair)
    answer = say(other, review, "different", pair, second, **{f"said-{pair.pk}": ""})
    assert "1 pair: said to tell of different events" in answer.content.decode()
    assert "Left as it is" in answer.content.decode()
    assert [SameEvent.objects.get(pk=each.pk).status for each in (pair, second)] == [
        LinkStatus.CONFIRMED,
        LinkStatus.REJECTED,
    ]


def test_linking_by_hand_shows_what_was_said_of_the_two_before(review, pair, manager):
    say(manager, review, "different", pair)
    page = reverse("same-event-link", args=[review.reference, pair.first_id])
    assert f"({manager} said “Different events” on" in of(manager).get(page).content.decode()


def test_nothing_chosen_says_what_to_do(review, manager):
    answer = say(manager, review, "same")
    assert "Choose at least one pair" in answer.content.decode()


def test_a_pair_of_another_review_is_not_touched(review, pair, manager):
    other = a_review(review.board)
    say(manager, other, "same", pair)
    pair.refresh_from_db()
    assert pair.status == LinkStatus.PROPOSED


def test_two_accounts_are_linked_by_hand(review, manager, police, social):
    first = an_entry(review, police, date(2009, 8, 1), "Intelligence about the address")
    second = an_entry(review, social, date(2009, 8, 4), "Told of it")
    page = reverse("same-event-link", args=[review.reference, first.pk])
    assert of(manager).post(page, {"other": second.pk}).status_code == 302
    link = SameEvent.objects.get(first=first, second=second)
    assert (link.status, link.score) == (LinkStatus.CONFIRMED, None)
    bring_up_to_date(review, at=AT, is_forced=True)
    assert SameEvent.objects.filter(pk=link.pk).exists()


def test_an_account_of_the_same_agency_cannot_be_linked(review, manager, police):
    first = an_entry(review, police, date(2009, 8, 1), "One")
    second = an_entry(review, police, date(2009, 8, 1), "Another")
    page = reverse("same-event-link", args=[review.reference, first.pk])
    assert of(manager).post(page, {"other": second.pk}).status_code == 200
    assert not SameEvent.objects.exists()


def test_a_worker_looks_again_when_asked(review, manager):
    of(manager).post(reverse("same-event-look", args=[review.reference]))
    work = Work.objects.get(review=review, kind="match")
    carry_on(work, at=AT)
    assert SameEvent.objects.filter(review=review).count() == 1


def test_beat_finds_reviews_whose_rows_have_changed_and_rest(review, police):
    soon, later = AT + timedelta(minutes=1), AT + timedelta(hours=1)
    assert review not in reviews_with_news(before=AT)  # still being typed
    assert list(reviews_with_news(before=soon)) == [review]
    bring_up_to_date(review, at=soon)
    assert not reviews_with_news(before=later).exists()
    an_entry(review, police, date(2009, 6, 1), "New row", recorded_at=soon + timedelta(minutes=5))
    assert list(reviews_with_news(before=later)) == [review]


def test_hostile_text_is_shown_as_text(review, pair, manager):
    Entry.objects.filter(pk=pair.first_id).update(event="<script>alert(1)</script>")
    text = of(manager).get(reverse("same-event", args=[review.reference])).content.decode()
    assert "<script>alert(1)" not in text
    assert "&lt;script&gt;" in text


def test_a_number_that_no_pair_can_have_is_of_no_pair(review, pair, manager):
    sent = {"answer": "same", "pair": ["9" * 30]}
    settle = reverse("same-event-settle", args=[review.reference])
    assert of(manager).post(settle, sent).status_code == 302


def test_the_chair_looks_and_does_not_say(review, pair, board):
    chair = of(person(Chair, board))
    page = reverse("same-event", args=[review.reference])
    assert 'value="different"' not in chair.get(page).content.decode()
    sent = {"answer": "same", "pair": [pair.pk]}
    settle = reverse("same-event-settle", args=[review.reference])
    assert chair.post(settle, sent).status_code == 403


def test_other_boards_and_agency_authors_see_no_pairs(review, pair, board, police):
    page = reverse("same-event", args=[review.reference])
    assert of(person(Coordinator, BoardFactory())).get(page).status_code == 404
    author = person(AgencyAuthor, board, agency=police)
    assert of(author).get(page).status_code in {403, 404}
