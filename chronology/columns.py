"""The columns of a chronology: what each is for, and how it is described to those who fill it."""

from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass

from chronology.reading.rows import Role

ALWAYS = (Role.DATE, Role.SOURCE, Role.EVENT)  # compulsory in every chronology
BY_DETAIL: dict[str, tuple[Role, ...]] = {
    "date": (),
    "time": (Role.TIME,),
    "end": (Role.END_DATE,),
    "end_time": (Role.TIME, Role.END_DATE, Role.END_TIME),
}
OF_DETAIL = frozenset({Role.TIME, Role.END_DATE, Role.END_TIME})
HIGHEST = 30  # columns


@dataclass(frozen=True, slots=True)
class Column:
    """A column as the board wants it. `role` is what it is for, `heading` the board's own word."""

    role: str
    heading: str
    is_compulsory: bool = False
    help: str = ""

    @property
    def name(self) -> str:
        """Return what tells its cells apart in a row: only `other` may stand several times."""
        return f"other-{self.heading}" if self.role == Role.OTHER else self.role

    @property
    def is_always_there(self) -> bool:
        return self.role in ALWAYS

    @property
    def check(self) -> str:
        """Return what the portal checks in its cells, as a sentence."""
        return CHECKS.get(self.role, "Nothing: write it in your own words.")


HEADINGS: dict[str, str] = {
    Role.REF: "Ref",
    Role.DATE: "Date",
    Role.TIME: "Time",
    Role.END_DATE: "End date",
    Role.END_TIME: "End time",
    Role.SOURCE: "Source of information",
    Role.EVENT: "Event",
    Role.PRESENT: "People involved",
    Role.SEEN: "Was the child seen?",
    Role.VOICE: "What the child said or showed",
    Role.ACTION: "Decision or action",
    Role.COMMENT: "Comment",
    Role.SIGNIFICANCE: "Significance",
}
PURPOSES: dict[str, str] = {
    Role.REF: "Reference",
    Role.DATE: "Start date",
    Role.TIME: "Start time",
    Role.END_DATE: "End date",
    Role.END_TIME: "End time",
    Role.SOURCE: "Source",
    Role.EVENT: "Event",
    Role.PRESENT: "People involved",
    Role.SEEN: "Child seen",
    Role.VOICE: "Child’s voice",
    Role.ACTION: "Decision or action",
    Role.COMMENT: "Comment",
    Role.SIGNIFICANCE: "Significance",
    Role.OTHER: "The board’s own",
}
HELP: dict[str, str] = {
    Role.REF: "The number of the event. Rows of one day without a time stand in the order of their "
    "numbers: 1.5 stands between 1 and 2.",
    Role.DATE: "When it happened, as it stands on the record.",
    Role.TIME: "When in the day, if the record says.",
    Role.END_DATE: "The last day, for what went on over several.",
    Role.END_TIME: "When it ended, if the record says.",
    Role.SOURCE: "The record it was taken from, such as “HV diary”. Your agency is added for you.",
    Role.EVENT: "What happened, in short: facts first, and no opinion.",
    Role.PRESENT: "Everybody who took part, with what they are: “SW1, mother”.",
    Role.SEEN: "Yes or no. Leave it empty where the record does not say.",
    Role.VOICE: "The child’s own words, or what could be seen of how the child was.",
    Role.ACTION: "What was decided or done because of it.",
    Role.COMMENT: "What you make of it now: good practice, a missed opportunity.",
    Role.SIGNIFICANCE: "High, medium or low for the review.",
}
NOTES = (
    "A row in which it begins with #, ^, ¬ or ~ is a note of your own, and stays out of the "
    "chronology."
)
CHECKS: dict[str, str] = {
    Role.DATE: "There is a date, it is possible, and it lies in the period of the review.",
    Role.TIME: "It is a time of day: 14:30, 2.30pm, 1430, morning.",
    Role.END_DATE: "It is a possible date, and not before the start.",
    Role.END_TIME: "It is a time of day.",
    Role.SOURCE: f"It is filled in. {NOTES}",
    Role.EVENT: f"It is filled in. {NOTES}",
    Role.SEEN: "It is yes or no, or empty.",
    Role.SIGNIFICANCE: "It is high, medium or low, or empty.",
}
SEEN: dict[bool, str] = {True: "Yes", False: "No"}
SIGNIFICANCE: dict[int, str] = {3: "High", 2: "Medium", 1: "Low"}
CHOICES: dict[str, tuple[str, ...]] = {
    Role.SEEN: tuple(SEEN.values()),
    Role.SIGNIFICANCE: tuple(SIGNIFICANCE.values()),
}
LONG = frozenset({Role.EVENT, Role.VOICE, Role.ACTION, Role.COMMENT, Role.PRESENT, Role.OTHER})


def usual(role: str, *, is_compulsory: bool = False) -> Column:
    """Return the column of this role in the portal's own words."""
    return Column(role, HEADINGS[role], is_compulsory or role in ALWAYS, HELP[role])


def fitted(columns: Iterable[Column], detail: str) -> list[Column]:
    """Return the columns with those of time and end that `detail` asks for, and no others.

    What is always there is there, and compulsory.
    """
    wanted = BY_DETAIL[detail]
    kept = [column for column in columns if column.role not in OF_DETAIL or column.role in wanted]
    kept = [Column(c.role, c.heading, c.is_compulsory or c.is_always_there, c.help) for c in kept]
    there = {column.role for column in kept}
    if Role.DATE not in there:
        kept.insert(0, usual(Role.DATE))
    after = next(n for n, column in enumerate(kept) if column.role == Role.DATE) + 1
    kept[after:after] = [usual(role) for role in wanted if role not in there]
    return kept + [usual(role) for role in ALWAYS if role not in there | {Role.DATE}]


def faults(columns: list[Column]) -> Iterator[tuple[int, str]]:
    """Yield (place, sentence) of what is wrong with the columns."""
    seen: set[str] = set()
    for place, column in enumerate(columns):
        heading = column.heading.strip()
        if not heading:
            yield place, f"Enter a heading for column {place + 1}"
        elif heading.casefold() in seen:
            yield place, f"Give column {place + 1} another heading: “{heading}” is there already"
        seen.add(heading.casefold())


def from_stored(stored: Iterable[dict[str, object]]) -> list[Column]:
    return [
        Column(
            str(each["role"]),
            str(each["heading"]),
            bool(each.get("is_compulsory")),
            str(each.get("help", "")),
        )
        for each in stored
    ]


def to_stored(columns: Iterable[Column]) -> list[dict[str, object]]:
    return [asdict(column) for column in columns]
