"""Pairs of one event, and of look-alikes, as agencies that the sets do not have write of them."""

from datetime import date

import pytest

from chronology.same_event import Cast
from chronology.same_event.agencies import perspective
from tests.chronology.test_same_event import account, are_one, pairs

POLICE, CARE, HOSPITAL, GP = "Police", "Children's Social Care", "Acute Hospital Trust", "GP"
VISITING, SCHOOL, HOUSING, NURSERY = "Health Visiting", "School", "Housing", "Nursery"
CREW, CARERS, PROBATION = "Ambulance Service", "Fostering Agency", "Probation"
DAY = "2010-06-14"
MONTH = {"start": date(2010, 6, 1), "end": date(2010, 6, 30), "precision": "month"}

SAME = (
    (HOUSING, "Dog warden out to tenant re Staffie off lead, bit postman. Warning letter.",
     CARE, "Informed by housing that dogs at property were subject of complaint. Staffie, bite."),
    (CARE, "RSPCA inspector left message on duty line. Injured cat, vet needed.",
     POLICE, "PC attended with RSPCA inspector, cat with untreated wound."),
    (POLICE, "Arrested breach of bail, in the loft at her address. Kept for court.",
     PROBATION, "Police rang. Breach of bail, hiding in the loft, now in cells."),
    (VISITING, "Voucher for food bank given, benefits sanctioned for six weeks.",
     HOUSING, "Tenant in reception asking for foodbank form. JSA stopped for six weeks."),
    (GP, "Letter from community dental service: seven teeth out under GA.",
     CARE, "Dental neglect query from community dentist, multiple extractions."),
    (GP, "Imms clinic. Pre-school booster given by practice nurse.",
     VISITING, "Noted on system: booster (pre school) given at surgery."),
    (POLICE, "Misuse of Drugs Act warrant, cannabis grow in loft. Male arrested.",
     CARE, "House was raided by police this morning, cannabis plants in loft."),
    (HOUSING, "Contractor capped gas supply, boiler condemned.",
     CARE, "Housing officer emailed: gas man reports boiler unsafe, isolated."),
    (CREW, "999 to home. Febrile convulsion, GCS 15 on arrival. Conveyed.",
     HOSPITAL, "By ambulance. Fit with high temp. Obs four hours, home."),
    (CREW, "Attended with police. Female, hair pulled out. Refused transport.",
     CARE, "Police notification received: domestic, clump of hair torn out."),
    (NURSERY, "Still here at 6pm, no one came. Aunt came at ten to seven.",
     CARE, "EDT informed child left at nursery past closing. Collected by auntie 18.50."),
    (NURSERY, "Body map completed, bruise to ear. Manager told.",
     VISITING, "Nursery rang for advice about bruised ear."),
    (CARERS, "Placement began. Arrived with one shoe, ate everything.",
     CARE, "Placed with foster carers under section 20. Came in one shoe."),
    (CARERS, "Took her to contact. Mum forty minutes late. Unsettled after.",
     CARE, "Supervised contact, family centre. Mother late by forty minutes."),
    (SCHOOL, "Education welfare officer home visit. In pyjamas watching TV.",
     CARE, "EWO called after door knocking: children in nightclothes watching TV."),
    (POLICE, "Response unit 23:10. Says that he dragged her by the hair. Row over dinner.",
     HOUSING, "Noise diary from next door: big row at 2310 hrs, police van outside."),
    (HOSPITAL, "Walked in with mother. Came down the slide head first. Swollen left ankle.",
     GP, "Emergency department note: sprained left ankle, tumbled off a slide. For file."),
    (CARE, "Core group no. 3. Dental decay still not mended. Mother did not attend.",
     SCHOOL, "Core group in the library. Rotten teeth untreated. School to send weekly log."),
    (CARE, "CP conference: threshold met, neglect. Mother walked out. Family meeting to be called.",
     GP, "Outcome of conference in. Family group meeting. Neglect code added."),
    (CARE, "Urgent strategy meeting. Unexplained mark behind the ear. To enquire jointly.",
     POLICE, "Attended strategy at civic centre, mark behind ear not explained. Joint enquiries."),
    (SCHOOL, "Home time: no parent for child. Mother stuck on a bus. Gran walked over.",
     POLICE, "Concern for safety, child left at school. Bus broke down."),
    (POLICE, "MARAC actions taken by DC: strangulation, third report.",
     HOUSING, "High risk DV panel on tenant; third time, choking."),
    (HOUSING, "Emergency line - fire at the flat. A candle. Made safe.",
     POLICE, "Assist fire brigade. A candle left burning. No injury."),
    (SCHOOL, "Three day exclusion for setting off the fire alarm.",
     CARE, "Mother says she is suspended from school, fire alarm set off."),
)  # fmt: skip
LOOK_ALIKES = (
    (HOUSING, "Dog warden out to tenant re Staffie off lead, bit postman.",
     GP, "Imms clinic. Pre-school booster given by practice nurse."),
    (CARERS, "Haircut and new shoes. Slept well.",
     NURSERY, "Sun cream consent chased. Painted all morning."),
    (CREW, "Grandmother fell, lifted back into chair. Not conveyed.",
     POLICE, "Vehicle check, no insurance, fixed penalty."),
    (POLICE, "Strategy discussion by phone. Fractured skull. Joint visit.",
     SCHOOL, "Lead professional meeting about toilet training."),
)  # fmt: skip


