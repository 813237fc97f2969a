"""Extensions of past reviews: brought in with the row, or added to what was brought in before."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from boards.roles import Manager
from insights.statistics.timing import BY_GUIDANCE
from records.models import AuditEvent
from reviews.models import Extension, Review
from reviews.past_reviews.keeping import PastFile, preview
from reviews.past_reviews.outcome import summary
from reviews.past_reviews.reading import COLUMNS
from tests.factories import BoardFactory, person
from tests.insights.statistics.making import in_period
from tests.reviews.past_files import AT, a_file, a_row, brought_in, reasons_for
from tests.reviews.test_case_page import signed_in

pytestmark = pytest.mark.django_db
DUE = date(2008, 8, 11)  # four months from the decision of 11 April 2008
TOLD = {
    "extended_to": "2009-01-31",
    "reason": "The trial of the father",
    "authority": "Regional Government Office",
}
PERIOD = (date(2008, 1, 1), date(2010, 12, 31))


@pytest.fixture
def board():
    return BoardFactory(name="East Sussex LSCB")


def extended(**cells: str) -> dict[str, str]:
    return a_row(**TOLD | {"overview_completed_on": "2009-01-20"} | cells)


def kept_in() -> dict[str, int]:
    """Return how the guidance's time was kept by the reviews of the period."""
    (line,) = BY_GUIDANCE.table(in_period(*PERIOD)).lines
    return dict(
        zip(("in_time", "extended", "late"), (f.number for f in line.figures), strict=False)
    )


def test_the_file_carries_the_extension_and_the_statistics_count_it(board):
    outcome = brought_in(
        extended(), extended(review_name="Late", extended_to="2009-01-10"), board=board
    )
    assert (outcome["accepted"], outcome["warnings"]) == (2, [])
    assert outcome["reviews"][0]["until"] == "31 January 2009"
    review = Review.objects.get(source__name="Child R")
    owed = review.deadlines.get(kind="complete")
    link = owed.extensions.get()
    assert (link.from_due_on, link.to_due_on) == (DUE, date(2009, 1, 31))
    assert (link.reason, link.authority) == (TOLD["reason"], TOLD["authority"])
    assert (owed.original_due_on, owed.due_on, owed.is_open) == (DUE, date(2009, 1, 31), False)
    assert "by Regional Government Office, on a day not recorded: The trial" in link.sentence
    assert kept_in() == {"in_time": 0, "extended": 1, "late": 1}


def test_what_brings_the_dates_up_to_date_leaves_the_extension(board):
    brought_in(extended(), board=board)
    review = Review.objects.get()
    manager = person(Manager, board)
    review.record("restrict", by=manager, at=AT, reasons="x")
    assert review.deadlines.get(kind="complete").due_on == date(2009, 1, 31)


def test_a_file_without_the_columns_is_taken_as_ever_and_counts_as_late(board):
    row = {k: v for k, v in extended().items() if k in COLUMNS}
    assert brought_in(row, board=board)["accepted"] == 1
    assert not Extension.objects.exists()
    assert kept_in() == {"in_time": 0, "extended": 0, "late": 1}


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"reason": ""}, "extended_to and authority are given and reason is empty"),
        ({"extended_to": ""}, "reason and authority are given and extended_to is empty"),
        ({"extended_to": "", "reason": ""}, "authority is given and extended_to and reason are"),
        ({"extended_to": "2008-08-11"}, "which is not after 11 August 2008"),
        ({"extended_to": "soon"}, "extended_to is “soon”"),
        ({"authority": "x" * 201}, "authority is longer than 200 characters"),
        ({"decision": "other", "overview_completed_on": ""}, "extended_to, reason, authority"),
    ],
)
def test_half_an_extension_and_one_that_cannot_be_are_refused(board, cells, said):
    assert said in reasons_for(extended(**cells), board=board)
    assert not Review.objects.exists()


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"extended_to": "2009-01"}, "January 2009. The statistics need the day"),
        ({"decision_on": "2008"}, "no day of completion is worked out"),
    ],
)
def test_what_is_known_vaguely_is_kept_as_it_is_and_said(board, cells, said):
    outcome = brought_in(extended(**cells), board=board)
    warnings = [w["warning"] for w in outcome["warnings"] if w["column"] == "extended_to"]
    assert said in warnings[0]
    assert Review.objects.get().source["facts"]["reason"] == TOLD["reason"]
    assert not Extension.objects.exists()


def test_the_same_row_gives_what_was_brought_in_before_its_extension_once(board):
    before = {k: v for k, v in extended().items() if k in COLUMNS}
    brought_in(before, board=board)
    content = a_file(extended())
    shown = preview(PastFile("past.csv", content), board=board, at=AT)
    assert not Extension.objects.exists()
    (one,) = shown["extended"]
    review = Review.objects.get()
    assert (one["reference"], one["until"]) == (review.reference, "31 January 2009")
    outcome = brought_in(extended(), board=board)
    assert summary(outcome) == "0 accepted, 0 unchanged, 0 refused, 1 given an extension"
    assert Extension.objects.get().deadline.review == review
    assert AuditEvent.objects.about(review).filter(verb="import_reviews").count() == 1
    again, older = brought_in(extended(), board=board), brought_in(before, board=board)
    assert summary(again) == summary(older) == "0 accepted, 1 unchanged, 0 refused"
    assert Extension.objects.count() == 1


def test_an_extension_is_not_changed_by_another_row(board):
    brought_in(extended(), board=board)
    said = reasons_for(extended(extended_to="2009-03-31"), board=board)
    assert "extended_to was 2009-01-31 and is now 2009-03-31" in said
    both = extended(review_name="Child S")
    brought_in({k: v for k, v in both.items() if k in COLUMNS}, board=board)
    assert "children was 1 and is now 2" in reasons_for(both | {"children": "2"}, board=board)


def test_the_page_explains_the_columns_and_shows_what_was_extended(board):
    manager = signed_in(person(Manager, board))
    page = manager.get("/past-reviews/").content.decode()
    assert "extended_to, reason, authority" in page and "as extended" in page
    brought_in({k: v for k, v in extended().items() if k in COLUMNS}, board=board)
    new = extended(review_name="Child S")
    file = SimpleUploadedFile("past.csv", a_file(extended(), new), "text/csv")
    shown = manager.post("/past-reviews/", {"file": file, "board": board.pk}, follow=True)
    text = shown.content.decode()
    assert "To be given an extension" in text
    assert "Completion was extended until 31 January 2009." in text
    done = manager.post(shown.request["PATH_INFO"], follow=True).content.decode()
    assert "1 accepted, 0 unchanged, 0 refused, 1 given an extension" in done
    review = Review.objects.get(source__name="Child R")
    owed = review.deadlines.get(kind="complete")
    path = f"{review.get_absolute_url()}deadlines/{owed.pk}/"
    assert "on a day not recorded" in manager.get(path).content.decode()
