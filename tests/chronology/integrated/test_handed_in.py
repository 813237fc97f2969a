"""Rows that an agency has not let go of are marked as such, and the panel rests on the others."""

from datetime import date

import pytest

from tests.chronology.integrated.test_list import events, opened
from tests.chronology.rows import AT, agencies, an_author, an_entry, handed_in, released

pytestmark = pytest.mark.django_db
MAY = date(2009, 5, 12)


@pytest.fixture
def scene(review, people):
    done, begun, back = agencies(review, "Police", "School", "Housing")
    for day, (agency, event) in enumerate([(done, "in"), (begun, "begun"), (back, "back")], 1):
        an_entry(review, agency, date(2009, 5, day), event)
    author = people["coordinator"]
    handed_in(review, done, by=author)
    handed_in(review, back, by=author, sent_back_by=people["manager"])
    return review


def test_staff_read_everything_and_each_row_says_whether_it_is_handed_in(scene, people):
    page = opened(people["coordinator"], scene)
    rows = {str(row.event): row.standing for row in page.context["rows"]}
    assert rows == {"in": "", "begun": "Not handed in", "back": "Sent back"}
    text = page.content.decode()
    assert "School: 1 row, not handed in" in text
    assert "Housing: 1 row, sent back" in text
    assert "School, 1 row, not handed in" in text  # in the key


@pytest.mark.parametrize("role", ["panel_member", "panel_chair", "overview_author", "chair"])
def test_the_panel_reads_what_was_handed_in_and_may_ask_for_the_rest(scene, people, role):
    reader = people[role]
    page = opened(reader, scene)
    assert [str(row.event) for row in page.context["rows"]] == ["in"]
    assert "1 row of 3" in page.content.decode()
    assert "School: 1 row, not handed in" in page.content.decode()
    assert events(reader, scene, "handed=any") == ["in", "begun", "back"]
    assert events(reader, scene, "handed=out") == ["begun", "back"]


def test_staff_may_leave_out_what_is_not_handed_in(scene, people):
    assert events(people["manager"], scene, "handed=in") == ["in"]
    assert events(people["manager"], scene, "handed=out") == ["begun", "back"]


def test_a_round_handed_in_again_is_not_sent_back_any_more(scene, people):
    back = scene.chronologies.get(agency__name="Housing").agency
    handed_in(scene, back, by=people["coordinator"])
    assert events(people["panel_member"], scene) == ["in", "back"]


def test_an_author_reads_their_own_rows_however_they_stand(scene, people):
    school = scene.chronologies.get(agency__name="School").agency
    author = an_author(school)
    assert events(author, scene) == ["begun"]
    released(scene, people["manager"])
    assert events(author, scene) == ["in", "begun"]
    assert events(author, scene, "handed=any") == ["in", "begun", "back"]


@pytest.mark.parametrize("page", ["timeline", "silence"])
def test_what_is_drawn_and_counted_for_the_panel_is_what_was_handed_in(scene, people, page):
    from django.test import Client

    client = Client()
    client.force_login(people["panel_member"])
    address = f"/reviews/{scene.reference}/chronology/{page}/"
    assert len(client.get(address).context["page"].contacts) == 1
    assert len(client.get(f"{address}?handed=any").context["page"].contacts) == 3
    client.force_login(people["coordinator"])
    answer = client.get(address)
    assert len(answer.context["page"].contacts) == 3
    assert "School: 1 row, not handed in" in answer.content.decode()


@pytest.mark.parametrize(
    ("order", "found"),
    [
        ("", ["in", "begun", "back"]),
        ("newest", ["back", "begun", "in"]),
        ("agency", ["back", "in", "begun"]),
        ("significance", ["begun", "in", "back"]),
        ("sideways", ["in", "begun", "back"]),
    ],
)
def test_rows_stand_in_the_order_that_the_address_asks_for(scene, people, order, found):
    scene.entries.filter(event="begun").update(significance=3)
    assert events(people["manager"], scene, f"order={order}") == found


def test_silence_stands_between_the_same_rows_newest_first(review, people):
    (police,) = agencies(review, "Police")
    an_entry(review, police, date(2009, 1, 1), "before")
    an_entry(review, police, date(2009, 3, 12), "after")
    text = opened(people["manager"], review, "order=newest").content.decode()
    places = [text.index(words) for words in (">after<", "No contact for 70 days", ">before<")]
    assert places == sorted(places)
    assert "newest first" in text


def test_what_was_returned_on_paper_and_brought_in_is_handed_in(scene, people):
    school = scene.chronologies.get(agency__name="School").agency
    days = {"asked_on": date(2009, 4, 1), "due_on": MAY, "by": people["manager"], "at": AT}
    asked = scene.commissions.create(agency=school, kind="chronology", **days)
    assert events(people["panel_member"], scene) == ["in"]
    asked.returned_on, asked.returned_by = MAY, people["manager"]
    asked.save()
    assert events(people["panel_member"], scene) == ["in", "begun"]
