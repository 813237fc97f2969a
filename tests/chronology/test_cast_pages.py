"""The cast on its pages: who is in the case, how they are written, and who is not listed yet."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from boards.roles import AgencyAuthor, Chair, Coordinator, Manager
from chronology.anonymised import Anonymised
from chronology.models import Entry, Person, Unlisted, Work
from chronology.working import carry_on
from reviews.statutory import PartialDate
from tests.chronology.rows import an_entry
from tests.chronology.test_cast_file import MOTHER
from tests.factories import AT, AgencyFactory, BoardFactory, a_review, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def board():
    return BoardFactory()


@pytest.fixture
def manager(board):
    return person(Manager, board)


@pytest.fixture
def review(board):
    review = a_review(board)
    police = AgencyFactory(board=board, name="Downland Police")
    an_entry(review, police, date(2009, 5, 12), "Stacey Unsworth rang about Kacper Wolski.")
    an_entry(review, police, date(2009, 5, 13), "Kacper Wolski attended. A mark on the leg.")
    return review


def of(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def page(name: str, review, *more) -> str:
    return reverse(name, args=[review.reference, *more])


def bring_in(review, user, text: str = MOTHER):
    file = SimpleUploadedFile("people.csv", text.encode(), content_type="text/csv")
    return of(user).post(page("cast-file", review), {"file": file})


def look_again(review) -> None:
    for work in Work.objects.filter(review=review, kind="name", ended_at=None):
        carry_on(work, at=AT)


def test_a_cast_brought_in_stands_on_the_page(review, manager):
    assert bring_in(review, manager).status_code == 302
    text = of(manager).get(page("cast", review)).content.decode()
    assert "Mother" in text
    assert "Stacey" not in text  # a list shows pseudonyms


def test_refused_rows_are_shown_and_the_others_kept(review, manager):
    answer = bring_in(review, manager, MOTHER + "p009,Aunt,A,cousin,,Jo,first,Aunt,1\n")
    assert "Row 6" in answer.content.decode()
    assert review.cast.count() == 2


def test_somebody_is_added_and_found_in_the_rows(review, manager):
    facts = {"pseudonym": "Lodger", "role": "L", "category": "family"}
    answer = of(manager).post(page("cast-add", review), facts)
    added = Person.objects.get(pseudonym="Lodger")
    assert answer.url == page("cast-person", review, added.pk)
    way = {"text": "Kacper Wolski", "kind": "full"}
    of(manager).post(page("cast-person", review, added.pk), way)
    told = [Anonymised.of(review).tell(entry).event for entry in Entry.of(review)]
    assert told[1] == "Lodger attended. A mark on the leg."


def test_a_way_of_writing_can_be_removed(review, manager):
    bring_in(review, manager)
    mother = review.cast.get(code="p001")
    way = mother.identifiers.get(text="Stace")
    of(manager).post(page("cast-way-remove", review, way.pk))
    assert not mother.identifiers.filter(text="Stace").exists()


def test_rows_know_who_is_named_in_them(review, manager):
    bring_in(review, manager)
    look_again(review)
    mother = review.cast.get(code="p001")
    assert [entry.date_start.day for entry in mother.entries.all()] == [12]


def test_names_of_nobody_wait_to_be_settled(review, manager):
    bring_in(review, manager)
    look_again(review)
    stranger = Unlisted.objects.get(review=review, text="Kacper Wolski")
    assert stranger.count == 2
    text = of(manager).get(page("cast-unlisted", review)).content.decode()
    assert "Kacper Wolski" in text


def test_a_name_is_said_to_be_somebody_in_the_cast(review, manager):
    bring_in(review, manager)
    look_again(review)
    stranger = Unlisted.objects.get(text="Kacper Wolski")
    father = review.cast.get(code="p002")
    answers = {f"unlisted-{stranger.pk}": str(father.pk)}
    assert of(manager).post(page("cast-unlisted", review), answers).status_code == 302
    look_again(review)
    assert father.identifiers.filter(text="Kacper Wolski").exists()
    assert Entry.of(review)[0] in father.entries.all()
    assert not Unlisted.objects.waiting().filter(text="Kacper Wolski").exists()


def test_words_said_to_be_ordinary_are_left_alone_from_then_on(review, manager):
    bring_in(review, manager)
    look_again(review)
    stranger = Unlisted.objects.get(text="Kacper Wolski")
    of(manager).post(page("cast-unlisted", review), {f"unlisted-{stranger.pk}": "ordinary"})
    wording = Anonymised.of(review)
    assert "Kacper Wolski" in wording.tell(Entry.of(review)[1]).event
    look_again(review)
    assert not Unlisted.objects.waiting().filter(text="Kacper Wolski").exists()


def test_two_people_settling_the_same_name_do_no_harm(review, manager):
    bring_in(review, manager)
    look_again(review)
    stranger = Unlisted.objects.get(text="Kacper Wolski")
    answers = {f"unlisted-{stranger.pk}": "ordinary"}
    for _ in range(2):
        assert of(manager).post(page("cast-unlisted", review), answers).status_code == 302


def test_a_forged_answer_is_refused(review, manager):
    bring_in(review, manager)
    look_again(review)
    stranger = Unlisted.objects.get(text="Kacper Wolski")
    elsewhere = Person.add(
        a_review(), by=manager, at=AT, pseudonym="Somebody else", category="family"
    )
    answers = {f"unlisted-{stranger.pk}": str(elsewhere.pk)}
    assert of(manager).post(page("cast-unlisted", review), answers).status_code == 200
    stranger.refresh_from_db()
    assert stranger.answer == ""


def test_the_chair_sees_the_cast_and_does_not_keep_it(review, board):
    chair = of(person(Chair, board))
    assert chair.get(page("cast", review)).status_code == 200
    assert chair.get(page("cast-add", review)).status_code == 403


@pytest.mark.parametrize("name", ["cast", "cast-add", "cast-file", "cast-unlisted"])
def test_agency_authors_and_other_boards_see_no_cast(review, board, name):
    author = person(AgencyAuthor, board)
    other = person(Coordinator, BoardFactory())
    for user in (author, other):
        assert of(user).get(page(name, review)).status_code == 404


@pytest.mark.parametrize(("notified", "is_said"), [("2009-03-01", True), ("2005-01", False)])
def test_a_birth_other_than_the_notified_one_is_said(review, manager, notified, is_said):
    review.incident.children.update(born=PartialDate.parse(notified))
    child = Person.add(review, by=manager, at=AT, pseudonym="Child A", category="family")
    child.is_also_written("12/01/2005", "dob")
    shown = of(manager).get(page("cast-person", review, child.pk)).content.decode()
    assert ("born on another date: 1 March 2009" in shown) is is_said
