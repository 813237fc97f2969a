"""The constraints of who is appointed, and what they declare."""

from collections.abc import Callable

from reviews.models import Appointment
from tests.factories import AT
from tests.reviews.scene import BEFORE, DAY, Scene


def named_nothing(s: Scene) -> None:
    held = s.appoint("panel_member")
    Appointment.objects.filter(pk=held.pk).update(folded_name="")


ROWS: dict[str, Callable[[Scene], object]] = {
    "one_open_panel_chair_and_author": lambda s: [
        s.appoint("panel_chair", name) for name in ("Dr A", "Dr B")
    ],
    "panel_chair_is_not_the_author": lambda s: [
        s.appoint("panel_chair", "Dr Ann  Other"),
        s.appoint("overview_author", "ann OTHER"),
    ],
    "one_open_post_an_account": lambda s: [
        s.appoint("panel_chair", "Ann Other", user=s.user),
        s.appoint("overview_author", "Somebody Else", user=s.user),
    ],
    "chair_and_author_state_independence": lambda s: s.appoint("panel_chair", independence=""),
    "panel_member_has_a_job_title": lambda s: s.appoint("panel_member", job_title=""),
    "appointed_by_name": named_nothing,
    "appointment_ends_after_start": lambda s: s.appoint(
        "panel_member", ended_on=BEFORE, ended_because="x"
    ),
    "appointment_ends_with_a_reason": lambda s: s.appoint("panel_member", ended_on=DAY),
    "conflict_declared_with_particulars": lambda s: s.declare(is_involved=True),
    "declared_with_confidentiality": lambda s: s.declare(keeps_confidence=False),
    "one_hand_over_waits_a_review": lambda s: [s.offer() for _ in "ab"],
    "hand_over_answered_at_some_time": lambda s: s.offer(answer="accepted"),
    "hand_over_declined_with_a_reason": lambda s: s.offer(answer="declined", answered_at=AT),
    "owner_and_deputy_are_two": lambda s: s.offer(to=s.user, deputy=s.user),
    "absence_ends_after_it_begins": lambda s: s.away(to_on=BEFORE),
    "nobody_covers_themselves": lambda s: s.away(cover=s.user),
    "one_absence_from_a_day": lambda s: [s.away() for _ in "ab"],
    "conflict_accepted_with_reasons_and_mitigation": lambda s: s.accept(mitigation=""),
}
