"""The family: who knows them, days without contact, the log, and what the board has to be told."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone

from boards.roles import AgencyAuthor, Chair, Coordinator, Manager, OverviewAuthor, PanelMember
from records.models import AuditEvent
from reviews.conditions import NotYet, missing_for
from reviews.models import Appointment, Contact, FamilyMember, PlannedContact, QuietDays, Review
from reviews.models.quiet_days import anniversaries, next_free_day
from reviews.statutory import PartialDate
from tests.factories import AT, BoardFactory, a_relative, a_review, a_trial, person
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
        Appointment.objects.create(
            review=review,
            post=post,
            name="x",
            user=somebody,
            employer="x",
            independence="x",
            appointed_on=date(2010, 3, 1),
            by=somebody,
            at=AT,
        )
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


def test_a_contact_on_a_quiet_day_asks_why_and_loses_nothing():
    review, staff, visit = a_family()
    quiet(review, timezone.localdate())
    warned = send(staff, review, "record_contact", visit)
    assert "The family is not to be contacted on" in warned
    assert "(The funeral)" in warned
    assert "She was told." in warned
    assert not Contact.objects.exists()
    assert not send(staff, review, "record_contact", visit | {"all_the_same": "She rang us."})
    assert Contact.objects.get().all_the_same == "She rang us."
    assert "She rang us." in page(staff, review, "family/")


def test_the_question_why_is_not_asked_of_an_ordinary_day():
    review, staff, _ = a_family()
    assert "all_the_same" not in page(staff, review, "family/record_contact/")


def test_a_plan_for_a_quiet_day_names_the_next_possible_day():
    review, staff, visit = a_family()
    today = timezone.localdate()
    quiet(review, today + timedelta(days=3), today + timedelta(days=4))
    quiet(review, today + timedelta(days=5), relative=review.relatives.get(), reason="The trial")
    plan = {"with_whom": visit["with_whom"], "purpose": "To hear her"}
    plan |= day("on", today + timedelta(days=3))
    free = today + timedelta(days=6)
    warned = send(staff, review, "plan_contact", plan)
    assert f"The next possible day is {free.day} {free:%B %Y}." in warned
    assert not PlannedContact.objects.exists()
    assert not send(staff, review, "plan_contact", plan | day("on", free))
    assert PlannedContact.objects.waiting().get().on == free


def test_somebody_elses_quiet_day_is_an_ordinary_day():
    review, staff, visit = a_family()
    aunt = a_relative(review, by=person(Coordinator), name="Una", relationship="Aunt")
    quiet(review, timezone.localdate(), relative=aunt)
    assert not send(staff, review, "record_contact", visit)
    both = visit | {"with_whom": [*visit["with_whom"], aunt.pk]}
    assert "Una is not to be contacted" in send(staff, review, "record_contact", both)


def test_a_quiet_day_that_was_taken_back_is_an_ordinary_day_and_is_kept():
    review, staff, visit = a_family()
    days = quiet(review, timezone.localdate())
    assert not send(staff, review, "take_back_quiet_days", {"quiet_days": days.pk})
    assert not send(staff, review, "record_contact", visit)
    days.refresh_from_db()
    assert days.taken_back_by


def test_contact_is_warned_against_while_proceedings_hold_it_up():
    review, staff, visit = a_family()
    a_trial(review, by=person(Coordinator, review.board), holds=["family"])
    held = (
        "Contact with the family has been held up by the criminal proceedings (Lewes Crown Court)"
    )
    assert held in page(staff, review, "family/")
    assert held in send(staff, review, "record_contact", visit)
    before = visit | day("on", date(2010, 3, 11))
    assert not send(staff, review, "record_contact", before)


def test_the_next_step_is_planned_and_refused_on_a_quiet_day():
    review, staff, visit = a_family()
    on = timezone.localdate() + timedelta(days=7)
    step = visit | {"next_step": "Visit again"} | day("next_on", on)
    days = quiet(review, on)
    assert "Choose another day" in send(staff, review, "record_contact", step)
    assert not Contact.objects.exists()
    days.delete()
    assert not send(staff, review, "record_contact", step)
    plan = PlannedContact.objects.waiting().get()
    assert (plan.on, plan.purpose) == (on, "Visit again")
    made = visit | {"planned": plan.pk, "said": "Visited."}
    assert not send(staff, review, "record_contact", made)
    assert not PlannedContact.objects.waiting().exists()
    assert "made or called off already" not in page(staff, review, "family/")


def test_a_mistake_is_corrected_by_another_entry_once():
    review, staff, visit = a_family()
    send(staff, review, "record_contact", visit)
    wrong = Contact.objects.get()
    assert "She was told." in page(staff, review, f"family/record_contact/?corrects={wrong.pk}")
    right = visit | {"corrects": wrong.pk, "said": "He was told."}
    assert not send(staff, review, "record_contact", right)
    shown = page(staff, review, "family/")
    assert "She was told." in shown
    assert "Corrected by the entry" in shown
    again = send(staff, review, "record_contact", right | {"said": "They were told."})
    assert "corrected already" in again
    assert Contact.objects.standing().get().said == "He was told."


def test_the_same_entry_sent_twice_stands_once():
    review, staff, visit = a_family()
    assert not send(staff, review, "record_contact", visit)
    assert "in the log already" in send(staff, review, "record_contact", visit)
    assert Contact.objects.count() == 1


def test_nobody_of_another_review_is_contacted_here():
    review, staff, visit = a_family()
    stranger = a_relative(a_review(), by=person(Coordinator))
    assert send(staff, review, "record_contact", visit | {"with_whom": [stranger.pk]})
    answer = staff.get(f"/reviews/{review.reference}/family/people/{stranger.pk}/")
    assert answer.status_code == 404
    assert not Contact.objects.exists()


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


def test_a_long_log_is_turned_over_page_by_page():
    review, staff, _ = a_family()
    by = person(Coordinator, review.board)
    for number in range(30):
        review.contacts.create(
            on=date(2010, 3, 1), way="visit", made_by="x", said=f"<b>{number}</b>", by=by, at=AT
        )
    shown = page(staff, review, "family/")
    assert "&lt;b&gt;29" in shown
    assert "&lt;b&gt;1&lt;" not in shown
    assert "&lt;b&gt;1&lt;" in page(staff, review, "family/?page=2")


@pytest.mark.parametrize(
    ("first_on", "last_on", "on", "is_quiet"),
    [
        ("2010-03-05", "2010-03-05", "2011-03-05", True),
        ("2010-03-05", "2010-03-05", "2011-03-06", False),
        ("2010-03-05", "2010-03-05", "2009-03-05", False),  # before it first came
        ("2010-12-24", "2011-01-02", "2012-01-01", True),  # over the end of a year
        ("2010-12-24", "2011-01-02", "2012-01-03", False),
        ("2012-02-29", "2012-02-29", "2013-02-28", True),
        ("2012-02-29", "2012-02-29", "2013-03-01", False),
        ("2012-02-29", "2012-02-29", "2016-02-29", True),
    ],
)
def test_days_that_come_every_year(first_on, last_on, on, is_quiet):
    days = QuietDays(
        first_on=date.fromisoformat(first_on),
        last_on=date.fromisoformat(last_on),
        is_yearly=True,
    )
    assert days.covers(date.fromisoformat(on)) is is_quiet


def test_no_next_day_is_promised_where_there_is_none():
    review, _, _ = under_way()
    quiet(review, date(2010, 1, 1), date(2019, 1, 1))
    assert next_free_day(review, [], date(2010, 3, 1)) is None


def test_quiet_days_end_after_they_begin_and_yearly_ones_are_short():
    review, _, _ = under_way()
    by = person(Coordinator, review.board)
    facts = {"by": by, "at": AT, "reason": "x", "first_on": date(2010, 3, 5)}
    with pytest.raises(ValidationError, match="or a later one"):
        review.record("keep_days_quiet", last_on=date(2010, 3, 4), **facts)
    with pytest.raises(ValidationError, match="60 days at most"):
        review.record("keep_days_quiet", last_on=date(2010, 6, 4), is_yearly=True, **facts)


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
