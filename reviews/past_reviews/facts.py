"""A row's text becomes facts, or reasons for refusing it. Nothing is completed and nothing guessed.

Needs no database: a cell means what it says, or the row is refused with what to write instead.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date

from reviews.past_reviews.reading import OF_AN_EXTENSION
from reviews.statutory import NoGuidance, PartialDate, UnreadableDate, due_dates

SCR, OTHER, NONE = "scr", "other", "none"
DEATH, SERIOUS_HARM, NOT_KNOWN = "death", "serious_harm", "not_known"
INADEQUATE = "inadequate"

KINDS = {
    "death": DEATH,
    "serious harm": SERIOUS_HARM,
    "not known": NOT_KNOWN,
    "unknown": NOT_KNOWN,
}
DECISIONS = {
    "scr": SCR,
    "serious case review": SCR,
    "other": OTHER,
    "other review": OTHER,
    "other learning review": OTHER,
    "none": NONE,
    "no review": NONE,
}
GRADES = {grade: grade for grade in ("outstanding", "good", "adequate", INADEQUATE)}
ANSWERS = {
    "yes": "yes",
    "y": "yes",
    "no": "no",
    "n": "no",
    "not known": NOT_KNOWN,
    "unknown": NOT_KNOWN,
}
# Column to event; what the decision was decides the event of decision_on.
EVENTS = {
    "incident_on": "happened",
    "lscb_notified_on": "notified",
    "decision_on": "decided",
    "panel_chair_appointed_on": "panel_chair_appointed",
    "overview_completed_on": "overview_completed",
    "submitted_to_ofsted_on": "submitted",
    "evaluated_on": "evaluated",
    "resubmitted_on": "resubmitted",
    "reevaluated_on": "reevaluated",
    "published_on": "published",
}
COLUMN_OF = {event: column for column, event in EVENTS.items()} | {
    "decided_no_review": "decision_on"
}
OFSTED = (
    "submitted_to_ofsted_on",
    "evaluated_on",
    "grade",
    "resubmitted_on",
    "reevaluated_on",
    "regrade",
)
ONLY_IN_A_REVIEW = ("panel_chair_appointed_on", "overview_completed_on", *OFSTED, *OF_AN_EXTENSION)
LONGEST_NAME = 120
LONGEST_AUTHORITY = 200
YEAR_SPAN = re.compile(r"([0-9]{4})\s*[/-]\s*([0-9]{2})")


@dataclass
class Facts:
    """What a row says; an empty text or None is what it does not say."""

    name: str = ""
    kind: str = ""
    children: int | None = None
    decision: str = ""
    agencies: int | None = None
    grade: str = ""
    regrade: str = ""
    known_to_social_care: str = ""
    on_plan: str = ""
    source: str = ""
    extended_to: PartialDate | None = None
    reason: str = ""
    authority: str = ""
    dates: dict[str, PartialDate] = field(default_factory=dict)

    @property
    def key(self) -> str:
        """Return the name without regard to case, spaces and punctuation: the row's identity."""
        return plain(self.name)

    @property
    def year(self) -> int | None:
        """Return the year of the earliest date known."""
        return min(on.earliest for on in self.dates.values()).year if self.dates else None

    @property
    def complete_by(self) -> date | None:
        """Return the day by which the guidance wanted it complete; None where none runs."""
        decided = self.dates.get("decided")
        if decided is None or decided.exact is None:
            return None
        try:
            owed = due_dates({"decided": decided.exact})
        except NoGuidance:
            return None
        return next((each.due_on for each in owed if each.deadline == "complete"), None)

    def by_column(self) -> dict[str, str]:
        """Return the facts as text under their columns, the same however they were spelled."""
        facts = {
            "incident_kind": self.kind,
            "children": str(self.children or ""),
            "decision": self.decision,
            "agencies": "" if self.agencies is None else str(self.agencies),
            "grade": self.grade,
            "regrade": self.regrade,
            "known_to_social_care": self.known_to_social_care,
            "child_protection_plan": self.on_plan,
            "source": " ".join(self.source.split()),
            "extended_to": self.extended_to.edtf if self.extended_to else "",
            "reason": " ".join(self.reason.split()),
            "authority": self.authority,
        }
        facts |= {COLUMN_OF[event]: on.edtf for event, on in self.dates.items()}
        return {column: text for column, text in facts.items() if text}


def plain(text: str) -> str:
    """Return "Serious-Harm " as "serious harm"."""
    return " ".join(re.findall(r"\w+", text.lower().replace("_", " ").replace("&", " and ")))


