"""Themes in code: what a review shows, how a board words its list, and what has come back."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from boards.models import Board
from boards.roles import Chair, Coordinator, Manager, OverviewAuthor
from chronology.models import Theme
from records.models import AuditEvent
from reviews.conditions import NotYet
from reviews.known import Known
from reviews.models import BoardTheme, Review
from reviews.themes import names_in, offered_by, starting_list, suggestions_for, themes_stand
from tests.chronology.rows import an_entry
from tests.factories import AT, TODAY, AgencyFactory, BoardFactory, a_review, appointed, person
from tests.reviews.test_case_page import signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def board() -> Board:
    return BoardFactory(code="ESX")


@pytest.fixture
def manager(board):
    return person(Manager, board)


def at_panel(board: Board, **options) -> Review:
    review = a_review(board, **options)
    Review.objects.filter(pk=review.pk).update(state="panel")
    return Review.objects.get(pk=review.pk)


def code(review: Review, by, **shown: str) -> str:
    return review.record("code_themes", by=by, at=AT, shown=shown)


def text_of(answer) -> str:
    return " ".join(answer.content.decode().split())


def test_the_starting_list_has_one_name_and_one_code_for_each_theme():
    themes = starting_list()
    assert len(themes) > 15
    for values in ({theme.code for theme in themes}, {theme.name for theme in themes}):
        assert len(values) == len(themes)
    assert all(word == word.casefold() for theme in themes for word in theme.words)


def test_what_was_said_before_is_kept_and_only_what_changed_is_new(board, manager):
    review = at_panel(board)
    assert code(review, manager, neglect="", fathers="Nobody asked.") == (
        "2 themes coded (2 new, 0 taken away)"
    )
    code(review, manager, neglect="The home.", infant="")
    standing = review.shown_themes.standing().values_list("code", "why")
    assert set(standing) == {("neglect", "The home."), ("infant", "")}
    ended = review.shown_themes.exclude(ended_at=None).values_list("code", "why", "ended_by")
    assert set(ended) == {("neglect", "", manager.pk), ("fathers", "Nobody asked.", manager.pk)}


def test_the_log_says_how_many_and_not_why(board, manager):
    review = at_panel(board)
    code(review, manager, neglect="Child 1 was hungry.")
    entry = AuditEvent.objects.about(review).get(verb="code_themes")
    assert entry.sentence == "1 theme coded (1 new, 0 taken away)."
    assert "hungry" not in str(entry.details)


def test_board_staff_and_the_author_code_and_the_chair_does_not(board, manager):
    review = at_panel(board, owner=person(Coordinator, board))
    author = person(OverviewAuthor, board)
    appointed(review, author, "overview_author")
    for somebody in (manager, review.owner, author):
        code(review, somebody, neglect=somebody.full_name)
    with pytest.raises(PermissionDenied):
        code(review, person(Chair, board), neglect="")


def test_a_referral_is_not_coded_and_a_closed_past_review_is(board, manager):
    with pytest.raises(NotYet):
        code(a_review(board), manager, neglect="")
    past = a_review(board, is_past=True)
    Review.objects.filter(pk=past.pk).update(state="closed")
    code(Review.objects.get(pk=past.pk), manager, neglect="")


def test_a_theme_that_is_not_offered_is_refused_unless_it_stands_already(board, manager):
    review = at_panel(board)
    code(review, manager, neglect="")
    for each in ("neglect", "infant"):
        BoardTheme.word(board, each, each, is_offered=False, by=manager, at=AT)
    with pytest.raises(ValidationError, match="no longer on your board"):
        code(review, manager, infant="")
    code(review, manager, neglect="It stays.")
    assert "neglect" not in [theme.code for theme in offered_by(board)]


def test_a_board_adds_rewords_and_withdraws_in_the_interface(board, manager):
    client = signed_in(manager)
    review = at_panel(board)
    code(review, manager, neglect="")
    assert client.post(f"/themes/{board.slug}/add/", {"name": "Faith"}).status_code == 302
    anew = {"name": "Long-standing neglect"}
    client.post(f"/themes/{board.slug}/neglect/", anew)
    client.post(f"/themes/{board.slug}/infant/offer/", {"offered": "no"})
    offered = {theme.code: theme.name for theme in offered_by(board)}
    assert offered["esx-1"] == "Faith"
    assert offered["neglect"] == "Long-standing neglect"
    assert "infant" not in offered
    assert themes_stand(Known(review)) == "Long-standing neglect"
    page = text_of(client.get("/themes/"))
    assert "Withdrawn" in page
    client.post(f"/themes/{board.slug}/infant/offer/", {"offered": "yes"})
    assert "infant" in [theme.code for theme in offered_by(board)]
    said = AuditEvent.objects.filter(verb="keep_themes").order_by("id")
    assert [entry.sentence for entry in said] == [
        "“Faith” was added to the themes.",
        "The theme “Neglect” is now called “Long-standing neglect”.",
        "The theme “A baby under one year old” was withdrawn and is offered no more.",
        "The theme “A baby under one year old” is offered again.",
    ]
    assert BoardTheme.objects.filter(code="infant").count() == 2


def test_a_name_that_is_taken_or_missing_is_refused_and_kept(board, manager):
    client, address = signed_in(manager), f"/themes/{board.slug}/add/"
    assert "is on your list already" in text_of(client.post(address, {"name": "NEGLECT"}))
    assert "Enter the name of the theme" in text_of(client.post(address, {"name": ""}))
    long = text_of(client.post(address, {"name": "x" * 81}))
    assert "80 characters or fewer" in long
    assert "x" * 81 in long
    assert not BoardTheme.objects.exists()


def test_the_list_is_kept_by_its_own_manager_alone(board, manager):
    other = signed_in(person(Manager, BoardFactory()))
    for path in ("add/", "neglect/"):
        assert other.get(f"/themes/{board.slug}/{path}").status_code == 404
    assert other.post(f"/themes/{board.slug}/neglect/offer/").status_code == 404
    assert signed_in(person(Chair, board)).get("/themes/").status_code == 403
    assert signed_in(manager).get(f"/themes/{board.slug}/nothing/").status_code == 404


def test_own_themes_of_two_boards_have_different_codes(board, manager):
    other = BoardFactory(code="BHX")
    for each in (board, other):
        BoardTheme.word(each, BoardTheme.next_code(each), "Faith", by=manager, at=AT)
    assert BoardTheme.next_code(board) == "esx-2"
    both = names_in([board, other])
    assert {code for code, name in both.items() if name == "Faith"} == {"esx-1", "bhx-1"}


def test_the_form_codes_what_was_ticked_with_its_reason(board, manager):
    review = at_panel(board)
    client, address = signed_in(manager), f"/reviews/{review.reference}/themes/code/"
    said = {"child": ["neglect"], "family": ["fathers"], "neglect_why": "<b>Cold</b>"}
    assert client.post(address, said | {"infant_why": "Not ticked."}).status_code == 302
    standing = dict(review.shown_themes.standing().values_list("code", "why"))
    assert standing == {"neglect": "<b>Cold</b>", "fathers": ""}
    page = text_of(client.get(f"/reviews/{review.reference}/themes/"))
    assert "&lt;b&gt;Cold" in page
    assert "In no other review of this board" in page
    assert client.post(address, said | {"infant_why": "z" * 301}).status_code == 302
    refused = text_of(client.post(address, said | {"neglect_why": "y" * 301}))
    assert "must be 300 characters or fewer" in refused
    assert "y" * 301 in refused


def test_where_a_theme_has_come_back_the_others_are_listed(board, manager):
    review, other, past = (at_panel(board) for _ in range(3))
    elsewhere = at_panel(BoardFactory())
    Review.objects.filter(pk=past.pk).update(is_past=True)
    for each in (review, other, past):
        code(each, manager, neglect="")
    code(elsewhere, person(Manager, elsewhere.board), neglect="")
    client = signed_in(manager)
    page = client.get(f"/reviews/{review.reference}/themes/")
    assert "Also in 2 other reviews of this board" in text_of(page)
    listed = client.get(page.context["rows"][0]["href"]).context["shown"]
    references = {row["reference"] for row in listed.page}
    assert references == {each.reference for each in (review, other, past)}


def test_reviews_that_the_person_may_not_see_are_not_counted_as_others(board, manager):
    review, hidden = at_panel(board), at_panel(board)
    for each in (review, hidden):
        code(each, manager, neglect="")
    Review.objects.filter(pk=hidden.pk).update(is_restricted=True)
    page = signed_in(manager).get(f"/reviews/{review.reference}/themes/")
    assert "In no other review of this board" in text_of(page)


def test_what_the_panel_marked_in_the_chronology_is_a_start_until_somebody_has_coded(
    board, manager
):
    review = at_panel(board)
    entry = an_entry(review, AgencyFactory(board=board), TODAY)
    for name in ("Who is the man in the home?", "Odd sock"):
        Theme.objects.create(review=review, name=name).entries.add(entry)
    Theme.objects.create(review=review, name="Neglect")
    found = {each.name: each.code for each in suggestions_for(review, manager)}
    assert found == {"Who is the man in the home?": "fathers", "Odd sock": ""}
    client, address = signed_in(manager), f"/reviews/{review.reference}/themes/code/"
    page = client.get(address)
    assert page.context["form"].initial["family"] == ["fathers"]
    assert "Marked in the chronology: “Who is the man in the home?”" in text_of(page)
    assert "<li>Odd sock</li>" in text_of(page)
    code(review, manager, neglect="")
    assert client.get(address).context["form"].initial["family"] == []


def test_words_are_found_whole(board):
    themes = {theme.code: theme for theme in starting_list()}
    assert themes["fathers"].is_called("Men in the family")
    assert not themes["fathers"].is_called("Assessment")
    assert themes["assessment"].is_called("assessment")