@pytest.mark.parametrize(("one", "said", "other", "told"), SAME)
def test_each_agency_tells_the_event_from_where_it_stands(one, said, other, told):
    assert are_one(account(one, DAY, said), account(other, DAY, told))


@pytest.mark.parametrize(("one", "said", "other", "told"), LOOK_ALIKES)
def test_what_happened_that_day_besides_is_not_proposed(one, said, other, told):
    assert pairs(account(one, DAY, said), account(other, DAY, told)) == []


def test_words_in_common_stand_in_for_a_kind_of_contact_that_is_not_known():
    one = account(SCHOOL, DAY, "Tarantula escaped from vivarium, class evacuated.")
    other = account(HOUSING, DAY, "Tenant says tarantula from vivarium was in class.")
    rest = [account(GP, f"2010-05-{n:02}", "Repeat prescription issued.") for n in range(1, 20)]
    assert [{c.a, c.b} for c in pairs(one, other, *rest)] == [{one.id, other.id}]


@pytest.mark.parametrize(
    ("agency", "eyes"), [("Fernside Ambulance NHS Trust", "AMB"), ("Fen Fostering Service", "FOS")]
)
def test_ambulance_crews_and_foster_carers_are_agencies_of_their_own(agency, eyes):
    assert perspective(agency) == eyes


APART = (
    ("a week later, with no more in common than the kind", {},
     NURSERY, "CAF meeting: talking late.",
     VISITING, "2010-06-20", "TAF review, no friends or support for mother."),
    ("within the month, with another part of the body hurt", MONTH,
     NURSERY, "Body map completed. Red line round ankle.",
     VISITING, "2010-06-21", "Nursery sent copy body map: ear black and blue."),
    ("on a day that is named, of another matter", {},
     CARE, "Police and hospital report that the television came down on her. Dated 11.06.2010.",
     GP, "2010-06-11", "Steroid course finished, chest was silent last week."),
    ("within the month, of another matter", MONTH,
     VISITING, "Mother has had notice from the council, £1807.",
     SCHOOL, "2010-06-14", "Missing pupil. She was at the takeaway with men."),
)  # fmt: skip


@pytest.mark.parametrize(
    ("also", "one", "said", "other", "on", "told"),
    [each[1:] for each in APART],
    ids=[each[0] for each in APART],
)
def test_a_day_that_may_be_one_is_too_little(also, one, said, other, on, told):
    rest = [account(GP, f"2010-05-{n:02}", "Repeat prescription issued.") for n in range(1, 20)]
    assert pairs(account(one, DAY, said, **also), account(other, on, told), *rest) == []


UNTOLD = (
    (POLICE, "0925hrs complainant states fireworks let off from flat.",
     HOUSING, "Neighbours petition. Fireworks let off at 9.25am."),
    (HOUSING, "Attended MARAC. Tenant on agenda, hammer used. Lock change offered.",
     VISITING, "Information from MARAC: threatened with hammer. Not to be mentioned to him."),
)  # fmt: skip


@pytest.mark.parametrize(("one", "said", "other", "told"), UNTOLD)
def test_particulars_in_common_outweigh_kinds_that_seem_to_differ(one, said, other, told):
    rest = [account(GP, f"2010-05-{n:02}", "Repeat prescription issued.") for n in range(1, 20)]
    first, second = account(one, DAY, said), account(other, DAY, told)
    assert [{c.a, c.b} for c in pairs(first, second, *rest)] == [{first.id, second.id}]


def test_another_child_is_another_event():
    first = account(SCHOOL, DAY, "Leila back from dentist, teeth out. Soft food at lunch.")
    same, other = (
        account(CARERS, DAY, f"{child} to dentist. Soft food.") for child in ("Leila", "Tamsin")
    )
    cast = Cast.of(
        {"person_id": name, "identifier": name, "role": "C"} for name in ("Leila", "Tamsin")
    )
    sure, less = pairs(first, same, people=cast), pairs(first, other, people=cast)
    assert sure and (not less or less[0].score < sure[0].score / 2)
