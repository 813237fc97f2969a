"""The set that the board has: frozen, signed or sent back, and never changed."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import DatabaseError, transaction

from boards.roles import Chair, Evaluator, Manager
from records.models import AuditEvent, Document, first_broken_link
from reviews.conditions import NotYet
from reviews.models import Evaluation, FinalSet, FinalSetItem
from tests.factories import AT, AgencyFactory, BoardFactory, person
from tests.reviews.setting import LATER, a_setting, filed

pytestmark = pytest.mark.django_db


@pytest.fixture
def case():
    return a_setting()


def spoil(item: FinalSetItem) -> None:
    """Change what lies on the disk, as somebody with access to it could."""
    with Path(item.version.file.content.path).open("r+b") as sealed:
        sealed.seek(-3, 2)
        sealed.write(b"xyz")


def test_a_set_holds_the_newest_version_of_each_document_with_its_checksum(case):
    newest = filed(case.review, "imr", b"Put right.", agency=case.agency, name="IMR 2.docx")
    other = filed(case.review, "imr", b"Theirs.", agency=AgencyFactory(board=case.board, name="A"))
    filed(case.review, "minutes", b"Not for the set.")
    items = case.put().items.all()
    assert [(item.kind, item.agency_name, item.number) for item in items] == [
        ("overview", "", 1),
        ("summary", "", 1),
        ("action_plan", "", 1),
        ("imr", "A", 1),
        ("imr", "Downland Police", 2),
    ]
    assert [item.version for item in items[3:]] == [other, newest]
    assert items[4].sha256 == newest.file.sha256
    assert items[4].size == len(b"Put right.")


def test_a_version_filed_later_is_not_in_the_set(case):
    before = case.put()
    filed(case.review, "overview", b"Second thoughts.")
    assert before.items.get(kind="overview").version.number == 1
    assert list(before.touched()) == []


def test_the_same_documents_have_the_same_fingerprint_and_others_another(case):
    first = case.put()
    case.review.move("send_back", by=case.manager, at=LATER, reasons="x")
    second = case.put(LATER)
    case.review.move("send_back", by=case.manager, at=LATER, reasons="x")
    filed(case.review, "overview", b"Another text.", at=LATER)
    third = case.put(LATER)
    assert first.digest == second.digest != third.digest
    assert len(third.fingerprint) == 19


def test_the_chair_signs_the_very_set_that_was_read(case):
    read = case.put()
    case.review.move("send_back", by=case.manager, at=LATER, reasons="x")
    filed(case.review, "summary", b"Another summary.", at=LATER)
    case.put(LATER)
    with pytest.raises(ValidationError, match="no longer before the board"):
        case.sign(digest=read.digest)
    signed = case.sign(statement="Agreed without a dissenting voice.")
    assert (signed.number, signed.closed_by, signed.agreed_on) == (2, case.chair, LATER.date())
    assert signed.statement.startswith("Agreed")
    assert case.review.state == "ratified"


def test_a_set_cannot_be_agreed_before_it_was_put(case):
    case.put()
    with pytest.raises(ValidationError, match="was put to the board on 29 March 2010"):
        case.sign(on=AT.date() - timedelta(days=1))


def test_a_changed_file_is_refused_and_named_when_the_set_is_signed(case):
    spoil(case.put().items.get(kind="summary"))
    with pytest.raises(NotYet) as refused:
        case.sign()
    assert len(refused.value.reasons) == 1
    assert "“Executive summary” in set 1 is not the file" in refused.value.reasons[0]
    case.review.refresh_from_db(fields=["is_past"])
    assert case.review.final_sets.get().standing == "open"
    assert not case.review.events.filter(name="ratified").exists()


def test_a_swapped_file_is_refused_though_it_opens(case):
    item = case.put().items.get(kind="summary")
    other = filed(case.review, "minutes", b"Something else.")
    Document.objects.filter(pk=item.version.file_id).update(content=other.file.content.name)
    with pytest.raises(NotYet, match="Executive summary"):
        case.sign()


def test_whoever_wrote_or_put_the_set_does_not_sign_it(case):
    for who in (case.writer, case.staff):
        who.memberships.create(board=case.board, role="chair", since_on=AT.date())
    case.put()
    for who, reason in ((case.writer, "You wrote"), (case.staff, "You put this set")):
        with pytest.raises(PermissionDenied, match=reason):
            case.review.move("ratify", by=who, at=LATER, on=LATER.date(), digest="x")


def test_a_set_goes_back_with_reasons_and_the_next_says_what_changed(case):
    case.put()
    about = {"2": "Say who is who."}
    case.review.move("send_back", by=case.manager, at=LATER, reasons="Not yet.", about=about)
    first = case.review.final_sets.get()
    assert (first.standing, first.reasons) == ("sent_back", "Not yet.")
    assert first.items.get(position=2).reason == "Say who is who."
    filed(case.review, "summary", b"Who is who.", at=LATER)
    filed(case.review, "chronology", b"All of it.", at=LATER)
    second = case.put(LATER)
    changes = {item.kind: item.change for item in second.compared_with(first)}
    assert changes == {
        "overview": "unchanged",
        "summary": "replaced",
        "action_plan": "unchanged",
        "imr": "unchanged",
        "chronology": "added",
    }
    assert second.number == 2
    assert case.review.final_sets.count() == 2


def test_sending_back_needs_a_reason(case):
    case.put()
    with pytest.raises(ValidationError, match="Enter what must change"):
        case.review.move("send_back", by=case.manager, at=LATER)
    assert case.review.final_sets.get().is_open


def test_a_set_lapses_when_the_review_ends(case):
    case.put()
    case.review.move("rescind", by=case.chair, at=LATER, reasons="Not ours.")
    assert case.review.final_sets.get().standing == "lapsed"


def test_only_an_agreed_set_is_submitted(case):
    case.put()
    case.sign()
    case.submit()
    assert case.review.evaluations.get().final_set == case.review.final_sets.get()
    case.go_to("ratified")
    case.review.evaluations.all().delete()
    other = a_setting()
    other.go_to("ratified")
    other.review.events.create(name="ratified", on="2010-03-29", at=AT)
    with pytest.raises(NotYet, match="no set was agreed here"):
        other.submit()


def test_a_review_agreed_before_sets_were_kept_has_one_signed_without_moving(case):
    case.go_to("ratified")
    case.review.events.create(name="ratified", on="2010-03-20", at=AT)
    case.review.record("put_again", by=case.staff, at=AT)
    digest = case.review.final_sets.get().digest
    facts = {"on": AT.date() - timedelta(days=9), "digest": digest}
    case.review.record("sign_again", by=case.chair, at=LATER, **facts)
    with pytest.raises(ValidationError, match="it stands"):
        case.review.record("put_again", by=case.staff, at=LATER)
    case.submit()
    assert case.review.state == "submitted"


def test_a_redone_review_is_resubmitted_with_a_set_of_its_own(case):
    case.put()
    case.sign()
    case.submit()
    ofsted = {"grade": "inadequate", "on": LATER.date()}
    case.review.move("record_evaluation", by=case.manager, at=LATER, **ofsted)
    case.review.move("reconsider", by=case.manager, at=LATER, reasons="Redo it.")
    again = {"on": LATER.date(), "channel": "cjsm"}
    with pytest.raises(NotYet, match="Put the redone set to the board"):
        case.review.move("resubmit", by=case.staff, at=LATER, **again)
    filed(case.review, "overview", b"Redone.", at=LATER)
    case.review.record("put_again", by=case.staff, at=LATER)
    case.review.record(
        "return_again", by=case.manager, at=LATER, about={"10": "x", "2": "Shorter."}
    )
    case.review.record("put_again", by=case.staff, at=LATER)
    redone = case.review.final_sets.get(standing="open")
    facts = {"on": LATER.date(), "digest": redone.digest}
    case.review.record("sign_again", by=case.chair, at=LATER, **facts)
    case.review.move("resubmit", by=case.staff, at=LATER, **again)
    assert [each.final_set.number for each in case.review.evaluations.all()] == [1, 3]
    assert first_broken_link() is None


def attempts(frozen: FinalSet) -> list:
    sets, items = FinalSet.objects.filter(pk=frozen.pk), frozen.items.filter(position=1)
    return [
        lambda: sets.update(statement="I never said that."),
        lambda: sets.update(standing="sent_back", agreed_on=None),
        lambda: items.update(sha256="0" * 64),
        lambda: items.update(reason="Afterwards."),
        lambda: items._raw_delete(items.db),
        lambda: frozen.items.create(
            position=9,
            version=filed(frozen.review, "terms"),
            kind="terms",
            title="x",
            number=1,
            sha256="x",
            size=1,
        ),
    ]


@pytest.mark.parametrize("place", range(6))
def test_the_database_refuses_to_change_an_agreed_set(case, place):
    case.put()
    attempt = attempts(case.sign())[place]
    with pytest.raises(DatabaseError, match="is not changed"), transaction.atomic():
        attempt()


def test_the_database_refuses_to_change_what_an_open_set_holds(case):
    frozen = case.put()
    item = frozen.items.filter(position=1)
    for attempt in (
        lambda: item.update(sha256="0" * 64),
        lambda: FinalSet.objects.filter(pk=frozen.pk).update(digest="0" * 64),
        lambda: item._raw_delete(item.db),
    ):
        with pytest.raises(DatabaseError, match="is not changed"), transaction.atomic():
            attempt()
    assert item.update(reason="Too long.") == 1


def test_another_board_and_an_evaluator_before_submission_see_no_set(case):
    frozen = case.put()
    evaluator, stranger = person(Evaluator), person(Manager, BoardFactory())
    assert frozen in FinalSet.objects.visible_to(case.manager)
    for somebody in (evaluator, stranger):
        assert not FinalSet.objects.visible_to(somebody).exists()
    case.review.move("send_back", by=case.manager, at=LATER, reasons="x")
    case.put(LATER)
    case.sign()
    assert not FinalSet.objects.visible_to(evaluator).exists()
    case.submit()
    assert [each.number for each in FinalSet.objects.visible_to(evaluator)] == [2]
    assert not FinalSet.objects.visible_to(stranger).exists()


def test_putting_and_signing_are_in_the_log_without_a_name_of_the_family(case):
    case.put()
    case.sign()
    said = AuditEvent.objects.about(case.review).values_list("sentence", flat=True)
    assert "The board agreed the review." in said
    assert not any("Child 1" in sentence for sentence in said)
    assert Evaluation.objects.count() == 0


def test_a_chair_of_another_board_does_not_sign(case):
    case.put()
    with pytest.raises(PermissionDenied):
        case.review.move("ratify", by=person(Chair), at=LATER, on=LATER.date(), digest="x")
