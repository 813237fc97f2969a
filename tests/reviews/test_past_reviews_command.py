"""manage.py import_reviews: stable for scripts."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from boards.loading import load_boards
from boards.models import User
from records.models import AuditEvent
from reviews.models import Review
from tests.factories import UserFactory
from tests.reviews.past_files import PUBLISHED, a_file, a_row

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _boards() -> None:
    load_boards()


def run(path: Path, **options: object) -> dict:
    written = StringIO()
    call_command("import_reviews", str(path), format="json", stdout=written, **options)
    return json.loads(written.getvalue())


def test_one_json_document_says_what_came_of_the_published_timelines():
    outcome = run(PUBLISHED, all_boards=True)
    assert outcome["accepted"] == Review.objects.count() == 32
    assert [one["row"] for one in outcome["rejected"]] == [21, 23]
    assert all(one["reasons"] for one in outcome["rejected"])
    assert {"row", "review_name", "column", "warning"} == outcome["warnings"][0].keys()
    assert len(outcome["reviews"]) == 32
    assert outcome["dry_run"] is False


def test_for_one_board_rows_without_a_board_are_taken_and_other_boards_refused():
    outcome = run(PUBLISHED, board="doncaster")
    assert outcome["accepted"] == 5  # three of Doncaster's, two of nobody's
    assert len(outcome["rejected"]) == 29
    assert "The row is of Bristol LSCB" in outcome["rejected"][0]["reasons"][0]


def test_a_dry_run_says_the_same_and_changes_nothing():
    foreseen = run(PUBLISHED, all_boards=True, dry_run=True)
    assert (foreseen["accepted"], len(foreseen["rejected"])) == (32, 2)
    assert (Review.objects.count(), AuditEvent.objects.count(), User.objects.count()) == (0, 0, 0)


def test_running_it_twice_changes_nothing():
    run(PUBLISHED, all_boards=True)
    events = AuditEvent.objects.count()
    again = run(PUBLISHED, all_boards=True)
    assert (again["accepted"], again["unchanged"]) == (0, 32)
    assert (AuditEvent.objects.count(), User.objects.count()) == (events, 1)


def test_the_text_names_row_and_column():
    written = StringIO()
    call_command("import_reviews", str(PUBLISHED), all_boards=True, stdout=written)
    lines = written.getvalue().splitlines()
    assert lines[0].startswith("32 accepted, 0 unchanged, 2 refused, ")
    assert "Row 21 (Published review 39) refused: lscb is empty" in lines[1]
    assert "Row 2 (Published review 01), incident_on: Kept as it is known: 2004." in lines


def test_the_log_names_who_brought_them_in(tmp_path):
    file = tmp_path / "past.csv"
    file.write_bytes(a_file())
    manager = UserFactory(email="manager@lscb.example")
    run(file, board="east-sussex", by="Manager@lscb.example")
    assert set(AuditEvent.objects.values_list("by", flat=True)) == {manager.pk}


def test_without_a_name_it_was_the_operator_who_cannot_sign_in(tmp_path):
    file = tmp_path / "past.csv"
    file.write_bytes(a_file())
    run(file, board="east-sussex")
    operator = AuditEvent.objects.first().by
    assert not operator.is_active
    assert not operator.has_usable_password()


@pytest.mark.parametrize(
    ("name", "content", "options", "said"),
    [
        ("missing.csv", None, {"all_boards": True}, "missing.csv could not be opened"),
        ("x.csv", b"PK\x03\x04", {"all_boards": True}, "Excel workbook"),
        ("x.csv", b"x" * 5_242_881, {"all_boards": True}, "larger than 5 MB"),
        ("x.csv", a_file(), {"board": "atlantis"}, "There is no board “atlantis”"),
        ("x.csv", a_file(), {"all_boards": True, "by": "no@x.example"}, "Nobody has the e-mail"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_exit_status_1(
    tmp_path, name, content, options, said
):
    file = tmp_path / name
    if content is not None:
        file.write_bytes(content)
    with pytest.raises(CommandError, match=said) as refused:
        run(file, **options)
    assert refused.value.returncode == 1
    assert not Review.objects.exists()


def test_a_refused_row_is_no_failure_of_the_command(tmp_path):
    file = tmp_path / "past.csv"
    file.write_bytes(a_file(a_row(grade="fair")))
    assert run(file, board="east-sussex")["accepted"] == 0


@pytest.mark.parametrize("options", [{}, {"board": "hull", "all_boards": True}])
def test_it_has_to_be_said_whose_reviews_they_are(options):
    with pytest.raises(CommandError):
        run(PUBLISHED, **options)
