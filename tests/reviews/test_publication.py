"""When a review is published, and every sentence for what is in the way."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError

from reviews.models import Hold, NameScan
from reviews.publishing import wanted_of
from tests.factories import a_trial
from tests.reviews.publishing import (
    ADDRESS,
    BOTH,
    NOW,
    SUMMARY_ALONE,
    TODAY,
    a_cast,
    a_copy,
    agreed_version,
    an_agreed_setting,
    publish,
    ready,
    refused,
    settle,
    ways,
)
from tests.reviews.setting import filed

pytestmark = pytest.mark.django_db
IN_2014 = NOW.replace(year=2014)


@pytest.mark.parametrize(
    ("decided_on", "kinds"),
    [
        (date(2010, 6, 9), ["summary"]),
        (date(2010, 6, 10), ["overview", "summary"]),
        (date(2013, 3, 20), ["overview", "summary"]),
        (date(2013, 3, 21), ["overview"]),
    ],
)
def test_what_is_published_follows_the_day_of_the_decision(decided_on, kinds):
    review = an_agreed_setting(decided_on).review
    assert [each.kind for each in wanted_of(review)] == kinds


@pytest.mark.parametrize(
    ("pinned", "decided_on", "kinds"),
    [
        ("wt2010", date(2026, 3, 2), ["overview", "summary"]),
        ("wt2006", date(2026, 3, 2), ["summary"]),
        ("wt2015", date(2010, 3, 15), ["overview"]),
        ("wt2010", date(2010, 3, 15), ["summary"]),
    ],
)
def test_a_pinned_guidance_says_what_is_published(pinned, decided_on, kinds):
    review = an_agreed_setting(SUMMARY_ALONE).review
    review.events.filter(name="decided").update(on=decided_on.isoformat())
    review.pinned_guidance = pinned
    assert [each.kind for each in wanted_of(review)] == kinds


def test_a_review_with_everything_ready_is_published_with_what_and_where():
    case = ready(BOTH)
    assert publish(case) == "Publication: published"
    made = case.review.publications.get()
    assert (made.where, made.on, made.copies.count()) == (ADDRESS, TODAY, 2)
    assert case.review.day_of("published") == TODAY


def test_the_same_publication_is_not_recorded_twice():
    case = ready()
    publish(case)
    with pytest.raises(ValidationError, match="recorded already"):
        publish(case)


def test_where_it_was_published_has_to_be_said():
    assert "Enter where it was published" in refused(ready(), where="")


def test_a_hold_is_in_the_way_and_names_the_proceedings():
    case = ready()
    trial = a_trial(case.review, by=case.staff, holds=["publication"])
    assert "held up by the criminal proceedings (Lewes Crown Court)" in refused(case)
    (sentence,) = ways(case)
    assert ways(case)[sentence].endswith(f"/proceedings/{trial.pk}/")
    Hold.objects.update(
        lifted_on=TODAY, lifted_because="Verdict.", lifted_by=case.staff, lifted_at=NOW
    )
    assert publish(case)


def test_what_the_board_has_not_agreed_is_not_published():
    case = ready()
    case.review.events.filter(name="ratified").delete()
    assert "The board has not agreed the review" in refused(case)
    assert list(ways(case).values()) == [f"/reviews/{case.review.reference}/final-set/"]


def test_without_the_day_of_the_decision_nothing_is_published():
    case = ready()
    case.review.events.filter(name="decided").delete()
    assert "The day of the decision" in refused(case)


def test_a_document_without_a_copy_is_in_the_way_and_leads_to_making_one():
    case = an_agreed_setting()
    sentence = "No copy for publication was made of version 1 of the executive summary."
    assert refused(case) == sentence
    version = agreed_version(case)
    assert ways(case)[sentence].startswith(f"/documents/versions/{version.pk}/release/?")


def test_a_copy_for_one_recipient_is_no_copy_for_publication():
    case = an_agreed_setting()
    a_cast(case.review)
    a_copy(case, is_for_publication=False)
    assert "No copy for publication was made" in refused(case)


def test_a_copy_of_a_version_that_the_board_did_not_agree_does_not_count():
    case = an_agreed_setting()
    a_cast(case.review)
    later = filed(case.review, "summary", b"Another text.", by=case.writer)
    a_copy(case, version=later)
    assert "of version 1 of the executive summary" in refused(case)


def test_a_copy_that_nobody_else_has_checked_is_in_the_way():
    case = an_agreed_setting()
    a_cast(case.review)
    copy = a_copy(case, is_checked=False)
    assert refused(case) == "A second person has to check the copy of the executive summary."
    assert list(ways(case).values()) == [f"{copy.source.document.get_absolute_url()}#copies"]


def test_a_copy_that_has_expired_is_in_the_way():
    case = an_agreed_setting()
    a_cast(case.review)
    a_copy(case, expires_on=TODAY - timedelta(days=1))
    assert "The copy of the executive summary expired on 19 July 2010" in refused(case)


def test_a_copy_in_which_a_name_was_found_is_in_the_way_until_it_is_let_out():
    case = an_agreed_setting()
    a_cast(case.review)
    copy = a_copy(case, text="On Monday Agnieszka rang.")
    assert "1 name found in the copy of the executive summary" in refused(case)
    its_page = f"/reviews/{case.review.reference}/publication/copies/{copy.pk}/"
    assert list(ways(case).values()) == [its_page]
    facts = {"copy": copy, "reason": "It is the name of a street."}
    case.review.record("let_copy_out", by=case.chair, at=NOW, **facts)
    assert publish(case)


def test_a_newer_copy_without_the_name_takes_the_place_of_the_one_with_it():
    case = an_agreed_setting()
    a_cast(case.review)
    a_copy(case, text="On Monday Agnieszka rang.")
    a_copy(case)
    assert publish(case)


def test_without_a_cast_somebody_has_to_read_the_copy():
    case = an_agreed_setting()
    copy = a_copy(case)
    assert "has to read the copy of the executive summary for names, because no cast" in refused(
        case
    )
    settle(case, copy)
    assert publish(case)


def test_a_copy_that_the_portal_cannot_read_has_to_be_read_by_somebody():
    case = an_agreed_setting()
    a_cast(case.review)
    copy = a_copy(case, content=b"{\\rtf1 x}", media_type="application/rtf")
    assert "because the portal cannot read it" in refused(case)
    settle(case, copy)
    assert publish(case)


def test_a_copy_that_was_never_looked_through_is_in_the_way():
    case = an_agreed_setting()
    a_copy(case)
    NameScan.objects.all().delete()
    assert "Look for names in the copy of the executive summary." in refused(case)


def test_a_cast_that_has_grown_since_is_looked_for_on_the_day():
    case = ready()
    a_cast_of_another_name = "Rang"
    case.review.cast.get().identifiers.create(
        text=a_cast_of_another_name, kind="last", replacement="Mother"
    )
    summary = a_copy(case, text="Mr Rang rang.", is_checked=True)
    NameScan.objects.filter(copy=summary).update(result="clear", number=0)
    assert "More names are found in the copy of the executive summary" in refused(case)
