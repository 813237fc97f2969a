"""A corrected file takes nothing back of what was put right on line, and doubles nothing."""

import pytest

from boards.roles import AgencyAuthor
from chronology.models import AgencyChronology, Entry
from chronology.receiving.plan import plan_of
from chronology.receiving.reading_in import choose_replaced, say_whose_words
from chronology.receiving.taking import take
from tests.chronology.file_visits import at, author_of, shown, signed_in
from tests.chronology.putting_right import RIGHT, put, row_of
from tests.chronology.sending import (
    CALL,
    CLINIC,
    MISSED,
    VISIT,
    sent,
    standing,
    taken,
)
from tests.factories import AT, AgencyFactory, UserFactory, person

pytestmark = pytest.mark.django_db


@pytest.fixture
def call(chronology) -> Entry:
    taken(chronology, VISIT, CALL, CLINIC)
    return row_of(chronology, CALL[3])


def put_right_then_sent(author, chronology, *rows, **options):
    """A row was put right on line, and then a later version of its file arrives."""
    put(author, row_of(chronology, CALL[3]), event=RIGHT, source="HV diary, page 4")
    return sent(chronology, *rows, **options)


def test_a_corrected_file_leaves_what_was_put_right_on_line_and_shows_both_readings(
    author, chronology, call
):
    file = put_right_then_sent(author, chronology, VISIT, CALL, CLINIC, MISSED)
    assert {n: file.outcome[n] for n in ("new", "changed", "kept", "withdrawn")} == {
        "new": 1,
        "changed": 0,
        "kept": 1,
        "withdrawn": 0,
    }
    assert "Rows were put right on line since" in shown(author, chronology, file)
    assert "Last day" not in shown(author, chronology, file, "?show=changes")
    both = shown(author, chronology, file, "?show=changes")
    assert RIGHT in both and CALL[3] in both
    assert "Source: HV diary, page 4" in both and f"Source: {CALL[2]}" in both
    assert "Take the file’s" in both
    take(file, by=UserFactory(), at=AT)
    now = Entry.objects.get(pk=call.pk)
    assert (now.event, now.source, now.key) == (RIGHT, "HV diary, page 4", "hv.csv#R3")
    assert now.file == file and now.as_filed["event"] == CALL[3]
    assert standing(chronology) == [VISIT[3], RIGHT, CLINIC[3], MISSED[3]]
    take(file, by=UserFactory(), at=AT)
    assert Entry.objects.count() == 4


def test_a_row_moved_to_another_day_on_line_is_known_again_and_never_doubled(
    author, chronology, call
):
    put(author, call, event="Quite other words.", date="03/03/2009")
    for more in ((MISSED,), (MISSED, ("02/02/2009", "", "Letter", "GP told."))):
        file = sent(chronology, VISIT, *more, CALL, CLINIC)
        assert plan_of(file).counts()["kept"] == 1
        take(file, by=UserFactory(), at=AT)
    now = Entry.objects.get(pk=call.pk)
    assert (now.event, now.date_start.isoformat()) == ("Quite other words.", "2009-03-03")
    assert CALL[3] not in standing(chronology)


def test_the_files_words_are_taken_where_a_person_says_so(author, chronology, call):
    longer = (*CALL[:3], "Mother rang to say that she had had no electricity for a week.")
    file = put_right_then_sent(author, chronology, VISIT, longer, CLINIC)
    version = Entry.objects.get(pk=call.pk).version
    whose = at("chronology-file-whose", chronology, file)
    said = {f"whose-{call.pk}": "file", f"version-{call.pk}": version}
    listed = author.post(whose, said, follow=True).content.decode()
    assert f'id="file-{call.pk}" name="whose-{call.pk}" type="radio" value="file" checked' in listed
    file.refresh_from_db()
    assert (file.outcome["kept"], file.outcome["changed"]) == (0, 1)
    take(file, by=UserFactory(), at=AT)
    now = Entry.objects.get(pk=call.pk)
    assert (now.event, now.is_put_right, now.as_filed) == (longer[3], False, {})


def test_what_was_chosen_is_chosen_no_more_once_the_row_is_put_right_again(
    author, chronology, call
):
    file = put_right_then_sent(author, chronology, VISIT, CALL, CLINIC, MISSED)
    say_whose_words(file, {call.pk: Entry.objects.get(pk=call.pk).version})
    put(author, Entry.objects.get(pk=call.pk), event="Newer still.")
    take(file, by=UserFactory(), at=AT)
    assert Entry.objects.get(pk=call.pk).event == "Newer still."


