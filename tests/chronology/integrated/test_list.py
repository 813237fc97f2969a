"""The integrated chronology: whose rows, in what order, narrowed how, and said how."""

from datetime import date, time

import pytest
from django.test import Client

from boards.models import User
from chronology.models import Person, Theme
from reviews.models import Review
from tests.chronology.rows import (
    AT,
    a_review,
    agencies,
    an_entry,
    same_event,
)

pytestmark = pytest.mark.django_db
MAY = date(2009, 5, 12)


def opened(user: User, review: Review, query: str = ""):
    client = Client()
    client.force_login(user)
    return client.get(f"/reviews/{review.reference}/chronology/?{query}")


def events(user: User, review: Review, query: str = "") -> list[str]:
    return [str(row.event) for row in opened(user, review, query).context["rows"]]


def test_rows_of_all_agencies_stand_oldest_first_and_known_times_before_unknown(review, people):
    police, school = agencies(review, "Police", "School")
    an_entry(review, police, date(2009, 6, 1), "later")
    an_entry(review, school, MAY, "no time")
    an_entry(review, police, MAY, "at ten", at=time(10))
    an_entry(review, school, MAY, "at nine", at=time(9))
    assert events(people["manager"], review) == ["at nine", "at ten", "no time", "later"]


def test_what_a_later_file_left_out_and_an_authors_notes_do_not_stand(review, people):
    (police,) = agencies(review, "Police")
    an_entry(review, police, MAY, "stands")
    an_entry(review, police, MAY, "left out", withdrawn_at=AT)
    an_entry(review, police, MAY, "a note", is_note=True)
    assert events(people["manager"], review) == ["stands"]


def test_a_row_says_where_it_comes_from_what_was_written_and_how_it_was_read(review, people):
    (police,) = agencies(review, "Downland Police")
    an_entry(
        review,
        police,
        date(2009, 5, 1),
        date_end=date(2009, 5, 31),
        precision="month",
        date_raw="May-09",
        source="CRIS log",
    )
    page = opened(people["manager"], review).content.decode()
    assert "<strong>Downland Police</strong>: CRIS log" in page
    assert ">May 2009</a>" in page
    assert "Month only" in page
    assert "Written “May-09”" in page


@pytest.mark.parametrize(
    ("query", "left"),
    [
        ("words=bruise", {"a Bruise on the arm"}),
        ("words=arm+bruise", {"a Bruise on the arm"}),
        ("words=cris", {"a Bruise on the arm"}),
        ("contact=seen", {"seen"}),
        ("contact=not-seen", {"not seen"}),
        ("contact=alone", {"seen"}),
        ("contact=heard", {"heard"}),
        ("contact=missed", {"missed"}),
        ("significance=3", {"grave"}),
        ("flag=any", {"flagged"}),
        ("flag=weekday_mismatch", {"flagged"}),
        ("flag=out_of_scope", set()),
        ("from=2010-01-01", {"later"}),
        ("to=11+5+2009", {"earlier"}),
        ("from=10+5+2009&to=11+5+2009", {"earlier"}),
    ],
)
def test_an_address_keeps_the_rows_it_asks_for(review, people, query, left):
    (police,) = agencies(review, "Police")
    an_entry(review, police, MAY, "a Bruise on the arm", source="CRIS")
    an_entry(review, police, MAY, "seen", child_seen=True, seen_alone=True)
    an_entry(review, police, MAY, "not seen", child_seen=False)
    an_entry(review, police, MAY, "heard", child_voice="I like it there")
    an_entry(review, police, MAY, "missed", is_missed=True)
    an_entry(review, police, MAY, "grave", significance=3)
    an_entry(review, police, MAY, "flagged", flags=["weekday_mismatch"])
    an_entry(review, police, date(2010, 1, 1), "later")
    an_entry(review, police, date(2009, 5, 3), "earlier", date_end=date(2009, 5, 10))
    shown = opened(people["manager"], review, query).context["rows"]
    assert {row.entry.event for row in shown} == left


