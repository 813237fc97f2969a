import pytest

from chronology.kinds import kind_of, mentions
from chronology.unasked import unasked

ROWS = [
    (1, "Police", "Ambulance called, conveyed to hospital."),
    (2, "GP Practice", "Letter from probation."),
    (3, "Police", "Paramedics attended. Probation officer informed."),
    (4, "GP Practice", "Advised to see the school nurse."),
]


def test_agencies_that_were_asked_are_left_out_and_the_most_named_comes_first() -> None:
    found = unasked(ROWS, asked=["Acute Hospital", "Greater Police", "GP Practice"])
    assert [(one.kind, one.count) for one in found] == [
        ("ambulance", 2),
        ("probation", 2),
        ("school_nurse", 1),
    ]


def test_each_shows_who_named_it_where_and_in_which_words() -> None:
    probation = next(one for one in unasked(ROWS, asked=["Police"]) if one.kind == "probation")
    assert probation.named_by == ("GP Practice", "Police")
    assert probation.entries == (2, 3)
    assert probation.words == "probation"
    assert probation.sentence == (
        "Probation is named in 2 entries but has not been asked for a chronology."
    )


def test_an_agency_whose_records_another_may_hold_is_said_to_be() -> None:
    (nurse,) = [
        one for one in unasked(ROWS, asked=["Health Visiting"]) if one.kind == "school_nurse"
    ]
    assert nurse.may_be_held_by == ("Health visiting",)


def test_an_agency_that_copies_from_such_records_again_and_again_is_said_to_hold_them() -> None:
    rows = [
        (1, "Police", "Health visitor rang."),
        (2, "GP", "Letter to the midwife and probation."),
    ]
    sources = [("Community Health", "HV diary")] * 2 + [("GP", "Letter from the midwife")]
    found = unasked(rows, asked=["Police", "GP"], sources=sources)
    assert [(one.kind, one.may_be_held_by) for one in found] == [
        ("midwife", ()),
        ("probation", ()),
        ("health_visitor", ("Community Health",)),
    ]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Children's Social Care", "social_care"),
        ("Children’s Services", "social_care"),
        ("Fire and Rescue", "fire"),
        ("CAMHS", "camhs"),
        ("Adult Mental Health", "adult_mental_health"),
        ("Substance Misuse", "drug_service"),
        ("Youth Offending", "youth_offending"),
        ("Health Visiting", "health_visitor"),
        ("Mill Brow Primary School", "school"),
        ("Sunshine Nursery", "nursery"),
        ("Marlowbridge Royal Infirmary", "hospital"),
        ("Acute Hospital", "hospital"),
        ("Midwifery", "midwife"),
        ("Cafcass", "cafcass"),
        ("Friends of the Park", ""),
    ],
)
def test_an_agencys_name_says_its_kind(name: str, kind: str) -> None:
    assert kind_of(name) == kind


def test_words_that_only_look_like_an_agency_are_not_one() -> None:
    assert mentions(
        "Pre-school booster given in the school holidays. Housing benefit stopped."
    ) == {"benefits": "Housing benefit"}
