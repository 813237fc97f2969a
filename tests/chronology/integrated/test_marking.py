"""Entries are linked to the key questions of the terms of reference, and to themes."""

from datetime import date

import pytest
from django.test import Client

from boards.models import User
from boards.roles import ROLES
from chronology.models import KeyQuestion, Theme
from records.models import AuditEvent
from reviews.models import Review
from reviews.terms.lines import questions_in
from tests.chronology.rows import a_review, agencies, an_entry, handed_in
from tests.factories import BoardFactory, person
from tests.terms import agreed_terms

pytestmark = pytest.mark.django_db
MAY = date(2009, 5, 12)


def agree(review: Review, by: User, questions: str) -> None:
    asked = tuple(questions_in(questions))
    agreed_terms(review, by=by, from_on=date(2008, 1, 1), to_on=date(2010, 1, 1), questions=asked)


def sent(user: User, review: Review, **fields: object):
    client = Client()
    client.force_login(user)
    return client.post(f"/reviews/{review.reference}/chronology/mark/", fields, follow=True)


def test_each_line_of_the_terms_is_a_key_question_without_its_bullet(review, people):
    agree(review, people["manager"], "1. Was she seen?\n\n  - Was she heard?\nb) Was she seen?\n")
    asked = KeyQuestion.of(review)
    assert [str(question) for question in asked] == ["1. Was she seen?", "2. Was she heard?"]
    assert KeyQuestion.of(review) == asked


def test_a_question_keeps_its_number_and_links_when_the_terms_change(review, people):
    manager = people["manager"]
    agree(review, manager, "Was she seen?\nWas she heard?\nWho knew?")
    seen, heard, _ = KeyQuestion.of(review)
    entry = an_entry(review, agencies(review, "Police")[0], MAY)
    seen.entries.add(entry)
    agree(review, manager, "Was she heard?\nWhat was done?")
    now = [(question.number, question.text) for question in KeyQuestion.of(review)]
    assert now == [(2, "Was she heard?"), (4, "What was done?"), (1, "Was she seen?")]
    assert list(entry.questions.all()) == [seen]
    assert KeyQuestion.of(review)[0] == heard


def test_the_ticked_rows_are_linked_and_the_list_is_shown_as_it_was(review, people):
    (police,) = agencies(review, "Police")
    first, second, left = (an_entry(review, police, MAY) for _ in range(3))
    handed_in(review, police, by=people["coordinator"])
    agree(review, people["manager"], "Was she seen?")
    (question,) = KeyQuestion.of(review)
    page = sent(
        people["panel_member"],
        review,
        entry=[first.pk, second.pk],
        to=f"question-{question.pk}",
        act="add",
        query="contact=not-known&page=1",
    )
    assert page.redirect_chain[-1][0].endswith("/chronology/?contact=not-known&page=1")
    assert set(question.entries.all()) == {first, second}
    assert "2 rows linked to key question 1." in page.content.decode()
    assert page.content.decode().count("<li>Key question 1</li>") == 2
    event = AuditEvent.objects.about(review).filter(verb="mark").get()
    assert event.sentence == "2 entries linked to a key question."
    assert left.questions.count() == 0


def test_a_new_theme_is_named_once_and_a_link_can_be_taken_away(review, people):
    (police,) = agencies(review, "Police")
    entry = an_entry(review, police, MAY)
    manager = people["manager"]
    for _ in range(2):
        sent(manager, review, entry=entry.pk, new_theme="  Was not   brought ", act="add")
    theme = Theme.objects.get()
    assert theme.name == "Was not brought"
    assert list(entry.themes.all()) == [theme]
    page = sent(manager, review, entry=entry.pk, to=f"theme-{theme.pk}", act="remove")
    assert "1 row no longer linked to the theme" in page.content.decode()
    assert not entry.themes.exists()


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"to": "theme-1"}, "Tick the rows to link first."),
        ({"entry": "own", "to": ""}, "Choose the key question or theme"),
        ({"entry": "own", "to": "theme-999"}, "Choose the key question or theme"),
        ({"entry": "own", "to": "question-x"}, "Choose the key question or theme"),
        ({"entry": "own", "new_theme": "x" * 81}, "80 letters or fewer"),
        ({"entry": "other", "new_theme": "Neglect"}, "Tick the rows to link first."),
        ({"entry": "-1 OR 1", "new_theme": "Neglect"}, "Tick the rows to link first."),
    ],
)
def test_what_is_missing_or_of_another_review_links_nothing(review, people, fields, said):
    own = an_entry(review, agencies(review, "Police")[0], MAY)
    elsewhere = a_review()
    other = an_entry(elsewhere, agencies(elsewhere, "Police")[0], MAY)
    ids = {"own": own.pk, "other": other.pk}
    fields = fields | {"entry": ids.get(fields.get("entry"), fields.get("entry", ""))}
    page = sent(people["manager"], review, act="add", **fields)
    assert said in page.content.decode()
    assert not other.themes.exists()
    assert not own.themes.exists()


@pytest.mark.parametrize("role", ROLES)
def test_staff_and_the_panel_link_and_nobody_else(review, people, role):
    entry = an_entry(review, agencies(review, "Police")[0], MAY)
    sent(people[role], review, entry=entry.pk, new_theme="Neglect", act="add")
    may = {"coordinator", "manager", "panel_chair", "panel_member", "overview_author"}
    assert entry.themes.exists() is (role in may)


def test_another_board_links_nothing(review):
    entry = an_entry(review, agencies(review, "Police")[0], MAY)
    stranger = person(ROLES["manager"], BoardFactory())
    assert sent(stranger, review, entry=entry.pk, new_theme="x", act="add").status_code == 404


def test_one_entry_is_linked_from_its_own_page(review, people):
    entry = an_entry(review, agencies(review, "Police")[0], MAY)
    client = Client()
    client.force_login(people["manager"])
    address = f"/chronology/entries/{entry.pk}/"
    page = client.post(f"{address}mark/", {"new_theme": "<b>Neglect", "act": "add"}, follow=True)
    assert page.redirect_chain[-1][0] == address
    assert "Theme: &lt;b&gt;Neglect" in page.content.decode()
