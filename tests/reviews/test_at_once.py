"""Two people at the same moment: one wins, the other is told."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest
from django.db import connection

from boards.roles import Chair, Coordinator
from records.models import first_broken_link
from reviews.conditions import NotYet
from reviews.models import Decision, Incident, Review
from tests.factories import AT, BoardFactory, UserFactory, a_review, person

pytestmark = [pytest.mark.postgres, pytest.mark.django_db(transaction=True)]


def together(*calls):
    """Start the calls at one moment in threads; return what each returned or raised."""
    start = Barrier(len(calls))

    def run(call):
        try:
            start.wait()
            return call()
        except NotYet as refused:
            return refused
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as threads:
        return list(threads.map(run, calls))


def test_of_two_chairs_deciding_at_once_one_wins_and_the_other_is_told():
    board = BoardFactory()
    review = a_review(board)
    Review.objects.filter(pk=review.pk).update(state="recommended")
    review.recommendations.create(
        round=1,
        outcome="scr",
        reasons="x",
        met_on=date(2010, 3, 10),
        by=person(Coordinator, board),
        at=AT,
    )

    def decides(action, chair):
        mine = Review.objects.get(pk=review.pk)
        return lambda: mine.move(action, by=chair, at=AT, on=date(2010, 3, 20), reasons="x")

    answers = together(
        decides("decide_scr", person(Chair, board)),
        decides("decide_no_review", person(Chair, board)),
    )
    refused = [answer for answer in answers if isinstance(answer, NotYet)]
    assert len(refused) == 1
    assert "is now at" in refused[0].reasons[0]
    assert Decision.objects.filter(review=review).count() == 1
    assert review.changes.exclude(action="open").count() == 1
    assert first_broken_link() is None


def test_references_drawn_at_once_are_all_different():
    board, by = BoardFactory(), UserFactory()
    incidents = [
        Incident.objects.create(board=board, harm="death", logged_at=AT, logged_by=by)
        for _ in range(6)
    ]
    reviews = together(
        *(
            lambda i=i: Review.open(i, {"notified": date(2010, 3, 1)}, by=by, at=AT)
            for i in incidents
        )
    )
    assert sorted(review.number for review in reviews) == [1, 2, 3, 4, 5, 6]
    assert first_broken_link() is None
