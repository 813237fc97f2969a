"""What agencies are asked to write, how far they are, and what they may read."""

import re
from datetime import timedelta

import pytest

from boards.roles import AgencyAuthor, Manager
from chronology.columns import Column, faults, fitted, usual
from chronology.library import FULL, LIBRARY
from chronology.models import AgencyChronology, Integration, ModelTemplate
from chronology.progress import progress_of
from records.models import AuditEvent
from reviews.conditions import NotYet
from tests.chronology.making import Scene, signed_in
from tests.factories import AgencyFactory, BoardFactory, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def scene() -> Scene:
    return Scene()


def address(scene: Scene, rest: str) -> str:
    return f"/reviews/{scene.review.reference}/chronology/{rest}"


def page_sent(columns, **more) -> dict[str, str]:
    """Return what the page of columns sends."""
    facts = {"count": str(len(columns)), "version": "1", "detail": "time", "preamble": "Hello."}
    for place, column in enumerate(columns):
        facts |= {
            f"role_{place}": column.role,
            f"heading_{place}": column.heading,
            f"help_{place}": column.help,
        }
        facts |= {f"must_{place}": "on"} if column.is_compulsory else {}
    return facts | more


SHORT = [usual("date"), usual("source"), usual("event")]


def test_the_date_the_source_and_the_event_are_always_asked_for():
    columns = fitted([Column("event", "What", is_compulsory=False)], "end")
    assert {c.role for c in columns if c.is_compulsory} == {"date", "source", "event"}
    assert [c.role for c in columns][:2] == ["date", "end_date"]


def test_how_precisely_events_are_dated_decides_on_times_and_ends():
    assert [
        c.role for c in fitted(FULL.asked, "date") if "time" in c.role or "end_" in c.role
    ] == []


def test_two_columns_of_one_heading_and_one_without_are_refused():
    columns = [*SHORT, Column("other", "event"), Column("other", " ")]
    assert [place for place, _sentence in faults(columns)] == [3, 4]


def test_every_model_that_comes_with_the_portal_is_sound():
    for model in LIBRARY.values():
        assert not list(faults(list(model.asked))), model.name
        assert fitted(model.asked, model.detail) == list(model.asked)


def test_staff_set_the_columns_in_their_own_words(scene):
    client = signed_in(scene.coordinator)
    own = [*SHORT, Column("other", "<b>Where</b>", is_compulsory=True, help="Home or school.")]
    answer = client.post(address(scene, "columns/"), page_sent(own, act="save"))
    assert answer.status_code == 302
    asked = Integration.of(scene.review).asked
    assert [c.role for c in asked] == ["date", "time", "source", "event", "other"]
    assert asked[-1] == own[-1]
    page = client.get(address(scene, "columns/preview/")).content.decode()
    assert "&lt;b&gt;Where&lt;/b&gt; (always)" in page
    assert AuditEvent.objects.filter(verb="set_columns").count() == 1


@pytest.mark.parametrize(
    ("act", "roles"),
    [
        ("down-0", ["source", "date", "event", "comment"]),
        ("up-3", ["date", "source", "comment", "event"]),
        ("remove-3", ["date", "source", "event"]),
        ("remove-0", ["date", "source", "event", "comment"]),
        ("up-0", ["date", "source", "event", "comment"]),
        ("down-9", ["date", "source", "event", "comment"]),
        ("add", ["date", "source", "event", "comment", "seen"]),
    ],
)
def test_columns_are_ordered_by_buttons_and_nothing_is_stored_before_saving(scene, act, roles):
    sent = page_sent([*SHORT, usual("comment")], act=act, add="seen")
    answer = signed_in(scene.coordinator).post(address(scene, "columns/"), sent)
    assert [column.role for column in answer.context["form"].columns] == roles
    assert not Integration.objects.exists()


def test_of_two_who_set_columns_at_once_the_second_is_told(scene):
    first, second = signed_in(scene.coordinator), signed_in(scene.manager)
    assert first.post(address(scene, "columns/"), page_sent(SHORT, act="save")).status_code == 302
    late = second.post(address(scene, "columns/"), page_sent(SHORT, act="save", preamble="Late."))
    assert late.status_code == 409
    assert Integration.objects.get().preamble == "Hello."


