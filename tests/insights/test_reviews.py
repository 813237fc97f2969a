"""The list of reviews: what it shows, to whom, and how its address narrows and sorts it."""

import pytest
import time_machine

from boards.roles import AgencyAuthor, Auditor, Chair, Coordinator, Manager, SubCommitteeMember
from reviews.models import Child
from tests.factories import AT, TODAY, BoardFactory, person
from tests.insights.making import a_case, add_deadline, in_state, owed, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_today")]


@pytest.fixture
def _today():
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def board():
    return BoardFactory()


def references(client, query=""):
    shown = client.get(f"/reviews/{query}").context["shown"]
    return [row["reference"] for row in shown.page.object_list]


def test_a_review_shows_its_stage_its_soonest_open_deadline_and_its_owner(board):
    owner = person(Coordinator, board)
    review = owed(board, 9, owner=owner).review
    add_deadline(review, 3, kind="decide")
    add_deadline(review, 1, kind="notify", is_open=False, met_on=TODAY)
    page = signed_in(person(Manager, board)).get("/reviews/").content.decode()
    for words in (review.reference, "Chronology and IMRs", "Due in 3 days", owner.full_name):
        assert words in page
    assert "Due in 9 days" not in page


def test_no_childs_name_is_on_the_list_or_in_its_files(board):
    review = owed(board, 1).review
    Child.objects.filter(incident=review.incident).update(name="Ottoline")
    client = signed_in(person(Manager, board))
    assert "Ottoline" not in client.get("/reviews/").content.decode()
    csv = client.get("/reviews/?format=csv")
    assert b"Ottoline" not in b"".join(csv.streaming_content)


def test_the_soonest_date_comes_first_and_nothing_owed_last(board):
    late, soon, none = owed(board, -2).review, owed(board, 2).review, a_case(board)
    client = signed_in(person(Manager, board))
    assert references(client) == [late.reference, soon.reference, none.reference]
    assert references(client, "?sort=-due") == [soon.reference, late.reference, none.reference]


def test_references_sort_by_number_and_not_by_spelling(board):
    review = a_case(board)
    for number in (1000, 99):
        in_state(a_case(board), "referred", number=number, reference=f"{board.code}-2010-{number}")
    assert references(signed_in(person(Manager, board)), "?sort=reference") == [
        review.reference,
        f"{board.code}-2010-99",
        f"{board.code}-2010-1000",
    ]


def test_filters_narrow_by_overdue_year_owner_and_stage(board):
    owner = person(Coordinator, board)
    late = owed(board, -1, owner=owner, state="panel").review
    other = in_state(owed(board, 1).review, "scoping", year=2009)
    client = signed_in(person(Manager, board))
    assert references(client, "?overdue=yes") == [late.reference]
    assert references(client, "?year=2009") == [other.reference]
    assert references(client, f"?owner={owner.pk}") == [late.reference]
    assert references(client, "?owner=nobody") == [other.reference]
    assert references(client, "?state=scoping") == [other.reference]
    page = client.get("/reviews/?year=MMX").content.decode()
    assert "The filter “Year” was left out: enter a year of 4 numbers, like 2010." in page


def test_past_reviews_are_shown_when_asked_for(board):
    current, past = a_case(board), in_state(a_case(board), "closed", is_past=True)
    client = signed_in(person(Manager, board))
    assert references(client) == [current.reference]
    assert references(client, "?past=past") == [past.reference]
    assert len(references(client, "?past=all")) == 2


def test_each_role_sees_its_own_part_and_outsiders_nothing(board):
    review = owed(board, 1, state="panel").review
    restricted = in_state(owed(board, 1).review, "panel", is_restricted=True)
    referral = owed(board, 2, state="referred").review
    expected = {
        Manager: [review, referral],
        Chair: [review, restricted, referral],
        SubCommitteeMember: [referral],
        AgencyAuthor: [],
        Auditor: [],
    }
    for role, reviews in expected.items():
        seen = references(signed_in(person(role, board)), "?past=all&sort=due")
        assert seen == [each.reference for each in reviews], role
        assert references(signed_in(person(role)), "?past=all") == []


@pytest.mark.parametrize(
    "query",
    [
        "state=%00",
        "year=99999",
        "year=0000",
        "owner=-1",
        "past=x",
        "sort=-",
        "page=%00",
        "year=²010",
    ],
)
def test_a_hostile_address_is_answered_with_a_page(board, query):
    assert signed_in(person(Manager, board)).get(f"/reviews/?{query}").status_code == 200


def test_lists_cannot_be_posted_to_or_read_by_strangers(board, client):
    for address in ("/", "/reviews/", "/deadlines/"):
        assert client.get(address).headers["Location"].startswith("/sign-in/?next=")
        assert signed_in(person(Manager, board)).post(address).status_code == 405
