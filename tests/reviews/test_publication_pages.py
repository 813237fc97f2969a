"""The pages of a publication: what they show, what they ask for, and whom they refuse."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from boards.roles import Manager, PanelMember
from records.models import AuditEvent
from reviews.models import ReleaseCopy, Review
from tests.factories import BoardFactory, a_review, a_trial, appointed, person
from tests.records import files
from tests.reviews.publishing import ADDRESS, a_cast, a_copy, an_agreed_setting, ready_today
from tests.reviews.setting import Setting
from tests.reviews.test_case_page import day, signed_in

pytestmark = pytest.mark.django_db


def address(case: Setting, path: str = "") -> str:
    return f"/reviews/{case.review.reference}/publication/{path}"


def record(case: Setting, act: str, query: str = "") -> str:
    return f"/reviews/{case.review.reference}/record/{act}/{query}"


def said(answer) -> str:
    return " ".join(answer.content.decode().split())


def shown(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, answer.status_code
    return said(answer)


def test_the_page_says_what_the_rule_wants_with_its_mark_and_what_is_missing():
    case = an_agreed_setting()
    page = shown(signed_in(case.staff), address(case))
    assert "Publish the executive summary; the overview report stays with the board" in page
    assert "15 March 2010" in page
    assert "No copy for publication was made of version 1 of the executive summary." in page
    assert "Nothing was recorded yet." in page


def test_what_is_ready_is_published_by_the_pages_alone():
    case = ready_today()
    manager = signed_in(case.manager)
    page = shown(manager, address(case))
    assert "Nothing stands in the way of publication today." in page
    form = shown(manager, record(case, "publish", "?state=published"))
    assert "Where was it published?" in form
    assert "Who decided, if it is withheld?" not in form
    facts = {"state": "published", "where": "<script>alert(1)</script>"}
    sent = manager.post(record(case, "publish"), facts | day("on", timezone.localdate()))
    assert sent.url == address(case)
    page = shown(manager, address(case))
    assert "<script>alert" not in page
    assert 'href="&lt;script' not in page
    printed = shown(manager, address(case, "record/"))
    assert case.review.publications.get().copies.get().file.sha256 in printed


def test_the_printed_record_says_whom_copies_were_not_sent():
    case = an_agreed_setting()  # under the guidance of today, which asks for copies before
    page = shown(signed_in(case.staff), address(case, "record/"))
    assert "Child Safeguarding Practice Review Panel: not sent" in page
    assert "Not begun" in page


def test_an_address_on_the_web_is_a_link_until_it_is_taken_down():
    case = ready_today()
    manager, today = signed_in(case.manager), day("on", timezone.localdate())
    manager.post(record(case, "publish"), {"state": "published", "where": ADDRESS, **today})
    assert f'href="{ADDRESS}"' in shown(manager, address(case))
    manager.post(record(case, "take_down"), {"reason": "Injunction.", **today})
    page = shown(manager, address(case))
    assert f'href="{ADDRESS}"' not in page
    assert "Injunction." in page
    assert "Taken down" in page.split("What has to be published")[0]
    assert "it had been published since" in page
    facts = {"repository": "NSPCC", "their_reference": "", **today}
    late = signed_in(case.staff).post(record(case, "send_to_repository"), facts)
    assert "Nothing of the review is published now." in said(late)


def test_withholding_shows_the_words_of_the_rule_and_wants_them_confirmed():
    case = ready_today()
    manager = signed_in(case.manager)
    form = shown(manager, record(case, "publish", "?state=withheld"))
    assert "there is a reason not to publish that the board has recorded" in form
    facts = {"state": "withheld", "reasons": "A sibling.", "authority": "The Chair"}
    facts |= day("on", timezone.localdate())
    answer = said(manager.post(record(case, "publish"), facts))
    assert "Confirm that there is a reason not to publish" in answer
    assert "A sibling." in answer
    manager.post(record(case, "publish"), facts | {"confirms_rule": "on"})
    assert case.review.publications.get().confirmed


def test_the_date_shows_which_clock_it_starts_before_it_is_set():
    case = ready_today()
    case.review.record(
        "pin_guidance", by=case.manager, at=timezone.now(), guidance="wt2015", reasons="x"
    )
    staff, on = signed_in(case.staff), timezone.localdate() + timedelta(days=40)
    plan = record(case, "plan_publication")
    assert "Due dates that move" in said(staff.post(plan, day("on", on)))
    assert case.review.day_of("publishing") is None
    staff.post(plan, day("on", on) | {"confirmed": "1"})
    page = shown(staff, address(case))
    assert "How this date is worked out" in page
    assert "record that a copy was sent" in page
    again = said(staff.post(plan, day("on", on + timedelta(days=1))))
    assert "Enter why the date changes" in again


def test_a_date_beyond_the_known_bank_holidays_is_refused_in_words():
    case = ready_today()
    case.review.record(
        "pin_guidance", by=case.manager, at=timezone.now(), guidance="wt2015", reasons="x"
    )
    far = timezone.localdate().replace(year=2090, day=1)
    answer = signed_in(case.staff).post(record(case, "plan_publication"), day("on", far))
    assert answer.status_code == 200
    assert "There is a problem" in said(answer)


def test_a_hold_is_shown_with_its_way_to_the_proceedings():
    case = ready_today()
    trial = a_trial(case.review, by=case.staff, holds=["publication"])
    page = shown(signed_in(case.staff), address(case))
    assert f"/proceedings/{trial.pk}/" in page
    assert "Lift the hold first." in page


def test_who_records_a_hold_is_offered_the_proceedings_that_are_under_way():
    case = ready_today()
    manager = signed_in(case.manager)
    held = record(case, "publish", "?state=held")
    assert "Which proceedings hold it?" not in shown(manager, held)
    trial = a_trial(case.review, by=case.staff)
    form = shown(manager, held)
    assert "Which proceedings hold it?" in form
    assert "None of those on the file" in form
    facts = {"state": "held", "reasons": "The trial.", "proceedings": trial.pk}
    manager.post(record(case, "publish"), facts | day("on", timezone.localdate()))
    assert trial.holds.get().reason == "The trial."


def test_a_copy_for_publication_is_looked_through_when_it_is_made():
    case = an_agreed_setting()
    a_cast(case.review)
    page = shown(signed_in(case.staff), address(case))
    make = page.split('href="/documents/versions/')[1].split('"')[0].replace("&amp;", "&")
    form = shown(signed_in(case.staff), f"/documents/versions/{make}")
    assert 'value="Publication"' in form
    assert "checked" in form
    sent = {
        "content": SimpleUploadedFile("copy.docx", files.docx("Agnieszka rang.")),
        "recipient": "Publication",
        "reason": "The rule.",
        "is_for_publication": "on",
        **day("expires_on", timezone.localdate() + timedelta(days=400)),
    }
    signed_in(case.staff).post(f"/documents/versions/{make}", sent)
    copy = ReleaseCopy.objects.get()
    assert copy.scans.get().number == 1
    found = shown(signed_in(case.manager), address(case, f"copies/{copy.pk}/"))
    assert "<strong>Agnieszka</strong> in the text, paragraph 1" in found
    assert "Let it go out all the same" in found
    log = " ".join(AuditEvent.objects.about(case.review).values_list("sentence", flat=True))
    assert "Agnieszka" not in log


def test_somebody_reads_a_copy_and_signs_with_their_name():
    case = an_agreed_setting()
    copy = a_copy(case)
    page = shown(signed_in(case.manager), address(case, f"copies/{copy.pk}/"))
    assert "No cast is recorded" in page
    path, manager = address(case, f"copies/{copy.pk}/say_copy_names_nobody/"), case.manager
    empty = said(signed_in(manager).post(path, {}))
    assert "Confirm that you have read the whole copy" in empty
    assert "Enter your name" in empty
    signed_in(manager).post(path, {"has_read": "on", "signed": manager.full_name})
    assert copy.scans.last().settled_by == manager
    log = AuditEvent.objects.about(case.review).filter(verb="say_copy_names_nobody")
    assert log.get().by == manager


def test_the_override_is_not_for_staff_below_the_manager():
    case = an_agreed_setting()
    a_cast(case.review)
    copy = a_copy(case, text="Agnieszka rang.")
    path = address(case, f"copies/{copy.pk}/let_copy_out/")
    assert signed_in(case.staff).post(path, {"reason": "x"}).status_code == 403
    assert signed_in(case.chair).post(path, {"reason": "x"}).status_code == 302


def test_outsiders_and_other_roles_see_nothing_of_it():
    case = ready_today()
    other = person(Manager, BoardFactory())
    assert signed_in(other).get(address(case)).status_code == 404
    member = person(PanelMember, case.board)
    appointed(case.review, member, "panel_member")
    assert signed_in(member).get(address(case)).status_code == 403


def test_a_copy_of_another_review_does_not_exist_here():
    case, elsewhere = an_agreed_setting(), an_agreed_setting()
    copy = a_copy(elsewhere)
    assert signed_in(case.staff).get(address(case, f"copies/{copy.pk}/")).status_code == 404
    assert signed_in(case.staff).get(address(case, "copies/x/")).status_code == 404


@pytest.mark.parametrize("act", ["take_down", "send_to_repository"])
def test_what_is_not_published_is_not_asked_about(act):
    board = BoardFactory()
    review = a_review(board)
    Review.objects.filter(pk=review.pk).update(state="ratified")
    client = Client()
    client.force_login(person(Manager, board))
    answer = client.get(f"/reviews/{review.reference}/record/{act}/")
    assert answer.status_code == 409
    assert "Nothing of the review is published now." in answer.content.decode()
