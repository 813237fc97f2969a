"""A cell means what it says, or its row is refused; what is odd but possible is warned of."""

import pytest

from reviews.past_reviews.doubts import doubts_about
from reviews.past_reviews.facts import facts_of
from reviews.past_reviews.stage import furthest
from reviews.states import State
from reviews.statutory import PartialDate
from tests.reviews.past_files import a_row


def reasons(**cells: str) -> str:
    return " ".join(facts_of(a_row(**cells))[1])


def doubts(**cells: str) -> dict[str, str]:
    facts, refused = facts_of(a_row(**cells))
    assert not refused
    return dict(doubts_about(facts))


@pytest.mark.parametrize(
    ("cell", "edtf"),
    [
        ("2006", "2006"),
        ("2006-07", "2006-07"),
        ("2006-07-16", "2006-07-16"),
        ("16/07/2006", "2006-07-16"),
        ("16 July 2006", "2006-07-16"),
        ("Jul 2006", "2006-07"),
        ("c. 2006", "2006~"),
        ("?16 July 2006", "2006-07-16?"),
    ],
)
def test_a_date_is_kept_as_it_is_known_and_never_completed(cell, edtf):
    facts, refused = facts_of(a_row(incident_on=cell))
    assert not refused
    assert facts.dates["happened"] == PartialDate.parse(edtf)
    assert facts.by_column()["incident_on"] == edtf


def test_a_row_that_nothing_is_wrong_with_raises_no_doubt():
    assert doubts() == {}


@pytest.mark.parametrize(
    ("column", "cell", "said"),
    [
        ("incident_on", "2006-02-30", "incident_on is “2006-02-30”. Enter a real date"),
        ("incident_on", "13/25/2006", "months go from 1 to 12"),
        ("incident_on", "03/04/06", "four digits"),
        ("incident_on", "spring 2006", "“spring” is not a month"),
        ("incident_on", "38914", "Enter a date such as"),
        ("incident_on", "2006/07", "a month or a financial year"),
        ("incident_kind", "murder", "incident_kind is “murder”. Use death, serious_harm"),
        ("decision", "maybe", "decision is “maybe”. Use scr, other, none"),
        ("grade", "fair", "Use outstanding, good, adequate, inadequate"),
        ("regrade", "4", "regrade is “4”"),
        ("known_to_social_care", "perhaps", "Use yes, no, not_known"),
        ("child_protection_plan", "1", "child_protection_plan is “1”"),
        ("children", "0", "whole number from 1 to 99"),
        ("children", "100", "whole number from 1 to 99"),
        ("children", "2.5", "whole number from 1 to 99"),
        ("children", "-1", "whole number from 1 to 99"),
        ("children", "two", "whole number from 1 to 99"),
        ("agencies", "many", "whole number from 0 to 999"),
        ("review_name", "", "give the review a name"),
        ("review_name", "x" * 121, "longer than 120 characters"),
        ("decision", "", "enter scr, other or none"),
    ],
)
def test_a_cell_that_cannot_be_taken_at_its_word_is_refused_by_name(column, cell, said):
    assert said in reasons(**{column: cell})


def test_every_reason_is_given_at_once():
    assert len(facts_of(a_row(children="x", grade="x", incident_on="x"))[1]) == 3


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"decision": "none", "overview_completed_on": "2009"}, "overview_completed_on"),
        ({"decision": "none", "grade": "good"}, "grade"),
        ({"decision": "other", "submitted_to_ofsted_on": "2009"}, "submitted_to_ofsted_on"),
    ],
)
def test_what_only_a_serious_case_review_has_contradicts_another_decision(cells, said):
    assert said in reasons(**cells)
    assert "Correct the one or empty the other" in reasons(**cells)


def test_an_other_learning_review_may_have_a_report():
    assert reasons(decision="other", overview_completed_on="2009", published_on="2010") == ""


@pytest.mark.parametrize(
    ("cell", "decision"),
    [("SCR", "scr"), ("Serious Case Review", "scr"), ("No review", "none"), ("OTHER", "other")],
)
def test_a_decision_may_be_written_out(cell, decision):
    assert facts_of(a_row(decision=cell))[0].decision == decision


