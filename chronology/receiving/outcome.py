"""What came of a file that was taken in."""

from django.core.paginator import Page, Paginator
from django.http import QueryDict
from django.utils.functional import cached_property

from chronology.models import Entry, SourceFile
from chronology.receiving.changes import changes_made
from chronology.receiving.stored import position
from chronology.receiving.words import where

PAGE = 50
COUNTED = (
    ("new", "new", "done"),
    ("changed", "changed", "done"),
    ("kept", "put right on line, and kept so", "soon"),
    ("out", "taken out on line, and left so", "later"),
    ("unchanged", "the same as before", "later"),
    ("returned", "back again", "later"),
    ("withdrawn", "withdrawn", "soon"),
    ("repeated", "word for word in another file", "soon"),
    ("refused", "refused", "overdue"),
    ("flagged", "to check", "soon"),
    ("doubtful", "with a remark", "soon"),
)


class Outcome:
    """Counts of the rows by what became of them, and the rows that need a corrected file."""

    def __init__(self, file: SourceFile, query: QueryDict) -> None:
        self.file, self.query = file, query

    @property
    def counts(self) -> list[dict[str, object]]:
        return counted(self.file.outcome)

    @cached_property
    def page(self) -> Page:
        problems = self.file.row_problems.order_by("-fate", "pk")  # reject before flag
        return Paginator(problems, PAGE).get_page(self.query.get("page"))

    @property
    def problems(self) -> list[dict[str, object]]:
        """Return the rows of this page; `row` is one that stands, to be put right on line."""
        rows = Entry.objects.filter(file=self.file, withdrawn_at=None)
        rows = dict(rows.filter(key__in=[one.key for one in self.page]).values_list("key", "pk"))
        return [
            {
                "row": None if one.settled_at else rows.get(one.key),
                "where": where(position(self.file.name, one.key)),
                "sentence": one.sentence,
                "raw": one.raw[:200],
                "is_refused": one.fate == "reject",
            }
            for one in self.page
        ]

    @cached_property
    def changes(self) -> Page:
        """Return the rows that were changed or withdrawn."""
        return Paginator([*changes_made(self.file)], PAGE).get_page(self.query.get("changes"))

    @cached_property
    def replaced_by(self) -> SourceFile | None:
        later = self.file.replaced_by.exclude(taken_at=None)
        return later.defer("reading").first()


def counted(outcome: dict[str, int]) -> list[dict[str, object]]:
    """Return the counts with their words, without those of which there are none."""
    return [
        {"number": outcome[name], "text": text, "tone": tone}
        for name, text, tone in COUNTED
        if outcome.get(name)
    ]