def facts_of(cells: Mapping[str, str]) -> tuple[Facts, list[str]]:
    """Return the facts of a row and the reasons, if any, for which it has to be refused."""
    reasons: list[str] = []

    def taken(column: str, read: Callable[[str, str], object]) -> object:
        try:
            return read(column, cells[column]) if cells.get(column) else None
        except ValueError as refused:
            reasons.append(str(refused))
            return None

    facts = Facts(
        name=taken("review_name", _name_of_at_most(LONGEST_NAME)) or "",
        kind=taken("incident_kind", _one_of(KINDS)) or "",
        children=taken("children", _number(1, 99)),
        decision=taken("decision", _one_of(DECISIONS)) or "",
        agencies=taken("agencies", _number(0, 999)),
        grade=taken("grade", _one_of(GRADES)) or "",
        regrade=taken("regrade", _one_of(GRADES)) or "",
        known_to_social_care=taken("known_to_social_care", _one_of(ANSWERS)) or "",
        on_plan=taken("child_protection_plan", _one_of(ANSWERS)) or "",
        source=cells["source"],
        extended_to=taken("extended_to", _date),
        reason=cells.get("reason", ""),
        authority=taken("authority", _name_of_at_most(LONGEST_AUTHORITY)) or "",
    )
    for column, event in EVENTS.items():
        if on := taken(column, _date):
            is_against = column == "decision_on" and facts.decision in {OTHER, NONE}
            facts.dates["decided_no_review" if is_against else event] = on
    return facts, reasons + _contradictions(cells, facts)


def _contradictions(cells: Mapping[str, str], facts: Facts) -> list[str]:
    reasons = []
    if not cells["review_name"]:
        reasons.append("review_name is empty: give the review a name, by which it is known again.")
    if cells["decision_on"] and not cells["decision"]:
        reasons.append(
            "decision_on is given and decision is empty: enter scr, other or none as the decision."
        )
    of_a_review = {OTHER: (*OFSTED, *OF_AN_EXTENSION), NONE: ONLY_IN_A_REVIEW}
    impossible = of_a_review.get(facts.decision, ())
    if found := [column for column in impossible if cells.get(column)]:
        reasons.append(
            f"decision is “{cells['decision']}”, yet the row has {', '.join(found)}, which only "
            "a serious case review can have. Correct the one or empty the other."
        )
    return reasons + _of_the_extension(cells, facts)


def _of_the_extension(cells: Mapping[str, str], facts: Facts) -> list[str]:
    """Return what an extension lacks, or has that no extension has."""
    said = [column for column in OF_AN_EXTENSION if cells.get(column)]
    if not said:
        return []
    lacking = [column for column in OF_AN_EXTENSION if column not in said]
    if lacking:
        return [
            f"{_are(said, 'given')} and {_are(lacking, 'empty')}: say until when, why and by whom "
            "completion was extended (“not recorded” where nobody knows why or by whom), or leave "
            "all three empty."
        ]
    to, owed = facts.extended_to, facts.complete_by
    if to and owed and to.latest <= owed:
        return [
            f"extended_to is {to.spoken}, which is not after {owed:%-d %B %Y}, the day by which "
            "the guidance wanted the review complete: correct it, or leave extended_to, reason and "
            "authority empty."
        ]
    return []


def _are(columns: list[str], what: str) -> str:
    return f"{' and '.join(columns)} {'is' if len(columns) == 1 else 'are'} {what}"


def _name_of_at_most(longest: int) -> Callable[[str, str], str]:
    def read(column: str, cell: str) -> str:
        if len(cell) > longest:
            raise ValueError(f"{column} is longer than {longest} characters: shorten it.")
        return " ".join(cell.split())

    return read


def _one_of(values: Mapping[str, str]) -> Callable[[str, str], str]:
    known = ", ".join(dict.fromkeys(values.values()))

    def read(column: str, cell: str) -> str:
        if plain(cell) not in values:
            raise ValueError(f"{column} is “{cell[:60]}”. Use {known}, or leave it empty.")
        return values[plain(cell)]

    return read


def _number(least: int, most: int) -> Callable[[str, str], int]:
    def read(column: str, cell: str) -> int:
        if not re.fullmatch("[0-9]{1,3}", cell) or not least <= int(cell) <= most:
            raise ValueError(
                f"{column} is “{cell[:60]}”. Enter a whole number from {least} to {most}, "
                "or leave it empty."
            )
        return int(cell)

    return read


def _date(column: str, cell: str) -> PartialDate:
    span = YEAR_SPAN.fullmatch(cell)
    if span and "/" in cell and int(span[2]) == (int(span[1]) + 1) % 100:
        raise ValueError(
            f"{column} is “{cell}”, which may be a month or a financial year. Enter "
            f"{span[1]}-{span[2]} for the month or {span[1]} for the year."
        )
    try:
        return PartialDate.parse(cell)
    except UnreadableDate as unreadable:
        raise ValueError(f"{column} is “{cell[:60]}”. {unreadable}.") from unreadable
