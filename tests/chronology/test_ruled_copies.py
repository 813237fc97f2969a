"""Copies and quotes follow what somebody ruled on mentions, and the scan knows words left so."""

import json
from dataclasses import replace
from datetime import date

import pytest
from django.core.management import call_command
from django.urls import reverse

from boards.govuk.words import on_paper
from boards.roles import Chair, Manager
from chronology.anonymised import Anonymised
from chronology.exports.around import Around
from chronology.exports.lines import lines
from chronology.masking import LEFT, Ruled, Span, ruled, shown
from chronology.models import Entry, Person, Release, Ruling
from chronology.models.ruling import digest_of
from chronology.reader import Reader
from tests.chronology.mentioning import of
from tests.chronology.rows import an_entry, same_event
from tests.chronology.test_copies import ask_for, content
from tests.factories import AT, AgencyFactory, BoardFactory, a_review, person

pytestmark = pytest.mark.django_db

EVENT = "Marwick rang. Marwick House, he says, is cold."


@pytest.fixture
def board():
    return BoardFactory()


@pytest.fixture
def manager(board):
    return person(Manager, board)


@pytest.fixture
def review(board, manager):
    review = a_review(board)
    for pseudonym, text in (("Father", "Marwick"), ("Mother", "Stacey")):
        somebody = Person.add(review, by=manager, at=AT, pseudonym=pseudonym, category="family")
        somebody.is_also_written(text, "first")
    an_entry(review, AgencyFactory(board=board, name="Police"), date(2009, 5, 12), EVENT)
    return review


@pytest.fixture
def entry(review):
    return Entry.of(review)[0]


def ruling(entry, manager, words: str, *, who: Person | None = None, at: int | None = None):
    """Return a ruling on the first such words of the event, or on those that begin `at`."""
    start = entry.event.index(words) if at is None else at
    return Ruling.objects.create(
        entry=entry,
        cell="event",
        start=start,
        end=start + len(words),
        surface=words,
        digest=digest_of(entry.event),
        meaning="person" if who else "left",
        person=who,
        because="" if who else "The name of a house.",
        by=manager,
        at=AT,
    )


@pytest.mark.parametrize("form", ["csv", "json"])
def test_a_copy_follows_a_ruling_and_leaves(review, entry, manager, form):
    ruling(entry, manager, "Marwick")
    release = ask_for(review, manager, form=form)
    assert "Marwick rang. Father House, he says, is cold." in content(release, manager)
    assert not release.is_held


def test_words_left_by_a_ruling_are_shown_to_whoever_releases(review, entry, manager):
    ruling(entry, manager, "Marwick")
    release = ask_for(review, manager)
    assert release.left == [
        {
            "where": "No. 1, event",
            "surface": "Marwick",
            "by": str(manager),
            "on": on_paper(AT.date()),
            "because": "The name of a house.",
        }
    ]
    client = of(manager)
    text = client.get(reverse("copy", args=[release.pk])).content.decode()
    assert "“Marwick” (No. 1, event): left by" in text
    assert "because “The name of a house.”" in text


def test_the_same_name_left_without_a_ruling_is_a_leak(review, entry, manager):
    """Only the very words that were ruled on are passed over, not those like them beside it."""
    ruling(entry, manager, "Marwick")
    view = Anonymised.of(review)
    line = _line(view, entry)
    assert view.leaks_in_copy([line], (), [entry]) == []
    assert len(view.left_in_copy([line], [entry])) == 1
    for event in (f"{line.event} Marwick came.", "Marwick came in."):
        told_otherwise = _line(view, entry, event=event)
        leaks = view.leaks_in_copy([told_otherwise], (), [entry])
        assert [leak["surface"] for leak in leaks] == ["Marwick"]


def _line(view, entry, **changed):
    return replace(next(lines([entry], view, Around())), **changed)


def test_hiding_what_the_scan_found_leaves_what_was_ruled(review, entry, manager):
    ruling(entry, manager, "Marwick")
    view = Anonymised.of(review).hiding([{"surface": "Marwick", "kind": "name"}])
    assert view.tell(entry).event.startswith("Marwick rang. ")
    assert view.words("Marwick came.") == "Father came."
    line = _line(view, entry)
    assert view.leaks_in_copy([line], (), [entry]) == []
    assert [one["surface"] for one in view.left_in_copy([line], [entry])] == ["Marwick"]


