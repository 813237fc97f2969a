"""The constraints of what is filed on a review."""

from collections.abc import Callable
from io import BytesIO

from records.models import Document
from reviews.models import CaseDocument, DocumentVersion, ReleaseCopy
from tests.factories import AT
from tests.reviews.scene import DAY, Scene


def a_version(scene: Scene) -> DocumentVersion:
    """Return the first version of a letter."""
    return CaseDocument.file(
        scene.review,
        BytesIO(b"Dear Sir"),
        kind="letter",
        title="Letter",
        name="letter.txt",
        media_type="text/plain",
        **scene.said,
    )


def the_same_number(scene: Scene) -> None:
    version = a_version(scene)
    kept = Document.keep(
        BytesIO(b"x"), name="x", media_type="text/plain", board=scene.board, **scene.said
    )
    DocumentVersion.objects.create(
        document=version.document, number=version.number, file=kept, **scene.said
    )


def a_copy(scene: Scene, **fields: object) -> ReleaseCopy:
    kept = Document.keep(
        BytesIO(b"redacted"), name="x", media_type="text/plain", board=scene.board, **scene.said
    )
    facts = {"recipient": "The family", "reason": "They asked.", "expires_on": DAY}
    version = a_version(scene)
    return ReleaseCopy.objects.create(source=version, file=kept, **scene.said, **(facts | fields))


ROWS: dict[str, Callable[[Scene], object]] = {
    "one_document_version": the_same_number,
    "release_copy_checked_by_another": lambda s: a_copy(s, checked_by=s.user, checked_at=AT),
    "release_copy_checked_by_and_at": lambda s: a_copy(s, checked_at=AT),
    "release_copy_for_a_reason": lambda s: a_copy(s, reason=""),
}
