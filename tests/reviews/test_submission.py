"""Who is given an agreed set under which guidance, and what was sent."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.utils import timezone

from reviews.models import DocumentKind
from reviews.statutory import GUIDANCE, RECIPIENTS, recipients_of
from reviews.views.submission import dues_of
from tests.factories import AT
from tests.reviews.setting import LATER, Setting, a_setting
from tests.reviews.test_case_page import day, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def case() -> Setting:
    case = a_setting()
    case.put()
    case.sign()
    return case


def sent(case: Setting, **facts) -> str:
    details = {"recipient": "cqc", "what": "All", "on": LATER.date(), "channel": "cjsm"} | facts
    return case.review.record("record_dispatch", by=case.staff, at=LATER, **details)


def codes(guidance: str, on: date) -> set[str]:
    return {each.code for each in recipients_of(guidance, on)}


@pytest.mark.parametrize(
    ("on", "told", "not_told"),
    [
        (date(2010, 5, 11), {"government_office", "dcsf", "ofsted"}, {"dfe"}),
        (date(2011, 2, 20), {"government_office", "dfe", "sha"}, {"dfe_safeguarding_group"}),
        (date(2011, 2, 21), {"dfe_safeguarding_group", "ofsted"}, {"government_office", "dfe"}),
        (date(2012, 7, 31), {"ofsted"}, {"government_office"}),
        (date(2012, 8, 1), {"dfe_safeguarding_group"}, {"ofsted"}),
    ],
)
def test_the_day_of_agreement_says_who_is_told_under_the_guidance_of_2010(on, told, not_told):
    assert told <= codes("wt2010", on)
    assert not not_told & codes("wt2010", on)


def test_later_guidance_has_copies_before_publication():
    assert codes("wt2013", date(2014, 1, 1)) == {
        "ofsted_before_publication",
        "dfe_before_publication",
    }
    assert "national_panel" in codes("wt2015", date(2016, 1, 1))
    assert "practice_review_panel" in codes("wt2018", date(2019, 1, 1))
    for each in recipients_of("wt2015", date(2016, 1, 1)):
        assert each.is_anonymised
        assert "before publication" in each.due


def test_recipients_name_guidance_and_documents_that_there_are():
    assert len({each.code for each in RECIPIENTS}) == len(RECIPIENTS)
    for each in RECIPIENTS:
        assert set(each.guidance) <= set(GUIDANCE)
        assert set(each.what) <= set(DocumentKind.values)


def test_what_is_still_to_be_sent_is_shown_until_it_is(case):
    client, address = signed_in(case.staff), f"/reviews/{case.review.reference}/submission/"
    page = client.get(address).content.decode()
    assert "Department for Children, Schools and Families" in page
    assert "To send" in page
    client.post(
        f"/reviews/{case.review.reference}/record/record_dispatch/",
        {"recipient": "dcsf", "channel": "cjsm", **day("on", timezone.localdate())},
    )
    made = case.review.dispatches.get()
    assert made.what == "Overview report, executive summary and action plan, anonymised"
    dues = {
        due.recipient.code: due.status
        for due in dues_of(made.final_set, list(case.review.dispatches.all()))
    }
    assert dues["dcsf"] == "Sent, not acknowledged"
    assert dues["government_office"] == "To send"
    assert dues["yjb"].startswith("Send it if the child")
    client.post(
        f"/reviews/{case.review.reference}/record/acknowledge_dispatch/",
        {"dispatch": made.pk, **day("on", timezone.localdate())},
    )
    assert "Sent and acknowledged" in client.get(address).content.decode()


def test_submitting_is_a_dispatch_to_ofsted(case):
    case.submit()
    made = case.review.dispatches.get()
    assert (made.recipient, made.sent_on, made.channel) == ("ofsted", LATER.date(), "cjsm")


def test_nothing_is_sent_before_the_board_agreed_nor_tomorrow(case):
    with pytest.raises(ValidationError, match="The board agreed set 1 on 8 April 2010"):
        sent(case, on=AT.date())
    with pytest.raises(ValidationError, match="cannot be in the future"):
        sent(case, on=LATER.date() + timedelta(days=1))
    with pytest.raises(ValidationError, match="The board agreed set 1"):
        case.review.move("submit", by=case.staff, at=LATER, on=AT.date(), channel="cjsm")


def test_somebody_else_is_named(case):
    client = signed_in(case.staff)
    address = f"/reviews/{case.review.reference}/record/record_dispatch/"
    facts = {"recipient": "other", "channel": "by_hand", **day("on", timezone.localdate())}
    answer = client.post(address, facts).content.decode()
    assert "Enter who it was sent to" in answer
    assert "Enter what was sent" in answer
    client.post(address, {**facts, "name": "The coroner", "what": "The overview report"})
    assert str(case.review.dispatches.get()) == "The coroner, Set 1"


def test_a_copy_is_acknowledged_once_and_after_it_was_sent(case):
    sent(case)
    facts = {"dispatch": case.review.dispatches.get(), "by": case.staff, "at": LATER}
    with pytest.raises(ValidationError, match="so it cannot have come before"):
        case.review.record("acknowledge_dispatch", on=AT.date(), **facts)
    case.review.record("acknowledge_dispatch", on=LATER.date(), **facts)
    facts["dispatch"].refresh_from_db()
    with pytest.raises(ValidationError, match="acknowledged already"):
        case.review.record("acknowledge_dispatch", on=LATER.date(), **facts)


def test_a_copy_of_another_review_is_not_acknowledged_here(case):
    other = a_setting()
    other.put()
    other.sign()
    sent(other)
    facts = {"dispatch": other.review.dispatches.get(), "by": case.staff, "at": LATER}
    with pytest.raises(ValidationError):
        case.review.record("acknowledge_dispatch", on=LATER.date(), **facts)


def test_before_a_set_is_agreed_the_page_says_that_nothing_may_leave():
    case = a_setting()
    page = signed_in(case.staff).get(f"/reviews/{case.review.reference}/submission/")
    assert "Nothing may leave yet" in page.content.decode()
