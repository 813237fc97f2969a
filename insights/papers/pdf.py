"""A paper as a tagged PDF (PDF/UA-1). Typst sets it from data: no word is read as markup."""

import json
from dataclasses import asdict
from pathlib import Path
from typing import IO, Any

from insights.papers.blocks import Block, Paper

PAGE = Path(__file__).with_name("paper.typ")


def write_pdf(paper: Paper, to: IO[bytes]) -> None:
    """The paper stands in `to`."""
    import typst

    content = asdict(paper) | {"blocks": [_as_data(block) for block in paper.blocks]}
    sheet = {"paper": json.dumps(content)}
    try:
        made = typst.compile(PAGE.read_bytes(), sys_inputs=sheet, pdf_standards="ua-1")
    except typst.TypstError as wrong:
        # PDF/UA forbids a character that no font here has: a box in its place says more than
        # no paper.
        if "could not be displayed" not in str(wrong):
            raise
        made = typst.compile(PAGE.read_bytes(), sys_inputs=sheet)
    to.write(made)


def _as_data(block: Block) -> dict[str, Any]:
    return {"kind": type(block).__name__} | asdict(block)
