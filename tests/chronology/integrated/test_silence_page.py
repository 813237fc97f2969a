"""The page of silence: what was missing for too long, and who was never asked."""

from datetime import date

import pytest
from django.test import Client
from django.utils import timezone

from boards.models import User
from boards.roles import ROLES
from chronology.models import Integration, Person
from reviews.models import Child, Review
from tests.chronology.rows import AT, agencies, an_author, an_entry, handed_in
from tests.terms import agreed_terms

pytestmark = pytest.mark.django_db


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def page_of(review: Review, user: User):
    return signed_in(user).get(f"/reviews/{review.reference}/chronology/silence/")


def spans_of(page, heading: str) -> list[int]:
    (table,) = (table for table in page.context["tables"] if table.heading == heading)
    return [stretch.days for stretch in table.stretches]


def test_the_longest_spans_of_each_kind_stand_first(review, people):
    (police,) = agencies(review, "Police")
    an_entry(review, police, date(2009, 1, 1), child_seen=True, child_voice="Likes school")
    an_entry(review, police, date(2009, 2, 1), seen_alone=True)
    an_entry(review, police, date(2009, 4, 1), child_seen=True, seen_alone=True)
    an_entry(review, police, date(2009, 5, 31), child_heard=True)
    page = page_of(review, people["manager"])
    assert spans_of(page, "No contact with any agency") == [60, 59, 31]
    assert spans_of(page, "Child not seen") == [90, 60]  # the last until the chronology ends
    assert spans_of(page, "Child not seen alone") == [60, 59, 31]
    assert spans_of(page, "Child not heard") == [150]


def test_what_was_not_so_before_the_first_time_or_since_the_last_is_silence_too(review, people):
    agreed_terms(review, by=people["manager"], from_on=date(2009, 1, 1), to_on=date(2009, 12, 31))
    (police,) = agencies(review, "Police")
    an_entry(review, police, date(2009, 3, 1), child_seen=True)
    an_entry(review, police, date(2009, 3, 2))
    page = page_of(review, people["manager"])
    assert spans_of(page, "No contact with any agency") == [304, 59]
    assert spans_of(page, "Child not seen") == [305, 59]
    assert spans_of(page, "Child not heard") == [364]
    text = page.content.decode()
    assert "Never before; the scope begins 1 January 2009" in text
    assert "Not again up to 31 December 2009" in text


def test_silence_is_not_counted_beyond_today(review, people):
    agreed_terms(review, by=people["manager"], from_on=date(2009, 1, 1), to_on=date(2999, 1, 1))
    (police,) = agencies(review, "Police")
    an_entry(review, police, date(2009, 1, 1))
    page = page_of(review, people["manager"])
    (days,) = spans_of(page, "No contact with any agency")
    assert days == (timezone.localdate() - date(2009, 1, 1)).days


def test_no_rows_are_no_silence(review, people):
    page = page_of(review, people["manager"])
    assert [table.stretches for table in page.context["tables"]] == [[]] * 4


def test_a_sight_that_is_only_implied_is_said_to_be_so(review, people):
    (surgery,) = agencies(review, "GP surgery")
    said = {"child_seen": True, "child_seen_from": "narrative"}
    an_entry(review, surgery, date(2009, 1, 1), **said)
    an_entry(review, surgery, date(2009, 3, 1), **said | {"child_seen_from": "implied"})
    page = page_of(review, people["manager"])
    assert "1 March 2009 (implied)" in page.content.decode()
    assert "1 January 2009 (implied)" not in page.content.decode()


def test_a_child_who_is_not_named_ends_no_span_and_is_counted_within_it(review, people):
    (surgery,) = agencies(review, "GP surgery")
    an_entry(review, surgery, date(2009, 1, 1), child_seen=True, child_seen_from="column")
    an_entry(review, surgery, date(2009, 2, 1), child_seen_from="unnamed")
    an_entry(review, surgery, date(2009, 2, 2), child_seen=False, child_seen_from="narrative")
    an_entry(review, surgery, date(2009, 3, 1), child_seen=True, child_seen_from="column")
    page = page_of(review, people["manager"])
    assert spans_of(page, "Child not seen") == [59]
    assert "A child who is not named was seen in 1 of them" in page.content.decode()


def test_nothing_is_said_of_implied_sights_where_there_are_none(review, people):
    (police,) = agencies(review, "Police")
    for month in (1, 3):
        an_entry(review, police, date(2009, month, 1), child_seen=True, child_seen_from="column")
    page = page_of(review, people["manager"]).content.decode()
    assert "implied" not in page.lower()


