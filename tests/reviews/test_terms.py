"""Terms of reference: drafts of several people, agreement, and what the chronology waits for."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from boards.roles import Chair, PanelChair
from chronology.models import KeyQuestion
from chronology.scope import agreed_for
from reviews.conditions import NotYet
from reviews.models import (
    NoDraftOfTerms,
    TermsAgreement,
    TermsOfReference,
    TermsSavedMeanwhile,
)
from reviews.models.terms import Part
from reviews.terms.comparison import compare
from tests.factories import AgencyFactory, person
from tests.terms import FROM, TO, Scoped, agreed_terms, contents, written

pytestmark = pytest.mark.django_db
NEVER = "agreed terms of reference are never changed"


@pytest.fixture
def case() -> Scoped:
    return Scoped()


def test_terms_are_drafted_part_by_part_and_agreed_by_those_named(case):
    case.record("start_terms")
    for part, content in contents(case.review).items():
        case.write(part, content)
    assert case.agree() == "Version 1 of the terms of reference was agreed"
    (terms,) = case.review.terms.agreed()
    assert (terms.from_on, terms.to_on, terms.key_questions) == (FROM, TO, ["What was known?"])
    assert [str(each) for each in terms.agreements.all()] == ["Dr A, Panel chair"]
    assert case.missing() == []


def test_what_was_agreed_is_on_file_as_a_document_version_by_version(case):
    written(case.review, by=case.staff)
    agree = {"on": case.today, "agreements": [("Dr A", "Panel chair")]}
    case.review.record("agree_terms", by=case.staff, at=case.at, **agree)
    filed = case.review.documents.get(kind="terms")
    assert filed.latest.file.name == f"{case.review.reference}-terms-1.docx"
    assert filed.latest.file.read().startswith(b"PK")
    case.review.record("start_terms", by=case.staff, at=case.at)
    case.review.record("agree_terms", by=case.staff, at=case.at, **agree)
    assert filed.versions.count() == 2


def test_no_agreed_version_is_said_before_there_is_a_draft(case):
    assert case.missing() == ["Agree the terms of reference: no version is agreed yet."]


@pytest.mark.parametrize(
    ("part", "content", "sentences"),
    [
        (
            Part.PERIOD,
            {"from_on": FROM, "to_on": None, "period_because": "x"},
            ["Enter the first and the last day of the period."],
        ),
        (
            Part.PERIOD,
            {"from_on": FROM, "to_on": TO, "period_because": ""},
            ["Enter why the review looks into this period."],
        ),
        (Part.QUESTIONS, {"questions": []}, ["Enter at least one key question."]),
        (
            Part.FAMILY,
            {"is_family_involved": False, "family": ""},
            ["Enter how and when the family will be involved, or why not."],
        ),
        (
            Part.AGENCIES,
            {"agencies": []},
            [
                "Say whether Police is asked or left out, and why.",
                "Say whether School is asked or left out, and why.",
                "Select at least one agency to ask.",
            ],
        ),
    ],
)
def test_what_is_missing_is_said_and_the_terms_are_not_agreed(case, part, content, sentences):
    written(case.review, by=case.staff).rewrite(part, content)
    assert case.missing() == ["Agree the terms of reference: no version is agreed yet.", *sentences]
    with pytest.raises(NotYet) as refused:
        case.agree()
    assert refused.value.reasons == sentences


def test_an_agency_left_out_without_a_reason_is_asked_about(case):
    draft = written(case.review, by=case.staff)
    lines = [
        {"agency_id": case.police.pk, "is_asked": True, "reason": "It was called."},
        {"agency_id": case.school.pk, "is_asked": False, "reason": ""},
    ]
    draft.rewrite(Part.AGENCIES, {"agencies": lines})
    assert case.missing()[1:] == ["Say whether School is asked or left out, and why."]


def test_a_new_agency_of_the_board_does_not_unsettle_what_was_agreed(case):
    agreed_terms(case.review, by=case.staff)
    AgencyFactory(board=case.board)
    assert case.missing() == []


def test_a_saving_on_an_older_one_is_refused_and_keeps_theirs(case):
    case.record("start_terms")
    case.write(Part.PROCEEDINGS, {"proceedings": "An inquest."})
    with pytest.raises(TermsSavedMeanwhile) as refused:
        case.write(Part.PROCEEDINGS, {"proceedings": "None."}, seen=0)
    assert refused.value.saving.by == case.staff
    assert case.review.terms.get().proceedings == "An inquest."
    case.write(Part.PROCEEDINGS, {"proceedings": "None."}, seen=1)
    assert case.review.terms.get().proceedings == "None."


def test_two_people_write_two_parts_and_neither_is_refused(case):
    case.record("start_terms")
    case.write(Part.PROCEEDINGS, {"proceedings": "An inquest."})
    case.write(Part.QUESTIONS, {"questions": [{"number": 1, "text": "Why?"}]})
    assert case.review.terms.get().savings.count() == 2


def test_the_same_saving_sent_twice_counts_once(case):
    case.record("start_terms")
    for _click in "ab":
        case.write(Part.PROCEEDINGS, {"proceedings": "An inquest."})
    assert case.review.terms.get().savings.count() == 1


def test_starting_twice_leaves_one_draft(case):
    case.record("start_terms")
    case.record("start_terms")
    assert case.review.terms.count() == 1


def test_whoever_writes_into_an_agreed_or_discarded_draft_is_told(case):
    written(case.review, by=case.staff)
    case.record("discard_terms")
    with pytest.raises(NoDraftOfTerms):
        case.write(Part.PROCEEDINGS, {"proceedings": "x"})
    assert not case.review.terms.exists()


def test_a_draft_changed_after_it_was_read_is_not_agreed(case):
    draft = written(case.review, by=case.staff)
    seen = draft.savings.count()
    case.write(Part.PROCEEDINGS, {"proceedings": "An inquest."})
    with pytest.raises(ValidationError, match="changed the draft after you opened it"):
        case.agree(seen=seen)
    assert not case.review.terms.agreed().exists()


@pytest.mark.parametrize(
    ("details", "says"),
    [
        ({"agreements": []}, "Select or enter who agreed"),
        ({"on": timezone.localdate() + timedelta(days=1)}, "cannot be in the future"),
        ({"on": date(2001, 1, 1)}, "cannot be before the board was notified"),
    ],
)
def test_terms_are_agreed_by_somebody_on_a_possible_day(case, details, says):
    written(case.review, by=case.staff)
    with pytest.raises(ValidationError, match=says):
        case.agree(**details)


def test_the_next_version_begins_as_a_copy_and_leaves_the_agreed_one_in_force(case):
    first = agreed_terms(case.review, by=case.staff, questions=("Why?", "When?"))
    case.record("start_terms")
    draft = case.review.terms.drafts().get()
    assert draft.version == 2
    assert all(draft.content(part) == first.content(part) for part in Part)
    later = {"from_on": date(2000, 1, 1), "to_on": TO, "period_because": "From birth."}
    case.write(Part.PERIOD, later)
    case.write(Part.QUESTIONS, {"questions": [{"number": 1, "text": "Who?"}]})
    assert agreed_for(case.review) == (FROM, TO)
    assert [each.text for each in KeyQuestion.of(case.review)] == ["Why?", "When?"]
    case.agree()
    assert agreed_for(case.review) == (date(2000, 1, 1), TO)


@pytest.mark.parametrize(
    "change",
    [
        lambda t: TermsOfReference.objects.filter(pk=t.pk).update(proceedings="x"),
        lambda t: TermsOfReference.objects.filter(pk=t.pk).update(
            agreed_on=None, recorded_at=None, recorded_by=None
        ),
        lambda t: t.rewrite(Part.QUESTIONS, {"questions": [{"number": 1, "text": "Other?"}]}),
        lambda t: t.questions.update(text="Other?"),
        lambda t: t.questions.create(number=9, text="Another?"),
        lambda t: t.agencies.update(reason="Other"),
        lambda t: t.milestones.create(kind="board", on=TO),
        lambda t: TermsAgreement.objects.create(terms=t, name="Dr B", role=""),
        lambda t: t.agreements.all().delete(),
        lambda t: t.discard(),
    ],
)
def test_the_database_refuses_to_change_what_was_agreed(case, change):
    terms = agreed_terms(case.review, by=case.staff)
    with pytest.raises(IntegrityError, match=NEVER), transaction.atomic():
        change(terms)


def test_the_chair_may_read_but_not_write_and_the_panel_chair_writes_when_appointed(case):
    with pytest.raises(PermissionDenied):
        case.review.record("start_terms", by=person(Chair, case.board), at=case.at)
    with pytest.raises(PermissionDenied):
        case.review.record("start_terms", by=person(PanelChair, case.board), at=case.at)


def test_what_differs_is_said_in_words(case):
    first = agreed_terms(case.review, by=case.staff, questions=("Why?", "When?", "Who?"))
    second = written(case.review, by=case.staff)
    asked = [{"number": n, "text": text} for n, text in enumerate(("Who?", "When?", "How?"), 1)]
    second.rewrite(Part.QUESTIONS, {"questions": asked})
    period = {"from_on": date(2008, 5, 1), "to_on": TO, "period_because": "From birth."}
    second.rewrite(Part.PERIOD, period)
    line = {"agency_id": case.police.pk, "is_asked": False, "reason": "No contact."}
    second.rewrite(Part.AGENCIES, {"agencies": [line]})
    said = {
        part.label: [(d.kind, d.label, d.before, d.after) for d in part.differences]
        for part in compare(first, second)
    }
    assert said == {
        "Period": [("Changed", "From", "1 January 2009", "1 May 2008")],
        "Key questions": [
            ("Moved", "Question 3, now 1", "", "Who?"),
            ("Moved", "Question 2, now 2", "", "When?"),
            ("Added", "Question 3", "", "How?"),
            ("Removed", "Question 1", "Why?", ""),
        ],
        "Agencies": [
            ("Changed", "Police", "Asked: Knew the child.", "Left out: No contact."),
            ("Removed", "School", "Asked: Knew the child.", ""),
        ],
    }
