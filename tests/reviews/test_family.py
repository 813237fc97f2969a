"""The family: who knows them, days without contact, the log, and what the board has to be told."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from boards.roles import AgencyAuthor, Chair, Coordinator, Manager, OverviewAuthor, PanelMember
from records.models import AuditEvent
from reviews.conditions import NotYet, missing_for
from reviews.models import FamilyMember, QuietDays, Review
from reviews.models.quiet_days import anniversaries
from reviews.statutory import PartialDate
from tests.factories import AT, BoardFactory, a_relative, a_review, appointed, person
from tests.reviews.test_case_page import day, signed_in
from tests.reviews.test_proceedings import page, under_way

pytestmark = pytest.mark.django_db


def a_family() -> tuple[Review, Client, dict[str, object]]:
    """Return a review with a mother, its coordinator, and what a contact with her says."""
    review, staff, _ = under_way()
    mother = a_relative(review, by=person(Coordinator, review.board))
    visit = {"with_whom": [mother.pk], "way": "visit", "made_by": "CQ", "said": "She was told."}
    return review, staff, visit | day("on", timezone.localdate())


def quiet(review: Review, first_on: date, last_on: date | None = None, **fields) -> QuietDays:
    facts = {"reason": "The funeral", "by": person(Coordinator, review.board), "at": AT} | fields
    return review.quiet_days.create(first_on=first_on, last_on=last_on or first_on, **facts)


def send(client: Client, review: Review, act: str, facts: dict, query: str = "") -> str:
    """Send the form; return what its page says, nothing when it was recorded."""
    answer = client.post(f"/reviews/{review.reference}/family/{act}/{query}", facts)
    return "" if answer.status_code == 302 else answer.content.decode()


def test_the_family_is_known_to_few_and_each_opening_is_logged():
    review, staff, _ = a_family()
    url = f"/reviews/{review.reference}/family/"
    for role, post in ((PanelMember, "panel_member"), (OverviewAuthor, "overview_author")):
        somebody = person(role, review.board)
        appointed(review, somebody, post)
        assert signed_in(somebody).get(url).status_code == (403 if role is PanelMember else 200)
    assert signed_in(person(AgencyAuthor, review.board)).get(url).status_code == 404
    assert signed_in(person(Manager, BoardFactory())).get(url).status_code == 404
    before = AuditEvent.objects.about(review).filter(verb="view").count()
    assert "Joan Bloggs" in page(staff, review, "family/")
    opened = AuditEvent.objects.about(review).filter(verb="view")
    assert opened.count() == before + 1
    assert opened[0].sentence == "The family’s page, with names, was opened."


def test_a_chair_reads_and_does_not_write():
    review, _, _ = a_family()
    chair = signed_in(person(Chair, review.board))
    assert "Record a contact" not in page(chair, review, "family/")
    answer = chair.get(f"/reviews/{review.reference}/family/record_contact/")
    assert answer.status_code == 403


def test_neither_the_log_nor_the_review_names_the_family_or_quotes_them():
    review, staff, visit = a_family()
    mother = review.relatives.get()
    send(staff, review, "record_contact", visit)
    send(
        staff,
        review,
        "record_contribution",
        {"relative": mother.pk, "words": "Nobody rang back.", **day("on", timezone.localdate())},
    )
    send(staff, review, "add_relative", {"name": "Una Kin", "relationship": "Aunt"} | UNDECIDED)
    logged = str(list(AuditEvent.objects.about(review).values_list("sentence", "details")))
    assert "A contact with the family was recorded." in logged
    for said in ("Joan", "Una", "She was told", "Nobody rang"):
        assert said not in logged
        assert said not in page(staff, review, "")
        assert said not in page(staff, review, "history/")


UNDECIDED = {"involvement": "undecided"}


def test_somebody_of_the_notification_is_added_once_with_what_it_said():
    review, staff, _ = a_family()
    uncle = FamilyMember.objects.create(
        incident=review.incident, name="Ted Bloggs", relationship="Uncle"
    )
    elsewhere = FamilyMember.objects.create(incident=a_review().incident, name="Eve Else")
    assert "Ted Bloggs (Uncle)" in page(staff, review, "family/")
    form = page(staff, review, f"family/add_relative/?member={uncle.pk}")
    assert 'value="Ted Bloggs"' in form
    assert "Eve Else" not in page(staff, review, f"family/add_relative/?member={elsewhere.pk}")
    facts = {"member": uncle.pk, "name": "Ted Bloggs", "relationship": "Uncle", **UNDECIDED}
    assert not send(staff, review, "add_relative", facts)
    assert "Named in the notification" not in page(staff, review, "family/")
    assert "was added already" in send(staff, review, "add_relative", facts)
    twin = facts | {"member": ""}
    assert "on the family’s page already" in send(staff, review, "add_relative", twin)


def test_who_is_not_to_be_involved_is_so_for_a_reason():
    review, staff, _ = a_family()
    facts = {"name": "A", "relationship": "Father", "involvement": "no"}
    asked = send(staff, review, "add_relative", facts)
    assert "Enter why this person is not to be involved" in asked


def test_earlier_answers_about_consent_are_kept_and_the_latest_holds():
    review, staff, _ = a_family()
    mother = review.relatives.get()
    asked = {"relative": mother.pk, "about": "contributing", **day("asked_on", date(2010, 3, 1))}
    given = asked | {"answer": "given"}
    assert "Enter the date of the answer" in send(staff, review, "record_consent", given)
    early = given | day("answered_on", date(2010, 2, 1))
    assert "before they were asked" in send(staff, review, "record_consent", early)
    assert not send(staff, review, "record_consent", given | day("answered_on", date(2010, 3, 2)))
    back = asked | {"answer": "withdrawn"} | day("answered_on", date(2010, 4, 2))
    assert not send(staff, review, "record_consent", back)
    assert [str(each) for each in mother.consents_now()] == [
        "Contributing to the review: withdrawn on 2 April 2010"
    ]
    assert "given on 2 March 2010" in page(staff, review, f"family/people/{mother.pk}/")


def test_what_became_of_a_contribution_leaves_its_words():
    review, staff, _ = a_family()
    said = {"relative": review.relatives.get().pk, "words": "Nobody rang back."}
    assert not send(staff, review, "record_contribution", said | day("on", date(2010, 3, 1)))
    of = review.relatives.get().contributions.get()
    used = {"contribution": of.pk, "used": "Paragraph 4.2", "saw_draft": "yes"}
    assert not send(staff, review, "use_contribution", used | {"words": "Other words"})
    of.refresh_from_db()
    assert (of.words, of.used, of.saw_draft) == ("Nobody rang back.", "Paragraph 4.2", "yes")
    assert "Paragraph 4.2" in page(staff, review, f"family/use_contribution/?contribution={of.pk}")


def test_the_set_goes_to_the_board_only_when_the_family_is_accounted_for():
    review, staff, _ = a_family()
    by = person(Coordinator, review.board)
    why = "Record what the family contributed, or why the family was not involved"
    with pytest.raises(NotYet, match=why):
        review.move("put_to_board", by=by, at=timezone.now())
    link = f'href="/reviews/{review.reference}/family/">{why}'
    assert link in page(staff, review, "")
    reason = {"reason": "They did not wish to.", **day("on", timezone.localdate())}
    assert not send(staff, review, "leave_family_out", reason)
    assert not [each for each in missing_for(review, "put_to_board") if each.place == "family"]
    assert "They did not wish to." in page(staff, review, "family/")


def test_a_contribution_accounts_for_the_family_too():
    review, staff, _ = a_family()
    said = {"relative": review.relatives.get().pk, "words": "x", **day("on", date(2010, 3, 1))}
    assert not send(staff, review, "record_contribution", said)
    assert not [each for each in missing_for(review, "put_to_board") if each.place == "family"]


def test_the_case_file_says_how_contact_stands_and_names_nobody():
    review, staff, visit = a_family()
    send(staff, review, "record_contact", visit | day("on", date(2010, 3, 12)))
    on = timezone.localdate() + timedelta(days=2)
    plan = {"with_whom": visit["with_whom"], "purpose": "x", **day("on", on)}
    send(staff, review, "plan_contact", plan)
    shown = page(staff, review, "")
    planned = f"next planned {on.day} {on:%B %Y}"
    assert f"1 person, last contact 12 March 2010, {planned}" in shown
    assert "Joan" not in shown


def test_an_empty_family_says_what_to_do():
    review, staff, _ = under_way()
    shown = page(staff, review, "family/")
    assert "Nobody yet. Add those whom the review may speak with" in shown
    assert "Nobody yet" in page(staff, review, "")


def test_anniversaries_are_proposed_and_stored_as_days_alone():
    review, staff, _ = under_way()
    child = review.incident.children.get()
    child.born, child.died = PartialDate.of(2008, 2, 29), PartialDate.of(2010)
    child.save()
    today = timezone.localdate()
    (birth,) = anniversaries(review, today)
    assert birth.on >= today
    assert birth.reason == "Anniversary of the birth of Child A"
    assert "Anniversary of the birth of Child A" in page(staff, review, "family/")
    form = page(staff, review, "family/keep_days_quiet/?anniversary=birth-1")
    assert "Anniversary of the birth of Child A" in form
    assert page(staff, review, "family/keep_days_quiet/?anniversary=nothing")
    facts = {"reason": birth.reason, "is_yearly": "on", **day("first_on", birth.on)}
    assert not send(staff, review, "keep_days_quiet", facts)
    days = QuietDays.objects.get()
    assert (days.first_on, days.last_on, days.is_yearly) == (birth.on, birth.on, True)
    assert "Proposed from" not in page(staff, review, "family/")
