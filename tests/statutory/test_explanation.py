"""Every due date opens to its arithmetic, in sentences that can be read aloud."""

from datetime import date

import pytest

from reviews.statutory import ENGLAND, GUIDANCE, due_dates, guidance_named


def explained(guidance=None, **event):
    (due,) = due_dates(event, guidance=guidance)
    return due.explanation


def test_months_are_explained_step_by_step():
    assert explained(decided=date(2009, 10, 31)) == (
        "The clock starts when the decision to hold a review was made: Saturday 31 October 2009. "
        "That day is day zero.",
        "Working Together 2006 was in force on that day: from 1 April 2006 to 30 November 2009 "
        "(start date recalled, not checked against the text).",
        "Paragraph 8.15 (reference verified) allows 4 calendar months to complete the serious case "
        "review (length verified in House of Commons Hansard, 7 April 2010). Responsible: LSCB.",
        "Calendar months are counted from the trigger in one step and end on the same-numbered day "
        "of the month. February 2010 has only 28 days, so they end on its last day.",
        "Due by the end of Sunday 28 February 2010. "
        "A legal date does not move when it falls on a weekend or holiday.",
        "Act by Friday 26 February 2010, the last working day before: "
        "28 February 2010 is a Sunday and 27 February 2010 is a Saturday.",
        "It may be extended by the LSCB, who must discuss and agree the new timescale with the "
        "Government Office (verified).",
    )


def test_skipped_bank_holidays_are_named():
    text = " ".join(explained(learned=date(2015, 12, 24)))
    assert "Skipped: the weekend days 26 December 2015, 27 December 2015, 2 January 2016" in text
    assert "Christmas Day (Friday 25 December 2015)" in text
    assert "Boxing Day (observed) (Monday 28 December 2015)" in text
    assert "New Year's Day (Friday 1 January 2016)" in text
    assert "Act by Tuesday 5 January 2016, which is a working day." in text


def test_count_without_anything_to_skip_says_so():
    text = " ".join(explained(learned=date(2020, 9, 27)))
    assert "Skipped: no weekend; no bank holiday." in text


def test_backward_rule_is_explained_backwards():
    text = " ".join(explained(publishing=date(2016, 1, 8)))
    assert "counted back from when the report is to be published: Friday 8 January 2016" in text
    assert "asks for at least 7 working days beforehand: send copies to the National Panel" in text
    assert "the first working day before the trigger is day 1" in text


def test_calendar_days_are_said_to_include_weekends():
    text = " ".join(explained(decided_no_review=date(2014, 12, 14)))
    assert "Every calendar day counts" in text
    assert "26 December 2014 is Boxing Day and 25 December 2014 is Christmas Day" in text


def test_pinned_case_says_that_it_is_pinned():
    text = " ".join(explained(guidance_named("wt2006"), decided=date(2010, 3, 1)))
    assert "This case is pinned to Working Together 2006" in text
    assert "was in force on that day:" not in text


def test_rule_without_an_extension_says_so():
    assert "nobody who may extend" in explained(referred=date(2010, 3, 1))[-1]


@pytest.mark.parametrize(("year", "expected"), [(2027, False), (2028, True)])
def test_bank_holidays_not_yet_announced_are_said_to_be_expected(year, expected):
    text = " ".join(explained(decided=date(year, 9, 1)))
    assert ("2028 have not been announced" in text) is expected


@pytest.mark.parametrize("guidance", GUIDANCE.values(), ids=lambda guidance: guidance.slug)
def test_every_sentence_of_every_deadline_is_a_sentence(guidance):
    events = {rule.trigger: date(2026, 11, 20) for rule in guidance.deadlines}
    for due in due_dates(events, guidance=guidance, calendar=ENGLAND):
        for sentence in due.explanation:
            assert sentence[0].isupper()
            assert sentence.endswith(".")
            assert "_" not in sentence
            assert "  " not in sentence
