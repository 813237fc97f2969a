"""Pairs of entries that report the same event: which are proposed, and which are not."""

import itertools
from datetime import date, time

import pytest

from chronology.same_event import Account, Candidate, Cast, propose
from chronology.same_event.agencies import perspective
from chronology.same_event.matching import threshold_for
from chronology.same_event.understanding import perspectives_of

POLICE, CARE, HOSPITAL = "Police", "Children's Social Care", "Acute Hospital Trust"
HEALTH_VISITING, SCHOOL, GP, HOUSING = "Health Visiting", "School", "GP Practice", "Housing"
_number = itertools.count()


def account(agency: str, on: str, event: str, **also) -> Account:
    day = date.fromisoformat(on)
    told = {"start": day, "end": day, "precision": "day", "at": None} | also
    return Account(next(_number), agency, event=event, **told)


def pairs(*accounts: Account, **options) -> list[Candidate]:
    return propose(accounts, **options)


def are_one(*accounts: Account) -> bool:
    return [{c.a, c.b} for c in pairs(*accounts)] == [{a.id for a in accounts}]


def domestic(on: str = "2009-05-12", **also) -> Account:
    return account(
        POLICE,
        on,
        "999 call, female screaming. Officers found mother upset after verbal argument over money. "
        "No complaint, words of advice given. Form 78 submitted.",
        **also,
    )


def notified(on: str = "2009-05-12", **also) -> Account:
    return account(
        CARE,
        on,
        "DV notification received from police: argument between mother and partner about "
        "finances. Screened by team manager, no further action.",
        **also,
    )


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (domestic(), notified()),
        (
            account(HOSPITAL, "2010-03-01", "Attended ED, fractured left clavicle, fell off bed."),
            account(GP, "2010-03-01", "A&E letter scanned: broken left collar bone. Coded."),
        ),
        (
            account(SCHOOL, "2011-06-06", "Megan told her teacher that she was hit with a belt. "
                    "Designated teacher rang social care."),
            account(POLICE, "2011-06-06", "Crime report raised: child alleges assault with belt, "
                    "disclosed at school. DC to visit."),
        ),
        (
            account(HOUSING, "2008-01-15", "Notice seeking possession served, arrears £1243.10."),
            account(CARE, "2008-01-15", "Housing officer rang, eviction likely, owes £1243.10."),
        ),
        (
            account(CARE, "2010-09-02", "Joint visit with health visitor. Flat dirty, no food."),
            account(HEALTH_VISITING, "2010-09-02", "Home visit with social worker. Home filthy."),
        ),
    ],
)  # fmt: skip
def test_each_agency_tells_the_event_in_its_own_words_and_they_are_one(one, other):
    assert are_one(one, other)


def test_news_that_arrives_days_later_is_the_same_event_and_says_which_day_it_names():
    told = account(
        HEALTH_VISITING,
        "2009-05-15",
        "DV slip received from police liaison, incident at home 12/05/09: argument about money.",
    )
    [candidate] = pairs(domestic(), told)
    assert "One is dated when the agency was told: the text names 12 May 2009" in candidate.reasons
    assert not [d for d in candidate.differences if d.kind == "date"]


def test_a_slip_of_a_day_is_proposed_and_told_as_a_difference():
    [candidate] = pairs(domestic("2009-05-12"), notified("2009-05-13"))
    assert [(d.kind, {d.a, d.b}) for d in candidate.differences] == [
        ("date", {"12 May 2009", "13 May 2009"})
    ]


def test_day_and_month_exchanged_is_proposed_and_told_as_a_difference():
    one = account(
        HOSPITAL, "2009-03-11", "Attended ED with scald to right hand, pulled cup of tea over."
    )
    other = account(
        GP, "2009-11-03", "A&E discharge letter: scald right hand, pulled a cup of tea over."
    )
    [candidate] = pairs(one, other)
    assert "day and month swapped" in [d.kind for d in candidate.differences]
    assert any("day and month swapped" in reason for reason in candidate.reasons)


