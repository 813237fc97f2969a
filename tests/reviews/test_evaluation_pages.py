"""The pages of the evaluation: what evaluators and the board are shown, asked and refused."""

from datetime import date, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone

from boards.roles import Evaluator, Manager, OverviewAuthor, PanelMember
from records.models import AuditEvent
from reviews.known import Known
from reviews.models import Review
from reviews.places import places_for
from reviews.statutory import HEADINGS
from tests.factories import AT, BoardFactory, appointed, person
from tests.records import files
from tests.reviews.evaluating import a_submission, judged
from tests.reviews.setting import Setting, a_setting
from tests.reviews.test_case_page import day, signed_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def case() -> Setting:
    return a_submission()


def at(case: Setting, path: str) -> str:
    return f"/reviews/{case.review.reference}/{path}"


def answers(**but: object) -> dict[str, object]:
    said = {f"{heading.code}_grade": "good" for heading in HEADINGS}
    said |= {f"{heading.code}_narrative": f"Of {heading.code}." for heading in HEADINGS}
    said |= {"grade": "adequate", "narrative": "On the whole.", "is_checked": "on", "is_late": "on"}
    said |= {"letter": SimpleUploadedFile("letter.pdf", files.PDF), "overview_1": "good"}
    return said | day("on", timezone.localdate()) | but


def test_an_evaluator_records_the_letter_under_every_heading(case):
    client, address = signed_in(person(Evaluator)), at(case, "move/record_evaluation/")
    page = client.get(address).content.decode()
    assert "Terms of reference: what grade did Ofsted give?" in page
    assert "Individual management review, Downland Police: its own grade (optional)" in page
    assert client.post(address, answers(), follow=True).status_code == 200
    made = case.review.evaluations.get()
    assert (made.grade, made.headings.count(), made.elements.get().grade) == ("adequate", 6, "good")
    assert client.post(address, answers()).status_code == 409
    shown = client.get(at(case, "")).content.decode()
    assert "Of timescales." in shown
    letter = client.get(at(case, "evaluation/1/letter/"))
    assert b"".join(letter.streaming_content) == files.PDF
    said = AuditEvent.objects.about(case.review).get(verb="download").sentence
    assert said == "Ofsted’s letter of round 1 was downloaded."


def test_what_is_wrong_is_said_at_once_and_nothing_typed_is_lost(case):
    wrong = {
        "letter": "",
        "family_grade": "",
        "terms_narrative": "",
        "learning_grade": "not_graded",
        "is_checked": "",
        "narrative": "<script>alert(1)</script>",
        **day("on", date(2009, 1, 1)),
    }
    client = signed_in(case.manager)
    page = client.post(at(case, "move/record_evaluation/"), answers(**wrong)).content.decode()
    for words in (
        "Choose the file with Ofsted&#x27;s letter",
        "Select the grade for “The family",
        "Enter what the letter says under “Terms of reference”",
        "or empty what the letter says",
        "Confirm that you have compared this with the letter",
        "must be 8 April 2010 or later",
    ):
        assert words in page
    assert "Of family." in page
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert(1)" not in page
    assert case.review.evaluations.get().grade == ""


def test_a_day_after_the_last_evaluations_is_not_filled_in_and_has_to_be_meant(case):
    client, address = signed_in(case.manager), at(case, "move/record_evaluation/")
    form = client.get(address).context["form"]
    assert "on" not in form.initial
    page = client.post(address, answers(is_late="")).content.decode()
    assert "Ofsted’s evaluations ended on 31 July 2012: correct the date" in page
    assert case.review.evaluations.get().grade == ""


def test_a_heading_without_a_grade_in_the_letter_is_left_out(case):
    without = {"equality_grade": "not_graded", "equality_narrative": ""}
    signed_in(case.manager).post(at(case, "move/record_evaluation/"), answers(**without))
    headings = case.review.evaluations.get().headings.values_list("heading", flat=True)
    assert "equality" not in headings
    assert len(headings) == len(HEADINGS) - 1


def test_a_set_submitted_since_january_2012_is_asked_for_one_grade_and_says_why():
    case = a_submission(date(2012, 1, 3))
    client, address = signed_in(case.manager), at(case, "move/record_evaluation/")
    page = client.get(address).content.decode()
    assert "from 3 January 2012 Ofsted gave one overall grade" in page
    assert "Timescales: what grade" not in page
    whole = {k: v for k, v in answers(narrative="").items() if "_grade" not in k}
    assert client.post(address, whole).status_code == 302
    assert case.review.evaluations.get().grade == "adequate"


