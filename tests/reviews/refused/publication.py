"""The constraints of a publication, and of what is looked for in its copies."""

from collections.abc import Callable

from records.models import Document
from reviews.models import CaseDocument, Embargo, NameScan, ReleaseCopy, RepositoryCopy, TakeDown
from tests.factories import AT
from tests.reviews.scene import AFTER, DAY, Scene


def scanned(scene: Scene, **fields: object) -> NameScan:
    facts = {"name": "x.txt", "media_type": "text/plain", "size": 1, "sha256": "x"}
    facts |= {"board": scene.board, "kept_at": AT}
    filed = CaseDocument.objects.create(kind="summary", title="x", **scene.of)
    version = filed.add_kept(Document.objects.create(**facts), **scene.said)
    copy = ReleaseCopy.objects.create(
        source=version,
        file=Document.objects.create(**facts),
        recipient="x",
        reason="x",
        expires_on=AFTER,
        **scene.said,
    )
    return NameScan.objects.create(**{"copy": copy, "result": "clear", **scene.said} | fields)


def sent_on(scene: Scene, model: type, **fields: object) -> object:
    return model.objects.create(publication=scene.publish(state="published"), **scene.said | fields)


ROWS: dict[str, Callable[[Scene], object]] = {
    "published_alone_is_somewhere": lambda s: s.publish(state="redacting", where="x"),
    "embargo_has_a_reason": lambda s: Embargo.objects.create(not_before_on=DAY, reason="", **s.of),
    "repository_has_a_name": lambda s: sent_on(s, RepositoryCopy, repository="", sent_on=DAY),
    "take_down_has_a_reason": lambda s: sent_on(s, TakeDown, on=DAY, reason=""),
    "scan_result_is_known": lambda s: scanned(s, result="x"),
    "scan_counts_what_it_found": lambda s: scanned(s, result="found", number=0),
    "unread_says_why": lambda s: scanned(s, result="unread"),
    "scan_settled_by_somebody_because": lambda s: scanned(
        s, result="no_cast", settled_by=s.user, settled_at=AT
    ),
}
