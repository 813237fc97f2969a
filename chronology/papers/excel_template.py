"""The Excel template that an agency fills in, with the instructions on its second sheet."""

from collections.abc import Sequence
from io import BytesIO

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from chronology.columns import CHOICES
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
    rows: list[tuple[str, ...]] = [
        (MARKING,),
        ("How to write the chronology",),
        *((line,) for line in asked.preamble.splitlines() if line),
        *((line,) for line in HOW_TO_WRITE),
        ("The columns: what to write, whether it must be filled in, what is checked",),
        *(
            (c.heading, c.help, "Must be filled in" if c.is_compulsory else "May be empty", c.check)
            for c in asked.columns
        ),
        ("Dates: as written, and what they are taken as",),
        *DATE_EXAMPLES,
        ("How to return it",),
        *((line,) for line in HOW_TO_RETURN),
    ]
    for number, row in enumerate(rows, start=1):
        for place, text in enumerate(row, start=1):
            cell = put(sheet.cell(number, place), text)
            cell.alignment = WRAPPED if len(row) > 1 else Alignment(vertical="top")
    for letter, width in zip("ABCD", (28, 50, 20, 60), strict=True):
        sheet.column_dimensions[letter].width = width
    _print_well(sheet)


def _print_well(sheet: Worksheet) -> None:
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9  # A4
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.oddHeader.center.text = sheet.oddFooter.center.text = MARKING
