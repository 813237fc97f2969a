"""The demo is loaded once; asking again finds it there."""

from datetime import date

from django.db import transaction

from boards.loading import load_boards
from boards.models import Board, User
from lscb_portal.demo import contributions, family, proceedings
from lscb_portal.demo.cases import CASES
from lscb_portal.demo.documents import tell_documents
from lscb_portal.demo.integrated import CASE, tell_chronology
from lscb_portal.demo.meetings import tell_meetings
from lscb_portal.demo.people import BOARDS, PEOPLE, bring_people_in, cast_of
from lscb_portal.demo.reports import CASE as DRAFTS_CASE
from lscb_portal.demo.reports import tell_drafts
from lscb_portal.demo.steps import tell
from lscb_portal.demo.story import Story
from reviews.models import Review

Rows = list[dict[str, str]]


def is_loaded() -> bool:
    return User.objects.filter(email=PEOPLE[0].email).exists()


def load(today: date) -> None:
    """The demo boards, people and reviews are there, with due dates around `today`."""
    with transaction.atomic():
        if is_loaded():
            return
        load_boards(only=BOARDS)
        boards = {board.slug: board for board in Board.objects.filter(slug__in=BOARDS)}
        bring_people_in(boards)
        casts = {slug: cast_of(slug) for slug in BOARDS}
        for case in sorted(CASES, key=lambda case: case.notified_on(today)):
            story = Story(case, boards[case.board], casts[case.board], today)
            tell(story)
            tell_documents(story)
            tell_meetings(story)
            if case.key == CASE:
                tell_chronology(story)
            if case.key == contributions.CASE:
                contributions.tell_contributions(story)
            if case.key == proceedings.CASE:
                proceedings.tell_proceedings(story)
                family.tell_family(story)
            if case.key == DRAFTS_CASE:
                tell_drafts(story)


def contents() -> dict[str, Rows]:
    """Return who can sign in, and the demo's reviews as they stand now."""
    reviews = Review.objects.filter(board__slug__in=BOARDS, source__has_key="demo")
    return {
        "users": [person.as_row() for person in PEOPLE],
        "reviews": [
            {"reference": reference, "state": state, "board": board}
            for reference, state, board in reviews.order_by("board", "reference").values_list(
                "reference", "state", "board__slug"
            )
        ],
    }
