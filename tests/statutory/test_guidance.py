"""Guidance as immutable data: which is in force when, what it holds, the windows beside it."""

import dataclasses
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviews.statutory import (
    EVENTS,
    GUIDANCE,
    TRIGGERS,
    CriterionKind,
    Mark,
    NoGuidance,
    UnknownGuidance,
    evaluation_applies,
    guidance_named,
    guidance_on,
    publication_rule,
)
from reviews.statutory.guidance import FOLDER, read_guidance

EVERY = pytest.mark.parametrize("guidance", GUIDANCE.values(), ids=lambda guidance: guidance.slug)

DEADLINES = {
    "wt2006": {
        "decide": ("referred", "1 calendar month", "after"),
        "complete": ("decided", "4 calendar months", "after"),
    },
    "wt2010": {
        "decide": ("referred", "1 calendar month", "after"),
        "complete": ("decided", "6 calendar months", "after"),
    },
    "wt2013": {
        "decide": ("notified", "1 calendar month", "after"),
        "complete": ("decided", "6 calendar months", "after"),
        "tell_national_panel": ("decided_no_review", "14 days", "after"),
        "share_before_publication": ("publishing", "7 days", "before"),
    },
    "wt2015": {
        "notify": ("learned", "5 working days", "after"),
        "decide": ("notified", "1 calendar month", "after"),
        "complete": ("decided", "6 calendar months", "after"),
        "tell_national_panel": ("decided_no_review", "14 days", "after"),
        "share_before_publication": ("publishing", "7 working days", "before"),
    },
    "wt2018": {
        "notify": ("learned", "5 working days", "after"),
        "rapid_review": ("notified", "15 working days", "after"),
        "complete": ("decided", "6 calendar months", "after"),
        "share_before_publication": ("publishing", "7 working days", "before"),
    },
}
DEADLINES["wt2023"] = DEADLINES["wt2018"]


def test_guidance_follows_guidance_without_a_gap():
    assert list(GUIDANCE) == ["wt2006", "wt2010", "wt2013", "wt2015", "wt2018", "wt2023"]
    every = list(GUIDANCE.values())
    for earlier, later in pairwise(every):
        assert earlier.in_force_until + timedelta(days=1) == later.in_force_from
    assert every[-1].in_force_until is None


@pytest.mark.parametrize(
    ("day", "slug"),
    [
        ("2006-04-01", "wt2006"),
        ("2009-11-30", "wt2006"),
        ("2009-12-01", "wt2010"),
        ("2013-03-21", "wt2013"),
        ("2015-03-26", "wt2015"),
        ("2018-06-29", "wt2018"),
        ("2023-12-15", "wt2023"),
        ("2026-11-20", "wt2023"),
    ],
)
def test_guidance_in_force_on_a_day(day, slug):
    assert guidance_on(date.fromisoformat(day)).slug == slug


def test_day_before_the_first_guidance_is_refused_with_what_to_do():
    with pytest.raises(NoGuidance, match=r"31 March 2006.*choose the guidance"):
        guidance_on(date(2006, 3, 31))


def test_unknown_guidance_lists_those_that_are_known():
    with pytest.raises(UnknownGuidance, match=r"“wt1999”.*wt2006, wt2010.*wt2018 and wt2023"):
        guidance_named("wt1999")


@EVERY
def test_deadlines_are_those_of_the_field(guidance):
    found = {
        rule.code: (rule.trigger, rule.spoken_length, str(rule.direction))
        for rule in guidance.deadlines
    }
    assert found == DEADLINES[guidance.slug]


@EVERY
def test_events_named_by_the_guidance_exist(guidance):
    for rule in guidance.deadlines:
        assert rule.trigger in TRIGGERS
        assert rule.met_by
        assert set(rule.met_by) <= set(EVENTS)
    assert {duty.trigger for duty in guidance.duties} <= {*EVENTS, None}


@EVERY
def test_codes_are_unique_and_texts_are_given(guidance):
    for kind in (guidance.deadlines, guidance.criteria, guidance.reasons, guidance.duties):
        codes = [one.code for one in kind]
        assert codes
        assert len(codes) == len(set(codes))
    assert all(one.text and one.paragraph for one in guidance.criteria)
    assert all(one.text and one.legal_basis for one in guidance.reasons)


