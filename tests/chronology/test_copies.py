"""Copies that leave: prepared once, scanned, held where they give somebody away, logged."""

import csv
import io
from datetime import date

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from docx import Document

from boards.roles import AgencyAuthor, Chair, Manager, PanelMember
from chronology.models import Category, Person, Release, SameEvent, Theme, Work
from chronology.working import carry_on
from records.models import AuditEvent
from tests.chronology.copies_asked import ask_for, content, leaking, of
from tests.chronology.rows import an_entry, handed_in
from tests.factories import AT, AgencyFactory, BoardFactory, a_review, person

pytestmark = pytest.mark.django_db


def _text(release: Release) -> str:
    with release.document.open() as content:
        return "\n".join(each.text for each in Document(content).paragraphs)


@pytest.fixture
def board():
    return BoardFactory()


@pytest.fixture
def manager(board):
    return person(Manager, board)


@pytest.fixture
def chair(board):
    return person(Chair, board)


@pytest.fixture
def review(board, manager):
    review = a_review(board)
    mother = Person.add(review, by=manager, at=AT, pseudonym="Mother", category=Category.FAMILY)
    mother.is_also_written("Stacey Unsworth", "full")
    mother.is_also_written("Stacey", "first")
    an_entry(
        review,
        AgencyFactory(board=board, name="Downland Police"),
        date(2009, 5, 12),
        "Stacey Unsworth rang. UNSWORTH was upset. Mother’s number is 07700 900921.",
    )
    an_entry(
        review, AgencyFactory(board=board, name="Health"), date(2009, 6, 12), "Stacey was seen."
    )
    return review


def test_an_anonymised_copy_has_pseudonyms_and_no_names(review, manager):
    release = ask_for(review, manager)
    assert release.leaks == []
    text = content(release, manager)
    assert "Mother rang" in text
    for name in ("Stacey", "Unsworth", "UNSWORTH", "07700", "900921"):
        assert name not in text


def test_a_named_copy_has_every_word_and_a_warning(review, manager):
    release = ask_for(review, manager, names="shown")
    assert "Stacey Unsworth rang. UNSWORTH was upset." in content(release, manager)
    page = of(manager).get(reverse("copy", args=[release.pk])).content.decode()
    assert "This copy has names in it" in page


@pytest.mark.parametrize("form", ["docx", "pdf", "xlsx", "csv", "json"])
def test_every_form_can_be_had(review, manager, form):
    release = ask_for(review, manager, form=form)
    answer = of(manager).get(reverse("copy-download", args=[release.pk]))
    assert answer["Content-Disposition"].startswith("attachment")
    assert len(b"".join(answer.streaming_content)) == release.document.size > 100


def test_a_copy_matches_the_filters_of_the_screen(review, manager):
    agency = review.entries.get(event="Stacey was seen.").agency_id
    release = ask_for(review, manager, query=f"?agency={agency}")
    assert release.rows == 1
    assert "Health" in release.chosen[0]
    assert "rang" not in content(release, manager)


def test_the_head_of_an_anonymised_copy_names_nobody(review, manager):
    theme = Theme.objects.create(review=review, name="Stacey Unsworth and the baby")
    theme.entries.set(review.entries.all())
    query = f"?words=stacey&theme={theme.pk}"
    head = _text(ask_for(review, manager, query=query, form="docx"))
    assert "stacey" not in head.lower()
    assert "unsworth" not in head.lower()
    assert "Words: not told here" in head
    assert "Theme: Mother and the baby" in head
    named = ask_for(review, manager, query=query, form="docx", names="shown")
    assert "Words: stacey" in _text(named)


def test_the_head_of_a_copy_is_scanned(review, manager, monkeypatch):
    theme = Theme.objects.create(review=review, name="Stacey Unsworth and the baby")
    theme.entries.set(review.entries.all())
    leaking(monkeypatch)
    release = ask_for(review, manager, query=f"?theme={theme.pk}")
    assert "Head of the copy" in {leak["where"] for leak in release.leaks}


