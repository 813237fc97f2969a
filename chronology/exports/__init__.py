"""The integrated chronology as a file: Word, Excel, PDF, CSV and JSON."""

from collections.abc import Callable, Iterable
from typing import IO

from chronology.exports.around import Around
from chronology.exports.lines import Line
from chronology.exports.paper import Paper
from chronology.exports.pdf import write_pdf
from chronology.exports.spreadsheets import write_csv_copy, write_xlsx_copy
from chronology.exports.word import write_word

WRITERS: dict[str, Callable[[Paper, Iterable[Line], IO[bytes]], None]] = {
    "docx": write_word,
    "pdf": write_pdf,
    "xlsx": write_xlsx_copy,
    "csv": write_csv_copy,
}
MEDIA_TYPES = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv",
    "json": "application/json",
}

__all__ = ["MEDIA_TYPES", "WRITERS", "Around", "Line", "Paper"]
