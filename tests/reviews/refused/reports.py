"""The constraints of the reports, their comments and their templates."""

from collections.abc import Callable
from io import BytesIO

from records.models import Document
from reviews.models import (
    Comment,
    CommentRound,
    Invitation,
    Report,
    ReportDraft,
    SectionVersion,
    WordTemplate,
)
from tests.factories import UserFactory
from tests.reviews.scene import DAY, Scene


def a_draft(scene: Scene, **fields: object) -> ReportDraft:
    facts = {"kind": "overview", "number": 1, "sha256": "x"}
    return ReportDraft.objects.create(**scene.of, **facts | fields)


def a_round(scene: Scene, **fields: object) -> CommentRound:
    return CommentRound.objects.create(draft=a_draft(scene), due_on=DAY, **scene.said | fields)


def a_comment(scene: Scene, **fields: object) -> Comment:
    facts = {"heading": "facts", "says": "x", "should_say": "y"}
    return Comment.objects.create(round=a_round(scene), **scene.said, **facts | fields)


def answered(scene: Scene, **fields: object) -> Comment:
    facts = {"answer": "accepted", "answered_by": UserFactory(), "answered_at": scene.said["at"]}
    return a_comment(scene, **facts | fields)


def invited_twice(scene: Scene) -> None:
    round_ = a_round(scene)
    for _each in "ab":
        asked = scene.ask(kind="accuracy")
        Invitation.objects.create(round=round_, agency=scene.agency, commission=asked)


def a_report(scene: Scene, **fields: object) -> Report:
    facts = {"kind": "overview", "version": 1, "completed_on": DAY}
    return Report.objects.create(**scene.of, **facts | fields)


def a_template(scene: Scene, **fields: object) -> WordTemplate:
    file = Document.keep(BytesIO(b"x"), name="x", media_type="x", board=scene.board, **scene.said)
    facts = {"board": scene.board, "kind": "family", "number": 1, "file": file}
    return WordTemplate.objects.create(**scene.said, **facts | fields)


def two_in_use(scene: Scene) -> None:
    for number in (1, 2):
        a_template(scene, number=number, tried_at=scene.said["at"], used_at=scene.said["at"])


ROWS: dict[str, Callable[[Scene], object]] = {
    "one_section_version": lambda s: s.twice(
        SectionVersion, **s.of, kind="overview", heading="facts", number=1
    ),
    "one_report_draft": lambda s: [a_draft(s) for _ in "ab"],
    "report_draft_has_a_checksum": lambda s: a_draft(s, sha256=""),
    "round_closed_by_and_at": lambda s: a_round(s, closed_at=s.said["at"]),
    "one_invitation_an_agency": invited_twice,
    "comment_answered_by_and_at": lambda s: answered(s, answered_by=None),
    "comment_not_accepted_with_a_reason": lambda s: answered(s, answer="refused"),
    "comment_answered_by_another": lambda s: answered(s, answered_by=s.user),
    "report_signed_off_by_and_at": lambda s: a_report(s, signed_off_at=s.said["at"]),
    "report_signed_off_by_another": lambda s: a_report(
        s, signed_off_by=s.user, signed_off_at=s.said["at"]
    ),
    "one_word_template_version": lambda s: [a_template(s) for _ in "ab"],
    "one_word_template_in_use": two_in_use,
    "word_template_tried_before_use": lambda s: a_template(s, used_at=s.said["at"]),
    "word_template_ended_after_use": lambda s: a_template(s, ended_at=s.said["at"]),
}
