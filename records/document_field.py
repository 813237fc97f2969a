"""The form field for a document: checked by content, scanned, never in memory as a whole."""

from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError

from records.incoming import SealedUpload
from records.kinds import SUFFIXES, NotTaken, kind_of, name_for, notice_for
from records.scanning import ScanState, scan

TAKEN = "PDF, Word, Excel, PowerPoint, CSV, text, e-mail or picture"
MEGABYTE = 1024 * 1024


class DocumentField(forms.FileField):
    """Yields a SealedUpload with `kind`, `scan` and, where the name was wrong, `notice`.

    `called` names it inside a sentence: "the minutes". `most` is its largest size in bytes, None
    for as much as the portal takes; `taken` says in the hint which kinds the form takes. Hand what
    it yields to `CaseDocument.file`, `add_version` or `Document.keep`; it is gone when the request
    is over.
    """

    def __init__(
        self, *, called: str, most: int | None = None, taken: str = TAKEN, **options: Any
    ) -> None:
        self.called, self.given_most = called, most
        options.setdefault("widget", forms.FileInput(attrs={"accept": ",".join(SUFFIXES)}))
        options["error_messages"] = {
            "required": f"Choose the file with {called}",
            "empty": "The file is empty: choose another",
        } | (options.get("error_messages") or {})
        super().__init__(max_length=None, **options)
        self.help_text = self.help_text or f"{taken}, up to {self.most // MEGABYTE} MB"

    @property
    def most(self) -> int:
        """The largest size in bytes."""
        largest: int = settings.MAX_DOCUMENT_BYTES
        return min(self.given_most or largest, largest)

    def clean(self, data: Any, initial: Any = None) -> Any:
        """Return the upload, checked; raises ValidationError, with code "infected" for malware."""
        upload = super().clean(data, initial)
        if isinstance(upload, SealedUpload):
            self._check(upload)
        return upload

    def _check(self, upload: SealedUpload) -> None:
        if not upload.is_whole or upload.size > self.most:
            raise ValidationError(
                f"The file is {upload.size / MEGABYTE:,.0f} MB: "
                f"the most that is taken is {self.most // MEGABYTE} MB",
                code="too_large",
            )
        try:
            upload.kind = kind_of(upload, upload.name)
        except NotTaken as wrong:
            raise ValidationError(str(wrong), code="not_taken") from wrong
        upload.notice = notice_for(upload.name, upload.kind)
        upload.name = name_for(upload.name, upload.kind)
        upload.scan = scan(upload)
        upload.seek(0)
        if upload.scan.state == ScanState.INFECTED:
            raise ValidationError(
                f"Malware was found in the file ({upload.scan.finding}). It was not kept: "
                "tell whoever sent it to you, and do not open it",
                code="infected",
            )
