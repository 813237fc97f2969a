"""IMRs and health overviews: written, signed off, submitted, sent back and accepted."""

from datetime import timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError

from boards.roles import AgencyAuthor, Coordinator, PanelMember
from records.models import AuditEvent
from reviews.conditions import NotYet, missing_for
from reviews.models import CaseDocument, Commission, Contribution, Deadline, QualityAnswer
from reviews.models.contribution_draft import ChangedMeanwhile
from reviews.report_gaps import BARRED, gaps_of
from tests.factories import AgencyFactory, person
from tests.reviews.contributing import Contributed
from tests.terms import agreed_terms

pytestmark = pytest.mark.django_db


def reasons(refused: pytest.ExceptionInfo) -> str:
    return " ".join(refused.value.reasons)


def test_a_submitted_report_returns_the_commission_and_is_filed_as_its_first_version():
    case = Contributed()
    sent = case.submit()
    asked = Commission.objects.get(pk=case.asked.pk)
    assert (asked.returned_on, asked.returned_by) == (case.today, case.author)
    assert Deadline.objects.get(commission=asked).met_on == case.today
    filed = CaseDocument.objects.get(review=case.review)
    assert (filed.kind, filed.agency, sent.report.number) == ("imr", case.agency, 1)
    assert b"".join(sent.report.file.chunks()) == b"%PDF-1.4 a report"


def test_a_draft_that_lacks_something_is_not_submitted_and_says_what():
    case = Contributed()
    case.save(author_name="Ann Writer")
    current = case.draft.current
    with pytest.raises(NotYet) as refused:
        case.review.record("submit_contribution", by=case.author, at=case.now, contribution=current)
    assert "Choose the file with the report." in reasons(refused)
    assert "Name the author" not in reasons(refused)
    assert {gap.page for gap in gaps_of(current)} == {
        "author",
        "records",
        "recommendations",
        "report",
        "sign-off",
    }


@pytest.mark.parametrize("declared", ["was_involved", "managed_the_involved"])
def test_an_author_who_was_involved_or_managed_the_involved_is_barred(declared):
    case = Contributed()
    case.write(**{declared: True})
    with pytest.raises(NotYet) as refused:
        case.submit()
    assert BARRED in reasons(refused)


def test_the_author_does_not_sign_off_their_own_report():
    case = Contributed()
    case.write(author_name="Hugh Head")
    with pytest.raises(ValidationError, match="cannot sign off their own"):
        case.sign()


def test_a_head_with_an_account_signs_off_in_the_portal_and_nobody_does_it_for_them():
    case = Contributed()
    head = person(AgencyAuthor, case.board, agency=AgencyFactory(board=case.board))
    case.agency.chief_officer = head
    case.agency.save()
    case.write()
    with pytest.raises(ValidationError, match="signs off here"):
        case.draft.record_sign_off(
            name=head.full_name, post="CE", on=case.today, by=case.author, at=case.now
        )
    with pytest.raises(PermissionDenied):
        case.draft.sign_off(post="CE", by=case.author, at=case.now)
    case.draft.sign_off(post="Chief Executive", by=head, at=case.now)
    current = case.draft.current
    assert (current.signed_by, current.signatory_name) == (head, head.full_name)
    assert gaps_of(current) == []


def test_a_head_does_not_sign_off_what_they_wrote_in_last():
    case = Contributed()
    case.agency.chief_officer = case.author
    case.agency.save()
    case.write()
    with pytest.raises(ValidationError, match="You wrote in this report"):
        case.draft.sign_off(post="Chief Executive", by=case.author, at=case.now)


def test_a_change_after_the_sign_off_takes_it_back():
    case = Contributed()
    case.write()
    case.sign()
    case.save(context="Health visiting and school nursing.")
    assert case.draft.current.signed_on is None
    case.sign()
    case.save(context="Health visiting and school nursing.")
    assert case.draft.current.signed_on == case.today  # nothing was changed
    case.attach()
    assert case.draft.current.signed_on is None


def test_two_people_on_one_page_do_not_overwrite_each_other():
    case = Contributed()
    seen = case.draft.current.stamp(["context"])
    case.save(context="Mine")
    with pytest.raises(ChangedMeanwhile):
        case.draft.save({"context": "Yours"}, seen=seen, by=case.staff, at=case.now)
    assert case.draft.current.context == "Mine"


def test_two_people_on_two_pages_do_not_hinder_each_other():
    case = Contributed()
    seen = case.draft.current.stamp(["context"])
    case.save(author_name="Ann Writer")
    case.draft.save({"context": "Yours"}, seen=seen, by=case.staff, at=case.now)
    assert case.draft.current.author_name == "Ann Writer"


def test_what_is_sent_back_has_a_new_day_and_the_next_version_and_the_first_stays_readable():
    case = Contributed()
    first = case.submit()
    case.draft.commission = Commission.objects.get(pk=case.asked.pk)
    case.send_back(first)
    asked = Commission.objects.get(pk=case.asked.pk)
    again = case.today + timedelta(days=14)
    assert (asked.is_outstanding, asked.due_on) == (True, again)
    deadline = Deadline.objects.get(commission=asked)
    assert (deadline.is_open, deadline.due_on, deadline.version) == (True, again, 2)
    draft = case.draft.current
    assert (draft.number, draft.author_name, draft.file, draft.signed_on) == (
        2,
        "Ann Writer",
        None,
        None,
    )
    case.attach()
    second = case.submit()
    assert (second.report.number, second.report.document) == (2, first.report.document)
    first.refresh_from_db()
    assert (first.standing, first.sent_back_because) == ("Sent back", "The child is not heard.")
    case.review.record("accept_contribution", by=case.panel_chair, at=case.now, contribution=second)
    assert Contribution.objects.get(pk=second.pk).standing == "Accepted"


