"""The constraints of meetings."""

from collections.abc import Callable
from datetime import date, time

from reviews.models import (
    ActionDone,
    AgendaItem,
    AgendaPaper,
    Invitee,
    Meeting,
    MeetingAction,
    MeetingChange,
    MeetingDecision,
    Minutes,
    PackCopy,
)
from tests.factories import AT
from tests.reviews.refused.documents import a_version
from tests.reviews.scene import DAY, Scene

TEN, NOON = time(10), time(12)


def meet(scene: Scene, number: int = 1, **fields: object) -> Meeting:
    facts = {"kind": "panel", "on": DAY, "starts": TEN, "ends": NOON, "place": "Hall"}
    return Meeting.objects.create(**scene.of, number=number, chair="Dr A", **facts | fields)


def invite(scene: Scene, **fields: object) -> Invitee:
    return Invitee.objects.create(**{"meeting": meet(scene), "name": "B", **scene.said, **fields})


def invited_twice(scene: Scene) -> None:
    meeting = meet(scene)
    scene.twice(Invitee, meeting=meeting, name="B", user=scene.user, **scene.said)


def change(scene: Scene, meeting: Meeting, **fields: object) -> MeetingChange:
    facts = {"change": "called", "on": DAY, "starts": TEN, "ends": NOON}
    return MeetingChange.objects.create(meeting=meeting, sequence=0, **scene.said, **facts | fields)


def changed_twice(scene: Scene) -> None:
    meeting = meet(scene)
    change(scene, meeting)
    change(scene, meeting)


def minute(scene: Scene, meeting: Meeting, version: int, **fields: object) -> Minutes:
    return Minutes.objects.create(meeting=meeting, version=version, **scene.said, **fields)


def agreed_twice(scene: Scene) -> None:
    meeting = meet(scene)
    for version in (1, 2):
        minute(scene, meeting, version, agreed_at=meeting, agreed_by=scene.user)


def one_paper_twice(scene: Scene) -> None:
    item = AgendaItem.objects.create(meeting=meet(scene), position=1, title="x")
    scene.twice(AgendaPaper, item=item, version=a_version(scene))


def act(scene: Scene) -> MeetingAction:
    facts = {"number": 1, "what": "x", "who": "y", "due_on": DAY}
    return MeetingAction.objects.create(meeting=meet(scene), **scene.said, **facts)


def done(scene: Scene, **fields: object) -> ActionDone:
    action = fields.pop("action", None) or act(scene)
    facts = {"action": action, "on": DAY, "due_on": DAY, **scene.said}
    return ActionDone.objects.create(**facts | fields)


def done_twice(scene: Scene) -> None:
    done(scene, action=done(scene).action)


ROWS: dict[str, Callable[[Scene], object]] = {
    "one_number_a_kind_of_meeting": lambda s: (meet(s), meet(s)),
    "meeting_kind_known": lambda s: meet(s, kind="party"),
    "meeting_ends_after_it_starts": lambda s: meet(s, ends=TEN),
    "meeting_has_a_place_or_a_link": lambda s: meet(s, place=""),
    "meeting_cancelled_with_a_reason": lambda s: meet(s, cancelled_at=AT),
    "invited_once_to_a_meeting": invited_twice,
    "attendance_known": lambda s: invite(s, attendance="late"),
    "deputy_named_where_one_came": lambda s: invite(s, attendance="deputy"),
    "agenda_item_has_a_title": lambda s: AgendaItem.objects.create(
        meeting=meet(s), position=1, title=""
    ),
    "one_paper_an_agenda_item": one_paper_twice,
    "one_number_a_pack_copy": lambda s: s.twice(
        PackCopy, meeting=meet(s), number=1, recipient="B", pages=2, sha256="x", **s.said
    ),
    "one_change_of_meeting_a_sequence": changed_twice,
    "meeting_changed_with_a_reason": lambda s: change(s, meet(s), change="moved"),
    "one_version_of_minutes": lambda s: s.twice(Minutes, meeting=meet(s), version=1, **s.said),
    "one_version_of_minutes_is_agreed": agreed_twice,
    "minutes_agreed_at_and_by": lambda s: minute(s, meet(s), 1, agreed_by=s.user),
    "one_number_a_decision": lambda s: s.twice(
        MeetingDecision, meeting=meet(s), number=1, text="x", **s.said
    ),
    "an_action_is_done_once_until_it_is_reopened": done_twice,
    "action_done_at_and_by": lambda s: done(s, at=None),
    "action_reopened_by_somebody_with_a_reason": lambda s: done(s, reopened_at=AT),
    "one_number_an_action": lambda s: s.twice(
        MeetingAction,
        meeting=meet(s),
        number=1,
        what="x",
        who="y",
        due_on=date(2010, 4, 1),
        **s.said,
    ),
}
