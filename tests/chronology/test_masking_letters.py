"""A single letter, initials that nobody listed and names in capitals stand for people too."""

import pytest

from chronology.masking import Context, mask, scan
from tests.chronology.cast_of_rows import a_cast

CAST = a_cast()


def masked(text: str, **where: str) -> str:
    return mask(text, CAST, context=Context(**where)).text


SHORT = [
    ("Ms H. rang.", "Mother. rang."),
    ("mrs v rang.", "MGM rang."),
    ("Told Mr X at the door.", "Told [name] at the door."),
    ("Seen by SW S and PC B.", "Seen by Social Worker 1 and PC [name]."),
    ("Stacey H. was late.", "Mother. was late."),
    ("Grace H's coat.", "Sibling 1's coat."),
    ("Young W refused.", "Mother's Partner refused."),
    ("Chantelle O. came.", "[name]. came."),
    ("Spoke to FC today.", "Spoke to GP1 today."),
]


@pytest.mark.parametrize(("text", "expected"), SHORT)
def test_a_letter_beside_a_title_or_a_name_is_masked(text: str, expected: str) -> None:
    assert masked(text) == expected


@pytest.mark.parametrize("text", [text for text, _ in SHORT])
def test_a_letter_that_is_left_is_a_leak(text: str) -> None:
    assert scan([("event", text)], CAST)


@pytest.mark.parametrize(
    "text",
    [
        "SW H/V done. HV A&E liaison. SW. A visit.",
        "Told SW I would call.",
        "MR NOT SEEN. MRS NOT SEEN.",
        "BIBA, # L clavicle. DNA x2. PC attended.",
        "Core group: GP, HV, SW. CG minutes sent.",
    ],
)
def test_a_letter_of_an_abbreviation_stays(text: str) -> None:
    assert masked(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Keeper BRADLEY THRUSSELL.", "Keeper [name]."),
        ("Keeper THRUSSELL, Bradley.", "Keeper [name]."),
        ("PC THRUSSELL attended.", "PC [name] attended."),
        ("MR THRUSSELL rang.", "[name] rang."),
        ("Mr thrussell rang.", "[name] rang."),
        ("Kelly-Anne session 1445.", "[name] session 1445."),
        ("JAYDEN, Caoimhe and others.", "Child A, [name] and others."),
        ("StaceyHartley posted it.", "Mother posted it."),
        ("Sent to stacey.hartley there.", "Sent to Mother there."),
        ('Mark "Daz" O\'Brien left.', 'Father "[name]" Father left.'),
        ("Seen by HV Ní Dhomhnaill.", "Seen by HV [name]."),
        ("Seen by SW Walkker.", "Seen by SW [name]."),
        ("Left a message with Carol. Best time is noon.",
         "Left a message with [name]. Best time is noon."),
    ],
)  # fmt: skip
def test_a_name_that_no_list_has_is_masked_where_it_is_written_like_one(
    text: str, expected: str
) -> None:
    assert masked(text) == expected


def test_initials_that_mean_something_else_are_masked_only_among_people() -> None:
    assert masked("FC; SW Smith-Jones", cell="present") == "GP1; Social Worker 1"
    assert masked("Stacey, grace & Jayden at home.") == "Mother, Sibling 1 & Child A at home."
    assert masked("Saving grace, at last.") == "Saving grace, at last."


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Mother, Grace and Child A there.", "Grace"),
        ("Mother, grace, Child A", "grace"),
        ('Said "Grace" is out.', "Grace"),
        ("Mark and Mother in.", "Mark"),
        ("Told Mr Rash.", "Rash"),
        ("Moved to Whinmoor High School.", "School"),
        ("MARK Final Warning given.", "MARK"),
        ("Grace won't let go.", "Grace"),
    ],
)
def test_a_word_beside_those_who_are_masked_is_a_leak(text: str, found: str) -> None:
    assert found in [leak.surface for leak in scan([("event", text)], CAST)]


@pytest.mark.parametrize(
    "text",
    [
        "Ward 6, one to one. April clinics cancelled. Summers are busy.",
        "Will close if no contact. Winter check outstanding.",
        "Burns from chip pan. Case for discussion. Law on section 20.",
    ],
)
def test_a_word_that_its_neighbour_makes_one_stays(text: str) -> None:
    assert masked(text) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Young, W listed as contact.", "Mother's Partner listed as contact."),
        ("Seen: Hartley, S. dob not known.", "Seen: Mother dob not known."),
        ("Left for S Hartley, J.H. out.", "Left for Mother, Child A out."),
        ("W Y to ring back.", "Mother's Partner to ring back."),
        ("Chronology prepared by ZB for panel.", "Chronology prepared by [name] for panel."),
        ('Password "Biscuit" agreed.', 'Password "[password]" agreed.'),
        ("Jay W. Young people's group.", "Child A W. Young people's group."),
    ],
)
def test_what_letters_are_left_of_a_name_is_masked(text: str, expected: str) -> None:
    assert masked(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Completed by CSC. Signed by GP and HV.",
        "Forgot his password. Password reset.",
        "Young, A child of two.",
        "Vitamin W Y given. Young, W block.",
    ],
)
def test_letters_and_passwords_that_tell_nothing_stay(text: str) -> None:
    assert masked(text) == text
