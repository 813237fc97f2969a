"""A file's rows become the chronology; a corrected file puts them right, and never doubles."""

import pytest

from chronology.columns import Column
from chronology.models import Entry, Integration, RowProblem, SourceFile
from chronology.receiving.keeping import put_away
from chronology.receiving.kinds import WrongKind
from chronology.receiving.plan import plan_of
from chronology.receiving.reading_in import choose_replaced, put_right, read_in
from chronology.receiving.reading_in import say_what_headings_mean as say
from chronology.receiving.taking import take
from records.models import AuditEvent
from reviews.conditions import NotYet
from tests.chronology.sending import (
    CALL,
    CLINIC,
    HEADINGS,
    MISSED,
    VISIT,
    WRONG,
    a_chronology,
    a_file,
    entries_of,
    mended,
    sent,
    standing,
    taken,
)
from tests.factories import AT, UserFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def chronology():
    return a_chronology()


def test_nothing_stands_in_the_chronology_before_the_file_is_taken_in(chronology):
    file = sent(chronology, VISIT, CALL)
    assert len(file.reading["entries"]) == 2
    assert not Entry.objects.exists()


def test_what_was_taken_in_says_where_it_came_from(chronology):
    file = taken(chronology, VISIT, CALL)
    assert file.outcome["new"] == 2
    first = entries_of(chronology).in_order().first()
    assert (first.key, first.row, first.file) == ("hv.csv#R2", 2, file)
    assert (first.date_raw, first.time.hour, first.minute) == ("12/01/2009", 10, 615)


def test_a_refused_row_stays_in_sight_with_what_to_do(chronology):
    file = taken(chronology, VISIT, WRONG)
    problem = RowProblem.objects.get(file=file)
    assert (problem.key, problem.row, problem.fate) == ("hv.csv#R3", 3, "reject")
    assert problem.sentence
    assert file.outcome["refused"] == 1


def test_taking_a_file_in_twice_does_nothing_twice(chronology):
    file = taken(chronology, VISIT)
    again = take(file, by=UserFactory(), at=AT)
    assert again.taken_by == file.taken_by
    assert Entry.objects.count() == 1
    assert AuditEvent.objects.filter(verb="take_file").count() == 1


def test_the_same_file_is_not_kept_again(chronology):
    assert sent(chronology, VISIT) == sent(chronology, VISIT)
    assert SourceFile.objects.count() == 1


def test_a_corrected_file_updates_by_row_and_keeps_the_entries(chronology):
    taken(chronology, VISIT, CALL, CLINIC)
    ids = dict(entries_of(chronology).values_list("event", "pk"))
    longer = (*CALL[:3], "Mother rang to say that she had no electricity since Monday.")
    file = taken(chronology, VISIT, longer, CLINIC)
    assert (file.outcome["new"], file.outcome["changed"], file.outcome["unchanged"]) == (0, 1, 2)
    assert entries_of(chronology).get(event=longer[3]).pk == ids[CALL[3]]
    assert Entry.objects.count() == 3


def test_rows_put_in_and_left_out_move_the_others_without_changing_them(chronology):
    taken(chronology, VISIT, CALL, CLINIC, MISSED)
    before = dict(entries_of(chronology).values_list("event", "pk"))
    file = taken(
        chronology, ("01/01/2009", "", "HV diary", "Birth notified."), VISIT, CLINIC, MISSED
    )
    assert {k: file.outcome[k] for k in ("new", "changed", "unchanged", "withdrawn")} == {
        "new": 1,
        "changed": 0,
        "unchanged": 3,
        "withdrawn": 1,
    }
    clinic = entries_of(chronology).get(event=CLINIC[3])
    assert (clinic.pk, clinic.key, clinic.version) == (before[CLINIC[3]], "hv.csv#R4", 1)
    assert CALL[3] not in standing(chronology)


