"""What a person is shown of a file before it is taken in, a part and a page at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.http import QueryDict
from django.utils.functional import cached_property

from chronology.columns import PURPOSES
from chronology.models import SourceFile
from chronology.reading.rows import Role
from chronology.receiving.changes import COUNTED, changes_ahead
from chronology.receiving.doubts import Doubt, Many, Reason, apart, doubts_of, reasons_of
from chronology.receiving.lineage import choices
from chronology.receiving.outcome import counted
from chronology.receiving.plan import rows_with
from chronology.receiving.stored import Stored
from chronology.receiving.words import as_read, passed_over, where

PAGE = 50
DOUBTS_A_PAGE = 20


@dataclass(frozen=True)
class Part:
    """A part of the preview: a number, and the address that shows what it counts."""

    name: str
    number: int
    text: str
    tone: str

    @property
    def href(self) -> str:
        return f"?show={self.name}"


class Preview:
    """The file as it was read. `shown` is the part asked for: one of `parts`."""

    def __init__(self, file: SourceFile, query: QueryDict) -> None:
        self.file, self.reading, self.query = file, file.reading, query
        wanted = query.get("show", "")
        names = [part.name for part in self.parts]
        self.shown = wanted if wanted in names else self.first

    @property
    def first(self) -> str:
        """Return what needs a person most."""
        if self.reading["problems"]:
            return "problems"
        return "rows" if self.reading["entries"] else "headings"

    @cached_property
    def parts(self) -> list[Part]:
        doubts, entries = len(self.doubts), len(self.reading["entries"])
        return [
            Part("problems", doubts, "to look at", "soon" if doubts else "done"),
            Part("rows", entries, "rows as they will stand", "done" if entries else "overdue"),
            Part("headings", len(headings_of(self.file)), "headings", "later"),
            *(
                [Part("changes", self.touched, "rows that stand already", "soon")]
                * bool(self.touched)
            ),
            Part("passed", len(self.reading["passed_over"]), "passed over", "later"),
        ]

    @cached_property
    def doubts(self) -> list[Doubt]:
        return doubts_of(self.file)

    @cached_property
    def reasons(self) -> list[Reason]:
        """Return what is wrong with rows, to narrow the list by."""
        return reasons_of(self.doubts, self.reason)

    @property
    def reason(self) -> str:
        return self.query.get("reason", "")

    @cached_property
    def apart(self) -> tuple[list[Many], list[Doubt]]:
        return apart(self.doubts, self.reasons)

    @property
    def many(self) -> list[Many]:
        """Return what is said of so many rows that it is said once, at the head of the list."""
        return [] if self.reason else self.apart[0]

    @property
    def narrowed(self) -> list[Doubt]:
        """Return the rows with what is asked for, or those that are not told of together."""
        if not self.reason:
            return self.apart[1]
        return [one for one in self.doubts if self.reason in one.reasons]

    @cached_property
    def page(self) -> Page:
        """Return the page asked for of the part that is shown."""
        lists: dict[str, Sequence[Any]] = {
            "problems": self.narrowed,
            "rows": self.reading["entries"],
            "headings": headings_of(self.file),
            "passed": self.reading["passed_over"],
            "changes": changes_ahead(self.file) if self.shown == "changes" else [],
        }
        size = {"problems": DOUBTS_A_PAGE, "headings": 1000}.get(self.shown, PAGE)
        return Paginator(lists[self.shown], size).get_page(self.query.get("page"))

    @property
    def rows(self) -> list[Stored]:
        """Return entries of this page with where they stand and how their date was read."""
        return [one | {"where": where(one["key"]), "as_read": as_read(one)} for one in self.page]

    @property
    def passed(self) -> list[dict[str, str]]:
        """Return what is no entry on this page, and why."""
        return [{"where": _place(one), "why": passed_over(one["kind"])} for one in self.page]

    @property
    def forecast(self) -> list[dict[str, object]]:
        """Return what taking it in would do."""
        return counted(self.file.outcome)

    @property
    def touched(self) -> int:
        """Return how many rows that stand it would change, withdraw, bring back or repeat."""
        return sum(self.file.outcome.get(name, 0) for name in COUNTED)

    @property
    def asks_whose(self) -> bool:
        """Return whether a row of this page was put right on line, so that a person chooses."""
        return any(one.entry for one in self.page)

    @property
    def superseded(self) -> SourceFile | None:
        """Return the file with this very content that was taken in and has been replaced."""
        sent = self.file.chronology.files.filter(document__sha256=self.file.document.sha256)
        later = sent.filter(replaced_by__taken_at__isnull=False).defer("reading")
        return later.prefetch_related("replaced_by").first()

    @property
    def refused(self) -> int:
        return len(rows_with(self.reading, "reject"))

    @property
    def roles(self) -> list[tuple[str, str]]:
        """Return what a heading can be taken for."""
        named = [(str(role), PURPOSES[role]) for role in Role if role != Role.OTHER]
        return [*named, (str(Role.OTHER), "Something else: kept as it is")]

    @cached_property
    def replaceable(self) -> list[SourceFile]:
        return choices(self.file)


def headings_of(file: SourceFile) -> list[Stored]:
    """Return each heading of the file once, with its role and samples; none of one never read."""
    found: dict[str, Stored] = {}
    for table in (file.reading or {}).get("tables", []):
        for column in table["columns"]:
            found.setdefault(column["heading"], column)
    return list(found.values())


def _place(passed: Stored) -> str:
    table = f"Table {passed['table']}" if passed["table"].isdecimal() else passed["table"]
    row = f"row {passed['row']}" if passed["row"] else "all of it"
    return f"{table}, {row}" if table else row.capitalize()
