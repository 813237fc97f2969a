"""How a file comes in with a form."""

from typing import Any

from django.conf import settings
from django.core.files.uploadhandler import FileUploadHandler, SkipFile

from records.incoming import Incoming, SealedUpload


class SealingUploadHandler(FileUploadHandler):
    """Seals a file while it comes: neither does it fill memory nor lie on disk as it was sent.

    Whoever is not signed in sends nothing that is kept, not even for the length of a request.
    """

    incoming: Incoming | None = None

    def new_file(self, *args: Any, **options: Any) -> None:
        """A file begins."""
        super().new_file(*args, **options)
        user = getattr(self.request, "user", None)
        if user is None or not user.is_authenticated:
            raise SkipFile
        self.incoming = Incoming(most=settings.MAX_DOCUMENT_BYTES)

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """The piece is sealed; no other handler needs it."""
        if self.incoming:
            self.incoming.write(raw_data)

    def file_complete(self, file_size: int) -> SealedUpload | None:
        """Return the file, whole."""
        if self.incoming is None:
            return None
        incoming, self.incoming = self.incoming, None
        return incoming.finish(self.file_name)

    def upload_interrupted(self) -> None:
        """The browser went away: so does what had come."""
        if self.incoming:
            self.incoming.discard()
