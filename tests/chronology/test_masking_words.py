"""Words that are somebody's surname are left where what follows makes them words."""

import pytest

from chronology.masking import Cast, Context, Identifier, mask, scan

PEOPLE = (
    "Ann Flame", "Joe Fell", "Eve Church", "Max Lane", "Will Day", "Mark Wells", "Kim Justice",
    "Rob Snow", "Kim Nurse", "Miles King", "April Head", "Ivy Pope", "Grace Speed", "Pam Street",
)  # fmt: skip


def _rows() -> list[Identifier]:
    rows = []
    for n, full in enumerate(PEOPLE):
        first, last = full.split()
        forms = ((full, "full"), (first, "first"), (last, "surname"))
        forms = (*forms, (f"Miss {last}", "title_surname"))
        rows += [Identifier(f"p{n}", text, kind, f"Adult {n}") for text, kind in forms]
    return rows


CAST = Cast.of(_rows())


@pytest.mark.parametrize(
    "text",
    [
        "Flame and smoke damage. No naked flame in the room.",
        "Fell off the wall. Wells up when asked.",
        "Justice system explained.",
        "Church roof repaired.",
        "Max penalty explained. Day programme offered.",
        "Lane coloured blue on the map.",
        "Day placement found for him.",
        "Head's diary of the day. Hand held record.",
        "He will miss day trips. High Street closed. Mum may head home.",
    ],
)
def test_a_surname_with_a_thing_behind_it_is_a_word(text: str) -> None:
    assert mask(text, CAST).text == text
    assert scan([("event", text)], CAST) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Flame rang.", "Adult 0 rang."),
        ("Told Flame to stop.", "Told Adult 0 to stop."),
        ("Fell is on bail.", "Adult 1 is on bail."),
        ("Flame session at ten.", "Adult 0 session at ten."),
        ("Fell visit to prison.", "Adult 1 visit to prison."),
        ("Lane bought a car.", "Adult 3 bought a car."),
        ("The Wells family moved.", "The Adult 5 family moved."),
        ("Known as Marky W. Day programme offered.", "Known as Adult 5. Day programme offered."),
    ],
)
def test_a_surname_with_a_deed_or_a_contact_behind_it_is_somebody(text: str, expected: str) -> None:
    assert mask(text, CAST).text == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Informed by liaison nurse G Speed that.", "Informed by liaison nurse Adult 12 that."),
        ("Brought by Rub Snow.", "Brought by Adult 7."),
        ("Missed group. Rub says so.", "Missed group. [name] says so."),
        ("Milees told the worker.", "Adult 9 told the worker."),
        ("Copy re April 28 Dec 10: a scald.", "Copy re Adult 10 28 Dec 10: a scald."),
        ("IP SPEED, suspect known.", "IP Adult 12, suspect known."),
        ("Gone by ten. Mark visible inside.", "Gone by ten. Adult 5 visible inside."),
        ("Aunt says Grace will not eat.", "Aunt says Adult 12 will not eat."),
        ("In the street, Ann Flame.", "In the street, Adult 0."),
        ("Agent is Pam Street of this town.", "Agent is Adult 13 of this town."),
        ("PHCR Pope read out.", "PHCR Adult 11 read out."),
        ("Told miss fell so.", "Told Adult 1 so."),
        (
            "Mum rang. Seen with grace, grace asleep.",
            "Mum rang. Seen with Adult 12, Adult 12 asleep.",
        ),
        ("Notification of arrest of miles (theft).", "Notification of arrest of Adult 9 (theft)."),
    ],
)
def test_a_name_is_masked_beside_what_looks_like_another(text: str, expected: str) -> None:
    assert mask(text, CAST).text == expected


def test_a_slip_among_those_present_is_masked_once_with_its_surname() -> None:
    present = Context(cell="present")
    assert mask("Ann Flame, Rub Snow", CAST, context=present).text == "Adult 0, Adult 7"
    assert mask("Ann Flame, Rub", CAST, context=present).text == "Adult 0, [name]"


def test_the_number_of_an_officer_that_an_address_holds_is_masked_once() -> None:
    assert mask("PC 2290, Mill Lane.", CAST).text == "PC [address]."
    assert mask("PC 2290 rang.", CAST).text == "PC [number] rang."


def test_a_word_in_small_letters_is_no_surname() -> None:
    assert mask("He fell down the wells.", CAST).text == "He fell down the wells."
    assert scan([("event", "He fell down the wells.")], CAST) == []
