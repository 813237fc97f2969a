"""Who reads the integrated chronology, whose rows, and in which words."""

from datetime import date

import pytest

from boards.roles import ROLES
from chronology.models import Entry
from chronology.reader import Reader
from reviews.models import Review
from tests.chronology.integrated.test_list import events, opened
from tests.chronology.rows import a_review, agencies, an_author, an_entry, handed_in, released
from tests.factories import BoardFactory, person

pytestmark = pytest.mark.django_db
MAY = date(2009, 5, 12)
READERS = {"coordinator", "manager", "chair", "subcommittee", *("panel_chair", "panel_member")} | {
    "overview_author"
}


@pytest.mark.parametrize("role", ROLES)
def test_the_chronology_is_open_to_those_who_read_the_case(review, people, role):
    (police,) = agencies(review, "Police")
    an_entry(review, police, MAY)
    assert (opened(people[role], review).status_code == 200) is (role in READERS)


def test_another_board_and_a_restricted_case_stay_closed(review, people):
    stranger = person(ROLES["manager"], BoardFactory())
    assert opened(stranger, review).status_code == 404
    Review.objects.filter(pk=review.pk).update(is_restricted=True)
    assert opened(people["subcommittee"], review).status_code == 404
    assert opened(people["chair"], review).status_code == 200


def test_an_agencys_author_sees_their_own_rows_until_the_panel_releases_all(review, people):
    police, school = agencies(review, "Police", "School")
    an_entry(review, police, MAY, "police row on Kacper Wolski")
    an_entry(review, school, MAY, "school row on Kacper Wolski")
    author = an_author(school)
    page = opened(author, review)
    assert [row.entry.event for row in page.context["rows"]] == ["school row on Kacper Wolski"]
    assert "You see the rows of your own agency" in page.content.decode()
    assert "Police" not in page.content.decode()
    handed_in(review, police, by=people["coordinator"])
    released(review, people["manager"])
    page = opened(author, review)
    assert [row.mark.name for row in page.context["rows"]] == ["Police", "School"]
    text = page.content.decode()
    assert "police row on [name]" in text  # others' rows have no names
    assert "school row on Kacper Wolski" in text


def test_whoever_sees_no_names_cannot_find_them_by_searching(review, people):
    (police,) = agencies(review, "Police")
    an_entry(review, police, MAY, "Stacey Hartley", source="Hartley file", date_raw="Hartley 12/5")
    handed_in(review, police, by=people["coordinator"])
    reader = people["subcommittee"]
    assert "Hartley" not in opened(reader, review).content.decode()
    assert events(reader, review, "words=Hartley") == []
    assert len(events(people["panel_member"], review, "words=Hartley")) == 1


@pytest.mark.parametrize("role", sorted(READERS))
def test_the_reader_is_given_what_visible_to_keeps(review, people, role):
    for agency in agencies(review, "Police", "School"):
        an_entry(review, agency, MAY)
    an_entry(a_review(), agencies(review, "Housing")[0], MAY)
    user = people[role]
    kept = Entry.objects.visible_to(user).filter(review=review).standing()
    assert set(Reader(user, review).entries()) == set(kept)
