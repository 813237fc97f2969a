"""The scan of finished texts finds what the mask would have missed."""

import pytest

from chronology.masking import Context, mask, scan, suggest_people
from tests.chronology.cast_of_rows import a_cast

CAST = a_cast()
CLEAN = "Mother was seen with Child A by Social Worker 1 at Address 1. Contact [telephone number]."


def surfaces(*texts: str) -> list[str]:
    return [leak.surface for leak in scan([(str(n), text) for n, text in enumerate(texts)], CAST)]


def test_a_clean_text_has_no_leak() -> None:
    assert surfaces(CLEAN) == []


@pytest.mark.parametrize(
    ("planted", "found"),
    [
        ("Jayden was late", "Jayden"),
        ("told jayden", "jayden"),
        ("Staceys phone", "Staceys"),
        ("Stacey's phone", "Stacey"),
        ("Jaydon was late", "Jaydon"),
        ("saw Agnieska there", "Agnieska"),
        ("S.H. rang", "S.H."),
        ("told SH about it", "SH"),
        ("Chowd-\nhury rang", "Chowd-\nhury"),
        ("H a r t l e y rang", "H a r t l e y"),
        ("0 7 7 0 0 9 0 0 9 2 1", "0 7 7 0 0 9 0 0 9 2 1"),
        ("999.827.4095", "999.827.4095"),
        ("QX18 6PP", "QX18 6PP"),
        ("went to St Hilda's", "St Hilda"),
        ("saw Kowalczyk there", "Kowalczyk"),
    ],
)
def test_a_planted_leak_is_found(planted: str, found: str) -> None:
    assert any(found in surface for surface in surfaces(f"{CLEAN} It is said: {planted}."))


def test_a_name_split_over_two_cells_is_found() -> None:
    leaks = scan([("event", "It was said by Chowd"), ("action", "hury that all is well")], CAST)
    assert [leak.why for leak in leaks] == ["chowdhury split over two cells"]


def test_a_number_split_over_two_cells_is_found() -> None:
    leaks = scan([("event", "ring 07700"), ("action", "900921 after six")], CAST)
    assert [(leak.kind, leak.severity) for leak in leaks] == [("telephone number", "certain")]


def test_a_word_at_the_start_of_a_sentence_is_no_leak() -> None:
    assert surfaces("Mark on shin noted. May need help. Will contact.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Grace said at lunch as usual.",
        "MARK SEEN ON THE THIGH.",
        "A MARK ON THE LEG. IT MAY BE NEGLECT.",
        "There is hope. The Will of God. Hope to start soon.",
        "Reviewed in May 2009 and 4 May.",
        "MOTHER SAID HER WILL WAS LOST.",
        "The young mother had a young baby.",
        "Young married couple. Young tearaways project.",
        "Prev GP Dr [name] wrote. Moved between April and May.",
        "A DOG WALKER RAISED THE ALARM.",
        "Kept as action_plan and overview_report_2.",
    ],
)
def test_a_word_that_names_nobody_is_no_leak(text: str) -> None:
    assert surfaces(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mark was arrested.", "Mark"),
        ("Young threw her out.", "Young"),
        ("Noticed Grace had a cough.", "Grace"),
        ("GRACE WAS UPSET.", "GRACE"),
        ("Will, health visitor", "Will"),
        ("Young, Will attended.", "Young"),
        ("Spoke to HV Ghebremariam.", "Ghebremariam"),
        ("Birthday is 13th Sept 2001.", "13th Sept 2001"),
        ("Seen 2001-09-13.", "2001-09-13"),
        ("Messages from siobhan_k again.", "siobhan_k"),
        ("Is @megsie09 there.", "@megsie09"),
        ("Mark sat with him.", "Mark"),
        ('He said "Dean was effing and blinding".', "Dean"),
        ("Young slept through it.", "Young"),
        ("Grace, 12 yr old, was cautioned.", "Grace"),
        ("Grace and Mum attended.", "Grace"),
        ("Present: Mother; Grace; Social Worker 1", "Grace"),
        ("Mother and Will at the Post Office.", "Will"),
        ("Will not brought.", "Will"),
        ("Not recorded whether, and May thinks so.", "May"),
        ("Given by her 1st cousin Jaycee.", "Jaycee"),
        ("PC Booth took prints.", "Booth"),
        ("Mey keywork.", "Mey"),
    ],
)
def test_a_word_that_names_somebody_is_a_leak(text: str, found: str) -> None:
    assert found in surfaces(text)