def test_a_copy_that_gives_somebody_away_is_held(review, manager, monkeypatch):
    leaking(monkeypatch)
    release = ask_for(review, manager)
    assert release.is_held
    assert any("Unsworth" in leak["surface"] for leak in release.leaks)
    answer = of(manager).get(reverse("copy-download", args=[release.pk]))
    assert (answer.status_code, answer.url) == (302, reverse("copy", args=[release.pk]))
    page = of(manager).get(reverse("copy", args=[release.pk])).content.decode()
    assert "Held: it may give somebody away" in page


def test_what_the_scan_found_can_be_hidden_as_well(review, manager, monkeypatch):
    leaking(monkeypatch)
    held = ask_for(review, manager)
    answer = of(manager).post(reverse("copy-hide", args=[held.pk]))
    again = Release.objects.get(pk=answer.url.strip("/").split("/")[-1])
    carry_on(Work.objects.get(kind="export", subject_id=again.pk), at=AT)
    again.refresh_from_db()
    assert again.leaks == []
    text = content(again, manager)
    for name in ("Stacey", "Unsworth", "UNSWORTH", "900921"):
        assert name not in text
    held.refresh_from_db()
    assert held.is_held  # the copy with the names in it stays


def test_a_second_person_lets_it_leave_with_a_reason(review, manager, chair, monkeypatch):
    leaking(monkeypatch)
    release = ask_for(review, manager)
    override = reverse("copy-override", args=[release.pk])
    refused = of(chair).post(override, {"reasons": ""})
    assert "why none of these" in refused.content.decode()
    assert release.leaks[0]["where"] in refused.content.decode()  # what there is to answer for
    assert of(chair).post(override, {"reasons": "Fictional people."}).status_code == 302
    assert "Stacey" in content(release, manager)
    event = AuditEvent.objects.about(review).filter(verb="override_leaks").get()
    assert event.by == chair


def test_whoever_asked_does_not_override(review, manager, monkeypatch):
    leaking(monkeypatch)
    release = ask_for(review, manager)
    override = reverse("copy-override", args=[release.pk])
    for answer in (of(manager).get(override), of(manager).post(override, {"reasons": "Fine."})):
        assert answer.status_code == 403
        assert "somebody else has to override" in answer.content.decode()
    release.refresh_from_db()
    assert release.is_held


def test_there_is_nothing_to_override_of_a_copy_that_may_leave(review, manager, chair):
    release = ask_for(review, manager)
    answer = of(chair).get(reverse("copy-override", args=[release.pk]))
    assert answer.url == reverse("copy", args=[release.pk])


def test_the_database_refuses_an_override_by_whoever_asked(review, manager, monkeypatch):
    leaking(monkeypatch)
    release = ask_for(review, manager)
    with pytest.raises(IntegrityError), transaction.atomic():
        Release.objects.filter(pk=release.pk).update(
            overridden_by=manager, overridden_at=AT, override_reason="x"
        )


def test_asked_for_twice_at_once_it_is_prepared_once(review, manager):
    client, address = of(manager), reverse("copies", args=[review.reference])
    first = client.post(address, {"form": "csv", "names": "hidden"})
    second = client.post(address, {"form": "csv", "names": "hidden"})
    assert first.url == second.url
    assert Release.objects.count() == 1


def test_preparing_again_after_a_crash_changes_nothing(review, manager):
    release = ask_for(review, manager)
    kept = release.document_id
    Work.objects.filter(subject_id=release.pk).update(ended_at=None)
    carry_on(Work.objects.get(subject_id=release.pk), at=AT)
    release.refresh_from_db()
    assert release.document_id == kept


def test_every_copy_taken_is_logged_without_a_name(review, manager):
    content(ask_for(review, manager, query="?words=s"), manager)
    event = AuditEvent.objects.about(review).filter(verb="export").first()
    assert event.by == manager
    assert "anonymised, 2 rows" in event.sentence
    prepared = AuditEvent.objects.about(review).get(verb="prepare_copy")
    assert "words" not in str(prepared.details)  # what was searched for can be a name


def test_nobody_of_another_board_and_no_agency_author_sees_a_copy(review, manager, board):
    release = ask_for(review, manager)
    author = person(AgencyAuthor, board)
    for user in (person(Manager, BoardFactory()), author):
        for name in ("copy", "copy-override", "copy-download", "copy-locked"):
            assert of(user).get(reverse(name, args=[release.pk])).status_code == 404
        assert of(user).get(reverse("copies", args=[review.reference])).status_code == 404


