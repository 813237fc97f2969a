"""Proceedings beside a review: who reads of them, what they hold up, and where that bites."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from boards.roles import AgencyAuthor, Chair, Coordinator, Manager, PanelMember
from records.models import AuditEvent
from reviews.conditions import NotYet, missing_for
from reviews.models import Hold, Review
from tests.factories import AT, BoardFactory, a_review, a_trial, appointed, person
from tests.reviews.publishing import ready_today
from tests.reviews.test_case_page import day, recent_review, signed_in

pytestmark = pytest.mark.django_db


def under_way(state: str = "panel", **fields) -> tuple[Review, Client, Client]:
    """Return a review at `state`, with its coordinator and manager signed in."""
    board = BoardFactory()
    staff, manager = person(Coordinator, board), person(Manager, board)
    review = recent_review(board, owner=staff, **fields)
    Review.objects.filter(pk=review.pk).update(state=state)
    return Review.objects.get(pk=review.pk), signed_in(staff), signed_in(manager)


def page(client: Client, review: Review, path: str = "proceedings/") -> str:
    answer = client.get(f"/reviews/{review.reference}/{path}")
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def publish(review: Review, state: str = "published", **facts) -> str:
    by = person(Manager, review.board)
    on = timezone.localdate()
    return review.record("publish", by=by, at=timezone.now(), state=state, on=on, **facts)


def test_an_empty_page_says_what_to_do_and_that_the_dates_stand():
    review, staff, _ = under_way()
    shown = page(staff, review)
    assert "No proceedings are on the file" in shown
    assert "The statutory dates stand" in shown


def test_proceedings_are_put_on_the_file_and_listed_with_their_hearing():
    review, staff, _ = under_way()
    today = timezone.localdate()
    facts = {
        "kind": "inquest",
        "body": "Coroner for the Downs",
        "state": "known",
        "next_what": "Pre-inquest review",
        **day("on", today),
        **day("next_on", today + timedelta(days=28)),
    }
    answer = staff.post(f"/reviews/{review.reference}/proceedings/add/", facts, follow=True)
    shown = answer.content.decode()
    assert "Inquest (Coroner for the Downs)" in shown
    assert "Pre-inquest review" in shown.split("In the next 28 days")[1].split("<h2")[0]
    assert "1 running" in page(staff, review, "")


def test_a_hearing_in_29_days_is_not_yet_soon_and_a_passed_one_asks_what_came_of_it():
    review, staff, _ = under_way()
    by, today = person(Coordinator, review.board), timezone.localdate()
    a_trial(review, by=by, next_on=today + timedelta(days=29))
    a_trial(review, by=by, next_on=today - timedelta(days=1), body="Brighton Family Court")
    shown = page(staff, review)
    assert "No hearing or other date is known" in shown
    assert "of the criminal proceedings (Brighton Family Court) has passed" in shown


def test_the_contact_is_for_staff_alone_and_not_in_the_log():
    review, staff, _ = under_way()
    facts = {"kind": "criminal", "body": "Court", "state": "known", "contact_name": "Rhea Falmer"}
    today = timezone.localdate()
    url = f"/reviews/{review.reference}/proceedings/"
    staff.post(f"{url}add/", facts | day("on", today))
    trial = review.proceedings.get()
    assert "Rhea Falmer" in page(staff, review, f"proceedings/{trial.pk}/")
    chair = signed_in(person(Chair, review.board))
    assert "Rhea Falmer" not in page(chair, review, f"proceedings/{trial.pk}/")
    assert "contact_name" not in page(chair, review, f"proceedings/{trial.pk}/change_proceedings/")
    chair.post(f"{url}{trial.pk}/change_proceedings/", {"kind": "criminal", "body": "Crown Court"})
    trial.refresh_from_db()
    assert (trial.body, trial.contact_name) == ("Crown Court", "Rhea Falmer")
    logged = AuditEvent.objects.about(review).values_list("sentence", "details")
    assert "Rhea" not in str(list(logged))


def test_an_agency_learns_nothing_of_proceedings_and_a_panel_member_changes_nothing():
    review, _, manager = under_way()
    member = person(PanelMember, review.board)
    appointed(review, member, "panel_member")
    trial = a_trial(review, by=member, holds=["publication"])
    url = f"/reviews/{review.reference}/proceedings/"
    assert signed_in(person(AgencyAuthor, review.board)).get(url).status_code == 404
    assert signed_in(person(Manager, BoardFactory())).get(url).status_code == 404
    assert signed_in(member).get(url).status_code == 200
    assert signed_in(member).get(f"{url}{trial.pk}/hold_up/").status_code == 403
    elsewhere = a_trial(a_review(), by=member)
    assert manager.get(f"{url}{elsewhere.pk}/").status_code == 404


def test_where_they_stood_before_is_kept_and_cannot_be_overtaken_backwards():
    review, staff, _ = under_way()
    trial = a_trial(review, by=person(Coordinator, review.board))
    url = f"/reviews/{review.reference}/proceedings/{trial.pk}/move_proceedings/"
    early = staff.post(url, {"state": "concluded", **day("on", date(2010, 3, 9))})
    assert "They were under way on 10 March 2010" in early.content.decode()
    staff.post(url, {"state": "concluded", "note": "Guilty.", **day("on", date(2010, 9, 1))})
    assert [step.state for step in trial.steps.all()] == ["under_way", "concluded"]
    shown = page(staff, review, f"proceedings/{trial.pk}/")
    assert "Under way since 10 March 2010" in shown
    assert "Guilty." in shown


def test_a_held_report_is_not_published_and_the_form_names_the_proceedings():
    case = ready_today()
    review, staff, manager = case.review, signed_in(case.staff), signed_in(case.manager)
    trial = a_trial(review, by=case.staff, holds=["publication"])
    url = f"/reviews/{review.reference}/record/publish/"
    held = "Publication has been held up by the criminal proceedings (Lewes Crown Court)"
    assert held in page(manager, review, "record/publish/")
    sent = {"state": "published", "where": "as typed", **day("on", timezone.localdate())}
    refused = manager.post(url, sent).content.decode()
    assert f"{held} since 12 March 2010. Lift the hold first." in refused
    assert "as typed" in refused
    assert not review.publications.exists()
    staff.post(
        f"/reviews/{review.reference}/proceedings/{trial.pk}/lift_hold/",
        {
            "hold": trial.holds.get().pk,
            "reason": "Verdict given.",
            **day("on", timezone.localdate()),
        },
    )
    assert manager.post(url, sent).status_code == 302
    assert review.publications.get().state == "published"


def test_a_hold_on_publication_does_not_stop_holding_or_withholding_it():
    review, _, _ = under_way("ratified")
    a_trial(review, by=person(Coordinator, review.board), holds=["publication"])
    assert publish(review, "withheld", reasons="x", authority="x")


def test_another_hold_does_not_stop_the_publication():
    review = ready_today().review
    a_trial(review, by=person(Coordinator, review.board), holds=["documents", "family"])
    assert publish(review, where="On request from the board")


def test_a_review_is_not_closed_while_its_publication_is_held_and_says_by_what():
    review, _, manager = under_way("ratified")
    a_trial(review, by=person(Coordinator, review.board), holds=["publication"])
    with pytest.raises(NotYet) as refused:
        review.move("close", by=person(Manager, review.board), at=timezone.now())
    assert any(
        "the criminal proceedings (Lewes Crown Court)" in why for why in refused.value.reasons
    )
    held = [each for each in missing_for(review, "close") if each.place == "proceedings"]
    assert len(held) == 1
    assert f'href="/reviews/{review.reference}/proceedings/">{held[0]}' in page(manager, review, "")
    publish(review, "withheld", reasons="x", authority="x")
    assert not [each for each in missing_for(review, "close") if each.place == "proceedings"]


def test_the_review_and_its_deadlines_say_what_is_held_up_and_lead_to_an_extension():
    review, _, manager = under_way()
    a_trial(review, by=person(Coordinator, review.board), holds=["interviews"])
    said = "Interviews with staff have been held up by the criminal proceedings (Lewes Crown Court)"
    assert said in page(manager, review, "")
    assert said in page(manager, review, f"deadlines/{review.deadlines.first().pk}/")
    hold = Hold.objects.get()
    assert f"record/extend/?hold={hold.pk}" in page(manager, review)
    assert f"{said} since 12 March 2010: x</textarea>" in page(
        manager, review, f"record/extend/?hold={hold.pk}"
    )


@pytest.mark.parametrize("query", ["hold=x", "hold=999999", "hold=", "pause=1", "deadline=x"])
def test_an_address_that_names_nothing_fills_nothing_in(query):
    review, _, manager = under_way()
    assert "></textarea>" in page(manager, review, f"record/extend/?{query}").replace("\n", "")


def test_a_hold_of_another_review_fills_nothing_in():
    review, _, manager = under_way()
    other = a_trial(a_review(), by=person(Coordinator), holds=["documents"])
    shown = page(manager, review, f"record/extend/?hold={other.holds.get().pk}")
    assert "has been held up" not in shown


def test_a_pause_leads_to_an_extension_with_its_reason():
    review, _, manager = under_way()
    by = person(Manager, review.board)
    review.record(
        "pause", by=by, at=timezone.now(), on=timezone.localdate(), reasons="The trial runs."
    )
    assert "record/extend/?pause=1" in page(manager, review, "")
    assert "record/extend/?pause=1" in page(manager, review)
    assert "The trial runs.</textarea>" in page(manager, review, "record/extend/?pause=1")


def test_the_same_is_not_held_up_twice_by_the_same_proceedings():
    review, staff, _ = under_way()
    trial = a_trial(review, by=person(Coordinator, review.board), holds=["documents"])
    sent = {"what": "documents", "reason": "x", **day("since_on", timezone.localdate())}
    url = f"/reviews/{review.reference}/proceedings/{trial.pk}/hold_up/"
    assert "hold this up already: sharing of documents" in staff.post(url, sent).content.decode()
    assert staff.post(url, sent | {"what": "family"}).status_code == 302


def test_a_hold_lasts_beyond_the_expected_end_and_is_lifted_with_the_proceedings_when_asked():
    review, staff, _ = under_way()
    trial = a_trial(review, by=person(Coordinator, review.board), holds=["documents"])
    trial.holds.update(expected_until_on=date(2010, 3, 20))
    url = f"/reviews/{review.reference}/proceedings/{trial.pk}/move_proceedings/"
    today = day("on", timezone.localdate())
    early = staff.post(url, {"state": "under_way", "lifts": "on", **today})
    assert "only when the proceedings are over" in early.content.decode()
    staff.post(url, {"state": "concluded", **today})
    assert Hold.objects.of_review(review).in_force().count() == 1
    assert "still hold this up" in page(staff, review, f"proceedings/{trial.pk}/")
    staff.post(url, {"state": "concluded", "lifts": "on", **today})
    assert Hold.objects.get().lifted_because == "The proceedings are concluded."


def test_a_hold_is_not_lifted_before_it_began_nor_twice():
    review, _, _ = under_way()
    by = person(Coordinator, review.board)
    trial = a_trial(review, by=by, holds=["documents"])
    facts = {"proceedings": trial, "hold": trial.holds.get(), "reason": "x"}
    with pytest.raises(ValidationError, match="12 March 2010"):
        review.record("lift_hold", by=by, at=AT, on=date(2010, 3, 11), **facts)
    review.record("lift_hold", by=by, at=AT, on=date(2010, 3, 20), **facts)
    with pytest.raises(ValidationError, match="lifted already"):
        review.record("lift_hold", by=by, at=AT, on=date(2010, 3, 20), **facts)


def test_many_proceedings_and_hostile_names_are_listed_as_text():
    review, staff, _ = under_way()
    by = person(Coordinator, review.board)
    for number in range(12):
        a_trial(review, by=by, body=f"<script>{number}</script>", holds=["publication"])
    shown = page(staff, review)
    assert "<script>0" not in shown
    assert shown.count("&lt;script&gt;11") >= 2
