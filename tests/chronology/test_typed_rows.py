"""Rows that are typed on line: kept as they stand, in the chronology once they are complete."""

import json
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied

from chronology.models import Entry, TypedRow
from chronology.models.typed_row import Overtaken
from reviews.conditions import NotYet
from tests.chronology.making import TYPED, Scene, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene() -> Scene:
    return Scene()


def sent(scene: Scene, user=None, *, is_script: bool = True, **fields):
    """Send a row as the grid or, without script, its form does."""
    facts = {f"cell:{n}": v for n, v in fields.pop("cells", {}).items()} | fields
    headers = {"Accept": "application/json"} if is_script else {}
    return signed_in(user or scene.author).post(
        f"/chronologies/{scene.chronology.pk}/write/row/", facts, headers=headers
    )


def test_a_complete_row_stands_in_the_chronology(scene):
    row = scene.type_row(time="2.30pm", seen="Yes", significance="High")
    entry = Entry.objects.get()
    assert (entry.key, entry.row, entry.agency) == ("online#R1", 1, scene.agency)
    assert entry.date_raw == "22/05/2009" and entry.date_start.isoformat() == "2009-05-22"
    assert entry.minute == 14 * 60 + 30
    assert entry.child_seen is True and entry.significance == 3
    assert entry.written_by == scene.author and row.is_complete


def test_an_uncertain_date_is_kept_as_it_stands(scene):
    scene.type_row(date="?22 may 2009")
    entry = Entry.objects.get()
    assert entry.date_raw == "?22 may 2009" and entry.is_uncertain
    assert entry.precision == "approximate"


@pytest.mark.parametrize(
    ("cells", "cell", "says"),
    [
        ({"date": ""}, "date", "Enter the date"),
        ({"date": "31/02/2009"}, "date", "not a day of the calendar"),
        ({"date": "some time ago"}, "date", "is not a date"),
        ({"event": ""}, "event", "Write what happened"),
        ({"source": ""}, "source", "must be filled in"),
        ({"end_date": "01/05/2009"}, "end_date", "ends before it starts"),
        ({"source": "x" * 501}, "source", "500 characters"),
    ],
)
def test_what_is_to_be_mended_is_said_at_its_cell_and_nothing_is_lost(scene, cells, cell, says):
    row = scene.type_row(**cells)
    assert cell in row.problems and says in row.problems[cell]
    assert not row.is_complete
    assert row.cells[cell] == cells[cell]


@pytest.mark.parametrize(
    ("cells", "cell", "says"),
    [
        ({"date": "22/05/2001"}, "date", "outside the period"),
        ({"date": "Mon 22/05/2009"}, "date", "was a Friday"),
        ({"time": "around the 99th"}, "time", "time of day"),
        ({"seen": "perhaps"}, "seen", "yes nor no"),
        ({"significance": "huge"}, "significance", "high, medium nor low"),
        ({"source": "=HYPERLINK(1)"}, "event", "formula"),
    ],
)
def test_a_doubtful_row_is_taken_with_a_remark(scene, cells, cell, says):
    row = scene.type_row(**cells)
    assert row.is_complete and says in row.remarks[cell]
    assert Entry.objects.count() == 1


def test_a_note_of_the_author_is_exempt_from_all_but_its_date(scene):
    row = scene.type_row(event="# look this up", source="")
    assert row.is_complete and Entry.objects.get().is_note


def test_a_row_that_is_spoilt_leaves_its_last_complete_text_in_the_chronology(scene):
    row = scene.type_row()
    row = row.change(
        TYPED | {"date": "nonsense"}, version=row.version, by=scene.author, at=scene.at
    )
    assert not row.is_complete
    assert Entry.objects.get().date_raw == "22/05/2009"


def test_adding_a_row_twice_adds_it_once(scene):
    for _ in range(2):
        answer = sent(scene, cells=TYPED, token="abc")
        assert answer.json()["number"] == 1
    assert TypedRow.objects.count() == Entry.objects.count() == 1


def test_a_stale_row_is_not_written_over_and_both_texts_are_shown(scene):
    row = scene.type_row()
    row.change(TYPED | {"event": "Theirs"}, version=1, by=scene.coordinator, at=scene.at)
    answer = sent(scene, number=1, version=1, cells=TYPED | {"event": "Mine"})
    assert answer.status_code == 409
    assert answer.json()["cells"]["cell:event"] == "Theirs"
    page = sent(scene, is_script=False, number=1, version=1, cells=TYPED | {"event": "<b>Mine</b>"})
    text = page.content.decode()
    assert page.status_code == 409 and "Theirs" in text and "&lt;b&gt;Mine&lt;/b&gt;" in text
    assert Entry.objects.get().event == "Theirs"


def test_saving_what_did_not_change_changes_nothing(scene):
    row = scene.type_row()
    again = row.change(TYPED, version=1, by=scene.author, at=scene.at)
    assert again.version == 1 and Entry.objects.get().version == 1


