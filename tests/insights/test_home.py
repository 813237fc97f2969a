"""The home page: what waits for each role, and numbers that open exactly what they count."""

import re
from datetime import timedelta
from html import unescape

import pytest
import time_machine

from boards.roles import (
    AgencyAuthor,
    Auditor,
    Chair,
    Coordinator,
    Evaluator,
    Manager,
    PanelChair,
    SubCommitteeMember,
)
from reviews.models import Evaluation, FinalSet, Recommendation
from reviews.models.draft import IncidentDraft
from tests.factories import AT, TODAY, AgencyFactory, BoardFactory, appointed, everybody, person
from tests.insights.making import a_case, asked, in_state, owed, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_today")]


@pytest.fixture
def _today():
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def board():
    return BoardFactory()


def sections(client):
    return {section.title: section for section in client.get("/").context["sections"]}


def names(client, title):
    return [task.name for task in sections(client)[title].tasks]


def numbers_of(text):
    """Return (count, href) of every number of the dashboards on the page."""
    tiles = re.findall(r'<a class="portal-tiles__link" href="([^"]*)"><span[^>]*>(\d+)<', text)
    cells = re.findall(
        r'__cell--numeric"[^>]*><a class="govuk-link" href="([^"]*)"[^>]*>(\d+)<', text
    )
    return [(int(count), unescape(href)) for href, count in tiles + cells]


def a_busy_board(board, owner):
    police = AgencyFactory(board=board)
    for days in (-30, -1, 0, 3, 7, 8, 28, 29):
        owed(board, days, owner=owner if days % 2 else None)
    owed(board, 2, state="recommended")
    asked(owed(board, 5, state="panel").review, police, -2)
    owed(board, -4, is_open=False, met_on=TODAY)
    in_state(a_case(board), "closed", is_past=True)
    in_state(owed(board, 1).review, "chronology", is_restricted=True)


def test_every_number_opens_the_list_of_exactly_those_rows(board):
    user = person(Manager, board)
    other = BoardFactory()
    user.memberships.create(board=other, role="chair", since_on=TODAY)
    for each in (board, other):
        a_busy_board(each, person(Coordinator, each))
    client = signed_in(user)
    numbers = numbers_of(client.get("/").content.decode())
    assert len(numbers) > 40
    for count, href in numbers:
        assert client.get(href).context["shown"].count == count, href


def test_the_numbers_are_right(board):
    a_busy_board(board, person(Coordinator, board))
    text = signed_in(person(Manager, board)).get("/").content.decode()
    tiles = [count for count, _ in numbers_of(text)[:4]]
    # overdue: -30, -1 and the agency's; 7 days: 0, 3, 7, 2, 5; 28 days: those, 8 and 28.
    assert tiles[:3] == [3, 5, 7]
    assert tiles[3] == 11


def test_nothing_of_another_board_is_counted_or_named(board):
    other = BoardFactory()
    owner = person(Coordinator, other)
    a_busy_board(other, owner)
    for user in everybody(board).values():
        text = signed_in(user).get("/").content.decode()
        assert not re.search(rf"{other.code}-\d", text)
        assert other.name not in text
        assert owner.full_name not in text
        assert not any(count for count, _ in numbers_of(text))


def test_a_coordinator_sees_their_reviews_soonest_first_with_the_next_step(board):
    me = person(Coordinator, board)
    later, sooner = owed(board, 9, owner=me), owed(board, 2, owner=me, state="screening")
    deputised = owed(board, 20, owner=person(Manager, board))
    in_state(deputised.review, "panel", deputy=me)
    nobodys = owed(board, 1)
    owed(board, 1, owner=person(Coordinator, board))
    client = signed_in(me)
    mine = sections(client)["Your reviews"].tasks
    assert [task.name for task in mine] == [
        sooner.review.reference,
        later.review.reference,
        deputised.review.reference,
    ]
    assert [task.step for task in mine] == [
        "Record the recommendation",
        "Begin the panel's analysis",
        "Put the final set to the board",
    ]
    assert names(client, "Reviews that nobody owns") == [nobodys.review.reference]


def test_unfinished_drafts_wait_for_the_boards_staff_alone(board):
    me = person(Coordinator, board)
    IncidentDraft.start(board, by=me, at=AT)
    assert len(names(signed_in(me), "Incidents not yet submitted")) == 1
    assert names(signed_in(person(Coordinator)), "Incidents not yet submitted") == []
    assert "Incidents not yet submitted" not in sections(signed_in(person(Chair, board)))


def test_a_chair_sees_decisions_with_their_advice_and_ratifications(board):
    review = owed(board, 2, state="recommended").review
    Recommendation.objects.create(
        review=review,
        round=1,
        outcome="scr",
        reasons="x",
        met_on=TODAY,
        by=review.incident.logged_by,
        at=AT,
    )
    final = owed(board, 3, state="ratification").review
    client = signed_in(person(Chair, board))
    (decision,) = sections(client)["Decisions that wait for you"].tasks
    assert (decision.name, decision.what) == (review.reference, "Serious Case Review")
    assert names(client, "Final sets before the board") == [final.reference]
    assert board.name in sections(client)


def test_a_chair_sees_a_set_of_a_review_that_is_being_redone(board):
    review = owed(board, 3, state="reconsideration").review
    owed(board, 3, state="reconsideration")
    FinalSet.objects.create(
        review=review, number=2, guidance="wt2010", digest="x", put_at=AT, put_by=person(Manager)
    )
    (task,) = sections(signed_in(person(Chair, board)))["Final sets before the board"].tasks
    assert (task.name, task.step) == (review.reference, "Sign the final set for the board")


