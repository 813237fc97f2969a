"""The pages of the terms of reference, as people press their buttons."""

from html import unescape
from io import BytesIO
from re import findall

import pytest
from django.utils import timezone
from docx import Document

from boards.roles import Chair, Coordinator, Manager, PanelMember
from records.models import AuditEvent
from reviews.models import Appointment, LibraryQuestion
from reviews.models.terms import Part
from tests.factories import BoardFactory, appointed, person
from tests.reviews.test_case_page import day, signed_in
from tests.terms import FROM, TO, Scoped, agreed_terms, written

pytestmark = pytest.mark.django_db


@pytest.fixture
def case() -> Scoped:
    return Scoped()


@pytest.fixture
def ask(case):
    """Return a way to post to, or get, an address under the terms."""
    client = signed_in(case.staff)

    def asked(path: str = "", **sent: object):
        address = f"/reviews/{case.review.reference}/terms/{path}"
        return client.post(address, sent) if sent else client.get(address)

    return asked


def questions(case) -> list[str]:
    return case.review.terms.drafts().get().key_questions


def test_the_case_file_leads_to_the_terms_and_the_missing_sentence_too(case):
    page = signed_in(case.staff).get(case.review.get_absolute_url()).content.decode()
    assert page.count(f'href="/reviews/{case.review.reference}/terms/"') == 2
    assert "Not begun" in page


def test_an_empty_page_says_what_to_do_and_begins_a_draft(case, ask):
    assert "Begin the terms of reference" in ask().content.decode()
    ask("start/", x="1")
    shown = ask().content.decode()
    assert "Draft of version 1" in shown
    assert "Enter at least one key question." in shown


def test_a_period_that_ends_before_it_begins_is_refused_and_kept_as_typed(case, ask):
    ask("start/", x="1")
    sent = {"period_because": "From birth.", **day("from_on", TO), **day("to_on", FROM)}
    answer = ask("draft/period/", **sent).content.decode()
    assert "The last day of the period must be after the first day" in answer
    assert "From birth." in answer


def test_both_texts_are_shown_when_somebody_saved_meanwhile_and_saving_again_keeps_mine(case, ask):
    written(case.review, by=case.staff)
    case.review.record(
        "write_terms",
        by=case.manager,
        at=timezone.now(),
        part=Part.PROCEEDINGS,
        content={"proceedings": "Theirs: an inquest."},
        seen=0,
    )
    answer = ask("draft/proceedings/", proceedings="Mine: a trial.", seen="0")
    shown = answer.content.decode()
    assert answer.status_code == 409
    assert "Theirs: an inquest." in shown
    assert shown.count("Mine: a trial.") == 2
    assert f"{case.manager} saved it" in shown
    assert 'name="seen" value="1"' in shown
    ask("draft/proceedings/", proceedings="Mine: a trial.", seen="1")
    assert case.review.terms.get().proceedings == "Mine: a trial."


def test_opening_a_part_says_nothing_of_a_conflict(case, ask):
    written(case.review, by=case.staff)
    for part in Part:
        assert "Somebody else saved" not in ask(f"draft/{part}/").content.decode()


def test_what_was_typed_into_a_draft_that_is_gone_is_shown_to_be_copied(case, ask):
    answer = ask("draft/questions/", text_0="Was she heard?", seen="0")
    assert answer.status_code == 409
    assert "Was she heard?" in answer.content.decode()


@pytest.mark.parametrize(
    ("act", "after"),
    [
        ("up-1", ["B", "A", "C"]),
        ("down-1", ["A", "C", "B"]),
        ("remove-0", ["B", "C"]),
        ("up-0", ["A", "B", "C"]),
        ("down-99", ["A", "B", "C"]),
        ("save", ["A", "B", "C"]),
    ],
)
def test_a_button_moves_one_question_and_stores_all_that_was_typed(case, ask, act, after):
    written(case.review, by=case.staff)
    ask("draft/questions/", text_0="A", text_1="B", text_2="C", act=act, seen="0")
    assert questions(case) == after


def test_a_double_click_on_up_moves_a_question_once_without_a_conflict(case, ask):
    written(case.review, by=case.staff)
    for _click in "ab":
        answer = ask("draft/questions/", text_0="A", text_1="B", act="up-1", seen="0")
        assert answer.status_code == 302
    assert questions(case) == ["B", "A"]


def test_several_questions_are_pasted_at_once_without_their_bullets(case, ask):
    written(case.review, by=case.staff, questions=("A",))
    ask("draft/questions/", text_0="A", more="1. B\r\n- C\r\n\r\nA", act="add", seen="0")
    assert questions(case) == ["A", "B", "C"]


def test_several_questions_are_picked_from_the_library_and_one_is_kept_in_it(case, ask):
    written(case.review, by=case.staff, questions=("Was the dog known?",))
    ask("draft/questions/", text_0="Was the dog known?", act="keep-0", seen="0")
    assert LibraryQuestion.objects.get().text == "Was the dog known?"
    library = ask("draft/library/").content.decode()
    assert "Was the child seen" in library
    assert "Select at least one question" in ask("draft/library/", x="1").content.decode()
    first, second = offered(library, "theme_1")[:2]
    ask("draft/library/", theme_1=[first, second])
    assert questions(case) == ["Was the dog known?", first, second]


def offered(html: str, field: str) -> list[str]:
    """Return what the boxes of the field stand for."""
    return [unescape(text) for text in findall(f'name="{field}"\\s+value="([^"]+)"', html)]


