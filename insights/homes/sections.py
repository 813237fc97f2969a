"""What a home page is made of."""

from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from boards.govuk.words import Tone, due_tone, overdue_label

LONGEST = 20  # rows of a section; the list has the rest


@dataclass(frozen=True)
class Task:
    """One thing that waits: where it is, what it is and by when; `label` says how that stands."""

    name: str
    href: str
    what: str
    step: str = ""
    board: str = ""
    due_on: date | None = None
    label: str = ""
    tone: Tone = "later"

    @classmethod
    def due(cls, *, due_on: date | None, on: date, **fields: str) -> "Task":
        """Return the task with its date as it stands on the day `on`."""
        if due_on is None:
            return cls(label="Nothing owed", **fields)
        label, tone = overdue_label(due_on, on), due_tone(due_on, on)
        return cls(due_on=due_on, label=label, tone=tone, **fields)


@dataclass(frozen=True)
class Waiting:
    """Tasks under a title; `more_href` opens the list that has those beyond the first."""

    title: str
    tasks: list[Task]
    empty: str
    more_href: str
    name_label: str = "Reference"
    what_label: str = "Stage"
    due_label: str = "Next deadline"
    folded_as: str = ""  # the words that it is folded under; open without any
    template: ClassVar[str] = "insights/home/waiting.html"

    @property
    def first(self) -> list[Task]:
        return self.tasks[:LONGEST]

    @property
    def has_more(self) -> bool:
        return len(self.tasks) > LONGEST

    @property
    def has_boards(self) -> bool:
        return any(task.board for task in self.tasks)

    @property
    def has_steps(self) -> bool:
        return any(task.step for task in self.tasks)


@dataclass(frozen=True)
class Asked:
    """What somebody is asked for: counts that open their lists, then groups by how soon."""

    title: str
    tiles: list[dict[str, str | int]]
    groups: list[Waiting]
    empty: str
    more_href: str
    has_more: bool = False
    template: ClassVar[str] = "insights/home/asked.html"

    @property
    def tasks(self) -> list[Task]:
        return [task for group in self.groups for task in group.tasks]


@dataclass(frozen=True)
class Submission:
    """A set that was submitted to Ofsted: `days` it waited for its letter, or has waited so far."""

    reference: str
    href: str
    board: str
    set_number: int | None  # None: submitted outside the portal
    round: int
    submitted_on: date | None
    days: int | None
    grade: str = ""


@dataclass(frozen=True)
class Queue:
    """Submissions under a title; `more_href` opens the list of all of them, with its filters."""

    title: str
    rows: list[Submission]
    empty: str
    more_href: str
    is_judged: bool = False
    template: ClassVar[str] = "insights/home/queue.html"

    @property
    def first(self) -> list[Submission]:
        return self.rows[:LONGEST]

    @property
    def has_more(self) -> bool:
        return len(self.rows) > LONGEST


@dataclass(frozen=True)
class Number:
    """A count that opens the list of exactly those rows; `of` says of what without the head."""

    count: int
    href: str
    of: str


@dataclass(frozen=True)
class Table:
    """Counts under heads, one line for each of what `name` says: "Stage", "Owner"."""

    name: str
    heads: list[str]
    lines: list[tuple[str, list[Number]]]


@dataclass(frozen=True)
class Dashboard:
    """A board in numbers."""

    title: str
    tiles: list[dict[str, str | int]]
    tables: list[Table]
    template: ClassVar[str] = "insights/home/dashboard.html"


@dataclass(frozen=True)
class Pointer:
    """A sentence and where to go."""

    title: str
    text: str
    href: str = ""
    link_text: str = ""
    template: ClassVar[str] = "insights/home/pointer.html"


Section = Waiting | Asked | Queue | Dashboard | Pointer
