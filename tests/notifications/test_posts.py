"""Whoever is appointed, or is to own a review, is told once, and before they declare no more."""

from datetime import timedelta

import pytest
from django.db import IntegrityError
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from boards.models import Membership, User
from boards.roles import Chair, Coordinator, Manager, PanelChair, PanelMember
from notifications.models import Kind, Reminder
from notifications.preview import preview
from reviews.models import Appointment, Declaration, HandOver, Review
from tests.factories import a_review, person
from tests.notifications.scenes import remind_on
from tests.notifications.test_letters import html_of, text_of

pytestmark = pytest.mark.django_db


class Scene:
    """A review being scoped, its owner, the manager who appoints and who is to chair the panel."""

    def __init__(self, **fields) -> None:
        self.now, self.today = timezone.now(), timezone.localdate()
        self.owner = person(Coordinator)
        self.board = self.owner.seats()[0].board
        self.manager, self.chair = person(Manager, self.board), person(Chair, self.board)
        self.colleague = person(Coordinator, self.board)
        self.petra = person(PanelChair, self.board)
        dates = {"notified": self.today, "referred": self.today}
        review = a_review(self.board, owner=self.owner, at=self.now, dates=dates)
        Review.objects.filter(pk=review.pk).update(state="scoping", **fields)
        self.review = Review.objects.get(pk=review.pk)

    def appoint(self, user: User | None = None, *, days_ago: int = 0, **fields) -> Appointment:
        user = self.petra if user is None else user
        facts = {"post": "panel_chair", "name": "Petra Lindfield", "employer": "Self-employed"}
        facts |= {"independence": "Never worked here.", "job_title": "Nurse", "on": self.today}
        at = self.now - timedelta(days=days_ago)
        facts |= {"by": self.manager, "at": at, "user": user or None}
        self.review.record("appoint", **facts | fields)
        return self.review.appointments.latest("pk")

    def hand_over(self, owner: User, by: User | None = None) -> None:
        self.review.record("hand_over", by=by or self.manager, at=self.now, owner=owner)

    def deliver(self) -> None:
        remind_on(self.today, at=timezone.now())

    def people_page(self) -> str:
        client = Client()
        client.force_login(self.manager)
        return client.get(f"/reviews/{self.review.reference}/people/").content.decode()


def news(post) -> dict[str, list[str]]:
    """Return {address: all that each mail about a post or an owner says}."""
    found: dict[str, list[str]] = {}
    for mail in post.messages:
        if any(word in mail["Subject"] for word in ("appointed", "take over", "own review")):
            words = f"{mail['Subject']}\n{text_of(mail)}\n{html_of(mail)}"
            found.setdefault(mail["To"], []).append(words)
    return found


@pytest.mark.parametrize("restricted", [False, True])
def test_the_appointed_are_told_once_with_the_page_of_their_declaration(post, restricted):
    scene = Scene(is_restricted=restricted)
    held = scene.appoint()
    scene.deliver()
    scene.deliver()
    ((words,),) = news(post).values()
    assert set(news(post)) == {scene.petra.email}
    assert f"You are appointed to review {scene.review.reference}" in words
    assert "Independent panel chair" in words
    link = reverse("declare", args=[held.pk])
    assert words.count(link) >= 2
    # Before they have declared, neither the stage nor anybody's name.
    child = scene.review.incident.children.get().name
    assert not any(said in words for said in ("Scoping", child, "Petra Lindfield"))
    client = Client()
    client.force_login(scene.petra)
    assert client.get(link).status_code == 200


def test_nobody_is_told_twice_of_one_appointment():
    scene = Scene()
    held = scene.appoint()
    row = Reminder.objects.get(kind=Kind.APPOINTED)
    with pytest.raises(IntegrityError):
        Reminder.objects.create(
            kind=Kind.APPOINTED,
            review=scene.review,
            appointment=held,
            recipient=row.recipient,
            tier=row.tier,
            planned_at=scene.now,
        )


def test_who_has_no_account_who_appointed_themselves_and_what_is_old_is_told_to_nobody():
    scene = Scene()
    scene.appoint(False)
    Membership.objects.create(
        user=scene.manager, board=scene.board, role=PanelMember.slug, since_on=scene.today
    )
    scene.appoint(scene.manager, post="panel_member", name="Mona")
    late = person(PanelMember, scene.board)
    scene.appoint(late, post="panel_member", name="Lee", days_ago=8, on=scene.today)
    assert not Reminder.objects.filter(kind=Kind.APPOINTED).exists()


