"""Which files are taken as an agency's report, by their content: a name can say anything."""

import io
import zipfile

from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

LARGEST = 30 * 1024 * 1024
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
WRONG = "The report must be a Word (.docx) or PDF file: save it as one of them and choose it again"


def media_type(upload: UploadedFile) -> str:
    """Return what the file is. Raises ValidationError, with what to do."""
    start = upload.read(5)
    upload.seek(0)
    if start == b"%PDF-":
        return "application/pdf"
    if start.startswith(b"PK\x03\x04"):
        return _word(upload.read())
    raise ValidationError(WRONG)


def _word(content: bytes) -> str:
    try:
        names = zipfile.ZipFile(io.BytesIO(content)).namelist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as wrong:
        raise ValidationError(
            "The file is damaged: open it, save it anew and choose it again"
        ) from wrong
    if any(name.endswith("vbaProject.bin") for name in names):
        raise ValidationError("The file holds macros: save it as .docx without them")
    if "word/document.xml" not in names:
        raise ValidationError(WRONG)
    return DOCX
