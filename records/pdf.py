"""Tagged PDF (PDF/UA-1), set by Typst from data alone: no word of a case is ever read as markup."""

import json
from pathlib import Path
from typing import Any


def set_pages(page: Path, content: dict[str, Any]) -> bytes:
    """Return the PDF that the Typst file `page` makes of `content`, which it reads as `paper`."""
    import typst

    sheet = {"paper": json.dumps(content)}
    try:
        return typst.compile(page.read_bytes(), sys_inputs=sheet, pdf_standards="ua-1")
    except typst.TypstError as wrong:
        # PDF/UA forbids a character that no font here has; a tagged PDF with a box in its place
        # still says more than no copy.
        if "could not be displayed" not in str(wrong):
            raise
        return typst.compile(page.read_bytes(), sys_inputs=sheet)
