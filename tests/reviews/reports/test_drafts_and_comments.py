"""Drafts that were issued, and the comments of agencies and of the panel on them."""

from io import BytesIO

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from boards.roles import AgencyAuthor
from records.models import AuditEvent
from reviews.conditions import NotYet
from reviews.models import CommissionKind
from reviews.word.kinds import portals_own
from tests.factories import AgencyFactory, person
from tests.reviews.reporting import a_comment, issued, open_to, write
from tests.reviews.reports.acting import act, signed_in

pytestmark = pytest.mark.django_db
KINDS = ("overview", "summary", "action_plan")


def test_a_draft_says_what_it_said_when_it_was_issued(review, people):
    draft = issued(review, by=people["overview_author"], text="As issued.")
    write(review, "Later.", by=people["overview_author"])
    assert [version.words for _heading, version in draft.written()] == ["As issued."] * 2


def test_a_draft_of_nothing_is_refused(review, people):
    with pytest.raises(ValidationError, match="Write at least one section"):
        act(review, "issue_draft", people["manager"], kind="overview")


def test_a_draft_is_issued_once_however_often_the_button_is_pressed(review, people):
    issued(review, by=people["manager"])
    with pytest.raises(ValidationError, match="Nothing has changed since draft 1"):
        act(review, "issue_draft", people["manager"], kind="overview")


def test_two_drafts_are_compared_section_by_section_in_words(review, people):
    issued(review, by=people["manager"], text="Seen nine times.")
    issued(review, by=people["manager"], text="Seen eight times.", headings=["facts", "lessons"])
    client = signed_in(people["panel_member"])
    page = client.get(f"/reviews/{review.reference}/reports/overview/drafts/2/compare/?with=1")
    page = " ".join(page.content.decode().split())
    assert "<del><strong>[removed:</strong> nine<strong>]</strong></del>" in page
    assert "<ins><strong>[added:</strong> eight<strong>]</strong></ins>" in page
    assert "This section is new." in page
    assert "Unchanged." in page


def test_a_word_document_is_a_draft_as_it_is(review, people):
    client = signed_in(people["overview_author"])
    sent = BytesIO(portals_own("report"))
    sent.name = "overview.docx"
    address = f"/reviews/{review.reference}/reports/overview/"
    assert client.post(f"{address}upload/", {"file": sent}).status_code == 302
    draft = review.report_drafts.get()
    assert draft.sha256 == draft.document.file.sha256
    assert b"".join(client.get(f"{address}drafts/1/file/word/").streaming_content) == portals_own(
        "report"
    )
    assert client.get(f"{address}drafts/1/").status_code == 200
    assert client.get(f"{address}drafts/1/file/pdf/").status_code == 404


@pytest.mark.parametrize("content", [b"hello", b"PK\x03\x04broken"])
def test_what_is_no_word_document_is_refused_in_words(review, people, content):
    sent = BytesIO(content)
    sent.name = "x.docx"
    address = f"/reviews/{review.reference}/reports/overview/upload/"
    answer = signed_in(people["overview_author"]).post(address, {"file": sent})
    assert "no Word document: save it as .docx" in answer.content.decode()
    assert not review.documents.exists()


@pytest.mark.parametrize("form", ["word", "pdf"])
def test_taking_a_draft_is_in_the_log(review, people, form):
    issued(review, by=people["manager"], text="Said <here> & 'there' {{ 7 * 7 }}.")
    client = signed_in(people["panel_member"])
    answer = client.get(f"/reviews/{review.reference}/reports/overview/drafts/1/file/{form}/")
    content = b"".join(answer.streaming_content)
    assert content.startswith(b"PK" if form == "word" else b"%PDF")
    event = AuditEvent.objects.about(review).get(verb="export")
    assert event.sentence == f"Draft 1 of the overview report was taken ({form})."
    assert event.by == people["panel_member"]


def test_an_agency_is_asked_by_a_commission_with_its_own_deadline(review, people, agency):
    draft = open_to(issued(review, by=people["manager"]), [agency], by=people["manager"])
    commission = review.commissions.get(kind=CommissionKind.ACCURACY)
    assert commission.deadline.due_on == draft.round.due_on
    assert not review.commissions.contributions().exists()


def test_each_draft_can_be_checked_by_the_same_agency(review, people, agency):
    for text in ("First.", "Second."):
        open_to(issued(review, by=people["manager"], text=text), [agency], by=people["manager"])
    assert review.commissions.filter(kind=CommissionKind.ACCURACY).count() == 2


def test_an_agency_sees_the_sections_opened_to_it_and_no_others(review, people, agency):
    write(review, "Opened to them.", by=people["manager"], heading="facts")
    write(review, "Not for them.", by=people["manager"], heading="lessons")
    act(review, "issue_draft", people["manager"], kind="overview")
    open_to(review.report_drafts.get(), [agency], by=people["manager"])
    commission = review.commissions.get(kind="accuracy")
    client = signed_in(people["agency_author"])
    page = client.get(f"/commissions/{commission.pk}/accuracy/").content.decode()
    assert "Opened to them." in page
    assert "Not for them." not in page
    assert client.get(f"/commissions/{commission.pk}/accuracy/facts/").status_code == 200
    assert client.get(f"/commissions/{commission.pk}/accuracy/lessons/").status_code == 404
    for path in ("reports/", "reports/overview/", "reports/overview/drafts/1/"):
        assert client.get(f"/reviews/{review.reference}/{path}").status_code == 404


