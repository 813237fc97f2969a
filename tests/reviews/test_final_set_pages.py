"""The pages of the final set: what they say, what they ask, and what they refuse."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from boards.roles import OverviewAuthor, PanelMember
from records.models import AuditEvent
from reviews.set_page import links_for
from tests.factories import AT, AgencyFactory, appointed, person
from tests.reviews.setting import Setting, a_setting, asked, filed
from tests.reviews.test_case_page import day, signed_in

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


@pytest.fixture
def case() -> Setting:
    return a_setting()


def at(case: Setting, path: str) -> str:
    return f"/reviews/{case.review.reference}/{path}"


def signing(case: Setting, client: Client, **said: str):
    digest = case.review.final_sets.get(standing="open").digest
    facts = {"digest": digest, "has_read": "on", **day("on", TODAY())} | said
    return client.post(at(case, "move/ratify/"), facts)


def test_what_is_missing_is_a_sentence_and_a_link():
    case = a_setting(is_complete=False)
    page = signed_in(case.staff).get(at(case, "final-set/")).content.decode()
    assert "File the overview report: no document of it is on the review." in page
    assert f"final-set/file/?kind=imr&amp;agency={case.agency.pk}" in page
    assert "No copy of the integrated chronology is on file" in page
    case_page = signed_in(case.staff).get(at(case, "")).content.decode()
    link = f'<a class="govuk-link" href="{at(case, "final-set/")}">File the individual management'
    assert link in case_page
    door = signed_in(case.staff).get(at(case, "move/put_to_board/"))
    assert (door.status_code, b"File the individual" in door.content) == (409, True)


def test_those_who_may_not_file_are_shown_no_link_to_it():
    case = a_setting(is_complete=False)
    page = signed_in(case.chair).get(at(case, "final-set/")).content.decode()
    assert "File the overview report: no document" in page
    assert "final-set/file/" not in page


def test_every_link_of_the_page_opens(case):
    client = signed_in(case.staff)
    for link in links_for(case.staff, case.review):
        assert client.get(link["href"]).status_code == 200, link


def test_what_the_set_goes_without_is_advice_on_the_door(case):
    door = signed_in(case.staff).get(at(case, "move/put_to_board/")).content.decode()
    assert "The set goes without" in door
    assert "assessed how ready it is" in door
    assert signed_in(case.staff).post(at(case, "move/put_to_board/")).status_code == 302
    assert case.review.final_sets.get().is_open


def test_a_waived_review_says_why_and_since_when(case):
    asked(
        case.review,
        AgencyFactory(board=case.board, name="Weald Surgery"),
        case.staff,
        waived_on=AT.date(),
        waived_because="It never saw <the> child.",
    )
    page = signed_in(case.staff).get(at(case, "final-set/")).content.decode()
    assert "Waived: It never saw &lt;the&gt; child." in page
    assert "29 March 2010" in page
    door = signed_in(case.staff).get(at(case, "move/put_to_board/")).content.decode()
    without, frozen = door.split("What is frozen")
    assert "Weald Surgery: Waived: It never saw" in without
    assert "Weald Surgery" not in frozen


def test_the_chair_signs_what_is_on_the_page(case):
    before = case.put()
    client = signed_in(case.chair)
    page = client.get(at(case, "move/ratify/")).content.decode()
    assert before.fingerprint in page
    assert "Individual management review, Downland Police" in page
    assert signing(case, client, statement="<script>Agreed.</script>").status_code == 302
    shown = client.get(at(case, "final-set/1/")).content.decode()
    assert f"signed by {case.chair}" in shown
    assert "&lt;script&gt;Agreed." in shown
    assert "<script>Agreed." not in shown


def test_signing_without_a_tick_keeps_what_was_typed(case):
    case.put()
    answer = signing(case, signed_in(case.chair), has_read="", statement="Not in haste.")
    assert "Confirm that you sign this very set for the board" in answer.content.decode()
    assert "Not in haste." in answer.content.decode()
    assert case.review.final_sets.get().is_open


def test_a_set_put_again_meanwhile_is_not_signed_unread(case):
    client = signed_in(case.chair)
    read = case.put().digest
    case.review.move("send_back", by=case.manager, at=AT, reasons="x")
    filed(case.review, "overview", b"Another.", at=AT + timedelta(days=1))
    case.put(AT + timedelta(days=1))
    answer = signing(case, client, digest=read)
    assert "What you read is no longer before the board: set 2 is." in answer.content.decode()


def test_signing_twice_signs_once(case):
    case.put()
    client = signed_in(case.chair)
    facts = {"digest": case.review.final_sets.get().digest, "has_read": "on", **day("on", TODAY())}
    assert client.post(at(case, "move/ratify/"), facts).status_code == 302
    assert client.post(at(case, "move/ratify/"), facts).status_code == 409
    assert case.review.events.filter(name="ratified").count() == 1


def test_a_set_goes_back_with_a_reason_for_one_document(case):
    case.put()
    client = signed_in(case.manager)
    empty = client.post(at(case, "move/send_back/"), {})
    assert "Enter what must change" in empty.content.decode()
    assert client.post(at(case, "move/send_back/"), {"item_2": "Shorter."}).status_code == 302
    page = client.get(at(case, "final-set/1/")).content.decode()
    assert "Sent back: Shorter." in page
    case.put(timezone.now())
    assert "Unchanged" in client.get(at(case, "final-set/2/")).content.decode()


def test_a_document_is_filed_as_the_next_version(case):
    client = signed_in(case.staff)
    sent = {"kind": "imr", "agency": case.agency.pk, "file": SimpleUploadedFile("b.docx", b"More")}
    assert client.post(at(case, "final-set/file/"), sent).status_code == 302
    document = case.review.documents.get(kind="imr")
    assert document.latest.number == 2
    assert document.latest.file.read() == b"More"
    said = AuditEvent.objects.about(case.review).get(verb="file_for_set")
    assert said.sentence == (
        "Individual management review of Downland Police, version 2, was filed."
    )


@pytest.mark.parametrize(
    ("sent", "said"),
    [
        ({"kind": "overview"}, "Choose the file"),
        ({"kind": "imr", "file": ("a.docx", b"x")}, "Select whose document it is"),
        ({"kind": "overview", "file": ("a.docx", b"MZ\x90")}, "a Windows program"),
        ({"kind": "overview", "file": ("a.docx", b"")}, "The file is empty"),
        ({"kind": "minutes", "file": ("a.docx", b"x")}, "choose from the options on the page"),
    ],
)
def test_what_cannot_be_filed_is_refused_in_plain_words(case, sent, said):
    sent = {k: SimpleUploadedFile(*v) if k == "file" else v for k, v in sent.items()}
    before = case.review.documents.count()
    answer = signed_in(case.staff).post(at(case, "final-set/file/"), sent)
    assert (answer.status_code, said in answer.content.decode()) == (200, True)
    assert case.review.documents.count() == before


def test_an_agency_of_another_board_is_not_chosen(case):
    sent = {
        "kind": "imr",
        "agency": AgencyFactory().pk,
        "file": SimpleUploadedFile("a.docx", b"x"),
    }
    assert signed_in(case.staff).post(at(case, "final-set/file/"), sent).status_code == 200
    assert case.review.documents.filter(kind="imr").count() == 1


def test_a_panel_member_reads_readiness_and_no_set(case):
    for role in (PanelMember, OverviewAuthor):
        somebody = person(role, case.board)
        appointed(case.review, somebody, role.slug)
        client = signed_in(somebody)
        assert client.get(at(case, "readiness/")).status_code == 200
        expected = 403 if role is PanelMember else 200
        assert client.get(at(case, "final-set/")).status_code == expected


def test_a_set_that_there_is_not_is_not_found(case):
    client = signed_in(case.staff)
    for path in ("final-set/7/", "final-set/99999999999999999999/", "final-set/1/1/"):
        assert client.get(at(case, path)).status_code == 404
