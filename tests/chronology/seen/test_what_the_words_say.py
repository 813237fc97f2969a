import pytest

from chronology.seen import Basis, Names, seen
from tests.chronology.seen import rewordings_again as again
from tests.chronology.seen import rewordings_of_carers as carers
from tests.chronology.seen import rewordings_of_contacts as contacts
from tests.chronology.seen import rewordings_of_sights as sights
from tests.chronology.seen import rewordings_of_visits as visits
from tests.chronology.seen.rewordings import SEEN
from tests.chronology.seen.rewordings_against import NEITHER, NOT_SEEN

WAS_NOT_SEEN = NOT_SEEN + contacts.NOT_SEEN + visits.NOT_SEEN + again.NOT_SEEN + sights.NOT_SEEN
SAYS_NEITHER = (
    NEITHER + contacts.NEITHER + visits.NEITHER + again.NEITHER + carers.NEITHER + sights.NEITHER
)
ELLIE = Names(subject=("Ellie", "Ellie Marsh", "EM", "E.M."), siblings=("Tom",))


def of(text: str, **more: object) -> bool | None:
    return seen(text, names=ELLIE, **more).verdict


@pytest.mark.parametrize(("agency", "text"), SEEN + again.SEEN + carers.SEEN + sights.SEEN)
def test_words_that_say_the_child_was_seen(agency: str, text: str) -> None:
    assert of(text, agency=agency) is True


@pytest.mark.parametrize(("agency", "text"), WAS_NOT_SEEN)
def test_words_that_say_the_child_was_not_seen(agency: str, text: str) -> None:
    assert of(text, agency=agency) is False


@pytest.mark.parametrize(("agency", "text"), SAYS_NEITHER)
def test_words_that_say_neither(agency: str, text: str) -> None:
    assert of(text, agency=agency) is None


def test_most_contacts_that_need_the_child_are_known_in_words_not_met_before() -> None:
    known = [of(text, agency=agency) for agency, text in contacts.THERE]
    assert known.count(True) >= 0.75 * len(known)
    assert known.count(False) == 0


def test_most_sight_of_the_child_is_known_in_words_not_met_before() -> None:
    known = [of(text, agency=agency) for agency, text in contacts.SAID + visits.SEEN]
    assert known.count(True) >= 0.8 * len(known)


def test_what_a_visitor_was_told_of_the_child_is_not_the_visitors_sight() -> None:
    assert of("Home visit. Ellie eating cereal.", agency="social_care") is True
    assert of("Home visit. Mum says Ellie eating better.", agency="social_care") is None
    assert of("Call to mum. Ellie eating cereal.", agency="social_care") is None


def test_a_contact_known_by_its_likeness_is_named_in_plain_words() -> None:
    found = seen("Dog attack. Ellie to theatre for washout.", names=ELLIE, agency="hospital")
    assert (found.verdict, found.basis) == (True, Basis.IMPLIED)
    assert found.contact == "a dog bite treated at hospital"
    assert found.because == "Ellie to theatre for washout"


def test_the_verdict_quotes_the_words_it_rests_on() -> None:
    found = seen("Visited at 4pm. “Fine”, said mum. Ellie was not seen.", names=ELLIE)
    assert (found.verdict, found.basis) == (False, Basis.SAID)
    assert found.because == "Ellie was not seen"


def test_what_cannot_happen_without_the_child_is_told_apart_from_what_is_said() -> None:
    found = seen("Weighed at clinic, 6.2kg.", agency="health_visitor", age=(4, 4))
    assert (found.verdict, found.basis, found.because) == (True, Basis.IMPLIED, "Weighed")


def test_a_misspelt_name_is_still_the_child() -> None:
    assert of("Home visit. Elllie seen.") is True


def test_initials_at_the_end_of_a_sentence_are_still_the_child() -> None:
    assert of("Worker saw EM. Angry, drew a fire.", agency="camhs") is True


def test_a_name_that_is_a_word_counts_only_with_a_capital() -> None:
    may = Names(subject=("May",), siblings=("Tom",))
    assert seen("Home visit. May seen.", names=may).verdict is True
    assert seen("Tom seen; this may have been seen before.", names=may).verdict is None


def test_a_weight_that_the_child_cannot_have_had_is_another_child() -> None:
    assert of("Weighed at clinic, 4.1kg.", agency="health_visitor", age=(40, 40)) is None


def test_an_age_that_the_child_was_not_is_another_child() -> None:
    text = "7 year old attended with mother, fell from bike."
    assert of(text, agency="hospital", age=(24, 24)) is None
    assert of(text, agency="hospital", age=(86, 86)) is True