def ended(scene: Scene, held: Appointment) -> None:
    said = {"by": scene.manager, "at": scene.now, "on": scene.today, "reasons": "Ill."}
    scene.review.record("end_appointment", appointment=held, **said)


def without_seat(scene: Scene, held: Appointment) -> None:
    scene.petra.memberships.get().end(on=scene.today)


def declared(scene: Scene, held: Appointment) -> None:
    answers = {"is_involved": False, "has_interest": False, "keeps_confidence": True}
    Declaration.make(held, by=scene.petra, at=scene.now, on=scene.today, **answers)


@pytest.mark.parametrize(
    ("happens", "because"),
    [
        (ended, "The appointment has ended, or the post is not of their account any more."),
        (without_seat, "The appointment has ended, or the post is not of their account any more."),
        (declared, "They have declared already."),
    ],
)
def test_what_is_no_news_any_more_is_not_sent(post, happens, because):
    scene = Scene()
    happens(scene, scene.appoint())
    scene.deliver()
    assert not news(post)
    assert Reminder.objects.get(kind=Kind.APPOINTED).superseded_because == because


def test_the_people_page_says_when_they_were_told_and_opens_the_mail(post):
    scene = Scene()
    scene.appoint()
    scene.appoint(False, post="overview_author", name="Owen Writer")
    assert "Mail: planned." in scene.people_page()
    scene.deliver()
    page = scene.people_page()
    assert f"By mail on {scene.today.day} " in page
    assert "Has no account here: tell them yourself" in page
    row = Reminder.objects.get(kind=Kind.APPOINTED)
    path = reverse("reminder", args=[row.pk])
    assert path in page
    client = Client()
    client.force_login(scene.manager)
    shown = client.get(path).content.decode()
    assert "You are appointed to review" in shown
    listed = client.get(f"/reviews/{scene.review.reference}/reminders/").content.decode()
    assert "Appointment: Independent panel chair" in listed


def test_who_is_asked_to_take_a_review_over_is_told_where_to_answer(post):
    scene = Scene()
    scene.hand_over(scene.colleague)
    scene.deliver()
    asked = HandOver.objects.get()
    (words,) = news(post)[scene.colleague.email]
    assert set(news(post)) == {scene.colleague.email}
    assert f"You are asked to take over review {scene.review.reference}" in words
    assert reverse("hand-over", args=[asked.pk]) in words


def test_who_is_made_owner_outright_is_told_and_who_takes_it_is_not(post):
    scene = Scene()
    scene.owner.memberships.get().end(on=scene.today)
    scene.hand_over(scene.colleague)
    scene.deliver()
    (words,) = news(post)[scene.colleague.email]
    assert f"You own review {scene.review.reference} now" in words
    assert "/hand-over" not in words
    scene.hand_over(scene.manager)
    scene.hand_over(scene.chair, by=scene.chair)
    assert Reminder.objects.filter(kind=Kind.HAND_OVER).count() == 1
    assert not HandOver.objects.exclude(to=scene.colleague).exists()


def test_a_hand_over_that_was_answered_before_the_mail_left_is_not_told(post):
    scene = Scene()
    scene.hand_over(scene.colleague)
    asked = HandOver.objects.get()
    facts = {"hand_over": asked, "is_accepted": True, "by": scene.colleague, "at": timezone.now()}
    scene.review.record("answer_hand_over", **facts)
    scene.deliver()
    assert not news(post)
    row = Reminder.objects.get(kind=Kind.HAND_OVER)
    assert row.superseded_because == "It was answered, or settled otherwise."
    # Read afterwards it says what it would have said.
    assert (
        "You are asked to take over" in preview(row, seen_by=row.recipient, at=timezone.now()).text
    )


def test_several_posts_come_in_one_mail(post):
    scene = Scene()
    other = a_review(scene.board, at=scene.now, dates=scene.review.dates())
    Review.objects.filter(pk=other.pk).update(state="scoping")
    scene.appoint()
    facts = {"post": "panel_chair", "name": "Petra", "employer": "None", "independence": "Free."}
    said = {"by": scene.manager, "at": scene.now, "on": scene.today, "user": scene.petra}
    Review.objects.get(pk=other.pk).record("appoint", **facts, **said)
    scene.deliver()
    (words,) = news(post)[scene.petra.email]
    assert scene.review.reference in words and other.reference in words
    for held in Appointment.objects.all():
        assert reverse("declare", args=[held.pk]) in words