def test_several_agencies_may_be_chosen_and_each_choice_taken_away(review, people):
    police, school, housing = agencies(review, "Police", "School", "Housing")
    for agency in (police, school, housing):
        an_entry(review, agency, MAY, agency.name)
    asked = f"agency={police.pk}&agency={school.pk}"
    assert events(people["manager"], review, asked) == ["Police", "School"]
    shown = opened(people["manager"], review, asked).context["shown"]
    assert [chip["text"] for chip in shown.chips] == [
        "Agency: Police (1 row)",
        "Agency: School (1 row)",
    ]
    assert [chip["remove_href"] for chip in shown.chips] == [
        f"?agency={school.pk}",
        f"?agency={police.pk}",
    ]
    assert events(people["manager"], review, f"agency={police.pk}%2C{school.pk}") == [
        "Police",
        "School",
    ]


def test_rows_are_found_by_person_child_theme_and_by_other_accounts(review, people):
    police, school = agencies(review, "Police", "School")
    named = an_entry(review, police, MAY, "named")
    other = an_entry(review, school, MAY, "told too")
    alone = an_entry(review, school, MAY, "alone")
    child = review.incident.children.get()
    somebody = Person.objects.create(
        review=review, code="P1", pseudonym="Mother", category="family", child=child, at=AT
    )
    somebody.entries.add(named)
    theme = Theme.objects.create(review=review, name="Neglect")
    theme.entries.add(alone)
    same_event(named, other)
    manager = people["manager"]
    assert events(manager, review, f"person={somebody.pk}") == ["named"]
    assert events(manager, review, f"child={child.pk}") == ["named"]
    assert events(manager, review, f"theme={theme.pk}") == ["alone"]
    assert events(manager, review, "linked=proposed") == ["named", "told too"]
    assert events(manager, review, "linked=confirmed") == []
    assert events(manager, review, "linked=alone") == ["alone"]


def test_each_account_links_to_the_other_and_says_whether_that_is_sure(review, people):
    police, school = agencies(review, "Police", "School")
    first, second = an_entry(review, police, MAY), an_entry(review, school, date(2009, 5, 13))
    link = same_event(first, second)
    page = opened(people["manager"], review).content.decode()
    assert "Perhaps the same event:" in page
    assert f'href="/chronology/entries/{second.pk}/">School, 13 May 2009</a>' in page
    link.status, link.by = "confirmed", people["manager"]
    link.save()
    page = opened(people["manager"], review).content.decode()
    assert "Perhaps the same event:" not in page
    assert "Same event:" in page
    link.status = "rejected"
    link.save()
    assert "ame event: <a" not in opened(people["manager"], review).content.decode()


def test_a_long_silence_stands_between_the_rows_around_it(review, people):
    police, school = agencies(review, "Police", "School")
    an_entry(review, police, date(2009, 1, 1), date_end=date(2009, 1, 10), precision="range")
    an_entry(review, police, date(2009, 1, 5))
    an_entry(review, school, date(2009, 2, 1), date_end=date(2009, 2, 28), precision="month")
    an_entry(review, police, date(2009, 3, 12))
    manager = people["manager"]
    page = opened(manager, review).content.decode()
    assert "No contact for 61 days, since 10 January 2009" in page
    assert "No contact" not in opened(manager, review, "words=visit").content.decode()
    page = opened(manager, review, f"agency={police.pk}").content.decode()
    assert "No contact with Police for 61 days" in page


def test_silence_before_a_page_is_not_forgotten(review, people):
    (police,) = agencies(review, "Police")
    for _ in range(100):
        an_entry(review, police, date(2009, 1, 1))
    an_entry(review, police, date(2009, 3, 2))
    page = opened(people["manager"], review, "page=2").content.decode()
    assert "No contact for 60 days, since 1 January 2009" in page


def test_hostile_text_is_shown_as_text_even_where_it_was_searched_for(review, people):
    (police,) = agencies(review, "Police<script>")
    nasty = "<script>alert(1)</script> & <b>bold</b>"
    an_entry(review, police, MAY, nasty, source="<i>x</i>", present=nasty, flags=["<u>"])
    for query in ("", "words=script", "words=%3Cscript%3E", "words=lt", "words=%26"):
        page = opened(people["manager"], review, query).content.decode()
        assert "<script>alert" not in page
        assert "<b>" not in page
        assert "<i>" not in page
        assert "<u>" not in page
    page = opened(people["manager"], review, "words=%3CSCRIPT%3E").content.decode()
    assert "<mark>&lt;script&gt;</mark>alert(1)" in page


