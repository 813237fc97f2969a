"""The cast from a CSV file: one row for every way in which somebody is written."""

import csv
import io
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from boards.models import User
from chronology.models import Category, Identifier, Person
from reviews.models import Review
from reviews.noting import log_about
from reviews.past_reviews.decoding import UnreadableFile, decode

NEEDED = (
    "person_id",
    "pseudonym",
    "role",
    "category",
    "identifier",
    "identifier_type",
    "replacement",
)
OPTIONAL = ("agency", "shared_by")
LENGTHS = {"person_id": 20, "pseudonym": 80, "role": 80, "identifier": 200, "replacement": 80}


@dataclass
class CastOutcome:
    """What came of a file: counts, and the rows that were refused with their reasons."""

    people: int = 0
    new_identifiers: int = 0
    changed: int = 0
    unchanged: int = 0
    rejected: list[dict[str, object]] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)

    @property
    def summary(self) -> str:
        return (
            f"{self.people} people and places; {self.new_identifiers} ways of writing them are "
            f"new, {self.changed} changed, {self.unchanged} stood already, "
            f"{len(self.rejected)} rows were refused"
        )


def bring_cast_in(
    review: Review, content: bytes, *, by: User | None, at: datetime, is_rehearsal: bool = False
) -> CastOutcome:
    """The cast has everybody whom the file names; twice is the same as once.

    Raises UnreadableFile where no row can be read.
    """
    rows, outcome = _rows(content)
    good = [(row, _Row.of(row)) for row in rows if not _refuse(row, outcome)]
    with transaction.atomic():
        _put(review, [row for _, row in good], outcome, by=by, at=at)
        if is_rehearsal:
            transaction.set_rollback(True)
        else:
            log_about(
                review,
                "import_cast",
                f"The cast was brought in: {outcome.summary}.",
                by=by,
                at=at,
            )
    return outcome


@dataclass(frozen=True)
class _Row:
    """A row that can be used."""

    code: str
    pseudonym: str
    role: str
    category: str
    agency_name: str
    text: str
    kind: str
    replacement: str
    shared_by: int

    @classmethod
    def of(cls, numbered: tuple[int, dict[str, str]]) -> "_Row":
        row = numbered[1]
        return cls(
            row["person_id"],
            row["pseudonym"],
            row["role"],
            row["category"].lower(),
            row.get("agency", "")[:120],
            row["identifier"],
            row["identifier_type"][:30],
            row["replacement"] or row["pseudonym"],
            int(row.get("shared_by") or 1),
        )

    def person(self, review: Review, *, by: User | None, at: datetime) -> Person:
        return Person.objects.create(
            review=review,
            code=self.code,
            pseudonym=self.pseudonym,
            role=self.role,
            category=self.category,
            agency_name=self.agency_name,
            by=by,
            at=at,
        )

    def identifier(self, person: Person) -> Identifier:
        return Identifier(
            person=person,
            text=self.text,
            kind=self.kind,
            replacement=self.replacement,
            shared_by=self.shared_by,
        )


def _rows(content: bytes) -> tuple[list[tuple[int, dict[str, str]]], CastOutcome]:
    text, warnings = decode(content)
    reader = csv.DictReader(io.StringIO(text, newline=""), restval="")
    reader.fieldnames = [(name or "").strip().lower() for name in reader.fieldnames or ()]
    if missing := [name for name in NEEDED if name not in reader.fieldnames]:
        raise UnreadableFile(f"The file needs the columns {', '.join(missing)} in its first row.")
    try:
        rows = [
            (reader.line_num, {k: (v or "").strip() for k, v in row.items() if isinstance(k, str)})
            for row in reader
        ]
    except csv.Error as wrong:
        raise UnreadableFile(f"Row {reader.line_num} cannot be read as CSV: {wrong}.") from wrong
    return [one for one in rows if any(one[1].values())], CastOutcome(warnings=list(warnings))


def _refuse(numbered: tuple[int, dict[str, str]], outcome: CastOutcome) -> bool:
    """Return whether the row cannot be used, and say why."""
    number, row = numbered
    reasons = [
        f"Enter the {name.replace('_', ' ')}."
        for name in ("person_id", "pseudonym")
        if not row[name]
    ]
    if not row["identifier"]:
        reasons.append("Enter the identifier: the words that stand in the text.")
    if row["category"].lower() not in Category.values:
        reasons.append(
            f"The category must be {', '.join(Category.values)}, not “{row['category']}”."
        )
    if row.get("shared_by") and not row["shared_by"].isdecimal():
        reasons.append("How many people share it must be a number.")
    reasons += [
        f"The {name.replace('_', ' ')} must have {longest} characters or fewer."
        for name, longest in LENGTHS.items()
        if len(row[name]) > longest
    ]
    if reasons:
        outcome.rejected.append({"row": number, "reasons": reasons})
    return bool(reasons)


def _put(
    review: Review, rows: list[_Row], outcome: CastOutcome, *, by: User | None, at: datetime
) -> None:
    """Everybody of the rows is there, with these ways of writing them."""
    people = {person.code: person for person in review.cast.all()}
    outcome.people = len({row.code for row in rows})
    for code, row in {row.code: row for row in reversed(rows)}.items():
        if code not in people:
            people[code] = row.person(review, by=by, at=at)
    standing = {
        (known.person_id, known.text, known.kind): known
        for known in Identifier.objects.filter(person__review=review)
    }
    new: dict[tuple[int, str, str], Identifier] = {}
    for row in rows:
        wanted = row.identifier(people[row.code])
        place = (wanted.person_id, wanted.text, wanted.kind)
        known = standing.get(place)
        if known is None:
            new[place] = wanted
        elif (known.replacement, known.shared_by) == (wanted.replacement, wanted.shared_by):
            outcome.unchanged += 1
        else:
            known.replacement, known.shared_by = wanted.replacement, wanted.shared_by
            known.save(update_fields=["replacement", "shared_by"])
            outcome.changed += 1
    outcome.new_identifiers = len(Identifier.objects.bulk_create(new.values(), batch_size=500))
