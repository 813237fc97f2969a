"""What a set cannot go to the board without: each blocks, says why, and where to settle it."""

import pytest

from reviews.conditions import PLACES, NotYet, missing_for
from reviews.places import PLACES as CASE_FILE
from tests.factories import AT, AgencyFactory
from tests.reviews.setting import LATER, a_setting, asked, complete, filed

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    return a_setting()


@pytest.mark.parametrize(
    ("missing", "sentence"),
    [
        ("overview", "File the overview report: no document of it is on the review."),
        ("summary", "File the executive summary: no document of it is on the review."),
        ("action_plan", "File the action plan: no document of it is on the review."),
    ],
)
def test_a_report_that_is_not_on_file_blocks_and_says_so(missing, sentence):
    case = a_setting(is_complete=False)
    filed(case.review, "imr", agency=case.agency)
    complete(case.review, case.writer, unfiled=(missing,))
    with pytest.raises(NotYet) as refused:
        case.put()
    assert refused.value.reasons == [sentence]


def test_a_report_on_file_that_nobody_said_is_complete_blocks():
    case = a_setting()
    case.review.reports.filter(kind="overview").delete()
    with pytest.raises(NotYet, match="Record that the overview report is complete"):
        case.put()


@pytest.mark.parametrize(
    ("kind", "called"),
    [("imr", "individual management review"), ("health_overview", "health overview report")],
)
def test_what_an_agency_was_commissioned_for_blocks_until_filed_or_waived(case, kind, called):
    other = AgencyFactory(board=case.board, name="Weald Surgery")
    asked(case.review, other, case.staff, kind=kind)
    with pytest.raises(NotYet) as refused:
        case.put()
    assert refused.value.reasons == [
        f"File the {called} of Weald Surgery, or waive it with the reason."
    ]
    case.review.commissions.filter(agency=other).update(
        waived_on=AT.date(), waived_because="It never saw the child."
    )
    assert case.put().is_open


def test_what_is_missing_says_where_it_is_settled():
    case = a_setting(is_complete=False)
    places = {each.place for each in missing_for(case.review, "put_to_board")}
    assert places == {"reports", "final-set"}
    assert set(PLACES.values()) <= {place.url for place in CASE_FILE}


def test_a_review_that_came_to_the_board_without_a_set_is_not_ratified(case):
    case.go_to("ratification")
    with pytest.raises(NotYet, match="No set is before the board"):
        case.review.move("ratify", by=case.chair, at=LATER, on=LATER.date(), digest="x")