def test_a_board_keeps_a_model_and_starts_another_review_from_it(scene):
    client = signed_in(scene.coordinator)
    client.post(address(scene, "columns/"), page_sent(SHORT, act="save"))
    keep = address(scene, "columns/keep/")
    assert client.post(keep, {"name": "Ours"}).status_code == 302
    assert "has a model “ours” already" in client.post(keep, {"name": "ours"}).content.decode()
    other = Scene(board=scene.board)
    kept = ModelTemplate.objects.get()
    page = signed_in(scene.manager).post(address(other, "columns/model/"), {"model": kept.pk})
    assert [c.role for c in page.context["form"].columns] == ["date", "time", "source", "event"]
    elsewhere = Scene()
    page = signed_in(elsewhere.manager).post(
        address(elsewhere, "columns/model/"), {"model": kept.pk}
    )
    assert "form" not in (page.context or {})


def test_a_number_that_no_model_can_have_shows_none(scene):
    sent = {"model": "9" * 5000}
    assert signed_in(scene.manager).post(address(scene, "columns/model/"), sent).status_code < 500


def test_columns_are_locked_once_an_agency_has_handed_in_until_it_is_to_be_told(scene):
    scene.handed_in()
    client = signed_in(scene.coordinator)
    assert "handed in already" in client.get(address(scene, "columns/")).content.decode()
    assert scene.agency.name in client.get(address(scene, "columns/?anyway=1")).content.decode()
    answer = client.post(address(scene, "columns/"), page_sent(SHORT, act="save"))
    assert "Confirm that you will tell" in answer.content.decode()
    answer = client.post(address(scene, "columns/"), page_sent(SHORT, act="save", told="on"))
    assert answer.status_code == 302
    event = AuditEvent.objects.get(verb="set_columns")
    assert event.details["to_be_told"] == [scene.agency.name]


def test_agencies_and_other_boards_set_no_columns(scene):
    for user in (scene.author, person(Manager)):
        for path in ("columns/", "columns/model/", "columns/keep/", "agencies/", "release/"):
            assert signed_in(user).get(address(scene, path)).status_code == 404


def state(scene: Scene) -> tuple[str, str]:
    (row,) = progress_of(scene.review)
    return row.state, row.next_step


def test_how_far_an_agency_is_follows_what_it_does(scene):
    assert state(scene) == ("Not begun", "The agency begins")
    scene.type_row()
    assert state(scene) == ("Being written", "The agency hands it in")
    scene.type_row(date="31/02/2009")
    assert state(scene) == ("Being written", "The agency mends 1 row and hands it in")
    scene.chronology.hand_in(by=scene.author, at=scene.at)
    assert state(scene)[0] == "Handed in"
    scene.chronology.last.accept(by=scene.manager, at=scene.at)
    assert state(scene) == ("Accepted", "Nothing")


def test_an_agency_that_is_late_stands_as_overdue(scene):
    deadline = scene.commission.deadline
    type(deadline).objects.filter(pk=deadline.pk).update(
        due_on=scene.today - timedelta(days=3), act_by=scene.today - timedelta(days=3)
    )
    page = signed_in(scene.panel_chair).get(address(scene, "agencies/")).content.decode()
    assert "Overdue by 3 days" in page


def test_an_agency_that_was_waived_is_awaited_no_more(scene):
    scene.review.record(
        "waive_commission",
        by=scene.coordinator,
        at=scene.at,
        commission=scene.commission,
        on=scene.today,
        reasons="No contact.",
    )
    assert state(scene)[0] == "Waived"


def test_the_page_of_agencies_costs_the_same_for_many(scene, django_assert_max_num_queries):
    client = signed_in(scene.coordinator)
    for _ in range(8):
        AgencyChronology.of(scene.review, AgencyFactory(board=scene.board))
    with django_assert_max_num_queries(26):
        assert client.get(address(scene, "agencies/")).status_code == 200