def test_a_manager_is_not_asked_for_decisions(board):
    owed(board, 2, state="recommended")
    assert "Decisions that wait for you" not in sections(signed_in(person(Manager, board)))


def test_an_agency_sees_what_it_owes_and_what_it_returned(board):
    police = AgencyFactory(board=board)
    review = owed(board, 1).review
    owes = asked(review, police, -2)
    asked(review, AgencyFactory(board=board), -3)
    returned = asked(owed(board, 1).review, police, -9, returned_on=TODAY - timedelta(days=10))
    client = signed_in(person(AgencyAuthor, board, agency=police))
    (task,) = sections(client)["What your agency is asked for"].tasks
    assert (task.href, task.label) == (f"/commissions/{owes.pk}/", "Overdue by 2 days")
    (done,) = sections(client)["What your agency returned"].tasks
    assert (done.href, done.label) == (f"/commissions/{returned.pk}/", "19 March 2010")


def test_an_agency_is_asked_by_how_soon_and_each_count_opens_its_list(board):
    police = AgencyFactory(board=board)
    for days in (-2, 0, 7, 20, 60):
        asked(owed(board, 1).review, police, days)
    asked(owed(board, 1).review, AgencyFactory(board=board), -3)
    client = signed_in(person(AgencyAuthor, board, agency=police))
    shown = sections(client)["What your agency is asked for"]
    assert [(group.title, len(group.tasks)) for group in shown.groups] == [
        ("Overdue", 1),
        ("Due within 7 days", 2),
        ("Due in 8 to 28 days", 1),
        ("Later", 1),
    ]
    assert [tile["number"] for tile in shown.tiles] == [1, 2, 3]
    for tile in shown.tiles:
        assert client.get(tile["href"]).context["shown"].count == tile["number"], tile["text"]


def test_what_an_agency_returned_is_folded_and_its_number_says_so(board):
    police = AgencyFactory(board=board)
    for days in range(22):
        review = owed(board, 1).review
        asked(review, police, -30, returned_on=TODAY - timedelta(days=days))
    client = signed_in(person(AgencyAuthor, board, agency=police))
    done = sections(client)["What your agency returned"]
    assert (done.folded_as, done.has_more) == ("22 requests answered, the last first", True)
    assert client.get(done.more_href).context["shown"].count == 22
    page = client.get("/").content.decode()
    assert "Nothing is asked of your agency." in page
    assert page.count("<details") == page.count("portal-fold-section") == 1


def test_the_sub_committee_sees_referrals_until_the_recommendation(board):
    waiting = [owed(board, n, state=s).review for n, s in enumerate(["referred", "screening"])]
    owed(board, 1, state="recommended")
    owed(board, 1, state="panel")
    client = signed_in(person(SubCommitteeMember, board))
    assert names(client, "Referrals to screen") == [review.reference for review in waiting]


def test_the_panel_sees_the_reviews_of_an_open_appointment(board):
    user = person(PanelChair, board)
    reviews = [owed(board, n, state="panel").review for n in range(3)]
    for review, ended_on in zip(reviews, [None, TODAY], strict=False):
        ended = {"ended_on": ended_on, "ended_because": "Retired"} if ended_on else {}
        appointed(review, user, "panel_chair", **ended)
    title = "Reviews that you are appointed to"
    assert names(signed_in(user), title) == [reviews[0].reference]


def test_an_evaluator_sees_what_waits_for_a_letter(board):
    review = owed(board, 1, state="submitted").review
    graded = owed(board, 1, state="evaluated").review
    for each in (review, graded):
        Evaluation.objects.create(review=each, number=1, submitted_on=TODAY, at=AT)
    BoardFactory()
    (row,) = sections(signed_in(person(Evaluator)))["Reviews that wait for your letter"].rows
    assert (row.reference, row.submitted_on, row.board) == (review.reference, TODAY, board.name)
    assert (row.round, row.days, row.set_number) == (1, 0, None)


def test_an_auditor_is_shown_to_the_log(board):
    owed(board, -1)
    text = signed_in(person(Auditor, board)).get("/").content.decode()
    assert 'href="/log/">Read the log' in text
    assert not re.search(rf"{board.code}-\d", text)


def test_several_roles_have_their_sections_one_after_another(board):
    user = person(Chair, board)
    user.memberships.create(board=BoardFactory(), role="subcommittee", since_on=TODAY)
    user.memberships.create(board=board, role="auditor", since_on=TODAY)
    assert list(sections(signed_in(user))) == [
        "Decisions that wait for you",
        "Final sets before the board",
        board.name,
        "Referrals to screen",
        "The log",
    ]


def test_whoever_left_every_board_is_told_whom_to_ask(board):
    user = person(Manager, board)
    user.memberships.get().end(on=TODAY)
    assert "You hold no role on any board today." in signed_in(user).get("/").content.decode()


def test_a_long_section_shows_twenty_and_leads_to_the_rest(board):
    for _ in range(22):
        owed(board, 1)
    client = signed_in(person(Coordinator, board))
    section = sections(client)["Reviews that nobody owns"]
    assert len(section.first) == 20
    assert section.more_href in unescape(client.get("/").content.decode())
    assert client.get(section.more_href).context["shown"].count == 22


def test_a_coordinator_is_not_told_to_do_what_only_the_manager_may(board):
    me = person(Coordinator, board)
    owed(board, 1, owner=me, state="evaluated")
    client = signed_in(me)
    (task,) = sections(client)["Your reviews"].tasks
    assert task.step == "Waits for the Business manager or LSCB Chair"
