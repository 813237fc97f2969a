"""The constraints of the family, their days without contact and the log."""

from collections.abc import Callable

from reviews.models import (
    Consent,
    Contact,
    FamilyContribution,
    FamilyMember,
    NotInvolved,
    PlannedContact,
    QuietDays,
    Relative,
)
from tests.factories import AT, a_relative
from tests.reviews.scene import AFTER, BEFORE, DAY, Scene


def consent(scene: Scene, **fields: object) -> Consent:
    asked = {"about": "named", "asked_on": DAY, **scene.said}
    return Consent.objects.create(
        relative=a_relative(scene.review, by=scene.user), **asked | fields
    )


def quiet(scene: Scene, **fields: object) -> QuietDays:
    days = {"first_on": DAY, "last_on": DAY, "reason": "Funeral", **scene.of}
    return QuietDays.objects.create(**days | fields)


def contact(scene: Scene, **fields: object) -> Contact:
    facts = {"on": DAY, "way": "visit", "made_by": "x", "said": "x", **scene.of}
    return Contact.objects.create(**facts | fields)


def notified_twice(scene: Scene) -> None:
    member = FamilyMember.objects.create(incident=scene.review.incident, name="x")
    scene.twice(Relative, name="x", relationship="Aunt", member=member, **scene.of)


ROWS: dict[str, Callable[[Scene], object]] = {
    "notified_relative_once": notified_twice,
    "relative_is_somebody": lambda s: a_relative(s.review, by=s.user, name=""),
    "not_involved_with_a_reason": lambda s: a_relative(s.review, by=s.user, involvement="no"),
    "consent_answered_on_a_day": lambda s: consent(s, answer="given"),
    "consent_answered_after_asked": lambda s: consent(s, answer="given", answered_on=BEFORE),
    "contribution_says_something": lambda s: FamilyContribution.objects.create(
        relative=a_relative(s.review, by=s.user), on=DAY, **s.said
    ),
    "family_left_out_with_a_reason": lambda s: NotInvolved.objects.create(on=DAY, **s.of),
    "quiet_days_end_after_start": lambda s: quiet(s, first_on=AFTER),
    "quiet_days_have_a_reason": lambda s: quiet(s, reason=""),
    "quiet_days_taken_back_by_somebody": lambda s: quiet(s, taken_back_at=AT),
    "contact_says_what_and_by_whom": lambda s: contact(s, said=""),
    "planned_contact_has_a_purpose": lambda s: PlannedContact.objects.create(on=DAY, **s.of),
    "planned_contact_made_or_called_off": lambda s: PlannedContact.objects.create(
        on=DAY, purpose="x", contact=contact(s), called_off_because="x", **s.of
    ),
}