def test_a_held_copy_shows_what_was_left_too(review, board, entry, manager):
    ruling(entry, manager, "Marwick")
    release = ask_for(review, manager)
    Release.objects.filter(pk=release.pk).update(
        leaks=[{"where": "No. 1, event", "surface": "X", "kind": "name", "why": "a name"}]
    )
    for user in (manager, person(Chair, board)):
        client = of(user)
        text = client.get(reverse("copy", args=[release.pk])).content.decode()
        assert "Left as they stand" in text
    text = client.get(reverse("copy-override", args=[release.pk])).content.decode()
    assert "Left as they stand" in text


def test_the_command_line_follows_rulings(review, entry, manager, tmp_path):
    ruling(entry, manager, "Marwick")
    told = tmp_path / "told.json"
    call_command(
        "chronology", review.reference, "--format", "json", "--anonymised", "--by", manager.email,
        "--output", str(told),
    )  # fmt: skip
    assert json.loads(told.read_text())["entries"][0]["event"].startswith("Marwick rang.")


def test_a_quote_hides_whom_somebody_saw(review, board, manager):
    mother = review.cast.get(pseudonym="Mother")
    entry = an_entry(review, AgencyFactory(board=board), date(2009, 6, 1), "A hope came by.")
    view = Anonymised.of(review)
    assert view.words("hope came by", entry) == "hope came by"
    ruling(entry, manager, "hope", who=mother)
    assert Anonymised.of(review).words("hope came by", entry) == "Mother came by"
    assert Anonymised.of(review).words("hope came by") == "hope came by"


def test_a_quote_leaves_words_only_where_all_like_them_stay(review, entry, manager):
    ruling(entry, manager, "Marwick")
    assert "Marwick" not in Anonymised.of(review).words("Marwick rang", entry)
    ruling(entry, manager, "Marwick", at=EVENT.index("Marwick House"))
    assert Anonymised.of(review).words("Marwick rang", entry) == "Marwick rang"


def test_why_two_accounts_are_one_event_follows_rulings(review, board, entry, manager):
    other = an_entry(review, AgencyFactory(board=board), date(2009, 5, 12), "He rang.")
    pair = same_event(entry, other, reasons=["Both name Marwick"])
    hidden = Reader(manager, review, hides_names=True)
    assert [hidden.wording.words(why, entry, other) for why in pair.reasons] == ["Both name Father"]
    for at in (0, EVENT.index("Marwick House")):
        ruling(entry, manager, "Marwick", at=at)
    client = of(manager, names="hidden")
    text = client.get(reverse("same-event", args=[review.reference])).content.decode()
    assert "Both name Marwick" in text


def test_a_list_of_the_chronology_follows_rulings(review, entry, manager):
    client = of(manager, names="hidden")
    address = reverse("chronology", args=[review.reference])
    assert "Marwick" not in client.get(address).content.decode()
    ruling(entry, manager, "Marwick")
    assert "Marwick rang" in client.get(address).content.decode()


TEXT = "x Mr Cole ran to a bank."


@pytest.mark.parametrize(
    ("ruling", "told"),
    [
        (Ruled(2, 9), "x Mr Cole ran to a bank."),
        (Ruled(2, 9, "p2", "Lodger"), "x Lodger ran to a bank."),
        (Ruled(5, 9), "x Father ran to a bank."),  # fewer words than are taken for a name
        (Ruled(2, 13, "p2", "Lodger"), "x Lodger to a bank."),
        (Ruled(19, 23, "p3", "Bank"), "x Father ran to a Bank."),
    ],
)
def test_a_ruling_is_about_its_own_words(ruling, told):
    found = (Span(2, 9, "p1", "name", "Father", "a name"),)
    assert shown(TEXT, ruled(TEXT, found, [ruling]))[0] == told


def test_where_the_words_left_stand_in_what_is_shown():
    found = (Span(0, 1, "", "name", "[name]", "a name"),)
    text, left = shown(TEXT, ruled(TEXT, found, [Ruled(2, 9), Ruled(19, 23)]))
    assert [text[start:end] for start, end in left] == ["Mr Cole", "bank"]
    assert {span.kind for span in ruled(TEXT, (), [Ruled(2, 9)])} == {LEFT}