def test_a_removed_row_is_withdrawn_and_not_found_by_a_stale_page(scene):
    row = scene.type_row()
    row.remove(version=1, by=scene.author, at=scene.at)
    assert not Entry.objects.standing().exists() and Entry.objects.count() == 1
    with pytest.raises(Overtaken):
        row.change(TYPED | {"event": "x"}, version=1, by=scene.author, at=scene.at)
    assert scene.type_row().number == 2


def test_removing_without_script_is_asked_back_first(scene):
    scene.type_row()
    assert (
        "Remove row 1?"
        in sent(scene, is_script=False, number=1, version=1, act="remove").content.decode()
    )
    assert Entry.objects.standing().exists()
    sent(scene, is_script=False, number=1, version=1, act="remove", sure=1)
    assert not Entry.objects.standing().exists()


def order(scene: Scene) -> list[str]:
    return list(Entry.objects.standing().in_order().values_list("event", flat=True))


def test_rows_of_one_day_are_put_in_order_by_fractions(scene):
    a, _b, c = (scene.type_row(event=name) for name in "abc")
    c.move(-1, by=scene.author, at=scene.at)
    assert order(scene) == ["a", "c", "b"]
    c.move(-1, by=scene.author, at=scene.at)
    assert order(scene) == ["c", "a", "b"]
    a.move(1, by=scene.author, at=scene.at)
    assert order(scene) == ["c", "b", "a"]


def test_order_holds_however_often_rows_are_moved(scene):
    a, b, _c = (scene.type_row(event=name) for name in "abc")
    for _ in range(20):
        a.move(1, by=scene.author, at=scene.at)
        b.move(1, by=scene.author, at=scene.at)
        b.move(-1, by=scene.author, at=scene.at)
        a.move(-1, by=scene.author, at=scene.at)
    sequences = list(Entry.objects.standing().in_order().values_list("sequence", flat=True))
    assert order(scene) == ["a", "b", "c"] and len(set(sequences)) == 3


def test_a_row_put_below_another_follows_it(scene):
    a, _b = scene.type_row(event="a"), scene.type_row(event="b")
    TypedRow.add(
        scene.chronology,
        TYPED | {"event": "between"},
        token="n",
        by=scene.author,
        at=scene.at,
        after=a,
    )
    assert order(scene) == ["a", "between", "b"]
    assert TypedRow.objects.get(token="n").sequence == Decimal("1.5")


def test_an_unfinished_row_put_below_another_unfinished_one_is_kept(scene):
    above = scene.type_row(date="")
    below = TypedRow.add(
        scene.chronology,
        {"event": "Letter sent."},
        token="below",
        by=scene.author,
        at=scene.at,
        after=above,
    )
    assert below.cells["event"] == "Letter sent." and "date" in below.problems
    assert list(scene.chronology.typed_rows.in_order()) == [above, below]


def test_a_row_is_not_moved_past_another_day(scene):
    row = scene.type_row()
    scene.type_row(date="23/05/2009")
    with pytest.raises(NotYet, match="order of date"):
        row.move(1, by=scene.author, at=scene.at)


def test_another_agency_s_author_and_the_panel_may_not_write(scene):
    with pytest.raises(PermissionDenied):
        TypedRow.add(scene.chronology, TYPED, token="x", by=scene.panel_chair, at=scene.at)
    assert sent(scene, scene.panel_chair, cells=TYPED, token="x").status_code == 403


def test_hostile_text_is_shown_as_text(scene):
    scene.type_row(event='</textarea><script>alert("x")</script>\x00', source="=HYPERLINK(1)")
    page = signed_in(scene.author).get(f"/chronologies/{scene.chronology.pk}/write/")
    assert "<script>alert" not in page.content.decode()
    assert "\x00" not in Entry.objects.get().event


def test_without_script_a_row_is_added_by_its_form(scene):
    answer = sent(scene, is_script=False, cells=TYPED, token="abc")
    assert answer.status_code == 302 and answer.url.endswith("#r1")
    page = signed_in(scene.author).get(f"/chronologies/{scene.chronology.pk}/write/")
    assert "Home visit. Child seen." in page.content.decode()


def test_the_grid_pages_at_fifty_rows_in_a_fixed_number_of_queries(
    scene, django_assert_max_num_queries
):
    for number in range(51):
        scene.type_row(event=f"Event {number}.")
    client, path = signed_in(scene.author), f"/chronologies/{scene.chronology.pk}/write/"
    with django_assert_max_num_queries(24):
        first = client.get(path).content.decode()
    assert "Event 49." in first and "Event 50." not in first
    assert "Event 50." in client.get(f"{path}?page=2").content.decode()


def test_the_script_is_answered_in_json_with_the_problems_of_each_cell(scene):
    answer = sent(scene, cells=TYPED | {"date": "31/02/2009"}, token="a")
    facts = json.loads(answer.content)
    assert "cell:date" in facts["problems"] and facts["isTaken"] is False