def test_recommendations_are_taken_over_into_the_next_round():
    case = Contributed()
    case.draft.keep_recommendation(
        text="Supervise.", owner="Head of service", due_on=case.today, by=case.author, at=case.now
    )
    case.write(makes_no_recommendations=False)
    case.send_back(case.submit())
    assert [r.text for r in case.draft.current.made] == ["Supervise."]


@pytest.mark.parametrize("act", ["send_back_contribution", "accept_contribution"])
def test_a_round_is_settled_once(act):
    case = Contributed()
    sent = case.submit()
    case.send_back(sent)
    facts = {"because": "x", "again_by_on": case.today} if act.startswith("send") else {}
    with pytest.raises(NotYet, match="sent back already"):
        case.review.record(act, by=case.panel_chair, at=case.now, contribution=sent, **facts)


def test_nobody_accepts_what_they_submitted():
    case = Contributed()
    sent = case.submit(by=case.staff)
    with pytest.raises(PermissionDenied, match="somebody else has to accept"):
        case.review.record("accept_contribution", by=case.staff, at=case.now, contribution=sent)


def test_a_second_submission_is_refused():
    case = Contributed()
    sent = case.submit()
    with pytest.raises(NotYet, match="already"):
        case.review.record("submit_contribution", by=case.author, at=case.now, contribution=sent)


def test_a_submitted_report_is_not_changed():
    case = Contributed()
    case.submit()
    with pytest.raises(NotYet, match="cannot be changed"):
        case.save(context="Something else")


def test_another_agency_of_the_board_neither_sees_nor_writes_it():
    case = Contributed()
    sent = case.submit()
    stranger = person(AgencyAuthor, case.board, agency=AgencyFactory(board=case.board))
    assert not Contribution.objects.visible_to(stranger).exists()
    with pytest.raises(PermissionDenied, match="An agency answers for itself"):
        case.save(by=stranger, context="x")
    case.send_back(sent)
    with pytest.raises(PermissionDenied, match="An agency answers for itself"):
        case.review.record(
            "submit_contribution", by=stranger, at=case.now, contribution=case.draft.current
        )


def test_a_panel_member_who_writes_for_one_agency_does_not_write_for_another():
    case = Contributed()
    other = AgencyFactory(board=case.board)
    case.member.memberships.create(
        board=case.board, role=AgencyAuthor.slug, agency=other, since_on=case.today
    )
    assert Commission.objects.visible_to(case.member).filter(pk=case.asked.pk).exists()
    with pytest.raises(PermissionDenied, match="An agency answers for itself"):
        case.save(by=case.member, context="x")


def test_the_panel_sees_a_report_once_it_is_submitted_and_staff_see_the_draft():
    case = Contributed()
    case.write()
    assert not Contribution.objects.visible_to(case.member).exists()
    assert Contribution.objects.visible_to(case.staff).exists()
    assert Contribution.objects.visible_to(case.author).exists()
    case.submit()
    assert Contribution.objects.visible_to(case.member).exists()
    assert not Contribution.objects.visible_to(person(PanelMember, case.board)).exists()


def test_an_author_cannot_pass_the_declaration_by_recording_a_return():
    case = Contributed()
    facts = {"commission": case.asked, "on": case.today}
    with pytest.raises(PermissionDenied, match="with its author and its sign-off"):
        case.review.record("return_commission", by=case.author, at=case.now, **facts)
    case.review.record("return_commission", by=case.staff, at=case.now, **facts)
    assert Commission.objects.get(pk=case.asked.pk).returned_on == case.today


def test_the_panel_does_not_begin_before_what_was_sent_back_has_come_again():
    case = Contributed()
    sent = case.submit()
    assert missing_for(case.review, "begin_panel") == []  # unread ones are warned of, no more
    case.send_back(sent)
    (missing,) = missing_for(case.review, "begin_panel")
    assert "was sent back and has not been returned again" in missing.sentence
    assert missing.place == "contributions"


def test_the_checklist_is_kept_with_its_questions_until_the_round_is_settled():
    from reviews.checklist import ITEMS, items_for

    case = Contributed()
    questions = ("Was the child seen?", "Who told whom?")
    agreed_terms(case.review, by=case.staff, questions=questions)
    items = items_for(case.review)
    assert [i.heading for i in items[1:3]] == ["Was the child seen?", "Who told whom?"]
    assert len(items) == len(ITEMS) + 2
    sent = case.submit()
    answers = {items[0]: ("met", ""), items[1]: ("not_met", "Nowhere said.")}
    QualityAnswer.keep(sent, answers, by=case.member, at=case.now)
    QualityAnswer.keep(sent, {items[1]: ("partly", "Page 4.")}, by=case.member, at=case.now)
    assert sent.quality_answers.count() == 2
    assert sent.quality_answers.get(heading="Was the child seen?").answer == "partly"
    with pytest.raises(PermissionDenied):
        QualityAnswer.keep(sent, answers, by=case.author, at=case.now)
    case.send_back(sent)
    with pytest.raises(NotYet):
        QualityAnswer.keep(sent, answers, by=case.member, at=case.now)


def test_the_log_says_what_was_done_and_names_nobody():
    case = Contributed()
    case.send_back(case.submit())
    said = " ".join(AuditEvent.objects.about(case.review).values_list("sentence", flat=True))
    assert "round 1 was submitted" in said
    assert "round 1 was sent back" in said
    assert "Ann Writer" not in said
    assert "Hugh Head" not in said


def test_staff_may_write_for_an_agency_without_an_account():
    case = Contributed()
    another = person(Coordinator, case.board)
    case.save(by=another, author_name="Ann Writer")
    assert case.draft.current.saved_by == another