@pytest.mark.parametrize(
    ("cells", "column", "said"),
    [
        ({"incident_on": "2008"}, "incident_on", "Kept as it is known: 2008."),
        ({"decision_on": "2008-04"}, "decision_on", "No deadline is worked out from it."),
        ({"decision_on": ""}, "decision_on", "The date of the decision is not given"),
        ({"decision_on": "", "decision": ""}, "decision", "No decision is given"),
        ({"decision_on": "", "incident_on": ""}, "incident_on", "No date is given at all"),
        ({"incident_kind": ""}, "incident_kind", "is not known"),
        ({"incident_kind": "not known"}, "incident_kind", "is not known"),
        ({"children": ""}, "children", "no child is recorded"),
        (
            {"children": "2", "known_to_social_care": "yes"},
            "known_to_social_care",
            "does not say of which child",
        ),
        (
            {"children": "", "child_protection_plan": "no"},
            "child_protection_plan",
            "does not say of which child",
        ),
        ({"published_on": "2019-09-30"}, "published_on", "after LSCBs ended on 29 September 2019"),
        (
            {"incident_on": "2004", "decision_on": "2005-12"},
            "decision_on",
            "before LSCBs began",
        ),
        (
            {"evaluated_on": "2009-05-01", "grade": "good", "published_on": "2009-04"},
            "published_on",
            "April 2009 is before evaluated_on, 1 May 2009: unusual, but possible",
        ),
        (
            {"overview_completed_on": "2009-05-01", "published_on": "2009-04"},
            "published_on",
            "is before overview_completed_on",
        ),
        ({"panel_chair_appointed_on": "2008-04-01"}, "panel_chair_appointed_on", "unusual"),
        ({"grade": "good"}, "evaluated_on", "without the date of Ofsted's letter"),
        ({"evaluated_on": "2009-01-05"}, "grade", "without the grade"),
        (
            {"incident_on": "2013-04-01", "decision_on": "2013-05-01", "grade": "good"},
            "grade",
            "Ofsted evaluated reviews from April 2007 to July 2012",
        ),
        (
            {"grade": "good", "resubmitted_on": "2009-06-01"},
            "resubmitted_on",
            "Only inadequate reviews were submitted again",
        ),
        ({"grade": "inadequate", "regrade": "good"}, "reevaluated_on", "second grade"),
        ({"regrade": "good"}, "grade", "without the first"),
        ({"grade": "inadequate", "reevaluated_on": "2010"}, "regrade", "without the grade"),
        (
            {"grade": "inadequate", "published_on": "2010-01-01"},
            "grade",
            "published all the same",
        ),
    ],
)
def test_what_is_odd_but_possible_is_warned_of_under_its_column(cells, column, said):
    assert said in doubts(**cells)[column]


@pytest.mark.parametrize(
    ("cells", "is_odd"),
    [
        ({"incident_on": "2004", "decision_on": "", "grade": "good"}, False),
        ({"submitted_to_ofsted_on": "2012-07"}, False),
        ({"submitted_to_ofsted_on": "2012-08"}, True),
        ({"incident_on": "2005", "decision_on": "2006-05", "evaluated_on": "2007-03"}, True),
    ],
)
def test_a_grade_is_odd_only_where_ofsted_certainly_gave_none(cells, is_odd):
    said = " ".join(doubts(**cells).values())
    assert ("from April 2007 to July 2012" in said) is is_odd


def test_an_earlier_month_that_may_hold_the_later_day_is_not_out_of_order():
    assert "published_on" not in doubts(evaluated_on="2009-05-01", published_on="2009-05-30")


@pytest.mark.parametrize(
    ("cells", "state"),
    [
        ({}, State.SCOPING),
        ({"decision": "", "decision_on": ""}, State.REFERRED),
        ({"decision": "none"}, State.NO_REVIEW),
        ({"decision": "other", "published_on": "2010"}, State.OTHER_REVIEW),
        ({"panel_chair_appointed_on": "2008-05"}, State.SCOPING),
        ({"overview_completed_on": "2008-09"}, State.PANEL),
        ({"submitted_to_ofsted_on": "2008-10"}, State.SUBMITTED),
        ({"grade": "inadequate"}, State.EVALUATED),
        ({"grade": "inadequate", "resubmitted_on": "2009"}, State.SUBMITTED),
        ({"grade": "inadequate", "resubmitted_on": "2009", "regrade": "good"}, State.EVALUATED),
        ({"grade": "good", "published_on": "2009"}, State.CLOSED),
    ],
)
def test_a_review_stands_at_the_furthest_state_that_its_row_shows(cells, state):
    assert furthest(facts_of(a_row(**cells))[0])[0] == state


def test_every_stage_is_explained():
    assert furthest(facts_of(a_row(grade="good"))[0])[1] == "Ofsted evaluated it."