def test_the_youth_offending_team_sees_nobody_below_ten() -> None:
    assert of("Worker saw the child at home.", agency="youth_offending", age=(60, 60)) is None


def test_a_school_that_has_brothers_and_sisters_must_name_the_child() -> None:
    text = "Late mark. 15 minutes. Brought by mum."
    assert of(text, agency="school") is None
    assert seen(text, names=Names(("Ellie",)), agency="school").verdict is True


def test_a_child_who_is_not_named_is_told_apart_from_no_child_at_all() -> None:
    late = seen("Late mark. 15 minutes. Brought by mum.", names=ELLIE, agency="school")
    assert (late.verdict, late.basis, late.because) == (None, Basis.UNNAMED, "Late mark")
    clinic = {"names": ELLIE, "agency": "health_visitor", "is_left_blank": True}
    assert seen("Weighed at clinic, 6.2kg.", **clinic).basis == Basis.UNNAMED
    assert seen("Tom late. 15 minutes.", names=ELLIE, agency="school").basis == Basis.NOTHING
    assert seen("Letter to mum.", names=ELLIE, agency="school").basis == Basis.NOTHING


@pytest.mark.parametrize(
    "text",
    [
        "Head attended core group about Ellie.",
        "Head in telephone discussion with police.",
        "Mum met head about Ellie's lunch money.",
        "Dad shouting in playground. Head intervened.",
        "Meeting at council offices about Ellie.",
    ],
)
def test_staff_who_meet_about_a_child_have_not_seen_the_child(text: str) -> None:
    found = seen(text, names=ELLIE, agency="school")
    assert (found.verdict, found.basis) == (None, Basis.NOTHING)


def test_the_child_at_a_school_that_has_brothers_and_sisters_is_the_one_under_review() -> None:
    assert of("Child brought by mother, not pooing. Advice.", agency="gp") is True
    assert of("Tom late. Child brought by mum.", agency="school") is None
    assert of("A child was brought by mum.", agency="school") is None


def test_a_child_who_comes_with_a_relative_is_not_away_with_them() -> None:
    assert of("Ellie with nan. Barky cough.", agency="gp") is True
    assert of("Visited. Ellie with nan.", agency="social_care") is False
    assert of("Mum has a bad back. Ellie with nan.", agency="gp") is False


def test_children_present_says_nothing_of_the_one_who_is_named_as_elsewhere() -> None:
    assert of("Children present in same room. Ellie out with dad.", agency="police") is False
    assert of("Tom at nan's. Children seen by officers.", agency="police") is None
    assert of("Children present. Ellie seen, fine.", agency="police") is True


def test_a_child_taken_out_by_a_crew_is_seen_and_by_a_relative_is_not() -> None:
    assert of("Flat fire. Ellie taken out by crew, unhurt.", agency="fire") is not False
    assert of("Safety visit. Ellie taken out by dad.", agency="fire") is False


@pytest.mark.parametrize(
    "where",
    [
        "visiting a friend",
        "sleeping over elsewhere",
        "playing at a neighbour's",
        "at football",
        "already in bed",
        "playing out",
        "not around",
        "gone shopping",
        "spending the day at nan's",
        "in cot upstairs according to mum",
        "resting in bedroom, door closed",
    ],
)
def test_what_the_child_was_doing_elsewhere_is_not_the_writers_sight(where: str) -> None:
    assert of(f"Home visit. Ellie {where}.", agency="social_care") is False
    assert of(f"Home visit. Children quiet. Ellie {where}.", agency="cafcass") is False


@pytest.mark.parametrize("where", ["round the corner", "in town with dad", "at scouts"])
def test_a_place_where_the_visitor_was_not_is_no_sight_of_the_child(where: str) -> None:
    assert of(f"Home visit. Ellie {where}.", agency="health_visitor") is not True
    assert of("Home visit. Ellie at the table, drawing.", agency="health_visitor") is True


def test_where_the_child_is_named_others_do_not_stand_for_them() -> None:
    assert of("Home visit. Children lively. Ellie's room is damp.", agency="housing") is None
    assert of("Home visit. Children lively.", agency="housing") is True


@pytest.mark.parametrize(
    "words",
    ["Left without having seen Ellie.", "Ellie sleeping, asked not to wake her.", "Ellie unmet."],
)
def test_a_visit_that_ended_without_the_child_is_not_a_sight(words: str) -> None:
    assert of(f"Home visit. {words}", agency="health_visitor") is False


