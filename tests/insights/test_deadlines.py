"""The list of deadlines: what it shows, to whom, and how its address narrows and sorts it."""

from datetime import timedelta

import pytest
import time_machine

from boards.roles import AgencyAuthor, Auditor, Chair, Coordinator, Evaluator, Manager
from insights.homes.dashboard import dashboards
from reviews.models import AgencyQuestion, Deadline
from tests.factories import AT, TODAY, AgencyFactory, BoardFactory, person
from tests.insights.making import add_deadline, asked, in_state, owed, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_today")]


@pytest.fixture
def _today():
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def board():
    return BoardFactory()


def shown(client, query=""):
    return client.get(f"/deadlines/{query}").context["shown"]


def references(client, query=""):
    return [row["review__reference"] for row in shown(client, query).page.object_list]


def test_what_is_due_today_is_not_overdue(board):
    late, today = owed(board, -1), owed(board, 0)
    client = signed_in(person(Manager, board))
    assert references(client, "?when=overdue") == [late.review.reference]
    assert references(client, "?when=today") == [today.review.reference]


@pytest.mark.parametrize(
    ("when", "days"),
    [
        ("", [-1, 0, 7, 8, 28, 29]),
        ("open", [-1, 0, 7, 8, 28, 29]),
        ("overdue", [-1]),
        ("today", [0]),
        ("7", [0, 7]),
        ("28", [0, 7, 8, 28]),
    ],
)
def test_the_address_chooses_by_when_it_is_due(board, when, days):
    for each in (-1, 0, 7, 8, 28, 29):
        owed(board, each)
    rows = shown(signed_in(person(Manager, board)), f"?when={when}").page.object_list
    assert [(row["due_on"] - TODAY).days for row in rows] == days


def test_met_and_met_late_are_told_apart(board):
    in_time = owed(board, -5, is_open=False, met_on=TODAY - timedelta(days=5))
    late = owed(board, -5, is_open=False, met_on=TODAY - timedelta(days=2))
    ended = owed(board, -5, is_open=False, ended_because="Withdrawn.")
    client = signed_in(person(Manager, board))
    assert set(references(client, "?when=met")) == {
        in_time.review.reference,
        late.review.reference,
    }
    assert references(client, "?when=late") == [late.review.reference]
    assert len(references(client, "?when=all")) == 3
    page = client.get("/deadlines/?when=all").content.decode()
    assert {"Met 3 days late", "Met in time", "Ended"} == {
        words for words in ("Met 3 days late", "Met in time", "Ended") if words in page
    }
    assert ended.review.reference in page


def test_an_overdue_date_says_by_how_many_days(board):
    owed(board, -12)
    page = signed_in(person(Manager, board)).get("/deadlines/").content.decode()
    assert "17 March 2010" in page
    assert "Overdue by 12 days" in page


def test_nobody_sees_anything_of_another_board(board):
    other = BoardFactory()
    theirs = owed(other, -1)
    owned = person(Coordinator, other)
    in_state(theirs.review, "panel", owner=owned)
    AgencyFactory(board=other, name="Elsewhere")
    for role in (Manager, Chair, Coordinator, AgencyAuthor, Auditor, Evaluator):
        client = signed_in(person(role, board))
        for query in ("", "?when=all", f"?owner={owned.pk}", f"?board={other.slug}"):
            page = client.get(f"/deadlines/{query}").content.decode()
            assert theirs.review.reference not in page
            assert owned.full_name not in page
            assert "Elsewhere" not in page
        rows = b"".join(client.get("/deadlines/?when=all&format=csv")).decode()
        assert theirs.review.reference not in rows


def test_an_agency_sees_its_own_returns_and_not_how_the_review_stands(board):
    police, health = AgencyFactory(board=board), AgencyFactory(board=board)
    review = owed(board, -1, state="panel").review
    mine, _ = asked(review, police, 3), asked(review, health, 4)
    client = signed_in(person(AgencyAuthor, board, agency=police))
    page = client.get("/deadlines/")
    assert [row["commission"] for row in page.context["shown"].page.object_list] == [mine.pk]
    text = page.content.decode()
    assert f'href="/commissions/{mine.pk}/"' in text
    assert f"/reviews/{review.reference}/" not in text
    assert references(client, "?state=panel") == []
    row = page.context["shown"].page.object_list[0]
    assert row["stage"] == ""


def test_filters_hold_together_and_each_can_be_taken_away(board):
    owner = person(Coordinator, board)
    wanted = owed(board, -3, owner=owner)
    owed(board, -3)
    owed(board, 40, owner=owner)
    client = signed_in(person(Manager, board))
    page = client.get(f"/deadlines/?when=overdue&owner={owner.pk}&state=chronology&kind=complete")
    list_ = page.context["shown"]
    assert [row["pk"] for row in list_.page.object_list] == [wanted.pk]
    assert [chip["text"] for chip in list_.chips] == [
        "When: Overdue",
        "Stage: Chronology and IMRs",
        f"Owner: {owner.full_name}",
        "What is due: Complete the serious case review",
    ]
    without_owner = list_.chips[2]["remove_href"]
    assert "owner" not in without_owner
    assert len(references(client, without_owner)) == 2


def test_owner_nobody_finds_what_nobody_owns(board):
    alone = owed(board, 1)
    owed(board, 1, owner=person(Coordinator, board))
    assert references(signed_in(person(Manager, board)), "?owner=nobody") == [
        alone.review.reference
    ]