@pytest.mark.parametrize(
    ("broken", "text"),
    [
        ("numbers_in", "Ring 07700 900921 at once."),
        ("places_in", "Taken to CGH by ambulance."),
        ("runs_in", "Jayden was seen."),
    ],
)
def test_the_scan_sees_what_a_broken_mask_leaves(
    broken: str, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert scan([("event", mask(text, CAST).text)], CAST) == []
    monkeypatch.setattr(f"chronology.masking.view.{broken}", lambda *_: iter(()))
    assert scan([("event", mask(text, CAST).text)], CAST) != []


def test_a_misspelling_is_suggested_with_the_person_it_points_at() -> None:
    found = suggest_people([("e1", "Stacay rang."), ("e2", "Stacay left.")], CAST)
    assert [(s.text, s.count, s.where, s.likely_person) for s in found] == [
        ("Stacay", 2, ("e1", "e2"), "p1")
    ]


def test_a_stranger_is_suggested_without_a_person() -> None:
    found = suggest_people([("e1", "Staying with Siobhan Kavanagh, 0113 496 0123.")], CAST)
    assert [(s.text, s.kind, s.likely_person) for s in found] == [
        ("0113 496 0123", "telephone number", None),
        ("Siobhan Kavanagh", "name", None),
    ]


def test_what_the_cast_has_already_is_not_suggested() -> None:
    assert suggest_people([("e1", "Stacey Hartley and MS. HARTLEY, 07700 900921.")], CAST) == []


def test_a_list_of_those_present_is_read_as_one_when_its_context_is_given() -> None:
    present = ("e1", "mum, thandeka", Context(cell="present"))
    assert [s.text for s in suggest_people([present], CAST)] == ["thandeka"]
    assert suggest_people([present[:2]], CAST) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Young, W listed as contact.", "Young, W"),
        ("W Y to ring back.", "W Y"),
        ("Prepared by ZB for panel.", "ZB"),
        ('Password "Biscuit" agreed.', "Biscuit"),
        ("Met the Young children.", "Young"),
        ("All the Youngs came.", "Youngs"),
        ("Saw Mrs young there.", "young"),
        ("with miss young at court", "young"),
        ("Jaydin out.", "Jaydin"),
        ("said will hit him", "will"),
        ("With cousin Jaycee in town.", "Jaycee"),
        ("spoke to grace on the phone", "grace"),
        ("mother out, grace asleep upstairs", "grace"),
        ('"I want mum not grace"', "grace"),
        ('Account: "Grace threw the remote".', "Grace"),
        ("Said that Mark pushed her.", "Mark"),
        ("Grace will visit on Monday.", "Grace"),
        ("Mark was at work.", "Mark"),
        ("Grace asleep upstairs.", "Grace"),
    ],
)
def test_a_name_that_only_its_company_tells_is_a_leak(text: str, found: str) -> None:
    assert found in surfaces(text)


@pytest.mark.parametrize(
    "text",
    [
        "Completed by CSC. Forgot his password.",
        "The young children. Young children seen.",
        "mother has no grace, mark on leg, will call",
        "they miss grace. will miss young friends. said will be done. mum will attend",
        "Mark healed. Mark noticed at clinic. Mark measured 2cm.",
        "Mark will fade. Mark given. Grace said at lunch.",
        "Spoke to young mother about mark on leg.",
    ],
)
def test_a_word_in_such_company_is_no_leak(text: str) -> None:
    assert surfaces(text) == []
