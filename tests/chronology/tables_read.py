"""Tables read, as tests of their layouts and rows compare them."""

import csv
import io

from chronology.reading import Reading, read
from tests.chronology.documents import word_document

STORY = "Home visit by the health visitor; the house was cold and there was no food."
OTHER_STORY = "Telephone call from school to say that the child has not been in since Monday."
THIRD_STORY = "Strategy discussion held with police. Single agency assessment agreed."


def of_csv(lines: list[list[str]], **options: object) -> Reading:
    text = io.StringIO()
    csv.writer(text).writerows(lines)
    return read(text.getvalue().encode(), "agency.csv", **options)


def of_word(*tables: str) -> Reading:
    return read(word_document(list(tables)), "agency.docx")


def told(reading: Reading) -> list[tuple[int, str, str]]:
    return [(e.row, e.when.start.isoformat(), e.event) for e in reading.entries]


def roles(reading: Reading) -> list[str]:
    return [str(column.role) for column in reading.tables[0].columns]


def passed(reading: Reading) -> dict[int | None, str]:
    return {row.row: row.kind for row in reading.passed_over}
