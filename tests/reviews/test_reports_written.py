"""Sections of a report: every saving is kept, and two people lose no text."""

import re

import pytest
from django.test import Client
from django.utils import timezone

from boards.models import User
from boards.roles import Manager
from records.models import AuditEvent
from reviews.comparison import both_of, compared
from reviews.models import Review, SectionVersion, WrittenMeanwhile
from tests.factories import BoardFactory, everybody, person
from tests.reviews.reporting import at_panel, write

pytestmark = pytest.mark.django_db


@pytest.fixture
def people() -> dict[str, User]:
    return everybody(BoardFactory())


@pytest.fixture
def review(people) -> Review:
    return at_panel(people["manager"].memberships.get().board, people)


def signed_in(user: User) -> Client:
    client = Client()
    client.force_login(user)
    return client


def page_of(review: Review, heading: str = "facts", kind: str = "overview") -> str:
    return f"/reviews/{review.reference}/reports/{kind}/sections/{heading}/"


def test_every_saving_is_another_version(review, people):
    write(review, "First.", by=people["overview_author"])
    write(review, "Second.", by=people["manager"])
    said = review.section_versions.values_list("number", "said")
    assert list(said) == [(1, {"text": "First."}), (2, {"text": "Second."})]


def test_the_same_text_again_is_the_same_version(review, people):
    write(review, "First.", by=people["overview_author"])
    write(review, "First.", by=people["overview_author"])
    assert review.section_versions.count() == 1


def test_a_section_written_on_an_old_version_is_not_saved(review, people):
    write(review, "First.", by=people["overview_author"])
    write(review, "Second.", by=people["manager"])
    stale = SectionVersion(kind="overview", heading="facts", said={"text": "Mine."})
    with pytest.raises(WrittenMeanwhile) as meanwhile:
        review.record(
            "write_section",
            by=people["overview_author"],
            at=timezone.now(),
            section=stale,
            based_on=1,
        )
    assert meanwhile.value.theirs.said == {"text": "Second."}
    assert review.section_versions.count() == 2


def test_the_log_says_which_section_was_saved_and_nothing_that_it_says(review, people):
    write(review, "A name that stays here.", by=people["overview_author"])
    event = AuditEvent.objects.about(review).get(verb="write_section")
    assert "The facts" in event.sentence
    assert "A name" not in f"{event.sentence}{event.details}"


def based_on(page: str) -> str:
    return re.search(r'name="based_on" value="(\d+)"', page)[1]


def both_write(review: Review, people: dict[str, User]) -> tuple[Client, str]:
    """Return the second of two sessions that opened the same version, and what it is told."""
    write(review, "Shared.\nOld end.", by=people["overview_author"])
    author, manager = signed_in(people["overview_author"]), signed_in(people["manager"])
    opened = [based_on(c.get(page_of(review)).content.decode()) for c in (author, manager)]
    assert opened == ["1", "1"]
    saved = manager.post(page_of(review), {"based_on": 1, "text": "Shared.\r\nTheir end."})
    assert saved.status_code == 302
    told = author.post(page_of(review), {"based_on": 1, "text": "Shared.\r\nMy <b>end</b>."})
    assert told.status_code == 409
    return author, told.content.decode()


def test_the_second_of_two_sessions_is_shown_both_texts_with_the_differences_in_words(
    review, people
):
    _author, told = both_write(review, people)
    assert people["manager"].full_name in told
    assert "[removed:" in told
    assert "[added:" in told
    assert "Their end." in told
    assert "My &lt;b&gt;end&lt;/b&gt;." in told
    assert "<b>end" not in told
    assert review.section_versions.count() == 2


@pytest.mark.parametrize(
    ("keep", "stands"),
    [
        ("mine", "Shared.\nMy end."),
        ("theirs", "Shared.\nTheir end."),
        ("merged", "Shared.\nBoth ends."),
    ],
)
def test_either_text_or_a_third_can_stand(review, people, keep, stands):
    author, _told = both_write(review, people)
    chosen = {
        "based_on": 2,
        "keep": keep,
        "mine_text": "Shared.\r\nMy end.",
        "text": "Shared.\r\nBoth ends.",
    }
    assert author.post(page_of(review), chosen).status_code == 302
    assert review.section_versions.last().said == {"text": stands}