def test_each_span_opens_the_rows_around_it(review, people):
    police, school = agencies(review, "Police", "School")
    first = an_entry(review, police, date(2009, 1, 1))
    last = an_entry(review, school, date(2009, 4, 1))
    an_entry(review, school, date(2010, 4, 1))
    page = page_of(review, people["manager"])
    stretch = page.context["tables"][0].stretches[1]
    assert stretch.days == 90
    rows = signed_in(people["manager"]).get(stretch.href).context["rows"]
    assert [row.pk for row in rows] == [first.pk, last.pk]
    (silent,) = page.context["by_agency"]
    rows = signed_in(people["manager"]).get(silent.href).context["rows"]
    assert (silent.whose, {row.mark.name for row in rows}) == ("School", {"School"})


def test_each_child_of_several_has_their_own_silence(review, people):
    (police,) = agencies(review, "Police")
    second = Child.objects.create(incident=review.incident, position=2, name="Child 2")
    named = Person.objects.create(
        review=review, code="P2", pseudonym="Brother", category="family", child=second, at=AT
    )
    named.entries.add(an_entry(review, police, date(2009, 1, 1)))
    an_entry(review, police, date(2009, 2, 1))
    named.entries.add(an_entry(review, police, date(2009, 3, 2)))
    page = page_of(review, people["manager"])
    assert spans_of(page, "No contact that names Child B") == [60]


def test_runs_of_missed_appointments_are_named(review, people):
    (clinic,) = agencies(review, "Clinic")
    for month in (1, 2, 3):
        an_entry(review, clinic, date(2009, month, 1), is_missed=True)
    (run,) = page_of(review, people["manager"]).context["missed"]
    assert (run["agency"], run["count"]) == ("Clinic", 3)


def test_whoever_is_named_but_was_never_asked_can_be_asked(review, people):
    (police,) = agencies(review, "Police")
    an_entry(review, police, date(2009, 1, 1), "Telephone call from the health visitor.")
    handed_in(review, police, by=people["coordinator"])
    Review.objects.filter(pk=review.pk).update(state="scoping")
    page = page_of(review, people["manager"]).content.decode()
    assert "has not been asked for a chronology" in page
    assert f'href="/reviews/{review.reference}/record/ask_agencies/">Ask them</a>' in page
    page = page_of(review, people["panel_member"]).content.decode()
    assert "has not been asked for a chronology" in page
    assert "Ask them" not in page
    own = page_of(review, an_author(police)).content.decode()
    assert "never asked" not in own


def test_the_thresholds_are_kept_and_used_between_the_rows_too(review, people):
    (police,) = agencies(review, "Police")
    an_entry(review, police, date(2009, 1, 1))
    an_entry(review, police, date(2009, 1, 11))
    handed_in(review, police, by=people["coordinator"])
    client = signed_in(people["panel_chair"])
    address = f"/reviews/{review.reference}/chronology/"
    assert "No contact for" not in client.get(address).content.decode()
    days = {"no_contact_days": "10", "not_seen_days": "14"}
    assert client.post(f"{address}silence/", days).status_code == 302
    kept = Integration.objects.get(review=review)
    assert (kept.no_contact_days, kept.not_seen_days) == (10, 14)
    assert "No contact for 10 days" in client.get(address).content.decode()
    wrong = client.post(f"{address}silence/", {"no_contact_days": "0", "not_seen_days": "x"})
    assert "There is a problem" in wrong.content.decode()
    assert Integration.objects.get(review=review).no_contact_days == 10


@pytest.mark.parametrize("role", ROLES)
def test_the_board_and_the_panels_chair_set_thresholds_and_nobody_else(review, people, role):
    days = {"no_contact_days": "10", "not_seen_days": "14"}
    client = signed_in(people[role])
    client.post(f"/reviews/{review.reference}/chronology/silence/", days)
    may = role in {"coordinator", "manager", "panel_chair"}
    assert Integration.objects.filter(review=review).exists() is may


def test_an_agencys_author_sees_the_silence_of_their_own_rows(review, people):
    police, school = agencies(review, "Police", "School")
    an_entry(review, school, date(2009, 1, 1))
    an_entry(review, police, date(2009, 2, 1))
    an_entry(review, school, date(2009, 4, 1))
    page = page_of(review, an_author(school))
    assert spans_of(page, "No contact with your agency") == [90]
    assert "Police" not in page.content.decode()


def test_the_words_of_very_many_rows_are_read_when_asked_for(review, people, monkeypatch):
    monkeypatch.setattr("chronology.silence_page.READ_AT_ONCE", 1)
    (police,) = agencies(review, "Police")
    for day in (1, 2):
        an_entry(review, police, date(2009, 1, day), "Telephone call from the health visitor.")
    page = page_of(review, people["manager"])
    assert page.context["unasked"] == []
    assert 'href="?words=read"' in page.content.decode()
    client = signed_in(people["manager"])
    page = client.get(f"/reviews/{review.reference}/chronology/silence/?words=read")
    assert [one.count for one in page.context["unasked"]] == [2]