def test_a_choice_is_undone_and_one_about_no_row_does_nothing(author, chronology, call):
    file = put_right_then_sent(author, chronology, VISIT, CALL, CLINIC, MISSED)
    whose, version = at("chronology-file-whose", chronology, file), 2
    for said in ("file", "keep", "nonsense"):
        author.post(whose, {f"whose-{call.pk}": said, f"version-{call.pk}": version})
    author.post(whose, {"whose-999999": "file", "version-999999": "1", "whose-x": "file"})
    take(file, by=UserFactory(), at=AT)
    assert Entry.objects.get(pk=call.pk).event == RIGHT


def test_a_row_put_right_while_the_file_waits_is_kept_as_well(author, chronology, call):
    file = sent(chronology, VISIT, (*CALL[:3], "Mother rang."), CLINIC)
    put(author, call, event=RIGHT)
    take(file, by=UserFactory(), at=AT)
    now = Entry.objects.get(pk=call.pk)
    assert (now.event, now.as_filed["event"]) == (RIGHT, "Mother rang.")


def test_a_file_that_says_itself_what_was_put_right_settles_it(author, chronology, call):
    put(author, call, event=RIGHT)
    file = take(sent(chronology, VISIT, (*CALL[:3], RIGHT), CLINIC), by=UserFactory(), at=AT)
    assert (file.outcome["unchanged"], file.outcome["kept"], file.outcome["new"]) == (3, 0, 0)
    now = Entry.objects.get(pk=call.pk)
    assert not now.is_put_right and now.as_filed == {}
    later = sent(chronology, VISIT, (*CALL[:3], f"{RIGHT} Rang back."), CLINIC)
    assert later.outcome["changed"] == 1


def test_a_row_put_right_that_a_file_leaves_out_stands_unless_a_person_lets_it_go(
    author, chronology, call
):
    file = put_right_then_sent(author, chronology, VISIT, CLINIC, MISSED)
    assert (file.outcome["kept"], file.outcome["withdrawn"]) == (1, 0)
    assert "The file leaves this row out." in shown(author, chronology, file, "?show=changes")
    take(file, by=UserFactory(), at=AT)
    assert standing(chronology) == [VISIT[3], RIGHT, CLINIC[3], MISSED[3]]
    again = take(sent(chronology, VISIT, CALL, CLINIC, MISSED), by=UserFactory(), at=AT)
    assert (again.outcome["new"], again.outcome["kept"]) == (0, 1)
    assert row_of(chronology, RIGHT).pk == call.pk
    last = sent(chronology, VISIT, CLINIC)
    say_whose_words(last, {call.pk: Entry.objects.get(pk=call.pk).version})
    take(last, by=UserFactory(), at=AT)
    assert standing(chronology) == [VISIT[3], CLINIC[3]]


def test_another_teams_file_with_the_first_words_of_a_row_put_right_is_remarked_on(
    author, chronology, call
):
    put(author, call, event=RIGHT)
    file = sent(chronology, CALL, MISSED, name="team-two.csv")
    choose_replaced(file, None)
    file.refresh_from_db()
    assert file.outcome["repeated"] == 1


def test_a_person_of_another_agency_does_not_say_whose_words_stand(chronology, author, call):
    file = put_right_then_sent(author, chronology, VISIT, CALL, CLINIC, MISSED)
    other = AgencyFactory(board=chronology.review.board, name="Police")
    stranger = signed_in(person(AgencyAuthor, chronology.review.board, agency=other))
    answer = stranger.post(at("chronology-file-whose", chronology, file), {})
    assert answer.status_code == 404


def test_another_agencys_row_is_not_let_go_by_a_choice(chronology, author, call):
    other = AgencyChronology.of(
        chronology.review, AgencyFactory(board=chronology.review.board, name="Police")
    )
    stranger = signed_in(author_of(other))
    taken(other, VISIT, CALL, name="police.csv")
    theirs = sent(other, VISIT, name="police.csv")
    put(author, call, event=RIGHT)
    whose = at("chronology-file-whose", other, theirs)
    stranger.post(whose, {f"whose-{call.pk}": "file", f"version-{call.pk}": "2"})
    theirs.refresh_from_db()
    take(theirs, by=UserFactory(), at=AT)
    now = Entry.objects.get(pk=call.pk)
    assert (now.event, now.withdrawn_at) == (RIGHT, None)


def test_a_row_put_right_after_the_file_was_read_is_told_of_before_the_file_is_taken_in(
    author, chronology, call
):
    file = sent(chronology, VISIT, CALL, CLINIC, MISSED)
    assert "put right on line" not in shown(author, chronology, file)
    put(author, call, event=RIGHT)
    page = shown(author, chronology, file)
    assert "Rows were put right on line since" in page
    assert "put right on line, and kept so" in page
    assert "rows that stand already" in page
    file.refresh_from_db()
    assert file.outcome["kept"] == 0  # nobody said anything of it by looking
