"""Whoever is appointed to a review, or is to own it, is told by mail, once.

The appointed do not see the review before they have declared: what they are told is their post, and
the page of their declaration. Who is asked to take a review over is told where they answer.
"""

from collections.abc import Iterable
from datetime import timedelta
from typing import Any

from django.db.models import Exists, OuterRef
from django.dispatch import receiver
from django.urls import reverse
from django.utils import timezone

from boards.govuk.words import on_paper
from boards.models import Membership, User
from notifications.ladder import Tier
from notifications.models import Kind, Reminder
from reviews.models import Appointment, HandOver, Review
from reviews.models.hand_over import OWNERS
from reviews.people import Telling
from reviews.signals import appointments_told, owner_asked, person_appointed

NEWS_LASTS = timedelta(days=7)  # what is entered long after it was done is no news
POST_ENDED = "The appointment has ended, or the post is not of their account any more."
DECLARED = "They have declared already."
ANSWERED = "It was answered, or settled otherwise."


@receiver(person_appointed, dispatch_uid="notifications.person_appointed")
def tell_the_appointed(sender: type, appointment: Appointment, by: User, **_: Any) -> None:
    """The person has a row that goes by mail at once, where they have an account."""
    if appointment.user_id and appointment.user_id != by.pk:
        _tell(Kind.APPOINTED, appointment.user, appointment, appointment=appointment)


@receiver(owner_asked, dispatch_uid="notifications.owner_asked")
def tell_the_owner(sender: type, hand_over: HandOver, **_: Any) -> None:
    """Whoever is to own the review has a row that goes by mail at once."""
    if hand_over.to_id != hand_over.by_id:
        _tell(Kind.HAND_OVER, hand_over.to, hand_over, hand_over=hand_over)


def _tell(kind: Kind, to: User, of: Appointment | HandOver, **cause: Any) -> None:
    now = timezone.now()
    if not to.is_active or now - of.at > NEWS_LASTS:
        return
    said = {"review_id": of.review_id, "recipient": to, "tier": Tier.HOLDER, "planned_at": now}
    Reminder.objects.bulk_create([Reminder(kind=kind, **said, **cause)], ignore_conflicts=True)


def no_longer_theirs(rows: Iterable[Reminder]) -> dict[int, str]:
    """Return {row: why it is not sent}, of those about posts and owners. Three queries, or none."""
    about = [row for row in rows if row.kind in (Kind.APPOINTED, Kind.HAND_OVER)]
    if not about:
        return {}
    posts = _open_posts(row.appointment_id for row in about)
    owners = _open_hand_overs(row.hand_over_id for row in about)
    declared = set(Appointment.objects.cleared().filter(pk__in=posts).values_list("pk", flat=True))
    reasons = {}
    for row in about:
        if row.kind == Kind.HAND_OVER:
            if owners.get(row.hand_over_id) != row.recipient_id:
                reasons[row.pk] = ANSWERED
        elif posts.get(row.appointment_id) != row.recipient_id:
            reasons[row.pk] = POST_ENDED
        elif row.appointment_id in declared:
            reasons[row.pk] = DECLARED
    return reasons


def _open_posts(wanted: Iterable[int | None]) -> dict[int, int]:
    """Return {appointment: person} of those whose declaration page opens to the person."""
    seat = Membership.objects.open().filter(
        user=OuterRef("user"), board=OuterRef("review__board"), role=OuterRef("post")
    )
    held = Appointment.objects.open().filter(Exists(seat), pk__in=set(wanted) - {None})
    return dict(held.order_by().values_list("pk", "user"))


def _open_hand_overs(wanted: Iterable[int | None]) -> dict[int, int]:
    """Return {hand-over: person} of those that wait, or that made the person the owner they are."""
    seat = Membership.objects.open().filter(
        user=OuterRef("to"),
        board=OuterRef("review__board"),
        role__in=[role.slug for role in OWNERS],
    )
    asked = HandOver.objects.filter(Exists(seat), pk__in=set(wanted) - {None})
    return {
        each.pk: each.to_id
        for each in asked.select_related("review")
        if each.answered_at is None or (each.was_outright and each.review.owner_id == each.to_id)
    }


def link_of_post(row: Reminder) -> str:
    """Return the page where they declare or answer, or the review that they own."""
    if row.kind == Kind.APPOINTED:
        return reverse("declare", args=[row.appointment_id])
    if row.hand_over.was_outright:
        return row.review.get_absolute_url()
    return reverse("hand-over", args=[row.hand_over_id])


@receiver(appointments_told, dispatch_uid="notifications.appointments_told")
def how_they_were_told(sender: type, review: Review, **_: Any) -> dict[int, Telling]:
    """Return of each appointment whose person has a row how that stands, and the mail."""
    rows = Reminder.objects.filter(kind=Kind.APPOINTED).for_review(review)
    return {
        row.appointment_id: Telling(_words(row), reverse("reminder", args=[row.pk])) for row in rows
    }


def _words(row: Reminder) -> str:
    status = row.status
    if status.label == "Sent":
        return f"By mail on {on_paper(status.at)}"
    if status.label == "Not sent":
        return f"No mail was sent. {status.because}"
    return f"Mail: {status.label.lower()}. {status.because}".removesuffix(" ")