def test_a_month_alone_holds_every_day_within_it():
    vague = account(
        GP,
        "2010-03-01",
        "A&E letter scanned: broken left collar bone, fell from bed. Seen by Dr Shah.",
        end=date(2010, 3, 31),
        precision="month",
        raw_date="March 2010",
    )
    exact = account(
        HOSPITAL,
        "2010-03-17",
        "Attended ED with fractured left clavicle after fall from bed. Seen by Dr Shah.",
    )
    [candidate] = pairs(vague, exact)
    assert "17 March 2010 lies within March 2010" in candidate.reasons


def test_reasons_name_the_kind_of_event_the_day_and_the_facts():
    [candidate] = pairs(domestic(at=time(21, 40)), notified(at=time(21, 45)))
    assert candidate.reasons[:2] == ("Both tell of a domestic abuse incident", "Same day")
    assert {"21:40", "21:45"} <= set(" ".join(candidate.reasons).split())
    assert any("money" in reason for reason in candidate.reasons)


def test_a_shared_professional_is_a_reason():
    cast = Cast.of([{"person_id": "p1", "identifier": "Dr Nadia Shah", "role": "paediatrician"}])
    one = account(HOSPITAL, "2010-02-01", "Child protection medical by Dr Shah. Bruise to arm.")
    other = account(CARE, "2010-02-01", "Taken for medical. Dr Shah thinks bruise accidental.")
    [candidate] = pairs(one, other, people=cast)
    assert "Both name Shah" in candidate.reasons


def test_facts_told_differently_are_shown_with_both_values():
    one = account(HOUSING, "2008-01-15", "Notice of possession served, rent arrears £1243.10.")
    other = account(CARE, "2008-01-15", "Housing officer rang: eviction, rent arrears £980.00.")
    [candidate] = pairs(one, other)
    assert [(d.of, {d.a, d.b}) for d in candidate.differences] == [("Amount", {"£1243.10", "£980"})]


def test_times_hours_apart_and_whether_the_child_was_seen_are_differences():
    [candidate] = pairs(
        account(CARE, "2010-09-02", "Joint visit with health visitor. Flat dirty, no food.",
                at=time(9, 0), child_seen=True),
        account(HEALTH_VISITING, "2010-09-02", "Home visit with social worker. Home filthy.",
                at=time(14, 0), child_seen=False),
    )  # fmt: skip
    assert {d.kind for d in candidate.differences} == {"time", "child seen"}


def test_entries_of_one_agency_are_never_paired():
    one, again, other = domestic(), domestic(), notified()
    assert {one.id, again.id} not in [{c.a, c.b} for c in pairs(one, again, other)]


def test_an_account_has_one_partner_in_each_other_agency():
    found = pairs(domestic(), notified("2009-05-12"), notified("2009-05-14"))
    assert len(found) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (  # a twin a fortnight later
            account(HOSPITAL, "2010-03-01", "Attended ED, fractured left clavicle, fell off bed."),
            account(GP, "2010-03-15", "A&E letter scanned: scald to right hand, tea. Coded."),
        ),
        (  # the same day, something else
            domestic(),
            account(SCHOOL, "2009-05-12", "Attendance meeting with mother, 82%. Target set."),
        ),
        (  # routine of both
            account(HEALTH_VISITING, "2009-05-12", "Monthly visit, home fine. Feeding discussed."),
            account("Midwifery", "2009-05-12", "Postnatal visit. Baby weight 4.1kg. Cord dry."),
        ),
        (
            account(CARE, "2009-05-12", "Statutory visit. Megan seen, bedroom clean and tidy."),
            account(HEALTH_VISITING, "2009-05-12", "Clinic attendance, weight 7.2kg. No concerns."),
        ),
    ],
)  # fmt: skip
def test_look_alikes_are_not_proposed(one, other):
    assert pairs(one, other) == []


def test_two_incidents_in_a_week_each_find_their_own_notification():
    accounts = [
        domestic("2009-05-12"),
        account(POLICE, "2009-05-16", "Domestic: partner smashed mobile phone, alleges affair. "
                "Arrested, charged with criminal damage."),
        notified("2009-05-13"),
        account(CARE, "2009-05-17", "Police notification re mother and partner: phone broken as he "
                "thinks she is cheating. Initial assessment."),
    ]  # fmt: skip
    found = {(c.a, c.b) for c in pairs(*accounts)}
    assert found == {(accounts[0].id, accounts[2].id), (accounts[1].id, accounts[3].id)}


