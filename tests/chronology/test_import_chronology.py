"""manage.py import_chronology: what the pages do, in one go."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from boards.models import Agency
from chronology.models import Entry, SourceFile
from records.models import AuditEvent, Document
from tests.chronology.sending import CALL, CLINIC, VISIT, WRONG, a_file
from tests.factories import AgencyFactory, a_review

pytestmark = pytest.mark.django_db


@pytest.fixture
def review():
    review = a_review()
    AgencyFactory(board=review.board, name="Health Visiting")
    AgencyFactory(board=review.board, name="East Sussex Police")
    return review


@pytest.fixture
def send(review, tmp_path):
    def send(*rows, agency="health-visiting", name="hv.csv", **options):
        path = tmp_path / name
        path.write_bytes(a_file(*rows))
        return run(review, agency, path, **options)

    return send


def run(review, agency, *paths, **options):
    out = StringIO()
    call_command(
        "import_chronology",
        review.reference,
        agency,
        *map(str, paths),
        format="json",
        stdout=out,
        **options,
    )
    return json.loads(out.getvalue())


def test_rows_are_accepted_and_the_refused_named_by_key_and_reason(send):
    said = send(VISIT, WRONG)
    assert (said["accepted"], said["updated"], said["files"][0]["rejected"]) == (1, 0, 1)
    refused = said["rejected"][0]
    assert (refused["key"], refused["file"], refused["row"]) == ("hv.csv#R3", "hv.csv", 3)
    assert (refused["expected"], refused["reasons"]) == ("reject", ["impossible_date"])
    assert refused["sentences"]


def test_a_corrected_file_updates_and_never_doubles(send):
    send(VISIT, CALL)
    said = send(VISIT, (*CALL[:3], CALL[3] + " Advised to ring the housing office."), CLINIC)
    assert [said[n] for n in ("accepted", "updated", "unchanged", "withdrawn")] == [1, 1, 1, 0]
    assert Entry.objects.count() == 3


def test_the_very_same_file_changes_nothing(send):
    send(VISIT, CALL)
    said = send(VISIT, CALL)
    assert (said["accepted"], said["unchanged"]) == (0, 2)
    assert said["files"][0]["is_the_same_file"]
    assert Document.objects.count() == 1


def test_a_rehearsal_says_the_same_and_leaves_nothing(send, settings):
    said = send(VISIT, WRONG, dry_run=True)
    assert (said["accepted"], said["dry_run"], len(said["rejected"])) == (1, True, 1)
    assert not Entry.objects.exists()
    assert not SourceFile.objects.exists()
    assert not any(path.is_file() for path in settings.DOCUMENTS.rglob("*"))


@pytest.mark.parametrize(
    "called", ["Health Visiting", "health visiting", "health-visiting", "health"]
)
def test_an_agency_is_found_by_what_it_is_called(send, called):
    assert send(VISIT, agency=called)["accepted"] == 1


def test_an_agency_that_is_not_there_is_answered_with_those_that_are_close(send):
    with pytest.raises(CommandError, match="Did you mean “Health Visiting”"):
        send(VISIT, agency="helth visting")
    assert not Agency.objects.filter(name__startswith="helth").exists()


def test_an_agency_is_added_on_request_of_the_kind_its_name_tells(send):
    send(VISIT, agency="gp-practice", add_agency=True)
    added = Agency.objects.get(name="GP practice")
    assert added.kind == "gp"
    send(VISIT, CALL, agency="gp-practice", add_agency=True)
    assert Agency.objects.count() == 3


def test_a_rehearsal_adds_no_agency(send):
    send(VISIT, agency="gp-practice", add_agency=True, dry_run=True)
    assert Agency.objects.count() == 2


def test_several_files_of_an_agency_stand_side_by_side(review, tmp_path):
    for name, row in (("one.csv", VISIT), ("two.csv", CLINIC)):
        (tmp_path / name).write_bytes(a_file(row))
    said = run(review, "police", tmp_path / "one.csv", tmp_path / "two.csv")
    assert said["accepted"] == 2
    assert [file["file"] for file in said["files"]] == ["one.csv", "two.csv"]


def test_of_several_files_none_is_taken_in_when_one_cannot_be_read(review, tmp_path, settings):
    (tmp_path / "good.csv").write_bytes(a_file(VISIT))
    (tmp_path / "bad.csv").write_bytes(b"This is a letter.\n")
    with pytest.raises(CommandError, match=r"bad\.csv: No table"):
        run(review, "police", tmp_path / "good.csv", tmp_path / "bad.csv")
    assert not Entry.objects.exists()
    assert not any(path.is_file() for path in settings.DOCUMENTS.rglob("*"))


def test_unknown_reviews_files_and_people_are_refused_with_a_sentence(review, send, tmp_path):
    path = tmp_path / "hv.csv"
    with pytest.raises(CommandError, match="could not be opened"):
        run(review, "police", path)
    with pytest.raises(CommandError, match="nobody@lscb"):
        send(VISIT, by="nobody@lscb.example")
    review.reference = "XXX-2010-001"
    with pytest.raises(CommandError, match="There is no review XXX-2010-001"):
        run(review, "police", path)


def test_what_was_done_is_in_the_log_under_the_operators_name(send):
    send(VISIT)
    event = AuditEvent.objects.get(verb="take_file")
    assert event.by.full_name == "Operator at the command line"
    assert event.details["new"] == 1


def test_text_names_each_row_with_something_to_mend(review, tmp_path):
    path, out = tmp_path / "hv.csv", StringIO()
    path.write_bytes(a_file(VISIT, WRONG))
    call_command("import_chronology", review.reference, "police", str(path), stdout=out)
    assert "hv.csv: 1 new" in out.getvalue()
    assert "hv.csv#R3 refused:" in out.getvalue()
