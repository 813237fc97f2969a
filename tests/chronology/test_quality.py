from datetime import date, timedelta

import pytest

from chronology.dates import Precision
from chronology.gaps import Contact
from chronology.quality import Part, Row, quality
from chronology.return_words import acronyms, near_copies, unexplained

EVENT = "Health visitor saw the child at home and weighed her; mother was tired."


def row(day: int, event: str = EVENT, **more: object) -> Row:
    on = date(2009, 1, 1) + timedelta(day)
    facts = {
        key: more.pop(key) for key in ("precision", "child_seen", "child_heard") if key in more
    }
    return Row(Contact(day, "HV", on, on, **facts), event, **more)


def part(slug: str, *rows: Row, **more: object) -> Part:
    return next(one for one in quality(rows, **more).parts if one.slug == slug)


def test_dates_count_only_where_the_day_is_given() -> None:
    rows = row(0), row(1, precision=Precision.MONTH), row(2, is_inferred=True)
    dates = part("dates", *rows)
    assert (dates.met, dates.of, dates.rows, dates.score) == (1, 3, (1, 2), 33)
    assert dates.finding == "1 of 3 entries give the day in full."
    assert dates.standing == "weak"


def test_entries_without_a_source_are_listed() -> None:
    assert part("sources", row(0, source="Health record p3"), row(1)).rows == (1,)


def test_gaps_over_the_threshold_are_listed_with_the_entries_on_either_side() -> None:
    gaps = part("gaps", row(0), row(10), row(110))
    assert (gaps.met, gaps.of, gaps.rows) == (1, 2, (10, 110))
    assert gaps.finding == "1 gap is longer than 90 days. The longest is 100 days."
    assert part("gaps", row(0), row(10), row(110), longest_gap=100).rows == ()


def test_child_seen_asks_every_entry_and_child_heard_only_those_that_saw_the_child() -> None:
    rows = row(0, child_seen=True, child_heard=True), row(1, child_seen=True), row(2), row(3)
    assert part("seen", *rows).rows == (2, 3)
    assert part("heard", *rows).rows == (1,)
    assert part("heard", row(0, child_seen=False)).standing == "not asked"


def test_analysis_is_neither_empty_nor_stock_nor_a_copy_of_the_event() -> None:
    rows = (
        row(0, comment="No analysis was made of why the weight had fallen twice."),
        row(1),
        row(2, comment="N/A"),
        row(3, comment="Mother was tired at home"),
    )
    assert part("analysis", *rows).rows == (1, 2, 3)


def test_one_comment_on_every_row_is_not_analysis() -> None:
    rows = [row(day, comment="Practice was in line with what was expected.") for day in range(4)]
    assert part("analysis", *rows).met == 0


def test_entries_that_nearly_repeat_an_earlier_one_are_listed() -> None:
    other = "Police called to a disturbance in the street outside; nobody was arrested."
    rows = row(0), row(1, other), row(2, EVENT + " Again."), row(3, "No reply.")
    assert part("copies", *rows).rows == (2,)


def test_near_copies_need_more_than_a_few_words() -> None:
    assert near_copies(["No reply.", "No reply.", EVENT, EVENT.upper()]) == [3]


def test_very_short_and_very_long_entries_are_listed() -> None:
    assert part("lengths", row(0), row(1, "Seen."), row(2, "word " * 300)).rows == (1, 2)


def test_a_name_needs_somebodys_role_beside_it() -> None:
    rows = (
        row(0, "Jane Hart rang and left a message."),
        row(1, "Social worker Jane Hart rang."),
        row(2),
    )
    people = part("people", *rows)
    assert (people.of, people.rows) == (2, (0,))


def test_abbreviations_are_explained_in_the_text_the_glossary_or_not_at_all() -> None:
    rows = (
        row(0, "Initial health assessment (IHA) booked for the child next week."),
        row(1, "IHA done. GP told. TAF held."),
        row(2, "EPO considered by managers today. HARTLEY seen."),
    )
    found = part("abbreviations", *rows, glossary=["TAF"], names=["Stacey Hartley"])
    assert found.rows == (2,)
    assert found.finding.endswith("Unexplained: EPO.")


def test_a_text_all_in_capitals_holds_no_abbreviations() -> None:
    assert unexplained("MOTHER RANG AND WAS UPSET", frozenset()) == []


def test_columns_that_were_not_asked_for_are_not_judged() -> None:
    slugs = {one.slug for one in quality([row(0)], asks=()).parts}
    assert not slugs & {"sources", "seen", "heard", "analysis"}


def test_the_weakest_part_is_to_be_mended_first_and_an_empty_return_has_no_score() -> None:
    found = quality([row(0, source="p1"), row(1, "Seen.")])
    scores = [one.score for one in found.to_mend]
    assert scores == sorted(scores)
    assert quality([]).score is None
    assert quality([]).to_mend == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Total =SUM(A1:A9) of the visits", []),
        ("Seen to leave in AB12 XKP with father", []),
        ("A blue van, XKP 123T, stood outside", []),
        ("Referred to MARAC by DVLO", ["MARAC", "DVLO"]),
    ],
)
def test_formulas_and_number_plates_are_no_abbreviations(text, found):
    assert acronyms(text) == found