def test_a_row_that_vanished_is_withdrawn_and_reinstated_when_it_returns(chronology):
    taken(chronology, VISIT, CALL)
    gone = entries_of(chronology).get(event=CALL[3])
    taken(chronology, VISIT)
    gone.refresh_from_db()
    assert gone.withdrawn_at is not None
    file = taken(chronology, VISIT, CLINIC, CALL)
    gone.refresh_from_db()
    assert (gone.withdrawn_at, gone.key, file.outcome["returned"]) == (None, "hv.csv#R4", 1)


def test_a_refused_row_that_was_corrected_is_new_and_no_other_changes(chronology):
    taken(chronology, VISIT, WRONG, CLINIC)
    file = taken(chronology, VISIT, ("28/02/2009", *WRONG[1:]), CLINIC)
    assert (file.outcome["new"], file.outcome["unchanged"], file.outcome["refused"]) == (1, 2, 0)
    assert not RowProblem.objects.filter(file__in=SourceFile.objects.standing()).exists()


def test_a_file_of_another_name_stands_beside_the_first(chronology):
    taken(chronology, VISIT)
    taken(chronology, CLINIC, name="school-nurse.csv")
    assert standing(chronology) == [VISIT[3], CLINIC[3]]
    assert SourceFile.objects.standing().count() == 2


def test_a_file_of_another_name_that_repeats_most_rows_is_taken_for_its_correction(chronology):
    first = taken(chronology, VISIT, CALL, CLINIC)
    second = sent(chronology, VISIT, CALL, CLINIC, MISSED, name="hv final.csv")
    assert second.replaces == first
    done = take(second, by=UserFactory(), at=AT)
    assert (done.outcome["new"], done.outcome["unchanged"]) == (1, 3)
    assert entries_of(chronology).get(event=VISIT[3]).key == "hv final.csv#R2"


def test_two_teams_may_send_files_of_one_name(chronology):
    taken(chronology, VISIT)
    second = sent(chronology, CLINIC, MISSED)
    choose_replaced(second, None)
    take(second, by=UserFactory(), at=AT)
    assert standing(chronology) == [VISIT[3], CLINIC[3], MISSED[3]]
    assert entries_of(chronology).get(event=CLINIC[3]).key == "hv (2).csv#R2"


def test_of_two_corrections_of_one_file_the_second_is_told_to_choose_again(chronology):
    taken(chronology, VISIT)
    one, other = sent(chronology, VISIT, CALL), sent(chronology, VISIT, CLINIC)
    take(one, by=UserFactory(), at=AT)
    with pytest.raises(NotYet, match="Choose again"):
        take(other, by=UserFactory(), at=AT)
    assert standing(chronology) == [VISIT[3], CALL[3]]


def test_an_earlier_version_may_be_sent_again_and_stands(chronology):
    taken(chronology, VISIT, CALL)
    taken(chronology, VISIT)
    taken(chronology, VISIT, CALL)
    assert standing(chronology) == [VISIT[3], CALL[3]]
    assert Entry.objects.count() == 2


def test_a_row_put_right_on_the_page_is_read_again(chronology):
    file = sent(chronology, VISIT, WRONG)
    assert mended(file, "R3", {"date": "30/02/2009"})  # there is still something wrong
    assert mended(file, "R3", {"date": "28/02/2009"}) == []
    file.refresh_from_db()
    take(file, by=UserFactory(), at=AT)
    assert standing(chronology) == [VISIT[3], WRONG[3]]
    assert SourceFile.objects.get().corrections == {"R3": {"date": "28/02/2009"}}


def test_a_correction_can_be_undone(chronology):
    file = sent(chronology, VISIT, WRONG)
    mended(file, "R3", {"date": "28/02/2009"})
    assert mended(file, "R3", {})
    file.refresh_from_db()
    assert file.corrections == {}


def test_what_headings_mean_is_remembered_for_the_agency_alone(chronology):
    rows = [("x", *VISIT[:3], "y", VISIT[3]), ("x", *CALL[:3], "y", CALL[3])]
    odd = ("No", "When it was", "Time", "Source", "Team", "Narration")
    file = sent(chronology, *rows, headings=odd)
    say(file, {"When it was": "date", "Narration": "event"})
    file.refresh_from_db()
    read_in(file)
    assert len(file.reading["entries"]) == 2
    chronology.refresh_from_db()
    later = sent(chronology, *rows[:1], headings=odd, name="later.csv")
    assert len(later.reading["entries"]) == 1
    assert later.reading["tables"][0]["columns"][1]["role"] == "date"