def test_an_agency_whose_name_gives_a_child_away_has_another_name_in_the_copy(review, manager):
    school = AgencyFactory(board=review.board, name="Ellerthwaite Primary School")
    an_entry(review, school, date(2009, 7, 1), "Late mark.")
    text = content(ask_for(review, manager), manager)
    assert "Ellerthwaite" not in text


def test_why_two_accounts_seem_to_be_one_event_names_nobody_in_a_copy(review, manager):
    first, second = review.entries.order_by("id")
    SameEvent.objects.create(
        review=review,
        first=first,
        second=second,
        score=0.9,
        reasons=["Both name Stacey Unsworth"],
        differences=[{"kind": "fact", "of": "Telephone", "a": "07700 900921", "b": "Stacey"}],
        at=AT,
    )
    text = content(ask_for(review, manager, form="json"), manager)
    assert "Both name Mother" in text
    for name in ("Stacey", "Unsworth", "900921"):
        assert name not in text


def test_names_are_hidden_on_the_pages_until_shown_again(review, manager):
    client, page = of(manager), reverse("chronology", args=[review.reference])
    assert "Stacey" in client.get(page).content.decode()
    switch = reverse("chronology-names")
    assert client.post(switch, {"names": "hidden", "back": page}).url == page
    text = client.get(page).content.decode()
    assert "Mother rang" in text
    assert "Stacey" not in text
    client.post(switch, {"names": "shown", "back": page})
    assert "Stacey" in client.get(page).content.decode()


def test_the_switch_sends_nobody_elsewhere(manager):
    for back in ("https://elsewhere.example/", "//elsewhere.example", "javascript:alert(1)"):
        answer = of(manager).post(reverse("chronology-names"), {"names": "hidden", "back": back})
        assert answer.url == "/"


def test_a_copy_says_which_rows_are_not_handed_in_and_can_leave_them_out(review, manager):
    health = review.entries.get(event="Stacey was seen.").agency
    handed_in(review, health, by=manager)
    release = ask_for(review, manager, names="shown")
    assert release.unfinished == ["Downland Police: 1 row, not handed in"]
    rows = list(csv.DictReader(io.StringIO(content(release, manager))))
    assert [row["Handed in"] for row in rows] == ["Not handed in", "Yes"]
    page = of(manager).get(reverse("copy", args=[release.pk])).content.decode()
    assert "Downland Police: 1 row, not handed in" in page
    fewer = ask_for(review, manager, names="shown", rows="in")
    assert (fewer.rows, fewer.chosen) == (1, ["handed in or accepted"])
    assert fewer.unfinished == []
    assert "Downland" not in content(fewer, manager)


def test_a_copy_for_the_panel_holds_what_they_see_and_says_so(review, manager, board):
    from tests.factories import appointed

    member = appointed(review, person(PanelMember, board), "panel_member", by=manager).user
    handed_in(review, review.entries.get(event="Stacey was seen.").agency, by=manager)
    release = ask_for(review, member)
    assert (release.rows, release.chosen) == (1, ["handed in or accepted"])


def test_a_copy_stands_in_the_order_of_the_screen(review, manager):
    release = ask_for(review, manager, query="?order=newest", names="shown")
    rows = list(csv.DictReader(io.StringIO(content(release, manager))))
    assert [row["Date"] for row in rows] == ["2009-06-12", "2009-05-12"]
    assert release.chosen == []
    assert [row["Days since the last contact"] for row in rows] == ["31", ""]


def test_a_file_named_after_somebody_has_a_number_in_an_anonymised_copy(review, manager):
    review.entries.filter(event="Stacey was seen.").update(key="stacey-unsworth.docx#T1R2")
    release = ask_for(review, manager)
    assert release.leaks == []
    text = content(release, manager)
    assert "file-2.docx#T1R2" in text
    assert "unsworth" not in text.lower()
    assert "rows.csv#R1" in text  # a name that tells nothing stays


def test_a_filter_by_agency_names_it_without_how_many_rows_it_has(review, manager):
    agency = review.entries.get(event="Stacey was seen.").agency_id
    assert ask_for(review, manager, query=f"?agency={agency}").chosen == ["Agency: Health"]
