"""Numbers of files, accounts, vehicles and officers, and names on line, are told by their cues."""

import pytest

from chronology.masking import Cast, Identifier, mask, scan
from tests.chronology.cast_of_rows import a_cast

CAST = a_cast()
REFERENCES = [
    ("Crime ref 13/QK/4471/09, NFA.", "Crime ref [police reference], NFA."),
    ("URN 12 BX 2290/08 refers.", "URN [police reference] refers."),
    ("Hosp no. K0482913.", "Hosp no. [hospital number]."),
    ("MRN 4481920, ward 6.", "MRN [hospital number], ward 6."),
    ("Rent a/c 00481922 in arrears.", "Rent a/c [account number] in arrears."),
    (
        "Sort code 20-45-11 account 40118273.",
        "Sort code [account number] account [account number].",
    ),
    ("UPN B820231009003.", "UPN [pupil number]."),
    ("CareFirst no. 118204 opened.", "CareFirst no. [reference number] opened."),
    ("ICS number 204417 opened.", "ICS number [reference number] opened."),
    ("Application CF10C00417 issued.", "Application [court case number] issued."),
    ("Vehicle P421WDR, silver.", "Vehicle [vehicle registration], silver."),
    ("Car reg yx08 kft seen.", "Car reg [vehicle registration] seen."),
    ("Collar 3307 attended.", "Collar [number] attended."),
    ("PC Tordoff (2290) attended.", "PC [name] ([number]) attended."),
    ("Snapchat name rosie_x07.", "Snapchat name [name on line]."),
    ("Tweeted as @kelz_clarke.", "Tweeted as [name on line]."),
    ("Posted at facebook.com/kelz.96 again.", "Posted at [name on line] again."),
]


@pytest.mark.parametrize(("text", "expected"), REFERENCES)
def test_a_number_that_its_cue_makes_a_reference_is_masked(text: str, expected: str) -> None:
    assert mask(text, CAST).text == expected


@pytest.mark.parametrize("text", [text for text, _ in REFERENCES])
def test_a_reference_that_is_left_is_a_leak(text: str) -> None:
    assert scan([("event", text)], CAST)


@pytest.mark.parametrize(
    "text",
    [
        "Log 0412 of 03/06/2009. Log 2140hrs.",
        "Job no 884512 raised. Bus no 44. File no. 2.",
        "Account of 2009. HB suspended, account £1330.24.",
        "Ref 12/03/2009. Crime 2009 figures. Room 101. Unit 4.",
        "Her car. Registration of birth.",
        "See https://example.invalid/form for the form.",
    ],
)
def test_a_number_without_a_cue_stays_and_is_no_leak(text: str) -> None:
    assert mask(text, CAST).text == text
    assert scan([("event", text)], CAST) == []


def test_a_number_that_the_cast_lists_is_masked_whatever_its_shape() -> None:
    cast = Cast.of([Identifier("a1", "ZE9 4KD", "postcode", "[postcode]")])
    assert mask("All at ze94kd now.", cast).text == "All at [postcode] now."


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Noise from 31 Larch Close.", "Noise from Address 1."),
        ("In the loft of 27 Larch.", "In the loft of Address 1."),
        ("No access at 0945, Larch Close.", "No access at 0945, Address 1."),
        ("Lives at 3 The Old Maltings.", "Lives at [address]."),
        ("Moved to 9 Tannery La.", "Moved to [address]."),
        ("Moved to Holy Rood R.C. Primary.", "Moved to [school]."),
        ("St Hilda's RC rang.", "School 1 rang."),
    ],
)
def test_an_address_goes_with_its_house_and_a_school_with_its_kind(
    text: str, expected: str
) -> None:
    assert mask(text, CAST).text == expected
