"""One person under two spellings, and an employer that is an agency or council of the review."""

import pytest

from reviews.independence import first_employer, folded_name, works_for_agency, works_for_authority


@pytest.mark.parametrize(
    "other", ["ann other", "Dr Ann  Other", "ANN OTHER ", "Prof. Ann Other", "Ánn Other"]
)
def test_one_person_is_the_same_under_every_spelling(other):
    assert folded_name(other) == folded_name("Ann Other")


@pytest.mark.parametrize("name", ["Dr", "Unknown", "?"])
def test_a_name_never_folds_to_nothing(name):
    assert folded_name(name)


@pytest.mark.parametrize(
    ("employer", "agency"),
    [
        ("downland police", "Downland Police"),
        ("Detective Inspector at Downland Police, CID", "Downland Police"),
        ("Children's Services", "Children’s Services"),
        ("Safeguarding, Children's Services", "Children’s Services"),
    ],
)
def test_an_agency_is_known_in_what_is_said_of_the_employer(employer, agency):
    assert works_for_agency(employer, agency)


@pytest.mark.parametrize(
    ("employer", "agency"),
    [
        ("Self-employed", "Downland Police"),
        ("Kent Children's Services", "Children’s Services"),
        ("Agency 12", "Agency 1"),
        ("Police Federation", "Police"),
    ],
)
def test_another_agency_of_a_like_name_is_another(employer, agency):
    assert not works_for_agency(employer, agency)


@pytest.mark.parametrize(
    "employer",
    ["East Sussex", "East Sussex County Council", "east sussex CC, Children's Services"],
)
def test_a_council_is_known_by_its_place(employer):
    assert works_for_authority(employer, "East Sussex")


@pytest.mark.parametrize("employer", ["West Sussex County Council", "University of East Sussex"])
def test_what_only_shares_the_place_is_no_council(employer):
    assert not works_for_authority(employer, "East Sussex")


def test_it_is_said_which_agency_or_council_it_is():
    asked = {"agencies": ["Downland Police"], "authorities": ["Kent"]}
    assert first_employer("Kent County Council", **asked) == "Kent"
    assert first_employer("Self-employed", **asked) is None
