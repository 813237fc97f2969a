"""Somebody steps through the mentions of the cast, the doubtful first."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from boards.roles import Chair
from chronology.models import Entry, Mention
from tests.chronology.mentioning import (
    EVENT,
    look_through,
    of,
    page,
    rows,
    rule,
    tokens,
)
from tests.chronology.rows import an_entry
from tests.factories import AgencyFactory, person

pytestmark = pytest.mark.django_db


def test_every_mention_is_shown_with_its_words_and_what_stands_there(review, manager, father):
    shown = [(one.words, one.instead) for one in rows(review, manager, father)]
    assert ("Mark Field", "Father") in shown
    assert ("mark", None) in shown


def test_the_doubtful_come_first_where_there_are_any(review, manager, father):
    found = of(manager).get(page(review, father)).context["found"]
    assert found.show == "doubtful"
    assert {one.words for one in found.rows} == {"Mark"}
    assert all(one.called == ["Father", "Lodger"] for one in found.rows)


def test_what_is_ruled_on_is_no_longer_doubtful_until_its_text_changes(
    review, entry, manager, father
):
    rule(entry, manager, tokens(entry, manager)[0])
    assert [one.place.start for one in rows(review, manager, father, "doubtful")] == [21]
    assert [one.place.start for one in rows(review, manager, father, "ruled")] == [0]
    Entry.objects.filter(pk=entry.pk).update(event=f"{EVENT} Twice.")
    assert [one.place.start for one in rows(review, manager, father, "doubtful")] == [0, 21]
    assert not rows(review, manager, father, "ruled")


def test_words_taken_for_ordinary_ones_have_a_list_of_their_own(review, manager, father):
    assert [one.words for one in rows(review, manager, father, "left")] == ["mark"]


def test_a_way_of_writing_has_its_mentions(review, manager, father):
    way = father.identifiers.get(text="Mark Field")
    answer = of(manager).get(page(review, father, f"?way={way.pk}&show=all"))
    assert [one.words for one in answer.context["found"].rows] == ["Mark Field"]


@pytest.mark.parametrize("way", ["0", "x", "9" * 30])
def test_a_way_of_nobody_shows_every_mention(review, manager, father, way):
    answer = of(manager).get(page(review, father, f"?way={way}&show=all"))
    assert len(answer.context["found"].rows) == 4


def test_a_script_in_the_text_is_text(review, manager, father):
    odd = an_entry(
        review, AgencyFactory(board=review.board), date(2009, 6, 1), "<script>x</script> Mark rang."
    )
    for names in ("hidden", "shown"):
        client = of(manager, names=names)
        for address in ("chronology-entry", "entry-mentions"):
            text = client.get(reverse(address, args=[odd.pk])).content.decode()
            assert "<script>x" not in text
            assert "&lt;script&gt;x" in text


def test_a_masked_word_leads_to_its_mention(review, board, entry, manager):
    client = of(manager, names="hidden")
    text = client.get(reverse("chronology-entry", args=[entry.pk])).content.decode()
    address = reverse("entry-mentions", args=[entry.pk])
    assert f'<a class="govuk-link" href="{address}#event-0-{entry.pk}">Father or Lodger</a>' in text
    there = client.get(address).content.decode()
    assert f'id="event-0-{entry.pk}"' in there


def test_whoever_may_not_rule_reads_pseudonyms_without_links(review, board, entry):
    chair = of(person(Chair, board), names="hidden")
    text = chair.get(reverse("chronology-entry", args=[entry.pk])).content.decode()
    assert "Father or Lodger rang" in text
    assert "/mentions/" not in text


def test_mentions_whose_text_has_changed_are_left_out_until_they_are_found_anew(
    review, entry, manager, father
):
    Entry.objects.filter(pk=entry.pk).update(event="He rang.")
    answer = of(manager).get(page(review, father, "?show=all"))
    assert "2 of this page are left out" in answer.content.decode()
    look_through(review)
    assert len(rows(review, manager, father)) == 2


def test_looking_again_writes_only_what_changed(review):
    before = set(Mention.objects.values_list("pk", flat=True))
    look_through(review)
    assert set(Mention.objects.values_list("pk", flat=True)) == before


@pytest.mark.parametrize("wrong", [{}, {"start": 9, "end": 9}])
def test_one_mention_is_kept_at_a_place_that_has_words(entry, father, wrong):
    kept = Mention.objects.filter(person=father, entry=entry).first()
    facts = {"start": kept.start, "end": kept.end, "cell": kept.cell} | wrong
    with pytest.raises(IntegrityError), transaction.atomic():
        Mention.objects.create(person=father, entry=entry, **facts)
