"""The stable command line: manage.py deadlines and manage.py statutory_docs, without a database."""

import json
from pathlib import Path

import pytest

from reviews.management.commands import deadlines, statutory_docs

PAGE = Path(__file__).resolve().parents[2] / "docs" / "statutory.md"


def run(capsys, *words):
    """(exit status, standard output, standard error) of manage.py deadlines."""
    status = 0
    try:
        deadlines.Command().run_from_argv(["manage.py", "deadlines", *words])
    except SystemExit as end:
        status = end.code
    output = capsys.readouterr()
    return status, output.out, output.err


def test_json_is_one_document_with_the_stable_keys(capsys):
    status, out, err = run(capsys, "decided=2010-08-31", "referred=2010-08-01", "--format", "json")
    assert (status, err) == (0, "")
    decide, complete = json.loads(out)
    assert list(decide) == [
        "deadline",
        "guidance",
        "trigger",
        "trigger_on",
        "due_on",
        "act_by",
        "basis",
        "explanation",
    ]
    assert decide["due_on"] == "2010-09-01"
    assert complete["trigger_on"] == "2010-08-31"
    assert (complete["due_on"], complete["act_by"]) == ("2011-02-28", "2011-02-28")
    assert complete["basis"] == (
        "Working Together 2010, paragraph 8.27 (recalled): "
        "6 calendar months after the decision to hold a review was made"
    )
    assert len(complete["explanation"]) > 4


def test_text_is_for_reading(capsys):
    status, out, _ = run(capsys, "decided=2009-10-31")
    assert status == 0
    assert "Complete the serious case review (complete, wt2006)" in out
    assert "Due Sunday 28 February 2010; act by Friday 26 February 2010" in out


def test_events_that_start_no_clock_give_an_empty_list(capsys):
    assert json.loads(run(capsys, "learned=2010-03-01", "--format=json")[1]) == []
    assert "Nothing becomes due" in run(capsys, "learned=2010-03-01")[1]


def test_pinned_guidance_is_used(capsys):
    _, out, _ = run(capsys, "decided=2010-08-31", "--guidance", "wt2006", "--format=json")
    assert [(one["guidance"], one["due_on"]) for one in json.loads(out)] == [
        ("wt2006", "2010-12-31")
    ]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["ratified=2010-03-01"], "“ratified” is not an event"),
        (["decided=2010-02-30"], "decided: Enter a real date: February 2010 has 28 days."),
        (["decided=2010-02"], "decided: Enter a full and certain date"),
        (["decided=?2010-02-01"], "decided: Enter a full and certain date"),
        (["decided="], "decided: Enter a date such as"),
        (["decided=tomorrow"], "decided: Enter a date such as"),
        (["decided=2010-02-01", "decided=2010-03-01"], "decided is given twice"),
        (["decided=2010-02-01", "--guidance=wt1999"], "There is no guidance “wt1999”"),
        (["decided=2010-02-01", "--guidance="], "There is no guidance “”"),
        (["decided=2005-02-01"], "No guidance is recorded for 1 February 2005"),
        (["decided=2031-12-01"], "Bank holidays are known from 2005 to 2031"),
    ],
)
def test_refusal_is_a_sentence_on_standard_error_with_status_1(capsys, words, sentence):
    status, out, err = run(capsys, *words, "--format", "json")
    assert (status, out) == (1, "")
    assert sentence in err


@pytest.mark.parametrize(
    "words", [[], ["decided"], ["decided=2010-03-01", "--format", "xml"], ["--unknown"]]
)
def test_wrong_usage_ends_with_status_2(capsys, words):
    status, out, err = run(capsys, *words)
    assert (status, out) == (2, "")
    assert err


def test_committed_page_is_what_the_command_prints(capsys):
    statutory_docs.Command().run_from_argv(["manage.py", "statutory_docs"])
    assert capsys.readouterr().out == PAGE.read_text(encoding="utf-8")
