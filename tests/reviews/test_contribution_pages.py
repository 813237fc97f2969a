"""The pages on which an agency writes its report and the panel reads it."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from boards.models import AgencyKind
from boards.roles import AgencyAuthor
from reviews.models import Commission, Contribution
from tests.factories import AgencyFactory, person
from tests.reviews.contributing import PDF, Contributed
from tests.reviews.test_case_page import day

pytestmark = pytest.mark.django_db


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


def text(answer) -> str:
    return answer.content.decode()


def pages(case: Contributed) -> str:
    return f"/commissions/{case.asked.pk}/"


def test_an_author_writes_checks_and_submits_on_the_pages():
    case = Contributed()
    client, here = signed_in(case.author), pages(case)
    page = text(client.get(here))
    assert f"{here}write/records/#id_from_on_day" in text(client.get(f"{here}check/"))
    assert "Check before you submit" in page
    assert "Record what the agency returned" not in page

    def send(part: str, **facts: object) -> None:
        form = client.get(f"{here}write/{part}/").context["form"]
        seen = form["seen"].value() if "seen" in form.fields else ""
        answer = client.post(f"{here}write/{part}/", {"seen": seen, **facts})
        assert answer.status_code == 302, text(answer)

    names = {"author_name": "Ann Writer", "author_job_title": "Named nurse"}
    send("author", **names, was_involved="False", managed_the_involved="False")
    send(
        "records",
        **day("records_secured_on", case.today),
        **day("from_on", date(2009, 1, 1)),
        **day("to_on", date(2010, 1, 1)),
        context="Health visiting",
        documents_seen="Record",
        interviews="None",
    )
    check = text(client.get(f"{here}check/"))
    assert "Choose the file with the report." in check
    assert f"{here}write/report/#id_file" in check
    assert "Submit to the board" not in check
    send("recommendations", makes_no_recommendations="on")
    send("report", file=SimpleUploadedFile("imr.pdf", PDF))
    send(
        "sign-off",
        name="Hugh Head",
        post="Chief Executive",
        has_signed_page="on",
        **day("on", case.today),
    )
    assert "Submit to the board" in text(client.get(f"{here}check/"))
    client.post(f"{here}check/")
    assert Contribution.objects.get().submitted_by == case.author
    assert client.post(f"{here}check/").status_code == 409  # pressed twice


def test_what_is_typed_is_kept_when_a_day_is_wrong():
    case = Contributed()
    answer = signed_in(case.author).post(
        f"{pages(case)}write/records/",
        {"context": "<b>Typed</b>", "from_on_day": "31", "from_on_month": "2", "from_on_year": "9"},
    )
    assert "There is a problem" in text(answer)
    assert "&lt;b&gt;Typed&lt;/b&gt;" in text(answer)


def test_somebody_elses_answers_are_shown_before_they_are_overwritten():
    case = Contributed()
    client, address = signed_in(case.author), f"{pages(case)}write/author/"
    seen = client.get(address).context["form"]["seen"].value()
    case.save(author_name="Theirs", by=case.staff)
    mine = {"author_name": "Mine", "seen": seen}
    conflict = client.post(address, mine)
    assert "Somebody else saved this page" in text(conflict)
    assert "Theirs" in text(conflict)
    assert case.draft.current.author_name == "Theirs"
    again = conflict.context["form"]["seen"].value()
    assert client.post(address, mine | {"seen": again}).status_code == 302
    assert case.draft.current.author_name == "Mine"


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("imr.pdf", b"MZ not a report", "a Windows program"),
        ("imr.csv", b"Date,Event\n", "must be a Word"),
        ("imr.docx", b"PK\x03\x04 broken", "damaged"),
        ("imr.pdf", b"", "empty"),
    ],
)
def test_a_file_that_is_no_report_is_refused_with_what_to_do(name, content, said):
    case = Contributed()
    answer = signed_in(case.author).post(
        f"{pages(case)}write/report/", {"file": SimpleUploadedFile(name, content)}
    )
    assert said in text(answer)


def test_the_page_of_the_report_names_the_kinds_that_it_takes_and_no_other():
    case = Contributed()
    page = text(signed_in(case.author).get(f"{pages(case)}write/report/"))
    assert "Word (.docx) or PDF, up to" in page
    assert "Excel" not in page


def test_the_head_reads_and_signs_off_in_the_portal():
    case = Contributed()
    head = person(AgencyAuthor, case.board, agency=AgencyFactory(board=case.board))
    case.agency.chief_officer = head
    case.agency.save()
    case.write()
    client, here = signed_in(head), pages(case)
    assert "Read and sign off" in text(client.get(here))
    assert client.get(f"{here}draft/").status_code == 200
    assert client.get(f"{here}write/author/").status_code == 403
    refused = text(client.post(f"{here}sign-off/", {"post": "Chief Executive"}))
    assert "Confirm that you have read the report" in refused
    client.post(f"{here}sign-off/", {"post": "Chief Executive", "declared": "on"})
    assert case.draft.current.signed_by == head


def test_another_agency_of_the_board_finds_none_of_it():
    case = Contributed()
    sent = case.submit()
    client = signed_in(person(AgencyAuthor, case.board, agency=AgencyFactory(board=case.board)))
    here = pages(case)
    for address in (here, f"{here}check/", f"{here}write/author/", f"{here}draft/"):
        assert client.get(address).status_code == 404, address
    for address in ("", "report/", "quality/", "send-back/", "accept/"):
        assert client.get(f"/contributions/{sent.pk}/{address}").status_code == 404, address


def test_the_agency_reads_the_checklist_once_it_is_sent_back_and_not_before():
    case = Contributed()
    sent = case.submit()
    address = f"/contributions/{sent.pk}/"
    panel, agency = signed_in(case.panel_chair), signed_in(case.author)
    panel.post(f"{address}quality/", {"child_answer": "not_met", "child_comment": "Never heard."})
    assert "Never heard." in text(panel.get(address))
    assert "Never heard." not in text(agency.get(address))
    panel.post(
        f"{address}send-back/",
        {"because": "See the checklist.", **day("again_by_on", case.today)},
    )
    assert "Never heard." in text(agency.get(address))
    assert "See the checklist." in text(agency.get(pages(case)))


def test_what_is_lacking_is_asked_for_and_a_day_that_passed_is_refused():
    case = Contributed()
    address = f"/contributions/{case.submit().pk}/"
    panel = signed_in(case.panel_chair)
    lacking = text(panel.post(f"{address}quality/", {"child_answer": "partly"}))
    assert "Enter what is lacking: The child’s voice is heard" in lacking
    early = day("again_by_on", date(2010, 1, 1))
    assert "There is a problem" in text(
        panel.post(f"{address}send-back/", {"because": "x", **early})
    )


def test_an_overview_of_health_names_what_it_still_waits_for_and_is_not_blocked():
    case = Contributed(kind="health_overview")
    hospital = AgencyFactory(board=case.board, kind=AgencyKind.HOSPITAL)
    police = AgencyFactory(board=case.board, kind=AgencyKind.POLICE)
    for agency in (hospital, police):
        case.ask(agency)
    page = text(signed_in(case.author).get(pages(case)))
    assert f"<li>{hospital}</li>" in page
    assert str(police) not in page
    case.submit()
    assert Commission.objects.get(pk=case.asked.pk).returned_on == case.today


def test_the_panels_table_says_how_each_agency_stands():
    case = Contributed()
    case.submit()
    waived = case.ask(AgencyFactory(board=case.board))
    case.review.record(
        "waive_commission",
        by=case.staff,
        at=case.now,
        commission=waived,
        on=case.today,
        reasons="Met the child once.",
    )
    client = signed_in(case.member)
    page = text(client.get(f"/reviews/{case.review.reference}/contributions/"))
    assert "Submitted, round 1" in page
    assert "Ann Writer, Named nurse" in page
    assert "Waived: Met the child once." in page
    assert "Still to be accepted or sent back: 1." in page
    assert "Met the child once." in text(client.get(f"/commissions/{waived.pk}/"))
    case_page = text(client.get(case.review.get_absolute_url()))
    assert "All returned or waived, 1 to read" in case_page


def test_the_panels_table_takes_the_same_queries_however_many_were_asked(
    django_assert_max_num_queries,
):
    case = Contributed()
    for _ in range(8):
        case.ask(AgencyFactory(board=case.board))
    client = signed_in(case.member)
    with django_assert_max_num_queries(16):
        client.get(f"/reviews/{case.review.reference}/contributions/")
