"""Somebody rules on mentions, one by one or many at once; a ruling holds for its very text."""

from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from boards.roles import AgencyAuthor, Chair, Coordinator
from chronology.models import Entry, Person, Ruling
from chronology.models.ruling import digest_of
from records.models import AuditEvent
from tests.chronology.mentioning import (
    EVENT,
    FACTS,
    look_through,
    of,
    page,
    rows,
    rule,
    tokens,
    told,
)
from tests.chronology.rows import a_panel, an_entry
from tests.factories import AT, AgencyFactory, BoardFactory, a_review, person

pytestmark = pytest.mark.django_db


def test_words_left_by_a_ruling_stand_and_all_others_are_hidden(review, entry, manager):
    at = EVENT.index("Mark says")
    assert rule(entry, manager, tokens(entry, manager)[at]).status_code == 302
    assert told(entry) == (
        "Father or Lodger rang. A bruise, Mark says, on the leg. Mother was seen."
    )


def test_somebody_else_is_meant(review, entry, manager):
    lodger = review.cast.get(pseudonym="Lodger")
    rule(entry, manager, tokens(entry, manager)[0], meaning="person", person=lodger.pk)
    assert told(entry).startswith("Lodger rang. A bruise, Father or Lodger says")
    assert entry in lodger.entries.all()
    assert [one.ruling.person for one in rows(review, manager, lodger, "ruled")] == [lodger]


def test_anybody_of_the_cast_may_be_meant_and_is_then_mentioned_there(review, entry, manager):
    mother = review.cast.get(pseudonym="Mother")
    rule(entry, manager, tokens(entry, manager)[0], meaning="person", person=mother.pk)
    assert [one.words for one in rows(review, manager, mother, "ruled")] == ["Mark"]
    look_through(review)
    assert [one.words for one in rows(review, manager, mother, "ruled")] == ["Mark"]


def test_a_word_that_was_taken_for_an_ordinary_one_can_be_somebody(review, manager, father):
    later = Entry.of(review)[1]
    at = later.event.index("mark")
    rule(later, manager, tokens(later, manager)[at], meaning="person", person=father.pk)
    assert told(later) == "Father came. A Father on the arm."


def test_many_are_ruled_on_at_once(review, entry, manager, father):
    every = tokens(entry, manager)
    sent = {"shown": list(every.values()), "every": "on", "meaning": "person", "person": father.pk}
    of(manager).post(reverse("entry-mentions", args=[entry.pk]), sent)
    assert told(entry).count("Father") == 3
    events = AuditEvent.objects.filter(verb="rule_on_mentions")
    assert [event.sentence for event in events] == [
        "3 mentions in the text: somebody of the cast is meant."
    ]


def test_back_to_what_the_portal_says(review, entry, manager):
    before = told(entry)
    rule(entry, manager, tokens(entry, manager)[0])
    assert told(entry) != before
    rule(entry, manager, tokens(entry, manager)[0], meaning="portal")
    assert told(entry) == before
    ruling = Ruling.objects.get()
    assert ruling.ended_by == manager
    assert ruling.because == "A mark on the skin."


def test_who_when_and_why_is_kept_and_the_log_names_nobody(entry, manager):
    rule(entry, manager, tokens(entry, manager)[0], because=" Not   a person. ")
    ruling = Ruling.objects.get()
    assert (ruling.by, ruling.because, ruling.surface) == (manager, "Not a person.", "Mark")
    page = of(manager).get(reverse("entry-mentions", args=[entry.pk])).content.decode()
    assert f"Left as it stands, ruled by {manager} on " in page
    event = AuditEvent.objects.get(verb="rule_on_mentions")
    assert "Mark" not in f"{event.sentence}{event.details}"
    assert "Not a person" not in f"{event.sentence}{event.details}"


