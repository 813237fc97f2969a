"""The timeline: a lane for each agency, the same in a table, and no style inside the drawing."""

import re
from datetime import date
from urllib.parse import parse_qs, urlparse
from xml.etree import ElementTree

import pytest
from django.test import Client

from boards.models import User
from reviews.models import Child, Review
from tests.chronology.integrated.test_marking import agree
from tests.chronology.rows import agencies, an_author, an_entry
from tests.terms import agreed_terms

pytestmark = pytest.mark.django_db
SVG = "{http://www.w3.org/2000/svg}"


def page_of(review: Review, user: User, query: str = ""):
    client = Client()
    client.force_login(user)
    return client.get(f"/reviews/{review.reference}/chronology/timeline/{query}")


def drawing_of(page) -> ElementTree.Element:
    found = re.search(r"<svg.*?</svg>", page.content.decode().split("portal-lanes")[1], re.DOTALL)
    return ElementTree.fromstring(found[0])


def test_each_agency_has_a_lane_with_its_entries_and_a_line_in_the_table(review, people):
    police, school = agencies(review, "Police", "School")
    an_entry(review, police, date(2008, 1, 5))
    for _ in range(3):
        an_entry(review, school, date(2009, 6, 5))
    page = page_of(review, people["manager"])
    lanes = [(lane.mark.name, [s.kind for s in lane.shapes]) for lane in page.context["lanes"]]
    assert lanes == [("Police", ["one"]), ("School", ["several"])]
    lines = [(line.mark.name, [c.count for c in line.counts]) for line in page.context["lines"]]
    assert lines == [("Police", [1, 0]), ("School", [0, 3])]


def test_the_drawing_has_a_title_a_role_and_no_style(review, people):
    police, school = agencies(review, "Police <b>", "School & Co")
    an_entry(review, police, date(2008, 1, 5))
    an_entry(review, school, date(2008, 9, 1), date_end=date(2009, 3, 5), precision="range")
    an_entry(review, school, date(2010, 1, 1), date_end=date(2010, 1, 31), precision="month")
    drawing = drawing_of(page_of(review, people["manager"]))
    image = drawing.find(f"{SVG}g[@role='img']")
    assert image.find(f"{SVG}title").text == f"Timeline of {review.reference}"
    assert "3 entries of 2 agencies" in image.find(f"{SVG}desc").text
    assert not [each for each in drawing.iter() if "style" in each.attrib]
    assert not [each for each in drawing.iter() if each.tag in {f"{SVG}script", f"{SVG}style"}]
    links = drawing.findall(f"{SVG}a")
    assert [link.get("aria-label") for link in links][1] == (
        "School & Co: 1 entry, 1 September 2008 to 5 March 2009"
    )


def test_a_mark_and_a_count_open_the_rows_that_they_stand_for(review, people):
    police, school = agencies(review, "Police", "School")
    an_entry(review, police, date(2008, 1, 5))
    an_entry(review, school, date(2009, 6, 5))
    page = page_of(review, people["manager"])
    shape = page.context["lanes"][0].shapes[0]
    asked = parse_qs(urlparse(shape.href).query)
    assert asked == {"agency": [str(police.pk)], "from": ["2008-01-05"], "to": ["2008-01-05"]}
    client = Client()
    client.force_login(people["manager"])
    count = page.context["lines"][1].counts[1]
    for href in (shape.href, count.href):
        assert len(client.get(href).context["rows"]) == 1


def test_one_year_is_shown_by_its_months(review, people):
    (police,) = agencies(review, "Police")
    an_entry(review, police, date(2008, 1, 5))
    an_entry(review, police, date(2009, 6, 5))
    page = page_of(review, people["manager"], "?year=2009")
    (line,) = page.context["lines"]
    assert [(c.head, c.count) for c in line.counts if c.count] == [("June", 1)]
    assert page.context["page"].period == (date(2009, 1, 1), date(2009, 12, 31))
    for nonsense in ("?year=1850", "?year=x", "?year=%00", f"?year={'9' * 5000}"):
        assert page_of(review, people["manager"], nonsense).context["page"].year is None


def test_silence_scope_and_birth_are_drawn_and_said_in_words(review, people):
    (police,) = agencies(review, "Police")
    agree(review, people["manager"], "Why?")
    Child.objects.filter(incident=review.incident).update(born="2008-03-01")
    an_entry(review, police, date(2007, 12, 1))
    an_entry(review, police, date(2008, 2, 1))
    an_entry(review, police, date(2008, 6, 1))
    page = page_of(review, people["manager"])
    assert [rule.words for rule in page.context["rules"]] == ["Scope begins", "Child A born"]
    assert [gap.days for gap in page.context["gaps"]] == [121]
    words = page.content.decode()
    assert "No contact for 121 days: 1 February 2008 to 1 June 2008" in words
    assert "Child A born: 1 March 2008" in words


def test_an_agencys_author_sees_their_own_lane(review, people):
    police, school = agencies(review, "Police", "School")
    an_entry(review, police, date(2008, 1, 5))
    an_entry(review, school, date(2008, 1, 5))
    page = page_of(review, an_author(school))
    assert [lane.mark.name for lane in page.context["lanes"]] == ["School"]
    assert "You see the rows of your own agency" in page.content.decode()


def test_without_entries_the_page_says_so(review, people):
    assert "No entries yet" in page_of(review, people["manager"]).content.decode()


def test_queries_do_not_grow_with_the_rows(review, people, django_assert_num_queries):
    police, school = agencies(review, "Police", "School")
    an_entry(review, police, date(2008, 1, 5))
    client = Client()
    client.force_login(people["manager"])
    address = f"/reviews/{review.reference}/chronology/timeline/"
    client.get(address)
    with django_assert_num_queries(24):
        client.get(address)
    for month in range(1, 13):
        an_entry(review, school, date(2009, month, 1))
    with django_assert_num_queries(24):
        client.get(address)


def test_a_date_a_century_off_is_counted_and_not_drawn(review, people):
    (police,) = agencies(review, "Police")
    by = people["manager"]
    agreed_terms(review, by=by, from_on=date(2008, 1, 1), to_on=date(2009, 12, 31))
    for day in (date(1909, 5, 1), date(2008, 2, 1), date(2009, 2, 1), date(2010, 3, 1)):
        an_entry(review, police, day)
    page = page_of(review, people["manager"])
    assert list(page.context["page"].years) == [2008, 2009, 2010]
    assert "1 entry lies more than a year outside the scope" in page.content.decode()