def test_scores_are_probabilities_in_falling_order_and_the_threshold_is_kept():
    found = pairs(domestic(), notified(), threshold=0.2)
    assert all(0.2 <= candidate.score <= 1 for candidate in found)
    assert pairs(domestic(), notified(), threshold=1.0) == []


def test_progress_is_told_to_its_end():
    told = []
    pairs(domestic(), notified(), progress=lambda done, of: told.append(done / of))
    assert told == sorted(told)
    assert told[-1] == 1


@pytest.mark.parametrize("accounts", [[], [domestic()]])
def test_nothing_to_compare_proposes_nothing(accounts):
    assert propose(accounts) == []


def test_text_without_words_is_no_obstacle():
    assert pairs(account(POLICE, "2009-05-12", "-"), notified()) == []


@pytest.mark.parametrize(
    ("agency", "eyes"),
    [
        ("childrens-social-care", "CSC"), ("MASH", "CSC"), ("Early Help Service", "CSC"),
        ("Children and Families Service", "CSC"), ("0-19 Service", "HV"),
        ("Community Healthcare Trust", "HV"), ("Fernside Constabulary", "POL"),
        ("Public Protection Unit", "POL"), ("Dr Ames & Partners", "GP"),
        ("Fen Health Centre", "GP"),
        ("Fernside NHS Foundation Trust", "AE"), ("Fernside Mental Health NHS Trust", "AMH"),
        ("youth-offending", "YOT"), ("Fernside Homes", "HOU"), ("Ash Lane Infants", "SCH"),
        ("Fernside Hospital Midwifery", "MW"), ("Fernside Partners Ltd", "OTHER"),
    ],
)  # fmt: skip
def test_an_agency_is_known_by_whatever_name_it_goes(agency, eyes):
    assert perspective(agency) == eyes


def test_an_agency_whose_name_says_nothing_is_known_by_its_rows():
    rows = [
        "Home visit, baby weighed 6.2kg on the 25th centile, breast feeding well.",
        "Child health clinic: weight gain satisfactory, weaning discussed with mother.",
        "No access visit, card left for mother to contact the health visitor.",
        "Two year developmental check completed, speech age appropriate.",
        "New birth visit completed. Safe sleeping discussed, red book given.",
        "Core visit at home, immunisations up to date, routine enquiry made.",
    ]
    accounts = [account("Trust X", f"2009-03-{n + 1:02}", row) for n, row in enumerate(rows)]
    assert perspectives_of(accounts, frozenset()) == {"Trust X": "HV"}
    assert perspectives_of(accounts[:2], frozenset()) == {"Trust X": "OTHER"}


def test_a_small_payment_is_no_other_account_of_a_large_debt():
    one = account(HOUSING, "2008-01-15", "Notice of possession served, rent arrears £1243.10.")
    other = account(CARE, "2008-01-15", "Housing rang: rent arrears, to pay £10 a week.")
    [candidate] = pairs(one, other)
    assert candidate.differences == ()


def test_what_one_account_tells_in_two_ways_is_no_difference():
    one = account(HOSPITAL, "2010-03-01", "Attended ED, burn to left arm, right arm sore as well.")
    other = account(GP, "2010-03-01", "A&E letter scanned: burn to right arm. Coded.")
    [candidate] = pairs(one, other)
    assert not [d for d in candidate.differences if d.of == "Side"]


def test_days_apart_that_no_text_explains_are_a_difference():
    [candidate] = pairs(domestic("2009-05-12"), notified("2009-05-14"))
    assert [str(d) for d in candidate.differences] == [
        "Dated 2 days apart: 12 May 2009 or 14 May 2009"
    ]


def test_chance_counts_for_more_where_days_are_crowded():
    rows = [domestic(f"2009-05-{day:02}") for day in range(1, 10)]
    assert threshold_for(rows) < threshold_for(rows * 3)
