"""A fictional integrated chronology, for the demo's review whose panel is at work."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from io import BytesIO
from itertools import combinations

from boards.models import Agency, User
from boards.roles import Coordinator, PanelChair
from chronology import naming
from chronology.models import (
    AgencyChronology,
    Entry,
    Identifier,
    Integration,
    KeyQuestion,
    LinkStatus,
    Person,
    SameEvent,
    SourceFile,
    Theme,
)
from lscb_portal.demo.agency_rows import AGENCIES, AgencyRow, as_sent, rows_of
from lscb_portal.demo.story import Story
from records.models import Document
from reviews.models import Review

CASE = "panel-due-in-days"
AGE = timedelta(days=1200)  # of the child on the day of the death
# (code, pseudonym, role, category, ways of being written)
PEOPLE = (
    ("P1", "Child A", "Child", "family", ("Jory Baitup", "Jory")),
    ("P2", "Mother", "Mother", "family", ("Kerry Baitup", "Kerry")),
    ("P3", "Partner", "Mother’s partner", "family", ("Dean Sallow", "Dean")),
    ("P4", "HV1", "Health visitor", "professional", ("Tess Norrington", "HV Norrington")),
    ("P5", "SW1", "Social worker", "professional", ("Paul Ridge",)),
    ("P6", "PO1", "Police officer", "professional", ("PC Anna Flood",)),
    ("P7", "Address 1", "Home", "place", ("14 Millrace Close", "Millrace Close")),
    ("P8", "Nursery 1", "Nursery", "place", ("Little Acorns",)),
)
THEMES = {
    "Not brought": ("did not attend", "not kept", "no reply"),
    "Who is the man in the home?": ("Dean Sallow", "a man"),
    "Explanations taken as given": ("fell", "swing", "cupboard", "step"),
}


@dataclass(frozen=True)
class Told:
    """A row and the entry that was made of it."""

    row: AgencyRow
    entry: Entry


def tell_chronology(story: Story) -> None:
    """What the agencies wrote is there, with its people, and half of it linked."""
    review, at, by = story.review, story.at, story.who(Coordinator)
    died_on = review.day_of("happened") or story.day
    review.incident.children.update(born=(died_on - AGE).isoformat())
    Integration.objects.create(review=review)
    told = [
        one
        for file, name in AGENCIES.items()
        for one in _file(review, file, Agency.objects.get(board=story.board, name=name), by, at)
    ]
    _same_events(told, story.who(PanelChair, Coordinator), at)
    _people(review, by, at)
    _marks(review, [one.entry for one in told])


def _file(review: Review, file: str, agency: Agency, by: User, at: datetime) -> Iterable[Told]:
    """The agency's file is kept, and its rows are taken in."""
    died_on: date = review.day_of("happened") or at.date()
    rows = list(rows_of(file, died_on))
    source = _kept(AgencyChronology.of(review, agency), file, rows, by, at)
    scope = review.terms.agreed().values_list("from_on", "to_on").last()
    entries = Entry.objects.bulk_create(_entry(source, row, scope, at) for row in rows)
    return [Told(row, entry) for row, entry in zip(rows, entries, strict=True)]


def _kept(
    chronology: AgencyChronology, file: str, rows: list[AgencyRow], by: User, at: datetime
) -> SourceFile:
    name = f"{file.replace('_', '-')}.csv"
    document = Document.keep(
        BytesIO(as_sent(rows)),
        name=name,
        media_type="text/csv",
        board=chronology.review.board_id,
        by=by,
        at=at,
    )
    return SourceFile.objects.create(
        chronology=chronology,
        document=document,
        name=name,
        uploaded_by=by,
        uploaded_at=at,
        taken_by=by,
        taken_at=at,
    )


def _entry(source: SourceFile, row: AgencyRow, scope: tuple[date, date], at: datetime) -> Entry:
    cells = row.cells
    first, last = scope
    timed = {"minute": row.time.hour * 60 + row.time.minute} if row.time else {}
    return Entry(
        review=source.chronology.review,
        agency=source.chronology.agency,
        file=source,
        key=f"{source.name}#R{row.number}",
        row=row.number,
        date_start=row.start,
        date_end=row.end,
        precision=row.precision,
        date_raw=row.date_raw,
        is_uncertain=row.date_raw.startswith("?"),
        time=row.time,
        time_precision="exact" if row.time else "",
        time_raw=cells["time"],
        sequence=row.number,
        source=cells["source"],
        event=cells["event"],
        present=cells["present"],
        child_seen=row.said("seen"),
        child_seen_from="column" if cells["seen"] else "",
        seen_alone=row.said("alone"),
        child_heard=True if cells["voice"] else None,
        child_voice=cells["voice"],
        is_missed=bool(row.said("missed")),
        action=cells["action"],
        comment=cells["comment"],
        significance=int(cells["level"]) if cells["level"] else None,
        flags=[] if first <= row.start and row.end <= last else ["out_of_scope"],
        recorded_at=at,
        **timed,
    )


def _same_events(told: list[Told], by: User, at: datetime) -> None:
    """Accounts of one event are linked: confirmed, or proposed where the file has a query."""
    events: dict[str, list[Told]] = defaultdict(list)
    for one in told:
        if one.row.cells["same"]:
            events[one.row.cells["same"][0]].append(one)
    SameEvent.objects.bulk_create(
        _link(first, second, by, at)
        for accounts in events.values()
        for first, second in combinations(sorted(accounts, key=lambda one: one.entry.pk), 2)
    )


def _link(first: Told, second: Told, by: User, at: datetime) -> SameEvent:
    is_proposed = "?" in first.row.cells["same"] + second.row.cells["same"]
    return SameEvent(
        review=first.entry.review,
        first=first.entry,
        second=second.entry,
        status=LinkStatus.PROPOSED if is_proposed else LinkStatus.CONFIRMED,
        score=0.9,
        by=None if is_proposed else by,
        at=at,
    )


def _people(review: Review, by: User, at: datetime) -> None:
    """The people of the case are there, each found in the rows that name them."""
    child = review.incident.children.first()
    for code, pseudonym, role, category, written in PEOPLE:
        person = Person.objects.create(
            review=review,
            code=code,
            pseudonym=pseudonym,
            role=role,
            category=category,
            child=child if code == "P1" else None,
            by=by,
            at=at,
        )
        kind = "address" if category == "place" else "name"
        Identifier.objects.bulk_create(
            Identifier(person=person, text=text, kind=kind, replacement=pseudonym)
            for text in written
        )
    naming.name(review, progress=lambda done, total: None)


def _marks(review: Review, entries: list[Entry]) -> None:
    """The panel has begun to link rows to themes and to the key questions."""
    for name, words in THEMES.items():
        Theme.objects.create(review=review, name=name).entries.set(_saying(entries, words))
    for question in KeyQuestion.of(review)[:1]:
        question.entries.set([entry for entry in entries if entry.comment][:12])


def _saying(entries: list[Entry], words: Iterable[str]) -> list[Entry]:
    wanted = [word.lower() for word in words]
    return [
        entry
        for entry in entries
        if any(word in f"{entry.event} {entry.present}".lower() for word in wanted)
    ]