def test_the_board_sees_each_round_and_the_panel_member_does_not(case):
    judged(case)
    author, member = person(OverviewAuthor, case.board), person(PanelMember, case.board)
    for somebody, post in ((author, "overview_author"), (member, "panel_member")):
        appointed(case.review, somebody, post)
    for somebody in (case.manager, case.staff, case.chair, author):
        page = signed_in(somebody).get(at(case, "evaluation/"))
        assert "Round 1: good" in page.content.decode()
        assert signed_in(somebody).get(at(case, "evaluation/1/letter/")).status_code == 200
    for path in ("evaluation/", "evaluation/1/letter/"):
        assert signed_in(member).get(at(case, path)).status_code == 403
        assert signed_in(person(Manager, BoardFactory())).get(at(case, path)).status_code == 404
    assert signed_in(case.manager).get(at(case, "evaluation/2/letter/")).status_code == 404


def test_an_evaluator_is_shown_the_set_and_neither_forecast_nor_restricted_case(case):
    case.go_to("panel")
    from tests.reviews.test_readiness import assess

    assess(case)
    case.go_to("submitted")
    judged(case)
    client = signed_in(person(Evaluator))
    assert "Expected" not in client.get(at(case, "")).content.decode()
    assert client.get(at(case, "evaluation/")).status_code == 403
    Review.objects.filter(pk=case.review.pk).update(is_restricted=True)
    assert client.get(at(case, "evaluation/1/letter/")).status_code == 404
    assert case.review.reference not in client.get("/").content.decode()


def test_the_queue_has_the_longest_waiting_first_and_the_evaluated_below(case):
    sent_on = AT.date()
    long_ago = a_submission(sent_on)
    done = a_submission()
    judged(done)
    client = signed_in(person(Evaluator))
    waiting, evaluated = client.get("/").context["sections"]
    assert [row.reference for row in waiting.rows] == [
        long_ago.review.reference,
        case.review.reference,
    ]
    assert waiting.rows[0].days == (timezone.localdate() - sent_on).days
    assert [(row.reference, row.grade, row.days) for row in evaluated.rows] == [
        (done.review.reference, "Good", 0)
    ]
    listed = client.get("/submissions/").context["shown"]
    assert listed.count == 2
    board = client.get(f"/submissions/?board={done.board.slug}&standing=all").context["shown"]
    assert board.count == 1
    assert signed_in(case.manager).get("/submissions/").status_code == 403


def test_the_case_file_has_the_evaluation_where_there_is_one(case):
    def standing() -> list[str]:
        known = Known(case.review)
        places = places_for(known, case.manager)
        return [place.standing(known) for place in places if place.url == "evaluation"]

    assert standing() == ["Round 1 awaited"]
    case.review.evaluations.all().delete()
    assert standing() == ["Not submitted yet"]
    later = AT.date() + timedelta(days=1000)
    case.review.events.filter(name="ratified").update(on=later.isoformat())
    assert standing() == []


def test_malware_in_a_letter_is_noted_and_nothing_is_recorded(case, monkeypatch):
    from records import document_field
    from records.scanning import Scan, ScanState

    monkeypatch.setattr(document_field, "scan", lambda _: Scan(ScanState.INFECTED, "Eicar"))
    page = signed_in(case.manager).post(at(case, "move/record_evaluation/"), answers())
    assert "Malware was found" in page.content.decode()
    assert case.review.refused_files.count() == 1
    assert case.review.evaluations.get().grade == ""


def test_a_review_that_ofsted_does_not_evaluate_waits_to_be_closed_and_says_so():
    case = a_setting()
    case.put()
    case.sign()
    case.review.events.filter(name="ratified").update(on="2013-05-01")
    page = signed_in(case.staff).get(at(case, "")).content.decode()
    assert "“Close the review” waits for the Business manager or LSCB Chair." in page
    assert "needs no submission" not in page
    assert (
        "Close the review: still missing"
        in signed_in(case.manager).get(at(case, "")).content.decode()
    )
    page = signed_in(case.staff).get(at(case, "evaluation/")).content.decode()
    assert "This review is not evaluated" in page
    assert "Not submitted yet" not in page


@pytest.mark.parametrize(("grade", "is_offered"), [("adequate", False), ("inadequate", True)])
def test_only_what_was_judged_inadequate_is_offered_to_be_reconsidered(case, grade, is_offered):
    judged(case, grade)
    shown = signed_in(person(Manager, case.board)).get(at(case, "")).content.decode()
    assert ("Reconsider the review" in shown) is is_offered