def test_the_same_said_twice_is_said_once(entry, manager):
    sent = tokens(entry, manager)[0]
    for _ in range(2):
        assert rule(entry, manager, sent).status_code == 302
    assert Ruling.objects.count() == 1
    assert AuditEvent.objects.filter(verb="rule_on_mentions").count() == 1


def test_a_page_that_somebody_overtook_keeps_nothing(review, entry, manager, father):
    sent = tokens(entry, manager)[0]
    rule(entry, manager, sent)
    answer = rule(entry, manager, sent, meaning="person", person=father.pk)
    assert "while you were looking" in answer.content.decode()
    assert Ruling.objects.standing().get().person is None


def test_a_page_of_an_older_text_keeps_nothing(entry, manager):
    sent = tokens(entry, manager)[0]
    Entry.objects.filter(pk=entry.pk).update(event="Mark Field rang about the car.")
    answer = rule(entry, manager, sent)
    assert "has changed since this page was shown" in answer.content.decode()
    assert not Ruling.objects.exists()


def test_a_ruling_means_nothing_in_another_text(review, entry, manager, father):
    rule(entry, manager, tokens(entry, manager)[0])
    Entry.objects.filter(pk=entry.pk).update(event="Mark is in prison, on a charge.")
    assert "Mark" not in told(entry)
    answer = of(manager).get(reverse("rulings", args=[review.reference]))
    assert "The text has changed since" in answer.content.decode()
    cast = of(manager).get(reverse("cast", args=[review.reference])).content.decode()
    assert "1 ruling on single mentions means nothing any more" in cast
    shown = of(manager).get(reverse("entry-mentions", args=[entry.pk])).content.decode()
    assert "means nothing any more, because the text has changed" in shown


def test_a_ruling_at_the_place_of_a_stale_one_takes_its_place(entry, manager, father):
    rule(entry, manager, tokens(entry, manager)[0])
    Entry.objects.filter(pk=entry.pk).update(event="Mark was in the park.")
    sent = tokens(Entry.objects.get(pk=entry.pk), manager)[0]
    answer = rule(entry, manager, sent, meaning="person", person=father.pk)
    assert answer.status_code == 302
    assert told(entry) == "Father was in the park."


def test_a_ruling_stands_where_its_text_comes_back(entry, manager):
    rule(entry, manager, tokens(entry, manager)[0])
    for text in ("Mark rang twice.", EVENT):
        Entry.objects.filter(pk=entry.pk).update(event=text)
    assert told(entry).startswith("Mark rang.")


def test_a_ruling_does_nothing_where_more_words_are_a_name_by_now(review, board, manager):
    odd = an_entry(review, AgencyFactory(board=board), date(2009, 6, 1), "Mark Quibell rang.")
    facts = {
        "cell": "event",
        "start": 0,
        "end": 4,
        "surface": "Mark",
        "digest": digest_of(odd.event),
    }
    Ruling.objects.create(entry=odd, by=manager, at=AT, meaning="left", because="x", **facts)
    assert told(odd) == "[name] rang."
    for address in (
        reverse("rulings", args=[review.reference]),
        reverse("entry-mentions", args=[odd.pk]),
    ):
        text = of(manager).get(address).content.decode()
        assert "The portal takes more words" in text


def test_rulings_are_taken_back_on_their_page(review, entry, manager):
    before = told(entry)
    rule(entry, manager, tokens(entry, manager)[0])
    ruling = Ruling.objects.get()
    for _ in range(2):
        of(manager).post(reverse("rulings", args=[review.reference]), {"ruling": [ruling.pk, "x"]})
    assert told(entry) == before
    assert AuditEvent.objects.filter(verb="rule_on_mentions").count() == 2


