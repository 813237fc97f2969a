"""The constraints of proceedings beside a review, and of what they hold up."""

from collections.abc import Callable

from reviews.models import Hold, Proceedings, ProceedingsStep
from tests.factories import AT, a_trial
from tests.reviews.scene import AFTER, BEFORE, DAY, Scene


def hold(scene: Scene, **fields: object) -> Hold:
    trial = a_trial(scene.review, by=scene.user)
    facts = {"what": "publication", "since_on": DAY, "reason": "x", **scene.said}
    return Hold.objects.create(proceedings=trial, **facts | fields)


def hold_twice(scene: Scene) -> None:
    a = hold(scene)
    Hold.objects.create(
        proceedings=a.proceedings, what=a.what, since_on=AFTER, reason="x", **scene.said
    )


ROWS: dict[str, Callable[[Scene], object]] = {
    "proceedings_have_a_body": lambda s: Proceedings.objects.create(kind="dhr", **s.of),
    "what_is_next_has_a_day": lambda s: Proceedings.objects.create(
        kind="dhr", body="x", next_what="Hearing", **s.of
    ),
    "proceedings_state_is_known": lambda s: ProceedingsStep.objects.create(
        proceedings=a_trial(s.review, by=s.user), state="x", on=DAY, **s.said
    ),
    "one_open_hold_of_a_kind": hold_twice,
    "hold_has_a_reason": lambda s: hold(s, reason=""),
    "hold_expected_until_after_since": lambda s: hold(s, expected_until_on=BEFORE),
    "hold_lifted_after_since": lambda s: hold(
        s, lifted_on=BEFORE, lifted_because="x", lifted_by=s.user, lifted_at=AT
    ),
    "hold_lifted_by_somebody_because": lambda s: hold(s, lifted_on=AFTER),
}
