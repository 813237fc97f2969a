"""Words that are somebody's surname are left where what follows makes them words."""

import pytest

from chronology.masking import Cast, Identifier, mask, scan

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
        "Justice system explained.",
        "Church roof repaired.",
        "Max penalty explained. Day programme offered.",
        "Lane coloured blue on the map.",
        "Day placement found for him.",
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
    ],
)
def test_a_surname_with_a_deed_or_a_contact_behind_it_is_somebody(text: str, expected: str) -> None:
    assert mask(text, CAST).text == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Informed by liaison nurse G Speed that.", "Informed by liaison nurse Adult 12 that."),
        ("In the street, Ann Flame.", "In the street, Adult 0."),
        ("Told miss fell so.", "Told Adult 1 so."),
    ],
)
def test_a_name_is_masked_beside_what_looks_like_another(text: str, expected: str) -> None:
    assert mask(text, CAST).text == expected


def test_a_word_in_small_letters_is_no_surname() -> None:
    assert mask("He fell down the wells.", CAST).text == "He fell down the wells."
    assert scan([("event", "He fell down the wells.")], CAST) == []