def test_named_and_usual_agencies_are_proposed_and_nothing_is_stored_by_looking(case, ask):
    ask("start/", x="1")
    form = ask("draft/agencies/").context["form"]
    assert form.initial[f"asked_{case.police.pk}"] == "yes"
    assert form.initial[f"asked_{case.school.pk}"] == ""
    assert not case.review.terms.get().agencies.exists()


def test_the_timetable_is_worked_out_edited_and_doubted(case, ask):
    written(case.review, by=case.staff)
    ask("draft/plan/", x="1")
    draft = case.review.terms.get()
    last = draft.milestones.last()
    assert (last.kind, draft.planned_to) == (
        "submission",
        case.review.deadlines.get(kind="complete").due_on,
    )
    late = last.on.replace(year=last.on.year + 1)
    ask("draft/timetable/", seen="1", **day("submission_1", late))
    shown = ask("draft/timetable/").content.decode()
    assert "is after the statutory date" in shown
    assert case.review.terms.get().milestones.count() == 1


def test_agreeing_names_those_ticked_and_those_typed(case, ask):
    draft = written(case.review, by=case.staff)
    chair = person(Chair, case.board)
    held = Appointment.objects.create(
        review=case.review,
        post="panel_member",
        name="Dr B",
        job_title="Designated doctor",
        employer="The trust",
        appointed_on=case.today,
        by=case.manager,
        at=case.at,
    )
    nobody = ask("draft/agree/", seen="0", **day("on", case.today)).content.decode()
    assert "Select or enter who agreed the terms." in nobody
    ticked = [f"a{held.pk}", f"u{chair.pk}"]
    sent = {"present": ticked, "others": "Dr C, Coroner's officer", **day("on", case.today)}
    ask("draft/agree/", seen="0", **sent)
    assert [str(each) for each in draft.agreements.all()] == [
        "Dr B, Panel member (Designated doctor, The trust)",
        f"{chair.full_name}, LSCB Chair",
        "Dr C, Coroner's officer",
    ]
    assert ask("draft/agree/").status_code == 409


def test_incomplete_terms_are_not_agreed_and_the_door_says_why(case, ask):
    ask("start/", x="1")
    door = ask("draft/agree/")
    assert door.status_code == 409
    assert "Enter at least one key question." in door.content.decode()


def test_an_agreed_version_leaves_as_a_word_document_and_the_log_says_so(case, ask):
    agreed_terms(case.review, by=case.staff, questions=("Was she \x0bheard?", "Why?"))
    answer = ask("versions/1/word/")
    paper = Document(BytesIO(answer.content))
    words = "\n".join(p.text for p in paper.paragraphs)
    assert "Was she heard?" in words
    assert "Dr A, Panel chair" in words
    assert [row.cells[0].text for row in paper.tables[0].rows] == ["Agency", "Police", "School"]
    assert paper.core_properties.language == "en-GB"
    assert AuditEvent.objects.about(case.review).filter(verb="export").count() == 1


def test_a_draft_does_not_leave_as_a_word_document(case, ask):
    written(case.review, by=case.staff)
    assert ask("versions/1/word/").status_code == 404


def test_the_agreed_version_is_shown_first_and_two_are_compared(case, ask):
    agreed_terms(case.review, by=case.staff)
    assert ask("comparison/").status_code == 409
    ask("start/", x="1")
    ask("draft/proceedings/", proceedings="An inquest.", seen="0")
    shown = ask().content.decode()
    assert shown.index("Version 1, agreed on") < shown.index("Draft of version 2")
    compared = ask("comparison/").content.decode()
    assert "<del>None.</del>" in compared
    assert "<ins>An inquest.</ins>" in compared
    assert "Changed" in compared


def test_hostile_text_is_shown_as_text_everywhere(case, ask):
    hostile = "<script>alert(1)</script>"
    agreed_terms(case.review, by=case.staff, questions=(hostile,))
    ask("start/", x="1")
    for path in ("", "versions/1/", "draft/questions/", "comparison/"):
        shown = ask(path).content.decode()
        assert hostile not in shown
    assert "&lt;script&gt;" in ask().content.decode()


def test_a_panel_member_reads_and_is_refused_the_draft(case):
    agreed_terms(case.review, by=case.staff)
    member = person(PanelMember, case.board)
    appointed(case.review, member, "panel_member", at=case.at)
    client, terms = signed_in(member), f"/reviews/{case.review.reference}/terms/"
    shown = client.get(terms)
    assert shown.status_code == 200
    assert "Begin a new version" not in shown.content.decode()
    assert client.post(f"{terms}start/").status_code == 403
    assert client.get(f"{terms}draft/period/").status_code == 403


def test_another_board_finds_nothing(case):
    agreed_terms(case.review, by=case.staff)
    stranger = signed_in(person(Manager, BoardFactory()))
    for path in ("", "versions/1/", "versions/1/word/", "comparison/", "draft/period/"):
        address = f"/reviews/{case.review.reference}/terms/{path}"
        assert stranger.get(address).status_code == 404


def test_a_library_question_of_another_board_is_not_found(case, ask):
    written(case.review, by=case.staff)
    other = person(Coordinator, BoardFactory())
    theirs = LibraryQuestion.objects.create(
        board=other.memberships.get().board, text="Why?", by=other, at=case.at
    )
    assert ask(f"draft/library/{theirs.pk}/remove/", x="1").status_code == 404


def test_very_long_text_is_refused_with_a_sentence_and_kept(case, ask):
    written(case.review, by=case.staff)
    long = "x" * 1001
    shown = ask("draft/questions/", text_0=long, seen="0").content.decode()
    assert "Question 1 must be 1,000 characters or fewer" in shown
    assert long in shown
