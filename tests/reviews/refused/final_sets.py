"""The constraints of final sets, of what was sent of them, and of self-assessments."""

from collections.abc import Callable
from datetime import timedelta

from reviews.models import Dispatch, FinalSet, FinalSetItem, HeadingGrade, Readiness
from tests.factories import AT
from tests.reviews.refused.documents import a_version
from tests.reviews.scene import BEFORE, DAY, Scene


def a_set(scene: Scene, **fields: object) -> FinalSet:
    facts = {"number": 1, "guidance": "wt2010", "digest": "d", "put_at": AT, "put_by": scene.user}
    return FinalSet.objects.create(review=scene.review, **facts | fields)


def closed(scene: Scene, **fields: object) -> FinalSet:
    return a_set(scene, **{"closed_at": AT, "closed_by": scene.user} | fields)


def two_items(scene: Scene, *, first: int, second: int, is_same_version: bool) -> None:
    version, other = a_version(scene), a_version(scene)
    frozen = a_set(scene)
    for position, its in ((first, version), (second, version if is_same_version else other)):
        item = FinalSetItem.of(its, position)
        item.final_set = frozen
        item.save()


def without_checksum(scene: Scene) -> None:
    item = FinalSetItem.of(a_version(scene), 1)
    item.final_set, item.sha256 = a_set(scene), ""
    item.save()


def send(scene: Scene, **fields: object) -> Dispatch:
    facts = {"recipient_name": "Ofsted", "what": "All", "sent_on": DAY, "channel": "cjsm"}
    return Dispatch.objects.create(final_set=a_set(scene), **scene.of, **facts | fields)


def assess(scene: Scene, **fields: object) -> Readiness:
    facts = {"version": 1, "on": DAY, "grade": "good", "reasons": "x"}
    return Readiness.objects.create(**scene.of, **facts | fields)


def grade_twice(scene: Scene) -> None:
    made = assess(scene)
    scene.twice(HeadingGrade, readiness=made, heading="terms", grade="good", reasons="x")


ROWS: dict[str, Callable[[Scene], object]] = {
    "one_final_set_a_number": lambda s: [closed(s, standing="sent_back") for _ in "ab"],
    "one_open_final_set_a_review": lambda s: [a_set(s, number=number) for number in (1, 2)],
    "final_set_standing_is_known": lambda s: closed(s, standing="perhaps"),
    "final_set_closed_at_and_by": lambda s: a_set(s, standing="sent_back", closed_at=AT),
    "final_set_closed_after_put": lambda s: closed(
        s, standing="sent_back", closed_at=AT - timedelta(days=1)
    ),
    "agreed_set_has_its_day": lambda s: closed(s, standing="agreed"),
    "one_final_set_item_a_position": lambda s: two_items(
        s, first=1, second=1, is_same_version=False
    ),
    "a_version_once_in_a_final_set": lambda s: two_items(
        s, first=1, second=2, is_same_version=True
    ),
    "final_set_item_has_a_checksum": without_checksum,
    "dispatch_says_who_and_what": lambda s: send(s, what=""),
    "acknowledged_after_sent": lambda s: send(s, acknowledged_on=BEFORE),
    "dispatch_channel_is_known": lambda s: send(s, channel="pigeon"),
    "one_readiness_a_version": lambda s: [assess(s) for _ in "ab"],
    "readiness_has_grade_and_reasons": lambda s: assess(s, reasons=""),
    "one_grade_a_readiness_heading": grade_twice,
    "heading_has_grade_and_reasons": lambda s: HeadingGrade.objects.create(
        readiness=assess(s), heading="terms", grade="", reasons="x"
    ),
}