@pytest.mark.parametrize("sent", ["9" * 19, "9" * 30, "9" * 5000])
def test_a_number_that_no_ruling_can_have_takes_nothing_back(review, entry, manager, sent):
    rule(entry, manager, tokens(entry, manager)[0])
    answer = of(manager).post(reverse("rulings", args=[review.reference]), {"ruling": [sent]})
    assert answer.status_code == 302
    assert Ruling.objects.standing().exists()


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ({"because": ""}, "Enter why the words may stay"),
        ({"meaning": ""}, "Select who is meant"),
        ({"meaning": "person"}, "Select who it is"),
        ({"mention": []}, "Tick the mentions to rule on"),
        ({"mention": ["nonsense"]}, "Tick the mentions to rule on"),
        ({"because": "x" * 201}, "200 characters or fewer"),
    ],
)
def test_what_is_missing_is_said_and_nothing_typed_is_lost(entry, manager, said, message):
    sent = tokens(entry, manager)[0]
    answer = rule(entry, manager, sent, **said)
    text = answer.content.decode()
    assert message in text
    assert "There is a problem" in text
    assert ("mention" in said) or f'value="{sent}" id="tick-event-0-{entry.pk}" checked' in text
    assert not Ruling.objects.exists()


def test_only_what_is_a_mention_is_ruled_on(entry, manager):
    forged = tokens(entry, manager)[0].replace(".0.4.", ".0.60.")
    answer = rule(entry, manager, forged)
    assert "Nothing was kept" in answer.content.decode()
    assert not Ruling.objects.exists()


def test_nobody_of_another_review_is_meant(entry, manager):
    other = Person.add(a_review(), by=manager, at=AT, pseudonym="Else", category="family")
    sent = tokens(entry, manager)[0]
    answer = rule(entry, manager, sent, meaning="person", person=other.pk)
    assert answer.status_code == 200
    assert not Ruling.objects.exists()


def test_an_entry_of_another_review_is_not_ruled_on_here(review, board, entry, manager, father):
    other = a_review(board)
    elsewhere = an_entry(other, AgencyFactory(board=board), date(2009, 5, 12), EVENT)
    sent = tokens(entry, manager)[0].replace(f"{entry.pk}.", f"{elsewhere.pk}.", 1)
    said = {"mention": [sent], "meaning": "left", "because": "x"}
    assert "Nothing was kept" in of(manager).post(page(review, father), said).content.decode()
    assert not Ruling.objects.exists()


def test_whoever_does_not_keep_the_cast_does_not_rule(review, board, entry, manager, father):
    sent = tokens(entry, manager)[0]
    people = a_panel(review)
    for user in (people["panel_member"], people["panel_chair"], person(Chair, board)):
        assert rule(entry, user, sent).status_code == 403
        for address in (page(review, father), reverse("rulings", args=[review.reference])):
            assert of(user).get(address).status_code == 403
    assert not Ruling.objects.exists()


def test_outsiders_find_no_mentions(review, board, entry, manager, father):
    sent = tokens(entry, manager)[0]
    for user in (person(AgencyAuthor, board), person(Coordinator, BoardFactory())):
        assert rule(entry, user, sent).status_code == 404
        for address in (page(review, father), reverse("rulings", args=[review.reference])):
            assert of(user).get(address).status_code == 404
            assert of(user).post(address, {"mention": [sent]}).status_code == 404
    assert not Ruling.objects.exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"meaning": "left", "because": ""},
        {"meaning": "left", "because": "x", "end": 0},
        {"meaning": "person"},
        {"meaning": "other", "because": "x"},
        {"meaning": "left", "because": "x", "ended_at": AT},
    ],
)
def test_the_database_refuses_half_a_ruling(entry, manager, wrong):
    with pytest.raises(IntegrityError), transaction.atomic():
        Ruling.objects.create(entry=entry, by=manager, **(FACTS | wrong))


def test_one_ruling_stands_at_a_place(entry, manager):
    said = {"meaning": "left", "because": "x", "entry": entry, "by": manager, **FACTS}
    Ruling.objects.create(**said)
    with pytest.raises(IntegrityError), transaction.atomic():
        Ruling.objects.create(**said)