def test_national_panel_begins_in_2013():
    with_panel = [guidance.slug for guidance in GUIDANCE.values() if guidance.has_national_panel]
    assert with_panel == ["wt2013", "wt2015", "wt2018", "wt2023"]


def test_paragraphs_seen_in_a_source_are_marked_verified():
    marks = {(one.paragraph, one.mark) for one in guidance_named("wt2010").criteria}
    assert ("8.9", Mark.VERIFIED) in marks
    assert ("8.10", Mark.RECALLED) in marks
    assert guidance_named("wt2006").deadline("complete").paragraph_mark is Mark.VERIFIED


def test_kinds_of_criteria_follow_the_period():
    kinds = {slug: {one.kind for one in guidance.criteria} for slug, guidance in GUIDANCE.items()}
    assert kinds["wt2010"] == {
        CriterionKind.ALWAYS,
        CriterionKind.CONSIDER,
        CriterionKind.PROMPT,
    }
    assert kinds["wt2013"] == {CriterionKind.COMPULSORY, CriterionKind.ALWAYS}


def test_under_2010_the_board_itself_extends_and_before_it_agreed_with_the_government_office():
    assert guidance_named("wt2006").deadline("complete").extension.must.startswith("discuss")
    extension = guidance_named("wt2010").deadline("complete").extension
    assert extension.by == "the LSCB itself"
    assert "its consent is not needed" in extension.must
    assert guidance_named("wt2010").deadline("decide").extension is None


def test_deadline_that_a_guidance_lacks_is_refused_by_name():
    with pytest.raises(LookupError, match="no deadline “notify”: it has decide and complete"):
        guidance_named("wt2006").deadline("notify")


def test_guidance_cannot_be_changed():
    guidance = guidance_named("wt2010")
    with pytest.raises(TypeError):
        GUIDANCE["wt2010"] = guidance
    with pytest.raises(dataclasses.FrozenInstanceError):
        guidance.name = "Another"
    with pytest.raises(dataclasses.FrozenInstanceError):
        guidance.deadlines[0].length = 12
    with pytest.raises(TypeError):
        guidance.deadlines[0] = guidance.deadlines[1]
    with pytest.raises(TypeError):
        EVENTS["decided"] = "something else"
    hash(guidance)


@pytest.mark.parametrize(
    ("good", "bad", "error"),
    [
        ('unit = "days"', 'unit = "fortnights"', ValueError),
        ('mark = "verified"', 'mark = "likely"', ValueError),
        ('actor = "LSCB"', 'acter = "LSCB"', TypeError),
        ('kind = "always"', 'kind = "sometimes"', ValueError),
    ],
)
def test_slip_in_a_guidance_file_is_an_error(tmp_path, good, bad, error):
    text = (FOLDER / "wt2013.toml").read_text(encoding="utf-8")
    assert good in text
    path = tmp_path / "wt2013.toml"
    path.write_text(text.replace(good, bad), encoding="utf-8")
    with pytest.raises(error):
        read_guidance(path)


@pytest.mark.parametrize(
    ("day", "applies"),
    [
        ("2007-03-31", False),
        ("2007-04-01", True),
        ("2012-07-31", True),
        ("2012-08-01", False),
    ],
)
def test_evaluation_applies_from_april_2007_to_july_2012(day, applies):
    assert evaluation_applies(date.fromisoformat(day)) is applies


@pytest.mark.parametrize(
    ("day", "code"),
    [
        ("2006-04-01", "summary"),
        ("2010-06-09", "summary"),
        ("2010-06-10", "overview_and_summary"),
        ("2013-03-21", "report"),
        ("2018-06-29", "practice_review_report"),
    ],
)
def test_publication_follows_the_day_the_review_was_initiated(day, code):
    assert publication_rule(date.fromisoformat(day)).code == code


@given(st.dates())
def test_every_day_has_exactly_one_publication_rule(day):
    assert publication_rule(day).first_day <= day <= publication_rule(day).last_day
