"""When a review may be published, and what happens to it afterwards."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from reviews.conditions import missing_for
from tests.factories import a_trial
from tests.reviews.publishing import (
    BOTH,
    NOW,
    TODAY,
    a_cast,
    a_copy,
    an_agreed_setting,
    publish,
    ready,
    refused,
    settle,
    ways,
)

pytestmark = pytest.mark.django_db
IN_2014 = NOW.replace(year=2014)


def test_an_embargo_is_in_the_way_until_its_day():
    case = ready()
    facts = {"not_before_on": TODAY + timedelta(days=1), "reason": "The funeral."}
    case.review.record("set_embargo", by=case.manager, at=NOW, **facts)
    assert "Nothing may be published before 21 July 2010" in refused(case)
    assert "record/set_embargo" in next(iter(ways(case).values()))
    assert publish(case, at=NOW + timedelta(days=1))


def test_an_embargo_is_lifted_by_one_without_a_day_and_both_are_kept():
    case = ready()
    facts = {"not_before_on": TODAY + timedelta(days=9), "reason": "The funeral."}
    case.review.record("set_embargo", by=case.manager, at=NOW, **facts)
    case.review.record("set_embargo", by=case.manager, at=NOW, reason="It took place.")
    assert case.review.embargoes.count() == 2
    assert publish(case)
    with pytest.raises(ValidationError, match="first day"):
        case.review.record("set_embargo", by=case.manager, at=NOW, reason="Again.")


def test_no_day_is_planned_before_the_embargo_is_over():
    case = ready()
    facts = {"not_before_on": TODAY + timedelta(days=9), "reason": "The funeral."}
    case.review.record("set_embargo", by=case.manager, at=NOW, **facts)
    with pytest.raises(ValidationError, match="before 29 July 2010"):
        case.review.record("plan_publication", by=case.staff, at=NOW, on=TODAY + timedelta(days=8))


def test_copies_go_out_before_publication_where_the_guidance_of_that_day_says_so():
    case = ready()
    assert not ways(case, TODAY)  # the guidance of 2010 asks for none
    on = IN_2014.date() + timedelta(days=10)
    assert list(ways(case, on)) == [
        "Set the date of publication: copies have to be sent before it.",
        "Send copies to Ofsted and Department for Education before publication.",
    ]
    case.review.record("plan_publication", by=case.staff, at=IN_2014, on=on)
    clock = case.review.deadlines.get(kind="share_before_publication")
    assert (clock.due_on, clock.is_open) == (on - timedelta(days=7), True)
    sent = {"what": "All", "on": IN_2014.date(), "channel": "cjsm"}
    for number, code in enumerate(("ofsted_before_publication", "dfe_before_publication")):
        clock.refresh_from_db()
        assert (clock.is_open, number) == (True, number)
        case.review.record("record_dispatch", by=case.staff, at=IN_2014, recipient=code, **sent)
    clock.refresh_from_db()
    assert (clock.is_open, clock.met_on) == (False, IN_2014.date())
    assert publish(case, at=IN_2014 + timedelta(days=10))


def test_without_its_copies_a_later_review_is_not_published():
    assert "Send copies to Ofsted" in refused(ready(), at=IN_2014)


def test_copies_that_went_before_the_day_was_set_meet_its_clock():
    case = ready()
    sent = {"what": "All", "on": IN_2014.date(), "channel": "cjsm"}
    for code in ("ofsted_before_publication", "dfe_before_publication"):
        case.review.record("record_dispatch", by=case.staff, at=IN_2014, recipient=code, **sent)
    on = IN_2014.date() + timedelta(days=10)
    case.review.record("plan_publication", by=case.staff, at=IN_2014, on=on)
    assert not case.review.deadlines.get(kind="share_before_publication").is_open


def test_a_publication_before_its_planned_day_moves_the_clock_to_the_real_one():
    case = ready()
    on = IN_2014.date() + timedelta(days=30)
    case.review.record("plan_publication", by=case.staff, at=IN_2014, on=on)
    sent = {"what": "All", "on": IN_2014.date(), "channel": "cjsm"}
    for code in ("ofsted_before_publication", "dfe_before_publication"):
        case.review.record("record_dispatch", by=case.staff, at=IN_2014, recipient=code, **sent)
    publish(case, at=IN_2014 + timedelta(days=2))
    clock = case.review.deadlines.get(kind="share_before_publication")
    assert clock.due_on < clock.met_on == IN_2014.date()  # late, and shown as such


def test_a_review_is_withheld_for_what_its_rule_names_and_says_so():
    case = an_agreed_setting(BOTH)
    facts = {"state": "withheld", "reasons": "A sibling.", "authority": "The Chair", "where": ""}
    assert "Confirm that there are compelling reasons of a child’s welfare" in refused(
        case, **facts
    ).replace("'", "’")
    publish(case, confirms_rule=True, **facts)
    made = case.review.publications.get()
    assert made.confirmed == "there are compelling reasons of a child's welfare"


def test_it_stays_online_for_twelve_months_or_somebody_ordered_otherwise():
    case = ready(date(2013, 5, 1))
    a_copy(case, "overview")
    at = NOW.replace(year=2013)
    sent = {"what": "All", "on": at.date(), "channel": "cjsm"}
    for code in ("ofsted_before_publication", "dfe_before_publication"):
        case.review.record("record_dispatch", by=case.staff, at=at, recipient=code, **sent)
    case.review.record("plan_publication", by=case.staff, at=at, on=at.date())
    publish(case, at=at)
    facts = {"on": date(2014, 7, 19), "reason": "The family asked.", "authority": ""}
    later = NOW.replace(year=2015)
    with pytest.raises(ValidationError, match="online until 20 July 2014"):
        case.review.record("take_down", by=case.manager, at=later, **facts)
    case.review.record("take_down", by=case.manager, at=later, **facts | {"on": date(2014, 7, 20)})
    with pytest.raises(ValidationError, match="Nothing of the review is published"):
        case.review.record("take_down", by=case.manager, at=later, **facts)


def test_what_a_court_ordered_is_taken_down_before_its_time():
    case = ready()
    publish(case)
    facts = {"on": TODAY, "reason": "Injunction.", "authority": "The High Court"}
    case.review.record("take_down", by=case.manager, at=NOW, **facts)
    assert case.review.publications.get().take_down.authority == "The High Court"


def test_only_what_is_published_is_sent_to_a_repository_and_once():
    case = ready()
    facts = {"on": TODAY, "repository": "NSPCC", "their_reference": "C1"}
    with pytest.raises(ValidationError, match="Nothing of the review is published"):
        case.review.record("send_to_repository", by=case.staff, at=NOW, **facts)
    publish(case)
    case.review.record("send_to_repository", by=case.staff, at=NOW, **facts)
    with pytest.raises(ValidationError, match="recorded already"):
        case.review.record("send_to_repository", by=case.staff, at=NOW, **facts)


def test_closing_a_review_leads_to_its_publication():
    case = ready()
    (missing,) = [each for each in missing_for(case.review, "close") if "published" in str(each)]
    assert missing.place == "publication"
    publish(case)
    assert not [each for each in missing_for(case.review, "close") if "published" in str(each)]


@pytest.mark.parametrize("act", ["say_copy_names_nobody", "let_copy_out"])
def test_whoever_redacted_a_copy_does_not_say_that_it_may_leave(act):
    case = an_agreed_setting()
    text = "Agnieszka" if act == "let_copy_out" else "Somebody"
    if act == "let_copy_out":
        a_cast(case.review)
    copy = a_copy(case, text=text, is_checked=False)
    copy.by = case.manager
    copy.save()
    said = {"signed": case.manager.full_name} if act.startswith("say") else {"reason": "x"}
    with pytest.raises(ValidationError, match="somebody else has to say so"):
        case.review.record(act, by=case.manager, at=NOW, copy=copy, **said)


def test_a_statement_is_signed_with_ones_own_name():
    case = an_agreed_setting()
    copy = a_copy(case)
    with pytest.raises(ValidationError, match="Enter your own name"):
        facts = {"copy": copy, "signed": "Somebody else"}
        case.review.record("say_copy_names_nobody", by=case.staff, at=NOW, **facts)


def test_a_copy_with_names_is_not_let_out_by_a_readers_statement():
    case = an_agreed_setting()
    a_cast(case.review)
    copy = a_copy(case, text="Agnieszka rang.")
    with pytest.raises(ValidationError, match="has looked through"):
        settle(case, copy)


def test_a_copy_of_another_review_is_not_let_out():
    case, other = an_agreed_setting(), an_agreed_setting()
    with pytest.raises(ValidationError, match="another review"):
        settle(case, a_copy(other))


@pytest.mark.parametrize("state", ["held", "redacting", "withheld"])
def test_nothing_of_it_stands_before_the_review_was_decided_on(state):
    case = ready()
    facts = {"state": state, "reasons": "x", "authority": "x", "where": "", "confirms_rule": True}
    assert "15 March 2010" in refused(case, on=date(2010, 3, 14), **facts)


def test_a_day_that_has_passed_is_not_planned_and_no_embargo_ends_on_it():
    case = ready()
    before = TODAY - timedelta(days=1)
    with pytest.raises(ValidationError, match="today or in the future"):
        case.review.record("plan_publication", by=case.staff, at=NOW, on=before)
    facts = {"not_before_on": before, "reason": "The funeral."}
    with pytest.raises(ValidationError, match="today or in the future"):
        case.review.record("set_embargo", by=case.manager, at=NOW, **facts)


def test_nothing_is_sent_to_a_repository_before_it_was_published():
    case = ready()
    publish(case)
    facts = {"on": TODAY - timedelta(days=1), "repository": "NSPCC"}
    with pytest.raises(ValidationError, match="published on 20 July 2010"):
        case.review.record("send_to_repository", by=case.staff, at=NOW, **facts)


def test_what_is_held_by_proceedings_is_held_until_they_let_go():
    case = ready()
    trial = a_trial(case.review, by=case.staff)
    facts = {"state": "held", "reasons": "The trial.", "on": TODAY, "proceedings": trial}
    news = case.review.record("publish", by=case.manager, at=NOW, **facts)
    assert news == "Publication: held by the criminal proceedings (Lewes Crown Court)"
    assert trial.holds.get().what == "publication"
    case.review.record("publish", by=case.manager, at=NOW, **facts)
    assert trial.holds.count() == 1
    with pytest.raises(ValidationError, match="held up by the criminal proceedings"):
        publish(case)