def test_another_agency_sees_nothing_and_comments_on_nothing(review, people, agency):
    draft = open_to(issued(review, by=people["manager"]), [agency], by=people["manager"])
    other = person(AgencyAuthor, agency.board, agency=AgencyFactory(board=agency.board))
    commission = review.commissions.get(kind="accuracy")
    client = signed_in(other)
    assert client.get(f"/commissions/{commission.pk}/accuracy/").status_code == 404
    with pytest.raises(PermissionDenied):
        a_comment(draft, by=other, agency=agency)
    with pytest.raises(PermissionDenied):
        a_comment(draft, by=other)


def test_an_agency_comments_sends_and_then_changes_nothing(review, people, agency):
    draft = open_to(issued(review, by=people["manager"]), [agency], by=people["manager"])
    commission = review.commissions.get(kind="accuracy")
    client, address = signed_in(people["agency_author"]), f"/commissions/{commission.pk}/accuracy/"
    typed = {"says": "Nine times", "should_say": "Eight", "evidence": "The diary."}
    for _click in "ab":
        assert client.post(f"{address}facts/", typed).status_code == 302
    assert draft.round.comments.get().agency == agency
    assert client.post(f"{address}send/").status_code == 302
    commission.refresh_from_db()
    assert commission.answer == "1 comment on the draft."
    assert client.post(f"{address}facts/", typed | {"says": "More"}).status_code == 409
    assert client.post(f"{address}send/").status_code == 409


def test_an_agency_cannot_comment_on_a_section_that_was_not_opened_to_it(review, people, agency):
    draft = open_to(issued(review, by=people["manager"]), [agency], by=people["manager"])
    with pytest.raises(PermissionDenied):
        a_comment(draft, by=people["agency_author"], agency=agency, heading="conclusions")


def test_what_became_of_it_is_shown_after_the_round_without_the_sections(review, people, agency):
    draft = issued(review, by=people["overview_author"], text="The text of the section.")
    open_to(draft, [agency], by=people["manager"])
    comment = a_comment(draft, by=people["agency_author"], agency=agency)
    refused = {"answer": "refused", "reason": "The diary says nine."}
    act(review, "answer_comment", people["overview_author"], comment=comment, **refused)
    commission = review.commissions.get(kind="accuracy")
    client = signed_in(people["agency_author"])
    client.post(f"/commissions/{commission.pk}/accuracy/send/")
    act(review, "close_round", people["manager"], draft=draft)
    page = client.get(f"/commissions/{commission.pk}/accuracy/").content.decode()
    assert "The diary says nine." in page
    assert "The text of the section." not in page


def test_nobody_answers_their_own_comment(review, people):
    draft = open_to(issued(review, by=people["manager"]), [], by=people["manager"])
    comment = a_comment(draft, by=people["overview_author"])
    with pytest.raises(PermissionDenied, match="somebody else has to answer it"):
        act(review, "answer_comment", people["overview_author"], comment=comment, answer="accepted")


def test_a_comment_that_is_not_accepted_needs_a_reason(review, people):
    draft = open_to(issued(review, by=people["manager"]), [], by=people["manager"])
    comment = a_comment(draft, by=people["panel_member"])
    address = f"/reviews/{review.reference}/reports/overview/drafts/1/comments/{comment.pk}/answer/"
    client = signed_in(people["overview_author"])
    answer = client.post(address, {"answer": "partly", "reason": ""})
    assert "Enter why it is not accepted as it stands" in answer.content.decode()
    assert client.post(address, {"answer": "partly", "reason": "Eight."}).status_code == 302


def test_a_round_closes_when_everything_is_answered_and_not_before(review, people, agency):
    draft = open_to(issued(review, by=people["manager"]), [agency], by=people["manager"])
    a_comment(draft, by=people["panel_member"])
    with pytest.raises(NotYet) as refused:
        act(review, "close_round", people["manager"], draft=draft)
    assert refused.value.reasons == [
        f"Factual accuracy check from {agency} has not been returned or waived.",
        "Answer 1 comment.",
    ]
    address = f"/reviews/{review.reference}/reports/overview/drafts/1/close/"
    assert signed_in(people["manager"]).post(address).status_code == 409


def test_nobody_comments_on_a_closed_round(review, people):
    draft = open_to(issued(review, by=people["manager"]), [], by=people["manager"])
    act(review, "close_round", people["manager"], draft=draft)
    draft.round.refresh_from_db()
    with pytest.raises(ValidationError, match="closed"):
        a_comment(draft, by=people["panel_member"])