def test_a_third_saving_during_the_choice_is_told_as_well(review, people):
    author, _told = both_write(review, people)
    write(review, "A third.", by=people["coordinator"])
    chosen = {"based_on": 2, "keep": "merged", "mine_text": "x", "text": "Both ends."}
    again = author.post(page_of(review), chosen)
    assert again.status_code == 409
    assert "Both ends." in again.content.decode()
    assert "A third." in again.content.decode()
    assert 'name="based_on" value="3"' in again.content.decode()


def test_a_choice_that_cannot_be_saved_keeps_what_was_typed(review, people):
    author, _told = both_write(review, people)
    answer = author.post(
        page_of(review), {"based_on": 2, "keep": "", "mine_text": "My end.", "text": "Both."}
    )
    page = answer.content.decode()
    assert "Select which text stands" in page
    assert "My end." in page
    assert "Both." in page


def test_a_double_click_saves_once_and_says_nothing_of_a_conflict(review, people):
    client = signed_in(people["overview_author"])
    for _click in "ab":
        answer = client.post(page_of(review), {"based_on": 0, "text": "Once."})
        assert answer.status_code == 302
    assert review.section_versions.count() == 1


def test_text_that_is_too_long_is_shown_again(review, people):
    client = signed_in(people["overview_author"])
    answer = client.post(page_of(review), {"based_on": 0, "text": "x" * 50_001})
    page = answer.content.decode()
    assert "must be 50,000 characters or fewer" in page
    assert "x" * 50_001 in page


def test_an_action_has_its_boxes_and_a_day(review, people):
    client = signed_in(people["manager"])
    row = page_of(review, "action-1", "action_plan")
    typed = {"based_on": 0, "recommendation": "See children.", "due": "30 June 2011"}
    wrong = client.post(row, typed | {"due": "soon"}).content.decode()
    assert "See children." in wrong
    assert not review.section_versions.exists()
    client.post(row, typed | {"status": "Not started"})
    assert review.section_versions.get().said == {
        "recommendation": "See children.",
        "due": "30 June 2011",
        "status": "Not started",
    }


@pytest.mark.parametrize("slug", ["nothing", "action-0", "action-x", "whole", "action-9999"])
def test_a_section_that_the_report_does_not_have_is_not_found(review, people, slug):
    client = signed_in(people["manager"])
    assert client.get(page_of(review, slug, "action_plan")).status_code == 404


@pytest.mark.parametrize("role", ["chair", "panel_chair", "panel_member"])
def test_readers_read_a_section_and_cannot_write_it(review, people, role):
    write(review, "Said.", by=people["overview_author"])
    client = signed_in(people[role])
    page = client.get(page_of(review)).content.decode()
    assert "Said." in page
    assert "<textarea" not in page
    refused = client.post(page_of(review), {"based_on": 1, "text": "Otherwise."})
    assert refused.status_code == 403
    assert review.section_versions.count() == 1


def test_another_board_does_not_know_of_the_reports(review):
    client = signed_in(person(Manager, BoardFactory()))
    assert client.get(page_of(review)).status_code == 404


def test_two_texts_are_compared_by_words():
    pieces = [(p.kind, p.text) for p in compared("One two three.\n", "One 2 three.\nFour.")]
    assert pieces == [
        ("same", "One "),
        ("removed", "two"),
        ("added", "2"),
        ("same", " three.\n"),
        ("added", "Four."),
    ]


def test_a_run_of_changed_words_is_one_change():
    pieces = [(p.kind, p.text) for p in compared("He was seen twice.", "He had been met twice.")]
    assert pieces == [
        ("same", "He "),
        ("removed", "was seen"),
        ("added", "had been met"),
        ("same", " twice."),
    ]


def test_the_pieces_of_two_texts_read_as_both():
    before, after = "One two.\nThree  four.\n\nFive.", "One 2.\n\nThree four.\nSix seven.\nFive"
    pieces = compared(before, after)
    assert "".join(p.text for p in pieces if p.kind != "added") == before
    assert "".join(p.text for p in pieces if p.kind != "removed") == after


def test_both_texts_together_have_every_paragraph_of_either():
    theirs, mine = "Shared.\nTheirs.\nEnd.", "Shared.\nMine.\nEnd.\nMore."
    assert both_of(theirs, mine).split("\n") == ["Shared.", "Theirs.", "Mine.", "End.", "More."]