def test_returns_are_found_by_agency(board):
    police = AgencyFactory(board=board)
    review = owed(board, 1).review
    asked(review, police, 2)
    rows = shown(signed_in(person(Manager, board)), f"?agency={police.pk}").page.object_list
    assert [row["name"] for row in rows] == [str(review.commissions.get())]


@pytest.mark.parametrize("column", ["reference", "stage", "what", "due", "act-by", "owner"])
def test_every_column_sorts_both_ways_and_says_so(board, column):
    for n, state in enumerate(["panel", "referred", "scoping"]):
        owed(board, n, state=state, owner=person(Coordinator, board), name=f"Duty {n}")
    client = signed_in(person(Manager, board))
    up, down = references(client, f"?sort={column}"), references(client, f"?sort=-{column}")
    assert up == down[::-1]
    assert 'aria-sort="descending"' in client.get(f"/deadlines/?sort=-{column}").content.decode()


def test_stages_sort_as_the_road_runs(board):
    for state in ("scoping", "referred", "panel"):
        owed(board, 1, state=state)
    rows = shown(signed_in(person(Manager, board)), "?sort=stage").page.object_list
    assert [row["stage"] for row in rows] == ["referred", "scoping", "panel"]


@pytest.mark.parametrize(
    "query",
    [
        "when=yesterday",
        "when=7&when=",
        "state=<script>alert(1)</script>",
        "owner=1%20OR%201=1",
        "owner=99999999999999999999999",
        "board=nowhere",
        "kind=%00",
        "reference=%00",
        "reference=" + "x" * 5000,
        "reference=%25_%27%22",
        "sort=password",
        "sort=--due",
        "sort=review__owner__password",
        "page=0",
        "page=-1",
        "page=9" + "9" * 5000,
        "page=two",
        "page=%D9%A3",
        "format=pdf",
        "unknown=1&when[]=3",
        "%FF%FE=%FF",
    ],
)
def test_a_hostile_address_is_answered_with_a_page(board, query):
    owed(board, 1)
    response = signed_in(person(Manager, board)).get(f"/deadlines/?{query}")
    assert response.status_code == 200
    assert "<script>alert" not in response.content.decode()


def test_what_was_left_out_is_said_and_is_not_kept_in_the_links(board):
    for _ in range(51):
        owed(board, 1)
    page = signed_in(person(Manager, board)).get("/deadlines/?state=moon&sort=moon&page=99")
    text = page.content.decode()
    assert "The filter “Stage” was left out: choose from the options on the page." in text
    assert "The list cannot be sorted like that: choose one of its columns." in text
    assert "moon" not in text
    assert page.context["shown"].page.number == 2


def test_a_part_of_a_reference_finds_it(board):
    deadline = owed(board, 1)
    client = signed_in(person(Manager, board))
    assert references(client, "?reference=2010-001") == [deadline.review.reference]
    assert references(client, "?reference=2009") == []


def test_fifty_rows_fill_a_page(board):
    review = owed(board, 1).review
    Deadline.objects.all().delete()
    for n in range(51):
        add_deadline(review, n, kind=f"kind-{n}")
    client = signed_in(person(Manager, board))
    first, second = shown(client), shown(client, "?page=2")
    assert (len(first.page.object_list), len(second.page.object_list)) == (50, 1)
    assert first.counted == second.counted == "51 deadlines"


def test_whoever_sits_on_several_boards_sees_which(board):
    other = BoardFactory()
    user = person(Manager, board)
    user.memberships.create(board=other, role="chair", since_on=TODAY)
    owed(board, 1)
    there = owed(other, 1)
    client = signed_in(user)
    page = client.get("/deadlines/").content.decode()
    assert board.name in page
    assert other.name in page
    assert references(client, f"?board={other.slug}") == [there.review.reference]
    assert "Board" not in [
        c.label for c in shown(signed_in(person(Manager, board))).listing.columns
    ]


def test_a_question_stands_beside_what_its_agency_was_asked_for(board):
    police, other = AgencyFactory(board=board), AgencyFactory(board=board)
    commission = asked(owed(board, 40).review, police, 10, returned_on=TODAY)
    question = AgencyQuestion.objects.create(
        commission=commission,
        number=1,
        text="Who was there?",
        due_on=TODAY,
        asked_by=commission.by,
        asked_at=AT,
    )
    add_deadline(
        commission.review, 0, kind="agency_question", guidance="", question=question, name="Q"
    )
    for user, query in (
        (person(AgencyAuthor, board, agency=police), ""),
        (person(Manager, board), f"?agency={police.pk}"),
        (person(Manager, board), "?kind=agency_question"),
    ):
        assert references(signed_in(user), query) == [commission.review.reference]
    author = signed_in(person(AgencyAuthor, board, agency=police))
    assert f'href="/commissions/{commission.pk}/"' in author.get("/deadlines/").content.decode()
    assert f'href="/commissions/{commission.pk}/"' in author.get("/").content.decode()
    assert references(signed_in(person(Manager, board)), f"?agency={other.pk}") == []
    (dashboard,) = dashboards(person(Manager, board), on=TODAY)
    (by_agency,) = (table for table in dashboard.tables if table.name == "Agency")
    ((name, numbers),) = by_agency.lines
    assert (name, [number.count for number in numbers]) == (police.name, [0, 1, 1])
