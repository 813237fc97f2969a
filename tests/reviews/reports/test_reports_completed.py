"""Reports completed and signed off, and what the board waits for."""

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.utils import timezone

from boards.models import User
from boards.roles import PanelChair
from reviews import permissions
from reviews.conditions import missing_for
from reviews.models import Review
from tests.reviews.reporting import a_comment, complete, issued, open_to, write
from tests.reviews.reports.acting import act, in_full, missing, signed_in

pytestmark = pytest.mark.django_db
KINDS = ("overview", "summary", "action_plan")


def test_a_report_is_complete_only_after_its_comments_are_closed(review, people):
    draft = open_to(issued(review, by=people["manager"]), [], by=people["manager"])
    with pytest.raises(ValidationError, match="Close the comments on draft 1 first"):
        complete(review, "overview", by=people["overview_author"], draft=draft)


def test_a_complete_report_is_its_draft_letter_for_letter(review, people):
    report = complete(review, "overview", by=people["overview_author"])
    assert report.sha256 == report.draft.sha256
    assert review.dates()["overview_completed"].exact == timezone.localdate()


def test_only_the_panel_chair_signs_off(review, people):
    report = complete(review, "overview", by=people["overview_author"])
    for role in set(people) - {"panel_chair"}:
        with pytest.raises(PermissionDenied):
            act(review, "sign_off_report", people[role], report=report)
    act(review, "sign_off_report", people["panel_chair"], report=report)
    report.refresh_from_db()
    assert report.signed_off_by == people["panel_chair"]


def test_whoever_wrote_a_word_does_not_sign_off(review, people):
    """Somebody who coordinated the case and then chairs its panel."""
    chair = people["panel_chair"]
    chair.memberships.create(board=review.board, role="coordinator", since_on=timezone.localdate())
    both = User.objects.get(pk=chair.pk)
    Review.objects.filter(pk=review.pk).update(owner=both)
    write(Review.objects.get(pk=review.pk), "A word.", by=both)
    report = complete(review, "overview", by=people["overview_author"])
    assert permissions.holds(both, PanelChair, review)
    with pytest.raises(PermissionDenied, match="You wrote for this review"):
        act(review, "sign_off_report", both, report=report)


def test_a_version_is_signed_off_once(review, people):
    report = complete(review, "overview", by=people["overview_author"])
    act(review, "sign_off_report", people["panel_chair"], report=report)
    report.refresh_from_db()
    with pytest.raises(ValidationError, match="was signed off already"):
        act(review, "sign_off_report", people["panel_chair"], report=report)


def test_the_page_signs_off_when_it_was_read(review, people):
    complete(review, "overview", by=people["overview_author"])
    client = signed_in(people["panel_chair"])
    address = f"/reviews/{review.reference}/reports/overview/sign-off/1/"
    assert "Confirm that you have read this version" in client.post(address).content.decode()
    assert client.post(address, {"has_read": "on"}).status_code == 302
    assert review.reports.get().signed_off_by == people["panel_chair"]


def test_the_board_waits_for_three_reports(review):
    assert missing(review) == [
        "Record that the overview report is complete.",
        "Record that the executive summary is complete.",
        "Record that the action plan is complete.",
    ]


def test_the_board_waits_for_the_sign_off(review, people):
    reports = in_full(review, people)
    assert missing(review) == [
        "The panel chair has not signed off the overview report.",
        "The panel chair has not signed off the executive summary.",
        "The panel chair has not signed off the action plan.",
    ]
    for report in reports:
        act(review, "sign_off_report", people["panel_chair"], report=report)
    assert missing(review) == []
    review.move("put_to_board", by=people["coordinator"], at=timezone.now())
    assert review.state == "ratification"


def test_the_board_waits_for_comments_and_for_a_draft_issued_since(review, people):
    for report in in_full(review, people):
        act(review, "sign_off_report", people["panel_chair"], report=report)
    later = issued(review, by=people["manager"], text="Otherwise.")
    open_to(later, [], by=people["manager"])
    comments = [a_comment(later, by=people[role]) for role in ("panel_member", "panel_chair")]
    since = (
        "Draft 2 of the overview report was issued after version 1 was completed: record that it "
        "is complete."
    )
    waiting = "2 comments on draft 2 of the overview report are not resolved."
    assert missing(review) == [since, waiting]
    for comment in comments:
        act(review, "answer_comment", people["overview_author"], comment=comment, answer="accepted")
    assert missing(review) == [since, "Close the comments on draft 2 of the overview report."]


def test_what_is_missing_leads_to_the_reports(review, people):
    assert {each.place for each in missing_for(review, "put_to_board")} == {"reports"}
    page = signed_in(people["coordinator"]).get(review.get_absolute_url()).content.decode()
    link = f'href="/reviews/{review.reference}/reports/">Record that the action plan is complete'
    assert link in page


def test_the_page_counts_the_comments_that_are_open(review, people):
    draft = open_to(issued(review, by=people["manager"]), [], by=people["manager"])
    a_comment(draft, by=people["panel_member"])
    client = signed_in(people["chair"])
    page = client.get(f"/reviews/{review.reference}/reports/").content.decode()
    assert "1 comment not resolved" in page
