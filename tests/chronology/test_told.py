"""What a row's words say of the child, by the names that are known when it is taken in."""

from datetime import date

import pytest

from chronology.ages import Days
from chronology.models import Category, Person
from chronology.receiving.facts import born_of, names_of, tell_again
from reviews.statutory import PartialDate
from tests.chronology.sending import CALL, CLINIC, VISIT, a_chronology, entries_of, sent, taken
from tests.factories import AT, a_review

pytestmark = pytest.mark.django_db

ALONE = ("03/02/2009", "", "SW file", "Megan seen and spoken to on her own; she was hungry.")


@pytest.fixture
def chronology():
    review = a_review()
    review.incident.children.update(name="")
    return a_chronology(review=review)


def the_cast_is_known(review, **people) -> None:
    for number, (pseudonym, name) in enumerate(people.items()):
        person = Person.objects.create(
            review=review,
            code=f"p{number}",
            pseudonym=pseudonym.replace("_", " "),
            role="C",
            category=Category.FAMILY,
            at=AT,
        )
        person.identifiers.create(text=name, kind="first", replacement=pseudonym)


def test_what_the_words_say_is_told_with_the_words_that_say_it(chronology):
    the_cast_is_known(chronology.review, Child_A="Megan", Sibling_1="Kieran")
    taken(chronology, VISIT, CALL, CLINIC, ALONE)
    row = entries_of(chronology).get(event=ALONE[3])
    assert (row.child_seen, row.child_seen_from, row.seen_alone) == (True, "narrative", True)
    assert row.child_seen_because in row.event and row.child_seen_because


def test_child_a_of_the_cast_is_under_review_and_the_other_children_are_not(chronology):
    the_cast_is_known(chronology.review, Child_A="Megan", Sibling_1="Kieran")
    names = names_of(chronology.review)
    assert (list(names.subject), list(names.siblings)) == (["Megan"], ["Kieran"])


def test_names_that_become_known_later_are_told_again_and_change_no_version(chronology):
    other = ("04/02/2009", "", "SW file", "Child seen at home and well: Kieran smiled.")
    taken(chronology, VISIT, CALL, CLINIC, other)
    the_cast_is_known(chronology.review, Child_A="Megan", Sibling_1="Kieran")
    assert tell_again(chronology.review) >= 1
    row = entries_of(chronology).get(event=other[3])
    assert (row.child_seen, row.version) == (None, 1)
    assert tell_again(chronology.review) == 0


def test_what_was_told_from_the_words_is_no_change_by_the_agency(chronology):
    taken(chronology, VISIT, CALL, CLINIC, ALONE)
    the_cast_is_known(chronology.review, Child_A="Megan")
    tell_again(chronology.review)
    file = sent(chronology, VISIT, CALL, CLINIC, ALONE, ("05/02/2009", "", "SW file", "Rang GP."))
    assert (file.outcome["changed"], file.outcome["new"]) == (0, 1)


def test_the_birth_that_the_cast_has_wins_over_what_was_notified(chronology):
    review = chronology.review
    notified = PartialDate.parse("2024-03-01")
    child = review.incident.children.get()
    child.born = notified
    child.save()
    the_cast_is_known(review, Child_A="Megan")
    assert born_of(review) == notified
    Person.objects.get(pseudonym="Child A").identifiers.create(
        text="12/01/2005", kind="dob", replacement="[date of birth]"
    )
    assert born_of(review) == Days(date(2005, 1, 12), date(2005, 1, 12))
