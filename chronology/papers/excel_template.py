"""The Excel template that an agency fills in, with the instructions on its second sheet."""

from collections.abc import Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from chronology.columns import CHOICES, Column
from chronology.papers.asked import MARKING, Asked
from chronology.papers.word_papers import share
from chronology.papers.wording import DATE_EXAMPLES, HOW_TO_RETURN, HOW_TO_WRITE

HEAD = 2  # the row of the headings: what is asked stands above it
LAST = 5000  # down to which choices are offered
AS_TEXT = "@"  # Excel would make a day of "22 may 2009" and lose "?22 may 2009"
WRAPPED = Alignment(wrap_text=True, vertical="top")
SHADED = PatternFill("solid", fgColor="DDE8E9")


def template(asked: Asked) -> bytes:
    """Return the Excel file: a sheet to fill in, and one that says how."""
    book = Workbook()
    book.properties.title, book.properties.creator = asked.title, asked.board
    book.properties.language = "en-GB"
    _chronology(book.active, asked)
    _instructions(book.create_sheet("Instructions"), asked)
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def put(cell: Cell, text: str) -> Cell:
    """The cell holds the text as text, even where it begins like a formula."""
    cell.value = text
    cell.data_type = "s"
    return cell


def _chronology(sheet: Worksheet, asked: Asked) -> None:
    sheet.title = "Chronology"
    facts = "; ".join(f"{what}: {which}" for what, which in asked.facts)
    put(sheet["A1"], f"{MARKING}. {facts}").font = Font(bold=True)
    for place, column in enumerate(asked.columns, start=1):
        letter = get_column_letter(place)
        head = put(sheet.cell(HEAD, place), column.heading)
        head.font, head.fill, head.alignment = Font(bold=True), SHADED, WRAPPED
        size = sheet.column_dimensions[letter]
        size.width = 10 * share(column)
        size.number_format, size.alignment = AS_TEXT, WRAPPED
        if column.role in CHOICES:
            _offer(sheet, letter, CHOICES[column.role])
    sheet.freeze_panes = sheet.cell(HEAD + 1, 1)
    _print_well(sheet)
    sheet.print_title_rows = f"{HEAD}:{HEAD}"


def _offer(sheet: Worksheet, letter: str, choices: Sequence[str]) -> None:
    """Excel offers the choices, and asks back when something else is written."""
    offered = DataValidation(
        type="list",
        formula1=f'"{",".join(choices)}"',
        allow_blank=True,
        errorStyle="warning",
        showErrorMessage=True,
        errorTitle="Check this cell",
        error=f"Usually {', '.join(choices)}, or empty. Keep what you wrote?",
    )
    sheet.add_data_validation(offered)
    offered.add(f"{letter}{HEAD + 1}:{letter}{LAST}")


def _instructions(sheet: Worksheet, asked: Asked) -> None:
    """One column of sentences: a table here could be taken for rows of the chronology."""
    lines = [
        MARKING,
        "How to write the chronology",
        *filter(None, asked.preamble.splitlines()),
        *HOW_TO_WRITE,
        "The columns",
        *map(_described, asked.columns),
        "Dates",
        *(f"{written} is taken as {meaning}." for written, meaning in DATE_EXAMPLES),
        "How to return it",
        *HOW_TO_RETURN,
    ]
    for number, line in enumerate(lines, start=1):
        put(sheet.cell(number, 1), line).alignment = WRAPPED
    sheet.column_dimensions["A"].width = 120
    _print_well(sheet)


def _described(column: Column) -> str:
    must = " It must be filled in." if column.is_compulsory else ""
    says = f" {column.help}" if column.help else ""
    return f"{column.heading}:{says}{must} What is checked: {column.check}"


def _print_well(sheet: Worksheet) -> None:
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.oddHeader.center.text = sheet.oddFooter.center.text = MARKING