def test_a_child_not_in_for_registration_was_in_later() -> None:
    assert of("Ellie not in for registration, arrived after 25 minutes.", agency="school") is True
    assert of("Ellie not in for a week.", agency="school") is False


def test_injections_that_were_not_done_are_no_sight_of_the_child() -> None:
    assert of("SW spoke to HV about jabs not done.", agency="social_care") is None
    assert of("Ellie received vaccines.", agency="gp") is True


def test_unseen_outweighs_what_the_child_was_said_to_do() -> None:
    assert of("Inspected. Ellie sleeping so unsighted.", agency="housing") is False


def test_a_column_left_blank_is_not_filled_from_words_that_name_nobody() -> None:
    text = "Weighed at clinic, 6.2kg."
    assert of(text, agency="health_visitor", is_left_blank=True) is None
    named = "Ellie weighed at clinic, 6.2kg."
    assert of(named, agency="health_visitor", is_left_blank=True) is True


def test_a_child_of_several_seen_beside_a_blank_column_is_not_known_to_be_this_one() -> None:
    text = "Home visit. Child seen, well."
    assert of(text, agency="health_visitor") is True
    assert of(text, agency="health_visitor", is_left_blank=True) is None
    alone = Names(("Ellie",))
    assert seen(text, names=alone, agency="health_visitor", is_left_blank=True).verdict is True


def test_what_the_child_said_later_on_does_not_put_them_at_the_contact() -> None:
    text = "Mother in department, chest pain. ECG normal. Ellie asked when dad would visit."
    assert of(text, agency="hospital") is None


def test_being_seen_outweighs_a_sentence_on_where_the_others_were() -> None:
    assert (
        of("Children at their grandmother's on arrival. Ellie seen later at the address.") is True
    )


def test_of_two_plain_statements_the_cautious_one_counts() -> None:
    assert of("Children present in the same room. Did not see Ellie.") is False


def test_present_in_a_class_talk_is_not_seen() -> None:
    assert of("School fire safety talk, Ellie present.", agency="fire") is None


def test_seen_alone_is_known_only_where_it_is_said() -> None:
    assert seen("Ellie seen and spoken to alone.", names=ELLIE).alone is True
    assert seen("Ellie seen.", names=ELLIE).alone is None
    assert seen("Ellie seen. Could not be seen alone as mother stayed.", names=ELLIE).alone is None
    assert seen("Ellie had been left alone in the house. Ellie seen.", names=ELLIE).alone is None


@pytest.mark.parametrize(
    "text",
    [
        'Ellie told worker "I miss my nan".',
        "“I miss my nan” – Ellie",
        "Child’s words: “I miss my nan”.",
        'Ellie seen and said, "I miss my nan".',
    ],
)
def test_the_childs_own_words_are_the_child_heard(text: str) -> None:
    found = seen(text, names=ELLIE)
    assert found.heard is True
    assert "miss my nan" in found.quote


def test_a_brothers_words_are_not_the_childs() -> None:
    assert seen('Tom told worker "I miss my nan".', names=ELLIE).heard is None


def test_saying_that_views_are_not_recorded_is_not_hearing_the_child() -> None:
    assert seen("The children’s views are not recorded.", names=ELLIE).heard is False
    assert seen("Letter filed.", names=ELLIE).heard is None


def test_missed_appointments_are_quoted_and_earlier_ones_are_not() -> None:
    assert seen("Ellie was not brought to the dentist.", names=ELLIE).missed == "was not brought"
    assert seen("H/V - no reply.").missed == "no reply"


@pytest.mark.parametrize(
    ("event", "is_missed"),
    [
        ("Call to MASH, no reply.", False),
        ("Rang mother, no answer.", False),
        ("E-mailed the school: no response.", False),
        ("Letter to GP. No reply to letter to the surgery.", False),
        ("Call to the family home, no reply.", True),
        ("Called at the address, no answer.", True),
        ("Mother rang: appointment cancelled.", True),
    ],
)
def test_a_call_that_nobody_answers_is_no_missed_appointment(event, is_missed):
    assert bool(seen(event).missed) is is_missed
    assert seen("Planned visit cancelled by Mum.").missed
    assert not seen("Home visit. Has missed several appointments.").missed
    assert not seen("Rang mobile, no answer from the phone.").missed


def test_a_review_is_not_held_to_the_month_that_it_is_named_by() -> None:
    words = "8-12 month review done at home; ages and stages all within range."
    assert of(words, agency="health_visitor", age=(10, 10)) is True
    assert of(words, agency="health_visitor", age=(30, 30)) is None
