"""The constraints of what is filed on a review."""

from collections.abc import Callable
from io import BytesIO

from records.models import Document
from reviews.models import CaseDocument, DocumentVersion
from tests.reviews.scene import Scene


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


ROWS: dict[str, Callable[[Scene], object]] = {"one_document_version": the_same_number}