def test_the_review_shows_where_its_chronology_stands(scene):
    scene.type_row()
    page = signed_in(scene.coordinator).get(scene.review.get_absolute_url()).content.decode()
    assert "0 of 1 agencies" in page and address(scene, "agencies/") in page


def test_the_author_finds_the_chronology_from_what_is_asked_for(scene):
    client = signed_in(scene.author)
    page = client.get(f"/commissions/{scene.commission.pk}/").content.decode()
    assert f"/chronologies/asked/{scene.commission.pk}/" in page
    answer = client.get(f"/chronologies/asked/{scene.commission.pk}/")
    assert answer.url == f"/chronologies/{scene.chronology.pk}/"


def test_a_check_has_no_chronology():
    scene = Scene()
    type(scene.commission).objects.update(kind="check")
    page = signed_in(scene.author).get(f"/chronologies/asked/{scene.commission.pk}/")
    assert page.status_code == 404


def test_released_to_agencies_they_read_all_and_closed_again_their_own(scene):
    other = AgencyFactory(board=scene.board)
    colleague = person(AgencyAuthor, scene.board, agency=other)
    theirs = AgencyChronology.of(scene.review, other)
    mine = f"/chronologies/{scene.chronology.pk}/"
    assert signed_in(colleague).get(mine).status_code == 404
    chair = signed_in(scene.panel_chair)
    for _ in range(2):  # pressed twice
        assert chair.post(address(scene, "release/"), {"release": "yes"}).status_code == 302
    assert signed_in(colleague).get(mine).status_code == 200
    assert signed_in(colleague).get(f"{mine}write/").status_code == 403
    chair.post(address(scene, "release/"), {"release": "no"})
    assert signed_in(colleague).get(mine).status_code == 404
    assert signed_in(colleague).get(f"/chronologies/{theirs.pk}/").status_code == 200
    assert AuditEvent.objects.filter(verb="release_to_agencies").count() == 2


def test_the_coordinator_does_not_release(scene):
    client = signed_in(scene.coordinator)
    assert client.post(address(scene, "release/"), {"release": "yes"}).status_code == 403
    assert not Integration.of(scene.review).is_released


def test_a_page_that_was_read_before_does_not_overwrite_what_is_asked():
    scene = Scene()
    asked = Integration.of(scene.review)
    asked.ask_for(SHORT, detail="date", preamble="One", version=1)
    with pytest.raises(NotYet, match="Somebody else"):
        asked.ask_for(SHORT, detail="date", preamble="Two", version=1)


def test_who_saves_second_sees_both_and_loses_nothing(scene):
    client = signed_in(scene.coordinator)
    first, second = (page_sent(SHORT, preamble=words) for words in ("Theirs, first.", "My own."))
    second["help_0"] = "As on the record"
    assert client.post(address(scene, "columns/"), first).status_code == 302
    answer = client.post(address(scene, "columns/"), second)
    text = answer.content.decode()
    assert "Somebody else changed the columns" in text
    assert f"{scene.coordinator} saved theirs on" in text
    assert "Theirs, first." in text
    assert "My own." in text
    assert Integration.of(scene.review).preamble == "Theirs, first."
    version = re.search(r'name="version" value="(\d+)"', text)[1]
    again = client.post(address(scene, "columns/"), second | {"version": version})
    assert again.status_code == 302
    assert Integration.of(scene.review).preamble == "My own."


def test_the_quality_is_fed_back_before_handing_in(scene):
    scene.type_row()
    client = signed_in(scene.author)
    path = f"/chronologies/{scene.chronology.pk}/hand-in/"
    assert "How it reads" in client.get(path).content.decode()
    client.post(path, {"declared": "on"})
    assert scene.chronology.last.quality is not None


def test_a_board_of_its_own_sees_none_of_another_s_models():
    ModelTemplate.objects.create(board=BoardFactory(), name="Theirs")
    assert not ModelTemplate.objects.visible_to(person(Manager)).exists()