def test_notes_of_the_author_are_kept_apart(chronology):
    taken(chronology, VISIT, ("13/01/2009", "", "# note", "Ask the GP about this."))
    assert standing(chronology) == [VISIT[3]]
    assert entries_of(chronology).filter(is_note=True).count() == 1


def test_a_file_that_cannot_be_read_says_why_and_cannot_be_taken_in(chronology):
    file = sent(chronology, content=b"broken\n")
    assert "No table with dates and events was found" in file.refusal
    with pytest.raises(NotYet, match="has not been read"):
        take(file, by=UserFactory(), at=AT)


def test_a_file_put_away_is_not_taken_in(chronology):
    file = sent(chronology, VISIT)
    put_away(file, by=UserFactory(), at=AT)
    with pytest.raises(NotYet, match="put away"):
        take(file, by=UserFactory(), at=AT)


def test_a_taken_file_cannot_be_changed_any_more(chronology):
    file = taken(chronology, VISIT)
    with pytest.raises(NotYet):
        put_right(file, "R2", {"date": "13/01/2009"})


def test_hostile_text_is_kept_as_text(chronology):
    nasty = "<script>alert(1)</script> =cmd|' /C calc'!A0 \u202eevil\x00 " + "x" * 100_000
    rows = [("12/01/2009", "", "=HYPERLINK(1)" * 100, nasty), VISIT, CALL, CLINIC, MISSED]
    file = taken(chronology, *rows)
    entry = entries_of(chronology).get(key="hv.csv#R2")
    assert entry.event == nasty.replace("\x00", "␀")
    assert "=HYPERLINK(1)" * 100 in [entry.source, *entry.other.values()]
    assert file.outcome["new"] == 5


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\xd0\xcf\x11\xe0" + b"\0" * 600, "before 2007"),
        (
            b"\xd0\xcf\x11\xe0" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
            "has a password: open it",
        ),
        (b"\x89PNG\r\n" + b"a,b\n" * 500, "is a picture"),
        (b"%PDF-1.4 ...", "PDF"),
        (b"PK\x03\x04 half a file", "damaged"),
        (b"<html><table>", "web page"),
        (bytes(range(256)) * 10, "neither Word, Excel nor CSV"),
    ],
)
def test_what_is_no_chronology_is_refused_by_its_content(chronology, content, said):
    with pytest.raises(WrongKind, match=said):
        sent(chronology, content=content, name="chronology.docx")
    assert not SourceFile.objects.exists()


def test_the_preview_says_what_would_happen(chronology):
    taken(chronology, VISIT, CALL)
    file = sent(chronology, VISIT, CLINIC)
    counts = plan_of(file).counts()
    assert (counts["new"], counts["unchanged"], counts["withdrawn"]) == (1, 1, 1)


def test_reading_a_file_again_keeps_the_choice_of_what_it_replaces(chronology):
    taken(chronology, VISIT)
    file = sent(chronology, VISIT, CALL)
    choose_replaced(file, None)
    file.refresh_from_db()
    read_in(file)
    file.refresh_from_db()
    assert file.replaces is None


def test_the_log_says_nothing_of_the_text_or_the_name_of_the_file(chronology):
    content = a_file(VISIT)
    taken(chronology, content=content, name="Megan Hartley.csv")
    said = " ".join(AuditEvent.objects.values_list("sentence", flat=True))
    assert "Megan" not in said
    assert "Baby" not in said


def test_the_board_s_own_column_stands_in_the_chronology_under_its_heading(chronology):
    own = Column("other", "Good practice or missed opportunity")
    integration = Integration.of(chronology.review)
    integration.ask_for([*integration.asked, own], detail="time", preamble="", version=1)
    row = (*VISIT, "Seen within a day of the birth")
    taken(chronology, row, headings=(*HEADINGS, own.heading))
    assert entries_of(chronology).get().other == {own.heading: row[-1]}
