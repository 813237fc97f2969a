"""The cast of a case from a CSV file."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from chronology.cast_file import bring_cast_in
from chronology.models import Identifier, Person
from records.models import AuditEvent
from reviews.past_reviews.decoding import UnreadableFile
from tests.factories import AT, UserFactory, a_review

pytestmark = pytest.mark.django_db

HEAD = "person_id,pseudonym,role,category,agency,identifier,identifier_type,replacement,shared_by\n"
MOTHER = HEAD + (
    "p001,Mother,M,family,,Stacey Unsworth,full,Mother,1\n"
    "p001,Mother,M,family,,Stace,nickname,Mother,1\n"
    "p001,Mother,M,family,,11/06/1976,dob,[date of birth],1\n"
    "p002,Father,F,family,,Unsworth,surname,Father,2\n"
)


@pytest.fixture
def review():
    return a_review()


def bring_in(review, text: str, **options):
    return bring_cast_in(review, text.encode(), by=UserFactory(), at=AT, **options)


def test_everybody_in_the_file_stands_in_the_cast_with_their_variants(review):
    outcome = bring_in(review, MOTHER)
    assert (outcome.people, outcome.new_identifiers, outcome.rejected) == (2, 4, [])
    mother = Person.objects.get(review=review, code="p001")
    assert (mother.pseudonym, mother.role, mother.category) == ("Mother", "M", "family")
    assert {i.text: i.replacement for i in mother.identifiers.all()} == {
        "Stacey Unsworth": "Mother",
        "Stace": "Mother",
        "11/06/1976": "[date of birth]",
    }


def test_twice_is_the_same_as_once(review):
    bring_in(review, MOTHER)
    outcome = bring_in(review, MOTHER)
    assert (outcome.new_identifiers, outcome.changed, outcome.unchanged) == (0, 0, 4)
    assert Identifier.objects.count() == 4


def test_a_row_that_stands_twice_in_one_file_is_taken_once(review):
    bring_in(review, MOTHER + "p001,Mother,M,family,,Stace,nickname,Mother,1\n")
    assert Identifier.objects.filter(text="Stace").count() == 1


def test_a_corrected_replacement_is_taken_over(review):
    bring_in(review, MOTHER)
    outcome = bring_in(review, MOTHER.replace("Stace,nickname,Mother", "Stace,nickname,MM"))
    assert outcome.changed == 1
    assert Identifier.objects.get(text="Stace").replacement == "MM"


def test_rows_that_cannot_be_used_are_refused_with_their_number(review):
    outcome = bring_in(
        review,
        HEAD
        + "p001,Mother,M,relative,,Stacey,first,Mother,1\n"
        + ",Mother,M,family,,,first,Mother,many\n"
        + "p003,Sister,S,family,,Amber,first,Sister,1\n",
    )
    assert [one["row"] for one in outcome.rejected] == [2, 3]
    assert "relative" in outcome.rejected[0]["reasons"][0]
    assert len(outcome.rejected[1]["reasons"]) == 3
    assert list(Person.objects.values_list("code", flat=True)) == ["p003"]


def test_a_file_without_its_columns_says_which(review):
    with pytest.raises(UnreadableFile, match="pseudonym, role"):
        bring_in(review, "person_id,category\np001,family\n")


def test_a_rehearsal_changes_nothing_and_says_what_would_come(review):
    outcome = bring_in(review, MOTHER, is_rehearsal=True)
    assert outcome.new_identifiers == 4
    assert not Person.objects.exists()


def test_the_log_says_that_a_cast_was_brought_in_and_names_nobody(review):
    bring_in(review, MOTHER)
    event = AuditEvent.objects.about(review).get(verb="import_cast")
    assert "4 ways" in event.sentence
    assert "Stace" not in event.sentence


def test_the_command_prints_what_came_of_it(review, tmp_path):
    file = tmp_path / "people.csv"
    file.write_text(MOTHER)
    said = StringIO()
    call_command("import_people", review.reference, str(file), format="json", stdout=said)
    assert json.loads(said.getvalue())["new_identifiers"] == 4


def test_the_command_refuses_a_review_that_is_not_there(tmp_path):
    with pytest.raises(CommandError, match="ESX-2010-999"):
        call_command("import_people", "ESX-2010-999", str(tmp_path / "people.csv"))