@pytest.mark.parametrize(
    "query",
    [
        "agency=nobody",
        "agency=99999999999999999999",
        "person=1%27%20OR%201=1",
        "from=31+2+2009",
        "words=%00",
        "page=-1",
        "page=9999999",
        "theme=%F0%9F%98%80",
        "contact=yes&contact=no",
    ],
)
def test_an_address_that_means_nothing_is_answered_with_a_page(review, people, query):
    (police,) = agencies(review, "Police")
    an_entry(review, police, MAY)
    assert opened(people["manager"], review, query).status_code == 200


def test_without_entries_the_page_says_so(review, people):
    assert "No entries yet" in opened(people["manager"], review).content.decode()


def test_queries_do_not_grow_with_the_rows(review, people, django_assert_num_queries):
    named = agencies(review, "Police", "School", "Housing")

    def fill(rows: int) -> None:
        for number in range(rows):
            first = an_entry(review, named[number % 3], date(2009, 1 + number % 12, 1))
            second = an_entry(review, named[(number + 1) % 3], date(2009, 1 + number % 12, 1))
            same_event(first, second)

    client = Client()
    client.force_login(people["manager"])
    address = f"/reviews/{review.reference}/chronology/"
    fill(3)
    client.get(address)
    with django_assert_num_queries(31):
        client.get(address)
    fill(40)
    with django_assert_num_queries(31):
        client.get(address)


def test_opening_it_is_logged(review, people):
    from records.models import AuditEvent

    opened(people["manager"], review)
    event = AuditEvent.objects.about(review).first()
    assert (event.sentence, event.by) == ("The chronology was opened.", people["manager"])


def test_days_are_counted_from_a_chosen_entry_to_every_other(review, people):
    police, school = agencies(review, "Police", "School")
    first = an_entry(review, police, MAY, "first")
    an_entry(review, school, date(2009, 8, 14), "later")
    manager = people["manager"]
    page = opened(manager, review, f"count_from={first.pk}")
    rows = [(row.entry.event, row.apart) for row in page.context["rows"]]
    assert rows == [("first", "Counted from here"), ("later", "94 days later (3 months)")]
    text = page.content.decode()
    assert "Days counted from: Police, 12 May 2009" in text
    assert f'type="hidden" name="count_from" value="{first.pk}"' in text  # filters keep it
    (elsewhere,) = agencies(a_review(), "Housing")
    other = an_entry(a_review(), elsewhere, MAY)
    assert [
        row.apart for row in opened(manager, review, f"count_from={other.pk}").context["rows"]
    ] == [
        "",
        "",
    ]


@pytest.mark.parametrize("word", ["babbling", "referred", "worried", "dentist", "CRIS"])
def test_a_word_is_found_in_every_text_of_a_row(review, people, word):
    (police,) = agencies(review, "Police")
    texts = {"child_voice": "babbling", "action": "referred", "comment": "worried"}
    an_entry(review, police, MAY, "found", present="dentist", source="CRIS", **texts)
    an_entry(review, police, MAY, "not")
    assert events(people["manager"], review, f"words={word}") == ["found"]


def test_the_page_says_when_no_age_can_be_shown_and_takes_it_from_the_cast(review, people):
    (police,) = agencies(review, "Police")
    an_entry(review, police, MAY)
    child = review.incident.children.get()
    text = opened(people["manager"], review).content.decode()
    assert "No date of birth is recorded for Child A" in text
    somebody = Person.objects.create(
        review=review, code="P1", pseudonym="Child A", category="family", child=child, at=AT
    )
    somebody.is_also_written("12/05/2007", "dob")
    page = opened(people["manager"], review)
    assert "No date of birth" not in page.content.decode()
    assert page.context["rows"][0].ages == [("Child A", "2 years")]
