"""A template filled with the fields of a case, in a sandbox that knows no more than their text.

A board's template is somebody's file: it can read the fields that it is given, repeat over lists
and ask whether a field is filled. It can call nothing, calculate nothing and load nothing.
"""

import difflib
import io
import re
import zipfile
from typing import Any

from docxtpl import DocxTemplate
from jinja2 import TemplateError, Undefined, UndefinedError
from jinja2.sandbox import ImmutableSandboxedEnvironment, SecurityError
from lxml import etree

from reviews.word.fields import FIELDS, NAMES, made_up_case

NOT_RECORDED = "[not recorded]"
LARGEST = 5 * 1024 * 1024
LARGEST_UNPACKED = 50 * 1024 * 1024
FILTERS = ("upper", "lower", "capitalize", "title", "trim", "join", "first", "last", "length")
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
PARTS = sorted({part for field in FIELDS for part, _meaning in field.parts})


class WrongTemplate(Exception):
    """The template cannot be used; each of `reasons` says what to mend."""

    def __init__(self, reasons: list[str]) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = reasons


class Sandbox(ImmutableSandboxedEnvironment):
    """Fields and loops over them, and nothing besides."""

    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})

    def __init__(self, missing: set[str]) -> None:
        class NotRecorded(Undefined):
            """What the case does not have: said in brackets, and empty as a list."""

            def __str__(self) -> str:
                missing.add(str(self._undefined_name))
                return NOT_RECORDED

            def __iter__(self) -> Any:
                missing.add(str(self._undefined_name))
                return iter(())

            def __getattr__(self, name: str) -> "NotRecorded":
                if name.startswith("__"):
                    raise AttributeError(name)
                return NotRecorded(name=f"{self._undefined_name}.{name}")

            def __bool__(self) -> bool:
                missing.add(str(self._undefined_name))
                return False

        super().__init__(undefined=NotRecorded, autoescape=True, finalize=_shown)
        self.globals.clear()
        self.filters = {name: self.filters[name] for name in FILTERS}

    def is_safe_callable(self, obj: Any) -> bool:
        return False

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        raise SecurityError(f"A template cannot calculate with “{operator}”.")


def _shown(value: Any) -> Any:
    return NOT_RECORDED if value is None or value == "" else value


def fill(template: bytes, fields: dict[str, Any]) -> bytes:
    """Return the Word document; raises WrongTemplate."""
    content, _missing = _filled(template, fields)
    return content


def try_on_made_up_case(template: bytes) -> bytes:
    """Return what the template makes of the made-up case, which has every field.

    Raises WrongTemplate with a sentence for each field that it names and that does not exist.
    """
    content, missing = _filled(template, made_up_case())
    if missing:
        raise WrongTemplate([_no_such_field(name) for name in sorted(missing)])
    return content


def _filled(template: bytes, fields: dict[str, Any]) -> tuple[bytes, set[str]]:
    require_word(template)
    missing: set[str] = set()
    made = io.BytesIO()
    try:
        paper = DocxTemplate(io.BytesIO(template))
        paper.render(plain(fields), Sandbox(missing), autoescape=True)
        paper.save(made)
    except SecurityError as forbidden:
        raise WrongTemplate([_forbidden(forbidden)]) from forbidden
    except UndefinedError as unknown:
        raise WrongTemplate([f"A field is used that does not exist: {unknown}."]) from unknown
    except TemplateError as wrong:
        raise WrongTemplate([_unreadable(wrong)]) from wrong
    except (etree.XMLSyntaxError, KeyError, ValueError, TypeError, zipfile.BadZipFile) as broken:
        raise WrongTemplate(
            [
                "The template makes no readable Word document: look for a {% for %} or {% if %} "
                "whose end is in another table row or paragraph."
            ]
        ) from broken
    return made.getvalue(), missing


def plain(value: Any) -> Any:
    """Return text, lists and dicts of text alone, without characters that Word cannot hold."""
    if isinstance(value, dict):
        return {str(name): plain(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    return CONTROLS.sub("", "" if value is None else str(value).replace("\r\n", "\n"))


def require_word(template: bytes) -> None:
    """Raise WrongTemplate unless this is a Word document of a size that can be opened."""
    if len(template) > LARGEST:
        raise WrongTemplate(["The file is larger than 5 MB: take pictures out of it."])
    try:
        with zipfile.ZipFile(io.BytesIO(template)) as package:
            names = package.namelist()
            unpacked = sum(entry.file_size for entry in package.infolist())
    except (zipfile.BadZipFile, ValueError) as wrong:
        raise WrongTemplate(["The file is no Word document: save it as .docx."]) from wrong
    if "word/document.xml" not in names:
        raise WrongTemplate(["The file is no Word document: save it as .docx."])
    if any("vba" in name.lower() for name in names):
        raise WrongTemplate(["The file holds macros: save it as .docx without them."])
    if unpacked > LARGEST_UNPACKED:
        raise WrongTemplate(["The file is too large when it is unpacked: take pictures out."])


def _no_such_field(name: str) -> str:
    known = [*sorted(NAMES), *PARTS]
    near = difflib.get_close_matches(name.rpartition(".")[2], known, n=1)
    hint = f" Did you mean “{near[0]}”?" if near else " See the list of fields."
    return f"There is no field “{name}”.{hint}"


def _forbidden(refusal: SecurityError) -> str:
    if "calculate" in str(refusal):
        return str(refusal)
    return "A template can only show fields: it calls something, or looks inside an object."


def _unreadable(wrong: TemplateError) -> str:
    said = (wrong.message or str(wrong)).rstrip(".")
    near = " ".join(line.strip() for line in getattr(wrong, "docx_context", ()) if line.strip())
    return f"The template cannot be read: {said}." + (f" Look near “{near[:200]}”." if near else "")
